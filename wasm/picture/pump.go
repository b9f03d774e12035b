package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// The pump is drawn cut open, seen from the front, in a box of pumpW by pumpH
// units: the rotor that presses the drug along its tube, battery, electronics
// and antenna above, the reservoir with its folded walls below, the refill port
// in the middle. The catheter leaves through its port at the top, to the left;
// at the right is room for sound.
const pumpW, pumpH = 620.0, 612.0

// The parts of the pump, in its units.
var (
	pumpCase  = lens{306, 346, 256}
	rotorAt   = lens{204, 266, 74} // out to the middle of the tube around it
	portAt    = lens{306, 348, 38}
	sideAt    = lens{284, 120, 34}
	chamber   = panel.Rect{X: 174, Y: 396, W: 264, H: 122}
	batteryAt = panel.Rect{X: 340, Y: 172, W: 76, H: 104}
	chipAt    = panel.Rect{X: 436, Y: 240, W: 58, H: 58}
)

// rollers is how many rollers press the tube, and folds how many folds the
// walls of the reservoir have.
const rollers, folds = 3, 5

// bellows is the inside of the reservoir from its own corner: its walls are
// folded.
func bellows() panel.Path {
	const deep = 11.0
	w, h := chamber.W, chamber.H
	p := panel.Path{}.M(deep, 0).L(w-deep, 0)
	for i := 1; i < 2*folds; i++ {
		p = p.L(w-deep*float64(1-i%2), h*float64(i)/(2*folds))
	}
	p = p.L(w-deep, h).L(deep, h)
	for i := 1; i < 2*folds; i++ {
		p = p.L(deep*float64(1-i%2), h-h*float64(i)/(2*folds))
	}
	return p.Z()
}

// pumpRoute is the way of the drug within the pump: from the reservoir around
// the rotor, as that turns, to the catheter port; and pumpOutlet goes on out of
// the picture.
func pumpRoute() panel.Path {
	const from, to = 110 * math.Pi / 180, 298 * math.Pi / 180
	r := rotorAt
	p := panel.Path{}.M(220, 400).C(220, 362, 205, 345, r.x+r.r*math.Cos(from), r.y+r.r*math.Sin(from))
	p = append(p, panel.Arc(r.x, r.y, r.r, from, to)[1:]...)
	return p.C(270, 217, 290, 196, sideAt.x, sideAt.y)
}

func pumpOutlet() panel.Path { return curve(284, 120, 270, 66, 206, 36, 114, 48, 46, 76, 12, 82) }

// drawPump draws all of the pump that stands still and lies below the drug.
func drawPump(p *pen) {
	c := pumpCase
	p.tube("metal-deep", "metal", 62, 6, panel.Path{}.M(sideAt.x, sideAt.y).L(276, 92)) // the nozzle
	p.shape("metal", "metal-deep", 6, panel.Circle(c.x, c.y, c.r))
	p.shade("on-device", 0.4, 10, panel.Arc(c.x, c.y, c.r-14, -2.75, -1.75))
	p.shade("device", 0.14, 12, panel.Arc(c.x, c.y, c.r-14, 0.1, 2.1))
	p.shape("metal-soft", "metal-deep", 5, panel.Circle(c.x, c.y, c.r-28))
	drawAntenna(p)
	drawElectronics(p)
	p.shape("metal-deep", "metal-deep", 4, panel.RoundRect(panel.Rect{X: batteryAt.X + 22, Y: batteryAt.Y - 14, W: 32, H: 20}, 6))
	p.shape("paper-raised", "metal-deep", 6, panel.RoundRect(batteryAt, 12))
	p.shape("metal", "metal-deep", 5, panel.Circle(rotorAt.x, rotorAt.y, rotorAt.r+20)) // the race
	p.fill("paper-raised", panel.Circle(rotorAt.x, rotorAt.y, rotorAt.r))
	p.shape("metal", "metal-deep", 5, panel.Circle(sideAt.x, sideAt.y, sideAt.r+8))
	p.line("metal-deep", 25, pumpOutlet())
	p.line("metal-deep", 25, pumpRoute())
	walls := turned(bellows(), panel.Point{X: chamber.X, Y: chamber.Y}, 0)
	p.line("metal-deep", 18, walls)
	p.line("metal", 8, walls)
	p.fill("paper-raised", walls)
}

// drawAntenna draws a coil along the rim.
func drawAntenna(p *pen) {
	const from, to = -0.12, 0.46
	c := pumpCase
	wire := panel.Arc(c.x, c.y, 188, to, from)
	for i, r := range []float64{200, 212} {
		a, z := from, to
		if i == 1 {
			a, z = z, a
		}
		next := panel.Arc(c.x, c.y, r, a, z)
		wire = wire.L(next[0].P[0].X, next[0].P[0].Y)
		wire = append(wire, next[1:]...)
	}
	p.line("bone-line", 5, wire)
	p.line("bone-line", 5, panel.Path{}.M(476, 298).L(492, 324))
}

func drawElectronics(p *pen) {
	c := chipAt
	for i := range 3 {
		d := 14 + 15*float64(i)
		p.line("metal-deep", 5, panel.Path{}.M(c.X-8, c.Y+d).L(c.Right()+8, c.Y+d).M(c.X+d, c.Y-8).L(c.X+d, c.Bottom()+8))
	}
	p.fill("teal-deep", panel.RoundRect(c, 8))
	p.fill("teal-soft", panel.Circle(c.X+15, c.Y+15, 5))
}

// drawFront draws what lies above the drug: the marks of the quarters of the
// reservoir, and the ports.
func drawFront(p *pen) {
	for i := 1; i < 4; i++ {
		x := chamber.X + 40 + 14*float64(i%2*-1)
		y := chamber.Y + chamber.H*float64(i)/4
		marks := panel.Path{}.M(chamber.X+22, y).L(x+12, y)
		p.line("paper-raised", 8, marks)
		p.line("metal-deep", 4, marks)
	}
	p.septum(portAt)
	p.septum(sideAt)
}

// septum is a port: a ring and the rubber that a needle goes through.
func (p *pen) septum(l lens) {
	p.shape("metal", "metal-deep", 5, panel.Circle(l.x, l.y, l.r))
	p.shape("bone", "bone-line", 4, panel.Circle(l.x, l.y, l.r*0.66))
	p.fill("bone-line", panel.Circle(l.x, l.y, l.r*0.13))
}

// wheel is the place of the rotor.
func wheel() panel.Rect { return around(rotorAt, 0) }

// drawRotor draws the wheel whose rollers press the tube.
func drawRotor(p *pen) {
	x, y, r := rotorAt.x, rotorAt.y, rotorAt.r-18
	for i := range rollers {
		sin, cos := math.Sincos(float64(i) * 2 * math.Pi / rollers)
		p.tube("metal-deep", "metal", 28, 5, panel.Path{}.M(x, y).L(x+r*cos, y+r*sin))
	}
	for i := range rollers {
		sin, cos := math.Sincos(float64(i) * 2 * math.Pi / rollers)
		p.shape("metal-soft", "metal-deep", 5, panel.Circle(x+r*cos, y+r*sin, 15.5))
		p.fill("metal-deep", panel.Circle(x+r*cos, y+r*sin, 5))
	}
	p.shape("metal", "metal-deep", 5, panel.Circle(x, y, 18))
	p.fill("metal-deep", panel.Circle(x, y, 6))
}

// drawLiquid draws a full reservoir; how much of it shows is the look's From.
func drawLiquid(p *pen) {
	b := turned(bellows(), panel.Point{X: chamber.X, Y: chamber.Y}, 0)
	p.fill("drug", b)
	p.faint("on-device", 0.16, panel.RoundRect(panel.Rect{X: chamber.Right() - 44, Y: chamber.Y, W: 18, H: chamber.H}, 0))
}
