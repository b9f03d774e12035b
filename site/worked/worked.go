// Package worked works out the sums of a worked example, so that no page can
// show a wrong number. An author writes a sum a line:
//
//	strength = 10 mg/mL
//	daily dose = 3 mg/day
//	rate = daily dose / strength = 0.3 mL/day
//	lasts = 16 mL / rate ≈ 53 days
//
// A line is a name and what it is: a quantity that is given, or a sum with its
// result. "=" says that the result is exact; "≈" that it is rounded half up to
// the digits shown. Sums have + - * / with a space on both sides, brackets,
// quantities, names from the lines above, and the device's own functions. A
// quantity is a number and a unit: mL, µL, mg, µg (or mcg), min, h, day, week,
// cm, %, joined with / and no space (mg/mL, mL/day, mL/cm), a bare number, or a
// date such as 2026-03-02, to which days can be added. A result may be below
// nothing: -16 %. What is wrong is said with the line as it would be right.
// min(3 mL, 4 mL) is the least of two or more quantities of one kind.
//
// Authors write in one way everywhere: a decimal point, the functions' names, yes
// and no. Readers see the signs and the words of their language (Words).
//
// Where the device does more than divide, the engine itself is asked:
//
//	path(80 cm)                       the drug path with the device's usual tubing
//	prime(80 cm)                      how long it takes to fill that path
//	days_to(18 mL, 2 mL, 0.3 mL/day)  whole days until the pump reckons with the
//	                                  second volume, which the alarm is set to
//	refill_date(18 mL, 2 mL, 0.3 mL/day, 2026-03-02)
//	                                  the date that many days after a date
//	expected(18 mL, 0.3 mL/day, 40 days)
//	                                  what the pump reckons to hold after a time
//	bridge(80 cm, 6 mg/day, 20 mg/mL) how long a bridge runs: catheter, daily
//	                                  dose, and the strength that is on its way
//	bridge_rate(6 mg/day, 20 mg/mL)   how fast it runs
//	doses_a_day(3 h, 4)               how many doses a remote with this lockout and
//	                                  number gives in 24 hours, asked whenever it can
//	in_spec(20 mL, 10 mL, 8.6 mL)     yes if a pump that was filled with the first,
//	                                  should have held the second and held the third
//	                                  gave what it may, else no
//
// Arithmetic is exact (rational numbers), and units are reckoned with: dose by
// strength is a flow, and nothing else can stand as its result.
package worked

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
)

// Line is a sum that is right, in words ready to be shown.
type Line struct {
	Name   string
	Sum    string // with the names: "daily dose ÷ strength"; "" where the quantity is given
	Put    string // the same with the numbers put in; "" where that is no other text
	Sign   string // "=" or "≈" before the result
	Result string
}

// Mistake is the first thing wrong in some lines.
type Mistake struct {
	Offset int // in the text
	What   string
	Remedy string
}

// Error says what is wrong.
func (m *Mistake) Error() string { return m.What }

// MaxLines is the most lines that an example may have.
const MaxLines = 60

// Words are how the language of a page writes what sums come to.
type Words struct {
	// Number writes a number, given with a decimal point, with the language's signs.
	Number func(plain string) (string, error)
	// Word is "yes", "no" or the name of a function, such as "path", for readers.
	Word func(name string) (string, error)
}

// Example is a worked example that is being read.
type Example struct {
	Words  Words
	values map[string]quantity
	names  []string // the longest first
	lines  int
}

// Read reads more lines of an example. Empty lines are left out. The error is a
// *Mistake, or that of the Words.
func (e *Example) Read(text string) ([]Line, error) {
	var all []Line
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		if strings.TrimSpace(line) != "" {
			read, err := e.line(line, at)
			if err != nil {
				return nil, err
			}
			all = append(all, read)
		}
		at += len(line) + 1
	}
	return all, nil
}

var nameForm = regexp.MustCompile(`^\p{L}[\p{L}\p{N}_' -]*$`)

// line reads one line, which begins at an offset.
func (e *Example) line(line string, at int) (Line, error) {
	wrong := func(offset int, what, remedy string) (Line, error) {
		return Line{}, &Mistake{at + offset, what, remedy}
	}
	name, rest, found := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	switch {
	case !found:
		return wrong(0, "this is no sum", "write a name, =, and what it is: rate = 3 mg/day / 10 mg/mL = 0.3 mL/day")
	case !nameForm.MatchString(name) || unit(name) != nil:
		return wrong(0, fmt.Sprintf("%q cannot be a name", name), "begin with a letter, and take no unit's name")
	case e.known(name):
		return wrong(0, fmt.Sprintf("%q is there already", name), "take another name")
	case e.lines == MaxLines:
		return wrong(0, "too many lines", fmt.Sprintf("at most %d", MaxLines))
	}
	e.lines++
	start := len(line) - len(rest)
	sum, sign, result := rest, "", ""
	if i := strings.IndexAny(rest, "=≈"); i >= 0 {
		sum, sign = rest[:i], "="
		if strings.HasPrefix(rest[i:], "≈") {
			sign = "≈"
		}
		result = rest[i+len(sign):]
	}
	r := &reader{text: sum, at: 0, example: e}
	value, err := r.all()
	if err != nil {
		return wrong(start+r.at, err.Error(), "")
	}
	if r.lacking != nil {
		return Line{}, r.lacking
	}
	made := Line{Name: name}
	if sign == "" {
		if !r.literal {
			return wrong(start, "a sum without its result", copied(name, sum, right(value, quantity{}, 4)))
		}
		made.Result = strings.TrimSpace(r.names.String())
		e.keep(name, value)
		return made, nil
	}
	said, digits, err := signed(strings.TrimSpace(result))
	from := start + len(sum) + len(sign)
	if err != nil {
		return wrong(from, err.Error(), "write the result as a number and a unit")
	}
	if what, would := differs(value, said, digits, sign); what != "" {
		from += len(result) - len(strings.TrimLeft(result, " \t"))
		return wrong(from, what, copied(name, sum, would))
	}
	made.Sum, made.Put = strings.TrimSpace(r.names.String()), strings.TrimSpace(r.numbers.String())
	if made.Put == made.Sum {
		made.Put = ""
	}
	made.Sign = sign
	if made.Result, err = e.Words.shown(said); err != nil {
		return Line{}, err
	}
	// What follows goes on with what the reader sees.
	e.keep(name, said)
	return made, nil
}

func (e *Example) known(name string) bool {
	_, ok := e.values[strings.ToLower(name)]
	return ok
}

func (e *Example) keep(name string, q quantity) {
	if e.values == nil {
		e.values = map[string]quantity{}
	}
	name = strings.ToLower(name)
	e.values[name] = q
	i := 0
	for i < len(e.names) && len(e.names[i]) >= len(name) {
		i++
	}
	e.names = append(e.names[:i], append([]string{name}, e.names[i:]...)...)
}

// differs says what is wrong with a result, or nothing, and what would be right.
func differs(is, said quantity, digits int, sign string) (what, would string) {
	would = right(is, said, digits)
	if is.kind() != said.kind() {
		return fmt.Sprintf("the result is %s, and %s is another kind of quantity", is.exact(), said.written), would
	}
	inUnit, shown := new(big.Rat).Quo(is.value, said.per), new(big.Rat).Quo(said.value, said.per)
	near := rounded(inUnit, digits)
	_, result, _ := strings.Cut(would, " ")
	switch exact := inUnit.Cmp(shown) == 0; {
	case exact && sign == "≈":
		return "the result is exactly " + said.written, would
	case exact, sign == "≈" && near.Cmp(shown) == 0 && !is.whole():
		return "", ""
	case near.Cmp(shown) == 0 && !is.whole():
		return "the result is only about " + said.written, "≈ " + said.written
	case strings.HasPrefix(would, "≈"):
		return fmt.Sprintf("the result is about %s, not %s", result, said.written), would
	}
	return fmt.Sprintf("the result is %s, not %s", result, said.written), would
}

// finest is the most digits after the point with which a result is offered as
// exact.
const finest = 6

// right is the sign and the result that would be right, in the unit and with the
// digits of what was said; where that is of another kind, in a usual unit, and
// nothing where there is none.
func right(is, said quantity, digits int) string {
	if is.whole() {
		return "= " + is.exact()
	}
	if said.per == nil || is.kind() != said.kind() {
		said, digits = is.usualUnit(), 4
		if said.kind() != is.kind() {
			return ""
		}
	}
	inUnit := new(big.Rat).Quo(is.value, said.per)
	sign, text := "≈", inUnit.FloatString(digits) // halves away from zero
	if n, exact := inUnit.FloatPrec(); exact && n <= max(finest, digits) {
		sign, text = "=", inUnit.FloatString(n)
	}
	unit := said.unit
	if unit != "" {
		unit = " " + unit
	}
	return sign + " " + text + unit
}

func rounded(r *big.Rat, digits int) *big.Rat {
	near, _ := new(big.Rat).SetString(r.FloatString(digits))
	return near
}

// copied is the line as it would be right, to be copied.
func copied(name, sum, result string) string {
	if result == "" {
		return "write the sum so that it comes to the kind that is meant"
	}
	return "write " + name + " = " + strings.TrimSpace(sum) + " " + result
}
