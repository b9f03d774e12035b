package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// callouts are the blocks that stand out from the text. Each has a heading, an
// icon of its own shape and a ground; colour alone says nothing.
//
//	::: warning title="Do not drive"
//	The dose can make you sleepy.
//	:::
//
// summary is the page in short, warning what to watch for, emergency what to
// do at once, ask the questions to take along: its list items can be ticked,
// without script, and are printed with their ticks. At the foot of emergency
// stands whom to call, where the site knows it. The heading is the title given,
// or the kind's usual one.
var callouts = []Kind{callout("summary"), callout("warning"), callout("emergency"), callout("ask")}

// calloutParts is what a call-out shows beside its text.
type calloutParts struct {
	title, icon string
	help        []Help
}

func callout(name string) Kind {
	return Kind{
		Name:     name,
		Settings: []string{"title"},
		read: func(p *page, b *Block) {
			parts := calloutParts{title: b.get("title"), icon: p.icon(b, "icon-"+name)}
			if parts.title == "" {
				parts.title = p.word(b.Pos(), "site.callout."+name)
			}
			if name == "emergency" {
				parts.help = p.around.Help
			}
			b.found = parts
			if name == "ask" {
				tickItems(b)
			}
		},
		open: func(w util.BufWriter, b *Block) {
			parts := b.found.(calloutParts)
			write(w, `<section class="callout `, name, "\">\n")
			heading(w, b.level, "callout-title", parts.icon, parts.title)
		},
		close: func(w util.BufWriter, b *Block) {
			helpLines(w, b.found.(calloutParts).help)
			write(w, "</section>\n")
		},
	}
}

// icon returns a picture of the theme to stand in a line of text.
func (p *page) icon(b *Block, name string) string {
	return p.picture(b, name, "icon", "")
}

// tick is a line of a list that can be ticked.
type tick struct {
	ast.BaseBlock
}

var kindTick = ast.NewNodeKind("Tick")

// Kind implements ast.Node.
func (*tick) Kind() ast.NodeKind { return kindTick }

// Dump implements ast.Node.
func (t *tick) Dump(source []byte, level int) { ast.DumpHelper(t, source, level, nil, nil) }

// tickItems puts the first line of every list item that a block holds into a
// tick. A block without a list has nothing to tick and stays as it is.
func tickItems(b *Block) {
	for list := b.FirstChild(); list != nil; list = list.NextSibling() {
		if list.Kind() != ast.KindList {
			continue
		}
		list.SetAttributeString("class", []byte("ticks"))
		for item := list.FirstChild(); item != nil; item = item.NextSibling() {
			line := item.FirstChild()
			if line == nil || (line.Kind() != ast.KindTextBlock && line.Kind() != ast.KindParagraph) {
				continue
			}
			t := &tick{}
			item.ReplaceChild(item, line, t)
			for inner := line.FirstChild(); inner != nil; inner = line.FirstChild() {
				t.AppendChild(t, inner)
			}
		}
	}
}

func renderTick(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		write(w, `<label><input type="checkbox"><span>`)
	} else {
		write(w, "</span></label>")
	}
	return ast.WalkContinue, nil
}

// stepsBlock is what to do, in order: a numbered list with large numbers.
//
//	::: steps title="Before you press"
//	1. Sit down.
//	:::
var stepsBlock = Kind{
	Name:     "steps",
	Settings: []string{"title"},
	read: func(p *page, b *Block) {
		if !holds(b, func(n ast.Node) bool { l, ok := n.(*ast.List); return ok && l.IsOrdered() }) {
			p.wrong(b.Pos(), "steps without a numbered list", `write each step on a line of its own after "1. ", "2. " …`)
		}
		title := b.get("title")
		if title == "" {
			title = p.word(b.Pos(), "site.callout.steps")
		}
		b.found = strings.TrimSpace(title)
	},
	open: func(w util.BufWriter, b *Block) {
		write(w, "<section class=\"steps\">\n")
		heading(w, b.level, "steps-title", "", b.found.(string))
	},
	close: func(w util.BufWriter, _ *Block) { write(w, "</section>\n") },
}

// holds reports whether a direct child of the block is such a node.
func holds(b *Block, is func(ast.Node) bool) bool {
	for n := b.FirstChild(); n != nil; n = n.NextSibling() {
		if is(n) {
			return true
		}
	}
	return false
}
