package mirror

import "iddtestdrive/wasm/panel"

// element is a node that has an element on the page.
type element struct {
	*panel.Node
	ground panel.Token // the colour it stands on, of its own look or of the mere look around it
}

// same tells whether an element need not be touched to become another.
func (e element) same(o element) bool {
	a, b := letters(e.Node), letters(o.Node)
	return e.Same(o.Node) && e.ground == o.ground && a.Bold == b.Bold && a.Size == b.Size
}

// letters is how a node's words are set: those of its own look, or those of
// the last mere look in it.
func letters(n *panel.Node) panel.Letters {
	set := n.Look.Letters
	for i := len(n.Children) - 1; i >= 0 && set.Size == 0; i-- {
		if n.Children[i].Role == panel.None {
			set = n.Children[i].Look.Letters
		}
	}
	return set
}

// roots are the elements that a panel itself becomes.
func roots(n *panel.Node) []element {
	if n == nil {
		return nil
	}
	return []element{{n, n.Look.Fill}}
}

// inside are the elements in that of n.
func inside(n *panel.Node) []element {
	if n == nil || !holds(n.Role) {
		return nil
	}
	return below(n, "")
}

// below are the nearest nodes below n that become elements on n's own level: a
// mere look has none, and what is in it goes to its parent's; so does what is
// in a thing that holds nothing.
func below(n *panel.Node, ground panel.Token) []element {
	var out []element
	for i := range n.Children {
		c := &n.Children[i]
		on := ground
		if c.Look.Fill != "" {
			on = c.Look.Fill
		}
		if c.Role != panel.None {
			out = append(out, element{c, on})
		}
		if !holds(c.Role) {
			out = append(out, below(c, on)...)
		}
	}
	return out
}

// holds tells whether elements of a role hold others.
func holds(r panel.Role) bool {
	switch r {
	case panel.Region, panel.Group, panel.Radios, panel.List, panel.Polite, panel.Urgent:
		return true
	}
	return false
}
