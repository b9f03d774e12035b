package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// The bounds that keep the YAML library's work in proportion to the file: it
// takes a stack and a path per level of nesting, and a time that grows with
// the square of the number of empty lines in a row.
const (
	maxDepth      = 32  // brackets within brackets
	maxIndent     = 200 // spaces at the beginning of a line
	maxBlankLines = 50  // in a row
)

// document is the text of a scenario file and the tree of its YAML.
type document struct {
	name  string
	lines []string
	root  ast.Node
}

// open checks a file's text and reads its YAML. Errors are *Error.
func open(name string, src []byte) (*document, error) {
	d := &document{name: name}
	if len(src) > MaxBytes {
		return nil, d.fault(place{}, "the file is too large", "at most 1 MiB")
	}
	text, err := d.clean(src)
	if err != nil {
		return nil, err
	}
	tokens := lexer.Tokenize(text)
	if err := d.nesting(tokens); err != nil {
		return nil, err
	}
	body, err := d.parse(tokens)
	if err != nil {
		return nil, err
	}
	d.root = body
	return d, nil
}

// clean gives the text with line ends of one kind. It refuses what has no
// place in a text and what would cost the YAML library too much.
func (d *document) clean(src []byte) (string, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	text := strings.ReplaceAll(string(src), "\r\n", "\n")
	d.lines = strings.Split(text, "\n")
	blank := 0
	for i, line := range d.lines {
		if blank++; strings.TrimSpace(line) != "" {
			blank = 0
		}
		if blank > maxBlankLines {
			return "", d.fault(place{line: i + 1}, "too many empty lines in a row", fmt.Sprintf("at most %d", maxBlankLines))
		}
		if err := d.characters(i+1, line); err != nil {
			return "", err
		}
	}
	return text, nil
}

// characters refuses a line with a character that is not text.
func (d *document) characters(number int, line string) error {
	column := 0
	for offset, r := range line {
		column++
		at := place{number, column, 1}
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(line[offset:], "\ufffd"):
			return d.fault(at, "this is not text in UTF-8", "a YAML file saved as UTF-8")
		case r == '\t' && strings.TrimLeft(line[:offset], " ") == "":
			return d.fault(at, "the line is indented with a tab", "spaces only")
		case r != '\t' && unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\ufeff':
			return d.fault(at, fmt.Sprintf("there is a control character (U+%04X)", r), "printable text")
		}
	}
	return nil
}

// nesting refuses brackets within brackets, and indentation, beyond any
// scenario's need, before anything is built for each level.
func (d *document) nesting(tokens token.Tokens) error {
	depth, line := 0, 0
	for _, t := range tokens {
		p := t.Position
		if opens(t) {
			depth++
		}
		if depth > 0 && (t.Type == token.MappingEndType || t.Type == token.SequenceEndType) {
			depth--
		}
		nests := t.Type == token.SequenceEntryType || t.Type == token.MappingKeyType || p.Line != line
		if depth > maxDepth || depth == 0 && nests && p.Column > maxIndent {
			return d.fault(place{p.Line, p.Column, 1}, "the file is nested too deeply",
				fmt.Sprintf("at most %d brackets within brackets, and %d spaces at the beginning of a line", maxDepth, maxIndent))
		}
		line = p.Line
	}
	return nil
}

func opens(t *token.Token) bool {
	return t.Type == token.MappingStartType || t.Type == token.SequenceStartType
}

// parse builds the tree. The library has panicked on odd input before; that
// too is then only a file that cannot be read.
func (d *document) parse(tokens token.Tokens) (body ast.Node, err error) {
	defer func() {
		if recover() != nil {
			body, err = nil, d.fault(place{}, "the file is not valid YAML", allowedYAML)
		}
	}()
	// Keys given twice are found by the reader, which can say more about them.
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, d.syntax(err)
	}
	for _, doc := range file.Docs {
		if directive, ok := doc.Body.(*ast.DirectiveNode); ok {
			return nil, d.fault(d.placeOf(directive), "a line that begins with % is not used in scenarios", allowedYAML)
		}
	}
	switch {
	case len(file.Docs) > 1:
		return nil, d.fault(d.placeOf(file.Docs[1]), "the file holds more than one YAML document", "one scenario in one file")
	case len(file.Docs) == 0 || file.Docs[0].Body == nil:
		return nil, d.fault(place{}, "the file is empty", "a scenario, which begins with title: and a name for it")
	}
	return file.Docs[0].Body, nil
}

const allowedYAML = `lines of "key: value", lists with "- " before each entry, {braces} around keys and [brackets] around entries`

// syntax turns the library's error into ours.
func (d *document) syntax(err error) error {
	var located interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &located) || located.GetToken() == nil {
		return d.fault(place{}, "the file is not valid YAML: "+err.Error(), allowedYAML)
	}
	p := located.GetToken().Position
	return d.fault(place{p.Line, p.Column, 1}, "the file is not valid YAML here: "+located.GetMessage(), allowedYAML)
}

// fault is an error at a place that has no key.
func (d *document) fault(at place, problem, allowed string) *Error {
	e := &Error{File: d.name, Line: at.line, Column: at.column, Problem: problem, Allowed: allowed}
	if at.line > 0 && at.line <= len(d.lines) && at.column > 0 {
		e.Picture = picture(d.lines[at.line-1], at)
	}
	return e
}

// placeOf finds where a node stands; none stands nowhere. The library reports a plain value that
// is followed by spaces as many columns too far right, so the text itself is
// looked for at or before the column it gives.
func (d *document) placeOf(n ast.Node) place {
	if doc, ok := n.(*ast.DocumentNode); ok && doc.Start != nil {
		return place{doc.Start.Position.Line, 1, 3}
	}
	t := n.GetToken()
	if pair, ok := n.(*ast.MappingNode); ok && len(pair.Values) > 0 && !pair.IsFlowStyle {
		t = pair.Values[0].Key.GetToken()
	}
	if t == nil || t.Position.Line < 1 || t.Position.Line > len(d.lines) {
		return place{}
	}
	at := place{t.Position.Line, max(1, t.Position.Column), 1}
	first, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	first = strings.TrimSpace(first)
	at.width = max(1, utf8.RuneCountInString(first))
	line := []rune(d.lines[at.line-1])
	reach := min(len(line), at.column-1+at.width)
	if i := strings.LastIndex(string(line[:reach]), first); i >= 0 && first != "" {
		at.column = utf8.RuneCountInString(string(line[:reach])[:i]) + 1
	}
	return at
}
