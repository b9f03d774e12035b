// Package strict reads the YAML of front matter and message files so that
// nothing is guessed: every key is asked for by name, a key that nobody asked
// for is a mistake, and so is a value of another kind than the one expected.
// Each mistake carries its place in the file (package mistake).
//
// Anchors, aliases, tags, merge keys and several documents in one file are
// refused: authors do not need them, and they are how a small file becomes a
// large one. A file is at most 1 MiB.
package strict

import (
	"errors"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"iddtestdrive/site/mistake"
)

// MaxSize is the most bytes that a YAML text may have.
const MaxSize = 1 << 20

// Document is a YAML text being read. Its mistakes are gathered in Mistakes
// while its values are asked for.
type Document struct {
	Mistakes mistake.List

	file string
	src  []byte // the whole file, for pictures
	line int    // number of lines of the file before the YAML
}

// Parse reads the YAML found in src from byte offset from up to byte offset
// to, whose top must be a mapping. An empty text is a mapping without keys. It
// returns nil for the mapping when the text cannot be read at all; the
// document's Mistakes then say why.
func Parse(file string, src []byte, from, to int) (*Document, *Map) {
	d := &Document{file: file, src: src}
	for _, c := range src[:from] {
		if c == '\n' {
			d.line++
		}
	}
	if to-from > MaxSize {
		d.Mistakes = append(d.Mistakes, mistake.InFile(file, fmt.Sprintf("the YAML is larger than %d bytes", MaxSize), "split it"))
		return d, nil
	}
	if m, ok := d.plain(src[from:to]); ok {
		return d, m
	}
	return d, d.parse(src[from:to])
}

// parse has the YAML library read a text.
func (d *Document) parse(src []byte) *Map {
	tree, err := parser.ParseBytes(src, 0)
	if err != nil {
		d.refuse(err)
		return nil
	}
	return d.top(tree)
}

func (d *Document) refuse(err error) {
	var bad yaml.Error
	if errors.As(err, &bad) && bad.GetToken() != nil {
		d.Add(bad.GetToken(), "not valid YAML: "+bad.GetMessage(), "")
		return
	}
	d.Mistakes = append(d.Mistakes, mistake.InFile(d.file, "not valid YAML: "+err.Error(), ""))
}

func (d *Document) top(tree *ast.File) *Map {
	if len(tree.Docs) > 1 {
		d.Add(tree.Docs[1].GetToken(), "a second YAML document begins here", "keep one")
		return nil
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return &Map{doc: d}
	}
	return d.mapping(tree.Docs[0].Body, "the text")
}

// Add records a mistake at the place of a token.
func (d *Document) Add(at *token.Token, what, remedy string) {
	line, column := d.line+at.Position.Line, at.Position.Column
	d.Mistakes = append(d.Mistakes, mistake.OnLine(d.file, d.src, line, column, what, remedy))
}

// Map is a mapping whose keys are asked for by name.
type Map struct {
	doc    *Document
	at     *token.Token
	values []*ast.MappingValueNode
	asked  []string
}

func (d *Document) mapping(n ast.Node, what string) *Map {
	switch n := n.(type) {
	case *ast.MappingNode:
		at := n.GetToken() // the first colon, which is no place for a person
		if len(n.Values) > 0 {
			at = n.Values[0].Key.GetToken()
		}
		return &Map{doc: d, at: at, values: n.Values}
	case *ast.MappingValueNode:
		return &Map{doc: d, at: n.Key.GetToken(), values: []*ast.MappingValueNode{n}}
	case *ast.NullNode:
		return &Map{doc: d, at: n.GetToken()}
	}
	d.Add(n.GetToken(), fmt.Sprintf("%s is %s, not a list of keys and values", what, kind(n)), `write "key: value" lines`)
	return nil
}

// Get returns the value of a key and whether the mapping has it.
func (m *Map) Get(key string) (Value, bool) {
	m.asked = append(m.asked, key)
	for _, v := range m.values {
		if keyText(v) == key {
			return Value{doc: m.doc, key: key, node: v.Value, keyAt: v.Key.GetToken()}, true
		}
	}
	return Value{}, false
}

// Need is Get for a key that must be there; its absence is a mistake.
func (m *Map) Need(key, example string) (Value, bool) {
	v, found := m.Get(key)
	if !found {
		remedy := fmt.Sprintf("write, for example, %s: %s", key, example)
		if m.at != nil {
			m.doc.Add(m.at, fmt.Sprintf("the key %q is missing", key), remedy)
		} else {
			m.doc.Mistakes = append(m.doc.Mistakes, mistake.OnLine(m.doc.file, m.doc.src, 1, 0, fmt.Sprintf("the key %q is missing", key), remedy))
		}
	}
	return v, found
}

// Has reports whether the mapping has one of the keys, with a value or
// without.
func (m *Map) Has(keys ...string) bool {
	return slices.ContainsFunc(m.values, func(v *ast.MappingValueNode) bool { return slices.Contains(keys, keyText(v)) })
}

// Close records a mistake for each key that was never asked for.
func (m *Map) Close() {
	for _, v := range m.values {
		if key := keyText(v); !slices.Contains(m.asked, key) {
			m.doc.Add(v.Key.GetToken(), fmt.Sprintf("unknown key %q", key), mistake.Choice(key, m.asked))
		}
	}
}

// Each calls do with every key and value in the order of the file.
func (m *Map) Each(do func(key string, v Value)) {
	for _, v := range m.values {
		do(keyText(v), Value{doc: m.doc, key: keyText(v), node: v.Value, keyAt: v.Key.GetToken()})
	}
}

func keyText(v *ast.MappingValueNode) string { return v.Key.GetToken().Value }
