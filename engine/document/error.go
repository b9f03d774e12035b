package document

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error is the first mistake in a file.
type Error struct {
	File    string // the name given to Open
	Line    int    // from 1; 0 where the file as a whole is meant
	Column  int    // in characters, from 1; 0 where the line as a whole is meant
	Key     string // the key in dots, "pump.reservoir.volume", list entries counted from 1; "" outside any
	Found   string // what stands there; "" where something is missing
	Problem string // what is wrong with it
	Allowed string // what would be right
	Picture string // the line, with a mark below the place; "" without a line
}

// Error gives the whole message in a few lines: the place, the key and the
// problem; the picture; what is allowed.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	if e.Column > 0 {
		fmt.Fprintf(&b, ":%d", e.Column)
	}
	b.WriteString(": ")
	if e.Key != "" {
		b.WriteString(e.Key + ": ")
	}
	if e.Found != "" {
		fmt.Fprintf(&b, "found %q: ", e.Found)
	}
	b.WriteString(e.Problem)
	if e.Picture != "" {
		b.WriteString("\n" + e.Picture)
	}
	if e.Allowed != "" {
		b.WriteString("\n    allowed: " + e.Allowed)
	}
	return b.String()
}

// place is a stretch of one line of the file.
type place struct {
	line, column int // from 1; a line of 0 is no place
	width        int // in characters
}

// pictureWidth is the most characters of a line that a picture shows.
const pictureWidth = 100

// picture draws a line of the file with a mark below the place:
//
//	3 | pump: {modell: 8637-20}
//	  |        ^^^^^^
func picture(line string, at place) string {
	runes := []rune(strings.ReplaceAll(line, "\t", " "))
	mark := min(max(at.column-1, 0), len(runes))
	width := max(1, min(at.width, len(runes)-mark))
	before, after := "", ""
	if cut := mark - pictureWidth/2; len(runes) > pictureWidth && cut > 0 {
		before, runes, mark = "...", runes[cut:], pictureWidth/2
	}
	if len(runes) > pictureWidth {
		after, runes = "...", runes[:pictureWidth]
		width = min(width, pictureWidth-mark)
	}
	number := fmt.Sprintf("%3d", at.line)
	return fmt.Sprintf("%s | %s%s%s\n%s | %s%s",
		number, before, strings.TrimRight(string(runes), " "), after,
		strings.Repeat(" ", len(number)), strings.Repeat(" ", len(before)+mark), strings.Repeat("^", width))
}

// longestFound is how much of a wrong text a message repeats, in characters.
const longestFound = 60

// Shorten keeps a wrong text short enough to stand in a message.
func Shorten(text string) string {
	if utf8.RuneCountInString(text) <= longestFound {
		return text
	}
	return string([]rune(text)[:longestFound]) + "..."
}
