// Package mistake is what an author is told when a file of the content is
// wrong: which file, line and column, what is wrong, a picture of the line with
// a mark under the place, and what would be right.
//
//	content/en/index.md:3:1: unknown key "titel"
//	  3 | titel: Home
//	    | ^
//	    did you mean "title"?
//
// A build gathers the mistakes of all files before it stops, so that an author
// mends them in one go. Lines and columns count from 1; a column counts
// characters, not bytes. Line 0 means the file as a whole.
package mistake

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Mistake is one thing wrong in one place of one file.
type Mistake struct {
	File   string // the file's name as the author knows it
	Line   int    // 1 is the first; 0 where the whole file is meant
	Column int    // in characters, 1 is the first; 0 where the whole line is meant
	What   string // what is wrong, in one sentence without a full stop
	Remedy string // what would be right; may be empty
	Text   string // the line as it stands in the file; may be empty
}

// longest is the number of characters of a line that a picture shows: a line
// of a minified file must not flood the terminal.
const longest = 160

// At returns a mistake at a byte offset of a source. An offset outside the
// source means its nearest end.
func At(file string, src []byte, offset int, what, remedy string) *Mistake {
	offset = max(0, min(offset, len(src)))
	start := strings.LastIndexByte(string(src[:offset]), '\n') + 1
	return &Mistake{
		File:   file,
		Line:   1 + strings.Count(string(src[:start]), "\n"),
		Column: 1 + utf8.RuneCount(src[start:offset]),
		What:   what,
		Remedy: remedy,
		Text:   LineText(src[start:]),
	}
}

// OnLine returns a mistake at a line and column of a source.
func OnLine(file string, src []byte, line, column int, what, remedy string) *Mistake {
	rest := string(src)
	for n := 1; n < line; n++ {
		_, after, found := strings.Cut(rest, "\n")
		if !found {
			break
		}
		rest = after
	}
	return &Mistake{File: file, Line: line, Column: column, What: what, Remedy: remedy, Text: LineText([]byte(rest))}
}

// InFile returns a mistake that concerns a file as a whole.
func InFile(file, what, remedy string) *Mistake {
	return &Mistake{File: file, What: what, Remedy: remedy}
}

// LineText returns the first line of src without its end.
func LineText(src []byte) string {
	line, _, _ := strings.Cut(string(src), "\n")
	return strings.TrimSuffix(line, "\r")
}

// Error returns the mistake with its picture, over several lines.
func (m *Mistake) Error() string {
	var b strings.Builder
	b.WriteString(m.Place() + ": " + m.What)
	if picture := m.Picture(); picture != "" {
		b.WriteString("\n" + picture)
	}
	if m.Remedy != "" {
		b.WriteString("\n    " + m.Remedy)
	}
	return b.String()
}

// Place returns file, line and column as editors and terminals know them.
func (m *Mistake) Place() string {
	switch {
	case m.Line == 0:
		return m.File
	case m.Column == 0:
		return fmt.Sprintf("%s:%d", m.File, m.Line)
	}
	return fmt.Sprintf("%s:%d:%d", m.File, m.Line, m.Column)
}

// Picture returns the line with its number and a mark under the column, or ""
// where the line is not known.
func (m *Mistake) Picture() string {
	if m.Line == 0 || m.Text == "" {
		return ""
	}
	text := []rune(strings.ReplaceAll(m.Text, "\t", " "))
	if len(text) > longest {
		text = append(text[:longest:longest], '…')
	}
	number := fmt.Sprintf("%3d", m.Line)
	picture := number + " | " + string(text)
	if m.Column > 0 && m.Column <= len(text)+1 {
		gutter := strings.Repeat(" ", len(number))
		picture += "\n" + gutter + " | " + strings.Repeat(" ", m.Column-1) + "^"
	}
	return picture
}

// List is every mistake of a build. As an error it reads as the mistakes one
// after the other, with an empty line between them.
type List []*Mistake

// Error returns the mistakes one after the other.
func (l List) Error() string {
	texts := make([]string, len(l))
	for i, m := range l {
		texts[i] = m.Error()
	}
	return strings.Join(texts, "\n\n")
}

// Sort puts the mistakes in the order of file, line, column and text.
func (l List) Sort() {
	sort.SliceStable(l, func(i, j int) bool {
		a, b := l[i], l[j]
		switch {
		case a.File != b.File:
			return a.File < b.File
		case a.Line != b.Line:
			return a.Line < b.Line
		case a.Column != b.Column:
			return a.Column < b.Column
		}
		return a.What < b.What
	})
}

// Err returns the list as an error, sorted, or nil where it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	l.Sort()
	return l
}

// Nearest returns the word of allowed that was most likely meant by got, or ""
// when none comes near.
func Nearest(got string, allowed []string) string {
	best, least := "", 3
	for _, word := range allowed {
		if d := distance(strings.ToLower(got), word); d < least && d < len(word) {
			best, least = word, d
		}
	}
	return best
}

// Choice returns the remedy for a word that is not among those allowed.
func Choice(got string, allowed []string) string {
	list := "allowed: " + strings.Join(allowed, ", ")
	if near := Nearest(got, allowed); near != "" {
		return fmt.Sprintf("did you mean %q? %s", near, list)
	}
	return list
}

// distance is the number of letters to insert, delete, change or swap with
// their neighbour to make b of a.
func distance(a, b string) int {
	older, former, current := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range former {
		former[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			current[j] = min(former[j]+1, current[j-1]+1, former[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], older[j-2]+1)
			}
		}
		older, former, current = former, current, older
	}
	return former[len(b)]
}
