package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// labels adds a button for every part, and what ties it to the part.
func (s *scene) labels() {
	spots := make([]spot, len(s.plan.chips))
	for i, c := range s.plan.chips {
		spots[i], _ = spotOf(Parts[c.part], s.plan.shown())
		from := panel.Point{X: c.at.X, Y: c.at.Y + c.at.H/2}
		switch {
		case s.plan.numbers:
			from = s.mark(spots[i])
		case c.side == -1:
			from.X = c.at.Right()
		}
		s.leader(c, from, s.plan.of(spots[i].view).point(spots[i].at))
	}
	for i, c := range s.plan.chips {
		s.chip(c, spots[i])
	}
}

func (s *scene) chip(c chip, spot spot) {
	part := Parts[c.part]
	st := s.look.Style
	id := "part." + part
	if s.painter.ID != "" {
		id = s.painter.name(id)
	}
	n := panel.Node{ID: id, Role: panel.Button, Name: s.look.nameOf(part), Bounds: c.at,
		Look: panel.Look{Fill: "paper-raised", Edge: "ink-faint", Width: st.Thin, Radius: st.RadiusS}}
	if part == s.look.Pointed {
		n.Look.Fill, n.Look.Edge, n.Look.Width = "teal-soft", "teal-deep", st.Bold
	}
	number := itoa(c.part + 1)
	if s.plan.numbers {
		n.Description = s.look.Words("picture.number", "number", number)
		n.Children = []panel.Node{s.numeral(id+".dot", number, s.mark(spot))}
	}
	switch {
	case c.number:
		n.Look.Letters = s.figure(number, "ink")
	case s.plan.numbers:
		in := c.at
		aside := s.look.badge() + st.Space[1] + st.Space[2]
		in.X, in.W = in.X+aside, in.W-aside-st.Space[1]
		words := c.words
		words.Align = panel.Start
		h := float64(len(words.Lines)) * words.Leading
		in.Y, in.H = in.Y+(in.H-h)/2, h
		n.Children = append(n.Children,
			panel.Node{ID: id + ".words", Bounds: in, Look: panel.Look{Letters: words}},
			s.numeral(id+".number", number, panel.Point{X: c.at.X + st.Space[1] + s.look.badge()/2, Y: c.at.Y + c.at.H/2}))
	default:
		n.Look.Letters = c.words
	}
	s.out = append(s.out, n)
}

func (s *scene) figure(number string, colour panel.Token) panel.Letters {
	size := s.look.Style.Small
	return panel.Letters{Lines: []string{number}, Size: size, Leading: 1.25 * size, Bold: true, Colour: colour, Align: panel.Middle}
}

// numeral is a number in its circle.
func (s *scene) numeral(id, number string, at panel.Point) panel.Node {
	d := s.look.badge()
	return panel.Node{ID: id, Bounds: panel.Rect{X: at.X - d/2, Y: at.Y - d/2, W: d, H: d},
		Look: panel.Look{Fill: "teal-deep", Edge: "paper-raised", Width: 1.5, Radius: d / 2, Letters: s.figure(number, "on-teal")}}
}

// mark is where the number of a part stands.
func (s *scene) mark(spot spot) panel.Point {
	room, r := s.plan.key.at, s.look.badge()/2
	at := s.plan.of(spot.view).point(spot.mark)
	return panel.Point{X: max(room.X+r, min(room.Right()-r, at.X)), Y: max(room.Y+r, at.Y)}
}

// leader adds a line from a part's name or number to the part.
func (s *scene) leader(c chip, from, to panel.Point) {
	thin := s.look.Style.Thin
	r := 4 * thin
	at, _, _ := snapped(panel.Rect{X: min(from.X, to.X) - r, Y: min(from.Y, to.Y) - r,
		W: math.Abs(from.X-to.X) + 2*r, H: math.Abs(from.Y-to.Y) + 2*r})
	id := "line." + Parts[c.part]
	drawing := s.painter.drawn(sketchKey{id, thin, from.X - to.X, from.Y - to.Y, int(at.W*1e4 + at.H)}, func(p *pen) {
		p.f, p.x, p.y = 1, -at.X, -at.Y
		line := panel.Path{}.M(from.X, from.Y).L(to.X, to.Y)
		p.shade("paper-raised", 0.85, 3*thin, line)
		p.line("ink-soft", thin, line)
		p.shape("paper-raised", "ink-soft", thin, panel.Circle(to.X, to.Y, 2.2*thin))
	})
	s.out = append(s.out, panel.Node{ID: s.painter.name(id), Bounds: at, Look: panel.Look{Drawing: drawing}})
}

// pointed adds the ring around the part that is pointed at, and its name where
// no button says it.
func (s *scene) pointed() {
	spot, ok := spotOf(s.look.Pointed, s.plan.shown())
	if !ok {
		return
	}
	v, st := s.plan.of(spot.view), s.look.Style
	r := v.rect(spot.ring)
	more := max(0, (40-min(r.W, r.H))/2) + 2*st.Bold
	at, dx, dy := snapped(r.Inset(-more))
	key := sketchKey{"ring " + s.look.Pointed, v.f, dx, dy, 0}
	drawing := s.painter.drawn(key, func(p *pen) {
		p.f = 1
		ring := panel.RoundRect(panel.Rect{W: at.W, H: at.H}.Inset(1.3*st.Bold), spot.round*v.f+more)
		p.line("paper-raised", 2.4*st.Bold, ring)
		p.line("coral", 1.2*st.Bold, ring)
	})
	s.out = append(s.out, panel.Node{ID: s.painter.name("ring"), Bounds: at, Look: panel.Look{Drawing: drawing}})
	if !s.look.Labels {
		s.tag(at, v.at)
	}
}

// tag adds the name of the part that is pointed at, above its ring or, in the
// lower half of its view, below, where there is room.
func (s *scene) tag(ring, v panel.Rect) {
	st, room := s.look.Style, s.plan.key.at
	words := s.look.set(s.look.nameOf(s.look.Pointed), min(room.W-4*st.Space[2], 16*st.Small))
	words.Colour, words.Bold = "on-teal", true
	w := 0.0
	for _, line := range words.Lines {
		w = max(w, s.look.Measure.Width(line, words.Size, true))
	}
	at := panel.Rect{W: math.Ceil(w + 2*st.Space[3]), H: math.Ceil(float64(len(words.Lines))*words.Leading + 2*st.Space[1])}
	at.X = max(room.X, min(room.Right()-at.W, ring.X+(ring.W-at.W)/2))
	at.Y = ring.Y - at.H - 2
	if at.Y < room.Y || ring.Y+ring.H/2 > v.Y+v.H/2 && ring.Bottom()+2+at.H < room.Bottom() {
		at.Y = min(ring.Bottom()+2, room.Bottom()-at.H)
	}
	s.out = append(s.out, panel.Node{ID: s.painter.name("tag"), Bounds: at,
		Look: panel.Look{Fill: "teal-deep", Edge: "paper-raised", Width: 1.5, Radius: st.RadiusS, Letters: words}})
}

// ties adds what joins the person with the other views: a faint cone from the
// tip to the spine from near, and one from the pump to the pump cut open.
func (s *scene) ties() {
	b := s.plan.body
	if b.f == 0 {
		return
	}
	if v := s.plan.spine; v.f > 0 {
		s.tie("tie.spine", b.lens(lens{tip.X + 8, tip.Y, 40}), v.lens(window))
	}
	if v := s.plan.pump; v.f > 0 {
		s.tie("tie.pump", b.lens(lens{smallPump.X + smallPump.W/2, smallPump.Y + smallPump.H/2, 36}), v.lens(pumpCase))
	}
}

// lens is the place of a circle of the view.
func (v view) lens(l lens) lens { return lens{v.at.X + l.x*v.f, v.at.Y + l.y*v.f, l.r * v.f} }

// tie draws the two lines that touch both circles, and what lies between.
func (s *scene) tie(id string, a, b lens) {
	x, y := min(a.x-a.r, b.x-b.r), min(a.y-a.r, b.y-b.r)
	box := panel.Rect{X: x, Y: y, W: max(a.x+a.r, b.x+b.r) - x, H: max(a.y+a.r, b.y+b.r) - y}
	at, _, _ := snapped(box)
	dx, dy := b.x-a.x, b.y-a.y
	key := sketchKey{id, a.r, dx, dy, int(b.r * 100)}
	drawing := s.painter.drawn(key, func(p *pen) {
		p.f, p.x, p.y = 1, -at.X, -at.Y
		far, way := math.Hypot(dx, dy), math.Atan2(dy, dx)
		open := math.Acos((a.r - b.r) / far)
		var ends [4]panel.Point
		for i, side := range []float64{-1, 1} {
			sin, cos := math.Sincos(way + side*open)
			ends[i] = panel.Point{X: a.x + a.r*cos, Y: a.y + a.r*sin}
			ends[3-i] = panel.Point{X: b.x + b.r*cos, Y: b.y + b.r*sin}
		}
		cone := panel.Path{}.M(ends[0].X, ends[0].Y).L(ends[1].X, ends[1].Y).L(ends[2].X, ends[2].Y).L(ends[3].X, ends[3].Y).Z()
		p.faint("line", 0.3, cone)
		p.line("line", s.look.Style.Thin, panel.Path{}.M(ends[0].X, ends[0].Y).L(ends[3].X, ends[3].Y))
		p.line("line", s.look.Style.Thin, panel.Path{}.M(ends[1].X, ends[1].Y).L(ends[2].X, ends[2].Y))
	})
	s.out = append(s.out, panel.Node{ID: s.painter.name(id), Bounds: at, Look: panel.Look{Drawing: drawing}})
}
