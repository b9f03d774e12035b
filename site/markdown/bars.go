package markdown

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// barsBlock is a table of what a study counted, with a bar to each number. The
// table is the drawing's text alternative: it is one and the same.
//
//	::: bars title="Who did well after four weeks?" to=100
//	| Who | Pump and usual care | Usual care alone |
//	|---|---|---|
//	| Did well | 85 in 100 | 71 in 100 |
//
//	Counted in 143 people [@smith2002].
//	:::
//
// A cell begins with its number. Bars begin at 0, so that twice the number is
// twice the length; to is what a full line stands for, without it the greatest
// number. Numbers that a study counted need their study: a block that cites no
// source does not build.
var barsBlock = Kind{
	Name:     "bars",
	Settings: []string{"title", "to"},
	Needs:    []string{"title"},
	read:     readBars,
	open:     openBars,
	close: func(w util.BufWriter, b *Block) {
		write(w, `<p class="bars-note">`, escaped(b.found.(barsParts).note), "</p>\n</figure>\n")
	},
}

// mostBars is how many bars of a row can be told apart.
const mostBars = 4

// barsParts is what the block shows beside its text.
type barsParts struct{ id, title, note string }

func readBars(p *page, b *Block) {
	p.bars++
	parts := barsParts{id: fmt.Sprintf("bars%d-title", p.bars), title: b.get("title")}
	p.body.Anchors[parts.id] = true
	bars, cites := p.cellsOf(b)
	if bars == nil {
		p.wrong(b.Pos(), "bars without a table of numbers", "write | What | One group | Other group |, a line |---|---|---|, and | Did well | 85 in 100 | 71 in 100 |")
	}
	if !cites {
		p.wrong(b.Pos(), "bars without their study", "cite it inside the block, such as [@smith2002]")
	}
	full, text := p.fullBar(b, bars)
	for _, one := range bars {
		one.part = one.number / full
	}
	parts.note = p.word(b.Pos(), "site.bars.note", "full", text)
	b.found = parts
}

// cellsOf puts a bar into every cell of a block's tables that is not a heading,
// and tells whether the block cites a source.
func (p *page) cellsOf(b *Block) (bars []*bar, cites bool) {
	source := p.source.Text[p.source.Body:]
	var cells []*extast.TableCell
	_ = ast.Walk(b, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *citation:
			cites = true
		case *extast.TableCell:
			if n.PreviousSibling() != nil && n.Parent().Kind() != extast.KindTableHeader {
				cells = append(cells, n)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, cell := range cells {
		one := &bar{column: 1}
		for before := cell.PreviousSibling().PreviousSibling(); before != nil; before = before.PreviousSibling() {
			one.column++
		}
		one.number, one.text = p.leading(cell, plain(cell, source))
		if one.column == mostBars+1 {
			p.wrong(cell.Pos(), "more bars in a row than can be told apart", "at most "+strconv.Itoa(mostBars))
		}
		for inner := cell.FirstChild(); inner != nil; inner = cell.FirstChild() {
			one.AppendChild(one, inner)
		}
		cell.AppendChild(cell, one)
		bars = append(bars, one)
	}
	return bars, cites
}

var (
	leadingNumber = regexp.MustCompile(`^\s*(\d+(?:[.,]\d+)?)(?:[^\d.,]|[.,]?$)`)
	thousands     = regexp.MustCompile(`^\d+[.,]\d{3}$`)
)

// leadingOf reads the number with which a text begins, with a point or a comma
// before its decimals. What could be either thousands or decimals is neither.
func leadingOf(text string) (value float64, written string, ok bool) {
	match := leadingNumber.FindStringSubmatch(text)
	if match == nil || thousands.MatchString(match[1]) {
		return 0, "", false
	}
	value, err := strconv.ParseFloat(strings.Replace(match[1], ",", ".", 1), 64)
	return value, match[1], err == nil
}

// leading is the number of a cell.
func (p *page) leading(cell ast.Node, text string) (float64, string) {
	value, written, ok := leadingOf(text)
	if !ok {
		p.wrong(cell.Pos(), "no number for a bar: "+quoted(text), "begin with it, without commas between thousands: 85 in 100, 4.98, 1200 mg")
	}
	return value, written
}

// fullBar is what a full line stands for, as a number and as it is written.
func (p *page) fullBar(b *Block, bars []*bar) (float64, string) {
	full, text := 0.0, "0"
	for _, one := range bars {
		if one.number > full {
			full, text = one.number, one.text
		}
	}
	written := b.get("to")
	if written == "" {
		return max(full, 1), text
	}
	to, _, ok := leadingOf(written)
	switch {
	case !ok || to == 0:
		p.wrong(b.at("to"), "not a number: "+quoted(written), "what a full line stands for: to=100")
		return max(full, 1), text
	case to < full:
		p.wrong(b.at("to"), "a bar is longer than the line: "+text, "to="+text+" or more")
	}
	return to, written
}

func openBars(w util.BufWriter, b *Block) {
	parts := b.found.(barsParts)
	write(w, `<figure class="figure bars" aria-labelledby="`, parts.id, "\">\n<", tag(b.level), ` class="bars-title" id="`, parts.id, `">`, escaped(parts.title), "</", tag(b.level), ">\n")
}

// bar is what a cell of bars holds: its text, and a bar before it.
type bar struct {
	ast.BaseInline
	column int // from 1
	number float64
	text   string  // the number as it is written
	part   float64 // of a full line
}

var kindBar = ast.NewNodeKind("Bar")

// Kind implements ast.Node.
func (*bar) Kind() ast.NodeKind { return kindBar }

// Dump implements ast.Node.
func (r *bar) Dump(source []byte, level int) { ast.DumpHelper(r, source, level, nil, nil) }

// renderBar draws a bar on the line that a full one would fill.
func renderBar(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		write(w, "</span>")
		return ast.WalkContinue, nil
	}
	r := n.(*bar)
	length := strconv.FormatFloat(r.part*100, 'f', 1, 64)
	write(w, `<svg class="bar bar-`, strconv.Itoa(r.column), `" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><path class="bar-line" d="M0 0H100V1H0Z"/><path d="M0 0H`, length, `V1H0Z"/></svg><span>`)
	return ast.WalkContinue, nil
}
