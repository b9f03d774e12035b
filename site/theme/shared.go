package theme

import (
	"bytes"
	"html/template"
	"strings"

	"iddtestdrive/site/messages"
)

// Common is what the parts are made of that many pages share.
type Common struct {
	Frame
	Home bool // the page is the home page
	Menu []Group
	Foot []Link // the pages for everyone
}

// Shared are parts that many pages share, as HTML: made once and put into all of
// them, since a template takes long over what lists other pages.
type Shared struct {
	Head        template.HTML // what every page says of itself to the browser
	Top         template.HTML // the site's name and the menu
	SearchField template.HTML
	Bottom      template.HTML // the foot
}

// Share makes the parts that pages share.
func (t *Theme) Share(c Common) (Shared, error) {
	var s Shared
	for name, to := range map[string]*template.HTML{"head": &s.Head, "top": &s.Top, "field": &s.SearchField, "bottom": &s.Bottom} {
		var html bytes.Buffer
		if err := t.execute(&html, name, c.Catalogue, c); err != nil {
			return s, err
		}
		*to = template.HTML(html.String()) // a template has made it
	}
	return s, nil
}

// Source returns a source as the list of a page's sources says it.
func (t *Theme) Source(words *messages.Catalogue, s Source) (template.HTML, error) {
	var html bytes.Buffer
	err := t.execute(&html, "source", words, s)
	return template.HTML(html.String()), err // a template has made it
}

// Current says in a part that a link to an address in it leads to the page itself.
// The addresses of pages hold nothing that HTML writes in another way.
func Current(part template.HTML, address string) template.HTML {
	link := `<a href="` + address + `"`
	return template.HTML(strings.Replace(string(part), link+">", link+` aria-current="page">`, 1))
}
