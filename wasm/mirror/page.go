//go:build js

package mirror

import (
	"syscall/js"

	"iddtestdrive/wasm/panel"
)

// Page is the part of the document that mirrors a panel.
type Page struct {
	document js.Value
	mount    js.Value
	framed   bool
	elements map[string]*parts
	shown    *panel.Node
}

// NewPage mirrors into the mount element, which is empty. Framed says that
// another page shows this one in a frame, which its links leave.
func NewPage(mount js.Value, framed bool) *Page {
	return &Page{document: js.Global().Get("document"), mount: mount, framed: framed, elements: map[string]*parts{}}
}

// Show brings the page to the panel.
func (p *Page) Show(tree *panel.Node) {
	had := ID(p.active())
	for _, patch := range Diff(p.shown, tree) {
		p.apply(patch)
	}
	was := p.shown
	p.shown = tree
	if had != "" {
		p.rescue(Refuge(was, tree, had))
	}
}

// Settle brings the element of an ID back to what its node says, after a
// person set it to something else. What is being written stays.
func (p *Page) Settle(id string) {
	if e, ok := p.elements[id]; ok {
		e.state(p.shown.Find(id))
	}
}

// ID is the ID of the node that an element of the page belongs to; empty where
// there is none.
func ID(e js.Value) string {
	if !e.Truthy() {
		return ""
	}
	if id := e.Get("dataset").Get("id"); id.Truthy() {
		return id.String()
	}
	return e.Get("id").String()
}

// active is the element in the mount that has the keyboard, or null.
func (p *Page) active() js.Value {
	if e := p.document.Get("activeElement"); e.Truthy() && p.mount.Call("contains", e).Bool() {
		return e
	}
	return js.Null()
}

// rescue leaves the keyboard with the element of an ID, or where that cannot
// have it, with what holds it.
func (p *Page) rescue(id string) {
	all := places(p.shown)
	for id != "" {
		e := p.elements[id]
		if !e.inner.Get("disabled").Truthy() {
			if holds(e.role) {
				e.outer.Set("tabIndex", -1) // the keyboard can rest there, and Tab does not stop there
			}
			if ID(p.active()) != id {
				e.inner.Call("focus", map[string]any{"preventScroll": true})
			}
			if ID(p.active()) == id {
				return
			}
		}
		id = all[id].parent
	}
}

func (p *Page) apply(patch Patch) {
	switch patch.Kind {
	case Insert:
		e := p.create(patch)
		p.elements[patch.ID] = e
		e.update(nil, patch.Node, patch.Ground)
		p.place(e, patch)
	case Move:
		p.place(p.elements[patch.ID], patch)
	case Remove:
		p.elements[patch.ID].outer.Call("remove")
		p.forget(patch.Node)
	case Update:
		p.elements[patch.ID].update(patch.Was, patch.Node, patch.Ground)
	}
}

func (p *Page) place(e *parts, patch Patch) {
	parent, before := p.mount, js.Null()
	if patch.Parent != "" {
		parent = p.elements[patch.Parent].outer
	}
	if patch.Before != "" {
		before = p.elements[patch.Before].outer
	}
	parent.Call("insertBefore", e.outer, before)
}

// forget drops the element of a node and all in it.
func (p *Page) forget(n *panel.Node) {
	delete(p.elements, n.ID)
	for _, e := range inside(n) {
		p.forget(e.Node)
	}
}
