package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// keys is a mapping whose keys have been checked.
type keys struct {
	whole value
	order []string
	in    map[string]value
}

// open reads a mapping that may have the allowed keys and no others.
func (v value) open(allowed ...string) keys {
	k := v.entries("the keys " + list(allowed))
	for _, name := range k.order {
		if !slices.Contains(allowed, name) {
			k.unknown(name, allowed)
			break
		}
	}
	return k
}

// entries reads a mapping whose keys are the author's own.
func (v value) entries(wanted string) keys {
	k := keys{whole: v, in: map[string]value{}}
	if !v.given() {
		return k
	}
	switch n := v.node.(type) {
	case *ast.MappingNode:
		for _, pair := range n.Values {
			k.add(pair)
		}
	case *ast.MappingValueNode:
		k.add(n)
	default:
		v.wrongType(wanted)
	}
	return k
}

// add takes one key of the mapping in.
func (k *keys) add(pair *ast.MappingValueNode) {
	v := k.whole
	if v.err != nil {
		return
	}
	v.show = pair.Key
	name := pair.Key.GetToken().Value
	if _, isText := pair.Key.(*ast.StringNode); !isText {
		if _, isNumber := pair.Key.(*ast.IntegerNode); isNumber {
			v.fail(shorten(name), "a key is a word; a number is one only in quotes", "a word, a colon and a space")
		} else {
			v.fail("", "this cannot be a key", "a word, a colon and a space")
		}
		return
	}
	v.key = child(k.whole.key, name)
	if first, twice := k.in[name]; twice {
		v.fail("", "the key is given twice", fmt.Sprintf("each key once; it stands in line %d already", first.show.GetToken().Position.Line))
		return
	}
	if glued(pair) {
		v.fail("", "the space after the colon is missing", "a word, a colon and a space")
		return
	}
	v.node = pair.Value
	if _, nothing := pair.Value.(*ast.NullNode); !nothing {
		v.show = pair.Value
	}
	k.order, k.in[name] = append(k.order, name), v
}

// glued says whether a value follows its colon without a space, as in
// {at:3 h}: YAML would have it that this is one word.
func glued(pair *ast.MappingValueNode) bool {
	key, colon, value := pair.Key.GetToken(), pair.Start, pair.Value.GetToken()
	if key.Type == token.SingleQuoteType || key.Type == token.DoubleQuoteType || colon == nil || value == nil {
		return false
	}
	return colon.Type == token.MappingValueType && value.Type != token.ImplicitNullType &&
		value.Position.Line == colon.Position.Line && value.Position.Column == colon.Position.Column+1
}

// unknown refuses a key and names the one that was probably meant.
func (k keys) unknown(name string, allowed []string) {
	v := k.in[name]
	v.show = k.nodeOfKey(name)
	problem := "the key is not known here"
	if meant := nearest(name, allowed); meant != "" {
		problem += "; did you mean " + meant + "?"
	}
	v.fail("", problem, list(allowed))
}

// nodeOfKey finds the key itself, where get gives its value.
func (k keys) nodeOfKey(name string) ast.Node {
	if n, ok := k.whole.node.(*ast.MappingNode); ok {
		for _, pair := range n.Values {
			if pair.Key.GetToken().Value == name {
				return pair.Key
			}
		}
	}
	return k.whole.node
}

// get gives the value of a key, whether it is there or not.
func (k keys) get(name string) value {
	if v, ok := k.in[name]; ok {
		return v
	}
	v := k.whole
	v.key, v.node = child(v.key, name), nil
	return v
}

// must gives the value of a key that has to be there.
func (k keys) must(name string) value {
	v := k.get(name)
	if v.node == nil && k.whole.given() {
		v.fail("", "the key is missing", name+": and its value; it is required here")
	}
	return v
}

// one gives the only key, and its value, of a mapping that has to have exactly
// one of some keys.
func (k keys) one(of []string) (string, value) {
	if len(k.order) == 1 {
		return k.order[0], k.in[k.order[0]]
	}
	if k.whole.given() {
		k.whole.fail("", fmt.Sprintf("%d keys stand here", len(k.order)), "exactly one of "+list(of))
	}
	return "", k.whole
}

// items reads a list. Its entries are counted from 1.
func (v value) items(wanted string) []value {
	if !v.given() {
		return nil
	}
	n, ok := v.node.(*ast.SequenceNode)
	if !ok {
		v.wrongType(wanted)
		return nil
	}
	list := make([]value, len(n.Values))
	for i, entry := range n.Values {
		e := v
		e.key, e.node = child(v.key, strconv.Itoa(i+1)), entry
		if _, nothing := entry.(*ast.NullNode); !nothing {
			e.show = entry
		}
		list[i] = e
	}
	return list
}

// find gives the node of a key in dots below a node, or of the last one on the
// way to it that is there. A pattern's name may itself have a dot in it.
func find(n ast.Node, key string) ast.Node {
	for key != "" {
		inner, rest := step(n, key)
		if inner == nil {
			break
		}
		n, key = inner, rest
	}
	return n
}

// step goes one key or list entry down and gives what is left of the key.
func step(n ast.Node, key string) (ast.Node, string) {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, pair := range n.Values {
			name := pair.Key.GetToken().Value
			if rest, ok := strings.CutPrefix(key, name); ok && (rest == "" || rest[0] == '.') {
				return pair.Value, strings.TrimPrefix(rest, ".")
			}
		}
	case *ast.SequenceNode:
		number, rest, _ := strings.Cut(key, ".")
		if i, err := strconv.Atoi(number); err == nil && i > 0 && i <= len(n.Values) {
			return n.Values[i-1], rest
		}
	}
	return nil, key
}

// child is the key in dots of a key within another.
func child(key, name string) string {
	if len(name) > longestFound {
		name = shorten(name)
	}
	if key == "" {
		return name
	}
	return key + "." + name
}
