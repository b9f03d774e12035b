package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text reads text. A number or true and false are taken for a slip: they are
// text only in quotes. Wanted says in messages what belongs here.
func (v Value) Text(wanted string) string {
	text, inQuotes := v.scalar(wanted)
	if v.Given() && !v.node.isText() && !inQuotes {
		v.Fail(Shorten(text), "this is text only in quotes", wanted)
	}
	return text
}

// Line reads words for people in one line: at least one, and at most so many
// characters.
func (v Value) Line(wanted string, most int) string { return v.words(wanted, most, false) }

// Prose reads words for people, as Line does, in any number of lines. A block
// of lines ends without its last line end.
func (v Value) Prose(wanted string, most int) string { return v.words(wanted, most, true) }

func (v Value) words(wanted string, most int, lines bool) string {
	text := strings.TrimRight(v.Text(wanted), "\n")
	switch {
	case !v.Given():
	case strings.TrimSpace(text) == "":
		v.Fail("", "no words are written here", wanted)
	case utf8.RuneCountInString(text) > most:
		v.Fail(Shorten(text), "the text is too long", wanted)
	case !lines && strings.Contains(text, "\n"):
		v.Fail(Shorten(text), "the text has more than one line", wanted)
	case !Printable(text):
		v.Fail(Shorten(text), "there is a character that cannot be printed", wanted)
	}
	return text
}

// Printable says whether a text is made of characters that can be seen, of
// spaces and line ends.
func Printable(text string) bool {
	for _, r := range text {
		if r != '\n' && !unicode.IsGraphic(r) {
			return false
		}
	}
	return true
}
