// Package panel describes a screen of the simulator as one tree of named
// nodes: what each thing is, what it is called, what it says, where it stands
// and how it looks. Nothing here draws or touches a page.
//
// The tree is the single source of two faces. The canvas paints it, the mirror
// keeps real HTML elements equal to it, and so the two cannot disagree. In the
// plain view the same tree is shown as ordinary HTML and the looks are left
// out. For that to work, three things hold of every tree, and Audit checks
// them:
//
//   - every node that can be operated has a name and is at least Target wide
//     and high;
//   - everything that is said is said in Name, Value or Description; the looks
//     add nothing that a listener would miss;
//   - an ID stands for one thing: it is unique in a tree and keeps its role from
//     one tree to the next.
package panel

// Role says what a node is to a person and which HTML element mirrors it.
type Role string

// The roles.
const (
	None     Role = ""         // a mere look: not mirrored
	Region   Role = "region"   // a named part of the screen
	Group    Role = "group"    // things that belong together
	Radios   Role = "radios"   // a group of which one is chosen
	Heading  Role = "heading"  // the heading of a region
	Text     Role = "text"     // words; Value holds them
	Picture  Role = "picture"  // Name says what it is, Description what it shows
	List     Role = "list"     // Item children, read as a list
	Item     Role = "item"     // one of a List; Value holds its words
	Button   Role = "button"   // does something when pressed
	Toggle   Role = "toggle"   // a button that stays pressed or not: Checked
	Radio    Role = "radio"    // one choice of its Radios
	Check    Role = "check"    // a box to tick: Checked
	Slider   Role = "slider"   // a number between Range.Least and Range.Most; Value says it in words
	Field    Role = "field"    // a line of text to be written; Value is what it holds
	File     Role = "file"     // asks for a file of the reader's
	Link     Role = "link"     // goes to Address
	Progress Role = "progress" // how far something is; Value says it in words
	Polite   Role = "polite"   // its Text children are announced when there is time
	Urgent   Role = "urgent"   // its Text children are announced at once
)

// Operable tells whether a person can act on a node of this role.
func (r Role) Operable() bool {
	switch r {
	case Button, Toggle, Radio, Check, Slider, Field, File, Link:
		return true
	}
	return false
}

// Target is the least width and height of an operable node, in CSS pixels.
const Target = 44

// Node is one thing on the screen, and the things in it.
type Node struct {
	ID          string
	Role        Role
	Name        string  // accessible name; for a button or radio also its label
	Value       string  // the words of a Text or Item, what a Field holds, or the state of a Progress or Slider in words
	Description string  // what a Picture shows at this moment; of what can be operated, a further explanation
	Part        float64 // Progress: the part done, 0 to 1
	Range       Range   // Slider
	Address     string  // Link: where it goes, relative to the page
	Checked     bool    // Radio: chosen; Toggle: pressed; Check: ticked
	Disabled    bool    // cannot be operated now
	Focused     bool    // has the keyboard: gets the ring

	Bounds   Rect // in CSS pixels from the top left of the whole screen
	Look     Look
	Children []Node
}

// Range is what a Slider can be set to, and what it is set to.
type Range struct{ Least, Most, Step, Now float64 }

// Rect is a rectangle in CSS pixels.
type Rect struct{ X, Y, W, H float64 }

// Inset returns r with d taken off every side.
func (r Rect) Inset(d float64) Rect {
	return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d}
}

// Bottom is the y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Right is the x of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Overlaps tells whether the two share any area.
func (r Rect) Overlaps(o Rect) bool {
	return r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom()
}

// Walk calls visit for n and everything below it, parents first.
func (n *Node) Walk(visit func(*Node)) {
	visit(n)
	for i := range n.Children {
		n.Children[i].Walk(visit)
	}
}

// Find returns the node with the given ID at or below n, or nil.
func (n *Node) Find(id string) *Node {
	var found *Node
	n.Walk(func(c *Node) {
		if c.ID == id && found == nil {
			found = c
		}
	})
	return found
}

// Focus gives the keyboard to the node of an ID at or below n, if there is one.
func (n *Node) Focus(id string) {
	if id == "" {
		return
	}
	if f := n.Find(id); f != nil {
		f.Focused = true
	}
}
