package strict

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// plain reads a text that consists of the plainest lines alone, as most front
// matter does:
//
//	title: The personal remote
//	order: 20
//	reviewed: 2026-03-02
//	sources: [smith2002, brogan2015]
//
// It reports false for any other text, which is the YAML library's to read. What
// it reads the library would read alike, which a test compares; it only does so
// many times faster, and a site may have thousands of pages.
func (d *Document) plain(src []byte) (*Map, bool) {
	m := &Map{doc: d}
	if !utf8.Valid(src) {
		return nil, false
	}
	for line := 1; len(src) > 0; line++ {
		text, rest, _ := bytes.Cut(src, []byte("\n"))
		src = rest
		key, value, ok := bytes.Cut(text, []byte(": "))
		if !ok || !isName(key) {
			return nil, false
		}
		at := &token.Token{Type: token.StringType, Value: string(key), Position: &token.Position{Line: line, Column: 1}}
		if slices.ContainsFunc(m.values, func(v *ast.MappingValueNode) bool { return keyText(v) == at.Value }) {
			return nil, false
		}
		n := plainValue(value, line, len(key)+len(": ")+1)
		if n == nil {
			return nil, false
		}
		m.values = append(m.values, &ast.MappingValueNode{Key: &ast.StringNode{BaseNode: &ast.BaseNode{}, Token: at, Value: at.Value}, Value: n})
	}
	if len(m.values) == 0 {
		return nil, false
	}
	m.at = m.values[0].Key.GetToken()
	return m, true
}

// isName reports whether a text is a key of small letters, digits and underscores.
func isName(text []byte) bool {
	for i, c := range text {
		if !('a' <= c && c <= 'z') && !(i > 0 && (c == '_' || '0' <= c && c <= '9')) {
			return false
		}
	}
	return len(text) > 0 && !isWord(text)
}

// words are what YAML may take for something else than text.
var words = []string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}

func isWord(text []byte) bool {
	return len(text) <= len("false") && slices.Contains(words, string(bytes.ToLower(text)))
}

// plainValue returns a text, a whole number, a date, or a list of simple words,
// and nil for anything else.
func plainValue(text []byte, line, column int) ast.Node {
	if len(text) == 0 {
		return nil
	}
	switch c := text[0]; {
	case c == '[':
		return plainList(text, line, column)
	case isDigits(text) && (c != '0' || len(text) == 1) && len(text) < 10:
		return &ast.IntegerNode{BaseNode: &ast.BaseNode{}, Token: at(token.IntegerType, text, line, column)}
	case isDate(text), (isLetter(c) || c >= utf8.RuneSelf) && !isWord(text) && isPlain(text):
		return &ast.StringNode{BaseNode: &ast.BaseNode{}, Token: at(token.StringType, text, line, column), Value: string(text)}
	}
	return nil
}

// plainList reads [a, b-1, c].
func plainList(text []byte, line, column int) ast.Node {
	if text[len(text)-1] != ']' {
		return nil
	}
	list := &ast.SequenceNode{BaseNode: &ast.BaseNode{}, Start: at(token.SequenceStartType, text[:1], line, column), IsFlowStyle: true}
	column++
	text = text[1 : len(text)-1]
	for len(text) > 0 {
		word, rest, more := bytes.Cut(text, []byte(", "))
		if len(word) == 0 || !isLetter(word[0]) || isWord(word) || (more && len(rest) == 0) {
			return nil
		}
		for _, c := range word {
			if !isLetter(c) && !isDigits([]byte{c}) && c != '-' {
				return nil
			}
		}
		list.Values = append(list.Values, &ast.StringNode{BaseNode: &ast.BaseNode{}, Token: at(token.StringType, word, line, column), Value: string(word)})
		column += len(word) + len(", ")
		text = rest
	}
	return list
}

func at(kind token.Type, text []byte, line, column int) *token.Token {
	return &token.Token{Type: kind, Value: string(text), Position: &token.Position{Line: line, Column: column}}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigits(text []byte) bool {
	for _, c := range text {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(text) > 0
}

func isDate(text []byte) bool {
	return len(text) == len("2026-03-02") && text[4] == '-' && text[7] == '-' &&
		isDigits(text[:4]) && isDigits(text[5:7]) && isDigits(text[8:])
}

// isPlain reports whether a text that begins with a letter, or with a sign beyond
// ASCII, holds no sign that
// YAML gives a meaning to, and no space at its end.
func isPlain(text []byte) bool {
	for _, c := range text {
		if c < ' ' || c == 0x7f || bytes.IndexByte([]byte(`:#"'{}[]&*!|>%@`+"`\\"), c) >= 0 {
			return false
		}
	}
	return text[len(text)-1] != ' '
}
