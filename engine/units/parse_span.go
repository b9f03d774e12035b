package units

import (
	"math"
	"strings"
)

// spanWords are the units of a length of time, the longest first: the order in
// which they have to stand.
var spanWords = []unitWord{
	{"d", int64(Day)}, {"h", int64(Hour)}, {"min", int64(Minute)},
	{"s", int64(Second)}, {"ms", int64(Millisecond)},
}

const spanAllowed = "a length of time made of d, h, min, s and ms, each at most once and in this order, such as 90 min or 1 d 6 h 30 min"

// ParseSpan reads a length of time as files write it, with exactly one space
// between all its parts: "90 min", "1 d 6 h 30 min", "2 h 59 min 59 s 999 ms".
// Errors are *ParseError.
func ParseSpan(text string) (Span, error) {
	return parseSpan(text, true)
}

// ParseSpanArgument reads a length of time as it is typed on a command line,
// where spaces may be left out: "6h", "1d6h", "1 d 6 h". Errors are
// *ParseError.
func ParseSpanArgument(text string) (Span, error) {
	return parseSpan(text, false)
}

func parseSpan(text string, spaced bool) (Span, error) {
	var sum int64
	rest, next := text, 0
	for first := true; first || rest != ""; first = false {
		number, word, after, reason := cutSpanPart(rest, spaced)
		if reason == "" {
			next, sum, reason = addSpanPart(number, word, next, sum)
		}
		if reason != "" {
			return 0, &ParseError{What: "length of time", Found: clip(text), Reason: reason, Allowed: spanAllowed}
		}
		rest = after
	}
	return Span(sum), nil
}

// cutSpanPart cuts "1 d" off "1 d 6 h". What follows the last part is "".
func cutSpanPart(text string, spaced bool) (number, word, rest, reason string) {
	isNumber := func(r rune) bool { return strings.ContainsRune("+-.,\u22120123456789", r) }
	rest = strings.TrimLeftFunc(text, isNumber)
	number = text[:len(text)-len(rest)]
	if number == "" {
		return "", "", "", "a number and its unit are missing"
	}
	if rest, reason = cutSpace(rest, spaced, "the space between number and unit is missing"); reason != "" {
		return "", "", "", reason
	}
	after := strings.TrimLeftFunc(rest, func(r rune) bool { return r != ' ' && !isNumber(r) })
	word = rest[:len(rest)-len(after)]
	if after != "" {
		after, reason = cutSpace(after, spaced, "the space before the next number is missing")
		if after == "" && reason == "" {
			reason = "there is a space too many at the end"
		}
	}
	return number, word, after, reason
}

// cutSpace takes one space off, which has to be there only in files.
func cutSpace(text string, spaced bool, missing string) (rest, reason string) {
	rest, found := strings.CutPrefix(text, " ")
	if !found && spaced && text != "" {
		return "", missing
	}
	return rest, ""
}

// addSpanPart adds one part; next is the first of spanWords that may still be
// used.
func addSpanPart(number, word string, next int, sum int64) (int, int64, string) {
	for i, u := range spanWords {
		if u.word != word {
			continue
		}
		if i < next {
			return 0, 0, "each unit stands at most once, the longest first"
		}
		n, reason := scaled(number, u)
		if reason == "" && n > math.MaxInt64-sum {
			reason = "the time is too long"
		}
		return i + 1, sum + n, reason
	}
	if reason := numberFault(number); reason != "" {
		return 0, 0, reason
	}
	return 0, 0, wrongSpanWord(word)
}

// wrongSpanWord points to the word that was probably meant.
func wrongSpanWord(word string) string {
	meant := map[string]string{
		"": "", "day": "d", "days": "d", "hour": "h", "hours": "h", "hr": "h", "hrs": "h", "H": "h", "D": "d",
		"m": "min (m could be a month)", "minute": "min", "minutes": "min", "mins": "min",
		"sec": "s", "secs": "s", "second": "s", "seconds": "s",
	}
	switch hint, known := meant[word]; {
	case word == "":
		return "the unit is missing, or a space too many is before it"
	case known:
		return "\"" + word + "\" is written " + hint
	}
	return "\"" + clip(word) + "\" is not a unit of time"
}

// ParseTimeOfDay reads a time of day from "00:00" to "23:59", as the span
// since midnight. Errors are *ParseError.
func ParseTimeOfDay(text string) (Span, error) {
	if len(text) == 5 && text[2] == ':' && onlyDigits(text[:2]) && onlyDigits(text[3:]) {
		hour := Span(text[0]-'0')*10 + Span(text[1]-'0')
		minute := Span(text[3]-'0')*10 + Span(text[4]-'0')
		if hour < 24 && minute < 60 {
			return hour*Hour + minute*Minute, nil
		}
	}
	return 0, &ParseError{
		What: "time of day", Found: clip(text), Reason: "that is no time of day",
		Allowed: `hours and minutes from "00:00" to "23:59", two digits each`,
	}
}
