package timeline

import (
	"math"

	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// apiece is how many CSS pixels lie between two points of a curve.
const apiece = 2.0

// drawTile draws a tile: under everything the flares, then what is left of the
// pain, drowsiness and relief.
func (f *feeling) drawTile(g *panel.Drawing, lane int, t tile) {
	f.ground(g, t)
	if !f.s.Lanes[lane].morphine() {
		return
	}
	step := max(1, units.Span(float64(t.end-t.from)*apiece/t.w))
	margin := step * 2
	moments := f.c.records[lane].Moments(f.daily, t.from-units.Instant(margin), min(t.to.Add(margin), f.until), step)
	if len(moments) == 0 {
		return
	}
	relief := func(m Moment) [variants]float64 { return m.Relief }
	drowsiness := func(m Moment) [variants]float64 { return m.Drowsiness }
	f.band(g, t, moments, "teal-soft", relief)
	f.band(g, t, moments, "metal-soft", drowsiness)
	f.pain(g, t, moments)
	f.dashes(g, t, moments, drowsiness)
	g.Stroke("teal-deep", 1.8*f.thin, f.curve(t, moments, func(m Moment) float64 { return middle(relief(m)) }))
	g.Stroke("ink-faint", f.thin, panel.Path{}.M(-beyond, t.h-f.thin/2).L(t.x(t.to)+beyond, t.h-f.thin/2))
}

// y is where a value from 0 to 100 stands in a picture.
func (f *feeling) y(v float64) float64 {
	room := 2 * f.thin
	return f.height - room - v/100*(f.height-2*room)
}

// middle is between the usual body and the slow one.
func middle(v [variants]float64) float64 { return (v[0] + v[1]) / 2 }

func (f *feeling) curve(t tile, moments []Moment, of func(Moment) float64) panel.Path {
	var p panel.Path
	for i, m := range moments {
		if x, y := t.x(m.At), f.y(of(m)); i == 0 {
			p = p.M(x, y)
		} else {
			p = p.L(x, y)
		}
	}
	return p
}

// band is the spread between the two bodies.
func (f *feeling) band(g *panel.Drawing, t tile, moments []Moment, fill panel.Token, of func(Moment) [variants]float64) {
	p := f.curve(t, moments, func(m Moment) float64 { v := of(m); return max(v[0], v[1]) + leastSpread })
	for i := len(moments) - 1; i >= 0; i-- {
		v := of(moments[i])
		p = p.L(t.x(moments[i].At), f.y(max(0, min(v[0], v[1])-leastSpread)))
	}
	g.Add(fill, p.Z())
}

// leastSpread widens the bands, since two bodies are not all there are. [design]
const leastSpread = 4.0

// dashes are a broken line, so that the two curves differ in more than colour.
func (f *feeling) dashes(g *panel.Drawing, t tile, moments []Moment, of func(Moment) [variants]float64) {
	on, off := int(0.4*f.em/apiece), int(0.3*f.em/apiece) // points
	at := int(math.Round(float64(moments[0].At) / float64(t.end-t.from) * t.w / apiece))
	var p panel.Path
	pen := false
	for i, m := range moments {
		x, y := t.x(m.At), f.y(middle(of(m)))
		switch draw := (at+i)%(on+off) < on; {
		case draw && pen:
			p = p.L(x, y)
		case draw:
			p = p.M(x, y).L(x+0.01, y)
			pen = true
		default:
			pen = false
		}
	}
	g.Stroke("metal-deep", 1.8*f.thin, p)
}

// pain draws each flare: its outline is how strong it is, the filled part what
// the relief leaves of it.
func (f *feeling) pain(g *panel.Drawing, t tile, moments []Moment) {
	for _, flare := range f.s.Flares {
		from, to := max(flare.At, moments[0].At), min(flare.At.Add(flare.Lasts), moments[len(moments)-1].At)
		if from >= to {
			continue
		}
		const least = 24 // points, however narrow the flare is
		points := max(least, int(t.x(to)-t.x(from)))
		part := make([]Moment, points+1)
		for i := range part {
			part[i] = momentAt(moments, from+(to-from)*units.Instant(i)/units.Instant(points))
		}
		left := f.curve(t, part, func(m Moment) float64 { return flare.left(m) })
		g.Add("skin", under(left, f.y(0)))
		g.Stroke("skin-line", f.thin, f.curve(t, part, func(m Moment) float64 { return flare.strength(m.At) }))
		g.Stroke("skin-line", 1.8*f.thin, left)
	}
}

// momentAt is the moment at an instant among moments, on a straight line between
// the two around it.
func momentAt(moments []Moment, t units.Instant) Moment {
	i := len(between(moments, -1<<62, t, func(m Moment) units.Instant { return m.At }))
	if i == 0 {
		return moments[0]
	}
	if i == len(moments) {
		return moments[i-1]
	}
	a, b := moments[i-1], moments[i]
	part := float64(t-a.At) / float64(b.At-a.At)
	m := Moment{At: t}
	for v := range variants {
		m.Relief[v] = a.Relief[v] + (b.Relief[v]-a.Relief[v])*part
		m.Drowsiness[v] = a.Drowsiness[v] + (b.Drowsiness[v]-a.Drowsiness[v])*part
	}
	return m
}

// strength is how strong a flare is at an instant, 0 to 100: it rises and falls
// over a quarter of its time each. [design]
func (f Flare) strength(at units.Instant) float64 {
	part := float64(at-f.At) / float64(f.Lasts)
	edge := min(1, 4*min(part, 1-part))
	if edge <= 0 {
		return 0
	}
	return float64(f.Strength) * 10 * (1 - math.Cos(edge*math.Pi)) / 2
}

// left is what the relief leaves of a flare, 0 to 100.
func (f Flare) left(m Moment) float64 { return f.strength(m.At) * (1 - middle(m.Relief)/100) }
