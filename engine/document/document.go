// Package document reads YAML files that people write by hand, strictly: what
// is not meant is an error, and nothing is guessed. Scenarios and test drives
// are such files.
//
// # How a file is read
//
// A Form says what one file holds and how large it may be. Form.Open gives the
// root of the file's tree, a Value. The code that reads a kind of file is then
// a plain list of its keys:
//
//	root, err := document.Form{Holds: "recipe", MaxBytes: 1 << 16}.Open(name, src)
//	if err != nil {
//		return nil, err
//	}
//	k := root.Open("title", "bake")
//	r := Recipe{
//		Title: k.Must("title").Line("a name for the recipe, in one line", 80),
//		Bake:  document.Quantity(k.Get("bake"), units.ParseSpan, units.Hour),
//	}
//	return r, root.Err()
//
// The first mistake is kept, and after it every reading gives a zero value, so
// such code needs no check between two keys and the author is told of one
// mistake at a time, the first.
//
// # What is a mistake
//
// An unknown key, an unknown word, a missing unit, a wrong type, a key given
// twice, a value out of range: each is an *Error with the file, line, column,
// key, what was found, what is allowed, and a picture of the line. YAML is
// taken plainly: one document, no anchors, aliases, tags, merge keys or
// directives; text that looks like a number or like true stands in quotes.
//
// # Bounds
//
// Any input whatever is answered in a time that is in proportion to its size,
// which is bounded, as are the depth of nesting and the indentation.
//
// # The YAML that is read
//
// Mappings and lists, in lines and in brackets; texts without quotes, in
// either kind of quotes and in blocks of lines (| and >, with - and + and a
// digit); comments; the marks --- and ... around the one document. All means
// what YAML 1.2 says, and what YAML has besides is refused where it stands. The
// package reads it by itself: a library for all of YAML is as large as the
// whole engine, which the simulator in the browser has to carry, and where one
// was used it had its own idea of tabs and columns. Tests hold the two against
// each other.
package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Form is a kind of file.
type Form struct {
	Holds    string // what one file holds, a noun that takes an s: "scenario"
	MaxBytes int    // of YAML, whole kibibytes
}

// text is a file's text and where its YAML stands in it.
type text struct {
	form  Form
	name  string
	lines []string
}

// Open checks a file's text, reads its YAML and gives the root of its tree.
// The name stands for the file in errors, which are all of type *Error.
func (f Form) Open(name string, src []byte) (Value, error) {
	t := &text{form: f, name: name}
	if len(src) > f.MaxBytes {
		return Value{}, t.fault(place{}, "the file is too large", "at most "+size(f.MaxBytes))
	}
	if err := t.clean(src); err != nil {
		return Value{}, err
	}
	root, err := t.parse()
	if err != nil {
		return Value{}, err
	}
	return Value{reader: &reader{text: t}, node: root, show: root}, nil
}

// size writes a number of bytes.
func size(bytes int) string {
	if bytes%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", bytes>>20)
	}
	return fmt.Sprintf("%d KiB", bytes>>10)
}

// clean parts the text into lines, whichever way they end, and refuses what has
// no place in a text.
func (t *text) clean(src []byte) error {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	t.lines = strings.Split(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n")
	for i, line := range t.lines {
		if err := t.characters(i+1, line); err != nil {
			return err
		}
	}
	return nil
}

// characters refuses a line with a character that is not text.
func (t *text) characters(number int, line string) error {
	column := 0
	for offset, r := range line {
		column++
		at := place{number, column, 1}
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(line[offset:], "\ufffd"):
			return t.fault(at, "this is not text in UTF-8", "a YAML file saved as UTF-8")
		case r == '\t' && strings.TrimLeft(line[:offset], " ") == "":
			return t.fault(at, "the line is indented with a tab", "spaces only")
		case r != '\t' && unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\ufeff':
			return t.fault(at, fmt.Sprintf("there is a control character (U+%04X)", r), "printable text")
		}
	}
	return nil
}

// fault is an error at a place that has no key.
func (t *text) fault(at place, problem, allowed string) *Error {
	e := &Error{File: t.name, Line: at.line, Column: at.column, Problem: problem, Allowed: allowed}
	if at.line > 0 && at.line <= len(t.lines) && at.column > 0 {
		e.Picture = picture(t.lines[at.line-1], at)
	}
	return e
}
