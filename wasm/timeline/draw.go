package timeline

import (
	"iddtestdrive/wasm/panel"
)

// Draw lays the timeline out at the top of a place and as wide as it: the choice
// of the zoom, the lanes, the slider and the legend. Where at has a height, the
// lanes grow to fill it as far as that helps. The node is the region "timeline";
// its bounds say how high it came out. Of its controls, the app handles presses
// of "timeline.zoom.*" (see ZoomOf) and changes of "timeline.scrub" (see
// Scrubbed). A scene without lanes gives an empty region.
func (c *Chart) Draw(at panel.Rect, s Scene) panel.Node {
	n := panel.Node{ID: "timeline", Role: panel.Region, Name: s.Words("timeline.name"), Bounds: at}
	if len(s.Lanes) == 0 {
		n.Bounds.H = 0
		return n
	}
	c.read(&s)
	c.tiles.begin()
	h := c.sheet(at, &s)
	lanes := make([]lane, len(s.Lanes))
	for i := range lanes {
		lanes[i] = h.lane(i)
	}
	p := plot{scale: scaleOf(lanes), strips: 2 * h.strip()}

	zooms := h.zooms(panel.Rect{X: at.X, Y: at.Y, W: at.W})
	top := zooms.Bounds.Bottom() + h.st.Space[3]
	legend := h.legend(panel.Rect{X: at.X, W: at.W}, lanes, p)
	p.height = h.plotHeight(at.H - (top - at.Y) - h.below() - legend.Bounds.H)
	pictures, plots := h.pictures(lanes, p, top)
	bottom := pictures[len(pictures)-1].Bounds.Bottom()
	n.Children = append([]panel.Node{zooms}, pictures...)
	scrub := h.scrub(bottom+h.st.Space[1], plots)
	lower(&legend, scrub.Bounds.Bottom()+h.st.Space[2])
	n.Children = append(n.Children, scrub, legend)
	n.Bounds.H = legend.Bounds.Bottom() - at.Y
	return n
}

// lower moves a part that was laid out at the top down by a distance.
func lower(n *panel.Node, by float64) {
	n.Walk(func(n *panel.Node) { n.Bounds.Y += by })
}

// below is the height of what stands below the lanes but for the legend.
func (h *sheet) below() float64 {
	return h.axisHeight() + h.st.Space[1] + h.st.Target + h.st.Space[2]
}

func (h *sheet) axisHeight() float64 { return 1.7 * h.em }

// heading is the height of what stands over a lane's plot: its name and, over
// the first, the words of the cursor.
func (h *sheet) heading(i int) float64 {
	high := 0.0
	if i == 0 {
		high = h.pillHeight()
	}
	if h.s.Lanes[i].Name != "" {
		_, name := h.set(h.s.Lanes[i].Name, h.at.W, h.named())
		high += name + h.st.Space[1]
	}
	return high
}

func (h *sheet) named() letters { return letters{h.em, true, "ink", panel.Start} }

// plotHeight is the height of each lane's plot where so much is free; without
// any said, what suits the width.
func (h *sheet) plotHeight(free float64) float64 {
	lanes := float64(len(h.s.Lanes))
	least, most := 2*h.strip()+6*h.em, 2*h.strip()+14*h.em
	if h.at.H == 0 {
		return min(most, max(least, 2*h.strip()+h.width*0.2/(0.6+0.4*lanes)))
	}
	for i := range h.s.Lanes {
		free -= h.heading(i)
	}
	free -= (lanes - 1) * h.st.Space[3]
	return min(most, max(least, free/lanes))
}

// pictures are the lanes one below the other, and the words of the axis below
// the last; plots is where their plots are.
func (h *sheet) pictures(lanes []lane, p plot, y float64) (out []panel.Node, plots []panel.Rect) {
	for i, l := range lanes {
		n := h.picture(l, p, y)
		plots = append(plots, panel.Rect{X: h.left, Y: n.Bounds.Bottom() - p.height, W: h.width, H: p.height})
		y = n.Bounds.Bottom() + h.st.Space[3]
		if i == len(lanes)-1 {
			n.Children = append(n.Children, h.axis(l.id, n.Bounds.Bottom()+h.st.Space[1])...)
			n.Bounds.H += h.axisHeight()
		}
		out = append(out, n)
	}
	return out, plots
}

// picture is one lane: its name, its plot, its signs and the numbers of its
// scale.
func (h *sheet) picture(l lane, p plot, y float64) panel.Node {
	name := h.s.Lanes[l.index].Name
	n := panel.Node{ID: l.id, Role: panel.Picture, Name: h.say("timeline.picture.name"),
		Description: h.summary(l, p), Bounds: panel.Rect{X: h.at.X, Y: y, W: h.at.W}}
	if name != "" {
		n.Name = h.say("timeline.picture.of", "name", name)
		n.Children = append(n.Children, h.label(l.id+".name", name, panel.Rect{X: h.at.X, Y: y, W: h.at.W}, h.named()))
	}
	y += h.heading(l.index)
	n.Children = append(n.Children, h.frame(l.id, y, p.height))
	for _, t := range h.tiles(p.height) {
		key := plotKey{h.tileKey(l.index, t), p.scale, p.strips, l.rug}
		d := h.c.tiles.drawn(key, func(g *panel.Drawing) { h.drawTile(g, l, p, t) })
		n.Children = append(n.Children, look(h.tileID(l.id, t), panel.Rect{X: h.x(t.from), Y: y, W: t.w, H: t.h}, d))
	}
	n.Children = append(n.Children, h.flareWords(l.id, y)...)
	others, _ := h.signs(l, false)
	n.Children = append(n.Children, h.put(l, others, y+h.strip()/2)...)
	n.Children = append(n.Children, h.put(l, l.asked, y+h.strip()*1.5)...)
	n.Children = append(n.Children, h.numbers(l, p, y)...)
	n.Bounds.H = y + p.height - n.Bounds.Y
	return n
}

type plotKey struct {
	tileKey
	scale  scale
	strips float64
	rug    bool
}

// numbers are those of the scale, left of the plot.
func (h *sheet) numbers(l lane, p plot, y float64) []panel.Node {
	high := h.em * min(h.st.Leading, 1.4)
	set := letters{h.em, false, "ink-soft", panel.Start}
	at := func(text string, y float64) panel.Rect {
		wide := h.s.Measure.Width(text, h.em, false) + 1
		return panel.Rect{X: h.left - h.st.Space[1] - wide, Y: y, W: wide}
	}
	top := p.scale.top()
	return []panel.Node{
		h.line(l.id+".zero", "0", at("0", y+p.height-high), set),
		h.line(l.id+".top", top, at(top, y+p.y(p.scale.usual)-high/2), set),
	}
}
