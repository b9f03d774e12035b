package markdown

import (
	"errors"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"iddtestdrive/site/worked"
)

// workedBlock is a worked example. What stands between lines of ``` in it is
// sums, a line each, which are worked out anew with the engine: a page with a
// wrong number does not build. Package worked says how sums are written. All
// else in it is Markdown.
//
//	::: worked title="How fast does the pump run?"
//	A pump holds 10 mg/mL and is to give 3 mg a day.
//
//	```
//	strength = 10 mg/mL
//	dose = 3 mg/day
//	rate = dose / strength = 0.3 mL/day
//	```
//	:::
var workedBlock = Kind{
	Name:     "worked",
	Settings: []string{"title"},
	read:     readWorked,
	open: func(w util.BufWriter, b *Block) {
		write(w, "<section class=\"worked\">\n")
		heading(w, b.level, "worked-title", "", b.found.(workedParts).title)
	},
	close: func(w util.BufWriter, b *Block) {
		write(w, `<p class="worked-note">`, escaped(b.found.(workedParts).note), "</p>\n</section>\n")
	},
}

// workedParts is what a worked example shows beside its text.
type workedParts struct{ title, note string }

func readWorked(p *page, b *Block) {
	parts := workedParts{title: b.get("title"), note: p.word(b.Pos(), "site.worked.note")}
	if parts.title == "" {
		parts.title = p.word(b.Pos(), "site.worked.title")
	}
	b.found = parts
	heads := [3]string{p.word(b.Pos(), "site.worked.what"), p.word(b.Pos(), "site.worked.working"), p.word(b.Pos(), "site.worked.result")}
	given := p.word(b.Pos(), "site.worked.given")
	example := worked.Example{Words: worked.Words{Number: p.around.Number,
		Word: func(name string) (string, error) { return p.around.Word("site.worked.of." + name) }}}
	found := false
	for n := b.FirstChild(); n != nil; {
		next := n.NextSibling()
		if code, ok := n.(*ast.FencedCodeBlock); ok {
			found = true
			p.sums(b, code, &example, heads, given)
		}
		n = next
	}
	if !found {
		p.wrong(b.Pos(), "a worked example without sums", "write them between two lines of ```, a line each: rate = 3 mg/day / 10 mg/mL = 0.3 mL/day")
	}
}

// sums puts a table of sums into the place of their lines.
func (p *page) sums(b *Block, code *ast.FencedCodeBlock, example *worked.Example, heads [3]string, given string) {
	lines := code.Lines()
	body := p.source.Text[p.source.Body:]
	rows, err := example.Read(string(lines.Value(body)))
	var m *worked.Mistake
	if errors.As(err, &m) {
		p.wrong(placeIn(lines, m.Offset), m.What, m.Remedy)
		return
	}
	if err != nil {
		p.wrong(b.Pos(), err.Error(), "")
		return
	}
	b.ReplaceChild(b, code, &sums{rows: rows, heads: heads, given: given})
}

// placeIn is the offset in the Markdown of an offset in some of its lines.
func placeIn(lines *text.Segments, offset int) int {
	for i := range lines.Len() {
		s := lines.At(i)
		if length := s.Padding + s.Len(); offset < length || i == lines.Len()-1 {
			return s.Start + max(0, offset-s.Padding)
		} else {
			offset -= length
		}
	}
	return 0
}

// sums is the table of a worked example.
type sums struct {
	ast.BaseBlock
	rows  []worked.Line
	heads [3]string
	given string
}

var kindSums = ast.NewNodeKind("Sums")

// Kind implements ast.Node.
func (*sums) Kind() ast.NodeKind { return kindSums }

// Dump implements ast.Node.
func (s *sums) Dump(source []byte, level int) { ast.DumpHelper(s, source, level, nil, nil) }

func renderSums(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	s := n.(*sums)
	write(w, "<table class=\"table sums\">\n<thead><tr>")
	for _, h := range s.heads {
		write(w, `<th scope="col">`, escaped(h), "</th>")
	}
	write(w, "</tr></thead>\n<tbody>\n")
	for _, l := range s.rows {
		working := escaped(s.given)
		if l.Sum != "" {
			working = escaped(l.Sum)
			if l.Put != "" {
				working += ` <span class="sums-put">= ` + escaped(l.Put) + "</span>"
			}
		}
		sign := l.Sign
		if sign == "≈" {
			sign += " "
		} else {
			sign = ""
		}
		write(w, `<tr><th scope="row">`, escaped(l.Name), `</th><td data-label="`, escaped(s.heads[1]), `">`, working, `</td><td data-label="`, escaped(s.heads[2]), `">`, sign, escaped(l.Result), "</td></tr>\n")
	}
	write(w, "</tbody>\n</table>\n")
	return ast.WalkContinue, nil
}
