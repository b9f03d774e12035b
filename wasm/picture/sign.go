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
		p.faint("paper-raised", 0.25, panel.RoundRect(panel.Rect{X: in.X + 8, Y: in.Y, W: 12, H: in.H}, 0))
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
	a.waves(p, c.x, c.y, c.r+20, 19, -0.92, -0.5)
	a.sign(p, 512, 104, 34)
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

func drawRadio(p *pen) { drawWaves(p, 500, 380, 82, 20, -0.55, 0.55) }

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
	s.put("pump.badge", v, panel.Rect{X: 210, Y: 280, W: 84, H: 84}, state, func(p *pen) {
		p.x, p.y = p.x+252*p.f, p.y+322*p.f
		p.shape("paper-raised", "ink", 5, panel.Circle(0, 0, 36))
		draw(p)
	})
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

// drawField draws a scanner's field around the person.
func drawField(p *pen) {
	for i := range 3 {
		d := 34 * float64(i)
		for _, side := range []float64{-1, 1} {
			x := 214 + side*(176+d)
			p.shade("teal", 0.75-0.2*float64(i), 5, panel.Path{}.M(214+side*60, 70-d/2).
				C(x, 120-d, x, 300, x, 500).C(x, 700, x, 840, 214+side*60, 870+d/2))
		}
	}
}
