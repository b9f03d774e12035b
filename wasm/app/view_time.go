package app

import (
	"iddtestdrive/wasm/panel"
)

// time shows the controls of the clock: play or pause, how fast, and leaps to
// where something happens.
func (d *draft) time(at panel.Rect) panel.Node {
	return d.card("clock", d.words("clock.name"), at, func(in panel.Rect) []panel.Node {
		var choices []choice
		for _, s := range speeds {
			choices = append(choices, choice{s.id, d.words(s.word), d.m.clock.speed == s.speed})
		}
		leaps := []block{d.press(idNextEvent, d.words("clock.event")), d.press(idNextDay, d.words("clock.day"))}
		gap := d.st.Space[2]
		if in.W < 58*d.em {
			return stack(in, gap, d.play, d.radios("clock.speed", d.words("clock.speed"), choices...),
				d.gathered("clock.leaps", 8*d.em, leaps...))
		}
		play := d.play(panel.Rect{X: in.X, Y: in.Y, W: 9 * d.em})
		last := grid(panel.Rect{X: in.Right() - 19*d.em, Y: in.Y, W: 19 * d.em}, 8*d.em, gap, leaps...)
		x := play.Bounds.Right() + d.gap
		radios := d.radios("clock.speed", d.words("clock.speed"), choices...)(
			panel.Rect{X: x, Y: in.Y, W: last[0].Bounds.X - d.gap - x})
		return append([]panel.Node{play, radios}, last...)
	})
}

// play is the button that lets time run, or stops it.
func (d *draft) play(at panel.Rect) panel.Node {
	at.H = d.st.Target
	key := "clock.play"
	if d.m.clock.playing {
		key = "clock.pause"
	}
	l := letters{d.st.Medium, true, "on-teal", panel.Middle}
	n := d.button(idPlay, d.words(key), at, l, panel.Look{Fill: "teal-deep", Radius: d.st.RadiusM})
	size := d.st.Medium
	n.Look.Letters = panel.Letters{}
	at = n.Bounds
	label, h := d.set(n.Name, at.W, l)
	width := d.m.measure.Width(n.Name, l.size, true)
	icon := panel.Rect{X: at.X + (at.W-width-size*1.5)/2, Y: at.Y + (at.H-size)/2, W: size, H: size}
	drawing := d.m.drawn("play", []string{key, fixed(size)}, func() *panel.Drawing {
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
