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
	written string  // the same as it was written, but for the quotes
	line    int     // where it begins, from 1
	pairs   []pair  // of a mapping, in their order
	entries []*node // of a list
	at      spot
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
	other   kind = iota // nothing of the below: what a file never needs
	plain               // text without quotes
	quoted              // text in quotes
	block               // text in lines of its own, after | or >
	integer             // a number that YAML takes for a whole one
	literal             // another number, true or false
	absent              // nothing is written after a colon or a hyphen
	null                // null or ~
	mapping
	list
	foreign // anchors, aliases, tags, merge keys and the like
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

// spot is where the YAML library says that a node stands, and the text that
// stands there as far as it is in one line.
type spot struct {
	line, column int
	text         string
}

// placeOf finds where a node stands; none stands nowhere. The library reports
// a plain value that is followed by spaces as many columns too far right, so
// the text itself is looked for at or before the column it gives.
func (t *text) placeOf(s spot) place {
	if s.line < 1 || s.line > len(t.lines) {
		return place{}
	}
	at := place{s.line, max(1, s.column), max(1, utf8.RuneCountInString(s.text))}
	line := []rune(t.lines[at.line-1])
	reach := min(len(line), at.column-1+at.width)
	if i := strings.LastIndex(string(line[:reach]), s.text); i >= 0 && s.text != "" {
		at.column = utf8.RuneCountInString(string(line[:reach])[:i]) + 1
	}
	return at
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
		if rest, ok := strings.CutPrefix(key, p.key.written); ok && (rest == "" || rest[0] == '.') {
			return p.value, strings.TrimPrefix(rest, ".")
		}
	}
	number, rest, _ := strings.Cut(key, ".")
	if i, err := strconv.Atoi(number); err == nil && i > 0 && i <= len(n.entries) {
		return n.entries[i-1], rest
	}
	return nil, key
}
