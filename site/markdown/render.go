package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// blockRenderer writes the blocks of ours.
type blockRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (blockRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindBlock, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		b := n.(*Block)
		if entering {
			b.kind.open(w, b)
		} else {
			b.kind.close(w, b)
		}
		return ast.WalkContinue, nil
	})
	r.Register(kindTick, renderTick)
	r.Register(kindSums, renderSums)
	r.Register(kindBar, renderBar)
	r.Register(kindAnswers, renderAnswers)
	r.Register(kindVerdict, renderVerdict)
	r.Register(kindCitation, renderCitation)
	r.Register(kindDefined, renderDefined)
}

// plainRenderer writes what CommonMark leaves as it is but the site does not:
// comments vanish, and pictures know their size.
type plainRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (plainRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	skip := func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
		return ast.WalkSkipChildren, nil
	}
	r.Register(ast.KindHTMLBlock, skip) // only comments come this far
	r.Register(ast.KindRawHTML, skip)
	r.Register(ast.KindImage, renderImage)
}

func renderImage(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	image := n.(*ast.Image)
	write(w, `<img src="`, escaped(string(image.Destination)), `" alt="`, escaped(plain(n, source)), `"`)
	for _, a := range image.Attributes() {
		write(w, " ", string(a.Name), `="`, string(a.Value.([]byte)), `"`)
	}
	write(w, ` loading="lazy">`)
	return ast.WalkSkipChildren, nil
}

// write writes strings that are already HTML. A BufWriter keeps its first
// error and reports it when it is flushed.
func write(w util.BufWriter, parts ...string) {
	for _, part := range parts {
		_, _ = w.WriteString(part)
	}
}

// escaped is a text as HTML has it. Most hold nothing that has to be written in
// another way.
func escaped(text string) string {
	if !strings.ContainsAny(text, "&<>\"") {
		return text
	}
	return string(util.EscapeHTML([]byte(text)))
}

func quoted(text string) string { return strconv.Quote(text) }

// heading writes a block's own heading with an icon before it.
func heading(w util.BufWriter, level int, class, icon, text string) {
	h := tag(level)
	write(w, "<", h, ` class="`, class, `">`, icon, "<span>", escaped(text), "</span></", h, ">\n")
}

// tag names the element of a heading of a level.
func tag(level int) string { return "h" + strconv.Itoa(level) }
