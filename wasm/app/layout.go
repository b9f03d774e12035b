package app

import "iddtestdrive/wasm/panel"

// block lays one thing out at a place of which the height is not yet known, and
// gives it its height.
type block func(at panel.Rect) panel.Node

// stack lays blocks out one below the other.
func stack(at panel.Rect, gap float64, blocks ...block) []panel.Node {
	var nodes []panel.Node
	for _, b := range blocks {
		n := b(at)
		nodes = append(nodes, n)
		at.Y = n.Bounds.Bottom() + gap
	}
	return nodes
}

// lowest is where the lowest of some nodes ends; at least y.
func lowest(y float64, nodes []panel.Node) float64 {
	for i := range nodes {
		y = max(y, nodes[i].Bounds.Bottom())
	}
	return y
}

// grid lays blocks out in columns of equal width, none narrower than least: in
// as few rows as that allows, and in no more columns than those rows need.
// Those of a row are made equally high.
func grid(at panel.Rect, least, gap float64, blocks ...block) []panel.Node {
	fit := max(1, int((at.W+gap)/(least+gap)))
	rows := max(1, (len(blocks)+fit-1)/fit)
	columns := (len(blocks) + rows - 1) / rows
	w := (at.W - gap*float64(columns-1)) / float64(columns)
	var nodes []panel.Node
	y := at.Y
	for first := 0; first < len(blocks); first += columns {
		row := blocks[first:min(first+columns, len(blocks))]
		high := 0.0
		for i, b := range row {
			n := b(panel.Rect{X: at.X + float64(i)*(w+gap), Y: y, W: w})
			high = max(high, n.Bounds.H)
			nodes = append(nodes, n)
		}
		for i := range row {
			nodes[first+i].Bounds.H = high
		}
		y += high + gap
	}
	return nodes
}

// card is a part of the screen: a region on a ground of its own, as high as what
// is in it, with a heading where it has one to show.
func (d *draft) card(id, name string, at panel.Rect, fill func(in panel.Rect) []panel.Node) panel.Node {
	pad := d.st.Space[4]
	n := panel.Node{ID: id, Role: panel.Region, Name: name, Bounds: at}
	n.Look = panel.Look{Fill: "paper-raised", Edge: "line", Width: d.st.Thin, Radius: d.st.RadiusM}
	n.Children = fill(panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad})
	n.Bounds.H = lowest(at.Y, n.Children) + pad - at.Y
	return n
}

// heading is the heading of a part.
func (d *draft) heading(id, name string, l letters) block {
	return func(at panel.Rect) panel.Node {
		n, _ := d.text(id, name, at, l)
		n.Role, n.Name, n.Value = panel.Heading, n.Value, ""
		return n
	}
}

// words is a Text as a block.
func (d *draft) say(id, text string, l letters) block {
	return func(at panel.Rect) panel.Node {
		n, _ := d.text(id, text, at, l)
		return n
	}
}

// gathered is blocks laid out in a grid, as one block.
func (d *draft) gathered(id string, least float64, blocks ...block) block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: id, Bounds: at, Children: grid(at, least, d.st.Space[2], blocks...)}
		n.Bounds.H = lowest(at.Y, n.Children) - at.Y
		return n
	}
}

// The letters in use.
func (d *draft) plain() letters  { return letters{d.st.Medium, false, "ink", panel.Start} }
func (d *draft) strong() letters { return letters{d.st.Medium, true, "ink", panel.Start} }
func (d *draft) soft() letters   { return letters{d.st.Small, false, "ink-soft", panel.Start} }
func (d *draft) title() letters  { return letters{d.st.Large, true, "ink", panel.Start} }
