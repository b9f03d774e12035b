package paint

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// stroke traces the outline of a line of the given width along p, with round
// ends and corners. The outline goes up one side and down the other in one
// piece: were it made of overlapping pieces, their soft edges would add up to
// beads along the line.
func (b *brush) stroke(p panel.Path, width float64) {
	for _, line := range flatten(p, b.scale) {
		line = withoutRepeats(line)
		switch n := len(line); {
		case n == 1:
			b.trace(panel.Circle(line[0].X, line[0].Y, width/2))
		case n > 3 && line[0] == line[n-1]:
			ring := append(line[:n:n], line[1])
			b.polygon(side(ring, width/2))
			b.polygon(side(reversed(ring), width/2))
		default:
			there, back := side(line, width/2), side(reversed(line), width/2)
			there = append(there, roundEnd(line, width/2)...)
			back = append(back, roundEnd(reversed(line), width/2)...)
			b.polygon(append(there, back...))
		}
	}
}

func (b *brush) polygon(points []panel.Point) {
	p := panel.Path{}.M(points[0].X, points[0].Y)
	for _, q := range points[1:] {
		p = p.L(q.X, q.Y)
	}
	b.trace(p.Z())
}

// roundEnd is the half circle around the end of a line, from its left side to
// its right.
func roundEnd(line []panel.Point, r float64) []panel.Point {
	const steps = 16
	a, z := line[len(line)-2], line[len(line)-1]
	from := math.Atan2(z.Y-a.Y, z.X-a.X) - math.Pi/2
	var out []panel.Point
	for i := 1; i < steps; i++ {
		at := from + math.Pi*float64(i)/steps
		out = append(out, panel.Point{X: z.X + r*math.Cos(at), Y: z.Y + r*math.Sin(at)})
	}
	return out
}

// side is the line r to the left of the given one. Where that one turns away,
// the side goes around the corner in an arc.
func side(line []panel.Point, r float64) []panel.Point {
	var out []panel.Point
	was := math.NaN()
	for i := 1; i < len(line); i++ {
		a, z := line[i-1], line[i]
		angle := math.Atan2(z.Y-a.Y, z.X-a.X) - math.Pi/2
		if !math.IsNaN(was) {
			turn := math.Remainder(angle-was, 2*math.Pi)
			for j := range arcSteps(turn) {
				at := was + turn*float64(j+1)/float64(arcSteps(turn)+1)
				out = append(out, panel.Point{X: a.X + r*math.Cos(at), Y: a.Y + r*math.Sin(at)})
			}
		}
		out = append(out, panel.Point{X: a.X + r*math.Cos(angle), Y: a.Y + r*math.Sin(angle)},
			panel.Point{X: z.X + r*math.Cos(angle), Y: z.Y + r*math.Sin(angle)})
		was = angle
	}
	return out
}

// arcSteps is how many points round off an outer corner; inner ones need none.
func arcSteps(turn float64) int {
	if turn <= 0.02 {
		return 0
	}
	return int(turn*8) + 1
}

func withoutRepeats(line []panel.Point) []panel.Point {
	out := line[:1:1]
	for _, p := range line[1:] {
		if p != out[len(out)-1] {
			out = append(out, p)
		}
	}
	return out
}

func reversed(line []panel.Point) []panel.Point {
	out := make([]panel.Point, len(line))
	for i, p := range line {
		out[len(line)-1-i] = p
	}
	return out
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
