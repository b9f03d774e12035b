package document

import (
	"fmt"
	"slices"
	"strconv"
)

// Mapping is a mapping whose keys have been checked.
type Mapping struct {
	whole Value
	order []string
	in    map[string]Value
}

// Open reads a mapping that may have the allowed keys and no others.
func (v Value) Open(allowed ...string) Mapping {
	m := v.Entries("the keys " + List(allowed))
	for _, name := range m.order {
		if !slices.Contains(allowed, name) {
			m.unknown(name, allowed)
			break
		}
	}
	return m
}

// Entries reads a mapping whose keys are the author's own. Wanted says in
// messages what belongs here.
func (v Value) Entries(wanted string) Mapping {
	m := Mapping{whole: v, in: map[string]Value{}}
	if !v.Given() {
		return m
	}
	if v.node.kind != mapping {
		v.wrongType(wanted)
		return m
	}
	for _, p := range v.node.pairs {
		m.add(p)
	}
	return m
}

// add takes one key of the mapping in.
func (m *Mapping) add(p pair) {
	v := m.whole
	if v.err != nil {
		return
	}
	v.show = p.key
	name := p.key.text
	if !p.key.isText() {
		if p.key.kind == integer {
			v.Fail(Shorten(name), "a key is a word; a number is one only in quotes", "a word, a colon and a space")
		} else {
			v.Fail("", "this cannot be a key", "a word, a colon and a space")
		}
		return
	}
	v.key = child(m.whole.key, name)
	if first, twice := m.in[name]; twice {
		v.Fail("", "the key is given twice", fmt.Sprintf("each key once; it stands in line %d already", first.show.at.row+1))
		return
	}
	if p.glued {
		v.Fail("", "the space after the colon is missing", "a word, a colon and a space")
		return
	}
	v.node, v.show = p.value, shown(p.value, p.key)
	m.order, m.in[name] = append(m.order, name), v
}

// shown is what an error about a node points at: where nothing is written, what
// stands before it.
func shown(n, before *node) *node {
	if n != nil && (n.kind == absent || n.kind == null) {
		return before
	}
	return n
}

// unknown refuses a key and names the one that was probably meant.
func (m Mapping) unknown(name string, allowed []string) {
	v := m.in[name]
	for _, p := range m.whole.node.pairs {
		if p.key.text == name {
			v.show = p.key
			break
		}
	}
	problem := "the key is not known here"
	if meant := nearest(name, allowed); meant != "" {
		problem += "; did you mean " + meant + "?"
	}
	v.Fail("", problem, List(allowed))
}

// Names lists the keys that are there, in their order. It is not to be changed.
func (m Mapping) Names() []string { return m.order }

// Get gives the value of a key, whether it is there or not.
func (m Mapping) Get(name string) Value {
	if v, ok := m.in[name]; ok {
		return v
	}
	v := m.whole
	v.key, v.node = child(v.key, name), nil
	return v
}

// Must gives the value of a key that has to be there.
func (m Mapping) Must(name string) Value {
	v := m.Get(name)
	if v.node == nil && m.whole.Given() {
		v.Fail("", "the key is missing", name+": and its value; it is required here")
	}
	return v
}

// One gives the only key, and its value, of a mapping that has to have exactly
// one of some keys; "" where it has not.
func (m Mapping) One(of []string) (string, Value) {
	if len(m.order) == 1 {
		return m.order[0], m.in[m.order[0]]
	}
	if m.whole.Given() {
		m.whole.Fail("", fmt.Sprintf("%d keys stand here", len(m.order)), "exactly one of "+List(of))
	}
	return "", m.whole
}

// Items reads a list. Its entries' keys count from 1. Wanted says in messages
// what belongs here.
func (v Value) Items(wanted string) []Value {
	if !v.Given() {
		return nil
	}
	if v.node.kind != list {
		v.wrongType(wanted)
		return nil
	}
	items := make([]Value, len(v.node.entries))
	for i, entry := range v.node.entries {
		e := v
		e.key, e.node, e.show = child(v.key, strconv.Itoa(i+1)), entry, shown(entry, v.show)
		items[i] = e
	}
	return items
}

// child is the key in dots of a key within another.
func child(key, name string) string {
	if len(name) > longestFound {
		name = Shorten(name)
	}
	if key == "" {
		return name
	}
	return key + "." + name
}
