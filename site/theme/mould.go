package theme

import (
	"bytes"
	"html/template"
	"io"
	"strings"
)

// mould is a page with holes where pages of one kind differ. It comes from
// page.html, executed with a mark in the place of each such value. A mark
// comes out as it was put in only where a value is written as HTML writes text,
// in an element or between the quotes of an attribute, and so that is how the
// holes are filled. Where page.html has a value in any other place there is no
// mould, and the template is executed for every page.
type mould struct {
	solid []string // what stands before, between and after the holes
	holes []string // the names of what goes into them
}

// kind is what pages of one place that have the same mould have in common.
type kind struct {
	styles, scripts string
}

// The bounds of a mark. No text has them: they are no characters of HTML. The
// space in a mark is written in another way where there are no quotes.
const (
	markBegins = "\x01 "
	markEnds   = "\x02"
)

// mouldOf returns the mould of pages like p, or nil.
func (t *Theme) mouldOf(p *Page) (*mould, error) {
	of := kind{strings.Join(p.Styles, " "), strings.Join(p.Scripts, " ")}
	if known, ok := p.Shared.moulds.Load(of); ok {
		return known.(*mould), nil
	}
	mark := func(name string) string { return markBegins + name + markEnds }
	l := layout{Page: *p, Top: template.HTML(mark("top")), Bottom: template.HTML(mark("bottom"))}
	l.Title, l.Description, l.Text = mark("title"), mark("description"), template.HTML(mark("text"))
	for _, part := range parts {
		*part.of(&l) = template.HTML(mark(part.name))
	}
	var html bytes.Buffer
	if err := t.execute(&html, "page.html", p.Catalogue, l); err != nil {
		return nil, err
	}
	m := cut(html.String())
	p.Shared.moulds.Store(of, m)
	return m, nil
}

// cut cuts a page at its marks. It returns nil where one was changed.
func cut(html string) *mould {
	m := &mould{}
	for {
		before, rest, found := strings.Cut(html, markBegins)
		m.solid = append(m.solid, before)
		if strings.ContainsAny(before, markBegins[:1]+markEnds) || strings.Contains(before, "%01") || strings.Contains(before, `\u0001`) {
			return nil
		}
		if !found {
			return m
		}
		name, rest, _ := strings.Cut(rest, markEnds)
		m.holes = append(m.holes, name)
		html = rest
	}
}

// fill writes a page.
func (m *mould) fill(t *Theme, w io.Writer, p *Page) error {
	for i, solid := range m.solid {
		if _, err := io.WriteString(w, solid); err != nil {
			return err
		}
		if i < len(m.holes) {
			if err := t.fill(w, m.holes[i], p); err != nil {
				return err
			}
		}
	}
	return nil
}

// fill fills a hole.
func (t *Theme) fill(w io.Writer, hole string, p *Page) (err error) {
	switch hole {
	case "title":
		template.HTMLEscape(w, []byte(p.Title))
	case "description":
		template.HTMLEscape(w, []byte(p.Description))
	case "text":
		_, err = w.Write(p.Text)
	case "top":
		_, err = io.WriteString(w, string(current(p.Shared.Top, p.Own)))
	case "bottom":
		_, err = io.WriteString(w, string(current(p.Shared.Bottom, p.Own)))
	default:
		for _, part := range parts {
			if part.name == hole && part.has(p) {
				return t.part(w, hole, p)
			}
		}
	}
	return err
}
