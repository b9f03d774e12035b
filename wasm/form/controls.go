package form

import (
	"iddtestdrive/wasm/panel"
)

// The things a person operates, drawn. Each is at least st.Target high.

// Press is a button: the quiet one that most are.
func (s *Sheet) Press(id, label string) Block {
	return func(at panel.Rect) panel.Node {
		at.H = s.Style.Target
		return s.Button(id, label, at, Letters{s.Style.Small, true, "ink", panel.Middle},
			panel.Look{Fill: "paper", Edge: "ink-faint", Width: s.Style.Thin, Radius: s.Style.RadiusM})
	}
}

// Lead is the button that goes on: the one to press next.
func (s *Sheet) Lead(id, label string) Block {
	return func(at panel.Rect) panel.Node {
		at.H = s.Style.Target
		return s.Button(id, label, at, Letters{s.Style.Medium, true, "on-teal", panel.Middle},
			panel.Look{Fill: "teal-deep", Radius: s.Style.RadiusM})
	}
}

// Off makes a button one that cannot be pressed now, and says why.
func Off(when bool, why string, b Block) Block {
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

// Toggle is a button that stays pressed.
func (s *Sheet) Toggle(id, label string, on bool) Block {
	return func(at panel.Rect) panel.Node {
		n := s.Press(id, label)(at)
		n.Role, n.Checked = panel.Toggle, on
		if on {
			n.Look.Fill, n.Look.Edge, n.Look.Width = "teal-soft", "teal-deep", s.Style.Bold
		}
		return n
	}
}

// Choice is one thing to choose from some.
type Choice struct {
	ID, Label string
	Chosen    bool
}

// Radios is a Choice of one among some, in as many columns as fit.
func (s *Sheet) Radios(id, name string, choices ...Choice) Block {
	least := 0.0
	for _, c := range choices {
		least = max(least, s.Measure.Width(c.Label, s.Style.Small, true)+2*s.Style.Space[2]+1)
	}
	return func(at panel.Rect) panel.Node {
		blocks := make([]Block, len(choices))
		for i, c := range choices {
			blocks[i] = s.Radio(c)
		}
		n := panel.Node{ID: id, Role: panel.Radios, Name: name, Bounds: at}
		n.Children = Grid(at, min(least, at.W), s.Style.Space[2], blocks...)
		n.Bounds.H = Lowest(at.Y, n.Children) - at.Y
		return n
	}
}

// Radio is one choice among some.
func (s *Sheet) Radio(c Choice) Block {
	return func(at panel.Rect) panel.Node {
		n := s.Toggle(c.ID, c.Label, c.Chosen)(at)
		n.Role = panel.Radio
		n.Look.Letters.Bold = c.Chosen
		return n
	}
}

// Check is a box to tick with its label.
func (s *Sheet) Check(id, label string, on bool) Block {
	return func(at panel.Rect) panel.Node {
		size, gap := 1.4*s.Em, s.Style.Space[3]
		words, h := s.Set(label, at.W-size-gap, s.Plain())
		at.H = max(s.Style.Target, h)
		box := panel.Rect{X: at.X, Y: at.Y + (at.H-size)/2, W: size, H: size}
		tick := s.Drawn("check", []string{Fixed(size), onOff(on)}, func() *panel.Drawing { return boxDrawing(on, size, s.Style.Bold) })
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

// Slider is a number to set, with its name above and its value in words beside
// the name, or below it where there is no room.
func (s *Sheet) Slider(id, name, value string, r panel.Range) Block {
	return func(at panel.Rect) panel.Node {
		label, h := s.Set(name, at.W, s.Plain())
		said, vh := s.Set(value, at.W, Letters{s.Style.Medium, true, "teal-deep", panel.Start})
		nameAt := panel.Rect{X: at.X, Y: at.Y, W: at.W, H: h}
		valueAt := panel.Rect{X: at.X, Y: at.Y + h, W: at.W, H: vh}
		if wide := s.Widest(label) + s.Style.Space[3]; wide+s.Widest(said) <= at.W {
			valueAt.X, valueAt.W, valueAt.Y = at.X+wide, at.W-wide, at.Y
		}
		n := panel.Node{ID: id, Role: panel.Slider, Name: name, Value: value, Range: r}
		part := 0.0
		if r.Most > r.Least {
			part = (r.Now - r.Least) / (r.Most - r.Least)
		}
		n.Bounds = panel.Rect{X: at.X, Y: max(nameAt.Bottom(), valueAt.Bottom()), W: at.W, H: s.Style.Target}
		n.Children = []panel.Node{
			{ID: id + ".name", Bounds: nameAt, Look: panel.Look{Letters: label}},
			{ID: id + ".value", Bounds: valueAt, Look: panel.Look{Letters: said}},
			{ID: id + ".track", Bounds: n.Bounds, Look: panel.Look{Drawing: s.track(part, n.Bounds.W, n.Bounds.H)}},
		}
		return n
	}
}

// Widest is the width of the widest line of a text.
func (s *Sheet) Widest(l panel.Letters) float64 {
	w := 0.0
	for _, line := range l.Lines {
		w = max(w, s.Measure.Width(line, l.Size, l.Bold))
	}
	return w
}

// track is the line of a slider with its knob, whose middle keeps half the
// height off both ends, as that of the mirrored control does.
func (s *Sheet) track(part, w, h float64) *panel.Drawing {
	r, end := 0.75*s.Em, h/2
	return s.Drawn("track", []string{Fixed(part), Fixed(w), Fixed(h)}, func() *panel.Drawing {
		g := &panel.Drawing{}
		x, y := end+part*(w-2*end), h/2
		g.Stroke("ink-faint", 3*s.Style.Thin, panel.Path{}.M(end, y).L(w-end, y))
		if part > 0 {
			g.Stroke("teal-deep", 5*s.Style.Thin, panel.Path{}.M(end, y).L(x, y))
		}
		g.Add("paper-raised", panel.Circle(x, y, r))
		g.Add("teal-deep", panel.Circle(x, y, r-s.Style.Thin))
		g.Add("paper-raised", panel.Circle(x, y, r*0.36))
		return g
	})
}

// Field is a line of text to write, with its label above it.
func (s *Sheet) Field(id, label, value string) Block {
	return func(at panel.Rect) panel.Node {
		name, h := s.Set(label, at.W, s.Plain())
		box := panel.Rect{X: at.X, Y: at.Y + h + s.Style.Space[1], W: at.W, H: s.Style.Target}
		in := box.Inset(s.Style.Space[2])
		words, wh := s.Set(s.shortened(value, s.Plain(), in.W), in.W, s.Plain())
		n := panel.Node{ID: id, Role: panel.Field, Name: label, Value: value, Bounds: box,
			Look: panel.Look{Letters: panel.Letters{Size: s.Style.Medium}}}
		n.Children = []panel.Node{
			{ID: id + ".name", Bounds: panel.Rect{X: at.X, Y: at.Y, W: at.W, H: h}, Look: panel.Look{Letters: name}},
			{ID: id + ".box", Bounds: box, Look: panel.Look{Fill: "paper", Edge: "ink-soft", Width: s.Style.Thin, Radius: s.Style.RadiusS}},
			{ID: id + ".text", Bounds: panel.Rect{X: in.X, Y: box.Y + (box.H-wh)/2, W: in.W, H: wh}, Look: panel.Look{Letters: words}},
		}
		return n
	}
}

// shortened is as much of a text as fits into one line.
func (p *Paper) shortened(text string, l Letters, width float64) string {
	for r := []rune(text); len(r) > 0; r = r[:len(r)-1] {
		if p.Measure.Width(string(r), l.Size, l.Bold) <= width {
			return string(r)
		}
	}
	return ""
}

// Link is a way to another page.
func (s *Sheet) Link(id, label, address string) Block {
	return func(at panel.Rect) panel.Node {
		words, h := s.Set(label, at.W, Letters{s.Style.Medium, true, "teal-deep", panel.Start})
		at.H = max(s.Style.Target, h)
		return panel.Node{ID: id, Role: panel.Link, Name: label, Address: address, Bounds: at, Children: []panel.Node{
			{ID: id + ".label", Bounds: panel.Rect{X: at.X, Y: at.Y + (at.H-h)/2, W: at.W, H: h}, Look: panel.Look{Letters: words}},
		}}
	}
}
