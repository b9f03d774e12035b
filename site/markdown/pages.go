package markdown

import "github.com/yuin/goldmark/util"

// pagesBlock lists the pages of an audience, each with its title and
// description, under the headings of their sections where they have some. What
// it holds stands above the list.
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
		cards := b.found.([]Card)
		for i, c := range cards {
			if begins := i == 0 || c.Section != cards[i-1].Section; begins && c.Section != "" {
				heading(w, b.level, "cards-title", "", c.Section)
				write(w, "<ul class=\"cards\">\n")
			} else if begins {
				write(w, "<ul class=\"cards\">\n")
			}
			write(w, `<li class="card"><a href="`, escaped(c.Address), `">`, escaped(c.Title), "</a><p>", escaped(c.Description), "</p></li>\n")
			if i+1 == len(cards) || cards[i+1].Section != c.Section {
				write(w, "</ul>\n")
			}
		}
	},
}
