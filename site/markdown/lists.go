package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// Lists is what a page lists of the whole site: its glossary, its sources. What
// such a page says depends on which other pages use what it lists.
type Lists struct {
	Glossary   bool
	Letters    []string // ranges of first letters of the words listed, "a-l"; empty for all letters
	References bool
	Kinds      []string // of the sources listed; empty for all kinds
}

// Any reports whether the page lists anything.
func (l Lists) Any() bool { return l.Glossary || l.References }

var (
	listLine = regexp.MustCompile(`^:::+[ \t]*(references|glossary)\b(?:.*\b(?:kinds|letters)=("[^"]*"|[^\s"]+))?`)
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
		if match == nil || fence != "" {
			continue
		}
		some := split(strings.Trim(string(match[2]), `"`))
		if string(match[1]) == "glossary" {
			l.Glossary, l.Letters = true, append(l.Letters, some...)
		} else {
			l.References, l.Kinds = true, append(l.Kinds, some...)
		}
	}
	return l
}

// HasWord reports whether the page lists a word of the glossary.
func (l Lists) HasWord(word string) bool {
	if !l.Glossary || len(l.Letters) == 0 {
		return l.Glossary
	}
	return slices.ContainsFunc(l.Letters, func(letters string) bool { return inLetters(word, letters) })
}

// split takes a list of words apart.
func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}
