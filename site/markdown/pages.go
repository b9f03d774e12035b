package markdown

import "github.com/yuin/goldmark/util"

// pagesBlock lists the pages of an audience, each with its title and
// description. What it holds stands above the list.
//
//	::: pages audience=patients
//	:::
var pagesBlock = Kind{
	Name:     "pages",
	Settings: []string{"audience"},
	Needs:    []string{"audience"},
	read: func(p *page, b *Block) {
		cards, err := p.around.Pages(b.get("audience"))
		if err != nil {
			p.wrong(b.at("audience"), err.Error(), "")
		}
		b.found = cards
	},
	open: func(util.BufWriter, *Block) {},
	close: func(w util.BufWriter, b *Block) {
		write(w, "<ul class=\"cards\">\n")
		for _, c := range b.found.([]Card) {
			write(w, `<li class="card"><a href="`, escaped(c.Address), `">`, escaped(c.Title), "</a><p>", escaped(c.Description), "</p></li>\n")
		}
		write(w, "</ul>\n")
	},
}
