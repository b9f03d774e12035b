package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/util"

	"iddtestdrive/site/figure"
)

// figureBlock is a drawing with a caption. The drawing is put into the page, so
// that it takes the page's colours by day, by night and on paper; what the
// block holds is its caption, such as a legend to the numbers drawn.
//
//	::: figure src=figures/pump.svg alt="A pump under the skin of the belly"
//	1. The pump
//	2. The catheter
//	:::
//
// alt says in words what the drawing shows. size=small keeps a narrow drawing
// narrow.
var figureBlock = Kind{
	Name:     "figure",
	Settings: []string{"src", "alt", "size"},
	Needs:    []string{"src", "alt"},
	read: func(p *page, b *Block) {
		if size := b.get("size"); size != "" && size != "small" {
			p.wrong(b.at("size"), "unknown size "+quoted(size), "allowed: small")
		}
		if b.get("src") == "" || b.get("alt") == "" {
			p.wrong(b.Pos(), "a figure needs both a file and a text alternative", "")
			return
		}
		full, svg, err := p.around.Figure(b.get("src"))
		if err != nil {
			p.wrong(b.at("src"), err.Error(), "")
			return
		}
		b.found = p.inline(b, full, svg, "drawing", b.get("alt"))
	},
	open: func(w util.BufWriter, b *Block) {
		class := "figure"
		if b.get("size") == "small" {
			class = "figure small"
		}
		write(w, `<figure class="`, class, `">`, b.found.(string))
		if b.HasChildren() {
			write(w, "\n<figcaption>\n")
		}
	},
	close: func(w util.BufWriter, b *Block) {
		if b.HasChildren() {
			write(w, "</figcaption>")
		}
		write(w, "</figure>\n")
	},
}

// inline makes a drawing ready to stand in the page. Ids in it are kept apart
// from those of the page's other drawings.
func (p *page) inline(b *Block, file string, svg []byte, class, alt string) string {
	if svg == nil {
		return ""
	}
	p.figures++
	out, err := figure.Inline(svg, figure.Options{Class: class, Alt: alt, Prefix: fmt.Sprintf("fig%d-", p.figures)})
	if err != nil {
		p.wrong(b.Pos(), file+": "+err.Error(), "")
	}
	return out
}
