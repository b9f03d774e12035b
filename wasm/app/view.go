package app

import "iddtestdrive/wasm/panel"

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
	layout := d.narrow
	switch {
	case inner.W < twoColumns*d.em:
	case !m.window.Embedded && m.window.Height > w*1.1:
		layout = d.tall
	default:
		layout = d.wide
	}
	parts, bottom := layout(inner)
	root.Children = append([]panel.Node{bar}, parts...)
	root.Children = append(root.Children, m.speech.regions()...)
	root.Bounds = panel.Rect{W: w, H: bottom + d.gap}
	if !m.window.Embedded {
		root.Bounds.H = max(root.Bounds.H, m.window.Height)
	}
	root.Look.Fill = "paper"
	m.giveFocus(&root)
	return &root
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

// narrow stacks the parts. The picture and the remote come first, so that a
// telephone shows a dose being asked for and given on one screen.
func (d *draft) narrow(at panel.Rect) (parts []panel.Node, bottom float64) {
	scene := d.scene(at, at.W*0.5, false)
	remote := d.remote(panel.Rect{X: at.X, Y: scene.Bounds.Bottom() + d.gap, W: at.W}, leastRing*d.em)
	news := d.news(panel.Rect{X: at.X, Y: remote.Bounds.Bottom() + d.gap, W: at.W})
	time := d.time(panel.Rect{X: at.X, Y: news.Bounds.Bottom() + d.gap, W: at.W})
	return []panel.Node{scene, remote, news, time}, time.Bounds.Bottom()
}

// wide puts the remote beside the picture and the time below both. The picture
// fills what is free of the window.
func (d *draft) wide(at panel.Rect) (parts []panel.Node, bottom float64) {
	side := min(max(at.W*0.32, 20*d.em), 24*d.em)
	left := panel.Rect{X: at.X, Y: at.Y, W: at.W - side - d.gap}
	beside := panel.Rect{X: left.Right() + d.gap, Y: at.Y, W: side}
	remote := d.remote(beside, leastRing*d.em)
	time := d.time(panel.Rect{X: at.X, W: at.W})
	room := left.W * 0.72
	if !d.m.window.Embedded {
		room = min(left.W, d.m.window.Height-at.Y-2*d.gap-time.Bounds.H)
	}
	room = max(room, remote.Bounds.H)
	least := d.scene(left, 0, true)
	scene := d.scene(left, d.leastPicture(left.W)+room-least.Bounds.H, true)
	spare := scene.Bounds.H - remote.Bounds.H
	remote = d.remote(beside, min(leastRing*d.em+max(0, spare), side*0.7))
	time = d.time(panel.Rect{X: at.X, Y: max(scene.Bounds.Bottom(), remote.Bounds.Bottom()) + d.gap, W: at.W})
	return []panel.Node{scene, remote, time}, time.Bounds.Bottom()
}

// tall is for a window that is higher than wide: the picture across the whole
// width, and below it the remote beside the figures and the time. What height is
// left over enlarges the remote's ring.
func (d *draft) tall(at panel.Rect) (parts []panel.Node, bottom float64) {
	side := min(at.W*0.5, 24*d.em)
	below := func(y, ring float64) []panel.Node {
		remote := d.remote(panel.Rect{X: at.X, Y: y, W: side}, ring)
		right := panel.Rect{X: at.X + side + d.gap, Y: y, W: at.W - side - d.gap}
		news := d.news(right)
		right.Y = news.Bounds.Bottom() + d.gap
		return []panel.Node{remote, news, d.time(right)}
	}
	lowest := func(parts []panel.Node) float64 {
		return max(parts[0].Bounds.Bottom(), parts[2].Bounds.Bottom())
	}
	least := d.scene(at, 0, false)
	room := d.m.window.Height - at.Y - 2*d.gap - lowest(below(0, leastRing*d.em)) - least.Bounds.H
	picture := min(d.leastPicture(at.W)+room, at.W*0.6)
	scene := d.scene(at, picture, false)
	spare := max(0, room-(scene.Bounds.H-least.Bounds.H))
	rest := below(scene.Bounds.Bottom()+d.gap, min(leastRing*d.em+spare, side*0.7))
	return append([]panel.Node{scene}, rest...), lowest(rest)
}

// leastRing is the size of the remote's ring where room is dear, in ems.
const leastRing = 10.0

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
