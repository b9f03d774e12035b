package app

import "iddtestdrive/wasm/panel"

// The body is drawn from the side, facing right, where the pump is shown large,
// in a box of bodyW by bodyH units: a figure with the pump in the abdomen, the
// spine, the fluid around the cord behind it, and the catheter on its way
// there. The lines below are written facing left; facing turns them round.
const bodyW, bodyH = 170.0, 300.0

// Where the small pump of the body sits, and how large it is.
const pumpX, pumpY, pumpR = bodyW - 48.0, 196.0, 15.0

// facing turns a path round to face right.
func facing(p panel.Path) panel.Path {
	for i := range p {
		for j := range p[i].P {
			p[i].P[j].X = bodyW - p[i].P[j].X
		}
	}
	return p
}

// figure is the outline of the body.
func figure() panel.Path {
	return facing(panel.Path{}.M(76, 70).
		C(76, 80, 66, 86, 56, 92). // neck to the front of the chest
		C(40, 102, 34, 122, 33, 142).
		C(32, 160, 26, 176, 25, 196). // belly
		C(24, 220, 38, 236, 40, 256).
		C(42, 272, 40, 286, 40, 300).
		L(118, 300).
		C(122, 280, 136, 264, 137, 240). // seat
		C(138, 218, 118, 206, 117, 186).
		C(116, 164, 138, 146, 138, 118). // back
		C(138, 92, 116, 84, 112, 70).
		C(111, 66, 111, 60, 112, 56).
		C(124, 44, 122, 14, 92, 10). // back of the head
		C(70, 8, 60, 22, 60, 36).
		C(60, 42, 55, 46, 56, 49).
		C(57, 52, 60, 51, 61, 54).
		C(62, 62, 66, 66, 72, 65).
		C(75, 65, 76, 67, 76, 70).Z())
}

// canal is the line of the fluid-filled space around the cord, from the neck
// down.
func canal() panel.Path {
	return facing(panel.Path{}.M(104, 62).
		C(108, 84, 127, 98, 127, 122).
		C(127, 146, 106, 164, 107, 188).
		C(108, 206, 122, 216, 124, 236))
}

// column is the line of the vertebrae, in front of the canal.
func column() panel.Path {
	return facing(panel.Path{}.M(94, 64).
		C(98, 86, 116, 100, 116, 122).
		C(116, 146, 95, 164, 96, 188).
		C(97, 208, 110, 218, 113, 236))
}

// catheterRoute is the way of the catheter from the pump around the flank into
// the canal and up it to the tip.
func catheterRoute() panel.Path {
	return facing(panel.Path{}.M(61, pumpY-6).
		C(76, 176, 84, 214, 104, 208).
		C(112, 205, 107, 196, 107, 188).
		C(106, 168, 124, 150, 126.5, 128))
}

// tip is where the catheter ends.
var tip = panel.Point{X: bodyW - 126.5, Y: 128}

// body draws all that does not move, enlarged by f.
func body(f float64) *panel.Drawing {
	d := &panel.Drawing{}
	at := func(p panel.Path) panel.Path { return p.Scaled(f, 0, 0) }
	d.Add("skin", at(figure()))
	d.Stroke("skin-line", 2*f, at(figure()))
	d.Stroke("bone-line", 12.5*f, at(canal()))
	d.Stroke("fluid", 10*f, at(canal()))
	d.Stroke("bone", 4*f, at(canal()))
	for _, p := range alongPath(column(), 15, 7) {
		d.Add("bone-line", at(panel.RoundRect(panel.Rect{X: p.X - 8, Y: p.Y - 5.6, W: 16, H: 11.2}, 4)))
		d.Add("bone", at(panel.RoundRect(panel.Rect{X: p.X - 6.6, Y: p.Y - 4.2, W: 13.2, H: 8.4}, 3)))
	}
	for i, r := range []float64{13, 9, 5} {
		d.AddFaint("drug", 0.14+0.08*float64(i), at(panel.Circle(tip.X, tip.Y-2, r)))
	}
	d.Stroke("metal-deep", 5*f, at(catheterRoute()))
	d.Stroke("drug-soft", 3*f, at(catheterRoute()))
	d.Add("metal-deep", at(panel.Circle(pumpX, pumpY, pumpR+1.5)))
	d.Add("metal", at(panel.Circle(pumpX, pumpY, pumpR)))
	d.Add("metal-soft", at(panel.Circle(pumpX, pumpY, pumpR-4)))
	return d
}

// alongPath gives n places evenly spread along the curves of a path, the first
// one half a step from its start and none within skip units of its end.
func alongPath(p panel.Path, n int, skip float64) []panel.Point {
	line := trackOf(p)
	out := make([]panel.Point, n)
	for i := range out {
		out[i] = line.at((float64(i) + 0.5) / float64(n) * (line.length() - skip) / line.length())
	}
	return out
}
