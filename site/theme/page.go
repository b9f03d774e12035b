package theme

import (
	"bytes"
	"html/template"
	"io"

	"iddtestdrive/site/messages"
)

// layout is what page.html is given: what pages share, what a page says, and
// the parts of it, which are templates of their own.
type layout struct {
	Page
	Top, Text, Bottom                                      template.HTML
	Machines, LanguageLinks, ContentsList, AboutPage, Turn template.HTML
}

// parts are the templates of the parts of a page, by the field of the layout that
// holds each, and whether a page has it.
var parts = []struct {
	name string
	of   func(*layout) *template.HTML
	has  func(*Page) bool
}{
	{"machines", func(l *layout) *template.HTML { return &l.Machines }, func(*Page) bool { return true }},
	{"languages", func(l *layout) *template.HTML { return &l.LanguageLinks }, func(p *Page) bool { return len(p.Languages) > 0 }},
	{"contents", func(l *layout) *template.HTML { return &l.ContentsList }, func(p *Page) bool { return len(p.Contents) > 0 }},
	{"about", func(l *layout) *template.HTML { return &l.AboutPage }, func(*Page) bool { return true }},
	{"turn", func(l *layout) *template.HTML { return &l.Turn }, func(p *Page) bool { return p.Previous != nil || p.Next != nil }},
}

// Page writes a page. Pages of one kind differ in a few places only, so
// page.html is executed once for each kind (see mould).
func (t *Theme) Page(w io.Writer, p *Page) error {
	m, err := t.mouldOf(p)
	if err != nil {
		return err
	}
	if m == nil {
		return t.whole(w, p)
	}
	return m.fill(t, w, p)
}

// whole writes a page by executing page.html for it alone.
func (t *Theme) whole(w io.Writer, p *Page) error {
	l := layout{Page: *p, Top: current(p.Shared.Top, p.Own), Bottom: current(p.Shared.Bottom, p.Own), Text: template.HTML(p.Text)}
	for _, part := range parts {
		var html bytes.Buffer
		if err := t.part(&html, part.name, p); err != nil {
			return err
		}
		*part.of(&l) = template.HTML(html.String()) // a template has made it
	}
	return t.execute(w, "page.html", p.Catalogue, l)
}

// part writes a part of a page.
func (t *Theme) part(w io.Writer, name string, p *Page) error {
	if name == "about" {
		return t.about(w, p)
	}
	return t.execute(w, name, p.Catalogue, p)
}

// about writes what a page says of itself: when it was checked, and its sources.
func (t *Theme) about(w io.Writer, p *Page) error {
	view := struct {
		*Page
		Checked template.HTML
		Items   []template.HTML
	}{Page: p, Items: make([]template.HTML, len(p.Sources))}
	var err error
	view.Checked, err = t.kept.get("checked\x00"+p.Language+"\x00"+p.Reviewed+"\x00"+p.NextReview, func(w io.Writer) error {
		return t.execute(w, "checked", p.Catalogue, p)
	})
	for i := range p.Sources {
		if err != nil {
			return err
		}
		s := &p.Sources[i]
		view.Items[i], err = t.kept.get(s.key(p.Language), func(w io.Writer) error {
			return t.execute(w, "source", p.Catalogue, struct {
				*Shared
				*Source
			}{p.Shared, s})
		})
	}
	if err != nil {
		return err
	}
	return t.execute(w, "about", p.Catalogue, view)
}

// key tells sources apart that a list says in different ways.
func (s *Source) key(language string) string {
	key := "source\x00" + language + "\x00" + s.ID + "\x00" + s.Listed
	for _, b := range s.Back {
		key += "\x00" + b.Address + "\x00" + b.Name
	}
	return key
}

// List writes the list of pages that a page has that searches; described says
// whether it shows their descriptions.
func (t *Theme) List(words *messages.Catalogue, groups []Group, described bool) (template.HTML, error) {
	var html bytes.Buffer
	err := t.execute(&html, "list", words, struct {
		Frame
		Groups    []Group
		Described bool
	}{Frame{Catalogue: words}, groups, described})
	return template.HTML(html.String()), err // a template has made it
}

// Finder writes a page that searches.
func (t *Theme) Finder(w io.Writer, f Finder) error {
	var links bytes.Buffer
	if err := t.part(&links, "languages", &f.Page); err != nil {
		return err
	}
	return t.execute(w, "finder.html", f.Catalogue, struct {
		Finder
		LanguageLinks template.HTML
	}{f, template.HTML(links.String())}) // a template has made it
}
