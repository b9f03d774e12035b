package worked

import "strings"

// shown is a quantity as readers see it. A date is written alike everywhere.
func (w Words) shown(q quantity) (string, error) {
	switch {
	case q.truth:
		return w.function(q.written)
	case q.date || w.Number == nil:
		return q.written, nil
	}
	number, unit, spaced := strings.Cut(q.written, " ")
	if below, negative := strings.CutPrefix(number, "−"); negative {
		number = "-" + below
	}
	text, err := w.Number(number)
	if spaced {
		text += " " + unit
	}
	return text, err
}

// function is the word for a function, or for yes or no.
func (w Words) function(name string) (string, error) {
	if w.Word == nil {
		return name, nil
	}
	return w.Word(name)
}

// comma stands between the quantities of a function: where decimals have a comma,
// another one would be read as part of a number.
func (w Words) comma() (string, error) {
	if w.Number == nil {
		return ", ", nil
	}
	half, err := w.Number("0.5")
	if strings.Contains(half, ",") {
		return "; ", err
	}
	return ", ", err
}
