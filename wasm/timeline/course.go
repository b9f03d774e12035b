package timeline

import (
	"iddtestdrive/engine/body"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// course is the drug's way in the fluid around the cord, from the session's
// start on: the fluid at instants between which the flow was even, so that at
// any instant between two it is found exactly.
type course struct {
	daily units.Mass // what the person is settled on
	knots []knot
}

type knot struct {
	at    units.Instant
	left  units.Mass // morphine that had left the tip
	fluid [variants]body.Fluid
}

// variants is how many bodies are drawn to show the spread.
const variants = 2

var bodies = [variants]body.Variant{body.Usual, body.Slow}

// apart is how far knots lie apart where nothing happens: the front of another
// concentration comes to the tip without an event. [design]
const apart = 4 * units.Hour

// Moment is the illustrative picture at one instant, in the usual body and in
// the slow one: each 0 to 100 without a unit.
type Moment struct {
	At                 units.Instant
	Relief, Drowsiness [variants]float64
}

// Moments is the illustrative picture of somebody settled on a daily dose, at
// even steps from one instant to another, both included, as far as they are
// past. A catheter filled with saline belongs to a pump that is new to its
// patient: there the fluid starts without any drug.
func (r *Record) Moments(daily units.Mass, from, to units.Instant, step units.Span) []Moment {
	from, to = max(0, from), min(to, r.seen)
	if r.session == nil || from > to || step <= 0 {
		return nil
	}
	r.grow(daily)
	p := body.Used(daily)
	moments := make([]Moment, 0, int(units.Span(to-from)/step)+2)
	for t := from; ; t = min(t.Add(step), to) {
		m := Moment{At: t}
		for i, f := range r.fluid(t) {
			m.Relief[i], m.Drowsiness[i] = p.Relief(f), p.Drowsiness(f)
		}
		if moments = append(moments, m); t >= to {
			return moments
		}
	}
}

// grow brings the course up to what is past for good.
func (r *Record) grow(daily units.Mass) {
	c := &r.course
	if c.daily != daily || c.knots == nil {
		*c = course{daily: daily, knots: []knot{r.first(daily)}}
	}
	last := c.knots[len(c.knots)-1]
	now := r.seen
	for next := range bounds(last.at, now, apart, between(r.happened, last.at, now, same)) {
		if next >= now {
			return
		}
		k := knot{at: next, left: r.at(next).left[therapy.Morphine]}
		for i, f := range last.fluid {
			k.fluid[i] = f.Take(k.left-last.left, units.Span(next-last.at))
		}
		c.knots = append(c.knots, k)
		last = k
	}
}

func (r *Record) first(daily units.Mass) knot {
	var k knot
	for i, v := range bodies {
		k.fluid[i] = body.Settled(v, daily)
		if r.session.Setup().Catheter.HoldsSaline {
			k.fluid[i] = body.New(v)
		}
	}
	return k
}

// fluid is the fluid at an instant: that of the knot before it, and what left
// the tip since, as a part of what left it up to the next knot.
func (r *Record) fluid(t units.Instant) [variants]body.Fluid {
	knots := r.course.knots
	before := len(between(knots, -1, t+1, func(k knot) units.Instant { return k.at }))
	k := knots[before-1]
	end, left := r.seen, units.Mass(0)
	if before < len(knots) {
		end, left = knots[before].at, knots[before].left
	} else {
		left = r.at(end).left[therapy.Morphine]
	}
	if end <= k.at {
		return k.fluid
	}
	part := float64(t-k.at) / float64(end-k.at)
	out := k.fluid
	for i, f := range k.fluid {
		out[i] = f.Take(units.Mass(float64(left-k.left)*part), units.Span(t-k.at))
	}
	return out
}
