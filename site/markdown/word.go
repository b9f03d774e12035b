package markdown

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// defined is a word of the glossary in the running text:
//
//	The [[lockout]] protects you. Wait for [[lockout|the end of the wait]].
//
// What stands before the bar is a form of the word, and what stands after it is
// what the page shows; without a bar the form is shown. In a table the bar is
// written \|. The first use of a word on a page is a button that opens its
// meaning in place, by the browser alone, and leads to the glossary. A further
// use is plain text, so that a page is not full of buttons; so is a use in a line
// that can be ticked, since a press there is a tick.
type defined struct {
	ast.BaseInline   // holds the text shown
	form             string
	meaning          *Meaning     // nil where the word is plain text
	more             string       // the words of the link to the glossary
	opening, closing text.Segment // signs around the button that stay on its line
}

// Meaning is a word of the glossary as a page explains it.
type Meaning struct {
	Key     string
	Word    string
	Plain   string // one plain sentence
	Address string // the word's place in the glossary; "" where there is no such page
	Page    string // the file of that page
}

var kindDefined = ast.NewNodeKind("Defined")

// Kind implements ast.Node.
func (*defined) Kind() ast.NodeKind { return kindDefined }

// Dump implements ast.Node.
func (d *defined) Dump(source []byte, level int) { ast.DumpHelper(d, source, level, nil, nil) }

// newDefined reads what stands between the brackets; at is where it begins.
func newDefined(p *page, inner []byte, start, at int) ast.Node {
	form, shown, bar := bytes.Cut(inner, []byte("|"))
	from := at
	if bar {
		from += len(form) + len("|")
		form = bytes.TrimSuffix(form, []byte(`\`))
	} else {
		shown = form
	}
	from += len(shown) - len(bytes.TrimLeft(shown, " \t"))
	shown = bytes.TrimSpace(shown)
	d := &defined{form: string(bytes.TrimSpace(form))}
	d.SetPos(start)
	if d.form == "" || len(shown) == 0 {
		p.wrong(start, "a word of the glossary without the word", "write [[lockout]] or [[lockout|the words to show]]")
	}
	d.AppendChild(d, ast.NewTextSegment(text.NewSegment(from, from+len(shown))))
	return d
}

// MeaningID is the id of a word's meaning in a page that uses it.
func MeaningID(key string) string { return "meaning-" + key }

// WordID is the id of a word in the glossary.
func WordID(key string) string { return "word-" + key }

// define looks a word up, and explains it where it is used for the first time.
func (t *walk) define(d *defined) {
	if within(d, isLabel) {
		t.wrong(d.Pos(), "a word of the glossary in a heading, a link or a picture", "explain it in the text beside")
		return
	}
	if d.form == "" {
		return
	}
	m, err := t.around.Meaning(d.form)
	if err != nil {
		t.wrong(d.Pos(), err.Error(), "")
		return
	}
	if !slices.Contains(t.body.Words, m.Key) {
		t.body.Words = append(t.body.Words, m.Key)
	}
	if t.body.Anchors[MeaningID(m.Key)] || within(d, isPressed) {
		return
	}
	t.claim(d.Pos(), MeaningID(m.Key))
	d.meaning = &m
	d.hold(t.source)
	if m.Address != "" {
		t.link(d.Pos(), m.Page, WordID(m.Key))
		d.more = t.word(d.Pos(), "site.glossary.more", "word", m.Word)
	}
}

// The signs that no line ends with, and those that none begins with.
const (
	openers = "([“‘"
	closers = ".,;:!?)]…’”"
)

// hold takes such signs from the text around the word: a browser would part them
// from it, since it breaks a line before and after any button.
func (d *defined) hold(source []byte) {
	if before, ok := d.PreviousSibling().(*ast.Text); ok {
		at := before.Segment
		stop := at.Start + len(bytes.TrimRight(at.Value(source), openers))
		d.opening, before.Segment = at.WithStart(stop), at.WithStop(stop)
	}
	if after, ok := d.NextSibling().(*ast.Text); ok {
		at := after.Segment
		start := at.Stop - len(bytes.TrimLeft(at.Value(source), closers))
		d.closing, after.Segment = at.WithStop(start), at.WithStart(start)
	}
}

// isPressed reports whether a node is pressed as a whole, so that no button may
// stand in it.
func isPressed(n ast.Node) bool {
	if n.Kind() == ast.KindListItem {
		b, inBlock := n.Parent().Parent().(*Block)
		return inBlock && b.kind.Name == quizBlock.Name
	}
	return n.Kind() == kindTick
}

func renderDefined(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	d := n.(*defined)
	opening, closing := string(d.opening.Value(source)), string(d.closing.Value(source))
	held := opening+closing != ""
	switch m := d.meaning; {
	case m == nil:
	case entering:
		if held {
			write(w, `<span class="held">`, opening)
		}
		write(w, `<button type="button" class="word" popovertarget="`, MeaningID(m.Key), `">`)
	default:
		write(w, "</button>")
		if held {
			write(w, closing, "</span>")
		}
		write(w, `<span class="meaning" id="`, MeaningID(m.Key), `" role="note" popover>`, escaped(m.Plain))
		if m.Address != "" {
			write(w, ` <a href="`, escaped(m.Address), `">`, escaped(d.more), "</a>")
		}
		write(w, "</span>")
	}
	return ast.WalkContinue, nil
}
