package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// The three ways in which the parts of the screen are arranged.

// seen tells whether a part has its place on the screen: a guide names those it
// wants, and without one all are there but the illustrative picture, which is
// asked for.
func (m *Model) seen(p drive.Part) bool {
	switch {
	case p == drive.Feeling && m.feeling:
		return true
	case m.guide.on():
		return m.guide.shows(p)
	}
	return p != drive.Feeling
}

// narrow stacks the parts. The picture and the remote come first, so that a
// telephone shows a dose being asked for and given on one screen; what a guide
// speaks of comes before all others.
func (d *draft) narrow(at panel.Rect) []panel.Node {
	parts := []struct {
		part drive.Part
		draw form.Block
	}{
		{drive.Body, func(at panel.Rect) panel.Node { return d.scene(at, at.W*0.5, false) }},
		{drive.Remote, func(at panel.Rect) panel.Node { return d.remote(at, leastRing*d.Em) }},
		{drive.Timeline, d.line},
		{drive.Feeling, d.feeling},
	}
	first := d.m.guide.place()
	var blocks, rest []form.Block
	for _, p := range parts {
		switch {
		case !d.m.seen(p.part) && p.part != drive.Body:
		case p.part == first:
			blocks = append(blocks, p.draw)
		case p.part == drive.Timeline:
			rest = append(rest, d.news, d.time, p.draw)
		default:
			rest = append(rest, p.draw)
		}
	}
	if !d.m.seen(drive.Timeline) || first == drive.Timeline {
		rest = append(rest, d.news, d.time)
	}
	if d.m.guide.justDone() {
		blocks = append(blocks, d.goOnHere)
	}
	return form.Stack(at, d.Gap, append(blocks, rest...)...)
}

// wide puts the remote beside the picture, and the time and what happened below
// both. The picture fills what is free of the window. Where a guide wants no
// picture, what happened stands in its place.
func (d *draft) wide(at panel.Rect) []panel.Node {
	m := d.m
	side := min(max(at.W*0.32, 20*d.Em), 24*d.Em)
	left := panel.Rect{X: at.X, Y: at.Y, W: at.W - side - d.Gap}
	if !m.seen(drive.Remote) {
		left.W = at.W
	}
	beside := panel.Rect{X: left.Right() + d.Gap, Y: at.Y, W: side}
	time := d.time(panel.Rect{X: at.X, W: at.W})
	var remote panel.Node
	high := 0.0
	if m.seen(drive.Remote) {
		remote = d.remote(beside, leastRing*d.Em)
		high = remote.Bounds.H
	}
	if !m.window.Embedded {
		high = max(high, min(left.W, m.window.Height-at.Y-2*d.Gap-time.Bounds.H))
	}
	parts := []panel.Node{d.scene(left, d.leastPicture(left.W)+max(0, high-d.leastScene(left, true)), true)}
	besideRemote := !m.seen(drive.Body) && m.seen(drive.Timeline)
	if besideRemote {
		parts = append(parts, d.line(panel.Rect{X: left.X, Y: parts[0].Bounds.Bottom() + d.Gap, W: left.W}))
	}
	if m.seen(drive.Remote) {
		if spare := form.Lowest(at.Y, parts) - remote.Bounds.Bottom(); spare > 0 {
			remote = d.remote(beside, min(leastRing*d.Em+spare, side*0.7))
		}
		parts = append(parts, remote)
	}
	parts = append(parts, lowered(time, form.Lowest(at.Y, parts)+d.Gap))
	return append(parts, d.below(at, form.Lowest(at.Y, parts), !besideRemote)...)
}

// below is what stands below the time: what happened, where it is not above, and
// the illustrative picture; the one that a guide speaks of first.
func (d *draft) below(at panel.Rect, y float64, line bool) []panel.Node {
	at.Y = y + d.Gap
	var blocks []form.Block
	if line && d.m.seen(drive.Timeline) {
		blocks = append(blocks, d.line)
	}
	if d.m.seen(drive.Feeling) {
		blocks = append(blocks, d.feeling)
	}
	if len(blocks) == 2 && d.m.guide.place() == drive.Feeling {
		blocks[0], blocks[1] = blocks[1], blocks[0]
	}
	return form.Stack(at, d.Gap, blocks...)
}

// tall is for a window that is higher than wide: the picture across the whole
// width, and below it the remote beside the figures and the time. What height is
// left over enlarges the picture.
func (d *draft) tall(at panel.Rect) []panel.Node {
	right := at
	var below []panel.Node
	if d.m.seen(drive.Remote) {
		side := min(at.W*0.5, 24*d.Em)
		below = append(below, d.remote(panel.Rect{X: at.X, W: side}, leastRing*d.Em))
		right = panel.Rect{X: at.X + side + d.Gap, W: at.W - side - d.Gap}
	}
	right.Y = 0
	below = append(below, form.Stack(right, d.Gap, d.news, d.time)...)
	below = append(below, d.below(at, form.Lowest(0, below), true)...)
	room := d.m.window.Height - at.Y - 2*d.Gap - form.Lowest(0, below) - d.leastScene(at, false)
	scene := d.scene(at, min(d.leastPicture(at.W)+max(0, room), at.W*0.6), false)
	for i := range below {
		below[i] = lowered(below[i], below[i].Bounds.Y+scene.Bounds.Bottom()+d.Gap)
	}
	return append([]panel.Node{scene}, below...)
}

// leastScene is how high the scene is with the least picture.
func (d *draft) leastScene(at panel.Rect, news bool) float64 {
	d.measuring = true
	defer func() { d.measuring = false }()
	return d.scene(at, 0, news).Bounds.H
}

// lowered is a part that was laid out elsewhere, with all that is in it, at
// another height.
func lowered(n panel.Node, y float64) panel.Node {
	by := y - n.Bounds.Y
	n.Walk(func(c *panel.Node) { c.Bounds.Y += by })
	return n
}

// leastRing is the size of the remote's ring where room is dear, in ems.
const leastRing = 10.0
