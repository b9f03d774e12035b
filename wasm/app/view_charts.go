package app

import (
	"slices"
	"strings"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/timeline"
)

// line shows what happened over time, and lets it be looked back at.
func (d *draft) line(at panel.Rect) panel.Node {
	return d.onCard("timeline", at, func(in panel.Rect) panel.Node { return d.m.chart.Draw(in, d.chartScene()) })
}

// feeling shows the illustrative picture of relief and drowsiness, with the way to
// the page on what it leaves out.
func (d *draft) feeling(at panel.Rect) panel.Node {
	return d.onCard("feeling", at, func(in panel.Rect) panel.Node {
		n := d.m.chart.Feeling(in, d.chartScene())
		more := d.Link("feeling.page", d.words("bar.leaves_out"), "relief-picture.html")(
			panel.Rect{X: in.X, Y: n.Bounds.Bottom(), W: in.W})
		n.Children = append(n.Children, more)
		n.Bounds.H = more.Bounds.Bottom() - n.Bounds.Y
		return n
	})
}

// onCard lays a part that has no ground of its own on one.
func (d *draft) onCard(id string, at panel.Rect, part form.Block) panel.Node {
	pad := d.Style.Space[4]
	in := panel.Rect{X: at.X + pad, Y: at.Y + pad, W: at.W - 2*pad}
	head := d.Heading(id+".head", d.words(id+".name"), d.Title())(in)
	in.Y = head.Bounds.Bottom() + d.Style.Space[2]
	n := part(in)
	if d.m.plain { // where no signs are drawn, none need to be explained
		n.Children = slices.DeleteFunc(n.Children, func(c panel.Node) bool { return c.ID == id+".legend" })
	}
	n.Children = append([]panel.Node{head}, n.Children...)
	ground := panel.Node{ID: id + ".ground", Bounds: at, Children: []panel.Node{n},
		Look: panel.Look{Fill: "paper-raised", Edge: "line", Width: d.Style.Thin, Radius: d.Style.RadiusM}}
	ground.Bounds.H = n.Bounds.Bottom() + pad - at.Y
	return ground
}

func (d *draft) chartScene() timeline.Scene {
	m := d.m
	s := timeline.Scene{
		At: m.at(), Until: units.Instant(m.lanes[0].file.Until), Zoom: m.zoom, Flares: m.guide.flares(),
		Style: d.Style, Measure: m.paper.Measure, Words: d.words, Calendar: calendar{m.start()},
	}
	for i := range m.lanes {
		s.Lanes = append(s.Lanes, timeline.Lane{Name: m.lanes[i].name, Session: m.lanes[i].session, Generation: m.generation})
	}
	return s
}

// calendar says instants of the session in civil words.
type calendar struct{ start scenario.Civil }

func (c calendar) civil(t units.Instant) scenario.Civil { return c.start.Add(units.Span(t)) }

func (c calendar) Long(t units.Instant) string  { return c.civil(t).Long() }
func (c calendar) Date(t units.Instant) string  { return c.civil(t).LongDate() }
func (c calendar) Clock(t units.Instant) string { return c.civil(t).Clock() }

// Day is the date without its year.
func (c calendar) Day(t units.Instant) string {
	date := c.civil(t).LongDate()
	return date[:strings.LastIndexByte(date, ' ')]
}
