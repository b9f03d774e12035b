package document

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// node is a piece of a file's tree: a single value, a mapping or a list.
type node struct {
	kind    kind
	text    string  // of a single value, as it was meant: without its quotes
	pairs   []pair  // of a mapping, in their order
	entries []*node // of a list
	at      spot    // where it begins; counts unless it is absent
}

// pair is a key and its value.
type pair struct {
	key, value *node
	glued      bool // no space between the colon and the value
}

// kind is what a node is.
type kind uint8

// The kinds of node.
const (
	plain   kind = iota // text without quotes
	quoted              // text in quotes
	block               // text in lines of its own, after | or >
	integer             // a number that YAML takes for a whole one
	literal             // another number, true or false
	absent              // nothing is written after a colon or a hyphen
	null                // null or ~
	mapping
	list
)

// isText says whether a node is text in one piece, in quotes or not.
func (n *node) isText() bool { return n.kind == plain || n.kind == quoted }

// single is a single value as it was written; "" for anything else.
func (n *node) single() string {
	if n != nil && (n.isText() || n.kind == integer) {
		return Shorten(n.text)
	}
	return ""
}

// spot is a stretch of a line: its bytes from one to before another. A spot
// that ends where it begins goes to the end of its line.
type spot struct {
	row      int // the line, from 0
	from, to int
}

// placeOf says where a spot is. Columns are characters, which are counted only
// for the one place that an error is about.
func (t *text) placeOf(s spot) place {
	line := t.lines[s.row]
	stretch := line[s.from:]
	if s.to > s.from {
		stretch = line[s.from:s.to]
	}
	width := utf8.RuneCountInString(strings.TrimRight(stretch, " \t"))
	return place{s.row + 1, utf8.RuneCountInString(line[:s.from]) + 1, max(1, width)}
}

// find gives the node of a key in dots below a node, or of the last one on the
// way to it that is there. A key may itself have a dot in it.
func (n *node) find(key string) *node {
	for key != "" {
		inner, rest := n.step(key)
		if inner == nil {
			break
		}
		n, key = inner, rest
	}
	return n
}

// step goes one key or list entry down and gives what is left of the key.
func (n *node) step(key string) (*node, string) {
	if n == nil {
		return nil, key
	}
	for _, p := range n.pairs {
		if rest, ok := strings.CutPrefix(key, p.key.text); ok && (rest == "" || rest[0] == '.') {
			return p.value, strings.TrimPrefix(rest, ".")
		}
	}
	number, rest, _ := strings.Cut(key, ".")
	if i, err := strconv.Atoi(number); err == nil && i > 0 && i <= len(n.entries) {
		return n.entries[i-1], rest
	}
	return nil, key
}
