package units

import "fmt"

// ParseError says why a text is not the quantity it should be. It is a value,
// so that a reader of files can put it beside the line it came from.
type ParseError struct {
	What    string // the quantity that was wanted, such as "volume"
	Found   string // the text as it was written, shortened when very long
	Reason  string // what is wrong with it
	Allowed string // what would be right
}

// Error gives the three in one sentence.
func (e *ParseError) Error() string {
	return fmt.Sprintf("found %q: %s; allowed is %s", e.Found, e.Reason, e.Allowed)
}

// longestFound is how much of a wrong text a message repeats, in bytes.
const longestFound = 60

// clip keeps a wrong text short enough to stand in a message, and never cuts
// a character in two.
func clip(text string) string {
	if len(text) <= longestFound {
		return text
	}
	end := 0
	for i := range text {
		if i > longestFound {
			break
		}
		end = i
	}
	return text[:end] + "..."
}
