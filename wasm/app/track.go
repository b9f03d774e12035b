package app

import (
	"math"
	"sort"

	"iddtestdrive/wasm/panel"
)

// track is a path that can be walked: its points and how far along each is.
type track struct {
	points []panel.Point
	far    []float64
}

// trackOf measures the curves and lines of a path.
func trackOf(p panel.Path) track {
	const steps = 24
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

// at is the place at part of the whole length, 0 to 1.
func (t track) at(part float64) panel.Point {
	want := part * t.length()
	i := sort.SearchFloat64s(t.far, want)
	if i == 0 {
		return t.points[0]
	}
	if i == len(t.far) {
		return t.points[i-1]
	}
	a, b := t.points[i-1], t.points[i]
	u := (want - t.far[i-1]) / (t.far[i] - t.far[i-1])
	return panel.Point{X: a.X + (b.X-a.X)*u, Y: a.Y + (b.Y-a.Y)*u}
}

func bezier(a panel.Point, p [3]panel.Point, t float64) panel.Point {
	u := 1 - t
	return panel.Point{
		X: u*u*u*a.X + 3*u*u*t*p[0].X + 3*u*t*t*p[1].X + t*t*t*p[2].X,
		Y: u*u*u*a.Y + 3*u*u*t*p[0].Y + 3*u*t*t*p[1].Y + t*t*t*p[2].Y,
	}
}
