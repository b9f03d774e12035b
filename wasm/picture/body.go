package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// The person stands facing right, where the pump is shown large, in a box of
// bodyW by bodyH units, nine to a centimetre, from the crown to the thighs. The
// shirt is thin enough to see the spine, the tube and the pump through.
const bodyW, bodyH = 484.0, 900.0

// smallPump is the middle of the pump of the person, under the skin of the
// belly, and tip is where the catheter ends.
var smallPump, tip = panel.Point{X: 238, Y: 669}, panel.Point{X: 84, Y: 462}

// outline is the person without the arm: up the back, over the head and down
// the front.
var outline = []int16{64, 900, 58, 862, 34, 820, 18, 770, 30, 716, 60, 664, 79, 616, 80, 570, 67, 520, 50, 462, 41, 402,
	48, 344, 72, 296, 98, 262, 110, 236, 112, 212, 104, 180, 91, 128, 98, 72, 132, 30, 180, 14, 226, 28, 250, 60,
	260, 98, 257, 112, 266, 130, 278, 147, 274, 155, 262, 157, 263, 161, 268, 167, 262, 173, 266, 182, 259, 190,
	264, 204, 258, 217, 246, 225, 226, 231, 212, 242, 207, 264, 213, 292, 228, 318, 254, 354, 270, 400, 273, 446,
	271, 492, 275, 540, 284, 596, 289, 648, 283, 700, 270, 748, 264, 800, 265, 850, 262, 900}

// sleeve is that of the near arm.
var sleeve = []int16{178, 290, 212, 306, 240, 356, 260, 408, 260, 408, 228, 432, 186, 444, 186, 444, 156, 388, 138, 340, 148, 304}

// canal is the fluid-filled space around the cord, from the skull down.
var canal = []int16{160, 150, 156, 176, 154, 204, 144, 234, 127, 264, 104, 298, 89, 344, 81, 400, 90, 464, 109, 520,
	125, 562, 130, 594, 125, 626, 111, 658, 92, 692}

// route is the way of the catheter: from the pump around the flank to the back,
// and there into the canal and up to the tip.
var route = []int16{222, 634, 208, 610, 186, 606, 168, 622, 152, 652, 128, 668, 104, 656, 94, 634, 106, 616, 122, 598,
	121, 566, 104, 520, 84, 462}

// ground is what the person stands before.
var ground = []mark{
	{aBox, "paper-sunk", "", 0, 0, []int16{0, 0, 484, 600, 242}},
	{aBox, "paper-sunk", "", 0, 0, []int16{0, 300, 484, 600, 36}},
}

// person is all of the person below the spine, from the ground up.
var person = []mark{
	{aCurve, "skin", "", 0, 0, outline},
	// the shade of the back, and below the chin
	{aLoop, "skin-line", "", 0, 0.15, []int16{114, 206, 116, 236, 118, 268, 94, 300, 74, 344, 67, 402, 76, 462, 93, 520, 104, 570,
		100, 626, 78, 690, 48, 716, 30, 716, 30, 716, 60, 664, 79, 616, 80, 570, 67, 520, 50, 462, 41, 402, 48, 344, 72, 296, 98, 262, 110, 236}},
	{aLoop, "skin-line", "", 0, 0.15, []int16{212, 242, 226, 231, 250, 224, 250, 224, 226, 220, 202, 204, 192, 176, 180, 168, 178, 200, 188, 228}},
	// the shirt and its collar
	{aLoop, "paper-raised", "", 0, 0.45, []int16{108, 238, 108, 238, 130, 264, 168, 286, 216, 298, 216, 298, 228, 318, 254, 354, 270, 400,
		273, 446, 271, 492, 275, 540, 284, 596, 289, 648, 284, 696, 284, 696, 214, 708, 124, 708, 38, 698, 38, 698, 60, 664, 79, 616,
		80, 570, 67, 520, 50, 462, 41, 402, 48, 344, 72, 296, 98, 262}},
	{aCurve, "", "skin-line", 4, 0, []int16{108, 240, 132, 266, 170, 287, 216, 298}},
	{aCurve, "", "skin-line", 6, 0, outline},
	// the trousers, their shade and their belt
	{aCurve, "teal-soft", "teal", 6, 0, []int16{64, 900, 58, 862, 34, 820, 18, 770, 34, 700, 34, 700, 114, 714, 204, 714, 284, 700, 284, 700,
		270, 748, 264, 800, 265, 850, 262, 900}},
	{aLoop, "teal", "", 0, 0.14, []int16{64, 900, 64, 900, 58, 862, 34, 820, 18, 770, 32, 706, 32, 706, 56, 712, 50, 770, 70, 820, 92, 862, 98, 900, 98, 900}},
	{aCurve, "", "teal", 4, 0, []int16{29, 722, 114, 736, 204, 736, 279, 722}},
	// the hair and its shade, the ear
	{aLoop, "metal-deep", "", 0, 0, []int16{110, 208, 110, 208, 96, 176, 84, 130, 89, 76, 124, 26, 180, 5, 230, 19, 257, 56, 257, 56, 238, 68, 210, 68,
		192, 86, 194, 118, 194, 118, 182, 112, 171, 124, 166, 148, 150, 178, 132, 196, 110, 208}},
	{aLoop, "device", "", 0, 0.14, []int16{110, 208, 110, 208, 96, 176, 84, 130, 88, 86, 88, 86, 98, 138, 114, 170, 140, 188, 140, 188, 132, 196, 110, 208}},
	{aLoop, "skin", "skin-line", 5, 0, []int16{178, 116, 193, 122, 194, 140, 187, 153, 181, 166, 173, 164, 170, 148, 169, 128}},
	{aCurve, "", "skin-line", 3.5, 0, []int16{178, 128, 185, 132, 184, 144, 178, 151}},
	// the eye and its brow, the mouth, the nostril
	{aCurve, "", "skin-line", 4.5, 0, []int16{230, 120, 238, 114, 252, 119}},
	{aCircle, "skin-line", "", 0, 0, []int16{245, 121, 5}},
	{aCurve, "", "metal-deep", 6, 0, []int16{226, 99, 238, 93, 253, 97}},
	{aCurve, "", "skin-line", 4.5, 0, []int16{264, 173, 254, 175, 244, 171}},
	{aCurve, "", "skin-line", 3.5, 0, []int16{265, 148, 260, 149, 258, 154}},
	// the fingers, the remote in them, the arm, its shade and its sleeve
	{aLoop, "skin", "skin-line", 5, 0, []int16{398, 446, 410, 470, 440, 452, 466, 426, 476, 402, 468, 390, 452, 396, 430, 416}},
	{aCurve, "", "skin-line", 3, 0, []int16{466, 407, 454, 424, 438, 437}},
	{aPolygon, "teal-deep", "teal-deep", 12, 0, []int16{385, 430, 465, 363, 471, 370, 391, 437}},
	{aLoop, "skin", "skin-line", 6, 0, []int16{178, 290, 212, 306, 240, 356, 264, 420, 284, 474, 296, 496, 296, 496, 336, 468, 376, 440, 392, 424,
		404, 402, 422, 380, 434, 376, 440, 388, 430, 404, 416, 428, 412, 462, 364, 514, 318, 566, 290, 588, 266, 580, 230, 516,
		192, 448, 156, 388, 138, 340, 148, 304}},
	{aLoop, "skin-line", "", 0, 0.15, []int16{266, 580, 266, 580, 230, 516, 192, 448, 192, 448, 214, 446, 250, 512, 284, 560, 318, 540, 400, 452,
		400, 452, 412, 462, 364, 514, 318, 566, 290, 588}},
	{aLoop, "paper-raised", "", 0, 0.6, sleeve},
	{aLoop, "", "skin-line", 5, 0, sleeve},
	// the bone at the end of the column
	{aLoop, "bone", "bone-line", 4, 0, []int16{132, 640, 146, 662, 124, 690, 102, 728, 86, 762, 78, 776, 68, 770, 70, 740, 80, 708, 100, 668}},
}

// implanted is the catheter, without what is in it, and the pump.
var implanted = []mark{
	{aCurve, "", "metal-deep", 13, 0, route},
	{aBox, "metal", "metal-deep", 5, 0, []int16{208, 630, 60, 78, 30}},
	{aBox, "metal-soft", "", 0, 0, []int16{220, 642, 36, 54, 18}},
	{aCircle, "bone", "metal-deep", 3, 0, []int16{238, 669, 7}},
}

// drawBody draws all of the person that stands still.
func drawBody(p *pen) {
	p.draw(person)
	drawSpine(p)
	p.draw(implanted)
}

// drawSpine adds the column, the fluid and the cord.
func drawSpine(p *pen) {
	const bones = 24
	way := through(canal, false)
	t := trackOf(way)
	for i := range bones {
		u := (float64(i) + 0.5) / bones
		at, turn := t.along(0.02 + 0.9*u*(0.62+0.38*u)) // those of the neck are small
		turn -= math.Pi / 2
		h := t.length() * 0.9 * (0.62 + 0.76*u) / bones * 0.78
		spike := straight(-8, 0, -12-0.9*float64(min(i, 16)), h*0.55)
		p.tube("bone-line", "bone", 11, 3, turned(spike, at, turn))
		body := box(panel.Rect{X: 9, Y: -h / 2, W: 18 + 0.75*float64(i), H: h}, 5)
		p.shape("bone", "bone-line", 3.5, turned(body, at, turn))
	}
	p.tube("bone-line", "fluid", 17, 3, way)
	p.line("nerve", 6, t.between(0, 0.72))
}

// turned moves a path drawn around 0, 0 to a place and turns it.
func turned(p panel.Path, to panel.Point, angle float64) panel.Path {
	sin, cos := math.Sincos(angle)
	out := make(panel.Path, len(p))
	for i, s := range p {
		for j, q := range s.P {
			s.P[j] = panel.Point{X: to.X + q.X*cos - q.Y*sin, Y: to.Y + q.X*sin + q.Y*cos}
		}
		out[i] = s
	}
	return out
}
