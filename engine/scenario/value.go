package scenario

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"iddtestdrive/engine/units"
)

// reader walks a document. It keeps the first error; after it every reading
// gives a zero value, so that the code which reads a scenario can be written
// as a plain list of its keys.
type reader struct {
	doc *document
	err *Error
}

// value is a key and what stands behind it.
type value struct {
	*reader
	key  string   // in dots from the root; "" is the root
	node ast.Node // nil: the key is not there
	show ast.Node // what an error points at: the value, its key, or the mapping that lacks it
}

// given says whether the key is there.
func (v value) given() bool { return v.node != nil && v.err == nil }

// fail keeps the first error, at the value.
func (v value) fail(found, problem, allowed string) {
	if v.err != nil {
		return
	}
	e := v.doc.fault(v.doc.placeOf(v.show), problem, allowed)
	e.Key, e.Found = v.key, found
	v.reader.err = e
}

// wrongType says what kind of thing stands where another should.
func (v value) wrongType(wanted string) {
	switch n := v.node.(type) {
	case *ast.NullNode:
		if n.Token.Type == token.ImplicitNullType {
			v.fail("", "nothing is written here", wanted)
		} else {
			v.fail(n.Token.Value, "a key without a value is left out", wanted)
		}
	case *ast.MappingNode, *ast.MappingValueNode:
		v.fail("", "found keys of its own", wanted)
	case *ast.SequenceNode:
		v.fail("", "found a list", wanted)
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode, *ast.MappingKeyNode:
		v.fail("", "anchors (&), aliases (*), tags (!), merge keys (<<) and ? are not used in scenarios", wanted)
	default:
		v.fail(shorten(v.node.GetToken().Value), "this is not what belongs here", wanted)
	}
}

// scalar gives the text of a single value as it was written, and whether it
// stood in quotes or in a block of lines.
func (v value) scalar(wanted string) (text string, quoted bool) {
	if !v.given() {
		return "", false
	}
	switch n := v.node.(type) {
	case *ast.StringNode:
		t := n.Token.Type
		return n.Value, t == token.SingleQuoteType || t == token.DoubleQuoteType
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, false
	}
	v.wrongType(wanted)
	return "", false
}

// plainWord gives the text of a value that is a single word.
func (v value) plainWord() (string, bool) {
	n, ok := v.node.(*ast.StringNode)
	if !ok || !v.given() {
		return "", false
	}
	return n.Value, true
}

// text reads words that people read. A number or true and false are taken for
// a slip: they are text only in quotes.
func (v value) text(wanted string) string {
	text, quoted := v.scalar(wanted)
	if _, isText := v.node.(*ast.StringNode); v.given() && !isText && !quoted {
		v.fail(shorten(text), "this is text only in quotes", wanted)
	}
	return text
}

// number reads a whole number written in digits alone.
func (v value) number(most uint64) uint64 {
	allowed := fmt.Sprintf("a whole number from 0 to %d", most)
	text, quoted := v.scalar(allowed)
	if !v.given() {
		return 0
	}
	n, err := strconv.ParseUint(text, 10, 64)
	switch {
	case quoted:
		v.fail(shorten(text), "a number is written without quotes", allowed)
	case err == nil && n <= most && strconv.FormatUint(n, 10) == text:
		return n
	case len(text) > 1 && text[0] == '-':
		v.fail(shorten(text), "this cannot be negative", allowed)
	case err == nil && n > most || errors.Is(err, strconv.ErrRange):
		v.fail(shorten(text), "the number is too large", allowed)
	default:
		v.fail(shorten(text), "this is not a whole number", allowed)
	}
	return 0
}

// quantity reads a value by a function of package units; a key that is not
// there has the value absent.
func quantity[T any](v value, read func(string) (T, error), absent T) T {
	if !v.given() {
		return absent
	}
	// The library's own error says what is allowed, so an empty text is read
	// where there is none.
	_, err := read("")
	text, _ := v.scalar(allowedBy(err))
	if !v.given() {
		return absent
	}
	got, err := read(text)
	if err != nil {
		var wrong *units.ParseError
		if errors.As(err, &wrong) {
			v.fail(wrong.Found, wrong.Reason, wrong.Allowed)
		}
		return absent
	}
	return got
}

func allowedBy(err error) string {
	var wrong *units.ParseError
	if errors.As(err, &wrong) {
		return wrong.Allowed
	}
	return ""
}

// atMost refuses a quantity above its limit. None is ever negative.
func atMost[T interface {
	~int64
	String() string
}](v value, got, most T) T {
	if v.given() && got > most {
		v.fail(writtenAt(v.show), "this is out of range", "at most "+most.String())
	}
	return got
}

// word reads one word of a closed list; a key that is not there has the
// meaning absent.
func word[T comparable](v value, known vocabulary[T], absent T) T {
	allowed := list(known.words())
	text, _ := v.scalar(allowed)
	if !v.given() {
		return absent
	}
	meaning, ok := known.meaning(text)
	if !ok {
		v.unknownWord(text, known.words())
		return absent
	}
	return meaning
}

// boolean reads true or false; a key that is not there is false.
func (v value) boolean() bool {
	if text, quoted := v.scalar("true or false"); quoted && v.given() {
		v.fail(shorten(text), "true and false are written without quotes", "true or false")
	}
	return word(v, booleans, false)
}

// unknownWord refuses a word and names the one that was probably meant.
func (v value) unknownWord(text string, known []string) {
	problem := "this word is not known here"
	if meant := nearest(text, known); meant != "" && meant != text {
		problem += "; did you mean " + meant + "?"
	}
	v.fail(shorten(text), problem, list(known))
}
