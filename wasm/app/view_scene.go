package app

import (
	"math"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// leastPicture is how low the picture may be and still be made out.
func (d *draft) leastPicture(width float64) float64 { return min(11*d.em, width*0.6) }

// scene shows what happens inside: the date and time, the body and the pump
// cut open, and the alarms. With news, what the picture shows in figures and
// what just happened stand below; otherwise they are a part of their own. The
// picture is as high as asked for, but not less than it needs.
func (d *draft) scene(at panel.Rect, height float64, news bool) panel.Node {
	n := d.card(panel.Node{ID: "scene", Role: panel.Region, Name: d.words("scene.name"), Bounds: at})
	in := at.Inset(d.st.Space[4])
	date, h := d.text("clock.time", d.m.date(),
		in, letters{d.st.Large, true, "ink", panel.Start})
	y := in.Y + h + d.st.Space[2]
	picture := d.picture(panel.Rect{X: in.X, Y: y, W: in.W, H: max(height, d.leastPicture(at.W))})
	n.Children = []panel.Node{date, picture}
	y = picture.Bounds.Bottom()
	for _, a := range d.alarms(panel.Rect{X: in.X, Y: y + d.st.Space[3], W: in.W}) {
		n.Children = append(n.Children, a)
		y = max(y, a.Bounds.Bottom())
	}
	if news {
		told := d.told(panel.Rect{X: in.X, Y: y + d.st.Space[2], W: in.W})
		n.Children = append(n.Children, told...)
		y = told[len(told)-1].Bounds.Bottom()
	}
	n.Bounds.H = y + d.st.Space[4] - at.Y
	return n
}

// news is what the picture shows in figures and what just happened, as a part
// of its own.
func (d *draft) news(at panel.Rect) panel.Node {
	n := d.card(panel.Node{ID: "news", Role: panel.Region, Name: d.words("scene.news"), Bounds: at})
	n.Children = d.told(at.Inset(d.st.Space[4]))
	n.Bounds.H = n.Children[len(n.Children)-1].Bounds.Bottom() + d.st.Space[4] - at.Y
	return n
}

// card gives a part the ground and rim that parts have.
func (d *draft) card(n panel.Node) panel.Node {
	n.Look = panel.Look{Fill: "paper-raised", Edge: "line", Width: d.st.Thin, Radius: d.st.RadiusM}
	return n
}

// told is the figures and the caption, from the top down; the last is the
// lowest.
func (d *draft) told(at panel.Rect) []panel.Node {
	facts := d.facts(at)
	caption := d.caption(panel.Rect{X: at.X, Y: facts[len(facts)-1].Bounds.Bottom() + d.st.Space[3], W: at.W})
	return append(facts, caption)
}

// caption is what just happened, on a ground of its own, with room kept for
// two lines.
func (d *draft) caption(at panel.Rect) panel.Node {
	text := d.m.speech.caption
	if text == "" {
		text = d.words("scene.begin")
	}
	l := letters{d.st.Medium, false, "ink", panel.Start}
	pad := d.st.Space[3]
	words, h := d.text("scene.caption", text, panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad}, l)
	at.H = max(h, 2*l.size*d.leading(l.size)) + 2*pad
	return panel.Node{ID: "scene.ground", Bounds: at, Children: []panel.Node{words},
		Look: panel.Look{Fill: "teal-soft", Radius: d.st.RadiusM}}
}

// facts say in figures what the picture shows.
func (d *draft) facts(at panel.Rect) []panel.Node {
	s := d.now
	l := letters{d.st.Medium, false, "ink", panel.Start}
	holds, h := d.text("scene.reservoir", d.reservoirWords(s), at, l)
	at.Y += h
	flows, _ := d.text("scene.flow", d.flowWords(s), at, l)
	return []panel.Node{holds, flows}
}

// reservoirWords say what is truly left.
func (d *draft) reservoirWords(s pump.Status) string {
	return d.words("scene.reservoir", "now", millilitres(s.TrueReservoir), "all", number(int(d.m.capacity()/1_000_000)))
}

// flowWords say what truly flows. What the pump was told to give is not it: a
// motor may stand, and a reservoir may be empty.
func (d *draft) flowWords(s pump.Status) string {
	switch {
	case s.Rate == 0:
		return d.words("scene.flowing.stopped")
	case s.Rotor == 0:
		return d.words("scene.flowing.stands")
	case s.Flow == 0:
		return d.words("scene.flowing.empty")
	case s.Bolus != nil && s.Bolus.Kind == pump.PatientBolus:
		return d.words("scene.flowing.bolus")
	}
	daily := d.m.daily(s)
	key := "scene.flow"
	if s.Bolus != nil {
		key = "scene.flowing.other"
	}
	return d.words(key, "dose", daily.String())
}

// daily is what truly reaches the fluid in a day at the present flow, of the
// drug that is prescribed, to three figures.
func (m *Model) daily(s pump.Status) units.Mass {
	ng := int64(s.Flow) * int64(s.TipConcentration[m.session.Prescription().Drug]) / 1000
	step := int64(1)
	for ng/step >= 1000 {
		step *= 10
	}
	return units.Mass((ng + step/2) / step * step)
}

func (m *Model) capacity() units.Volume { return m.scenario.Setup.Model.Capacity() }

// alarms are the alarms that sound: a strip each, told apart by colour, shape
// and word.
func (d *draft) alarms(at panel.Rect) []panel.Node {
	var out []panel.Node
	for _, a := range d.now.Alarms {
		colour, ground := panel.Token("amber"), panel.Token("amber-soft")
		if a.Class() == pump.Critical {
			colour, ground = "plum", "plum-soft"
		}
		size, pad := d.st.XLarge, d.st.Space[3]
		id := "alarm." + a.String()
		words, h := d.text(id, d.words("alarm."+a.String()),
			panel.Rect{X: at.X + size + 2*pad, Y: at.Y + pad, W: at.W - size - 3*pad}, letters{d.st.Medium, true, "ink", panel.Start})
		strip := panel.Rect{X: at.X, Y: at.Y, W: at.W, H: max(h, size) + 2*pad}
		sign := d.m.drawn(id, []string{fixed(size)}, func() *panel.Drawing { return signDrawing((a.Class() == pump.Critical), size, colour) })
		out = append(out, panel.Node{ID: id + ".strip", Bounds: strip,
			Look: panel.Look{Fill: ground, Edge: colour, Width: d.st.Thin, Radius: d.st.RadiusM},
			Children: []panel.Node{words, {ID: id + ".sign",
				Bounds: panel.Rect{X: at.X + pad, Y: strip.Y + (strip.H-size)/2, W: size, H: size},
				Look:   panel.Look{Drawing: sign}}}})
		at.Y = strip.Bottom() + d.st.Space[2]
	}
	return out
}

// signDrawing is the sign of an alarm: a triangle for a non-critical one, an
// octagon for a critical one, each with a mark in it.
func signDrawing(critical bool, s float64, colour panel.Token) *panel.Drawing {
	g := &panel.Drawing{}
	corners, turn := 3, -math.Pi/2
	if critical {
		corners, turn = 8, math.Pi/8
	}
	var p panel.Path
	for i := range corners {
		a := turn + 2*math.Pi*float64(i)/float64(corners)
		x, y := s/2+s*0.44*math.Cos(a), s/2+s*0.44*math.Sin(a)
		if i == 0 {
			p = p.M(x, y)
		} else {
			p = p.L(x, y)
		}
	}
	p = p.Z()
	g.Add(colour, p)
	g.Stroke(colour, s*0.1, p)
	g.Stroke("paper-raised", s*0.1, panel.Path{}.M(s/2, s*0.32).L(s/2, s*0.54))
	g.Add("paper-raised", panel.Circle(s/2, s*0.7, s*0.06))
	return g
}

// picture is the body and the pump, side by side, with the names of their parts
// where there is room for them.
func (d *draft) picture(at panel.Rect) panel.Node {
	s := d.now
	n := panel.Node{ID: "scene.picture", Role: panel.Picture, Name: d.words("scene.picture"), Bounds: at}
	n.Description = d.reservoirWords(s) + ". " + d.flowWords(s) + ". " + d.words("scene.drawn")
	names := at.W >= namesFrom*d.em && at.H >= 18*d.em
	room := at
	if names {
		room = panel.Rect{X: at.X + 8*d.em, Y: at.Y, W: at.W - 15*d.em, H: at.H}
	}
	f := min(room.H/bodyH, room.W*0.4/bodyW)
	g := min(room.H, room.W-bodyW*f-d.gap-24*room.H/pumpBox) / pumpBox
	left := max(0, (room.W-bodyW*f-d.gap-pumpBox*g)/2)
	figure := panel.Rect{X: room.X + left, Y: at.Y + (at.H-bodyH*f)/2, W: bodyW * f, H: bodyH * f}
	machine := panel.Rect{X: figure.Right() + d.gap, Y: at.Y + (at.H-pumpBox*g)/2, W: pumpBox * g, H: pumpBox * g}
	n.Children = append(d.figure(figure, f, s), d.lens(figure, machine, f, g))
	n.Children = append(n.Children, d.machine(machine, g, s)...)
	if names {
		n.Children = append(n.Children, d.names(figure, machine, f, g)...)
		for _, p := range parts {
			n.Description += " " + d.words("scene.part."+p.word) + "."
		}
	}
	return n
}

// namesFrom is how wide the picture must be to have its parts named, in ems.
const namesFrom = 46.0

// parts are the parts that are named: where each is, in the units of the body
// or of the pump. The body's names stand to its left, the pump's to its right.
var parts = []struct {
	word string
	body bool
	at   panel.Point
}{
	{"cord", true, panel.Point{X: bodyW - 105, Y: 70}},
	{"tip", true, tip},
	{"catheter", true, panel.Point{X: bodyW - 105, Y: 206}},
	{"rotor", false, panel.Point{X: rotorAt.X + 18, Y: rotorAt.Y - 38}},
	{"battery", false, panel.Point{X: batteryAt.X + 26, Y: batteryAt.Y + 28}},
	{"reservoir", false, panel.Point{X: chamber.X + chamber.W - 30, Y: chamber.Y + 40}},
}

// names are the parts' names beside the picture, each with a line to its part.
// The picture's description says them to a listener.
func (d *draft) names(figure, machine panel.Rect, f, g float64) []panel.Node {
	var out []panel.Node
	for _, p := range parts {
		l := letters{d.st.Small, false, "ink-soft", panel.Start}
		word := d.words("scene.part." + p.word)
		from, at := panel.Point{X: figure.X + p.at.X*f, Y: figure.Y + p.at.Y*f}, panel.Rect{W: 7 * d.em}
		set, h := d.set(word, at.W, l)
		at.H = h
		end := from
		if p.body {
			at.X = figure.X - 7.5*d.em
			end.X = at.X + d.widest(set) + d.em/2
		} else {
			from = panel.Point{X: machine.X + p.at.X*g, Y: machine.Y + p.at.Y*g}
			at.X = machine.Right() + d.em
			end = panel.Point{X: at.X - d.em/2, Y: from.Y}
		}
		at.Y = from.Y - h/2
		out = append(out, d.pointer("scene.line."+p.word, end, from),
			panel.Node{ID: "scene.name." + p.word, Bounds: at, Look: panel.Look{Letters: set}})
	}
	return out
}

func (d *draft) widest(l panel.Letters) float64 {
	w := 0.0
	for _, line := range l.Lines {
		w = max(w, d.m.measure.Width(line, l.Size, l.Bold))
	}
	return w
}

// pointer is a level line from a name to its part, with a dot at the part.
func (d *draft) pointer(id string, name, part panel.Point) panel.Node {
	r := 2.7 * d.st.Thin
	at := panel.Rect{X: min(name.X, part.X) - r, Y: part.Y - r, W: math.Abs(name.X-part.X) + 2*r, H: 2 * r}
	drawing := d.m.drawn(id, []string{fixed(name.X), fixed(part.X)}, func() *panel.Drawing {
		g := &panel.Drawing{}
		g.Stroke("ink-faint", d.st.Thin, panel.Path{}.M(name.X-at.X, r).L(part.X-at.X, r))
		g.Add("paper-raised", panel.Circle(part.X-at.X, r, r))
		g.Add("ink-soft", panel.Circle(part.X-at.X, r, 0.7*r))
		return g
	})
	return panel.Node{ID: id, Bounds: at, Look: panel.Look{Drawing: drawing}}
}

// lens ties the small pump in the body to the large one beside it.
func (d *draft) lens(figure, machine panel.Rect, f, g float64) panel.Node {
	at := panel.Rect{X: figure.X, Y: machine.Y, W: machine.Right() - figure.X, H: max(machine.H, figure.H)}
	from := panel.Point{X: pumpX * f, Y: figure.Y - at.Y + pumpY*f}
	to := panel.Point{X: machine.X - at.X + 150*g, Y: 150 * g}
	drawing := d.m.drawn("lens", []string{fixed(from.X), fixed(from.Y), fixed(to.X), fixed(g)}, func() *panel.Drawing {
		l := &panel.Drawing{}
		for _, side := range []float64{-1, 1} {
			r, R := (pumpR+1.5)*f, 128*g
			tilt := math.Atan2(to.Y-from.Y, to.X-from.X) + side*math.Acos((r-R)/math.Hypot(to.X-from.X, to.Y-from.Y))
			l.Stroke("ink-faint", d.st.Thin, panel.Path{}.
				M(from.X+r*math.Cos(tilt), from.Y+r*math.Sin(tilt)).
				L(to.X+R*math.Cos(tilt), to.Y+R*math.Sin(tilt)))
		}
		return l
	})
	return panel.Node{ID: "scene.lens", Bounds: at, Look: panel.Look{Drawing: drawing}}
}

// figure is the body with the drug on its way in the catheter.
func (d *draft) figure(at panel.Rect, f float64, s pump.Status) []panel.Node {
	drawing := d.m.drawn("body", []string{fixed(f)}, func() *panel.Drawing { return body(f) })
	out := []panel.Node{{ID: "scene.body", Bounds: at, Look: panel.Look{Drawing: drawing}}}
	return append(out, d.beads("scene.bead", at, catheterTrack, f, 9, s)...)
}

var catheterTrack = trackOf(catheterRoute())

// beads show the drug moving along a track: in step with the rotor, larger
// while a dose is given, still when nothing flows.
func (d *draft) beads(id string, at panel.Rect, t track, f float64, n int, s pump.Status) []panel.Node {
	r := 1.7 * f
	if s.Bolus != nil {
		r = 2.6 * f
	}
	drawing := d.m.drawn(id, []string{fixed(r)}, func() *panel.Drawing { return dot(r) })
	_, phase := math.Modf(d.m.phase * 2)
	var out []panel.Node
	for i := range n {
		p := t.at((float64(i) + phase) / float64(n))
		out = append(out, panel.Node{ID: id + "." + number(i),
			Bounds: panel.Rect{X: at.X + p.X*f - r, Y: at.Y + p.Y*f - r, W: 2 * r, H: 2 * r},
			Look:   panel.Look{Drawing: drawing}})
	}
	return out
}

// machine is the pump cut open.
func (d *draft) machine(at panel.Rect, g float64, s pump.Status) []panel.Node {
	size := []string{fixed(g)}
	place := func(r panel.Rect) panel.Rect {
		return panel.Rect{X: at.X + r.X*g, Y: at.Y + r.Y*g, W: r.W * g, H: r.H * g}
	}
	wheel := panel.Rect{X: rotorAt.X - rotorR - 8, Y: rotorAt.Y - rotorR - 8, W: 2*rotorR + 16, H: 2*rotorR + 16}
	out := []panel.Node{
		{ID: "pump.case", Bounds: place(panel.Rect{X: -pumpMargin, W: pumpBox + pumpMargin, H: pumpBox}),
			Look: panel.Look{Drawing: d.m.drawn("case", size, func() *panel.Drawing { return pumpCase(g) })}},
		{ID: "pump.liquid", Bounds: place(chamber),
			Look: panel.Look{Drawing: d.m.drawn("liquid", size, func() *panel.Drawing { return liquid(g) }), From: d.m.emptyPart(s)}},
		{ID: "pump.gauge", Bounds: place(chamber),
			Look: panel.Look{Drawing: d.m.drawn("gauge", size, func() *panel.Drawing { return gauge(g) })}},
		{ID: "pump.rotor", Bounds: place(wheel),
			Look: panel.Look{Drawing: d.m.drawn("rotor", size, func() *panel.Drawing { return rotor(g) }), Turn: d.m.phase * 2 * math.Pi}},
	}
	return append(out, d.sound(at, g, s)...)
}

// emptyPart is how much of the reservoir's height is empty.
func (m *Model) emptyPart(s pump.Status) float64 {
	return 1 - float64(s.TrueReservoir)/float64(m.capacity())
}

// sound shows that an alarm sounds, in the colour of the graver class.
func (d *draft) sound(at panel.Rect, g float64, s pump.Status) []panel.Node {
	if len(s.Alarms) == 0 {
		return nil
	}
	colour := panel.Token("amber")
	for _, a := range s.Alarms {
		if a.Class() == pump.Critical {
			colour = "plum"
		}
	}
	drawing := d.m.drawn("waves", []string{fixed(g), string(colour)}, func() *panel.Drawing { return waves(g, colour) })
	at.W += 24 * g
	return []panel.Node{{ID: "pump.waves", Bounds: at, Look: panel.Look{Drawing: drawing}}}
}
