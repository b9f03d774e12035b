package htmlcheck

import (
	"bytes"
	"html"
	"strings"

	"github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/html"
)

// void are the elements that have no end.
var void = strings.Fields("area base br col embed hr img input link meta source track wbr")

// tag is a start tag that has been read.
type tag struct {
	name       string
	line       int
	attributes map[string]string
	closed     bool // written with a slash, as in SVG
}

// has returns the value of an attribute and whether it is there.
func (t tag) has(name string) (string, bool) {
	v, ok := t.attributes[name]
	return v, ok
}

// read reads a page and checks what can be checked in it alone.
func read(name string, src []byte) *page {
	p := part(name, src)
	p.end()
	return p
}

// part reads a part of a page: what needs the whole is not checked.
func part(name string, src []byte) *page {
	p := &page{name: name, ids: map[string]bool{}}
	input := parse.NewInputBytes(src)
	l := lexer.NewLexer(input)
	line := 1
	var now tag
	for {
		kind, data := l.Next()
		switch kind {
		case lexer.ErrorToken:
			return p
		case lexer.StartTagToken:
			now = tag{name: strings.ToLower(string(l.Text())), line: line, attributes: map[string]string{}}
		case lexer.AttributeToken:
			p.attribute(&now, l)
		case lexer.StartTagCloseToken, lexer.StartTagVoidToken:
			now.closed = kind == lexer.StartTagVoidToken
			p.start(now)
		case lexer.EndTagToken:
			p.close(strings.ToLower(string(l.Text())), line)
		case lexer.TextToken:
			p.said(html.UnescapeString(string(data)))
		case lexer.SVGToken, lexer.MathToken:
			p.drawing(string(data), line)
		}
		line += bytes.Count(data, []byte("\n"))
	}
}

func (p *page) attribute(now *tag, l *lexer.Lexer) {
	name := strings.ToLower(string(l.Text()))
	if _, twice := now.attributes[name]; twice {
		p.wrong(now.line, "<%s> has %s twice", now.name, name)
	}
	now.attributes[name] = html.UnescapeString(strings.Trim(string(l.AttrVal()), `"'`))
}

// drawing checks an SVG in the page, which the lexer gives in one piece.
func (p *page) drawing(svg string, line int) {
	inside := strings.TrimSuffix(strings.Replace(svg, "<svg", "<g", 1), "</svg>") + "</g>"
	inner := part(p.name, []byte(inside))
	for _, e := range inner.open {
		p.wrong(line+e.line-1, "in a drawing: <%s> is never closed", e.name)
	}
	for _, f := range inner.findings {
		p.wrong(line+f.Line-1, "in a drawing: %s", f.What)
	}
	for id := range inner.ids {
		p.id(id, line)
	}
	for _, m := range inner.mentioned {
		m.line += line - 1
		p.mentioned = append(p.mentioned, m)
	}
	for _, ref := range inner.refs {
		ref.line += line - 1
		p.refs = append(p.refs, ref)
	}
	head, _, _ := strings.Cut(svg, ">")
	_, label, labelled := strings.Cut(head, `aria-label="`)
	switch {
	case strings.Contains(head, `role="img"`) && strings.Contains(head, `aria-labelledby="`): // it is looked for at the end
	case labelled && strings.Contains(head, `role="img"`):
		label, _, _ = strings.Cut(label, `"`)
		p.said(html.UnescapeString(label))
	case !strings.Contains(head, `aria-hidden="true"`):
		p.wrong(line, "a drawing without a text alternative")
	}
}

func (p *page) id(id string, line int) {
	if p.ids[id] {
		p.wrong(line, "the id %q is given twice", id)
	}
	p.ids[id] = true
}

// said adds to what every open element says.
func (p *page) said(text string) {
	for i := range p.open {
		p.open[i].text.WriteString(text)
	}
}

// end checks what the page as a whole must have.
func (p *page) end() {
	for _, e := range p.open {
		p.wrong(e.line, "<%s> is never closed", e.name)
	}
	p.names()
	for what, has := range map[string]bool{
		"a language on <html>": p.language, "a title": p.title, "a Content-Security-Policy": p.policy,
	} {
		if !has {
			p.wrong(0, "the page has no %s", strings.TrimPrefix(what, "a "))
		}
	}
}
