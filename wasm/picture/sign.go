package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// draw shows the charge that is left.
func (b Battery) draw(p *pen) {
	in := batteryAt.Inset(10)
	middle := batteryAt.X + batteryAt.W/2
	switch b {
	case BatteryOK:
		p.fill("teal", panel.RoundRect(in, 5))
		p.faint("on-device", 0.25, panel.RoundRect(panel.Rect{X: in.X + 8, Y: in.Y, W: 12, H: in.H}, 0))
	case ReplaceSoon:
		p.fill("amber", panel.RoundRect(panel.Rect{X: in.X, Y: in.Bottom() - 20, W: in.W, H: 20}, 5))
		p.mark("amber", middle, batteryAt.Y+42, 60)
	case BatteryEnded:
		y := batteryAt.Y + batteryAt.H/2
		p.line("plum", 9, panel.Path{}.M(middle-18, y-18).L(middle+18, y+18).M(middle+18, y-18).L(middle-18, y+18))
	}
}

// mark draws an exclamation mark of a height around a place.
func (p *pen) mark(colour panel.Token, x, y, h float64) {
	p.line(colour, 0.17*h, panel.Path{}.M(x, y-0.34*h).L(x, y+0.06*h))
	p.fill(colour, panel.Circle(x, y+0.32*h, 0.1*h))
}

func (a Alarm) colour() panel.Token {
	if a == Critical {
		return "plum"
	}
	return "amber"
}

// polygon is a figure of so many equal sides, turned.
func polygon(x, y, r float64, corners int, turn float64) panel.Path {
	var p panel.Path
	for i := range corners {
		sin, cos := math.Sincos(turn + 2*math.Pi*float64(i)/float64(corners))
		if i == 0 {
			p = p.M(x+r*cos, y+r*sin)
		} else {
			p = p.L(x+r*cos, y+r*sin)
		}
	}
	return p.Z()
}

// sign draws the sign of an alarm: a triangle, or for a critical one an
// octagon, with a mark in it.
func (a Alarm) sign(p *pen, x, y, r float64) {
	shape, down := polygon(x, y, r, 3, -math.Pi/2), 0.12*r
	if a == Critical {
		shape, down = polygon(x, y, 0.9*r, 8, math.Pi/8), 0
	}
	p.line("paper-raised", 0.5*r, shape)
	p.shape(a.colour(), a.colour(), 0.22*r, shape)
	p.mark("paper-raised", x, y+down, r)
}

// waves draws sound that goes out from a middle: round waves, one by one, or
// for a critical alarm jagged ones in pairs, as it has two tones.
func (a Alarm) waves(p *pen, x, y, r, step, from, to float64) {
	for i := range 3 {
		r := r + step*float64(i)
		if a != Critical {
			p.line(a.colour(), step*0.32, panel.Arc(x, y, r, from, to))
			continue
		}
		teeth := 6 + 2*i
		var path panel.Path
		for j := range teeth + 1 {
			d := step * 0.2 * float64(j%2*2-1)
			sin, cos := math.Sincos(from + (to-from)*float64(j)/float64(teeth))
			if j == 0 {
				path = path.M(x+(r+d)*cos, y+(r+d)*sin)
			} else {
				path = path.L(x+(r+d)*cos, y+(r+d)*sin)
			}
		}
		p.line(a.colour(), step*0.26, path)
	}
}

func (a Alarm) draw(p *pen) {
	c := pumpCase
	a.waves(p, c.x, c.y, c.r+20, 19, -0.78, -0.36)
	a.sign(p, 484, 92, 36)
}

func (a Alarm) atBelly(p *pen) { a.waves(p, 240, 669, 62, 17, -0.5, 0.5) }

func radioAtBelly(p *pen) { drawWaves(p, 240, 669, 62, 17, -0.5, 0.5) }

// drawWaves draws radio waves: thin and dotted.
func drawWaves(p *pen, x, y, r, step, from, to float64) {
	for i := range 3 {
		r := r + step*float64(i)
		n := int(r * (to - from) / 15)
		for j := range n + 1 {
			sin, cos := math.Sincos(from + (to-from)*float64(j)/float64(n))
			p.fill("teal", panel.Circle(x+r*cos, y+r*sin, 3.6))
		}
	}
}

func drawRadio(p *pen) { drawWaves(p, 440, 380, 132, 18, -0.42, 0.42) }

// badge adds why the rotor stands.
func (s *scene) badge(v view) {
	m := &s.m
	draw, state := drawPause, 1
	switch {
	case m.InMRI:
		draw, state = drawMagnet, 2
	case m.Stalled:
		draw, state = drawStalled, 3
	case !m.Stopped && !m.Updating:
		return
	}
	s.put("pump.badge", v, around(rotorAt, 0), state, func(p *pen) { p.badge(rotorAt.x, rotorAt.y, draw) })
}

// badge draws a sign in a circle around a place.
func (p *pen) badge(x, y float64, draw func(*pen)) {
	p.x, p.y = p.x+x*p.f, p.y+y*p.f
	p.shape("paper-raised", "ink", 5, panel.Circle(0, 0, 38))
	draw(p)
	p.x, p.y = p.x-x*p.f, p.y-y*p.f
}

func drawPause(p *pen) {
	p.line("ink", 11, panel.Path{}.M(-10, -14).L(-10, 14).M(10, -14).L(10, 14))
}

func drawStalled(p *pen) {
	p.line("plum", 11, panel.Path{}.M(-14, -14).L(14, 14).M(14, -14).L(-14, 14))
}

// drawMagnet draws a horseshoe.
func drawMagnet(p *pen) {
	shoe := panel.Path{}.M(-13, -18).L(-13, 2)
	shoe = append(shoe, panel.Arc(0, 2, 13, math.Pi, 0)[1:]...)
	p.line("ink", 13, shoe.L(13, -18))
	p.line("paper-raised", 7, panel.Path{}.M(-13, -18).L(-13, -13).M(13, -18).L(13, -13))
}

// drawField draws a scanner's field around the person, and the sign of a
// magnet.
func drawField(p *pen) {
	for i := range 3 {
		d := 40 * float64(i)
		for _, side := range []float64{-1, 1} {
			x := 226 + side*(244-d)
			p.shade("teal", 0.3+0.2*float64(i), 5, panel.Path{}.M(226+side*50, 60+d/2).
				C(x, 90+d/2, x, 290, x, 460).C(x, 650, x, 820, 226+side*50, 880-d/2))
		}
	}
	p.badge(410, 196, drawMagnet)
}
