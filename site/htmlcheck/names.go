package htmlcheck

import (
	"regexp"
	"slices"
	"strings"
)

// named are the attributes that name other elements of the page by their ids.
var named = []string{
	"aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "aria-activedescendant", "aria-errormessage", "aria-flowto",
	"for", "list", "form", "headers", "popovertarget",
}

// mention is an id that an element names.
type mention struct {
	line      int
	attribute string
	id        string
}

var language = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// mentions keeps the ids that an element names, to be looked for at the end, and
// checks the language and direction that it gives its text.
func (p *page) mentions(t tag) {
	for _, attribute := range named {
		value, ok := t.has(attribute)
		if !ok {
			continue
		}
		ids := strings.Fields(value)
		if len(ids) == 0 {
			p.wrong(t.line, "<%s> has an empty %s", t.name, attribute)
		}
		for _, id := range ids {
			p.mentioned = append(p.mentioned, mention{t.line, attribute, id})
		}
	}
	for _, attribute := range []string{"lang", "hreflang"} {
		if value, ok := t.has(attribute); ok && value != "" && !language.MatchString(value) && value != "x-default" {
			p.wrong(t.line, "not a language: %s=%q", attribute, value)
		}
	}
	if value, ok := t.has("dir"); ok && !slices.Contains([]string{"ltr", "rtl", "auto"}, value) {
		p.wrong(t.line, "not a direction: dir=%q", value)
	}
}

// control keeps a control that has no contents and no name of its own: a label
// may follow that is for it.
func (p *page) control(t tag) {
	kind, _ := t.has("type")
	if slices.Contains([]string{"hidden", "submit", "button", "reset"}, kind) {
		return
	}
	label, _ := t.has("aria-label")
	_, labelled := t.has("aria-labelledby")
	inLabel := slices.ContainsFunc(p.open, func(e element) bool { return e.name == "label" })
	if label == "" && !labelled && !inLabel {
		p.unnamed = append(p.unnamed, t)
	}
}

// names checks what the page names by its ids, once all of them are known.
func (p *page) names() {
	for _, m := range p.mentioned {
		if !p.ids[m.id] {
			p.wrong(m.line, "%s names an id that is not there: %q", m.attribute, m.id)
		}
	}
	for _, t := range p.unnamed {
		id, _ := t.has("id")
		if id == "" || !slices.ContainsFunc(p.mentioned, func(m mention) bool { return m.attribute == "for" && m.id == id }) {
			p.wrong(t.line, "<%s> has no label", t.name)
		}
	}
}
