package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// treeReader goes once through the finished tree of a page: it checks
// headings, links, pictures and raw HTML, gives blocks their heading level and
// lets each kind of block look at its own.
type treeReader struct{}

// Transform implements parser.ASTTransformer.
func (treeReader) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	t := &walk{page: pageOf(pc), source: reader.Source(), section: 1, last: 1}
	t.leaveOut(doc)
	t.children(doc, t.section)
}

// walk is one way through a tree.
type walk struct {
	*page
	source  []byte
	section int // level of the heading that the text stands under
	last    int // level of the heading written last, a block's own included
	inside  int // number of blocks around the node
}

// children visits what a node holds. base is the level of the heading above.
func (t *walk) children(n ast.Node, base int) {
	for child := n.FirstChild(); child != nil; {
		next := child.NextSibling() // a visit may replace the child
		t.visit(child, base)
		child = next
	}
}

func (t *walk) visit(n ast.Node, base int) {
	switch n := n.(type) {
	case *Block:
		t.block(n, base)
		return
	case *ast.Heading:
		t.heading(n)
	case *ast.Link:
		n.Destination = t.target(n, n.Destination)
	case *ast.AutoLink:
		t.autoLink(n)
	case *ast.Image:
		t.image(n)
	case *ast.HTMLBlock:
		raw := bytes.Clone(n.Lines().Value(t.source))
		if n.HasClosure() {
			raw = append(raw, n.ClosureLine.Value(t.source)...)
		}
		t.html(n.Pos(), raw)
	case *ast.RawHTML:
		t.html(n.Pos(), n.Segments.Value(t.source))
	case *extast.TaskCheckBox:
		if within(n, func(n ast.Node) bool { b, ok := n.(*Block); return ok && b.kind.Name == quizBlock.Name }) {
			return // of a quiz that is wrong in another way
		}
		t.wrong(linkStart(n), "a box to tick outside a quiz", "write ::: checklist around the list, and leave the [ ] out")
	case *extast.Table:
		t.table(n)
	case *citation:
		t.cite(n)
	case *defined:
		t.define(n)
	}
	t.children(n, base)
}

// block gives a block its level and lets its kind read it.
func (t *walk) block(b *Block, base int) {
	if t.inside == 0 {
		base = t.section
	}
	b.level = min(base+1, 6)
	t.body.Blocks = append(t.body.Blocks, b.kind.Name)
	if b.kind.read != nil && !b.lacking {
		b.kind.read(t.page, b)
	}
	if b.kind.Name != "" {
		t.last = b.level
	}
	t.inside++
	t.children(b, b.level)
	t.inside--
}

func (t *walk) heading(h *ast.Heading) {
	switch {
	case h.Level == 1:
		t.wrong(h.Pos(), "a heading of level 1 in the text", "the title in the front matter is the page's only one: begin with ##")
	case h.Level > t.last+1 && h.Level > t.section+1:
		t.wrong(h.Pos(), fmt.Sprintf("a heading of level %d after one of level %d", h.Level, t.section), "leave out no level")
	}
	t.last = h.Level
	if t.inside > 0 {
		return
	}
	t.section = h.Level
	id, _ := h.AttributeString("id")
	name, _ := id.([]byte)
	t.body.Headings = append(t.body.Headings, Heading{Level: h.Level, ID: string(name), Text: plain(h, t.source)})
}

// html lets comments pass and refuses everything else.
func (t *walk) html(at int, raw []byte) {
	raw = bytes.TrimSpace(raw)
	if bytes.HasPrefix(raw, []byte("<!--")) && bytes.Index(raw, []byte("-->")) == len(raw)-len("-->") {
		return
	}
	t.wrong(at, "raw HTML in the text", "write Markdown, or one of the ::: blocks")
}
