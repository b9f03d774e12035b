package app

import (
	"iddtestdrive/wasm/panel"
)

// The things a person operates, drawn. Each is at least st.Target high.

// press is a button: the quiet one that most are.
func (d *draft) press(id, label string) block {
	return func(at panel.Rect) panel.Node {
		at.H = d.st.Target
		return d.button(id, label, at, letters{d.st.Small, true, "ink", panel.Middle},
			panel.Look{Fill: "paper", Edge: "ink-faint", Width: d.st.Thin, Radius: d.st.RadiusM})
	}
}

// lead is the button that goes on: the one to press next.
func (d *draft) lead(id, label string) block {
	return func(at panel.Rect) panel.Node {
		at.H = d.st.Target
		return d.button(id, label, at, letters{d.st.Medium, true, "on-teal", panel.Middle},
			panel.Look{Fill: "teal-deep", Radius: d.st.RadiusM})
	}
}

// off makes a button one that cannot be pressed now, and says why.
func off(when bool, why string, b block) block {
	if !when {
		return b
	}
	return func(at panel.Rect) panel.Node {
		n := b(at)
		n.Disabled, n.Description = true, why
		n.Look.Fill, n.Look.Edge, n.Look.Letters.Colour = "paper-sunk", "", "ink-soft"
		return n
	}
}

// toggle is a button that stays pressed.
func (d *draft) toggle(id, label string, on bool) block {
	return func(at panel.Rect) panel.Node {
		n := d.press(id, label)(at)
		n.Role, n.Checked = panel.Toggle, on
		if on {
			n.Look.Fill, n.Look.Edge, n.Look.Width = "teal-soft", "teal-deep", d.st.Bold
		}
		return n
	}
}

// choice is one thing to choose from some.
type choice struct {
	id, label string
	chosen    bool
}

// radios is a choice of one among some, in as many columns as fit.
func (d *draft) radios(id, name string, choices ...choice) block {
	least := 0.0
	for _, c := range choices {
		least = max(least, d.m.measure.Width(c.label, d.st.Small, true)+2*d.st.Space[2]+1)
	}
	return func(at panel.Rect) panel.Node {
		blocks := make([]block, len(choices))
		for i, c := range choices {
			blocks[i] = d.radio(c)
		}
		n := panel.Node{ID: id, Role: panel.Radios, Name: name, Bounds: at}
		n.Children = grid(at, min(least, at.W), d.st.Space[2], blocks...)
		n.Bounds.H = lowest(at.Y, n.Children) - at.Y
		return n
	}
}

func (d *draft) radio(c choice) block {
	return func(at panel.Rect) panel.Node {
		n := d.toggle(c.id, c.label, c.chosen)(at)
		n.Role = panel.Radio
		n.Look.Letters.Bold = c.chosen
		return n
	}
}

// check is a box to tick with its label.
func (d *draft) check(id, label string, on bool) block {
	return func(at panel.Rect) panel.Node {
		size, gap := 1.4*d.em, d.st.Space[3]
		words, h := d.set(label, at.W-size-gap, d.plain())
		at.H = max(d.st.Target, h)
		box := panel.Rect{X: at.X, Y: at.Y + (at.H-size)/2, W: size, H: size}
		tick := d.m.drawn("check", []string{fixed(size), onOff(on)}, func() *panel.Drawing { return boxDrawing(on, size, d.st.Bold) })
		return panel.Node{ID: id, Role: panel.Check, Name: label, Checked: on, Bounds: at, Children: []panel.Node{
			{ID: id + ".box", Bounds: box, Look: panel.Look{Drawing: tick}},
			{ID: id + ".label", Bounds: panel.Rect{X: at.X + size + gap, Y: at.Y + (at.H-h)/2, W: at.W - size - gap, H: h},
				Look: panel.Look{Letters: words}},
		}}
	}
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

func boxDrawing(on bool, s, line float64) *panel.Drawing {
	g := &panel.Drawing{}
	b := panel.RoundRect(panel.Rect{X: line / 2, Y: line / 2, W: s - line, H: s - line}, s/5)
	if !on {
		g.Add("paper-raised", b)
		g.Stroke("ink-soft", line, b)
		return g
	}
	g.Add("teal-deep", b)
	g.Stroke("teal-deep", line, b)
	g.Stroke("on-teal", s*0.12, panel.Path{}.M(s*0.25, s*0.53).L(s*0.43, s*0.71).L(s*0.76, s*0.31))
	return g
}

// slider is a number to set, with its name above and its value in words beside
// the name, or below it where there is no room.
func (d *draft) slider(id, name, value string, r panel.Range) block {
	return func(at panel.Rect) panel.Node {
		label, h := d.set(name, at.W, d.plain())
		said, vh := d.set(value, at.W, letters{d.st.Medium, true, "teal-deep", panel.Start})
		nameAt := panel.Rect{X: at.X, Y: at.Y, W: at.W, H: h}
		valueAt := panel.Rect{X: at.X, Y: at.Y + h, W: at.W, H: vh}
		if wide := d.widest(label) + d.st.Space[3]; wide+d.widest(said) <= at.W {
			valueAt.X, valueAt.W, valueAt.Y = at.X+wide, at.W-wide, at.Y
		}
		n := panel.Node{ID: id, Role: panel.Slider, Name: name, Value: value, Range: r}
		part := 0.0
		if r.Most > r.Least {
			part = (r.Now - r.Least) / (r.Most - r.Least)
		}
		n.Bounds = panel.Rect{X: at.X, Y: max(nameAt.Bottom(), valueAt.Bottom()), W: at.W, H: d.st.Target}
		n.Children = []panel.Node{
			{ID: id + ".name", Bounds: nameAt, Look: panel.Look{Letters: label}},
			{ID: id + ".value", Bounds: valueAt, Look: panel.Look{Letters: said}},
			{ID: id + ".track", Bounds: n.Bounds, Look: panel.Look{Drawing: d.track(part, n.Bounds.W, n.Bounds.H)}},
		}
		return n
	}
}

// widest is the width of the widest line of a text.
func (d *draft) widest(l panel.Letters) float64 {
	w := 0.0
	for _, line := range l.Lines {
		w = max(w, d.m.measure.Width(line, l.Size, l.Bold))
	}
	return w
}

// track is the line of a slider with its knob, whose middle keeps half the
// height off both ends, as that of the mirrored control does.
func (d *draft) track(part, w, h float64) *panel.Drawing {
	r, end := 0.75*d.em, h/2
	return d.m.drawn("track", []string{fixed(part), fixed(w), fixed(h)}, func() *panel.Drawing {
		g := &panel.Drawing{}
		x, y := end+part*(w-2*end), h/2
		g.Stroke("ink-faint", 3*d.st.Thin, panel.Path{}.M(end, y).L(w-end, y))
		if part > 0 {
			g.Stroke("teal-deep", 5*d.st.Thin, panel.Path{}.M(end, y).L(x, y))
		}
		g.Add("paper-raised", panel.Circle(x, y, r))
		g.Add("teal-deep", panel.Circle(x, y, r-d.st.Thin))
		g.Add("paper-raised", panel.Circle(x, y, r*0.36))
		return g
	})
}

// field is a line of text to write, with its label above it.
func (d *draft) field(id, label, value string) block {
	return func(at panel.Rect) panel.Node {
		name, h := d.set(label, at.W, d.plain())
		box := panel.Rect{X: at.X, Y: at.Y + h + d.st.Space[1], W: at.W, H: d.st.Target}
		in := box.Inset(d.st.Space[2])
		words, wh := d.set(d.m.shortened(value, d.plain(), in.W), in.W, d.plain())
		n := panel.Node{ID: id, Role: panel.Field, Name: label, Value: value, Bounds: box,
			Look: panel.Look{Letters: panel.Letters{Size: d.st.Medium}}}
		n.Children = []panel.Node{
			{ID: id + ".name", Bounds: panel.Rect{X: at.X, Y: at.Y, W: at.W, H: h}, Look: panel.Look{Letters: name}},
			{ID: id + ".box", Bounds: box, Look: panel.Look{Fill: "paper", Edge: "ink-soft", Width: d.st.Thin, Radius: d.st.RadiusS}},
			{ID: id + ".text", Bounds: panel.Rect{X: in.X, Y: box.Y + (box.H-wh)/2, W: in.W, H: wh}, Look: panel.Look{Letters: words}},
		}
		return n
	}
}

// shortened is as much of a text as fits into one line.
func (m *Model) shortened(text string, l letters, width float64) string {
	for r := []rune(text); len(r) > 0; r = r[:len(r)-1] {
		if m.measure.Width(string(r), l.size, l.bold) <= width {
			return string(r)
		}
	}
	return ""
}

// link is a way to another page.
func (d *draft) link(id, label, address string) block {
	return func(at panel.Rect) panel.Node {
		words, h := d.set(label, at.W, letters{d.st.Medium, true, "teal-deep", panel.Start})
		at.H = max(d.st.Target, h)
		return panel.Node{ID: id, Role: panel.Link, Name: label, Address: address, Bounds: at, Children: []panel.Node{
			{ID: id + ".label", Bounds: panel.Rect{X: at.X, Y: at.Y + (at.H-h)/2, W: at.W, H: h}, Look: panel.Look{Letters: words}},
		}}
	}
}
