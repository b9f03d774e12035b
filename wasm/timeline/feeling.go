package timeline

import (
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
	f := &feeling{sheet: c.sheet(at, &s)}
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
	lower(&legend, y)
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

// morphine tells whether the lane's pump gives the drug that the picture is drawn
// for.
func (l Lane) morphine() bool {
	return l.Session.Setup().Prescription.Drug == therapy.Morphine && l.Session.Prescription().Drug == therapy.Morphine
}

// note says what the picture is and is not.
func (f *feeling) note(at panel.Rect) panel.Node {
	text := f.say("feeling.note")
	for i := range f.s.Lanes {
		if !f.s.Lanes[i].morphine() {
			text = sentence(text, f.say("feeling.morphine"))
			break
		}
	}
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
		_, high := f.heads(i, 0)
		free -= high + f.st.Space[3]
	}
	return min(most, max(least, free/lanes))
}

// picture is one lane's feeling.
func (f *feeling) picture(i int, y float64) panel.Node {
	name, id := f.s.Lanes[i].Name, "feeling.lane."+number(i)
	n := panel.Node{ID: id, Role: panel.Picture, Name: f.say("feeling.picture.name"), Bounds: panel.Rect{X: f.at.X, Y: y, W: f.at.W}}
	if name != "" {
		n.Name = f.say("feeling.picture.of", "name", name)
	}
	heads, high := f.heads(i, y)
	y += high
	n.Children = append(heads, f.frame(id, y, f.height))
	for _, t := range f.tiles(f.height) {
		d := f.c.feelings.drawn(feelingKey{f.tileKey(i, t), f.daily}, func(g *panel.Drawing) { f.drawTile(g, i, t) })
		n.Children = append(n.Children, look(f.tileID(id, t), panel.Rect{X: f.x(t.from), Y: y, W: t.w, H: t.h}, d))
	}
	n.Children = append(n.Children, f.cursorAt(id, y))
	n.Description = f.told(i)
	n.Bounds.H = y + f.height - n.Bounds.Y
	return n
}

// heads are what stands over a picture: the lane's name, and beside or below it
// the word that nobody may miss.
func (f *feeling) heads(i int, y float64) (out []panel.Node, high float64) {
	name, id := f.s.Lanes[i].Name, "feeling.lane."+number(i)
	word := f.say("feeling.illustrative")
	wide := f.s.Measure.Width(word, f.em, true) + 0.8*f.em
	x, one := f.at.X, f.em*min(f.st.Leading, 1.4)
	if name != "" {
		label := f.label(id+".name", name, panel.Rect{X: f.at.X, Y: y, W: f.at.W}, f.named())
		out, high = append(out, label), label.Bounds.H
		x += f.s.Measure.Width(name, f.em, true) + 0.6*f.em
		if high > one*1.5 || x+wide > f.at.Right() {
			x, y, high = f.at.X, y+high, high+one
		}
	}
	badge := f.line(id+".illustrative", word, panel.Rect{X: x, Y: y, W: wide}, letters{f.em, true, "ink", panel.Middle})
	badge.Look.Fill, badge.Look.Radius = "metal-soft", f.st.RadiusS
	return append(out, badge), max(high, one) + f.st.Space[1]
}

type feelingKey struct {
	tileKey
	daily units.Mass
}

// cursorAt is the line at the instant looked at.
func (f *feeling) cursorAt(id string, y float64) panel.Node {
	wide := 4 * f.thin
	d := f.c.feelings.drawn(cursorKey{f.height, f.em, false}, func(g *panel.Drawing) {
		g.Stroke("teal-deep", 1.4*f.thin, panel.Path{}.M(wide/2, 0).L(wide/2, f.height))
	})
	return look(id+".cursor", panel.Rect{X: f.x(f.s.at()) - wide/2, Y: y, W: wide, H: f.height}, d)
}
