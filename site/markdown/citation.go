package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// citation is the sources that a place in the text rests on:
//
//	A pump brought relief to more people [@smith2002, @brogan2015].
//
// Each becomes a number that leads to the list of the page's sources, which is
// in the order of first citation and leads back to every place that cites it.
type citation struct {
	ast.BaseInline
	cites []cite
}

// cite is one source of a citation.
type cite struct {
	key    string
	offset int
	number int    // in the page's list, from 1
	place  int    // how many times the page has cited it, this time included
	name   string // what the number is called: "Source 3"
}

var kindCitation = ast.NewNodeKind("Citation")

// Kind implements ast.Node.
func (*citation) Kind() ast.NodeKind { return kindCitation }

// Dump implements ast.Node.
func (c *citation) Dump(source []byte, level int) { ast.DumpHelper(c, source, level, nil, nil) }

// newCitation reads the keys between "[@" and "]"; at is where they begin.
func newCitation(p *page, keys string, start, at int) ast.Node {
	c := &citation{}
	c.SetPos(start)
	for i, part := range strings.Split(keys, ",") {
		key := strings.TrimSpace(part)
		offset := at + len(part) - len(strings.TrimLeft(part, " \t"))
		at += len(part) + len(",")
		if i > 0 && !strings.HasPrefix(key, "@") {
			p.wrong(offset, "not a source: "+quoted(key), "write @ before each key, such as [@smith2002, @deer2024]")
			continue
		}
		c.cites = append(c.cites, cite{key: strings.TrimPrefix(key, "@"), offset: offset})
	}
	return c
}

// Cited is a source of a page and how often its text cites it.
type Cited struct {
	Key    string
	Places int // 0 where only the front matter names it
}

// SourceID is the id of a source in the list of a page's sources.
func SourceID(key string) string { return "source-" + key }

// PlaceID is the id of the place that cites a source for the nth time.
func PlaceID(key string, n int) string {
	if n == 1 {
		return "cite-" + key
	}
	return "cite-" + key + "-" + strconv.Itoa(n)
}

// cite numbers the sources of a citation.
func (t *walk) cite(c *citation) {
	if within(c, isLabel) {
		t.wrong(c.Pos(), "a source in a heading, a link or a picture", "cite it in the text beside")
		return
	}
	for i := range c.cites {
		at := &c.cites[i]
		if err := t.around.Reference(at.key); err != nil {
			t.wrong(at.offset, err.Error(), "")
			continue
		}
		at.number, at.place = t.body.cite(at.key)
		if at.place == 1 {
			t.claim(at.offset, SourceID(at.key))
		}
		t.claim(at.offset, PlaceID(at.key, at.place))
		at.name = t.word(at.offset, "site.source.number", "number", strconv.Itoa(at.number))
	}
}

// cite counts one more place that cites a source, and returns the source's
// number and that of the place.
func (b *Body) cite(key string) (number, place int) {
	for i := range b.Cited {
		if b.Cited[i].Key == key {
			b.Cited[i].Places++
			return i + 1, b.Cited[i].Places
		}
	}
	b.Cited = append(b.Cited, Cited{Key: key, Places: 1})
	return len(b.Cited), 1
}

// sources puts those that only the front matter names after those that the text
// cites.
func (p *page) sources() {
	for _, key := range p.source.Sources {
		if !slices.ContainsFunc(p.body.Cited, func(c Cited) bool { return c.Key == key }) {
			p.body.Cited = append(p.body.Cited, Cited{Key: key})
			p.claim(0, SourceID(key))
		}
	}
}

// claim takes an id for a part of the page other than a heading.
func (p *page) claim(at int, id string) {
	if p.body.Anchors[id] {
		p.wrong(at, "the page has a place called "+id+" already", "call the heading of that name something else")
	}
	p.body.Anchors[id] = true
}

func renderCitation(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	write(w, `<span class="cites">`)
	for i, c := range n.(*citation).cites {
		if i > 0 {
			write(w, ", ")
		}
		write(w, `<a id="`, PlaceID(c.key, c.place), `" href="#`, SourceID(c.key), `" aria-label="`, escaped(c.name), `">`, strconv.Itoa(c.number), "</a>")
	}
	write(w, "</span>")
	return ast.WalkContinue, nil
}
