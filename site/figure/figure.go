// Package figure makes a drawing (SVG) ready to stand in a page.
//
// A drawing in the page takes the page's colours, by day, by night and on
// paper, which a drawing behind an <img> cannot. So that a file from a stranger
// can do no harm there, and so that no drawing keeps colours of its own, only
// what is needed to draw is let through: the elements and attributes listed in
// this package. Everything else (scripts, styles, links, foreign content,
// addresses, event handlers, entities) is an error that names its line.
//
// Colour and line come from classes of the theme, such as "fill-drug" and
// "line-ink bold"; fill and stroke take only none and currentColor, unless the
// drawing is a sign of somebody else's (OwnColours).
package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Options say how a drawing stands in its page.
type Options struct {
	Class  string // the class of the drawing as a whole
	Alt    string // what it shows, in words; "" hides it from those who listen
	Prefix string // put before every id, to keep drawings of one page apart
	// OwnColours lets fill and stroke be a colour #rgb or #rrggbb: a sign of
	// somebody else's keeps its colours.
	OwnColours bool
}

// MaxSize is the most bytes that a drawing may have: a page is to stay under
// 60 KB with everything in it.
const MaxSize = 24 << 10

// elements are those a drawing may have.
var elements = []string{
	"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
	"text", "tspan", "defs", "clipPath", "mask", "use",
}

// attributes are those an element may have, with what their value must be.
var attributes = map[string]*regexp.Regexp{}

// ownColour is a colour that a drawing may have where it keeps its own.
var ownColour = regexp.MustCompile(`^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`)

func init() {
	number := regexp.MustCompile(`^[-+0-9.eE, ]+%?$`)
	for _, name := range []string{
		"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "dx", "dy",
		"points", "viewBox", "opacity", "fill-opacity", "stroke-width", "stroke-dasharray", "stroke-dashoffset", "pathLength",
	} {
		attributes[name] = number
	}
	for _, name := range []string{"fill", "stroke"} {
		attributes[name] = regexp.MustCompile(`^(none|currentColor)$`)
	}
	for name, allowed := range map[string]string{
		"d":               `^[-+0-9.eE,\s MmLlHhVvCcSsQqTtAaZz]+$`,
		"transform":       `^((translate|rotate|scale|matrix|skewX|skewY)\([-+0-9.eE, ]+\)\s*)+$`,
		"class":           `^[a-z0-9 -]+$`,
		"id":              `^[A-Za-z][A-Za-z0-9_-]*$`,
		"href":            `^#[A-Za-z][A-Za-z0-9_-]*$`,
		"clip-path":       `^url\(#[A-Za-z][A-Za-z0-9_-]*\)$`,
		"mask":            `^url\(#[A-Za-z][A-Za-z0-9_-]*\)$`,
		"text-anchor":     `^(start|middle|end)$`,
		"stroke-linecap":  `^(butt|round|square)$`,
		"stroke-linejoin": `^(miter|round|bevel)$`,
		"fill-rule":       `^(nonzero|evenodd)$`,
		"clip-rule":       `^(nonzero|evenodd)$`,
	} {
		attributes[name] = regexp.MustCompile(allowed)
	}
}

// Inline returns the drawing as HTML for a page. The error names the line of
// the drawing and what is wrong in it.
func Inline(svg []byte, o Options) (string, error) {
	d, err := Read(svg, o.OwnColours)
	if err != nil {
		return "", err
	}
	return d.Inline(o), nil
}

// Drawing is a drawing that has been read. It may be put into many pages.
type Drawing struct {
	box   string   // its view box
	parts []string // what is in it; between each two parts stands the prefix of the page's ids
}

// Inline returns the drawing as HTML for a page. Whether it may have colours of
// its own was settled when it was read.
func (d *Drawing) Inline(o Options) string {
	var out strings.Builder
	out.WriteString(`<svg class="` + o.Class + `" viewBox="` + d.box + `"`)
	if o.Alt == "" {
		out.WriteString(` aria-hidden="true">`)
	} else {
		out.WriteString(` role="img" aria-label="`)
		_ = xml.EscapeText(&out, []byte(o.Alt)) // a builder does not fail
		out.WriteString(`">`)
	}
	for i, part := range d.parts {
		if i > 0 {
			out.WriteString(o.Prefix)
		}
		out.WriteString(part)
	}
	return out.String()
}

// prefixed stands for the prefix of ids until a page gives it. No text of a
// drawing can hold it.
const prefixed = "\x00"

// Read reads a drawing, with colours of its own where they are allowed.
func Read(svg []byte, ownColours bool) (*Drawing, error) {
	if len(svg) > MaxSize {
		return nil, fmt.Errorf("the drawing has %d bytes, more than %d", len(svg), MaxSize)
	}
	w := &writer{ownColours: ownColours}
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = w.token(token)
		}
		if err != nil {
			line, column := d.InputPos()
			return nil, fmt.Errorf("line %d, column %d: %w", line, column, err)
		}
	}
	if !w.begun {
		return nil, errors.New("the file holds no drawing")
	}
	return &Drawing{box: w.box, parts: strings.Split(w.out.String(), prefixed)}, nil
}

// writer writes a drawing while it is read.
type writer struct {
	ownColours bool
	out        strings.Builder
	box        string
	begun      bool
	depth      int
	inText     int // text is kept only inside text elements
}

func (w *writer) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return w.start(t)
	case xml.EndElement:
		w.depth--
		if isText(t.Name.Local) {
			w.inText--
		}
		w.out.WriteString("</" + t.Name.Local + ">")
	case xml.CharData:
		if w.inText > 0 {
			return xml.EscapeText(&w.out, t)
		}
		if len(bytes.TrimSpace(t)) > 0 {
			return errors.New("text outside a text element")
		}
	case xml.Comment:
	case xml.ProcInst:
		if t.Target != "xml" {
			return fmt.Errorf("a processing instruction: %q", t.Target)
		}
	default:
		return errors.New("a document type or other declaration")
	}
	return nil
}

func (w *writer) start(t xml.StartElement) error {
	name := t.Name.Local
	if !slices.Contains(elements, name) {
		return fmt.Errorf("the element %q is not allowed", name)
	}
	if (w.depth == 0) != (name == "svg") || (name == "svg" && w.begun) {
		return errors.New("a drawing has one svg element, which holds all others")
	}
	w.depth++
	if isText(name) {
		w.inText++
	}
	if name == "svg" {
		w.begun = true
		return w.root(t.Attr)
	}
	w.out.WriteString("<" + name)
	for _, a := range t.Attr {
		if err := w.attribute(name, a); err != nil {
			return err
		}
	}
	w.out.WriteString(">")
	return nil
}

// root reads the attributes of the drawing as a whole, which are the page's
// choice but for the view box.
func (w *writer) root(given []xml.Attr) error {
	box := ""
	for _, a := range given {
		if a.Name.Local == "viewBox" {
			box = a.Value
		}
	}
	if !attributes["viewBox"].MatchString(box) {
		return errors.New(`the svg element has no viewBox="0 0 width height"`)
	}
	w.box = box
	return nil
}

func (w *writer) attribute(element string, a xml.Attr) error {
	allowed, known := attributes[a.Name.Local]
	if !known || a.Name.Space != "" {
		return fmt.Errorf("the attribute %q of %s is not allowed", a.Name.Local, element)
	}
	colour := w.ownColours && (a.Name.Local == "fill" || a.Name.Local == "stroke") && ownColour.MatchString(a.Value)
	if !colour && !allowed.MatchString(a.Value) {
		return fmt.Errorf("%s=%q is not allowed", a.Name.Local, a.Value)
	}
	value := a.Value
	switch a.Name.Local {
	case "id":
		value = prefixed + value
	case "href":
		value = "#" + prefixed + value[1:]
	case "clip-path", "mask":
		value = "url(#" + prefixed + value[len("url(#"):]
	}
	fmt.Fprintf(&w.out, ` %s="%s"`, a.Name.Local, value)
	return nil
}

func isText(name string) bool { return name == "text" || name == "tspan" }
