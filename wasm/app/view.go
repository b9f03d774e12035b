package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/wasm/panel"
)

// View is the screen as it is now. In a window that gives a height the picture
// grows to fill it; embedded, the screen is as high as its parts need. Narrow
// windows get one column, wider ones the remote beside the picture.
func (m *Model) View() *panel.Node {
	m.sketch.turn()
	d := m.draft()
	w := m.window.Width
	root := panel.Node{ID: "simulator", Role: panel.Region, Name: m.words.Say("simulator.name")}
	bar := d.bar(panel.Rect{W: w})
	inner := panel.Rect{X: d.gap, Y: bar.Bounds.Bottom() + d.gap, W: w - 2*d.gap}
	if most := 85 * d.em; inner.W > most {
		inner.X, inner.W = (w-most)/2, most
	}
	parts := d.parts(inner)
	root.Children = append([]panel.Node{bar}, parts...)
	root.Children = append(root.Children, m.speech.regions()...)
	root.Bounds = panel.Rect{W: w, H: lowest(inner.Y, parts) + d.gap}
	if !m.window.Embedded {
		root.Bounds.H = max(root.Bounds.H, m.window.Height)
	}
	root.Look.Fill = "paper"
	m.giveFocus(&root)
	return &root
}

// parts are the parts of the screen, in the order in which they are read: the
// guide, where there is one, what happens inside and the remote, the time, and
// below them what is only sometimes wanted.
func (d *draft) parts(at panel.Rect) []panel.Node {
	var parts []panel.Node
	below := func() panel.Rect {
		if len(parts) == 0 {
			return at
		}
		return panel.Rect{X: at.X, Y: lowest(at.Y, parts) + d.gap, W: at.W}
	}
	if d.m.guide.on() {
		parts = append(parts, d.guide(below()))
	}
	if d.m.guest != ownSession {
		parts = append(parts, d.guest(below()))
	}
	if d.m.back {
		parts = append(parts, d.lookingBack(below()))
	}
	layout := d.narrow
	switch {
	case at.W < twoColumns*d.em:
	case !d.m.window.Embedded && d.m.window.Height > d.m.window.Width*1.1:
		layout = d.tall
	default:
		layout = d.wide
	}
	parts = append(parts, layout(below())...)
	if d.m.guide.on() && d.m.guide.drive.Beside != nil {
		parts = append(parts, d.beside(below()))
	}
	parts = append(parts, d.tools(below()))
	if d.m.free.open {
		parts = append(parts, d.freePlay(below()))
	}
	if d.m.keeping.open {
		parts = append(parts, d.keep(below()))
	}
	return parts
}

// twoColumns is the least width of two columns, in ems, so that larger type
// keeps one column longer.
const twoColumns = 40.0

func (m *Model) giveFocus(root *panel.Node) {
	if m.focus == "" {
		return
	}
	if n := root.Find(m.focus); n != nil {
		n.Focused = true
	}
}

// bar is the band across the top that says what this is.
func (d *draft) bar(at panel.Rect) panel.Node {
	n := panel.Node{ID: "bar", Role: panel.Group, Bounds: at}
	pad := d.st.Space[2]
	lines, h := d.text("bar.words", d.words("bar.safety"), panel.Rect{X: at.X + d.gap, Y: at.Y + pad, W: at.W - 2*d.gap},
		letters{d.st.Small, true, "ink", panel.Middle})
	n.Bounds.H = h + 2*pad
	n.Look = panel.Look{Fill: "amber-soft"}
	n.Children = []panel.Node{lines}
	return n
}

// lookingBack says that the past is on the screen, and the two ways out of it.
func (d *draft) lookingBack(at panel.Rect) panel.Node {
	n := d.card("back", d.words("back.name"), at, func(in panel.Rect) []panel.Node {
		return stack(in, d.st.Space[3],
			d.say("back.words", d.words("back.words", "time", d.m.date()), d.strong()),
			d.gathered("back.ways", 12*d.em,
				d.lead(idNow, d.words("back.now")), d.press(idGoOn, d.words("back.go_on"))))
	})
	n.Look.Fill, n.Look.Edge = "teal-soft", "teal-deep"
	return n
}

// tools open what is only sometimes wanted, and begin anew.
func (d *draft) tools(at panel.Rect) panel.Node {
	blocks := []block{
		d.toggle(idFree, d.words("bar.free"), d.m.free.open),
		d.toggle(idFeeling, d.words("bar.feeling"), d.m.seen(drive.Feeling)),
		d.toggle(idKeeping, d.words("bar.keep"), d.m.keeping.open),
		d.press(idAgain, d.words("bar.again")),
	}
	if d.m.picture {
		face := "bar.plain"
		if d.m.plain {
			face = "bar.picture"
		}
		blocks = append(blocks, d.press(idPlain, d.words(face)))
	}
	return d.card("tools", d.words("bar.tools"), at, func(in panel.Rect) []panel.Node {
		return grid(in, 8.5*d.em, d.st.Space[2], blocks...)
	})
}
