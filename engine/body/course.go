package body

import "iddtestdrive/engine/units"

// Point is the picture at one instant.
type Point struct {
	At         units.Instant
	Relief     float64 // 0 to 100, illustrative
	Drowsiness float64 // 0 to 100, illustrative
}

// Course draws the picture of a person over a session: from one instant to
// another in even steps, both ends included. delivered tells how much morphine
// had left the tip by an instant, as the session's status does. The fluid at the
// first instant is the one given. A step of 0 or less gives the ends alone.
func Course(p Person, f Fluid, from, to units.Instant, step units.Span, delivered func(units.Instant) units.Mass) []Point {
	points := []Point{point(p, f, from)}
	had := delivered(from)
	for at := from; at < to; {
		next := to
		if step > 0 && units.Span(to-at) > step {
			next = at + units.Instant(step)
		}
		has := delivered(next)
		f = f.Take(has-had, units.Span(next-at))
		points = append(points, point(p, f, next))
		at, had = next, has
	}
	return points
}

func point(p Person, f Fluid, at units.Instant) Point {
	return Point{At: at, Relief: p.Relief(f), Drowsiness: p.Drowsiness(f)}
}
