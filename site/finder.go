package site

import (
	"bytes"
	"html/template"
	"slices"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/search"
	"iddtestdrive/site/theme"
)

// missingPage is what hosts show for an address that leads nowhere.
const missingPage = "404.html"

// has reports whether the site has a language.
func (t *tree) has(code string) bool {
	return slices.ContainsFunc(t.languages, func(l *language) bool { return l.code == code })
}

// finderPages writes the pages of a language that search and list all pages: its
// own, and at the root that for addresses that lead nowhere.
func (w *work) finderPages(l *language) error {
	index, err := w.publishIndex(l)
	if err != nil {
		return err
	}
	if err := w.finderPage(l, l.folder()+searchPage, index); err != nil {
		return err
	}
	if l.code != DefaultLanguage && (l != w.tree.languages[0] || w.tree.has(DefaultLanguage)) {
		return nil
	}
	return w.finderPage(l, missingPage, index)
}

// publishIndex publishes the index of a language's pages and returns the address
// of its first file.
func (w *work) publishIndex(l *language) (string, error) {
	x := search.Index{Language: l.code}
	for _, audience := range append(slices.Clone(frontmatter.Audiences), frontmatter.Everyone) {
		label, err := l.words.Word("site.audience." + string(audience))
		if err != nil {
			return "", err
		}
		x.Labels = append(x.Labels, search.Label{Audience: string(audience), Text: label})
	}
	x.Pages = make([]search.Page, 0, 1+len(l.pages))
	for _, p := range append([]*page{l.home}, l.pages...) {
		x.Pages = append(x.Pages, search.Page{
			Address: p.address, Title: p.front.Title, Description: p.front.Description,
			Audience: string(p.front.Audience), Read: w.pages[p.file].found,
		})
	}
	return w.reader.Write(x, search.Shelf{Publish: w.assets.publish, Keep: func(address string) bool { return w.assets.keep(address) }})
}

// finderPage writes a page that searches and lists all pages: the one for
// searching, or that for an address that leads nowhere.
func (w *work) finderPage(l *language, address, index string) error {
	shared, err := w.share(l, nil, address)
	if err != nil {
		return err
	}
	list, err := w.pageList(l, address)
	if err != nil {
		return err
	}
	view := theme.Finder{
		Page:    theme.Page{Shared: shared, Finds: true, Languages: w.languages(l, nil, address)},
		Missing: address == missingPage,
		Index:   relative(address, index),
		Site:    folder(address, "."),
		List:    list,
	}
	view.Styles = append(slices.Clone(shared.Frame.Styles), shared.SearchStyle)
	var html bytes.Buffer
	if err := w.theme.Finder(&html, view); err != nil {
		return err
	}
	if view.Missing {
		return w.stage.Write(address, w.fromHost(html.Bytes()))
	}
	return w.stage.Write(address, html.Bytes())
}

// manyPages is the number of pages from which the list of all of them does
// without their descriptions.
const manyPages = 400

// pageList returns the list of pages that a page has that searches, made once for a
// tree: a large one takes long.
func (w *work) pageList(l *language, address string) (template.HTML, error) {
	if known, ok := l.lists[address]; ok {
		return known, nil
	}
	groups, err := allPages(l, address)
	if address == missingPage {
		groups, err = menu(l, "", address)
	}
	if err != nil {
		return "", err
	}
	list, err := w.theme.List(l.words, groups, address != missingPage && len(l.pages) <= manyPages)
	l.lists[address] = list
	return list, err
}

// allPages lists all pages of a language.
func allPages(l *language, address string) ([]theme.Group, error) {
	var all []theme.Group
	for _, audience := range append(slices.Clone(frontmatter.Audiences), frontmatter.Everyone) {
		pages := l.audiences[audience]
		if audience == frontmatter.Everyone {
			pages = append([]*page{l.home}, pages...)
		}
		if len(pages) == 0 {
			continue
		}
		label, err := l.words.Find("site.audience." + string(audience))
		if err != nil {
			return nil, err
		}
		all = append(all, theme.Group{Audience: string(audience), Label: theme.Words(label), Sections: sections(pages, address)})
	}
	return all, nil
}
