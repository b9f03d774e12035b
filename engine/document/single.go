package document

import (
	"strconv"
	"strings"
)

// context is where a plain text stands, which decides what ends it besides a
// comment.
type context uint8

const (
	inLine context = iota // a colon with a space after it
	inList                // in brackets or braces: that, and a comma or bracket
	asKey                 // a key in braces: any colon, and a comma or bracket
)

// ends says whether a plain text ends before a byte of a line.
func (in context) ends(line string, at int) bool {
	c, after := line[at], line[at+1:]
	switch {
	case c == '#':
		return at > 0 && isSpace(line[at-1])
	case c == ':' && in == asKey:
		return !strings.HasPrefix(after, "/")
	case c == ':':
		return after == "" || isSpace(after[0]) || in == inList && isOneOf(",[]{}", after)
	}
	return in != inLine && strings.IndexByte(",[]{}", c) >= 0
}

// plain reads a text without quotes: a value within brackets to its end, else as
// far as it goes in its line.
func (y *yaml) plain(in context) (*node, error) {
	rest := y.rest()
	switch {
	case alone(rest, "?"), isOneOf("&*!", rest):
		return nil, y.unused(y.sign())
	case alone(rest, "-"), in.ends(rest, 0):
		return nil, y.misplaced()
	case isOneOf("#,[]{}%@`|>", rest):
		return nil, y.invalid(y.sign(), "a text that begins with "+rest[:1]+" stands in quotes")
	}
	row, at := y.row, y.at
	text := []byte(y.stretch(in))
	n := &node{at: y.since(row, at)}
	for in == inList {
		mark := *y
		if y.moreHere() || y.row == len(y.lines) || y.ended() || in.ends(y.lines[y.row], y.at) {
			*y = mark
			break
		}
		text = append(appendFold(text, y.row-mark.row-1), y.stretch(in)...)
	}
	n.setPlain(string(text))
	return n, nil
}

// stretch reads a plain text as far as it goes in its line.
func (y *yaml) stretch(in context) string {
	line, from := y.lines[y.row], y.at
	for y.at++; y.at < len(line) && !in.ends(line, y.at); {
		y.at++
	}
	text := strings.TrimRight(line[from:y.at], " \t")
	y.at = from + len(text)
	return text
}

// appendFold appends what a line end is within a text: a space, or, where empty
// lines come after it, as many line ends.
func appendFold(text []byte, blank int) []byte {
	if blank == 0 {
		return append(text, ' ')
	}
	for range blank {
		text = append(text, '\n')
	}
	return text
}

// goOn reads the lines in which a plain text goes on, which are indented by
// more than outer. After a comment it does not.
func (y *yaml) goOn(n *node, outer int) error {
	text := []byte(n.text)
	for y.rest() == "" {
		mark := *y
		next := y.row + 1
		for next < len(y.lines) && strings.TrimLeft(y.lines[next], " \t") == "" {
			next++
		}
		if next == len(y.lines) {
			break
		}
		y.row, y.at = next, 0
		if y.ended() {
			*y = mark
			break
		}
		if y.spaces(); y.at <= outer || isOneOf("#", y.rest()) {
			*y = mark
			break
		}
		start := y.sign()
		if !alone(y.rest(), ":") {
			text = append(appendFold(text, next-mark.row-1), y.stretch(inLine)...)
		}
		if y.spaces(); alone(y.rest(), ":") {
			if start.from == n.at.from {
				return y.invalid(n.at, noColon)
			}
			y.row, y.at = start.row, start.from
			return y.tooFar()
		}
	}
	n.setPlain(string(text))
	return nil
}

// isPlain says whether a node is a certain plain text.
func (n *node) isPlain(text string) bool { return n.kind == plain && n.text == text }

// isBare says whether a node is a text without quotes.
func (n *node) isBare() bool {
	return n.kind == plain || n.kind == integer || n.kind == literal || n.kind == null
}

// setPlain gives a node a text without quotes, which may be a number or a word
// that YAML has a meaning for.
func (n *node) setPlain(text string) {
	n.text, n.kind = text, plain
	switch text {
	case "~", "null", "Null", "NULL":
		n.kind = null
	case "true", "True", "TRUE", "false", "False", "FALSE",
		".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN":
		n.kind = literal
	default:
		n.kind = kindOfNumber(text)
	}
}

// kindOfNumber is what YAML takes a text for: a whole number, another number,
// or plain text.
func kindOfNumber(text string) kind {
	digits := strings.TrimPrefix(strings.TrimPrefix(text, "+"), "-")
	if digits == "" || isOneOf("_+-", digits) {
		return plain
	}
	digits = strings.ReplaceAll(digits, "_", "")
	if strings.Count(text, ".") == 1 && strings.Trim(digits, "0123456789.eE+-") == "" {
		if _, err := strconv.ParseFloat(digits, 64); err == nil {
			return literal
		}
		return plain
	}
	base := 10
	switch {
	case strings.HasPrefix(digits, "0x"):
		base = 16
	case strings.HasPrefix(digits, "0o"), strings.HasPrefix(digits, "0b"):
		base = 8
		if digits[1] == 'b' {
			base = 2
		}
	case strings.HasPrefix(digits, "0") && len(digits) > 1:
		base, digits = 8, "0o"+digits
	}
	if base != 10 {
		digits = digits[2:]
	}
	if _, err := strconv.ParseUint(digits, base, 64); err != nil {
		return plain
	}
	return integer
}
