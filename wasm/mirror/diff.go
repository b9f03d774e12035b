// Package mirror keeps the elements of the page equal to a panel: for every
// node that a person can meet there is a real HTML element of the same role,
// name and state, lying where the canvas draws the node.
//
// Diff finds what must change from one panel to the next, as a list of
// patches; a Page (in the browser) carries them out. Patches name elements by
// the IDs of their nodes, so an element that stays keeps its focus, and a
// screen reader hears of nothing but what changed.
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
	Node   *panel.Node // Insert, Update; its children come in patches of their own
}

// Diff lists what turns a page that shows was into one that shows is: first
// what has to go, then the rest. A nil was is an empty page.
func Diff(was, is *panel.Node) []Patch {
	d := differ{stays: map[string]bool{}}
	d.removals(was, elements(is))
	d.siblings("", roots(was), roots(is))
	return d.patches
}

type differ struct {
	stays   map[string]bool // the IDs of old elements that are still on the page
	patches []Patch
}

// element is what an ID stands for on a page.
type element struct {
	parent string
	role   panel.Role
}

// elements lists all elements of a panel.
func elements(root *panel.Node) map[string]element {
	all := map[string]element{}
	var list func(parent string, nodes []*panel.Node)
	list = func(parent string, nodes []*panel.Node) {
		for _, n := range nodes {
			all[n.ID] = element{parent, n.Role}
			list(n.ID, mirrored(n))
		}
	}
	list("", roots(root))
	return all
}

// removals takes out every element that is wanted no longer, or elsewhere, or
// in another role; what is in it goes with it.
func (d *differ) removals(was *panel.Node, wanted map[string]element) {
	var keep func(parent string, nodes []*panel.Node)
	keep = func(parent string, nodes []*panel.Node) {
		for _, n := range nodes {
			if wanted[n.ID] != (element{parent, n.Role}) {
				d.patches = append(d.patches, Patch{Kind: Remove, ID: n.ID})
				continue
			}
			d.stays[n.ID] = true
			keep(n.ID, mirrored(n))
		}
	}
	keep("", roots(was))
}

// siblings brings the elements in one parent from old to wanted, last to
// first, so that the one each goes before is in its place already.
func (d *differ) siblings(parent string, old, wanted []*panel.Node) {
	before := map[string]*panel.Node{}
	var order []string
	for _, n := range old {
		if d.stays[n.ID] {
			before[n.ID] = n
			order = append(order, n.ID)
		}
	}
	next := ""
	for _, n := range slices.Backward(wanted) {
		was := before[n.ID]
		switch {
		case was == nil:
			d.add(Patch{Kind: Insert, ID: n.ID, Parent: parent, Before: next, Node: n})
		case order[len(order)-1] != n.ID:
			d.add(Patch{Kind: Move, ID: n.ID, Parent: parent, Before: next})
		}
		if was != nil && !was.Same(n) {
			d.add(Patch{Kind: Update, ID: n.ID, Node: n})
		}
		order = slices.DeleteFunc(order, func(id string) bool { return id == n.ID })
		d.siblings(n.ID, mirrored(was), mirrored(n))
		next = n.ID
	}
}

func (d *differ) add(p Patch) { d.patches = append(d.patches, p) }

// roots are the elements that a panel itself becomes.
func roots(n *panel.Node) []*panel.Node {
	if n == nil {
		return nil
	}
	return []*panel.Node{n}
}

// mirrored are the nearest nodes below n that have elements: a mere look has
// none, and what is in it goes to its parent's.
func mirrored(n *panel.Node) []*panel.Node {
	if n == nil {
		return nil
	}
	var out []*panel.Node
	for i := range n.Children {
		c := &n.Children[i]
		if c.Role == panel.None {
			out = append(out, mirrored(c)...)
		} else {
			out = append(out, c)
		}
	}
	return out
}
