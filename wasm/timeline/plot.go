package timeline

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// lane is one lane of the chart in the making.
type lane struct {
	index   int
	id      string
	record  *Record
	columns []Column
	first   int    // the place of the first mark in the record
	marks   []Mark // of the window
	asked   []placed
	rug     bool // too many doses were asked for to have a sign each
}

// lane reads what the window shows of a lane.
func (h *sheet) lane(i int) lane {
	r := h.c.records[i]
	before := len(between(r.marks, -1, h.w.from, func(m Mark) units.Instant { return m.At }))
	l := lane{
		index: i, id: "timeline.lane." + number(i), record: r,
		columns: r.Columns(h.w.from, min(h.w.to, h.s.now()), h.w.step),
		first:   before, marks: r.Marks(h.w.from, min(h.w.to, h.s.now())),
	}
	asked, all := h.signs(l, true)
	if l.rug = !all; all {
		l.asked = asked
	}
	return l
}

// plot is how the lanes are drawn: all alike.
type plot struct {
	scale  scale
	strips float64 // the height kept above the rates for signs
	height float64 // of everything
}

// y is where a rate stands in the plot.
func (p plot) y(rate float64) float64 {
	return p.strips + (p.height-p.strips)*(1-p.scale.height(rate))
}

// drawTile draws a tile of a lane, without its signs.
func (h *sheet) drawTile(g *panel.Drawing, l lane, p plot, t tile) {
	h.ground(g, t)
	told := p.steps(l.columns, t, func(c Column) float64 { return float64(c.Told) })
	if len(told) > 0 {
		g.Add("teal-soft", under(told, p.height))
	}
	h.rests(g, l, p, t)
	g.Stroke("teal", h.thin, told)
	h.poles(g, l, p, t)
	g.Stroke("drug", 1.6*h.thin, p.steps(l.columns, t, leaving()))
	if p.scale.broken() {
		h.gap(g, p, t)
	}
	if l.rug {
		h.rug(g, l, t)
	}
	g.Stroke("ink-faint", h.thin, panel.Path{}.M(-beyond, p.height-h.thin/2).L(t.x(t.to)+beyond, p.height-h.thin/2))
}

// leaving is the rate at which the drug left the tip. The last column may be too
// short to tell; it goes on at the rate before it.
func leaving() func(Column) float64 {
	rate := 0.0
	return func(c Column) float64 {
		if units.Span(c.To-c.From) >= shortest {
			rate = c.PerDay()
		}
		return rate
	}
}

// steps is a line of steps through the columns that touch a tile.
func (p plot) steps(columns []Column, t tile, rate func(Column) float64) panel.Path {
	var line panel.Path
	for _, c := range columns {
		r := rate(c)
		a, b, in := t.span(c.From, c.To)
		if !in {
			continue
		}
		y := p.y(r)
		switch last := len(line) - 1; {
		case last < 0:
			line = line.M(a, y).L(b, y)
		case near(line[last].P[0].Y, y):
			line[last].P[0].X = b
		default:
			line = line.L(a, y).L(b, y)
		}
	}
	return line
}

// near tells whether two heights look the same.
func near(a, b float64) bool { return a-b < 0.2 && b-a < 0.2 }

// under is the area below a line, down to the base.
func under(line panel.Path, base float64) panel.Path {
	area := make(panel.Path, len(line), len(line)+3)
	copy(area, line)
	return area.L(line[len(line)-1].P[0].X, base).L(line[0].P[0].X, base).Z()
}

// gap draws the gap between the two parts of the scale.
func (h *sheet) gap(g *panel.Drawing, p plot, t tile) {
	at := (p.height - p.strips) * (1 - usualPart - gapPart/2)
	y := p.strips + at
	g.Stroke("paper-raised", (p.height-p.strips)*gapPart*0.6, panel.Path{}.M(-2*beyond, y).L(t.x(t.to)+beyond, y))
}

// rests marks the time in which nothing flows: a bar along the base.
func (h *sheet) rests(g *panel.Drawing, l lane, p plot, t tile) {
	high := restHeight * h.em
	var bar panel.Path
	for i, c := range l.columns {
		a, b, in := t.span(c.From, c.To)
		if c.Rest == Flowing || !in {
			continue
		}
		if i > 0 && l.columns[i-1].Rest != Flowing && len(bar) > 0 {
			bar[len(bar)-1].P[0].X = b
			continue
		}
		bar = bar.M(a, p.height-high/2).L(b, p.height-high/2)
	}
	h.bars(g, bar, high)
}

// bars draws each stretch of a path as a bar of a height with straight ends.
func (h *sheet) bars(g *panel.Drawing, p panel.Path, high float64) {
	for i := 0; i+1 < len(p); i += 2 {
		a, b := p[i].P[0], p[i+1].P[0]
		g.Add("metal", panel.RoundRect(panel.Rect{X: a.X, Y: a.Y - high/2, W: b.X - a.X, H: high}, 0))
		g.Stroke("metal-deep", h.thin, panel.Path{}.M(a.X, a.Y-high/2).L(b.X, a.Y-high/2))
	}
}

// restHeight is the height of the bar where nothing flows, in ems.
const restHeight = 0.5

// poles carry the flags of alarms and of visits.
func (h *sheet) poles(g *panel.Drawing, l lane, p plot, t tile) {
	for _, m := range l.marks {
		if m.At < t.from-units.Instant(h.w.tile()) || m.At >= t.to || m.Kind != Alarmed && m.Kind != Visited {
			continue
		}
		x := t.x(m.At)
		g.Stroke(colourOf(m), h.thin, panel.Path{}.M(x, h.strip()/2).L(x, p.height))
	}
}

// rug draws each mark as a short line, where there are too many for signs.
func (h *sheet) rug(g *panel.Drawing, l lane, t tile) {
	for _, m := range l.marks {
		if m.At < t.from-units.Instant(h.w.tile()) || m.At >= t.to || !m.asked() {
			continue
		}
		thread(g, m.Kind, t.x(m.At), 1.2*h.strip(), 0.6*h.strip(), 1.3*h.thin)
	}
}

// asked tells whether a mark is about a dose that was asked for: these stand in
// the lower strip.
func (m Mark) asked() bool { return m.Kind == Given || m.Kind == Refused }

// strip is the height of a strip of signs.
func (h *sheet) strip() float64 { return 1.25 * h.em }

// sign is how large signs are.
func (h *sheet) sign() float64 { return 1.1 * h.em }

func critical(m Mark) bool { return m.Kind == Alarmed && m.Alarm.Class() == pump.Critical }
