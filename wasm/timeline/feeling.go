package timeline

import (
	"math"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// Feeling lays the illustrative picture of relief, drowsiness and pain out at
// the top of a place and as wide as it, over the same window as Draw: one small
// picture for each lane, the axis and the legend. Where at has a height, the
// pictures grow to fill it. The node is the region "feeling"; its bounds say how
// high it came out.
func (c *Chart) Feeling(at panel.Rect, s Scene) panel.Node {
	n := panel.Node{ID: "feeling", Role: panel.Region, Name: s.Words("feeling.name"), Bounds: at}
	if len(s.Lanes) == 0 {
		n.Bounds.H = 0
		return n
	}
	c.read(&s)
	c.feelings.begin()
	f := &feeling{sheet: c.sheet(at, &s, 0)}
	f.daily = s.daily()
	note := f.note(at)
	legend := f.legend(panel.Rect{X: at.X, W: at.W})
	f.height = f.plotHeight(at.H - note.Bounds.H - legend.Bounds.H - f.axisHeight() - 3*f.st.Space[2])
	n.Children = []panel.Node{note}
	y := note.Bounds.Bottom() + f.st.Space[2] + f.st.Space[1]
	for i := range s.Lanes {
		p := f.picture(i, y)
		if y = p.Bounds.Bottom() + f.st.Space[3]; i == len(s.Lanes)-1 {
			p.Children = append(p.Children, f.axis(p.ID, p.Bounds.Bottom()+f.st.Space[1])...)
			p.Bounds.H += f.axisHeight()
			y = p.Bounds.Bottom() + f.st.Space[2]
		}
		n.Children = append(n.Children, p)
	}
	legend = f.legend(panel.Rect{X: at.X, Y: y, W: at.W})
	n.Children = append(n.Children, legend)
	n.Bounds.H = legend.Bounds.Bottom() - at.Y
	return n
}

// feeling is a sheet with the illustrative picture.
type feeling struct {
	*sheet
	daily  units.Mass
	height float64 // of each picture
}

// daily is the dose that the person is settled on.
func (s *Scene) daily() units.Mass {
	if s.Daily > 0 {
		return s.Daily
	}
	return whole(s.Lanes[0].Session.Setup().Prescription.MeanDailyDose())
}

// note says what the picture is and is not.
func (f *feeling) note(at panel.Rect) panel.Node {
	text := f.say("feeling.note")
	n := f.label("feeling.note", text, panel.Rect{X: at.X, Y: at.Y, W: at.W}, letters{f.em, false, "ink-soft", panel.Start})
	n.Role, n.Value = panel.Text, text
	return n
}

// plotHeight is the height of each picture where so much is free; without any
// said, what suits the width.
func (f *feeling) plotHeight(free float64) float64 {
	lanes := float64(len(f.s.Lanes))
	least, most := 5.5*f.em, 12*f.em
	if f.at.H == 0 {
		return min(most, max(least, f.width*0.16/(0.6+0.4*lanes)))
	}
	for i := range f.s.Lanes {
		free -= f.heading(i) + f.st.Space[3]
	}
	return min(most, max(least, free/lanes))
}

// picture is one lane's feeling.
func (f *feeling) picture(i int, y float64) panel.Node {
	name, id := f.s.Lanes[i].Name, "feeling.lane."+number(i)
	n := panel.Node{ID: id, Role: panel.Picture, Name: f.say("feeling.picture"), Bounds: panel.Rect{X: f.at.X, Y: y, W: f.at.W}}
	if name != "" {
		n.Name = f.say("feeling.picture.of", "name", name)
		n.Children = append(n.Children, f.label(id+".name", name, panel.Rect{X: f.at.X, Y: y, W: f.at.W}, f.named()))
	}
	y += f.heading(i)
	for _, t := range f.tiles(f.height) {
		d := f.c.feelings.drawn(feelingKey{f.tileKey(i, t), f.daily}, func(g *panel.Drawing) { f.drawTile(g, i, t) })
		n.Children = append(n.Children, look(f.tileID(id, t), panel.Rect{X: f.x(t.from), Y: y, W: t.w, H: t.h}, d))
	}
	word := f.say("feeling.illustrative")
	wide := f.s.Measure.Width(word, f.em, true) + 0.8*f.em
	badge := f.line(id+".illustrative", word, panel.Rect{X: f.left + f.st.Space[1], Y: y + f.st.Space[1], W: wide},
		letters{f.em, true, "ink-soft", panel.Middle})
	badge.Look.Fill, badge.Look.Radius = "paper-raised", f.st.RadiusS
	n.Children = append(n.Children, badge, f.cursorAt(id, y))
	n.Description = f.told(i)
	n.Bounds.H = y + f.height - n.Bounds.Y
	return n
}

type feelingKey struct {
	tileKey
	daily units.Mass
}

// cursorAt is the line at the instant looked at.
func (f *feeling) cursorAt(id string, y float64) panel.Node {
	wide := 4 * f.st.Thin
	d := f.c.feelings.drawn(cursorKey{f.height, false}, func(g *panel.Drawing) {
		g.Stroke("teal-deep", 1.4*f.st.Thin, panel.Path{}.M(wide/2, 0).L(wide/2, f.height))
	})
	return look(id+".cursor", panel.Rect{X: f.x(f.s.at()) - wide/2, Y: y, W: wide, H: f.height}, d)
}

// apiece is how many CSS pixels lie between two points of a curve.
const apiece = 2.5

// drawTile draws a tile: under everything the flares, then what is left of the
// pain, drowsiness and relief.
func (f *feeling) drawTile(g *panel.Drawing, lane int, t tile) {
	f.ground(g, t)
	step := max(1, units.Span(float64(t.end-t.from)*apiece/t.w))
	margin := step * 2
	moments := f.c.records[lane].Moments(f.daily, t.from-units.Instant(margin), min(t.to.Add(margin), f.until), step)
	if len(moments) == 0 {
		return
	}
	relief := func(m Moment) [variants]float64 { return m.Relief }
	drowsiness := func(m Moment) [variants]float64 { return m.Drowsiness }
	f.band(g, t, moments, "teal-soft", relief)
	f.band(g, t, moments, "metal-soft", drowsiness)
	f.pain(g, t, moments)
	f.dashes(g, t, moments, drowsiness)
	g.Stroke("teal-deep", 1.8*f.st.Thin, f.curve(t, moments, func(m Moment) float64 { return middle(relief(m)) }))
	g.Stroke("ink-faint", f.st.Thin, panel.Path{}.M(-beyond, t.h-f.st.Thin/2).L(t.x(t.to)+beyond, t.h-f.st.Thin/2))
}

// y is where a value from 0 to 100 stands in a picture.
func (f *feeling) y(v float64) float64 {
	room := 2 * f.st.Thin
	return f.height - room - v/100*(f.height-2*room)
}

// middle is between the usual body and the slow one.
func middle(v [variants]float64) float64 { return (v[0] + v[1]) / 2 }

func (f *feeling) curve(t tile, moments []Moment, of func(Moment) float64) panel.Path {
	var p panel.Path
	for i, m := range moments {
		if x, y := t.x(m.At), f.y(of(m)); i == 0 {
			p = p.M(x, y)
		} else {
			p = p.L(x, y)
		}
	}
	return p
}

// band is the spread between the two bodies.
func (f *feeling) band(g *panel.Drawing, t tile, moments []Moment, fill panel.Token, of func(Moment) [variants]float64) {
	p := f.curve(t, moments, func(m Moment) float64 { v := of(m); return max(v[0], v[1]) + leastSpread })
	for i := len(moments) - 1; i >= 0; i-- {
		v := of(moments[i])
		p = p.L(t.x(moments[i].At), f.y(max(0, min(v[0], v[1])-leastSpread)))
	}
	g.Add(fill, p.Z())
}

// leastSpread widens the bands, since two bodies are not all there are. [design]
const leastSpread = 4.0

// dashes are a broken line, so that the two curves differ in more than colour.
func (f *feeling) dashes(g *panel.Drawing, t tile, moments []Moment, of func(Moment) [variants]float64) {
	const on, off = 3, 2 // points
	at := int(math.Round(float64(moments[0].At) / float64(t.end-t.from) * t.w / apiece))
	var p panel.Path
	pen := false
	for i, m := range moments {
		x, y := t.x(m.At), f.y(middle(of(m)))
		switch draw := (at+i)%(on+off) < on; {
		case draw && pen:
			p = p.L(x, y)
		case draw:
			p = p.M(x, y).L(x+0.01, y)
			pen = true
		default:
			pen = false
		}
	}
	g.Stroke("metal-deep", 1.8*f.st.Thin, p)
}

// pain draws each flare: its outline is how strong it is, the filled part what
// the relief leaves of it.
func (f *feeling) pain(g *panel.Drawing, t tile, moments []Moment) {
	for _, flare := range f.s.Flares {
		var part []Moment
		for _, m := range moments {
			if flare.At <= m.At && m.At <= flare.At.Add(flare.Lasts) {
				part = append(part, m)
			}
		}
		if len(part) < 2 {
			continue
		}
		left := f.curve(t, part, func(m Moment) float64 { return flare.left(m) })
		base := f.y(0)
		g.Add("skin", under(left, base))
		g.Stroke("skin-line", f.st.Thin, f.curve(t, part, func(m Moment) float64 { return flare.strength(m.At) }))
		g.Stroke("skin-line", 1.8*f.st.Thin, left)
	}
}

// strength is how strong a flare is at an instant, 0 to 100: it rises and falls
// over a quarter of its time each. [design]
func (f Flare) strength(at units.Instant) float64 {
	part := float64(at-f.At) / float64(f.Lasts)
	edge := min(1, 4*min(part, 1-part))
	if edge <= 0 {
		return 0
	}
	return float64(f.Strength) * 10 * (1 - math.Cos(edge*math.Pi)) / 2
}

// left is what the relief leaves of a flare, 0 to 100.
func (f Flare) left(m Moment) float64 { return f.strength(m.At) * (1 - middle(m.Relief)/100) }

// told says in words how the picture stands at the instant looked at.
func (f *feeling) told(i int) string {
	at := f.s.at()
	m := f.c.records[i].Moments(f.daily, at, at, units.Minute)[0]
	said := f.say("feeling.told", "time", f.s.Calendar.Long(minute(at)),
		"relief", f.say("feeling.relief."+level(middle(m.Relief))), "drowsiness", f.say("feeling.drowsiness."+level(middle(m.Drowsiness))))
	drug := ""
	if f.s.Lanes[i].Session.Setup().Prescription.Drug != therapy.Morphine {
		drug = f.say("feeling.morphine")
	}
	return sentence(f.say("feeling.illustrative")+".", said, drug, f.pains(i, at), f.say("feeling.predicts"), f.times())
}

// pains says what is left of the pain, in the flare that is now or was last.
func (f *feeling) pains(i int, at units.Instant) string {
	for k := len(f.s.Flares) - 1; k >= 0; k-- {
		flare := f.s.Flares[k]
		if flare.At >= at || flare.At.Add(flare.Lasts) <= f.w.from {
			continue
		}
		mid := min(at, flare.At.Add(flare.Lasts/2))
		m := f.c.records[i].Moments(f.daily, mid, mid, units.Minute)[0]
		return f.say("feeling.pain."+level(100-middle(m.Relief)), "time", f.s.Calendar.Clock(minute(flare.At)))
	}
	return ""
}

// level is a word for a value from 0 to 100. [design]
func level(v float64) string {
	switch {
	case v < 15:
		return "hardly"
	case v < 40:
		return "little"
	case v < 70:
		return "fair"
	}
	return "much"
}

// legend names the curves.
func (f *feeling) legend(at panel.Rect) panel.Node {
	s := f.sign()
	entries := []entry{
		{"relief", curveSign("teal-soft", "teal-deep", 1.8*f.st.Thin, false, s), f.say("feeling.legend.relief")},
		{"drowsiness", curveSign("metal-soft", "metal-deep", 1.8*f.st.Thin, true, s), f.say("feeling.legend.drowsiness")},
	}
	if len(f.s.Flares) > 0 {
		entries = append(entries, entry{"pain", painSign(f.st.Thin, s), f.say("feeling.legend.pain")})
	}
	return f.list("feeling.legend", f.say("feeling.legend"), at, entries)
}

// curveSign is a piece of a curve in its band.
func curveSign(band, line panel.Token, width float64, dashed bool, s float64) func(*panel.Drawing) {
	return func(g *panel.Drawing) {
		g.Add(band, panel.RoundRect(panel.Rect{Y: s * 0.1, W: s, H: s * 0.8}, s*0.1))
		if !dashed {
			g.Stroke(line, width, panel.Path{}.M(width, s/2).L(s-width, s/2))
			return
		}
		g.Stroke(line, width, panel.Path{}.M(s*0.12, s/2).L(s*0.34, s/2).M(s*0.66, s/2).L(s*0.88, s/2))
	}
}

// painSign is a flare: its outline, and what is left of it.
func painSign(thin, s float64) func(*panel.Drawing) {
	hill := func(top float64) panel.Path {
		return panel.Path{}.M(thin, s*0.9).C(s*0.3, s*0.9, s*0.25, top, s/2, top).C(s*0.75, top, s*0.7, s*0.9, s-thin, s*0.9)
	}
	return func(g *panel.Drawing) {
		g.Add("skin", hill(s*0.5).Z())
		g.Stroke("skin-line", thin, hill(s*0.1))
		g.Stroke("skin-line", 1.8*thin, hill(s*0.5))
	}
}
