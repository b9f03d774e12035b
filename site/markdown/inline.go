package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// bracketParser reads what stands in square brackets and is ours: sources,
// [@smith2002], and words of the glossary, [[lockout]]. Both stand on one line.
type bracketParser struct{}

// Trigger implements parser.InlineParser.
func (bracketParser) Trigger() []byte { return []byte{'['} }

var (
	citesLine = regexp.MustCompile(`^\[@([^\[\]\r\n]*)\]`)
	wordLine  = regexp.MustCompile(`^\[\[([^\[\]\r\n]*)\]\]`)
)

// Parse implements parser.InlineParser.
func (bracketParser) Parse(_ ast.Node, reader text.Reader, pc parser.Context) ast.Node {
	line, segment := reader.PeekLine()
	if len(line) < 2 {
		return nil
	}
	p, start := pageOf(pc), segment.Start
	switch line[1] {
	case '@':
		match := citesLine.FindSubmatchIndex(line)
		if match == nil {
			p.wrong(start, "sources without an end on this line", "write their keys on one line, such as [@smith2002, @deer2024]")
			return nil
		}
		if rest := line[match[1]:]; len(rest) > 0 && rest[0] == '(' {
			return nil // a link whose words begin with @
		}
		reader.Advance(match[1])
		return newCitation(p, string(line[match[2]:match[3]]), start, start+match[2])
	case '[':
		match := wordLine.FindSubmatchIndex(line)
		if match == nil {
			return nil // brackets in brackets, such as a link in them
		}
		reader.Advance(match[1])
		return newDefined(p, line[match[2]:match[3]], start, start+match[2])
	}
	return nil
}

// within returns whether one of the nodes around a node is such a one.
func within(n ast.Node, is func(ast.Node) bool) bool {
	for n = n.Parent(); n != nil; n = n.Parent() {
		if is(n) {
			return true
		}
	}
	return false
}

// isLabel reports whether a node's words are the words of a link, a picture or a
// heading, in which no other link may stand.
func isLabel(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindLink, ast.KindImage, ast.KindHeading:
		return true
	}
	return false
}
