package markdown

import (
	"bytes"
	"regexp"
	"strings"
)

// Lists is what a page lists of the whole site: its glossary, its sources. What
// such a page says depends on which other pages use what it lists.
type Lists struct {
	Glossary   bool
	References bool
	Kinds      []string // of the sources listed; empty for all kinds
}

// Any reports whether the page lists anything.
func (l Lists) Any() bool { return l.Glossary || l.References }

var (
	listLine = regexp.MustCompile(`^:::+[ \t]*(references|glossary)\b(?:.*\bkinds=("[^"]*"|[^\s"]+))?`)
	codeLine = regexp.MustCompile("^(```|~~~)")
)

// ListsIn finds what a page lists without turning it into HTML, so that pages
// can lead there before it is made.
func ListsIn(markdown []byte) Lists {
	var l Lists
	if !bytes.Contains(markdown, []byte("references")) && !bytes.Contains(markdown, []byte("glossary")) {
		return l
	}
	fence := ""
	for line := range bytes.Lines(markdown) {
		if code := string(codeLine.Find(line)); code != "" && (fence == "" || fence == code) {
			fence = strings.TrimPrefix(code, fence) // opened, or closed and empty again
			continue
		}
		match := listLine.FindSubmatch(line)
		switch {
		case match == nil || fence != "":
		case string(match[1]) == "glossary":
			l.Glossary = true
		default:
			l.References = true
			l.Kinds = append(l.Kinds, kindsIn(strings.Trim(string(match[2]), `"`))...)
		}
	}
	return l
}

// kindsIn takes a list of kinds of sources apart.
func kindsIn(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}
