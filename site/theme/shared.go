package theme

import (
	"bytes"
	"html/template"
	"strings"
	"sync"
)

// Common is what pages of one place have in common: a folder, an audience, a
// section.
type Common struct {
	Frame
	Home  bool // the page is the home page
	Menu  []Group
	Foot  []Link  // the pages for everyone
	Trail []Crumb // from the home page to the page, which comes last and is not among them
}

// Shared is what pages share, made once and put into all of them, since a
// template takes long over what lists other pages.
type Shared struct {
	Common
	Head        template.HTML // what every page says of itself to the browser
	Top         template.HTML // the site's name and the menu
	SearchField template.HTML
	Bottom      template.HTML // the foot

	moulds sync.Map // a kind -> *mould
}

// Share makes what pages share.
func (t *Theme) Share(c Common) (*Shared, error) {
	s := &Shared{Common: c}
	for name, to := range map[string]*template.HTML{"head": &s.Head, "top": &s.Top, "field": &s.SearchField, "bottom": &s.Bottom} {
		var html bytes.Buffer
		if err := t.execute(&html, name, c.Catalogue, c); err != nil {
			return nil, err
		}
		*to = template.HTML(html.String()) // a template has made it
	}
	return s, nil
}

// current says in a part that a link to an address in it leads to the page itself.
// The addresses of pages hold nothing that HTML writes in another way.
func current(part template.HTML, address string) template.HTML {
	if address == "" {
		return part
	}
	link := `<a href="` + address + `"`
	return template.HTML(strings.Replace(string(part), link+">", link+` aria-current="page">`, 1))
}
