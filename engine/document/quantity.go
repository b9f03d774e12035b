package document

import (
	"errors"
	"fmt"
	"strconv"

	"iddtestdrive/engine/units"
)

// Number reads a whole number from 0, written in digits alone.
func (v Value) Number(most uint64) uint64 {
	allowed := fmt.Sprintf("a whole number from 0 to %d", most)
	text, inQuotes := v.scalar(allowed)
	if !v.Given() {
		return 0
	}
	n, err := strconv.ParseUint(text, 10, 64)
	switch {
	case inQuotes:
		v.Fail(Shorten(text), "a number is written without quotes", allowed)
	case err == nil && n <= most && strconv.FormatUint(n, 10) == text:
		return n
	case len(text) > 1 && text[0] == '-':
		v.Fail(Shorten(text), "this cannot be negative", allowed)
	case err == nil && n > most || errors.Is(err, strconv.ErrRange):
		v.Fail(Shorten(text), "the number is too large", allowed)
	default:
		v.Fail(Shorten(text), "this is not a whole number", allowed)
	}
	return 0
}

// Quantity reads a value by a function that gives a *units.ParseError for what
// it does not take, such as those of package units; a key that is not there
// has the value absent.
func Quantity[T any](v Value, read func(string) (T, error), absent T) T {
	if !v.Given() {
		return absent
	}
	// The function's own error says what is allowed, so an empty text is read
	// where there is none.
	_, err := read("")
	text, _ := v.scalar(allowedBy(err))
	if !v.Given() {
		return absent
	}
	got, err := read(text)
	if err != nil {
		var wrong *units.ParseError
		if errors.As(err, &wrong) {
			v.Fail(wrong.Found, wrong.Reason, wrong.Allowed)
		}
		return absent
	}
	return got
}

func allowedBy(err error) string {
	var wrong *units.ParseError
	if errors.As(err, &wrong) {
		return wrong.Allowed
	}
	return ""
}

// AtMost refuses a quantity, read from the value, that is above its limit.
func AtMost[T interface {
	~int64
	String() string
}](v Value, got, most T) T {
	if v.Given() && got > most {
		v.Fail(v.Written(), "this is out of range", "at most "+most.String())
	}
	return got
}
