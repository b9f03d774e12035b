package keep

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"iddtestdrive/engine/units"
)

// fits says whether a note can be kept, but for its place among the others.
func (n Note) fits() bool {
	told := func(pain int8) bool { return Untold <= pain && pain <= worst }
	return n.At >= 0 && told(n.Before) && told(n.After) &&
		oneLine(n.Words) && utf8.RuneCountInString(n.Words) <= MaxWords
}

// appendNote appends a note as it stands in its line: "3600000 7 - words".
func appendNote(dst []byte, n Note) []byte {
	dst = strconv.AppendInt(dst, int64(n.At), 10)
	for _, pain := range [...]int8{n.Before, n.After} {
		if dst = append(dst, ' '); pain == Untold {
			dst = append(dst, '-')
		} else {
			dst = strconv.AppendInt(dst, int64(pain), 10)
		}
	}
	if n.Words != "" {
		dst = append(append(dst, ' '), n.Words...)
	}
	return dst
}

// readNote reads what appendNote writes. Where a part has another form the
// note that comes out is written differently, by which readHead knows.
func readNote(text string) Note {
	at, text, _ := strings.Cut(text, " ")
	before, text, _ := strings.Cut(text, " ")
	after, words, _ := strings.Cut(text, " ")
	n := Note{Before: readPain(before), After: readPain(after), Words: words}
	ms, err := strconv.ParseInt(at, 10, 64)
	if n.At = units.Instant(ms); err != nil {
		n.At = -1
	}
	return n
}

func readPain(text string) int8 {
	pain, err := strconv.ParseInt(text, 10, 8)
	if err != nil {
		return Untold
	}
	return int8(pain)
}

// Clean makes words that a person typed fit for a note: rows of spaces of any
// kind and of what cannot be seen become one plain space, and what is past MaxWords characters is
// cut off.
func Clean(words string) string {
	apart := func(r rune) bool { return unicode.IsSpace(r) || unseen(r) }
	text := []rune(strings.Join(strings.FieldsFunc(words, apart), " "))
	return strings.TrimRight(string(text[:min(len(text), MaxWords)]), " ")
}

// oneLine says whether a text can stand in a comment as it is: valid, without
// a line end and without anything that cannot be seen, as Clean would leave it
// but for its length.
func oneLine(text string) bool {
	if !utf8.ValidString(text) || strings.HasPrefix(text, " ") || strings.HasSuffix(text, " ") {
		return false
	}
	return strings.IndexFunc(text, unseen) < 0
}

// unseen says whether a character cannot be seen, or makes those after it be
// seen where they do not stand.
func unseen(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r <= 0x9f, r == utf8.RuneError, r == 0xfeff:
		return true
	case 0x2028 <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069:
		return true
	}
	return false
}
