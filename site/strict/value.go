package strict

import (
	"fmt"
	"strconv"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// Value is one value of a mapping or list, with its place.
type Value struct {
	doc   *Document
	key   string
	node  ast.Node
	keyAt *token.Token
}

// Wrong records a mistake at the value.
func (v Value) Wrong(what, remedy string) { v.doc.Add(v.at(), what, remedy) }

// WrongKey records a mistake at the value's key.
func (v Value) WrongKey(what, remedy string) { v.doc.Add(v.keyAt, what, remedy) }

// Place returns the line and column of the value in the file, from 1.
func (v Value) Place() (line, column int) {
	at := v.at().Position
	return v.doc.line + at.Line, at.Column
}

// at is the value's own place, or its key's where the value is empty.
func (v Value) at() *token.Token {
	if _, empty := v.node.(*ast.NullNode); empty || v.node == nil {
		return v.keyAt
	}
	return v.node.GetToken()
}

// Text returns the value as text. Numbers, yes and no, and dates are texts
// too, as they are written; a list or a mapping is a mistake, and so is
// emptiness.
func (v Value) Text() (string, bool) {
	switch n := v.node.(type) {
	case *ast.StringNode:
		if n.Value == "" {
			break
		}
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	v.Wrong(fmt.Sprintf("%q is %s, not text", v.key, kind(v.node)), "")
	return "", false
}

// Int returns the value as a whole number between least and most.
func (v Value) Int(least, most int) (int, bool) {
	n, isInt := v.node.(*ast.IntegerNode)
	if isInt {
		if i, err := strconv.Atoi(n.GetToken().Value); err == nil && i >= least && i <= most {
			return i, true
		}
	}
	found := kind(v.node)
	if isInt {
		found = n.GetToken().Value
	}
	v.Wrong(fmt.Sprintf("%q is %s", v.key, found), fmt.Sprintf("write a whole number from %d to %d", least, most))
	return 0, false
}

// Map returns the value as a mapping, or nil after recording a mistake.
func (v Value) Map() *Map { return v.doc.mapping(v.node, fmt.Sprintf("%q", v.key)) }

// IsMap reports whether the value is a mapping.
func (v Value) IsMap() bool {
	switch v.node.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

// IsEmpty reports whether the key stands there without a value.
func (v Value) IsEmpty() bool {
	_, empty := v.node.(*ast.NullNode)
	return empty || v.node == nil
}

// List returns the items of the value, or nil after recording a mistake.
func (v Value) List() []Value {
	n, isList := v.node.(*ast.SequenceNode)
	if !isList {
		v.Wrong(fmt.Sprintf("%q is %s, not a list", v.key, kind(v.node)), `write one item a line, each after "- "`)
		return nil
	}
	items := make([]Value, len(n.Values))
	for i, item := range n.Values {
		items[i] = Value{doc: v.doc, key: v.key, node: item, keyAt: n.GetToken()}
	}
	return items
}

// kind names the sort of a node in plain words.
func kind(n ast.Node) string {
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return "empty"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a group of keys"
	case *ast.SequenceNode:
		return "a list"
	case *ast.IntegerNode, *ast.FloatNode:
		return "a number"
	case *ast.BoolNode:
		return "true or false"
	case *ast.StringNode:
		if n.Value == "" {
			return "empty"
		}
		return "text"
	case *ast.LiteralNode:
		return "text"
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode:
		return "an anchor, alias or tag"
	}
	return n.Type().String()
}
