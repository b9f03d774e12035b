package worked

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"time"
)

// quantity is a number with a unit. It counts in microlitres, micrograms,
// milliseconds and centimetres, and what they make together.
type quantity struct {
	value   *big.Rat
	of      dimension
	date    bool     // days since 1970-01-01
	truth   bool     // 1 for yes, 0 for no
	per     *big.Rat // of the unit that it was written in; nil where it was worked out
	unit    string   // as it was written
	written string   // as it was written
}

// dimension is what is multiplied, each to a power.
type dimension struct{ volume, mass, time, length int }

// The kinds of what is no number with a unit.
const (
	aDate  = "date"
	aTruth = "truth"
)

// kind is what can be compared: aDate, aTruth, or what is multiplied.
func (q quantity) kind() any {
	switch {
	case q.date:
		return aDate
	case q.truth:
		return aTruth
	}
	return q.of
}

// whole tells whether a quantity is never rounded.
func (q quantity) whole() bool { return q.date || q.truth }

// truth is an answer, as a quantity.
func truth(yes bool) quantity {
	if yes {
		return quantity{value: big.NewRat(1, 1), truth: true, per: big.NewRat(1, 1), written: "yes"}
	}
	return quantity{value: new(big.Rat), truth: true, per: big.NewRat(1, 1), written: "no"}
}

// units are the units by name, with what one of them counts.
func unit(name string) *quantity {
	one := func(n int64, of dimension) *quantity { return &quantity{value: big.NewRat(n, 1), of: of} }
	switch name {
	case "mL":
		return one(1000, dimension{volume: 1})
	case "µL":
		return one(1, dimension{volume: 1})
	case "mg":
		return one(1000, dimension{mass: 1})
	case "µg", "mcg":
		return one(1, dimension{mass: 1})
	case "g":
		return one(1_000_000, dimension{mass: 1})
	case "s", "second", "seconds":
		return one(1000, dimension{time: 1})
	case "min", "minute", "minutes":
		return one(60_000, dimension{time: 1})
	case "h", "hour", "hours":
		return one(3_600_000, dimension{time: 1})
	case "d", "day", "days":
		return one(86_400_000, dimension{time: 1})
	case "week", "weeks":
		return one(7*86_400_000, dimension{time: 1})
	case "cm":
		return one(1, dimension{length: 1})
	case "%":
		return &quantity{value: big.NewRat(1, 100)}
	}
	return nil
}

var (
	numberForm  = regexp.MustCompile(`^[0-9]{1,12}(\.[0-9]{1,9})?`)
	dateForm    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}`)
	pointFirst  = regexp.MustCompile(`^\.[0-9]`)
	commaInside = regexp.MustCompile(`^,[0-9]`)
	unitForm    = regexp.MustCompile(`^ ?(%|[\p{L}µ]+(/[\p{L}µ]+)*)`)
)

// leading reads the quantity that a text begins with, and how long it is.
func leading(text string) (q quantity, digits, length int, err error) {
	if d := dateForm.FindString(text); d != "" {
		day, err := time.Parse(time.DateOnly, d)
		if err != nil {
			return q, 0, 0, fmt.Errorf("%s is no date", d)
		}
		return quantity{value: big.NewRat(day.Unix()/86_400, 1), date: true, per: big.NewRat(1, 1), written: d}, 0, len(d), nil
	}
	number := numberForm.FindString(text)
	switch rest := text[len(number):]; {
	case pointFirst.MatchString(text):
		return q, 0, 0, errors.New("a decimal point needs a digit before it, or it is soon overlooked: 0.5")
	case number == "":
		return q, 0, 0, errors.New("a number is missing here")
	case commaInside.MatchString(rest):
		return q, 0, 0, errors.New("a comma can be read in two ways: the decimal point is a point, and thousands are not separated")
	}
	value, _ := new(big.Rat).SetString(number)
	if _, fraction, ok := strings.Cut(number, "."); ok {
		digits = len(fraction)
	}
	q = quantity{value: value, per: big.NewRat(1, 1), written: number}
	match := unitForm.FindStringSubmatch(text[len(number):])
	if match == nil {
		return q, digits, len(number), nil
	}
	of := quantity{value: big.NewRat(1, 1)}
	for i, name := range strings.Split(match[1], "/") {
		u := unit(name)
		switch {
		case u == nil && i == 0 && strings.HasPrefix(match[0], " "):
			return q, digits, len(number), nil // a word that is no unit
		case u == nil:
			return q, 0, 0, fmt.Errorf("unknown unit %q; there are mL, µL, mg, µg, g, s, min, h, day, week, cm and %%", name)
		case i == 0:
			of = times(of, *u)
		default:
			of = by(of, *u)
		}
	}
	q.value = new(big.Rat).Mul(value, of.value)
	q.of, q.per, q.unit, q.written = of.of, of.value, match[1], number+" "+match[1]
	if match[1] == "%" {
		q.written = number + " %"
	}
	return q, digits, len(number) + len(match[0]), nil
}

// signed reads a result: a quantity that may be below nothing, such as -16 %, or
// yes or no.
func signed(text string) (quantity, int, error) {
	if text == "yes" || text == "no" {
		return truth(text == "yes"), 0, nil
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(text, "-"), "−")
	q, digits, err := literal(rest)
	if err == nil && rest != text && !q.date {
		q.value.Neg(q.value)
		q.written = "−" + q.written
	}
	return q, digits, err
}

// literal reads a text that is a quantity and nothing else.
func literal(text string) (quantity, int, error) {
	q, digits, n, err := leading(text)
	switch {
	case err != nil:
		return q, 0, err
	case strings.TrimSpace(text[n:]) != "":
		return q, 0, fmt.Errorf("%q is no quantity", text)
	}
	return q, digits, nil
}

func times(a, b quantity) quantity {
	return quantity{value: new(big.Rat).Mul(a.value, b.value), of: a.of.plus(b.of, 1)}
}

func by(a, b quantity) quantity {
	return quantity{value: new(big.Rat).Quo(a.value, b.value), of: a.of.plus(b.of, -1)}
}

func (d dimension) plus(e dimension, sign int) dimension {
	return dimension{d.volume + sign*e.volume, d.mass + sign*e.mass, d.time + sign*e.time, d.length + sign*e.length}
}

// usual are the units in which a result is offered, by what it is.
var usual = []string{"mL", "mg", "day", "cm", "mg/mL", "mL/day", "mg/day", "mL/cm", "day/mL"}

// usualUnit is one of the unit in which a result of this kind is offered; of a
// kind that has none, of the smallest parts together.
func (q quantity) usualUnit() quantity {
	for _, name := range usual {
		if u, _, err := literal("1 " + name); err == nil && u.of == q.of {
			return u
		}
	}
	return quantity{per: big.NewRat(1, 1)}
}

// exact is the quantity in a usual unit, with up to four digits after the point.
// Where there is no such unit, it is put together of mL, mg, day and cm.
func (q quantity) exact() string {
	if q.truth {
		return truth(q.value.Sign() > 0).written
	}
	if q.date {
		days := new(big.Int).Quo(q.value.Num(), q.value.Denom()).Int64()
		return time.Unix(days*86_400, 0).UTC().Format(time.DateOnly)
	}
	if u := q.usualUnit(); u.unit != "" {
		return trimmed(new(big.Rat).Quo(q.value, u.value)) + " " + u.unit
	}
	if q.of == (dimension{}) {
		return trimmed(q.value)
	}
	value, above, below := new(big.Rat).Set(q.value), []string{}, ""
	for _, part := range []struct {
		name  string
		power int
	}{{"mL", q.of.volume}, {"mg", q.of.mass}, {"day", q.of.time}, {"cm", q.of.length}} {
		for range part.power {
			above = append(above, part.name)
			value.Quo(value, unit(part.name).value)
		}
		for range -part.power {
			below += "/" + part.name
			value.Mul(value, unit(part.name).value)
		}
	}
	return strings.TrimSpace(trimmed(value) + " " + strings.Join(above, " × ") + below)
}

func trimmed(r *big.Rat) string {
	text := r.FloatString(4)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}
