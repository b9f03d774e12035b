package app

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// The pump is drawn cut open, seen from the front, in a square of pumpBox
// units: the rotor that presses the drug along its tube, battery and antenna
// above, the reservoir below.
const pumpBox = 300.0

// The parts of the pump that move or are pointed at, in its own units.
var (
	rotorAt   = panel.Point{X: 150, Y: 97}
	rotorR    = 44.0
	chamber   = panel.Rect{X: 64, Y: 158, W: 172, H: 84}
	batteryAt = panel.Rect{X: 208, Y: 76, W: 34, H: 54}
)

// chamberShape is the inside of the reservoir; its lower corners follow the
// case.
func chamberShape(b panel.Rect) panel.Path {
	const top, low = 8.0, 58.0
	x2, y2 := b.Right(), b.Bottom()
	return panel.Path{}.M(b.X+top, b.Y).L(x2-top, b.Y).C(x2-3, b.Y, x2, b.Y+3, x2, b.Y+top).
		C(x2, y2-30, x2-26, y2, x2-low, y2).L(b.X+low, y2).
		C(b.X+26, y2, b.X, y2-30, b.X, b.Y+top).C(b.X, b.Y+3, b.X+3, b.Y, b.X+top, b.Y).Z()
}

// pumpMargin is how far the catheter is drawn out of the square of the pump to
// its left, in its units.
const pumpMargin = 10.0

// pumpCase draws all of the pump that does not move, enlarged by f, with the
// margin for the catheter at its left.
func pumpCase(f float64) *panel.Drawing {
	d := &panel.Drawing{}
	at := func(p panel.Path) panel.Path { return p.Scaled(f, pumpMargin*f, 0) }
	tube := panel.Path{}.M(-8, 54).C(20, 52, 40, 60, 58, 70).C(78, 80, 92, 84, 106, 88)
	d.Stroke("metal-deep", 13*f, at(tube))
	d.Stroke("drug-soft", 9*f, at(tube))
	d.Add("metal-deep", at(panel.Circle(150, 150, 128)))
	d.Add("metal", at(panel.Circle(150, 150, 125)))
	d.Add("metal-soft", at(panel.Circle(150, 150, 112)))
	inside := panel.Path{}.M(58, 70).C(78, 80, 92, 84, 106, 88)
	d.Stroke("metal-deep", 13*f, at(inside))
	d.Stroke("drug", 8*f, at(inside))
	feed := panel.Path{}.M(150, 160).C(150, 152, 176, 150, 186, 138).C(192, 130, 193, 116, 190, 106)
	d.Stroke("metal-deep", 13*f, at(feed))
	d.Stroke("drug", 8*f, at(feed))
	d.Add("metal-deep", at(panel.Circle(rotorAt.X, rotorAt.Y, rotorR+8)))
	d.Add("drug", at(panel.Circle(rotorAt.X, rotorAt.Y, rotorR+5)))
	d.Add("paper-raised", at(panel.Circle(rotorAt.X, rotorAt.Y, rotorR-1)))
	antenna(d, at, f)
	battery(d, at, f)
	d.Add("metal-deep", at(chamberShape(chamber.Inset(-3))))
	d.Add("drug-soft", at(chamberShape(chamber)))
	return d
}

func antenna(d *panel.Drawing, at func(panel.Path) panel.Path, f float64) {
	for r := 8.0; r <= 24; r += 8 {
		d.Stroke("metal-deep", 2.5*f, at(panel.Arc(84, 122, r, math.Pi*0.75, math.Pi*2.25)))
	}
	d.Add("metal-deep", at(panel.Circle(84, 122, 3.5)))
}

func battery(d *panel.Drawing, at func(panel.Path) panel.Path, f float64) {
	b := batteryAt
	d.Add("metal-deep", at(panel.RoundRect(panel.Rect{X: b.X + 10, Y: b.Y - 6, W: 14, H: 10}, 3)))
	d.Add("metal-deep", at(panel.RoundRect(b, 7)))
	d.Add("paper-raised", at(panel.RoundRect(b.Inset(3), 5)))
	d.Add("teal", at(panel.RoundRect(panel.Rect{X: b.X + 7, Y: b.Y + 16, W: b.W - 14, H: b.H - 23}, 3)))
}

// liquid draws a full reservoir; how much of it shows is the look's From.
func liquid(f float64) *panel.Drawing {
	d := &panel.Drawing{}
	b := panel.Rect{W: chamber.W, H: chamber.H}
	d.Add("drug", chamberShape(b).Scaled(f, 0, 0))
	return d
}

// gauge draws the marks of the quarters of the reservoir.
func gauge(f float64) *panel.Drawing {
	d := &panel.Drawing{}
	b := panel.Rect{W: chamber.W, H: chamber.H}
	for i := 1; i < 4; i++ {
		y := b.H * float64(i) / 4
		d.Stroke("paper-raised", 2*f, panel.Path{}.M(b.W/2-10, y).L(b.W/2+10, y).Scaled(f, 0, 0))
	}
	return d
}

// rotor draws the wheel whose rollers press the tube, in a square around its
// axle.
func rotor(f float64) *panel.Drawing {
	d := &panel.Drawing{}
	c := rotorR + 8
	for i := range 3 {
		a := float64(i) * 2 * math.Pi / 3
		x, y := c+(rotorR-6)*math.Cos(a), c+(rotorR-6)*math.Sin(a)
		d.Stroke("metal", 12*f, panel.Path{}.M(c, c).L(x, y).Scaled(f, 0, 0))
		d.Add("metal-deep", panel.Circle(x, y, 11).Scaled(f, 0, 0))
		d.Add("metal-soft", panel.Circle(x, y, 6).Scaled(f, 0, 0))
	}
	d.Add("metal-deep", panel.Circle(c, c, 12).Scaled(f, 0, 0))
	d.Add("metal", panel.Circle(c, c, 5).Scaled(f, 0, 0))
	return d
}

// dot is a bead of drug that shows which way the drug goes.
func dot(r float64) *panel.Drawing {
	d := &panel.Drawing{}
	d.Add("drug-deep", panel.Circle(r, r, r))
	return d
}

// waves are the sound of an alarm, around the upper right of the pump.
func waves(f float64, colour panel.Token) *panel.Drawing {
	d := &panel.Drawing{}
	for i := range 3 {
		r := 136 + 10*float64(i)
		d.Stroke(colour, 4*f, panel.Arc(150, 150, r, -math.Pi*0.36, -math.Pi*0.14).Scaled(f, 0, 0))
	}
	return d
}
