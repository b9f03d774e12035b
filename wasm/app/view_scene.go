package app

import (
	"math"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// leastPicture is how low the picture may be and still be made out.
func (d *draft) leastPicture(width float64) float64 { return min(19*d.Em, width*0.75) }

// scene shows what happens inside: the date and time, the body and the pump
// cut open, and the alarms. With news, what the picture shows in figures and
// what just happened stand below; otherwise they are a part of their own. The
// picture is as high as asked for, but not less than it needs.
func (d *draft) scene(at panel.Rect, height float64, news bool) panel.Node {
	return d.Card("scene", d.words("scene.name"), at, func(in panel.Rect) []panel.Node {
		blocks := []form.Block{d.Say("clock.time", d.m.date(), d.Title())}
		if d.m.seen(drive.Body) {
			blocks = append(blocks, func(at panel.Rect) panel.Node {
				at.H = max(height, d.leastPicture(at.W))
				return d.picture(at)
			})
		}
		nodes := form.Stack(in, d.Style.Space[2], blocks...)
		in.Y = form.Lowest(in.Y, nodes) + d.Style.Space[3]
		for _, a := range d.alarms(in) {
			nodes = append(nodes, a)
			in.Y = a.Bounds.Bottom() + d.Style.Space[2]
		}
		if news {
			nodes = append(nodes, d.told(in)...)
		}
		return nodes
	})
}

// news is what the picture shows in figures and what just happened, as a part
// of its own.
func (d *draft) news(at panel.Rect) panel.Node {
	return d.Card("news", d.words("scene.news"), at, d.told)
}

// told is the figures, the caption and the way to the names of the parts, from
// the top down.
func (d *draft) told(at panel.Rect) []panel.Node {
	facts := d.facts(at)
	at.Y = form.Lowest(at.Y, facts) + d.Style.Space[3]
	blocks := []form.Block{d.caption}
	if d.m.seen(drive.Body) {
		blocks = append(blocks, d.Check(idNames, d.words("remote.settings.labels"), d.m.wishes.labels))
	}
	return append(facts, form.Stack(at, d.Style.Space[3], blocks...)...)
}

// caption is what just happened, on a ground of its own, with room kept for
// two lines.
func (d *draft) caption(at panel.Rect) panel.Node {
	text := d.m.captionNow()
	l := form.Letters{Size: d.Style.Medium, Colour: "ink"}
	pad := d.Style.Space[3]
	words, h := d.Text("scene.caption", text, panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad}, l)
	at.H = max(h, 2*l.Size*d.Leading(l.Size)) + 2*pad
	return panel.Node{ID: "scene.caption.ground", Bounds: at, Children: []panel.Node{words},
		Look: panel.Look{Fill: "teal-soft", Radius: d.Style.RadiusM}}
}

// captionNow says what just happened; looking back, what had happened last.
func (m *Model) captionNow() string {
	text := m.speech.Caption
	if m.back {
		text = ""
		if e := m.lanes[0].latest(m.backAt, func(e session.Entry) bool { text, _ := m.inWords(e); return text != "" }); e != nil {
			said, _ := m.inWords(*e)
			text = m.clockTime(e.At) + ": " + said
		}
	}
	if text == "" {
		text = m.words.Say("scene.begin")
	}
	return text
}

// facts say in figures what the picture shows.
func (d *draft) facts(at panel.Rect) []panel.Node {
	s := d.now
	l := form.Letters{Size: d.Style.Medium, Colour: "ink"}
	blocks := []form.Block{d.Say("scene.reservoir", d.reservoirWords(s), l)}
	if d.m.believes() {
		blocks = append(blocks, d.Say("scene.believed", d.words("scene.believed", "now", millilitres(s.ComputedReservoir)), l))
	}
	return form.Stack(at, 0, append(blocks, d.Say("scene.flow", d.flowWords(s), l))...)
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
	ng := int64(s.Flow) * int64(s.TipConcentration[m.prescribed().Drug]) / 1000
	step := int64(1)
	for ng/step >= 1000 {
		step *= 10
	}
	return units.Mass((ng + step/2) / step * step)
}

// alarms are the alarms that sound: a strip each, told apart by colour, shape
// and word.
func (d *draft) alarms(at panel.Rect) []panel.Node {
	var out []panel.Node
	for _, a := range d.now.Alarms {
		colour, ground := panel.Token("amber"), panel.Token("amber-soft")
		if a.Class() == pump.Critical {
			colour, ground = "plum", "plum-soft"
		}
		size, pad := d.Style.XLarge, d.Style.Space[3]
		id := "alarm." + a.String()
		words, h := d.Text(id, d.words("alarm."+a.String()),
			panel.Rect{X: at.X + size + 2*pad, Y: at.Y + pad, W: at.W - size - 3*pad}, form.Letters{Size: d.Style.Medium, Bold: true, Colour: "ink"})
		strip := panel.Rect{X: at.X, Y: at.Y, W: at.W, H: max(h, size) + 2*pad}
		sign := d.Drawn(id, []string{form.Fixed(size)}, func() *panel.Drawing { return signDrawing((a.Class() == pump.Critical), size, colour) })
		out = append(out, panel.Node{ID: id + ".strip", Bounds: strip,
			Look: panel.Look{Fill: ground, Edge: colour, Width: d.Style.Thin, Radius: d.Style.RadiusM},
			Children: []panel.Node{words, {ID: id + ".sign",
				Bounds: panel.Rect{X: at.X + pad, Y: strip.Y + (strip.H-size)/2, W: size, H: size},
				Look:   panel.Look{Drawing: sign}}}})
		at.Y = strip.Bottom() + d.Style.Space[2]
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
