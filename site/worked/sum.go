package worked

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader reads a sum, and writes it down twice: with the names, and with the
// numbers put in.
type reader struct {
	text           string
	at             int
	example        *Example
	depth          int
	literal        bool // it is one quantity and nothing else
	names, numbers strings.Builder
	lacking        error // the first that the words of the language did not have
}

const deepest = 20 // brackets in brackets

// all reads the whole text.
func (r *reader) all() (quantity, error) {
	r.literal = true
	q, err := r.sum()
	if err != nil {
		return q, err
	}
	r.space()
	if r.at < len(r.text) {
		return q, fmt.Errorf("%q is not understood here; signs have a space on both sides", r.text[r.at:])
	}
	return q, nil
}

func (r *reader) space() {
	for r.at < len(r.text) && (r.text[r.at] == ' ' || r.text[r.at] == '\t' || r.text[r.at] == '\r') {
		r.at++
	}
}

func (r *reader) say(text string) {
	r.names.WriteString(text)
	r.numbers.WriteString(text)
}

// heard is what the words of the language gave.
func (r *reader) heard(text string, err error) string {
	if err != nil && r.lacking == nil {
		r.lacking = err
	}
	return text
}

// sign reads one of some signs.
func (r *reader) sign(of string) string {
	r.space()
	if r.at+1 >= len(r.text) || !strings.Contains(of, r.text[r.at:r.at+1]) || r.text[r.at+1] != ' ' {
		return ""
	}
	r.at++
	r.literal = false
	return r.text[r.at-1 : r.at]
}

// shown are the signs as they are printed.
var shown = map[string]string{"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}

func (r *reader) sum() (quantity, error) {
	left, err := r.product()
	for err == nil {
		at := r.at
		sign := r.sign("+-")
		if sign == "" {
			break
		}
		r.say(shown[sign])
		var right quantity
		if right, err = r.product(); err != nil {
			break
		}
		if left, err = added(left, right, sign == "-"); err != nil {
			r.at = at
		}
	}
	return left, err
}

func (r *reader) product() (quantity, error) {
	left, err := r.one()
	for err == nil {
		at := r.at
		sign := r.sign("*/")
		if sign == "" {
			break
		}
		r.say(shown[sign])
		var right quantity
		if right, err = r.one(); err != nil {
			break
		}
		switch {
		case left.date || right.date:
			r.at, err = at, errors.New("a date cannot be multiplied or divided")
		case left.truth || right.truth:
			r.at, err = at, errNoSum
		case sign == "*":
			left = times(left, right)
		case right.value.Sign() == 0:
			r.at, err = at, errors.New("this divides by nothing")
		default:
			left = by(left, right)
		}
		if err == nil && left.value.Num().BitLen()+left.value.Denom().BitLen() > 4096 {
			err = errors.New("these numbers are too large")
		}
	}
	return left, err
}

// one reads a quantity, a name, a function or a sum in brackets.
func (r *reader) one() (quantity, error) {
	r.space()
	rest := r.text[r.at:]
	if strings.HasPrefix(rest, "(") {
		r.literal = false
		r.at++
		r.say("(")
		q, err := r.inner()
		if err == nil {
			err = r.close()
		}
		return q, err
	}
	if name := r.name(rest); name != "" {
		r.literal = false
		q := r.example.values[strings.ToLower(name)]
		r.at += len(name)
		r.names.WriteString(name)
		r.numbers.WriteString(r.heard(r.example.Words.shown(q)))
		return q, nil
	}
	if f, name := function(rest); f != nil {
		r.literal = false
		return r.call(f, name)
	}
	q, _, n, err := leading(rest)
	if err != nil {
		word, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		switch first, _ := utf8.DecodeRuneInString(word); {
		case !unicode.IsLetter(first):
		case strings.ContainsAny(word, "+-*/("):
			return q, fmt.Errorf("%q is not understood here; signs have a space on both sides", word)
		default:
			return q, fmt.Errorf("%q is neither a quantity nor a name from the lines above", word)
		}
		return q, err
	}
	r.at += n
	r.say(r.heard(r.example.Words.shown(q)))
	return q, nil
}

// inner reads a sum one bracket deeper.
func (r *reader) inner() (quantity, error) {
	if r.depth++; r.depth > deepest {
		return quantity{}, errors.New("too many brackets in brackets")
	}
	defer func() { r.depth-- }()
	return r.sum()
}

func (r *reader) close() error {
	r.space()
	if r.at == len(r.text) || r.text[r.at] != ')' {
		return errors.New("a closing bracket is missing here")
	}
	r.at++
	r.say(")")
	return nil
}

// name is the known name that a text begins with, as it is written there.
func (r *reader) name(text string) string {
	for _, n := range r.example.names {
		if len(text) < len(n) || !strings.EqualFold(text[:len(n)], n) {
			continue
		}
		if rest := text[len(n):]; rest == "" || strings.ContainsAny(rest[:1], " ),\t\r") {
			return text[:len(n)]
		}
	}
	return ""
}

// call reads the arguments of a function and asks it.
func (r *reader) call(f *asked, name string) (quantity, error) {
	r.at += len(name) + 1
	words := r.example.Words
	r.say(r.heard(words.function(name)) + "(")
	var of []quantity
	for i := 0; f.takes == nil || i < len(f.takes); i++ {
		if r.space(); i > 0 {
			if r.at == len(r.text) || r.text[r.at] != ',' {
				if f.takes == nil && i >= 2 {
					break
				}
				return quantity{}, fmt.Errorf("%s needs %s quantities: %s", name, f.count(), f.usage)
			}
			r.at++
			r.say(r.heard(words.comma()))
		}
		q, err := r.inner()
		if err != nil {
			return q, err
		}
		if (f.takes != nil && q.kind() != f.takes[i]) || (i > 0 && f.takes == nil && q.kind() != of[0].kind()) {
			return q, fmt.Errorf("this is another kind of quantity than %s takes here: %s", name, f.usage)
		}
		of = append(of, q)
	}
	if err := r.close(); err != nil {
		return quantity{}, err
	}
	return f.ask(of)
}

// errNoSum is what is wrong with a sum of answers.
var errNoSum = errors.New("yes and no cannot be reckoned with")

func added(a, b quantity, minus bool) (quantity, error) {
	sum := quantity{of: a.of, date: a.date}
	switch {
	case a.truth || b.truth:
		return sum, errNoSum
	case a.date && b.date && minus:
		days := together(a, b, true)
		return quantity{value: days.Mul(days, unit("day").value), of: dimension{time: 1}}, nil
	case a.date && !b.date && b.of == (dimension{time: 1}):
		b = by(b, *unit("day"))
		b.of = dimension{}
		if !b.value.IsInt() {
			return sum, errors.New("only whole days can be added to a date")
		}
	case a.date || b.date:
		return sum, errors.New("to a date, only days can be added")
	case a.of != b.of:
		return sum, errors.New("these are quantities of two kinds")
	}
	sum.value = together(a, b, minus)
	return sum, nil
}

func together(a, b quantity, minus bool) *big.Rat {
	if minus {
		return new(big.Rat).Sub(a.value, b.value)
	}
	return new(big.Rat).Add(a.value, b.value)
}
