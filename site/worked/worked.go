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
// date such as 2026-03-02, to which days can be added.
//
// Where the device does more than divide, the engine itself is asked:
//
//	path(80 cm)                      the drug path with the device's usual tubing
//	days_to(18 mL, 2 mL, 0.3 mL/day) whole days until the pump reckons with the
//	                                 second volume, which the alarm is set to
//	bridge(80 cm, 6 mg/day, 20 mg/mL) how long a bridge runs: catheter, daily
//	                                 dose, and the strength that is on its way
//	in_spec(20 mL, 10 mL, 8.6 mL)    1 if a pump that was filled with the first,
//	                                 should have held the second and held the third
//	                                 gave what it may, else 0
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

// Example is a worked example that is being read.
type Example struct {
	values map[string]quantity
	names  []string // the longest first
	lines  int
}

// Read reads more lines of an example. Empty lines are left out. The error is a
// *Mistake.
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
	case !nameForm.MatchString(name) || unit(name) != nil || isFunction(name):
		return wrong(0, fmt.Sprintf("%q cannot be a name", name), "begin with a letter, and take no unit's or function's name")
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
	made := Line{Name: name}
	if sign == "" {
		if !r.literal {
			return wrong(start, "a sum without its result", "add = "+value.exact())
		}
		made.Result = strings.TrimSpace(r.names.String())
		e.keep(name, value)
		return made, nil
	}
	said, digits, err := literal(strings.TrimSpace(result))
	from := start + len(sum) + len(sign)
	if err != nil {
		return wrong(from, err.Error(), "write the result as a number and a unit")
	}
	if what, remedy := differs(value, said, digits, sign); what != "" {
		return wrong(from, what, remedy)
	}
	made.Sum, made.Put = strings.TrimSpace(r.names.String()), strings.TrimSpace(r.numbers.String())
	if made.Put == made.Sum {
		made.Put = ""
	}
	made.Sign, made.Result = sign, said.written
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

// differs says what is wrong with a result, and what would be right.
func differs(is, said quantity, digits int, sign string) (what, remedy string) {
	if is.kind() != said.kind() {
		return fmt.Sprintf("the result is %s, and %s is another kind of quantity", is.exact(), said.written), "write = " + is.exact()
	}
	inUnit := new(big.Rat).Quo(is.value, said.per)
	shown := new(big.Rat).Quo(said.value, said.per)
	if inUnit.Cmp(shown) == 0 {
		if sign == "≈" {
			return "the result is exactly " + said.written, "write = " + said.written
		}
		return "", ""
	}
	rounded := inUnit.FloatString(digits) // halves away from zero
	if is.date {
		return "the result is " + is.exact(), "write = " + is.exact()
	}
	if near, _ := new(big.Rat).SetString(rounded); near.Cmp(shown) == 0 {
		if sign == "≈" {
			return "", ""
		}
		return "the result is only about " + said.written, "write ≈ " + said.written
	}
	right := strings.TrimSpace(rounded + " " + said.unit)
	if near, _ := new(big.Rat).SetString(rounded); near.Cmp(inUnit) == 0 {
		return fmt.Sprintf("the result is %s, not %s", right, said.written), "write = " + right
	}
	return fmt.Sprintf("the result is about %s, not %s", right, said.written), "write ≈ " + right
}
