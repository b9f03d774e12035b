package markdown

import (
	"net/url"
	"path"

	"github.com/yuin/goldmark/ast"
)

// leaveOut takes out of the tree what the site does without, before anything
// looks at it: the blocks that would start it, with the headings that would have
// nothing under them; a section that lists the pages of an audience which is
// left out, from its heading to the next one of its level; and links to pages
// that are left out, whose words stay.
func (p *page) leaveOut(doc *ast.Document) {
	if p.around.LeftOut == nil {
		return
	}
	var lists, starts []*Block
	var links []*ast.Link
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *Block:
			switch {
			case !entering:
			case n.kind.Name == pagesBlock.Name && p.around.LeftOut("audience", n.get("audience")):
				lists = append(lists, n)
			case n.kind.Name == simulatorBlock.Name && p.startsLeftOut(n):
				starts = append(starts, n)
			}
		case *ast.Link:
			if entering && p.leadsNowhere(n) {
				links = append(links, n)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, n := range links {
		unwrap(n)
	}
	for _, b := range lists {
		p.removeSection(b)
	}
	for _, b := range starts {
		p.removeBlock(b)
	}
}

func (p *page) startsLeftOut(b *Block) bool {
	for _, kind := range []string{"scenario", "drive", "case", "exam"} {
		if name := b.get(kind); name != "" && p.around.LeftOut(kind, name) {
			return true
		}
	}
	return false
}

func (p *page) leadsNowhere(n *ast.Link) bool {
	u, err := url.Parse(string(n.Destination))
	return err == nil && u.Scheme == "" && u.Host == "" && u.Path != "" && p.around.LeftOut("page", path.Clean(u.Path))
}

// unwrap leaves the words of a link where it was.
func unwrap(n *ast.Link) {
	parent := n.Parent()
	for child := n.FirstChild(); child != nil; child = n.FirstChild() {
		parent.InsertBefore(parent, n, child)
	}
	parent.RemoveChild(parent, n)
}

// removeSection removes a block with its section.
func (p *page) removeSection(b *Block) {
	parent := b.Parent()
	if parent == nil {
		return // it went with the section of another
	}
	head := b.PreviousSibling()
	for head != nil && head.Kind() != ast.KindHeading {
		head = head.PreviousSibling()
	}
	if head == nil {
		parent.RemoveChild(parent, b)
		return
	}
	level := head.(*ast.Heading).Level
	for n := head; n != nil; {
		next := n.NextSibling()
		p.remove(n)
		if h, ok := next.(*ast.Heading); ok && h.Level <= level {
			return
		}
		n = next
	}
}

// removeBlock removes a block, and the headings above it that then have nothing
// under them.
func (p *page) removeBlock(b *Block) {
	if b.Parent() == nil {
		return
	}
	before, after := b.PreviousSibling(), b.NextSibling()
	p.remove(b)
	for {
		head, ok := before.(*ast.Heading)
		if !ok {
			return
		}
		if next, isHeading := after.(*ast.Heading); after != nil && (!isHeading || next.Level > head.Level) {
			return
		}
		before = head.PreviousSibling()
		p.remove(head)
	}
}

// remove removes a node, and the ids of a heading with it.
func (p *page) remove(n ast.Node) {
	if id, ok := n.AttributeString("id"); ok && n.Kind() == ast.KindHeading {
		delete(p.body.Anchors, string(id.([]byte)))
	}
	n.Parent().RemoveChild(n.Parent(), n)
}
