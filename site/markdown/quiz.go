package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// quizBlock is a question to see whether the text was understood, with an
// explanation for each answer. Without script the answers stand below; with it
// the reader chooses first, and may choose again.
//
//	::: quiz
//	You ask again ten minutes after a dose. What happens?
//
//	- [ ] The pump gives another dose.
//
//	  No. The lockout is there to stop that.
//	- [x] Nothing is given, and the remote says when you can ask again.
//
//	  It waits for you.
//	:::
//
// The question is the paragraph right above the answers; what stands before it
// sets the scene. [x] marks what is right; where it stands more than once, all of
// those are, and the reader is told to choose all.
var quizBlock = Kind{
	Name:     "quiz",
	Settings: []string{"title"},
	read:     readQuiz,
	open: func(w util.BufWriter, b *Block) {
		q := b.found.(*quiz)
		kind, several := "radio", ""
		if q.right > 1 {
			kind, several = "checkbox", `" data-several="`+escaped(q.several)
		}
		write(w, `<section class="quiz" data-quiz="`, kind, several, `" data-again="`, escaped(q.again), "\">\n")
		heading(w, b.level, "quiz-title", "", q.title)
	},
	close: func(w util.BufWriter, _ *Block) { write(w, "</section>\n") },
}

// quiz is what a quiz shows beside its text.
type quiz struct {
	title, again, several string
	right                 int // number of right answers
}

// The bounds of a quiz.
const (
	fewestAnswers = 2
	mostAnswers   = 5
)

func readQuiz(p *page, b *Block) {
	q := &quiz{title: b.get("title"), again: p.word(b.Pos(), "site.quiz.again"), several: p.word(b.Pos(), "site.quiz.several")}
	if q.title == "" {
		q.title = p.word(b.Pos(), "site.quiz.title")
	}
	b.found = q
	list, ok := b.LastChild().(*ast.List)
	switch {
	case !ok:
		p.wrong(b.Pos(), "a quiz that does not end in a list of answers", `write each answer after "- [ ] ", the right one after "- [x] "`)
		return
	case !isText(list.PreviousSibling()):
		p.wrong(b.Pos(), "a quiz without a question", "ask it in a paragraph right above the answers")
		return
	case list.ChildCount() < fewestAnswers || list.ChildCount() > mostAnswers:
		p.wrong(b.Pos(), "a quiz has 2 to 5 answers", "more are hard to keep in mind")
	}
	list.SetAttributeString("class", []byte("quiz-answers"))
	list.IsTight = true
	key := &answers{title: p.word(b.Pos(), "site.quiz.answers")}
	verdicts := [2]string{p.word(b.Pos(), "site.quiz.wrong"), p.word(b.Pos(), "site.quiz.right")}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		p.answer(q, key, item, verdicts)
	}
	if q.right == 0 {
		p.wrong(b.Pos(), "a quiz without a right answer", "mark it with [x]")
	}
	b.AppendChild(b, key)
}

// answer takes one answer apart: what is offered stays in the list, what is said
// to it goes to the key.
func (p *page) answer(q *quiz, key *answers, item ast.Node, verdicts [2]string) {
	line := item.FirstChild()
	if line == nil {
		p.wrong(linkStart(item), "an empty answer", "")
		return
	}
	box, ok := line.FirstChild().(*extast.TaskCheckBox)
	if !ok {
		p.wrong(linkStart(line), "an answer without a mark", `begin it with "- [ ] ", or with "- [x] " where it is right`)
		return
	}
	v := &verdict{words: verdicts[0]}
	if box.IsChecked {
		v.words, v.right = verdicts[1], true
		q.right++
	}
	line.RemoveChild(line, box)
	if holdsLink(line) {
		p.wrong(linkStart(line), "a link in an answer", "put it into the explanation: pressing an answer chooses it")
	}
	if line.NextSibling() == nil {
		p.wrong(linkStart(line), "an answer without an explanation", "write it below, after an empty line and two spaces")
	}
	for said := line.NextSibling(); said != nil; said = line.NextSibling() {
		v.AppendChild(v, said)
	}
	if paragraph, ok := line.(*ast.Paragraph); ok { // as in a tight list
		tight := ast.NewTextBlock()
		tight.SetLines(paragraph.Lines())
		item.ReplaceChild(item, paragraph, tight)
		for inner := paragraph.FirstChild(); inner != nil; inner = paragraph.FirstChild() {
			tight.AppendChild(tight, inner)
		}
	}
	key.AppendChild(key, v)
}

// isText reports whether a node is there and is a paragraph, in a list of which
// items stand close or apart.
func isText(n ast.Node) bool {
	return n != nil && (n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock)
}

// holdsLink reports whether a paragraph holds anything that leads elsewhere.
func holdsLink(line ast.Node) bool {
	found := false
	_ = ast.Walk(line, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindLink, ast.KindAutoLink, kindCitation, extast.KindFootnoteLink:
			found = true
		}
		return ast.WalkContinue, nil
	})
	return found
}

// answers is the key of a quiz.
type answers struct {
	ast.BaseBlock
	title string
}

// verdict is what is said to one answer.
type verdict struct {
	ast.BaseBlock
	words string
	right bool
}

var (
	kindAnswers = ast.NewNodeKind("Answers")
	kindVerdict = ast.NewNodeKind("Verdict")
)

// Kind implements ast.Node.
func (*answers) Kind() ast.NodeKind { return kindAnswers }

// Dump implements ast.Node.
func (a *answers) Dump(source []byte, level int) { ast.DumpHelper(a, source, level, nil, nil) }

// Kind implements ast.Node.
func (*verdict) Kind() ast.NodeKind { return kindVerdict }

// Dump implements ast.Node.
func (v *verdict) Dump(source []byte, level int) { ast.DumpHelper(v, source, level, nil, nil) }

func renderAnswers(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		write(w, `<div class="quiz-key"><p class="quiz-key-title">`, escaped(n.(*answers).title), "</p>\n<ol>\n")
	} else {
		write(w, "</ol></div>\n")
	}
	return ast.WalkContinue, nil
}

func renderVerdict(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	v := n.(*verdict)
	if !entering {
		write(w, "</li>\n")
		return ast.WalkContinue, nil
	}
	class := "wrong"
	if v.right {
		class = "right"
	}
	write(w, `<li class="`, class, `"><p class="verdict">`, escaped(v.words), "</p>\n")
	return ast.WalkContinue, nil
}
