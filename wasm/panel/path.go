package panel

import "math"

// Point is a place in CSS pixels.
type Point struct{ X, Y float64 }

// Verb is one stroke of the pen.
type Verb uint8

// The verbs. Line takes one point, Curve three (two handles and the end), and
// Close none: it goes back to the latest Move.
const (
	Move Verb = iota
	Line
	Curve
	Close
)

// Step is a verb with its points.
type Step struct {
	Verb Verb
	P    [3]Point
}

// Path is an outline or a line.
type Path []Step

// Drawings are long rows of these calls. Copied into every place, they would be a
// tenth of what a picture's code weighs; so they stay calls.

// M starts a new stretch at x, y.
//
//go:noinline
func (p Path) M(x, y float64) Path { return append(p, Step{Move, [3]Point{{x, y}}}) }

// L draws a straight line to x, y.
//
//go:noinline
func (p Path) L(x, y float64) Path { return append(p, Step{Line, [3]Point{{x, y}}}) }

// C draws a cubic curve by two handles to x, y.
//
//go:noinline
func (p Path) C(x1, y1, x2, y2, x, y float64) Path {
	return append(p, Step{Curve, [3]Point{{x1, y1}, {x2, y2}, {x, y}}})
}

// Z closes the stretch.
//
//go:noinline
func (p Path) Z() Path { return append(p, Step{Verb: Close}) }

// Scaled returns the path enlarged by f about the origin and then moved.
func (p Path) Scaled(f, dx, dy float64) Path {
	out := make(Path, len(p))
	for i, s := range p {
		for j := range s.P {
			s.P[j] = Point{s.P[j].X*f + dx, s.P[j].Y*f + dy}
		}
		out[i] = s
	}
	return out
}

// kappa is the length of the handles that make a cubic curve a quarter of a
// circle of radius 1, to within 0.03 %.
const kappa = 0.5522847498

// Circle is a full circle.
func Circle(x, y, r float64) Path { return RoundRect(Rect{x - r, y - r, 2 * r, 2 * r}, r) }

// RoundRect is a rectangle with corners of radius r, at most half its lesser
// side.
func RoundRect(b Rect, r float64) Path {
	r = min(r, b.W/2, b.H/2)
	k := r * (1 - kappa)
	x, y, x2, y2 := b.X, b.Y, b.Right(), b.Bottom()
	return Path{}.M(x+r, y).
		L(x2-r, y).C(x2-k, y, x2, y+k, x2, y+r).
		L(x2, y2-r).C(x2, y2-k, x2-k, y2, x2-r, y2).
		L(x+r, y2).C(x+k, y2, x, y2-k, x, y2-r).
		L(x, y+r).C(x, y+k, x+k, y, x+r, y).Z()
}

// Arc is a part of a circle, from angle a to angle b in radians, clockwise on
// the screen, 0 being at three o'clock.
func Arc(x, y, r, a, b float64) Path {
	n := max(1, int(math.Ceil(math.Abs(b-a)/(math.Pi/2))))
	step := (b - a) / float64(n)
	k := 4.0 / 3 * math.Tan(step/4) * r
	p := Path{}.M(x+r*math.Cos(a), y+r*math.Sin(a))
	for i := range n {
		s, e := a+float64(i)*step, a+float64(i+1)*step
		p = p.C(x+r*math.Cos(s)-k*math.Sin(s), y+r*math.Sin(s)+k*math.Cos(s),
			x+r*math.Cos(e)+k*math.Sin(e), y+r*math.Sin(e)-k*math.Cos(e),
			x+r*math.Cos(e), y+r*math.Sin(e))
	}
	return p
}
