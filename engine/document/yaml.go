package document

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// This file alone knows the library that takes YAML apart. It makes nodes of a
// text, or an *Error; the package asks it for nothing else.

// The library takes a stack and a path per level of nesting.
const (
	maxDepth  = 32  // brackets within brackets
	maxIndent = 200 // spaces at the beginning of a line
)

const allowedYAML = `lines of "key: value", lists with "- " before each entry, {braces} around keys and [brackets] around entries`

// parse builds the tree. The library has panicked on odd input before; that
// too is then only a file that cannot be read.
func (t *text) parse(text string) (root *node, err error) {
	defer func() {
		if recover() != nil {
			root, err = nil, t.fault(place{}, "the file is not valid YAML", allowedYAML)
		}
	}()
	tokens := lexer.Tokenize(text)
	if err := t.nesting(tokens); err != nil {
		return nil, err
	}
	// Keys given twice are found by the reader, which can say more about them.
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, t.syntax(err)
	}
	for _, doc := range file.Docs {
		if directive, ok := doc.Body.(*ast.DirectiveNode); ok {
			return nil, t.fault(t.placeOf(spotOf(directive)), "a line that begins with % is not used in "+t.form.Holds+"s", allowedYAML)
		}
	}
	switch {
	case len(file.Docs) > 1:
		return nil, t.fault(t.beginning(file.Docs[1]), "the file holds more than one YAML document", "one "+t.form.Holds+" in one file")
	case len(file.Docs) == 0 || file.Docs[0].Body == nil:
		return nil, t.fault(place{}, "the file is empty", "a "+t.form.Holds+", which begins with title: and a name for it")
	}
	return nodeOf(file.Docs[0].Body), nil
}

// nesting refuses brackets within brackets, and indentation, beyond any
// file's need, before anything is built for each level.
func (t *text) nesting(tokens token.Tokens) error {
	depth, line := 0, 0
	for _, tk := range tokens {
		p := tk.Position
		if tk.Type == token.MappingStartType || tk.Type == token.SequenceStartType {
			depth++
		}
		if depth > 0 && (tk.Type == token.MappingEndType || tk.Type == token.SequenceEndType) {
			depth--
		}
		nests := tk.Type == token.SequenceEntryType || tk.Type == token.MappingKeyType || p.Line != line
		if depth > maxDepth || depth == 0 && nests && p.Column > maxIndent {
			return t.fault(place{p.Line, p.Column, 1}, "the file is nested too deeply",
				fmt.Sprintf("at most %d brackets within brackets, and %d spaces at the beginning of a line", maxDepth, maxIndent))
		}
		line = p.Line
	}
	return nil
}

// syntax turns the library's error into ours.
func (t *text) syntax(err error) error {
	var located interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &located) || located.GetToken() == nil {
		return t.fault(place{}, "the file is not valid YAML: "+err.Error(), allowedYAML)
	}
	p := located.GetToken().Position
	return t.fault(place{p.Line, p.Column, 1}, "the file is not valid YAML here: "+located.GetMessage(), allowedYAML)
}

// beginning is where a document of several begins.
func (t *text) beginning(doc *ast.DocumentNode) place {
	if doc.Start != nil {
		return place{doc.Start.Position.Line, 1, 3}
	}
	return t.placeOf(spotOf(doc))
}

// nodeOf makes a node of the library's.
func nodeOf(from ast.Node) *node {
	if from == nil {
		return nil
	}
	n := &node{at: spotOf(from)}
	if tk := from.GetToken(); tk != nil {
		n.line, n.text, n.written = tk.Position.Line, tk.Value, tk.Value
	}
	switch from := from.(type) {
	case *ast.StringNode:
		n.kind, n.text = plain, from.Value
		if inQuotes(from.Token) {
			n.kind = quoted
		}
	case *ast.LiteralNode:
		n.kind, n.text = block, from.Value.Value
	case *ast.IntegerNode:
		n.kind = integer
	case *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		n.kind = literal
	case *ast.NullNode:
		n.kind = null
		if from.Token.Type == token.ImplicitNullType {
			n.kind = absent
		}
	case *ast.MappingNode:
		n.kind = mapping
		for _, p := range from.Values {
			n.pairs = append(n.pairs, pairOf(p))
		}
	case *ast.MappingValueNode:
		n.kind, n.pairs = mapping, []pair{pairOf(from)}
	case *ast.SequenceNode:
		n.kind = list
		for _, entry := range from.Values {
			n.entries = append(n.entries, nodeOf(entry))
		}
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode, *ast.MappingKeyNode:
		n.kind = foreign
	}
	return n
}

// pairOf makes a pair. In {at:3 h} a value follows its colon without a space:
// YAML would have it that this is one word.
func pairOf(from *ast.MappingValueNode) pair {
	p := pair{key: nodeOf(from.Key), value: nodeOf(from.Value)}
	key, colon, value := from.Key.GetToken(), from.Start, from.Value.GetToken()
	p.glued = !inQuotes(key) && colon != nil && value != nil &&
		colon.Type == token.MappingValueType && value.Type != token.ImplicitNullType &&
		value.Position.Line == colon.Position.Line && value.Position.Column == colon.Position.Column+1
	return p
}

func inQuotes(t *token.Token) bool {
	return t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType
}

// spotOf is where a node begins, a mapping without braces at its first key.
func spotOf(n ast.Node) spot {
	t := n.GetToken()
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		t = m.Values[0].Key.GetToken()
	}
	if t == nil {
		return spot{}
	}
	first, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	return spot{t.Position.Line, t.Position.Column, strings.TrimSpace(first)}
}
