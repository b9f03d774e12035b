package markdown

import (
	"github.com/yuin/goldmark/util"
)

// referencesBlock lists the sources of the whole site, by kind and then by
// author: what each is, how much it can show, where it is found, and the pages
// that rest on it.
//
//	::: references kinds="study, review"
//	:::
//
// Without kinds it lists all of them. Each kind has a heading, which stands in
// the page's table of contents. A source has the anchor ref-key.
var referencesBlock = Kind{
	Name:     "references",
	Settings: []string{"kinds"},
	read: func(p *page, b *Block) {
		groups, err := p.around.References(split(b.get("kinds")))
		if err != nil {
			p.wrong(b.at("kinds"), err.Error(), "")
		}
		parts := referenceParts{groups: groups, used: p.word(b.Pos(), "site.source.used"), undated: p.word(b.Pos(), "site.source.undated")}
		for _, g := range groups {
			id, title := "sources-"+g.Kind, p.word(b.Pos(), "site.source.kind."+g.Kind)
			p.claim(b.Pos(), id)
			p.body.Headings = append(p.body.Headings, Heading{Level: b.level, ID: id, Text: title})
			parts.titles = append(parts.titles, title)
			for _, r := range g.Sources {
				p.claim(b.Pos(), ReferenceID(r.Key))
			}
		}
		b.found = parts
	},
	open: func(util.BufWriter, *Block) {},
	close: func(w util.BufWriter, b *Block) {
		parts := b.found.(referenceParts)
		for i, g := range parts.groups {
			h := tag(b.level)
			write(w, "<", h, ` id="sources-`, g.Kind, `">`, escaped(parts.titles[i]), "</", h, ">\n<ul class=\"references\">\n")
			for _, r := range g.Sources {
				parts.source(w, r)
			}
			write(w, "</ul>\n")
		}
	},
}

// referenceParts is what the list of sources shows.
type referenceParts struct {
	groups        []ReferenceGroup
	titles        []string // of the groups
	used, undated string
}

// ReferenceGroup is the sources of one kind, by author.
type ReferenceGroup struct {
	Kind    string
	Sources []Reference
}

// Reference is a source as the list of all sources shows it.
type Reference struct {
	Key, Title, By, Where, Year, About, Note string
	Places                                   []Spot // where it is found
	Pages                                    []Spot // the pages that rest on it
}

// Spot is an address and the words that lead there.
type Spot struct {
	Label, Address string
}

// ReferenceID is the id of a source in the list of all sources.
func ReferenceID(key string) string { return "ref-" + key }

// source writes one source.
func (parts referenceParts) source(w util.BufWriter, r Reference) {
	write(w, `<li id="`, ReferenceID(r.Key), `"><cite>`, escaped(r.Title), "</cite> ", escaped(r.By))
	if r.Where != "" {
		write(w, ", ", escaped(r.Where))
	}
	if r.Year == "" {
		r.Year = parts.undated
	}
	write(w, ", ", escaped(r.Year), ". ")
	for _, place := range r.Places {
		write(w, `<a href="`, escaped(place.Address), `" rel="noopener external">`, escaped(place.Label), "</a> ")
	}
	write(w, "<p>", escaped(r.About))
	if r.Note != "" {
		write(w, " ", escaped(r.Note))
	}
	write(w, "</p>")
	spots(w, parts.used, r.Pages)
	write(w, "</li>\n")
}

// spots writes links in a line, after words that say what they are.
func spots(w util.BufWriter, label string, list []Spot) {
	if len(list) == 0 {
		return
	}
	write(w, `<p class="spots">`, escaped(label))
	for i, s := range list {
		if i > 0 {
			write(w, ",")
		}
		write(w, ` <a href="`, escaped(s.Address), `">`, escaped(s.Label), "</a>")
	}
	write(w, "</p>")
}
