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
	chamber   = panel.Rect{X: 174, Y: 396, W: 264, H: 122}
	batteryAt = panel.Rect{X: 340, Y: 172, W: 76, H: 104}
)

// outlet is the catheter from its port, in the middle of which it begins.
var outlet = []int16{284, 120, 270, 66, 206, 36, 114, 48, 46, 76, 12, 82}

// rollers is how many rollers press the tube, and folds how many folds the
// walls of the reservoir have.
const rollers, folds = 3, 5

// bellows is the inside of the reservoir: its walls are folded.
func bellows() panel.Path {
	const deep = 11.0
	b := chamber
	var p panel.Path
	for side := range 2 {
		for i := range 2*folds + 1 { // down the right side, up the left
			x, y := b.Right(), b.Y+b.H*float64(i)/(2*folds)
			if side == 1 {
				x, y = b.X, b.Bottom()+b.Y-y
			}
			if i%2 == 0 {
				x += deep * float64(2*side-1)
			}
			p = onTo(p, x, y)
		}
	}
	return p.Z()
}

// pumpRoute is the way of the drug within the pump: from the floor of the
// reservoir around the rotor, as that turns, to the catheter port.
func pumpRoute() panel.Path {
	const from, to = 110 * math.Pi / 180, 298 * math.Pi / 180
	r := rotorAt
	p := panel.Path{}.M(220, 496).L(220, 400).C(220, 362, 205, 345, r.x+r.r*math.Cos(from), r.y+r.r*math.Sin(from))
	p = append(p, panel.Arc(r.x, r.y, r.r, from, to)[1:]...)
	return p.C(270, 217, 290, 196, 284, 120)
}

// caseMarks are the case with its nozzle, the electronics, the shell of the
// battery, and the race of the rotor.
var caseMarks = []mark{
	{aPolygon, "", "metal-deep", 62, 0, []int16{284, 120, 276, 92}},
	{aPolygon, "", "metal", 50, 0, []int16{284, 120, 276, 92}},
	{aCircle, "metal", "metal-deep", 6, 0, []int16{306, 346, 256}},
	{aCurve, "", "on-device", 10, 0.4, []int16{82, 254, 107, 207, 149, 158, 205, 127, 263, 108}},
	{aCurve, "", "device", 12, 0.14, []int16{547, 370, 522, 455, 460, 533, 385, 575, 303, 588, 184, 555}},
	{aCircle, "metal-soft", "metal-deep", 5, 0, []int16{306, 346, 228}},
	{aPolygon, "", "metal-deep", 5, 0, []int16{428, 254, 502, 254}},
	{aPolygon, "", "metal-deep", 5, 0, []int16{428, 269, 502, 269}},
	{aPolygon, "", "metal-deep", 5, 0, []int16{428, 284, 502, 284}},
	{aPolygon, "", "metal-deep", 5, 0, []int16{450, 232, 450, 306}},
	{aPolygon, "", "metal-deep", 5, 0, []int16{465, 232, 465, 306}},
	{aPolygon, "", "metal-deep", 5, 0, []int16{480, 232, 480, 306}},
	{aBox, "teal-deep", "", 0, 0, []int16{436, 240, 58, 58, 8}},
	{aCircle, "teal-soft", "", 0, 0, []int16{451, 255, 5}},
	{aBox, "metal-deep", "metal-deep", 4, 0, []int16{362, 158, 32, 20, 6}},
	{aBox, "paper-raised", "metal-deep", 6, 0, []int16{340, 172, 76, 104, 12}},
	{aCircle, "metal", "metal-deep", 5, 0, []int16{204, 266, 94}},
	{aCircle, "paper-raised", "", 0, 0, []int16{204, 266, 74}},
	{aCircle, "metal", "metal-deep", 5, 0, []int16{284, 120, 42}},
	{aCurve, "", "metal-deep", 25, 0, outlet},
}

// drawPump draws all of the pump that stands still and lies below the drug.
func drawPump(p *pen) {
	p.draw(caseMarks)
	drawAntenna(p)
	walls := bellows()
	p.line("metal-deep", 18, walls)
	p.line("metal", 8, walls)
	p.fill("paper-raised", walls)
	p.line("metal-deep", 25, pumpRoute())
}

// drawAntenna draws a coil along the rim, and its wire to the electronics.
func drawAntenna(p *pen) {
	c := pumpCase
	wire := straight(476, 298, 490, 322)
	for i := range 3 {
		a, z := -0.12, 0.46
		if i%2 == 1 {
			a, z = z, a
		}
		for _, s := range panel.Arc(c.x, c.y, 188+12*float64(i), a, z) {
			if s.Verb == panel.Move {
				s.Verb = panel.Line
			}
			wire = append(wire, s)
		}
	}
	p.line("bone-line", 5, wire)
}

// front is what lies above the drug: the marks of the quarters of the
// reservoir, and the two ports with the rubber that a needle goes through.
var front = []mark{
	{aPolygon, "", "paper-raised", 8, 0, []int16{400, 427, 416, 427}},
	{aPolygon, "", "metal-deep", 4, 0, []int16{400, 427, 416, 427}},
	{aPolygon, "", "paper-raised", 8, 0, []int16{386, 457, 416, 457}},
	{aPolygon, "", "metal-deep", 4, 0, []int16{386, 457, 416, 457}},
	{aPolygon, "", "paper-raised", 8, 0, []int16{400, 487, 416, 487}},
	{aPolygon, "", "metal-deep", 4, 0, []int16{400, 487, 416, 487}},
	{aCircle, "metal", "metal-deep", 5, 0, []int16{306, 348, 38}},
	{aCircle, "bone", "bone-line", 4, 0, []int16{306, 348, 25}},
	{aCircle, "bone-line", "", 0, 0, []int16{306, 348, 5}},
	{aCircle, "metal", "metal-deep", 5, 0, []int16{284, 120, 34}},
	{aCircle, "bone", "bone-line", 4, 0, []int16{284, 120, 22}},
	{aCircle, "bone-line", "", 0, 0, []int16{284, 120, 4}},
}

// drawRotor draws the wheel whose rollers press the tube.
func drawRotor(p *pen) {
	x, y, r := rotorAt.x, rotorAt.y, rotorAt.r-18
	for i := range 2 * rollers { // the arms below the rollers
		sin, cos := math.Sincos(float64(i%rollers) * 2 * math.Pi / rollers)
		if i < rollers {
			p.tube("metal-deep", "metal", 28, 5, straight(x, y, x+r*cos, y+r*sin))
			continue
		}
		p.shape("metal-soft", "metal-deep", 5, circle(x+r*cos, y+r*sin, 15.5))
		p.fill("metal-deep", circle(x+r*cos, y+r*sin, 5))
	}
	p.shape("metal", "metal-deep", 5, circle(x, y, 18))
	p.fill("metal-deep", circle(x, y, 6))
}

// drawLiquid draws a full reservoir; how much of it shows is the look's From.
func drawLiquid(p *pen) {
	p.fill("drug", bellows())
	p.faint("on-device", 0.16, box(panel.Rect{X: 256, Y: chamber.Y, W: 16, H: chamber.H}, 0))
}
