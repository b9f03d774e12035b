package document

import (
	"fmt"
	"strings"
)

// This file and those of blocks, brackets and single values take YAML apart, as
// the package comment says. It is read once from its beginning to its end, and
// nothing is looked at twice but the line at hand.

// The bounds of nesting: the reader takes a stack for each level.
const (
	maxDepth  = 32  // brackets within brackets
	maxIndent = 200 // spaces at the beginning of a line
)

const allowedYAML = `lines of "key: value", lists with "- " before each entry, {braces} around keys and [brackets] around entries`

// yaml takes a text apart. It stands at a byte of a line, or after the last.
type yaml struct {
	*text
	row  int // the line, from 0
	at   int // the byte in it
	deep int // brackets that are open
}

// parse builds the tree of a text.
func (t *text) parse() (root *node, err error) {
	y := &yaml{text: t}
	if y.more() && y.at == 0 && y.rest()[0] == '%' {
		return nil, y.fault(y.here(), "a line that begins with % is not used in "+t.form.Holds+"s", allowedYAML)
	}
	if y.marked("---") {
		y.at += len("---")
	}
	if y.more() && !y.ended() {
		if root, err = y.node(-1, true); err != nil {
			return nil, err
		}
	}
	if y.more() && y.marked("...") {
		y.at += len("...")
	}
	switch another := y.more(); {
	case another && y.marked("---"):
		return nil, y.fault(y.placeOf(spot{y.row, 0, 3}), "the file holds more than one YAML document", "one "+t.form.Holds+" in one file")
	case another:
		return nil, y.misplaced()
	case root == nil:
		return nil, y.fault(place{}, "the file is empty", "a "+t.form.Holds+", which begins with title: and a name for it")
	}
	return root, nil
}

// more goes on to the next thing that is neither space nor comment, in this
// line or a later one; false where there is none.
func (y *yaml) more() bool {
	for ; y.row < len(y.lines); y.row, y.at = y.row+1, 0 {
		y.spaces()
		if rest := y.rest(); rest != "" && !(rest[0] == '#' && y.afterSpace()) {
			return true
		}
	}
	return false
}

// moreHere goes on to the next thing in this line; false where there is none.
func (y *yaml) moreHere() bool {
	row := y.row
	return y.more() && y.row == row
}

// spaces goes over the spaces at hand.
func (y *yaml) spaces() {
	y.at = len(y.lines[y.row]) - len(strings.TrimLeft(y.rest(), " \t"))
}

func (y *yaml) rest() string { return y.lines[y.row][y.at:] }

// afterSpace says whether what is at hand is first in its line or has a space
// before it.
func (y *yaml) afterSpace() bool { return y.at == 0 || isSpace(y.lines[y.row][y.at-1]) }

func isSpace(c byte) bool { return c == ' ' || c == '\t' }

// isOneOf says whether a text begins with one of some characters.
func isOneOf(characters, text string) bool { return strings.IndexByte(characters, text[0]) >= 0 }

// alone says whether a text begins with a sign that stands alone: a space or
// the line's end comes after it.
func alone(text, sign string) bool {
	after, ok := strings.CutPrefix(text, sign)
	return ok && (after == "" || isSpace(after[0]))
}

// marked says whether the line at hand is a mark between documents.
func (y *yaml) marked(mark string) bool {
	return y.row < len(y.lines) && y.at == 0 && alone(y.rest(), mark)
}

// ended says whether the document is at its end.
func (y *yaml) ended() bool { return y.marked("---") || y.marked("...") }

// indent goes on to the next thing, which is on a line of its own, and says how
// many spaces its line begins with; -1 at the end of the document.
func (y *yaml) indent() int {
	if !y.more() || y.ended() {
		return -1
	}
	return y.at
}

// since is the spot from a place in a line to what is at hand, or to the end of
// that line.
func (y *yaml) since(row, at int) spot {
	if row != y.row {
		return spot{row, at, at}
	}
	return spot{row, at, y.at}
}

// sign is the spot of the one character at hand.
func (y *yaml) sign() spot { return spot{y.row, y.at, y.at + 1} }

// here is the place of the one character at hand.
func (y *yaml) here() place { return y.placeOf(y.sign()) }

// invalid refuses what is no YAML.
func (y *yaml) invalid(at spot, problem string) error {
	return y.fault(y.placeOf(at), "the file is not valid YAML here: "+problem, allowedYAML)
}

// misplaced refuses what is at hand.
func (y *yaml) misplaced() error {
	return y.invalid(y.sign(), "this does not belong to what stands before it")
}

// unused refuses what YAML knows and no file needs.
func (y *yaml) unused(at spot) error {
	return y.fault(y.placeOf(at), "anchors (&), aliases (*), tags (!), merge keys (<<) and ? are not used in "+y.form.Holds+"s", allowedYAML)
}

func (y *yaml) tooDeep() error {
	return y.fault(y.here(), "the file is nested too deeply",
		fmt.Sprintf("at most %d brackets within brackets, and %d spaces at the beginning of a line", maxDepth, maxIndent))
}
