package form

import (
	"strconv"

	"iddtestdrive/wasm/panel"
)

// Block lays one thing out at a place of which the height is not yet known, and
// gives it its height.
type Block func(at panel.Rect) panel.Node

// Stack lays blocks out one below the other.
func Stack(at panel.Rect, gap float64, blocks ...Block) []panel.Node {
	var nodes []panel.Node
	for _, b := range blocks {
		n := b(at)
		nodes = append(nodes, n)
		at.Y = n.Bounds.Bottom() + gap
	}
	return nodes
}

// Lowest is where the lowest of some nodes ends; at least y.
func Lowest(y float64, nodes []panel.Node) float64 {
	for i := range nodes {
		y = max(y, nodes[i].Bounds.Bottom())
	}
	return y
}

// Grid lays blocks out in columns of equal width, none narrower than least: in
// as few rows as that allows, and in no more columns than those rows need.
// Those of a row are made equally high.
func Grid(at panel.Rect, least, gap float64, blocks ...Block) []panel.Node {
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

// Card is a part of the screen: a region on a ground of its own, as high as what
// is in it, with a heading where it has one to show.
func (s *Sheet) Card(id, name string, at panel.Rect, fill func(in panel.Rect) []panel.Node) panel.Node {
	pad := s.Style.Space[4]
	n := panel.Node{ID: id, Role: panel.Region, Name: name, Bounds: at}
	n.Look = panel.Look{Fill: "paper-raised", Edge: "line", Width: s.Style.Thin, Radius: s.Style.RadiusM}
	n.Children = fill(panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad})
	n.Bounds.H = Lowest(at.Y, n.Children) + pad - at.Y
	return n
}

// Heading is the heading of a part.
func (s *Sheet) Heading(id, name string, l Letters) Block {
	return func(at panel.Rect) panel.Node {
		n, _ := s.Text(id, name, at, l)
		n.Role, n.Name, n.Value = panel.Heading, n.Value, ""
		return n
	}
}

// Say is a Text as a block.
func (s *Sheet) Say(id, text string, l Letters) Block {
	return func(at panel.Rect) panel.Node {
		n, _ := s.Text(id, text, at, l)
		return n
	}
}

// Gathered is blocks laid out in a grid, as one Block.
func (s *Sheet) Gathered(id string, least float64, blocks ...Block) Block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: id, Bounds: at, Children: Grid(at, least, s.Style.Space[2], blocks...)}
		n.Bounds.H = Lowest(at.Y, n.Children) - at.Y
		return n
	}
}

// Plain is the letters of ordinary text.
func (s *Sheet) Plain() Letters { return Letters{s.Style.Medium, false, "ink", panel.Start} }

// Strong is the letters of what matters in it.
func (s *Sheet) Strong() Letters { return Letters{s.Style.Medium, true, "ink", panel.Start} }

// Soft is the letters of what matters less.
func (s *Sheet) Soft() Letters { return Letters{s.Style.Small, false, "ink-soft", panel.Start} }

// Title is the letters of the heading of a part.
func (s *Sheet) Title() Letters { return Letters{s.Style.Large, true, "ink", panel.Start} }

// List is lines as a list, each with a hair line below it.
func (s *Sheet) List(id string, lines []string) Block {
	return func(at panel.Rect) panel.Node {
		n := panel.Node{ID: id, Role: panel.List, Bounds: at}
		y := at.Y
		for i, line := range lines {
			set, h := s.Set(line, at.W, s.Plain())
			item := panel.Node{ID: id + "." + strconv.Itoa(i), Role: panel.Item, Value: line, Look: panel.Look{Letters: set}}
			item.Bounds = panel.Rect{X: at.X, Y: y, W: at.W, H: h}
			y += h + s.Style.Space[1]
			n.Children = append(n.Children, item, panel.Node{ID: id + ".rule." + strconv.Itoa(i),
				Bounds: panel.Rect{X: at.X, Y: y, W: at.W, H: s.Style.Thin}, Look: panel.Look{Fill: "line"}})
			y += s.Style.Space[1]
		}
		n.Bounds.H = y - at.Y
		return n
	}
}
