// Package mirror keeps the elements of the page equal to a panel: for every
// node that a person can meet there is a real HTML element of the same role,
// name and state, lying where the canvas draws the node.
//
// Diff finds what must change from one panel to the next, as a list of
// patches; a Page (in the browser) carries them out. Patches name elements by
// the IDs of their nodes, so an element that stays keeps its focus, and a
// screen reader hears of nothing but what changed. Where the element that has
// the keyboard has to go, the keyboard moves to its Refuge.
//
// What the elements are:
//
//   - Region, Group, Radios, List, Polite and Urgent hold others; those of any
//     other role hold none, and what stands in one in the panel comes right
//     after it on the page.
//   - Everything that is operated is an element of the browser's own: a button,
//     a link, or an input in its label. A Description is seen beside the name in
//     the plain view, and heard after it in both.
//   - Bounds are where the element lies. Those of a Slider are its track: the
//     middle of the knob goes from half the height behind their left edge to half
//     the height before their right one. Those of a Field are its box, in which
//     the browser's own text shows while it has the keyboard.
//
// For the plain view the elements also carry what the panel says of their
// looks: the ground a node stands on (data-ground, a token), bold type
// (data-bold) and the size of its type (--type).
package mirror

import (
	"slices"

	"iddtestdrive/wasm/panel"
)

// Kind is what a patch does.
type Kind uint8

// The kinds of patches.
const (
	Insert Kind = iota // make the element of Node and put it into Parent before Before
	Remove             // take the element of ID out, and all in it
	Move               // put the element of ID before Before in Parent
	Update             // bring the element's own properties to those of Node
)

// Patch is one change of the page.
type Patch struct {
	Kind   Kind
	ID     string
	Parent string      // Insert, Move: the ID of the element it goes into; empty: the mount
	Before string      // Insert, Move: the ID of the sibling it goes before; empty: at the end
	Was    *panel.Node // Update: what the element shows so far
	Node   *panel.Node // Insert, Update: what it is to show; its children come in patches of their own. Remove: what goes
	Ground panel.Token // Insert, Update: the colour that the node stands on; empty: its parent's
}

// Diff lists what turns a page that shows was into one that shows is: first
// what has to go, then the rest. A nil was is an empty page.
func Diff(was, is *panel.Node) []Patch {
	d := differ{stays: map[string]bool{}}
	d.removals(was, places(is))
	d.siblings("", roots(was), roots(is))
	return d.patches
}

type differ struct {
	stays   map[string]bool // the IDs of old elements that are still on the page
	patches []Patch
}

// place is what an ID stands for on a page.
type place struct {
	parent string
	role   panel.Role
}

// places lists all elements of a panel.
func places(root *panel.Node) map[string]place {
	all := map[string]place{}
	var list func(parent string, elements []element)
	list = func(parent string, elements []element) {
		for _, e := range elements {
			all[e.ID] = place{parent, e.Role}
			list(e.ID, inside(e.Node))
		}
	}
	list("", roots(root))
	return all
}

// removals takes out every element that is wanted no longer, or elsewhere, or
// in another role; what is in it goes with it.
func (d *differ) removals(was *panel.Node, wanted map[string]place) {
	var keep func(parent string, elements []element)
	keep = func(parent string, elements []element) {
		for _, e := range elements {
			if wanted[e.ID] != (place{parent, e.Role}) {
				d.patches = append(d.patches, Patch{Kind: Remove, ID: e.ID, Node: e.Node})
				continue
			}
			d.stays[e.ID] = true
			keep(e.ID, inside(e.Node))
		}
	}
	keep("", roots(was))
}

// siblings brings the elements in one parent from old to wanted, last to
// first, so that the one each goes before is in its place already.
func (d *differ) siblings(parent string, old, wanted []element) {
	before := map[string]element{}
	var order []string
	for _, e := range old {
		if d.stays[e.ID] {
			before[e.ID] = e
			order = append(order, e.ID)
		}
	}
	next := ""
	for _, e := range slices.Backward(wanted) {
		was, stays := before[e.ID]
		switch {
		case !stays:
			d.add(Patch{Kind: Insert, ID: e.ID, Parent: parent, Before: next, Node: e.Node, Ground: e.ground})
		case order[len(order)-1] != e.ID:
			d.add(Patch{Kind: Move, ID: e.ID, Parent: parent, Before: next})
		}
		if stays && !was.same(e) {
			d.add(Patch{Kind: Update, ID: e.ID, Was: was.Node, Node: e.Node, Ground: e.ground})
		}
		order = slices.DeleteFunc(order, func(id string) bool { return id == e.ID })
		d.siblings(e.ID, inside(was.Node), inside(e.Node))
		next = e.ID
	}
}

func (d *differ) add(p Patch) { d.patches = append(d.patches, p) }

// Refuge is where the keyboard goes when the element that had it may have gone
// with the change from was to is: to the element of the same ID, or else to
// the nearest of those that held it. It is empty where nothing of them is left.
func Refuge(was, is *panel.Node, id string) string {
	left := places(is)
	held := places(was)
	for id != "" {
		if _, ok := left[id]; ok {
			return id
		}
		id = held[id].parent
	}
	return ""
}
