package app

import (
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// time shows the controls of the clock: play or pause, how fast, and leaps to
// where something happens.
func (d *draft) time(at panel.Rect) panel.Node {
	return d.Card("clock", d.words("clock.name"), at, func(in panel.Rect) []panel.Node {
		var choices []form.Choice
		for _, s := range speeds {
			choices = append(choices, form.Choice{ID: s.id, Label: d.words(s.word), Chosen: d.m.clock.speed == s.speed})
		}
		leaps := []form.Block{d.Press(idNextEvent, d.words("clock.event")), d.Press(idNextDay, d.words("clock.day"))}
		gap := d.Style.Space[2]
		if in.W < 58*d.Em {
			return form.Stack(in, gap, d.play, d.Radios("clock.speed", d.words("clock.speed"), choices...),
				d.Gathered("clock.leaps", 8*d.Em, leaps...))
		}
		play := d.play(panel.Rect{X: in.X, Y: in.Y, W: 9 * d.Em})
		last := form.Grid(panel.Rect{X: in.Right() - 19*d.Em, Y: in.Y, W: 19 * d.Em}, 8*d.Em, gap, leaps...)
		x := play.Bounds.Right() + d.Gap
		radios := d.Radios("clock.speed", d.words("clock.speed"), choices...)(
			panel.Rect{X: x, Y: in.Y, W: last[0].Bounds.X - d.Gap - x})
		return append([]panel.Node{play, radios}, last...)
	})
}

// play is the button that lets time run, or stops it.
func (d *draft) play(at panel.Rect) panel.Node {
	at.H = d.Style.Target
	key := "clock.play"
	if d.m.clock.playing {
		key = "clock.pause"
	}
	l := form.Letters{Size: d.Style.Medium, Bold: true, Colour: "on-teal", Align: panel.Middle}
	n := d.Button(idPlay, d.words(key), at, l, panel.Look{Fill: "teal-deep", Radius: d.Style.RadiusM})
	size := d.Style.Medium
	n.Look.Letters = panel.Letters{}
	at = n.Bounds
	label, h := d.Set(n.Name, at.W, l)
	width := d.Measure.Width(n.Name, l.Size, true)
	icon := panel.Rect{X: at.X + (at.W-width-size*1.5)/2, Y: at.Y + (at.H-size)/2, W: size, H: size}
	drawing := d.Drawn("play", []string{key, form.Fixed(size)}, func() *panel.Drawing {
		return playDrawing(d.m.clock.playing, size)
	})
	n.Children = []panel.Node{
		{ID: "clock.icon", Bounds: icon, Look: panel.Look{Drawing: drawing}},
		{ID: "clock.label", Bounds: panel.Rect{X: icon.Right() + size/2 - 1, Y: at.Y + (at.H-h)/2, W: width + 2, H: h},
			Look: panel.Look{Letters: label}},
	}
	return n
}

func playDrawing(playing bool, s float64) *panel.Drawing {
	g := &panel.Drawing{}
	if playing {
		g.Add("on-teal", panel.RoundRect(panel.Rect{X: s * 0.14, Y: s * 0.1, W: s * 0.26, H: s * 0.8}, 2))
		g.Add("on-teal", panel.RoundRect(panel.Rect{X: s * 0.6, Y: s * 0.1, W: s * 0.26, H: s * 0.8}, 2))
		return g
	}
	g.Add("on-teal", panel.Path{}.M(s*0.18, s*0.08).L(s*0.94, s*0.5).L(s*0.18, s*0.92).Z())
	return g
}
