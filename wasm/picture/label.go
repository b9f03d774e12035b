package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// labels adds a button for every part, and what ties it to the part.
func (s *scene) labels() {
	chips := s.plan.chips
	for i := range chips {
		c := &chips[i]
		from := panel.Point{X: c.at.X, Y: c.at.Y + c.at.H/2}
		switch {
		case s.plan.numbers:
			from = s.mark(c)
		case c.side == -1:
			from.X = c.at.Right()
		}
		s.leader(c, from)
	}
	for i := range chips {
		s.chip(&chips[i])
	}
}

// chip adds the button of a part: with its name, its number, or both.
func (s *scene) chip(c *chip) {
	part, number, id := Parts[c.part], itoa(c.part+1), "part."+Parts[c.part]
	st := &s.look.Style
	n := s.add(id, c.at)
	if s.painter.ID == "" {
		n.ID = id
	}
	n.Role, n.Name = panel.Button, s.look.nameOf(part)
	l := &n.Look
	l.Fill, l.Edge, l.Width, l.Radius, l.Letters = "paper-raised", "ink-faint", st.Thin, st.RadiusS, c.words
	if part == s.look.Pointed {
		l.Fill, l.Edge, l.Width = "teal-soft", "teal-deep", st.Bold
	}
	if !s.plan.numbers {
		return
	}
	n.Description = s.look.Words("picture.number", "number", number)
	n.Children = make([]panel.Node, 1, 3)
	s.numeral(&n.Children[0], n.ID+".dot", number, s.mark(c))
	if len(c.words.Lines) == 0 {
		l.Letters = s.look.set(number, c.at.W)
		return
	}
	l.Letters = panel.Letters{}
	n.Children = n.Children[:3]
	s.numeral(&n.Children[1], n.ID+".number", number, panel.Point{X: c.at.X + st.Space[1] + s.look.badge()/2, Y: c.at.Y + c.at.H/2})
	words := &n.Children[2]
	words.ID, words.Look.Letters = n.ID+".words", c.words
	words.Look.Letters.Align = panel.Start
	aside, h := s.look.badge()+st.Space[1]+st.Space[2], float64(len(c.words.Lines))*c.words.Leading
	words.Bounds = panel.Rect{X: c.at.X + aside, Y: c.at.Y + (c.at.H-h)/2, W: c.at.W - aside - st.Space[1], H: h}
}

// numeral makes a node a number in its circle.
func (s *scene) numeral(n *panel.Node, id, number string, at panel.Point) {
	d := s.look.badge()
	n.ID, n.Bounds = id, panel.Rect{X: at.X - d/2, Y: at.Y - d/2, W: d, H: d}
	l := &n.Look
	l.Fill, l.Edge, l.Width, l.Radius = "teal-deep", "paper-raised", 1.5, d/2
	l.Letters = s.look.set(number, d)
	l.Letters.Bold, l.Letters.Colour = true, "on-teal"
}

// mark is where the number of a part stands.
func (s *scene) mark(c *chip) panel.Point {
	room, r := s.plan.key.at, s.look.badge()/2
	spot, _ := spotOf(Parts[c.part], s.shown)
	at := s.plan.of(spot.view).point(spot.mark())
	return panel.Point{X: max(room.X+r, min(room.Right()-r, at.X)), Y: max(room.Y+r, at.Y)}
}

// leader adds a line from a part's name or number to the part.
func (s *scene) leader(c *chip, from panel.Point) {
	spot, _ := spotOf(Parts[c.part], s.shown)
	to := s.plan.of(spot.view).point(spot.at())
	thin := s.look.Style.Thin
	r := 4 * thin
	within := panel.Rect{X: min(from.X, to.X) - r, Y: min(from.Y, to.Y) - r,
		W: math.Abs(from.X-to.X) + 2*r, H: math.Abs(from.Y-to.Y) + 2*r}
	s.over("line."+spot.part, within, [4]float64{from.X, from.Y, to.X, to.Y}, func(p *pen) {
		line := straight(from.X, from.Y, to.X, to.Y)
		p.add("", "paper-raised", 3*thin, 0.85, line)
		p.line("ink-soft", thin, line)
		p.shape("paper-raised", "ink-soft", thin, circle(to.X, to.Y, 2.2*thin))
	})
}

// pointed adds the ring around the part that is pointed at, and its name where
// no button says it.
func (s *scene) pointed() {
	spot, ok := spotOf(s.look.Pointed, s.shown)
	if !ok {
		return
	}
	v, bold := s.plan.of(spot.view), s.look.Style.Bold
	ring := v.rect(spot.around())
	more := max(0, (40-min(ring.W, ring.H))/2) + bold
	ring = ring.Inset(-more)
	s.over("ring", ring.Inset(-2*bold), [4]float64{ring.X, ring.Y, ring.W, ring.H}, func(p *pen) {
		round := box(ring, float64(spot.ringCorner)*v.f+more)
		p.line("paper-raised", 2.4*bold, round)
		p.line("coral", 1.2*bold, round)
	})
	if !s.look.Labels {
		s.tag(ring.Inset(-2*bold), v.at)
	}
}

// tag adds the name of the part that is pointed at, above its ring or, in the
// lower half of its view, below, where there is room.
func (s *scene) tag(ring, v panel.Rect) {
	st, room := &s.look.Style, s.plan.key.at
	words := s.look.set(s.look.nameOf(s.look.Pointed), min(room.W-4*st.Space[2], 16*st.Small))
	words.Colour, words.Bold = "on-teal", true
	at := panel.Rect{W: s.look.widthOf(words) + 2*st.Space[3], H: math.Ceil(float64(len(words.Lines))*words.Leading + 2*st.Space[1])}
	at.X = max(room.X, min(room.Right()-at.W, ring.X+(ring.W-at.W)/2))
	at.Y = ring.Y - at.H
	if at.Y < room.Y || ring.Y+ring.H/2 > v.Y+v.H/2 && ring.Bottom()+at.H < room.Bottom() {
		at.Y = min(ring.Bottom(), room.Bottom()-at.H)
	}
	l := &s.add("tag", at).Look
	l.Fill, l.Edge, l.Width, l.Radius, l.Letters = "teal-deep", "paper-raised", 1.5, st.RadiusS, words
}

// widthOf is how wide the widest line is.
func (l *Look) widthOf(words panel.Letters) float64 {
	w := 0.0
	for _, line := range words.Lines {
		w = max(w, l.Measure.Width(line, words.Size, words.Bold))
	}
	return math.Ceil(w)
}

// ties adds what joins the person with the other views: a faint cone from the
// tip to the spine from near, and one from the pump to the pump cut open.
func (s *scene) ties() {
	if s.shown&Body == 0 {
		return
	}
	if s.shown&Spine != 0 {
		s.tie("tie.spine", lens{tip.X + 8, tip.Y, 40}, &s.plan.spine, window)
	}
	if s.shown&Pump != 0 {
		s.tie("tie.pump", lens{smallPump.X, smallPump.Y, 36}, &s.plan.pump, pumpCase)
	}
}

// lens is the place of a circle of the view.
func (v *view) lens(l lens) lens { return lens{v.at.X + l.x*v.f, v.at.Y + l.y*v.f, l.r * v.f} }

// tie draws the two lines that touch a circle of the person and one of another
// view, and what lies between.
func (s *scene) tie(id string, a lens, v *view, b lens) {
	a, b = s.plan.body.lens(a), v.lens(b)
	x, y := min(a.x-a.r, b.x-b.r), min(a.y-a.r, b.y-b.r)
	within := panel.Rect{X: x, Y: y, W: max(a.x+a.r, b.x+b.r) - x, H: max(a.y+a.r, b.y+b.r) - y}
	s.over(id, within, [4]float64{a.x, a.y, b.x, b.y}, func(p *pen) {
		way := math.Atan2(b.y-a.y, b.x-a.x)
		open := math.Acos((a.r - b.r) / math.Hypot(b.x-a.x, b.y-a.y))
		var cone []float64
		for _, end := range []struct {
			of   lens
			side float64
		}{{a, -open}, {b, -open}, {b, open}, {a, open}} {
			sin, cos := math.Sincos(way + end.side)
			cone = append(cone, end.of.x+end.of.r*cos, end.of.y+end.of.r*sin)
		}
		p.faint("line", 0.3, straight(cone...))
		thin := s.look.Style.Thin
		p.line("line", thin, straight(cone[:4]...))
		p.line("line", thin, straight(cone[4:]...))
	})
}
