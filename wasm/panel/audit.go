package panel

import (
	"fmt"
	"strings"
)

// Audit returns what is wrong with a tree in the sense of the package comment,
// a sentence each; nothing when all is well.
func Audit(root *Node) []string {
	var wrong []string
	seen := map[string]bool{}
	complain := func(n *Node, what string, args ...any) {
		wrong = append(wrong, fmt.Sprintf("%s %q: ", n.Role, n.ID)+fmt.Sprintf(what, args...))
	}
	root.Walk(func(n *Node) {
		if n.ID == "" || seen[n.ID] {
			complain(n, "its ID is missing or stands for two nodes")
		}
		seen[n.ID] = true
		if needsName(n.Role) && n.Name == "" {
			complain(n, "has no name")
		}
		if (n.Role == Text || n.Role == Item) && n.Value == "" {
			complain(n, "says nothing")
		}
		if r := n.Range; n.Role == Slider && !(r.Least <= r.Now && r.Now <= r.Most && r.Step > 0) {
			complain(n, "cannot stand at %v", r)
		}
		if n.Role == Link && n.Address == "" {
			complain(n, "leads nowhere")
		}
		if n.Role == Picture && n.Description == "" {
			complain(n, "does not say what it shows")
		}
		if n.Role.Operable() && (n.Bounds.W < Target || n.Bounds.H < Target) {
			complain(n, "is %.0f x %.0f px, less than %d x %d", n.Bounds.W, n.Bounds.H, Target, Target)
		}
		if words := n.Look.Letters; float64(len(words.Lines))*words.Leading > n.Bounds.H+1 {
			complain(n, "its words are higher than it")
		}
		if n.Role != None && n.Role != Polite && n.Role != Urgent && outside(n.Bounds, root.Bounds) {
			complain(n, "stands outside the screen at %v", n.Bounds)
		}
	})
	wrong = append(wrong, unheard(root, root)...)
	return append(wrong, collisions(root)...)
}

// unheard names the nodes that draw words which neither they nor the mirrored
// node they belong to say.
func unheard(n, owner *Node) []string {
	if n.Role != None {
		owner = n
	}
	var wrong []string
	said := owner.Name + " " + owner.Value + " " + owner.Description
	for _, line := range n.Look.Letters.Lines {
		if !strings.Contains(said, line) {
			wrong = append(wrong, fmt.Sprintf("%q draws the words %q, which nobody can hear", n.ID, line))
		}
	}
	for i := range n.Children {
		wrong = append(wrong, unheard(&n.Children[i], owner)...)
	}
	return wrong
}

func needsName(r Role) bool {
	switch r {
	case None, Text, Group, List, Item, Polite, Urgent:
		return false
	}
	return true
}

func outside(b, screen Rect) bool {
	const slack = 0.5
	return b.X < screen.X-slack || b.Y < screen.Y-slack ||
		b.Right() > screen.Right()+slack || b.Bottom() > screen.Bottom()+slack
}

// collisions names the operable nodes that cover one another.
func collisions(root *Node) []string {
	var wrong []string
	var operable []*Node
	root.Walk(func(n *Node) {
		if !n.Role.Operable() {
			return
		}
		for _, o := range operable {
			if n.Bounds.Overlaps(o.Bounds) {
				wrong = append(wrong, fmt.Sprintf("%q and %q cover one another", o.ID, n.ID))
			}
		}
		operable = append(operable, n)
	})
	return wrong
}
