package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"iddtestdrive/site/reading"
)

// prose gathers what a reader reads as running text: headings, paragraphs, lines
// of lists, titles of blocks, footnotes, and cells of tables that end like a
// sentence. Code, sums, addresses, numbers of sources and what stands for a
// picture are left out. Marks count from the top of the file.
func (p *page) prose(tree ast.Node, source []byte) {
	all := &p.body.Prose
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *Block:
			if title := n.get("title"); title != "" {
				*all = append(*all, reading.Passage{Text: title, Marks: []reading.Mark{{Offset: p.source.Body + p.valueAt(n.settings["title"])}}})
			}
			return ast.WalkContinue, nil
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock, *tick, *extast.TableCell:
			passage := p.passage(n, source)
			if _, cell := n.(*extast.TableCell); strings.TrimSpace(passage.Text) != "" && (!cell || isSentence(passage.Text)) {
				*all = append(*all, passage)
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// valueAt is the offset of a setting's value.
func (p *page) valueAt(s setting) int {
	rest := string(p.source.Text[p.source.Body+s.offset:])
	return s.offset + strings.Index(rest, s.value)
}

func isSentence(text string) bool {
	return strings.ContainsAny(text[max(0, len(strings.TrimRight(text, " ”’\")"))-1):], ".!?")
}

// passage is the text of a node with the places at which its parts stand.
func (p *page) passage(n ast.Node, source []byte) reading.Passage {
	var passage reading.Passage
	var text strings.Builder
	say := func(said []byte, at int) {
		passage.Marks = append(passage.Marks, reading.Mark{At: text.Len(), Offset: p.source.Body + at})
		text.Write(said)
	}
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.Image, *ast.AutoLink, *ast.RawHTML, *citation, *extast.FootnoteLink, *extast.FootnoteBacklink:
			return ast.WalkSkipChildren, nil
		case *defined:
			around := n.closing
			if entering {
				p.body.Explained = append(p.body.Explained, plain(n, source))
				around = n.opening
			}
			if !around.IsEmpty() {
				say(around.Value(source), around.Start)
			}
		case *ast.Text:
			if !entering {
				break
			}
			said := n.Segment.Value(source)
			if !n.IsRaw() {
				said = util.UnescapePunctuations(util.ResolveNumericReferences(util.ResolveEntityNames(said)))
			}
			say(said, n.Segment.Start)
			if n.SoftLineBreak() || n.HardLineBreak() {
				text.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	passage.Text = text.String()
	return passage
}
