// Package markdown turns the Markdown of one page into HTML.
//
// The Markdown is CommonMark with GitHub's tables, strikethrough and bare
// links, footnotes, and blocks of our own:
//
//	::: warning title="Do not drive"
//	The dose can make you sleepy.
//	:::
//
// A block begins with three colons, its name and its settings (name=value, or
// name="some words"), and ends with three colons. Blocks may hold any Markdown
// and other blocks; the first closing line ends the innermost. Each block is a
// Kind in a file of its own: simulator, summary, warning, emergency, ask,
// steps, figure, chart, bars, pages, references, glossary, worked,
// quiz, checklist, diary.
//
// In the running text, [@smith2002] or [@smith2002, @deer2024] cites sources of
// references.yaml and becomes their numbers in the page's list of sources, which
// leads back. [[lockout]], or [[lockout|words to show]], is a word of the
// language's glossary, by any of its forms; its first use on the page is a button
// that shows what it means.
//
// What a page may not do: raw HTML (comments excepted, which vanish), a heading
// of level 1 (the title is one), a skipped heading level, an address with any
// scheme but https, mailto and tel, an address from the root of a host, a link
// to a page or file that is not in the content, a picture without a text
// alternative, an unknown block or setting. Each is a mistake with its place.
//
// What the site leaves out goes from the page before anything else looks at it
// (leftout.go): blocks that would start it, sections that list its pages, and
// links to it, whose words stay.
//
// A Converter holds no state of a page and may serve many pages at once. What a
// page needs from the rest of the site comes through its Surroundings. The same
// source and surroundings give the same bytes.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"iddtestdrive/site/chart"
	"iddtestdrive/site/figure"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/reading"
)

// Source is the file of a page.
type Source struct {
	File string // its name for mistakes: "en/personal-remote.md"
	Text []byte // the whole file
	Body int    // the offset in Text at which the Markdown begins
	// Into is what the HTML is written into, after it is emptied; nil means a new
	// buffer. The body's HTML is valid until the buffer is used again.
	Into *bytes.Buffer
	// Taken are ids that the page has outside its Markdown. Links may name
	// them; headings get others.
	Taken []string
	// Sources are the keys of the sources that the front matter names.
	Sources   []string
	WantProse bool // gather the running text, to measure how easy it is to read
}

// Surroundings is what a page may ask of the site around it. A function that
// returns an error gives its text to the author as what is wrong.
type Surroundings struct {
	// Word returns an interface word with its placeholders filled.
	Word func(key string, pairs ...string) (string, error)
	// Number writes a number, given with a decimal point, with the language's signs.
	Number func(plain string) (string, error)
	// Page returns the address of a page named by its file, relative to the
	// folder of the page that asks, and the file's full name.
	Page func(file string) (address, full string, err error)
	// File returns the address at which a file of the content is published,
	// and its size in pixels if it is a picture.
	File func(file string) (Asset, error)
	// Figure returns the text of an SVG of the content.
	Figure func(file string) (full string, svg []byte, err error)
	// Picture returns a drawing of the theme.
	Picture func(name string) (*figure.Drawing, error)
	// Chart draws a chart. An error that is a *chart.Wrong names the setting.
	Chart func(chart.Settings) (chart.Chart, error)
	// Scenario returns what a simulator block shows of a scenario.
	Scenario func(name string) (Start, error)
	// Drive returns what a simulator block shows of a guided test drive.
	Drive func(name string) (Start, error)
	// Case returns what a simulator block shows of a practice case.
	Case func(name string) (Start, error)
	// Exam returns what a simulator block shows of an exam of so many cases.
	Exam func(count string) (Start, error)
	// LeftOut says what the site does without: a "page" by its file, relative
	// to the folder of the page that asks, an "audience", "scenario", "drive",
	// "case" or "exam" by its name. nil leaves out nothing.
	LeftOut func(kind, name string) bool
	// Help is whom an emergency call-out names to be called.
	Help []Help
	// Pages returns the pages of an audience in their order.
	Pages func(audience string) ([]Card, error)
	// Reference says why there is no source of a key, or nil.
	Reference func(key string) error
	// Meaning returns the word of the glossary that has a form.
	Meaning func(form string) (Meaning, error)
	// References returns the sources of the whole site, of some kinds or of all,
	// and Glossary the words of the language by the alphabet. Both know which
	// pages use them only where the page Lists them.
	References func(kinds []string) ([]ReferenceGroup, error)
	Glossary   func() ([]Entry, error)
}

// Asset is a file of the content as it is published.
type Asset struct {
	Address       string
	Width, Height int // 0 where the file is not a picture
}

// Start is what a simulator block shows of the scenario or the guided test
// drive that it starts.
type Start struct {
	Title   string
	Summary string
	Minutes int    // about how long a drive takes; 0 for a scenario, which has no end
	Address string // the simulator's page with it
}

// Card is a page as lists of pages show it. Cards of one section stand side by
// side; "" is none.
type Card struct {
	Section                     string
	Title, Description, Address string
}

// Body is a page's Markdown turned into HTML.
type Body struct {
	HTML      []byte
	Headings  []Heading         // in their order; headings that an author puts into blocks are left out
	Anchors   map[string]bool   // every id that a link may name
	Links     []Link            // every link to a place in a page of the site
	Blocks    []string          // the kinds of its blocks in their order, those inside others too
	Simulator bool              // whether the page holds a simulator
	Cited     []Cited           // the page's sources: those cited, in the order of their numbers, then the others
	Words     []string          // keys of the words of the glossary that the page uses
	Prose     []reading.Passage // the running text in its order, where it was wanted
	Explained []string          // words of the glossary as the prose writes them
	Mistakes  mistake.List
}

// Heading is a heading of the page, for its table of contents.
type Heading struct {
	Level    int // 2 to 6
	ID, Text string
}

// Link is a link to an anchor, checked when all pages are known.
type Link struct {
	Page   string // the full name of the page linked to
	Anchor string
	Offset int // where in the source it stands
}

// Converter turns Markdown into HTML.
type Converter struct {
	full     goldmark.Markdown
	linkless goldmark.Markdown // for texts without bare addresses, for which every word would be looked at
}

// New returns a converter that knows the given blocks.
func New(kinds ...Kind) *Converter {
	known := make(map[string]*Kind, len(kinds))
	for i := range kinds {
		known[kinds[i].Name] = &kinds[i]
	}
	return &Converter{full: converter(known, extension.Linkify), linkless: converter(known)}
}

func converter(known map[string]*Kind, more ...goldmark.Extender) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(append(more, extension.Table, extension.Strikethrough, extension.Footnote, extension.TaskList)...),
		goldmark.WithParserOptions(
			parser.WithAutoHeadingID(),
			parser.WithBlockParsers(util.Prioritized(&fenceParser{known: known}, 650)),
			parser.WithInlineParsers(util.Prioritized(bracketParser{}, 90)), // before links and footnotes
			parser.WithASTTransformers(util.Prioritized(treeReader{}, 1000)),
		),
		goldmark.WithRendererOptions(
			renderer.WithNodeRenderers(util.Prioritized(blockRenderer{}, 100), util.Prioritized(plainRenderer{}, 100), util.Prioritized(tableRenderer{}, 100)),
		),
	)
}

// of returns what turns a text into HTML.
func (c *Converter) of(text []byte) goldmark.Markdown {
	if bareAddress(text) {
		return c.full
	}
	return c.linkless
}

// bareAddress reports whether a text may hold an address that is to become a
// link by itself.
func bareAddress(text []byte) bool {
	for _, begins := range []string{"http:", "https:", "ftp:", "www."} {
		if bytes.Contains(text, []byte(begins)) {
			return true
		}
	}
	for i, c := range text {
		if c == '@' && i > 0 && util.FindEmailIndex(text[i-1:]) > 0 {
			return true
		}
	}
	return false
}

// Blocks are the kinds of block that the site knows.
func Blocks() []Kind {
	kinds := []Kind{simulatorBlock, stepsBlock, figureBlock, chartBlock, barsBlock, pagesBlock, referencesBlock, glossaryBlock, workedBlock, quizBlock, checklistBlock, diaryBlock}
	return append(kinds, callouts...)
}

// Convert turns the Markdown of a page into HTML. With mistakes, the HTML is
// not to be used.
func (c *Converter) Convert(src Source, around Surroundings) Body {
	page := &page{source: src, around: around, body: Body{Anchors: map[string]bool{}}}
	for _, id := range src.Taken {
		page.body.Anchors[id] = true
	}
	markdown := src.Text[src.Body:]
	context := parser.NewContext(parser.WithIDs(newAnchors(page.body.Anchors)))
	context.Set(pageKey, page)
	markup := c.of(markdown)
	tree := markup.Parser().Parse(text.NewReader(markdown), parser.WithContext(context))
	page.sources()
	if len(page.body.Mistakes) > 0 {
		return page.body
	}
	if src.WantProse {
		page.prose(tree, markdown)
	}
	out := writer{src.Into}
	if out.Buffer == nil {
		out.Buffer = new(bytes.Buffer)
	}
	out.Reset()
	out.Grow(2 * len(markdown))
	if err := markup.Renderer().Render(out, markdown, tree); err != nil {
		page.wrong(0, "the page cannot be rendered: "+err.Error(), "")
	}
	page.body.HTML = out.Bytes()
	return page.body
}

// writer is a buffer that needs no other in front of it.
type writer struct{ *bytes.Buffer }

// Buffered implements util.BufWriter.
func (writer) Buffered() int { return 0 }

// Flush implements util.BufWriter.
func (writer) Flush() error { return nil }

var pageKey = parser.NewContextKey()

// page is the work on one page: what is gathered while its tree is read.
type page struct {
	source  Source
	around  Surroundings
	body    Body
	figures int // number of figures so far, to keep their ids apart
	charts  int // likewise of charts
	bars    int // likewise of tables with bars
}

func pageOf(pc parser.Context) *page { return pc.Get(pageKey).(*page) }

// wrong records a mistake at an offset of the Markdown.
func (p *page) wrong(offset int, what, remedy string) {
	at := p.source.Body + max(offset, 0)
	p.body.Mistakes = append(p.body.Mistakes, mistake.At(p.source.File, p.source.Text, at, what, remedy))
}

// word returns an interface word, or "" after recording that there is none.
func (p *page) word(offset int, key string, pairs ...string) string {
	text, err := p.around.Word(key, pairs...)
	if err != nil {
		p.wrong(offset, err.Error(), "")
	}
	return text
}

// plain returns the text of a node without its marks.
func plain(n ast.Node, source []byte) string {
	var b bytes.Buffer
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return string(util.UnescapePunctuations(b.Bytes()))
}
