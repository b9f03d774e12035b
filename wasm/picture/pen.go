package picture

import (
	"math"
	"slices"

	"iddtestdrive/wasm/panel"
)

// pen draws in the units of a view onto a drawing in CSS pixels. Its methods
// are kept out of line: they are called in very many places, and the program
// is to stay small.
type pen struct {
	d    *panel.Drawing
	f    float64 // CSS pixels in a unit
	x, y float64 // CSS pixels from the drawing's corner to the view's
	lens *lens   // what is filled is cut off outside it
}

// lens is a round window in the units of a view.
type lens struct{ x, y, r float64 }

// add puts a shape on top. What is filled is closed first: paint fills no open
// shape as one would think.
//
//go:noinline
func (p *pen) add(fill, edge panel.Token, width, alpha float64, path panel.Path) {
	if n := len(path); fill != "" && n > 0 && path[n-1].Verb != panel.Close {
		path = path.Z()
	}
	if p.lens != nil && fill != "" {
		path = p.lens.cut(path)
	}
	p.d.Shapes = append(p.d.Shapes, panel.Shape{
		Path: path.Scaled(p.f, p.x, p.y), Fill: fill, Edge: edge, Width: width * p.f, Alpha: alpha})
}

//go:noinline
func (p *pen) fill(colour panel.Token, path panel.Path) { p.add(colour, "", 0, 0, path) }

//go:noinline
func (p *pen) faint(colour panel.Token, alpha float64, path panel.Path) {
	p.add(colour, "", 0, alpha, path)
}

// line strokes a path; the lens does not cut it.
//
//go:noinline
func (p *pen) line(colour panel.Token, width float64, path panel.Path) {
	p.add("", colour, width, 0, path)
}

// shape is filled and has an outline.
//
//go:noinline
func (p *pen) shape(fill, edge panel.Token, width float64, path panel.Path) {
	p.fill(fill, path)
	p.line(edge, width, path)
}

// tube is a line with a rim on either side.
//
//go:noinline
func (p *pen) tube(rim, inside panel.Token, width, wall float64, path panel.Path) {
	p.line(rim, width, path)
	p.line(inside, width-2*wall, path)
}

// mark is a shape as it is written down: what its numbers are, its colours, the
// width of its outline, and how opaque it is if not wholly.
type mark struct {
	form        form
	fill, edge  panel.Token
	width, fade float32
	xy          []int16
}

// form says what the numbers of a mark are.
type form uint8

// The forms. Of a curve, a loop and a polygon the numbers are x and y by turns.
const (
	aCurve   form = iota // a smooth line, filled as if it were closed
	aLoop                // a smooth line that comes back to its start
	aPolygon             // straight lines, back to its start
	aCircle              // x, y, radius
	aBox                 // x, y, width, height, radius of its corners
)

func (m *mark) path() panel.Path {
	n := func(i int) float64 { return float64(m.xy[i]) }
	switch m.form {
	case aCircle:
		return panel.Circle(n(0), n(1), n(2))
	case aBox:
		return panel.RoundRect(panel.Rect{X: n(0), Y: n(1), W: n(2), H: n(3)}, n(4))
	case aPolygon:
		var p panel.Path
		for i := 0; i < len(m.xy); i += 2 {
			p = onTo(p, n(i), n(i+1))
		}
		return p.Z()
	}
	return through(m.xy, m.form == aLoop)
}

// onTo goes on to a point in a straight line; the first point begins the path.
//
//go:noinline
func onTo(p panel.Path, x, y float64) panel.Path {
	if len(p) == 0 {
		return p.M(x, y)
	}
	return p.L(x, y)
}

// straight is a line through points.
//
//go:noinline
func straight(xy ...float64) panel.Path {
	var p panel.Path
	for i := 0; i < len(xy); i += 2 {
		p = onTo(p, xy[i], xy[i+1])
	}
	return p
}

// circle and box are the shapes that are worked out most.
//
//go:noinline
func circle(x, y, r float64) panel.Path { return panel.Circle(x, y, r) }

//go:noinline
func box(r panel.Rect, radius float64) panel.Path { return panel.RoundRect(r, radius) }

// draw draws marks as they are written down.
func (p *pen) draw(marks []mark) {
	for i := range marks {
		m := &marks[i]
		path := m.path()
		if m.fill != "" {
			p.add(m.fill, "", 0, float64(m.fade), path)
		}
		if m.edge != "" {
			p.add("", m.edge, float64(m.width), float64(m.fade), path)
		}
	}
}

// cut is what of a filled path lies within the lens.
func (l *lens) cut(p panel.Path) panel.Path {
	const sides = 72
	var out panel.Path
	for _, ring := range rings(p) {
		for i := range sides {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / sides)
			ring = halfPlane(ring, cos, sin, l)
		}
		if len(ring) > 0 {
			var cut panel.Path
			for _, q := range ring {
				cut = onTo(cut, q.X, q.Y)
			}
			out = append(out, cut.Z()...)
		}
	}
	return out
}

// rings are the closed stretches of a path as points.
func rings(p panel.Path) [][]panel.Point {
	var out [][]panel.Point
	from := 0
	for i := 1; i <= len(p); i++ {
		if i == len(p) || p[i].Verb == panel.Move {
			out = append(out, trackOf(p[from:i]).points)
			from = i
		}
	}
	return out
}

// halfPlane keeps what of a ring lies on the lens's side of the line that
// touches it in the direction x, y.
func halfPlane(ring []panel.Point, x, y float64, l *lens) []panel.Point {
	over := func(p panel.Point) float64 { return (p.X-l.x)*x + (p.Y-l.y)*y - l.r }
	if !slices.ContainsFunc(ring, func(p panel.Point) bool { return over(p) > 0 }) {
		return ring
	}
	out := make([]panel.Point, 0, len(ring)+2)
	for i, b := range ring {
		a := ring[(i+len(ring)-1)%len(ring)]
		da, db := over(a), over(b)
		if da > 0 != (db > 0) {
			u := da / (da - db)
			out = append(out, panel.Point{X: a.X + (b.X-a.X)*u, Y: a.Y + (b.Y-a.Y)*u})
		}
		if db <= 0 {
			out = append(out, b)
		}
	}
	return out
}
