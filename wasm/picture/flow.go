package picture

import (
	"math"
	"sync"

	"iddtestdrive/wasm/panel"
)

// The ways of the drug, measured once.
var (
	bodyTrack = sync.OnceValue(func() track { return trackOf(through(route, false)) })
	nearTrack = sync.OnceValue(func() track { return trackOf(through(nearRoute, false)) })
	pumpTrack = sync.OnceValue(func() track { return trackOf(append(pumpRoute(), through(outlet, false)[1:]...)) })
)

// pumpInside is the part of the drawn way that lies within the pump.
var pumpInside = sync.OnceValue(func() float64 {
	return trackOf(pumpRoute()).length() / pumpTrack().length()
})

// nearShare is the part of the catheter that the spine from near shows. [design]
const nearShare = 0.2

// fineness is in how many steps the fronts in the path move, and shades how
// many strengths are told apart, so that drawings are seldom made anew.
const fineness, shades = 160, 12

// strengthAt is the strength in the path at a part of its volume.
func (m *Moment) strengthAt(part float64) float64 {
	for _, s := range m.Path {
		if part -= s.Part; part < 0 {
			return s.Strength
		}
	}
	return m.Tip
}

// lumen adds what a track holds, from one part of the path's volume to another.
func (s *scene) lumen(id string, v *view, t track, box panel.Rect, from, to, wide float64) {
	type piece struct{ a, z, shade int }
	var pieces []piece
	state, at := 17, 0.0
	for _, stretch := range s.m.Path {
		a, z := at, at+stretch.Part
		at = z
		p := piece{stepIn(a, from, to), stepIn(z, from, to), int(math.Ceil(stretch.Strength * shades))}
		if p.z > p.a {
			pieces = append(pieces, p)
			state = (state*31+p.a)*31 + p.shade + p.z*7
		}
	}
	if len(pieces) == 0 {
		pieces = []piece{{0, fineness, int(math.Ceil(s.m.Tip * shades))}}
		state = pieces[0].shade
	}
	s.put(id, v, box, state, func(p *pen) {
		for i := len(pieces) - 1; i >= 0; i-- {
			c := pieces[i]
			stretch := t.between(float64(c.a)/fineness, float64(c.z)/fineness)
			p.strong(float64(c.shade)/shades, wide, stretch)
			if c.z < fineness {
				p.front(t, float64(c.z)/fineness, wide)
			}
		}
	})
}

// stepIn is where a part of the path stands in a stretch of it, in steps.
func stepIn(part, from, to float64) int {
	if to <= from {
		return 0
	}
	return int(math.Round(share((part-from)/(to-from)) * fineness))
}

// strong draws a line of drug of a strength; of none, of salt water.
func (p *pen) strong(strength, wide float64, path panel.Path) {
	if strength == 0 {
		p.line("fluid", wide, path)
		return
	}
	p.line("drug-soft", wide, path)
	p.add("", "drug", wide, 0.3+0.7*strength, path)
}

// front marks where two strengths meet.
func (p *pen) front(t track, part, wide float64) {
	at, way := t.along(part)
	sin, cos := math.Sincos(way + math.Pi/2)
	sin, cos = sin*wide*0.42, cos*wide*0.42
	p.line("paper-raised", wide*0.34, straight(at.X-cos, at.Y-sin, at.X+cos, at.Y+sin))
}

// pulses is how many drops apart the glows of an extra dose are.
const pulses = 2

// beads adds drops that go along a track while something flows, so far apart. A
// turn of the rotor carries them as many times as far as it has rollers: as far
// as the rollers carry what is in the tube. An extra dose has larger ones, in
// glows.
func (s *scene) beads(id string, v *view, t track, from, to, apart, r float64) {
	if s.m.Flow <= 0 {
		return
	}
	long := t.length()
	if s.m.Bolus {
		glow := apart * pulses
		for i := range int(long / glow) {
			at := (float64(i) + s.m.turned(1.0/pulses)) * glow
			s.drop(id+".glow"+itoa(i), v, t.at(at/long), 4.2*r, 0, drawGlow)
		}
		r *= 1.4
	}
	for i := range int(long / apart) {
		part := (float64(i) + s.m.turned(1)) * apart / long
		kind, draw := 0, drawSaltDrop
		if s.m.strengthAt(from+(to-from)*part) > 0 {
			kind, draw = 1, drawDrop
		}
		s.drop(id+itoa(i), v, t.at(part), r, kind, draw)
	}
}

// turned is how far a roller is on its way to the place of the next, or
// something that goes so many times as fast, from 0 up to 1.
func (m *Moment) turned(speed float64) float64 {
	v := math.Mod(m.Phase*rollers*speed, 1)
	if v < 0 {
		v++
	}
	return v
}

// drop adds something small and round that moves.
func (s *scene) drop(id string, v *view, at panel.Point, r float64, state int, draw func(*pen, float64)) {
	at, r = v.point(at), r*v.f
	s.show(panel.Rect{X: at.X - r, Y: at.Y - r, W: 2 * r, H: 2 * r}, &sketchKey{id, [4]float64{r}, state}, 1, 0, 0,
		func(p *pen) { draw(p, r) })
}

func drawDrop(p *pen, r float64) {
	p.fill("paper-raised", circle(r, r, r))
	p.fill("drug-deep", circle(r, r, 0.74*r))
}

func drawSaltDrop(p *pen, r float64) {
	p.fill("metal-deep", circle(r, r, 0.9*r))
	p.fill("paper-raised", circle(r, r, 0.62*r))
}

func drawGlow(p *pen, r float64) {
	for i := 1; i <= 4; i++ {
		p.faint("drug", 0.22, circle(r, r, r*float64(i)/4))
	}
}

// cloud adds the drug around the tip: a soft patch that is larger the stronger
// it is and while an extra dose comes.
func (s *scene) cloud(id string, v *view, box panel.Rect, at panel.Point, wide, high float64) {
	const layers = 14
	level := int(math.Ceil(s.m.Tip * 8))
	if level == 0 {
		return
	}
	grow := 0.55 + 0.3*float64(level)/8
	switch {
	case s.m.Flow <= 0:
		grow *= 0.7
		level = -level
	case s.m.Bolus:
		grow += 0.15
		level += 16
	}
	s.put(id, v, box, level, func(p *pen) {
		for i := 1; i <= layers; i++ {
			u := grow * float64(i) / layers
			p.faint("drug", 0.064, oval(at.X, at.Y-high*u*0.25, wide*math.Sqrt(u), high*u))
		}
	})
}

// oval is an ellipse.
func oval(x, y, rx, ry float64) panel.Path {
	p := circle(0, 0, rx)
	for i := range p {
		for j := range p[i].P {
			p[i].P[j].X += x
			p[i].P[j].Y = p[i].P[j].Y*ry/rx + y
		}
	}
	return p
}

// leaving adds the drops that leave the tip and thin out.
func (s *scene) leaving(v *view) {
	if s.m.Flow <= 0 || s.m.Tip == 0 {
		return
	}
	r := 7.0
	if s.m.Bolus {
		r = 9
	}
	for i, way := range [][2]float64{{-0.1, -1}, {0.42, -0.9}, {0.75, -0.4}} {
		for far := range 2 {
			d := 14 + (float64(far)+math.Mod(s.m.turned(1)+0.31*float64(i), 1))*44
			s.drop("spine.out"+itoa(2*i+far), v, panel.Point{X: nearTip.X + way[0]*d, Y: nearTip.Y + way[1]*d},
				r, far, func(p *pen, r float64) { p.faint("drug-deep", 0.75-0.4*float64(far), circle(r, r, 0.8*r)) })
		}
	}
}
