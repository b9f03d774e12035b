package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// charges show the charge of the battery, by its condition.
var charges = [][]mark{
	BatteryOK: {
		{aBox, "teal", "", 0, 0, []int16{350, 182, 56, 84, 5}},
		{aBox, "on-device", "", 0, 0.25, []int16{358, 182, 12, 84, 0}},
	},
	ReplaceSoon: {
		{aBox, "amber", "", 0, 0, []int16{350, 246, 56, 20, 5}},
		{aPolygon, "", "amber", 10, 0, []int16{378, 194, 378, 218}},
		{aCircle, "amber", "", 0, 0, []int16{378, 233, 6}},
	},
	BatteryEnded: {
		{aPolygon, "", "plum", 9, 0, []int16{360, 206, 396, 242}},
		{aPolygon, "", "plum", 9, 0, []int16{396, 206, 360, 242}},
	},
}

func (a Alarm) colour() panel.Token {
	if a == Critical {
		return "plum"
	}
	return "amber"
}

// draw draws the sign of an alarm and its sound. The sign is a triangle, or for
// a critical alarm an octagon, with a mark in it.
func (a Alarm) draw(p *pen) {
	const x, y, r = 484.0, 92.0, 36.0
	corners, turn, down := 3, -math.Pi/2, 4.0
	if a == Critical {
		corners, turn, down = 8, math.Pi/8, 0.0
	}
	var sign panel.Path
	for i := range corners {
		sin, cos := math.Sincos(turn + 2*math.Pi*float64(i)/float64(corners))
		sign = onTo(sign, x+0.95*r*cos, y+0.95*r*sin)
	}
	sign = sign.Z()
	p.line("paper-raised", 0.5*r, sign)
	p.shape(a.colour(), a.colour(), 0.22*r, sign)
	p.line("paper-raised", 0.17*r, straight(x, y+down-0.34*r, x, y+down+0.06*r))
	p.fill("paper-raised", circle(x, y+down+0.32*r, 0.1*r))
	a.waves(p, pumpCase.x, pumpCase.y, pumpCase.r+20, 19, -0.78, -0.36)
}

// waves draws sound that goes out from a middle: round waves, or for a critical
// alarm jagged ones.
func (a Alarm) waves(p *pen, x, y, r, step, from, to float64) {
	for i := range 3 {
		teeth, deep := 12, 0.0
		if a == Critical {
			teeth, deep = 6+2*i, step*0.2
		}
		var path panel.Path
		for j := range teeth + 1 {
			d := r + deep*float64(j%2*2-1)
			sin, cos := math.Sincos(from + (to-from)*float64(j)/float64(teeth))
			path = onTo(path, x+d*cos, y+d*sin)
		}
		p.line(a.colour(), step*0.28, path)
		r += step
	}
}

// drawRadio draws radio waves, dotted, to the right of a place.
func drawRadio(p *pen, x, y, r, wide float64) {
	for range 3 {
		n := int(2 * wide * r / 15)
		for j := range n + 1 {
			sin, cos := math.Sincos(wide * (2*float64(j)/float64(n) - 1))
			p.fill("teal", circle(x+r*cos, y+r*sin, 3.6))
		}
		r += 18
	}
}

// The signs of why the rotor stands, around 0, 0.
var (
	pause = []mark{
		{aPolygon, "", "ink", 11, 0, []int16{-10, -14, -10, 14}},
		{aPolygon, "", "ink", 11, 0, []int16{10, -14, 10, 14}},
	}
	stuck = []mark{
		{aPolygon, "", "plum", 11, 0, []int16{-14, -14, 14, 14}},
		{aPolygon, "", "plum", 11, 0, []int16{14, -14, -14, 14}},
	}
	magnet = []mark{
		{aCurve, "", "ink", 13, 0, []int16{-13, -18, -13, 1, 0, 15, 13, 1, 13, -18}},
		{aPolygon, "", "paper-raised", 7, 0, []int16{-13, -18, -13, -13}},
		{aPolygon, "", "paper-raised", 7, 0, []int16{13, -18, 13, -13}},
	}
	disc = []mark{{aCircle, "paper-raised", "ink", 5, 0, []int16{0, 0, 38}}}
)

// badge draws a sign in a circle around a place.
func (p *pen) badge(x, y float64, sign []mark) {
	at := *p
	at.x, at.y = p.x+x*p.f, p.y+y*p.f
	at.draw(disc)
	at.draw(sign)
}

// badge adds why the rotor stands.
func (s *scene) badge(v *view) {
	m := &s.m
	sign, state := pause, 1
	switch {
	case m.ended():
		return
	case m.InMRI:
		sign, state = magnet, 2
	case m.Stalled:
		sign, state = stuck, 3
	case !m.Stopped && !m.Updating:
		return
	}
	s.put("pump.badge", v, wheelPlace, state, func(p *pen) { p.badge(rotorAt.x, rotorAt.y, sign) })
}

// drawField draws a scanner's field around the person, and the sign of a
// magnet.
func drawField(p *pen) {
	for i := range 3 {
		d := 40 * float64(i)
		for side := -1.0; side <= 1; side += 2 {
			x, top := 226+side*(244-d), 226+side*50
			p.add("", "teal", 5, 0.3+0.2*float64(i), panel.Path{}.M(top, 60+d/2).
				C(x, 90+d/2, x, 290, x, 460).C(x, 650, x, 820, top, 880-d/2))
		}
	}
	p.badge(410, 196, magnet)
}
