package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// pen draws in the units of a view onto a drawing in CSS pixels.
type pen struct {
	d    *panel.Drawing
	f    float64 // CSS pixels in a unit
	x, y float64 // CSS pixels from the drawing's corner to the view's
	lens *lens   // what is filled is cut off outside it
}

// lens is a round window in the units of a view.
type lens struct{ x, y, r float64 }

func (p *pen) place(path panel.Path) panel.Path {
	if p.lens != nil {
		path = p.lens.cut(path)
	}
	return path.Scaled(p.f, p.x, p.y)
}

func (p *pen) fill(colour panel.Token, path panel.Path) { p.d.Add(colour, p.place(path)) }

func (p *pen) faint(colour panel.Token, alpha float64, path panel.Path) {
	p.d.AddFaint(colour, alpha, p.place(path))
}

// line strokes a path; the lens does not cut it.
func (p *pen) line(colour panel.Token, width float64, path panel.Path) {
	p.d.Stroke(colour, width*p.f, path.Scaled(p.f, p.x, p.y))
}

// shade is a faint line.
func (p *pen) shade(colour panel.Token, alpha, width float64, path panel.Path) {
	p.line(colour, width, path)
	p.d.Shapes[len(p.d.Shapes)-1].Alpha = alpha
}

// shape is filled and has an outline.
func (p *pen) shape(fill, edge panel.Token, width float64, path panel.Path) {
	p.fill(fill, path)
	p.line(edge, width, path)
}

// tube is a line with a rim on either side.
func (p *pen) tube(rim, inside panel.Token, width, wall float64, path panel.Path) {
	p.line(rim, width, path)
	p.line(inside, width-2*wall, path)
}

// cut is what of a filled path lies within the lens.
func (l *lens) cut(p panel.Path) panel.Path {
	const sides = 72
	var out panel.Path
	for _, ring := range rings(p) {
		for i := range sides {
			a := 2 * math.Pi * float64(i) / sides
			ring = halfPlane(ring, math.Cos(a), math.Sin(a), l)
		}
		for i, q := range ring {
			if i == 0 {
				out = out.M(q.X, q.Y)
			} else {
				out = out.L(q.X, q.Y)
			}
		}
		if len(ring) > 0 {
			out = out.Z()
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
	var out []panel.Point
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
