package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// through is a smooth line through points given as x and y by turns, in the
// whole units of a view. A point given twice is a corner. A closed line comes
// back to its start, which is no corner unless given twice. That is how shapes
// are written here: small, and easy to push into form by hand.
func through(xy []int16, closed bool) panel.Path {
	n := len(xy) / 2
	points := make([]panel.Point, n+3) // one before the first and two after the last
	for i := range points {
		j := i - 1
		if closed {
			j = (j + n) % n
		}
		j = max(0, min(j, n-1))
		points[i] = panel.Point{X: float64(xy[2*j]), Y: float64(xy[2*j+1])}
	}
	if !closed {
		n--
	}
	p := panel.Path{}.M(points[1].X, points[1].Y)
	for i := 1; i <= n; i++ {
		a, b := points[i], points[i+1]
		reach := math.Hypot(b.X-a.X, b.Y-a.Y) * 0.36
		if reach == 0 {
			continue
		}
		// The line leaves each point along the chord of its neighbours.
		ax, ay := chord(points[i-1], b, reach)
		bx, by := chord(a, points[i+2], reach)
		p = p.C(a.X+ax, a.Y+ay, b.X-bx, b.Y-by, b.X, b.Y)
	}
	if closed {
		p = p.Z()
	}
	return p
}

// chord goes so far in the direction from one point to another.
func chord(a, b panel.Point, reach float64) (x, y float64) {
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	if d == 0 {
		return 0, 0
	}
	return (b.X - a.X) / d * reach, (b.Y - a.Y) / d * reach
}

// track is a line that can be walked: its points and how far along each is.
type track struct {
	points []panel.Point
	far    []float64
}

// trackOf measures the lines of a path.
func trackOf(p panel.Path) track {
	const steps = 16
	var t track
	for _, s := range p {
		switch s.Verb {
		case panel.Move, panel.Line:
			t.add(s.P[0])
		case panel.Curve:
			a := t.points[len(t.points)-1]
			for i := 1; i <= steps; i++ {
				t.add(bezier(a, s.P, float64(i)/steps))
			}
		case panel.Close:
			t.add(t.points[0])
		}
	}
	return t
}

func (t *track) add(p panel.Point) {
	d := 0.0
	if n := len(t.points); n > 0 {
		d = t.far[n-1] + math.Hypot(p.X-t.points[n-1].X, p.Y-t.points[n-1].Y)
	}
	t.points, t.far = append(t.points, p), append(t.far, d)
}

func (t track) length() float64 { return t.far[len(t.far)-1] }

// at is the place at a part of the whole length, 0 to 1.
func (t track) at(part float64) panel.Point {
	p, _ := t.along(part)
	return p
}

// along is the place at a part of the length and the direction there, in
// radians.
func (t track) along(part float64) (panel.Point, float64) {
	want := max(0, min(1, part)) * t.length()
	i := 1
	for i < len(t.far)-1 && t.far[i] < want {
		i++
	}
	a, b := t.points[i-1], t.points[i]
	u := 0.0
	if d := t.far[i] - t.far[i-1]; d > 0 {
		u = (want - t.far[i-1]) / d
	}
	return panel.Point{X: a.X + (b.X-a.X)*u, Y: a.Y + (b.Y-a.Y)*u}, math.Atan2(b.Y-a.Y, b.X-a.X)
}

// between is the stretch of the track between two parts of its length.
func (t track) between(from, to float64) panel.Path {
	a, z := t.at(from), t.at(to)
	p := panel.Path{}.M(a.X, a.Y)
	for i, d := range t.far {
		if d > from*t.length() && d < to*t.length() {
			p = p.L(t.points[i].X, t.points[i].Y)
		}
	}
	return p.L(z.X, z.Y)
}

func bezier(a panel.Point, p [3]panel.Point, t float64) panel.Point {
	u := 1 - t
	return panel.Point{
		X: u*u*u*a.X + 3*u*u*t*p[0].X + 3*u*t*t*p[1].X + t*t*t*p[2].X,
		Y: u*u*u*a.Y + 3*u*u*t*p[0].Y + 3*u*t*t*p[1].Y + t*t*t*p[2].Y,
	}
}
