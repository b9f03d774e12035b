package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"iddtestdrive/site/mistake"
)

// Kind is a kind of block: its name, its settings and how it becomes HTML.
type Kind struct {
	Name     string
	Settings []string // the settings it takes
	Needs    []string // those that must be given

	// read looks at a block once the tree of the page is there, asks the site
	// for what it needs, and keeps it in the block. Mistakes go to the page.
	read func(p *page, b *Block)
	// open and close write the HTML around what the block holds.
	open, close func(w util.BufWriter, b *Block)
}

// Block is a block of ours in the tree of a page.
type Block struct {
	ast.BaseBlock
	kind     *Kind
	settings map[string]setting
	lacking  bool // a setting that it needs is not there
	level    int  // of the block's own heading
	found    any  // what its kind's read has found
}

// setting is one name=value with the offset at which it stands.
type setting struct {
	value  string
	offset int
}

var kindBlock = ast.NewNodeKind("Block")

// Kind implements ast.Node.
func (b *Block) Kind() ast.NodeKind { return kindBlock }

// Dump implements ast.Node.
func (b *Block) Dump(source []byte, level int) {
	ast.DumpHelper(b, source, level, map[string]string{"Name": b.kind.Name}, nil)
}

// get returns the value of a setting, or "".
func (b *Block) get(name string) string { return b.settings[name].value }

// at returns the offset of a setting, or that of the block.
func (b *Block) at(name string) int {
	if s, ok := b.settings[name]; ok {
		return s.offset
	}
	return b.Pos()
}

const colons = ":::"

// fenceParser reads the lines that begin and end blocks.
type fenceParser struct {
	known map[string]*Kind
}

// Trigger implements parser.BlockParser.
func (f *fenceParser) Trigger() []byte { return []byte{':'} }

// CanInterruptParagraph implements parser.BlockParser.
func (f *fenceParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (f *fenceParser) CanAcceptIndentedLine() bool { return false }

// Open implements parser.BlockParser. A block of an unknown kind is a mistake,
// and so is a closing line where no block is open.
func (f *fenceParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if pc.BlockOffset() < 0 {
		return nil, parser.NoChildren
	}
	line = line[pc.BlockOffset():]
	start := segment.Start + pc.BlockOffset()
	if !bytes.HasPrefix(line, []byte(colons)) {
		return nil, parser.NoChildren
	}
	b := f.head(pageOf(pc), string(bytes.TrimRight(line, "\r\n")), start)
	b.SetPos(start)
	reader.AdvanceToEOL()
	return b, parser.HasChildren
}

// Continue implements parser.BlockParser.
func (f *fenceParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if !isClosing(line) || !innermost(node, pc) {
		return parser.Continue | parser.HasChildren
	}
	node.(*Block).settings[closed] = setting{}
	reader.AdvanceToEOL()
	return parser.Close
}

// Close implements parser.BlockParser.
func (f *fenceParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	b := node.(*Block)
	if _, ok := b.settings[closed]; !ok {
		pageOf(pc).wrong(b.Pos(), "this block is never closed", `write a line ":::" where it ends`)
	}
	delete(b.settings, closed)
}

// closed marks a block whose closing line was seen. It is no name that an
// author can write.
const closed = ":::"

func isClosing(line []byte) bool {
	trimmed := bytes.TrimSpace(line)
	return len(trimmed) >= len(colons) && len(bytes.Trim(trimmed, ":")) == 0
}

// innermost reports whether a closing line would end this block: whether no
// other block of ours, and no code block, is open inside it.
func innermost(node ast.Node, pc parser.Context) bool {
	open := pc.OpenedBlocks()
	mine := slices.IndexFunc(open, func(b parser.Block) bool { return b.Node == node })
	for _, inner := range open[mine+1:] {
		switch inner.Node.(type) {
		case *Block, *ast.FencedCodeBlock:
			return false
		}
	}
	return true
}

var (
	headLine  = regexp.MustCompile(`^:::+[ \t]*([A-Za-z][A-Za-z0-9_-]*)?`)
	oneOption = regexp.MustCompile(`^[ \t]+([A-Za-z][A-Za-z0-9_-]*)=(?:"([^"]*)"|([^\s"]+))`)
)

// head reads a block's first line. What is wrong with it is recorded, and the
// block is returned in any case, so that its end is found.
func (f *fenceParser) head(p *page, line string, start int) *Block {
	b := &Block{kind: &Kind{}, settings: map[string]setting{}}
	match := headLine.FindStringSubmatch(line)
	name := match[1]
	kind, ok := f.known[name]
	switch {
	case name == "" && isClosing([]byte(line)):
		p.wrong(start, "this line ends a block, but none is open", "begin one with, for example, ::: warning")
		b.settings[closed] = setting{}
		return b
	case !ok:
		p.wrong(start, "unknown block "+quoted(name), mistake.Choice(name, f.names()))
		return b
	}
	b.kind = kind
	f.options(p, b, line[len(match[0]):], start+len(match[0]))
	for _, need := range kind.Needs {
		if b.get(need) == "" {
			b.lacking = true
			p.wrong(start, "the block "+quoted(name)+" needs "+need+"=…", "")
		}
	}
	return b
}

// options reads the settings that follow a block's name.
func (f *fenceParser) options(p *page, b *Block, rest string, at int) {
	for strings.TrimSpace(rest) != "" {
		match := oneOption.FindStringSubmatch(rest)
		space := len(rest) - len(strings.TrimLeft(rest, " \t"))
		if match == nil {
			p.wrong(at+space, "not a setting: "+quoted(strings.TrimSpace(rest)), `write name=value or name="some words"`)
			return
		}
		name, value := match[1], match[2]+match[3]
		switch _, twice := b.settings[name]; {
		case !slices.Contains(b.kind.Settings, name):
			p.wrong(at+space, "the block "+quoted(b.kind.Name)+" has no setting "+quoted(name), allowed(name, b.kind.Settings))
		case twice:
			p.wrong(at+space, "the setting "+quoted(name)+" is given twice", "")
		}
		b.settings[name] = setting{value: value, offset: at + space}
		rest, at = rest[len(match[0]):], at+len(match[0])
	}
}

func (f *fenceParser) names() []string {
	names := make([]string, 0, len(f.known))
	for name := range f.known {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func allowed(name string, settings []string) string {
	if len(settings) == 0 {
		return "it takes none"
	}
	return mistake.Choice(name, settings)
}
