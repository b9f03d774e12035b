package timeline

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// The signs of the chart, in a square of side s. No two have the same shape.

// signOf draws the sign of a mark.
func signOf(kind Kind, critical bool, s float64) func(*panel.Drawing) {
	return func(g *panel.Drawing) {
		switch kind {
		case Given:
			drop(g, s)
		case Refused:
			g.Add("paper-raised", panel.Circle(s/2, s/2, s*0.4))
			g.Stroke("coral-deep", s*0.13, panel.Circle(s/2, s/2, s*0.36))
			g.Stroke("coral-deep", s*0.13, panel.Path{}.M(s*0.32, s/2).L(s*0.68, s/2))
		case Unheard:
			unheard(g, s)
		case Alarmed:
			alarm(g, s, critical)
		case Visited:
			g.Add("teal-deep", panel.RoundRect(panel.Rect{X: s * 0.08, Y: s * 0.08, W: s * 0.84, H: s * 0.84}, s*0.18))
			g.Stroke("on-teal", s*0.15, panel.Path{}.M(s*0.28, s/2).L(s*0.72, s/2))
			g.Stroke("on-teal", s*0.15, panel.Path{}.M(s/2, s*0.28).L(s/2, s*0.72))
		}
	}
}

// drop is a full drop, its point up.
func drop(g *panel.Drawing, s float64) {
	p := panel.Path{}.M(s/2, s*0.02).
		C(s*0.62, s*0.26, s*0.84, s*0.42, s*0.84, s*0.64).
		C(s*0.84, s*0.84, s*0.68, s*0.97, s/2, s*0.97).
		C(s*0.32, s*0.97, s*0.16, s*0.84, s*0.16, s*0.64).
		C(s*0.16, s*0.42, s*0.38, s*0.26, s/2, s*0.02).Z()
	g.Add("coral", p)
}

// unheard is a remote's waves, crossed out.
func unheard(g *panel.Drawing, s float64) {
	g.Add("ink-soft", panel.Circle(s*0.5, s*0.84, s*0.1))
	for _, r := range []float64{0.32, 0.58} {
		g.Stroke("ink-soft", s*0.12, panel.Arc(s*0.5, s*0.84, s*r, -math.Pi*0.76, -math.Pi*0.24))
	}
	g.Stroke("paper-raised", s*0.3, panel.Path{}.M(s*0.16, s*0.92).L(s*0.84, s*0.16))
	g.Stroke("ink-soft", s*0.12, panel.Path{}.M(s*0.16, s*0.92).L(s*0.84, s*0.16))
}

// alarm is a triangle for a non-critical alarm and an octagon for a critical
// one, each with a mark in it.
func alarm(g *panel.Drawing, s float64, critical bool) {
	corners, turn, colour, middle := 3, -math.Pi/2, panel.Token("amber"), s*0.56
	if critical {
		corners, turn, colour, middle = 8, math.Pi/8, "plum", s*0.5
	}
	var p panel.Path
	for i := range corners {
		a := turn + 2*math.Pi*float64(i)/float64(corners)
		p = p.L(s/2+s*0.46*math.Cos(a), middle+s*0.46*math.Sin(a))
	}
	p[0].Verb = panel.Move
	p = p.Z()
	g.Add(colour, p)
	g.Stroke(colour, s*0.08, p)
	g.Stroke("paper-raised", s*0.12, panel.Path{}.M(s/2, middle-s*0.2).L(s/2, middle+s*0.04))
	g.Add("paper-raised", panel.Circle(s/2, middle+s*0.21, s*0.07))
}

// colourOf is the colour of a mark where it is only a line.
func colourOf(m Mark) panel.Token {
	switch {
	case m.Kind == Given:
		return "coral"
	case m.Kind == Refused:
		return "coral-deep"
	case m.Kind == Alarmed && critical(m):
		return "plum"
	case m.Kind == Alarmed:
		return "amber"
	case m.Kind == Visited:
		return "teal-deep"
	}
	return "ink-soft"
}

// thread is a line of a rug: the sign of a dose where there are too many. One that
// was refused is half as long.
func thread(g *panel.Drawing, kind Kind, x, y, long, wide float64) {
	if kind == Refused {
		y, long = y+long/2, long/2
	}
	g.Stroke(colourOf(Mark{Kind: kind}), wide, panel.Path{}.M(x, y).L(x, y+long))
}
