package site

import (
	"html/template"
	"slices"
	"strconv"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/theme"
)

// searchPage is the page of a language that searches, and lists all pages.
const searchPage = "search.html"

// longMenu is the most pages that one group of the menu, or the foot of a page,
// lists. Of a longer group each section shows its first ones, about shortMenu in
// all, and a link leads to the rest: what grows with the number of pages must not
// stand in every one of them.
const (
	longMenu  = 9
	shortMenu = 8
)

// menu lists the pages by audience, as seen from an address. An audience without
// pages is left out; that of the page itself is marked.
func menu(l *language, own frontmatter.Audience, from string) ([]theme.Group, error) {
	var groups []theme.Group
	for _, audience := range frontmatter.Audiences {
		pages := l.audiences[audience]
		if len(pages) == 0 {
			continue
		}
		label, err := l.words.Find("site.audience." + string(audience))
		if err != nil {
			return nil, err
		}
		listed := l.inMenu[audience]
		g := theme.Group{Audience: string(audience), Label: theme.Words(label), Sections: sections(listed, from), Current: audience == own}
		if len(listed) < len(pages) {
			g.All = relative(from, l.folder()+searchPage) + "#" + string(audience)
			if g.Count, err = l.words.Number(strconv.Itoa(len(pages))); err != nil {
				return nil, err
			}
		}
		groups = append(groups, g)
	}
	return groups, nil
}

// sections lists pages by section. They are in the order of their sections.
func sections(pages []*page, from string) []theme.Section {
	var all []theme.Section
	for i, p := range pages {
		if i == 0 || p.front.Section != pages[i-1].front.Section {
			all = append(all, theme.Section{Title: p.front.Section})
		}
		last := &all[len(all)-1]
		last.Pages = append(last.Pages, theme.Link{Title: p.front.Title, Description: p.front.Description, Address: relative(from, p.address)})
	}
	return all
}

// inMenu are those pages of an audience that the menu lists.
func inMenu(pages []*page) []*page {
	if len(pages) <= longMenu {
		return pages
	}
	return shortened(pages)
}

// shortened keeps the first pages of each section, at least one of each of the
// first sections.
func shortened(pages []*page) []*page {
	begins := func(i int) bool { return i == 0 || pages[i].front.Section != pages[i-1].front.Section }
	sections := 0
	for i := range pages {
		if begins(i) {
			sections++
		}
	}
	var kept []*page
	number := 0 // in its section
	for i, p := range pages {
		if begins(i) {
			number = 0
		}
		if number < max(1, shortMenu/sections) && len(kept) < longMenu {
			kept = append(kept, p)
		}
		number++
	}
	return kept
}

// inFoot are those pages for everyone that stand at the foot of every page. Of
// several that list words, or sources, it is the first: it leads to the others.
func inFoot(l *language) []*page {
	var kept []*page
	words, sources := false, false
	for _, p := range l.audiences[frontmatter.Everyone] {
		if len(kept) == longMenu {
			break
		}
		if (p.lists.Glossary && words) || (p.lists.References && sources) {
			continue
		}
		words, sources = words || p.lists.Glossary, sources || p.lists.References
		kept = append(kept, p)
	}
	return kept
}

// trail leads from the home page over the audience to the pages of a section.
func trail(p *page) ([]theme.Crumb, error) {
	l := p.language
	home, err := l.words.Find("site.home")
	if err != nil {
		return nil, err
	}
	crumbs := []theme.Crumb{{Title: theme.Words(home), Address: relative(p.address, l.home.address)}}
	if slices.Contains(frontmatter.Audiences, p.front.Audience) {
		label, err := l.words.Find("site.audience." + string(p.front.Audience))
		if err != nil {
			return nil, err
		}
		all := relative(p.address, l.folder()+searchPage) + "#" + string(p.front.Audience)
		crumbs = append(crumbs, theme.Crumb{Title: theme.Words(label), Address: all})
	}
	if p.front.Section != "" {
		crumbs = append(crumbs, theme.Crumb{Title: template.HTML(template.HTMLEscapeString(p.front.Section))})
	}
	return crumbs, nil
}

// neighbours returns the pages before and after a page of its audience.
func neighbours(p *page) (previous, next *theme.Link) {
	if p == p.language.home || p.front.Audience == frontmatter.Everyone {
		return nil, nil // they stand in no row
	}
	pages := p.language.audiences[p.front.Audience]
	link := func(i int) *theme.Link {
		if i < 0 || i >= len(pages) {
			return nil
		}
		return &theme.Link{Title: pages[i].front.Title, Address: relative(p.address, pages[i].address)}
	}
	return link(p.place - 1), link(p.place + 1)
}
