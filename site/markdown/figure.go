package markdown

import (
	"strconv"

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
// narrow, with its caption beside it where there is room.
var figureBlock = Kind{
	Name:     "figure",
	Settings: []string{"src", "alt", "size"},
	Needs:    []string{"src", "alt"},
	read: func(p *page, b *Block) {
		if size := b.get("size"); size != "" && size != "small" {
			p.wrong(b.at("size"), "unknown size "+quoted(size), "allowed: small")
		}
		full, svg, err := p.around.Figure(b.get("src"))
		if err != nil {
			p.wrong(b.at("src"), err.Error(), "")
			return
		}
		b.found = p.inline(b, full, svg, "drawing", b.get("alt"))
	},
	open: func(w util.BufWriter, b *Block) {
		write(w, `<figure class="figure`)
		if b.get("size") == "small" {
			write(w, ` small">`)
		} else {
			write(w, `">`)
		}
		write(w, b.found.(string), "\n")
		if b.HasChildren() {
			write(w, "<figcaption>\n")
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
	drawing, err := figure.Read(svg, false)
	if err != nil {
		p.wrong(b.Pos(), file+": "+err.Error(), "")
		return ""
	}
	return p.put(drawing, class, alt)
}

// picture makes a drawing of the theme ready, likewise.
func (p *page) picture(b *Block, name, class, alt string) string {
	drawing, err := p.around.Picture(name)
	if err != nil {
		p.wrong(b.Pos(), err.Error(), "")
		return ""
	}
	return p.put(drawing, class, alt)
}

func (p *page) put(d *figure.Drawing, class, alt string) string {
	p.figures++
	return d.Inline(figure.Options{Class: class, Alt: alt, Prefix: "fig" + strconv.Itoa(p.figures) + "-"})
}
