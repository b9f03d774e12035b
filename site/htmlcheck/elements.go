package htmlcheck

import (
	"encoding/json"
	"slices"
	"strings"
)

// start checks a start tag and opens its element.
func (p *page) start(t tag) {
	p.common(t)
	p.nesting(t)
	p.mentions(t)
	switch t.name {
	case "html":
		lang, _ := t.has("lang")
		p.language = lang != ""
	case "meta":
		p.meta(t)
	case "script":
		kind, _ := t.has("type")
		if src, _ := t.has("src"); src == "" && kind != data {
			p.wrong(t.line, "a script in the page itself")
		}
	case "style":
		p.wrong(t.line, "a style sheet in the page itself")
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.heading(t)
	case "a":
		p.leaving(t)
	case "img":
		if alt, ok := t.has("alt"); !ok {
			p.wrong(t.line, "a picture without a text alternative")
		} else {
			p.said(alt)
		}
	case "iframe":
		if title, _ := t.has("title"); title == "" {
			p.wrong(t.line, "a frame without a title")
		}
	case "input", "select", "textarea":
		p.control(t)
	}
	if t.closed || slices.Contains(void, t.name) {
		return
	}
	label, hasLabel := t.has("aria-label")
	_, labelled := t.has("aria-labelledby")
	kind, _ := t.has("type")
	p.open = append(p.open, element{name: t.name, kind: kind, line: t.line, named: labelled || (hasLabel && label != "")})
}

// data is the type of a script that no browser runs: what the page is, said to
// machines.
const data = "application/ld+json"

// addresses are the attributes that hold one; the last ones are those by which
// the pages tell their scripts what to load.
var addresses = []string{"href", "src", "srcset", "action", "poster", "data", "ping", "data-src", "data-wasm", "data-exec", "data-messages", "data-index", "data-marks", "data-look"}

// common checks what holds for every element.
func (p *page) common(t tag) {
	for name, value := range t.attributes {
		switch {
		case name == "id":
			p.id(value, t.line)
		case name == "data-root" && strings.HasPrefix(value, "/"):
			p.root = value
		case name == "style":
			p.wrong(t.line, "a style in <%s> itself", t.name)
		case strings.HasPrefix(name, "on"):
			p.wrong(t.line, "an event handler in <%s>: %s", t.name, name)
		case slices.Contains(addresses, name):
			p.refs = append(p.refs, reference{line: t.line, address: value,
				loads: name != "href" || (t.name != "a" && t.name != "area" && !t.tells()), asked: name == "action" || t.rel("apple-touch-icon") || strings.HasPrefix(name, "data-")})
		}
	}
}

// tells reports whether a tag only says something to machines: where the page is
// to be found, and where it is in other languages.
func (t tag) tells() bool { return t.name == "link" && (t.rel("canonical") || t.rel("alternate")) }

// rel reports whether a tag says that its address is such a thing.
func (t tag) rel(what string) bool {
	words, _ := t.has("rel")
	return slices.Contains(strings.Fields(words), what)
}

func (p *page) meta(t tag) {
	kind, _ := t.has("http-equiv")
	if !strings.EqualFold(kind, "Content-Security-Policy") {
		return
	}
	p.policy = true
	policy, _ := t.has("content")
	if !strings.Contains(policy, "default-src 'none'") {
		p.wrong(t.line, "the policy does not begin from default-src 'none'")
	}
	for _, word := range []string{"unsafe-inline", "'unsafe-eval'", "*", "http:", "https:"} {
		if strings.Contains(policy, word) {
			p.wrong(t.line, "the policy allows %s", word)
		}
	}
}

// leaving looks at a link to another site: an ordinary one, marked as such.
func (p *page) leaving(t tag) {
	href, _ := t.has("href")
	if !strings.HasPrefix(href, "https:") {
		return
	}
	rel, _ := t.has("rel")
	for _, word := range []string{"noopener", "external"} {
		if !slices.Contains(strings.Fields(rel), word) {
			p.wrong(t.line, "a link to another site without rel=%s: %q", word, href)
		}
	}
}

func (p *page) heading(t tag) {
	level := int(t.name[1] - '0')
	if level == 1 {
		p.headings++
		if p.headings > 1 {
			p.wrong(t.line, "a second h1")
		}
	}
	if p.level > 0 && level > p.level+1 {
		p.wrong(t.line, "h%d follows h%d", level, p.level)
	}
	if p.level == 0 && level != 1 {
		p.wrong(t.line, "the first heading is h%d", level)
	}
	p.level = level
}

// close closes an element and checks what it turned out to hold.
func (p *page) close(name string, line int) {
	if len(p.open) == 0 || p.open[len(p.open)-1].name != name {
		p.wrong(line, "</%s> closes what is not open there", name)
		return
	}
	e := &p.open[len(p.open)-1]
	text := strings.TrimSpace(e.text.String())
	switch name {
	case "script":
		if e.kind == data && !json.Valid([]byte(text)) {
			p.wrong(e.line, "what the page says to machines is not JSON")
		}
	case "table":
		if !e.headed {
			p.wrong(e.line, "a table without headers (th)")
		}
	case "title":
		p.title = p.title || text != ""
	case "a", "button", "label", "summary", "h1", "h2", "h3", "h4", "h5", "h6":
		if text == "" && !e.named {
			p.wrong(e.line, "<%s> says nothing", name)
		}
	}
	p.open = p.open[:len(p.open)-1]
}
