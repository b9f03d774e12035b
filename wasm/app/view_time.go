package app

import (
	"iddtestdrive/wasm/panel"
)

// time shows the controls of the clock: play or pause, how fast, start again,
// and the way to the other face.
func (d *draft) time(at panel.Rect) panel.Node {
	n := panel.Node{ID: "clock", Role: panel.Region, Name: d.words("clock.name"), Bounds: at}
	n.Look = panel.Look{Fill: "paper-raised", Edge: "line", Width: d.st.Thin, Radius: d.st.RadiusM}
	in := at.Inset(d.st.Space[3])
	gap := d.st.Space[2]
	if in.W >= 58*d.em {
		play := d.play(panel.Rect{X: in.X, Y: in.Y, W: 9 * d.em, H: d.st.Target})
		tools := d.tools(panel.Rect{X: in.Right() - 19*d.em, Y: in.Y, W: 19 * d.em}, gap)
		x := play.Bounds.Right() + d.gap
		radios := d.speeds(panel.Rect{X: x, Y: in.Y, W: tools[0].Bounds.X - d.gap - x}, 4, gap)
		n.Children = append([]panel.Node{play, radios}, tools...)
		n.Bounds.H = max(radios.Bounds.Bottom(), tools[0].Bounds.Bottom()) + d.st.Space[3] - at.Y
		return n
	}
	if in.W >= 36*d.em {
		w := (in.W - 2*gap) / 3
		play := d.play(panel.Rect{X: in.X, Y: in.Y, W: w, H: d.st.Target})
		tools := d.tools(panel.Rect{X: in.X + w + gap, Y: in.Y, W: 2*w + gap}, gap)
		top := max(play.Bounds.Bottom(), tools[0].Bounds.Bottom())
		radios := d.speeds(panel.Rect{X: in.X, Y: top + gap, W: in.W}, 4, gap)
		n.Children = append([]panel.Node{play, radios}, tools...)
		n.Bounds.H = radios.Bounds.Bottom() + d.st.Space[3] - at.Y
		return n
	}
	play := d.play(panel.Rect{X: in.X, Y: in.Y, W: in.W, H: d.st.Target})
	columns := 2
	if in.W < oneColumn*d.em {
		columns = 1
	}
	radios := d.speeds(panel.Rect{X: in.X, Y: play.Bounds.Bottom() + gap, W: in.W}, columns, gap)
	tools := d.tools(panel.Rect{X: in.X, Y: radios.Bounds.Bottom() + gap, W: in.W}, gap)
	n.Children = append([]panel.Node{play, radios}, tools...)
	n.Bounds.H = tools[len(tools)-1].Bounds.Bottom() + d.st.Space[3] - at.Y
	return n
}

// oneColumn is the width below which controls stand one below the other, in
// ems: a small telephone with large type.
const oneColumn = 16.0

func (d *draft) play(at panel.Rect) panel.Node {
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

// speeds is the choice of how fast time runs.
func (d *draft) speeds(at panel.Rect, columns int, gap float64) panel.Node {
	n := panel.Node{ID: "clock.speed", Role: panel.Radios, Name: d.words("clock.speed"), Bounds: at}
	w := (at.W - gap*float64(columns-1)) / float64(columns)
	l := letters{d.st.Small, true, "ink", panel.Middle} // measured bold, as the chosen one is
	h := d.st.Target
	for _, s := range speeds {
		_, need := d.set(d.words(s.word), w-2*d.st.Space[2], l)
		h = max(h, need+2*d.st.Space[2])
	}
	for i, s := range speeds {
		b := panel.Rect{X: at.X + float64(i%columns)*(w+gap), Y: at.Y + float64(i/columns)*(h+gap), W: w, H: h}
		r := d.button(s.id, d.words(s.word), b, l,
			panel.Look{Fill: "paper", Edge: "ink-faint", Width: d.st.Thin, Radius: d.st.RadiusM})
		r.Role, r.Checked = panel.Radio, d.m.clock.speed == s.speed
		r.Look.Letters.Bold = r.Checked
		if r.Checked {
			r.Look.Fill, r.Look.Edge, r.Look.Width = "teal-soft", "teal-deep", d.st.Bold
		}
		n.Children = append(n.Children, r)
		n.Bounds.H = b.Bottom() - at.Y
	}
	return n
}

// tools are the quiet buttons: start again, and the other face where there is
// one.
func (d *draft) tools(at panel.Rect, gap float64) []panel.Node {
	first, second := at, at
	first.H, second.H = d.st.Target, d.st.Target
	stacked := at.W < oneColumn*d.em
	if !stacked {
		first.W = (at.W - gap) / 2
		second.W, second.X = first.W, at.X+first.W+gap
	}
	l := letters{d.st.Small, false, "ink", panel.Middle}
	look := panel.Look{Edge: "ink-faint", Width: d.st.Thin, Radius: d.st.RadiusM}
	again := d.button(idAgain, d.words("bar.again"), first, l, look)
	if !d.m.picture {
		return []panel.Node{again}
	}
	face := "bar.plain"
	if d.m.plain {
		face = "bar.picture"
	}
	if stacked {
		second.Y = again.Bounds.Bottom() + gap
	}
	other := d.button(idPlain, d.words(face), second, l, look)
	if !stacked {
		again.Bounds.H = max(again.Bounds.H, other.Bounds.H)
		other.Bounds.H = again.Bounds.H
	}
	return []panel.Node{again, other}
}
