package panel

import "slices"

// Equal tells whether two trees are and look the same. Drawings are the same
// when they are one and the same.
func Equal(a, b *Node) bool {
	return a.Same(b) && a.Look.Equal(b.Look) && a.Focused == b.Focused &&
		slices.EqualFunc(a.Children, b.Children, func(x, y Node) bool { return Equal(&x, &y) })
}

// Same tells whether two nodes themselves, without their looks and children,
// are the same thing in the same state at the same place.
func (n *Node) Same(o *Node) bool {
	return n.ID == o.ID && n.Role == o.Role && n.Name == o.Name && n.Value == o.Value &&
		n.Description == o.Description && n.Part == o.Part && n.Range == o.Range && n.Address == o.Address &&
		n.Checked == o.Checked && n.Disabled == o.Disabled && n.Bounds == o.Bounds
}

// Equal tells whether two looks are the same.
func (l Look) Equal(o Look) bool {
	return l.Fill == o.Fill && l.Edge == o.Edge && l.Width == o.Width && l.Radius == o.Radius &&
		l.Drawing == o.Drawing && l.Turn == o.Turn && l.From == o.From && l.Letters.Equal(o.Letters)
}

// Equal tells whether two texts are set alike.
func (l Letters) Equal(o Letters) bool {
	return l.Size == o.Size && l.Leading == o.Leading && l.Bold == o.Bold && l.Colour == o.Colour &&
		l.Align == o.Align && slices.Equal(l.Lines, o.Lines)
}
