package paint

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// stroke traces the outline of a line of the given width along p, with round
// ends and corners. Every piece is traced clockwise, so that where two overlap
// the area is filled once and not cancelled.
func (b *brush) stroke(p panel.Path, width float64) {
	r := width / 2
	for _, line := range flatten(p, b.scale) {
		for i, q := range line {
			b.trace(panel.Circle(q.X, q.Y, r))
			if i > 0 {
				b.trace(bar(line[i-1], q, r))
			}
		}
	}
}

// bar is the rectangle of half width r around the line from a to c.
func bar(a, c panel.Point, r float64) panel.Path {
	dx, dy := c.X-a.X, c.Y-a.Y
	n := math.Hypot(dx, dy)
	if n == 0 {
		return nil
	}
	ox, oy := -dy/n*r, dx/n*r
	return panel.Path{}.M(a.X-ox, a.Y-oy).L(c.X-ox, c.Y-oy).L(c.X+ox, c.Y+oy).L(a.X+ox, a.Y+oy).Z()
}

// flatten turns each stretch of a path into the points of a line that no eye
// can tell from it at the given scale.
func flatten(p panel.Path, scale float64) [][]panel.Point {
	var lines [][]panel.Point
	var line []panel.Point
	end := func() {
		if len(line) > 0 {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, s := range p {
		switch s.Verb {
		case panel.Move:
			end()
			line = []panel.Point{s.P[0]}
		case panel.Line:
			line = append(line, s.P[0])
		case panel.Curve:
			line = appendCurve(line, s.P, scale)
		case panel.Close:
			line = append(line, line[0])
			end()
		}
	}
	end()
	return lines
}

func appendCurve(line []panel.Point, p [3]panel.Point, scale float64) []panel.Point {
	a := line[len(line)-1]
	reach := math.Hypot(p[0].X-a.X, p[0].Y-a.Y) + math.Hypot(p[1].X-p[0].X, p[1].Y-p[0].Y) +
		math.Hypot(p[2].X-p[1].X, p[2].Y-p[1].Y)
	n := max(2, min(48, int(math.Sqrt(reach*scale)*1.2)))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		line = append(line, panel.Point{
			X: u*u*u*a.X + 3*u*u*t*p[0].X + 3*u*t*t*p[1].X + t*t*t*p[2].X,
			Y: u*u*u*a.Y + 3*u*u*t*p[0].Y + 3*u*t*t*p[1].Y + t*t*t*p[2].Y,
		})
	}
	return line
}
