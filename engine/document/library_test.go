package document_test

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// library takes YAML apart with a library that knows all of it, and not always
// as YAML has it: it drops tabs within texts, loses count of columns after tags
// and escapes, and takes any text that ends with << for a merge key.
type library struct{ lines []string }

// dumpOfLibrary writes the tree of a text as Dump does.
func dumpOfLibrary(src []byte) (out string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the library panics: %v", r)
		}
	}()
	text := strings.ReplaceAll(strings.TrimPrefix(string(src), "\ufeff"), "\r\n", "\n")
	file, err := parser.Parse(lexer.Tokenize(text), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return "", err
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		return "", fmt.Errorf("%d documents", len(file.Docs))
	}
	var b strings.Builder
	library{strings.Split(text, "\n")}.dump(&b, file.Docs[0].Body, 0, "")
	return b.String(), nil
}

func (l library) dump(b *strings.Builder, n ast.Node, depth int, as string) {
	fmt.Fprintf(b, "%s%s%s", strings.Repeat("  ", depth), as, kindInLibrary(n))
	switch n := n.(type) {
	case *ast.StringNode:
		fmt.Fprintf(b, " %q", n.Value)
	case *ast.LiteralNode:
		fmt.Fprintf(b, " %q", n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		fmt.Fprintf(b, " %q", n.GetToken().Value)
	case *ast.NullNode:
		if n.Token.Type != token.ImplicitNullType {
			fmt.Fprintf(b, " %q", n.Token.Value)
		}
	}
	if null, ok := n.(*ast.NullNode); !ok || null.Token.Type != token.ImplicitNullType {
		b.WriteString(" " + l.place(n))
	}
	b.WriteByte('\n')
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, p := range n.Values {
			l.dumpPair(b, p, depth+1)
		}
	case *ast.MappingValueNode:
		l.dumpPair(b, n, depth+1)
	case *ast.SequenceNode:
		for _, e := range n.Values {
			l.dump(b, e, depth+1, "- ")
		}
	}
}

func (l library) dumpPair(b *strings.Builder, p *ast.MappingValueNode, depth int) {
	glued := ""
	key, colon, value := p.Key.GetToken(), p.Start, p.Value.GetToken()
	if !inQuotes(key) && colon != nil && value != nil && colon.Type == token.MappingValueType && value.Type != token.ImplicitNullType &&
		value.Position.Line == colon.Position.Line && value.Position.Column == colon.Position.Column+1 {
		glued = "glued "
	}
	l.dump(b, p.Key, depth, glued+"key ")
	l.dump(b, p.Value, depth, "")
}

func inQuotes(t *token.Token) bool {
	return t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType
}

func kindInLibrary(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		if inQuotes(n.Token) {
			return "quoted"
		}
		return "plain"
	case *ast.LiteralNode:
		return "block"
	case *ast.IntegerNode:
		return "integer"
	case *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return "literal"
	case *ast.NullNode:
		if n.Token.Type == token.ImplicitNullType {
			return "absent"
		}
		return "null"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "mapping"
	case *ast.SequenceNode:
		return "list"
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode, *ast.MappingKeyNode:
		return "foreign"
	}
	return "other"
}

// place is where a node begins, a mapping without braces at its first key. The
// library reports a plain value that is followed by spaces too far right, so
// the text is looked for at or before the column it gives.
func (l library) place(n ast.Node) string {
	t := n.GetToken()
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		t = m.Values[0].Key.GetToken()
	}
	if m, ok := n.(*ast.MappingValueNode); ok {
		t = m.Key.GetToken()
	}
	first, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	first = strings.TrimSpace(first)
	column := max(1, t.Position.Column)
	line := []rune(l.lines[t.Position.Line-1])
	reach := min(len(line), column-1+utf8.RuneCountInString(first))
	if i := strings.LastIndex(string(line[:reach]), first); i >= 0 && first != "" {
		column = utf8.RuneCountInString(string(line[:reach])[:i]) + 1
	}
	return fmt.Sprintf("%d:%d", t.Position.Line, column)
}
