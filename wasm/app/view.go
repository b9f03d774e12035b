package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// View is the screen as it is now. In a window that gives a height the picture
// grows to fill it; embedded, the screen is as high as its parts need. Narrow
// windows get one column, wider ones the remote beside the picture.
func (m *Model) View() *panel.Node {
	d := m.draft()
	root := d.Screen(m.window, m.words, d.parts)
	root.Children = append(root.Children, m.speech.Regions()...)
	root.Focus(m.focus)
	return root
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
		return panel.Rect{X: at.X, Y: form.Lowest(at.Y, parts) + d.Gap, W: at.W}
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
	case at.W < twoColumns*d.Em:
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

// lookingBack says that the past is on the screen, and the two ways out of it.
func (d *draft) lookingBack(at panel.Rect) panel.Node {
	n := d.Card("back", d.words("back.name"), at, func(in panel.Rect) []panel.Node {
		return form.Stack(in, d.Style.Space[3],
			d.Say("back.words", d.words("back.words", "time", d.m.date()), d.Strong()),
			d.Gathered("back.ways", 12*d.Em,
				d.Lead(idNow, d.words("back.now")), d.Press(idGoOn, d.words("back.go_on"))))
	})
	n.Look.Fill, n.Look.Edge = "teal-soft", "teal-deep"
	return n
}

// tools open what is only sometimes wanted, and begin anew.
func (d *draft) tools(at panel.Rect) panel.Node {
	blocks := []form.Block{
		d.Toggle(idFree, d.words("bar.free"), d.m.free.open),
		d.Toggle(idFeeling, d.words("bar.feeling"), d.m.seen(drive.Feeling)),
		d.Toggle(idKeeping, d.words("bar.keep"), d.m.keeping.open),
		d.Press(idAgain, d.words("bar.again")),
	}
	if d.m.picture {
		face := "bar.plain"
		if d.m.plain {
			face = "bar.picture"
		}
		blocks = append(blocks, d.Press(idPlain, d.words(face)))
	}
	return d.Card("tools", d.words("bar.tools"), at, func(in panel.Rect) []panel.Node {
		return form.Grid(in, 8.5*d.Em, d.Style.Space[2], blocks...)
	})
}
