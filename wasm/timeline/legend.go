package timeline

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/wasm/panel"
)

// entry is a line of a legend: a sign and what it means.
type entry struct {
	word string // key of its words, and what its node is called by
	sign func(*panel.Drawing)
	say  string
	rug  bool // the signs of doses are those of a rug
}

// legend names the signs: those that stand on the chart, or that may at any
// moment.
func (h *sheet) legend(at panel.Rect, lanes []lane, p plot) panel.Node {
	unit, _ := p.scale.unit()
	s := h.sign()
	seen := seenIn(lanes)
	entries := []entry{{"told", swatch("teal-soft", "teal", h.thin, s), h.say("timeline.legend.told", "unit", unit), false}}
	for _, e := range []struct {
		shown bool
		word  string
		sign  func(*panel.Drawing)
	}{
		{true, "left", stripe("drug", 1.6*h.thin, s)},
		{p.scale.broken(), "extra", gapSign(s)},
		{seen.remote, "given", h.askedSign(Given, seen.rug, s)},
		{seen.remote, "refused", h.askedSign(Refused, seen.rug, s)},
		{seen.kinds[Unheard], "unheard", signOf(Unheard, false, s)},
		{seen.kinds[Alarmed], "alarm", signOf(Alarmed, false, s)},
		{seen.urgent, "urgent", signOf(Alarmed, true, s)},
		{seen.kinds[Visited], "visited", signOf(Visited, false, s)},
		{seen.rest, "rest", swatch("metal", "metal-deep", h.thin, s)},
		{len(h.s.Flares) > 0, "flare", swatch("skin", "skin-line", h.thin, s)},
		{h.nightsShown(), "night", swatch("paper-sunk", "line", h.thin, s)},
	} {
		if e.shown {
			entries = append(entries, entry{e.word, e.sign, h.say("timeline.legend." + e.word), seen.rug})
		}
	}
	return h.list("timeline.legend", h.say("timeline.legend.name"), at, entries)
}

// seen is what has happened in the lanes so far.
type seen struct {
	kinds  [allKinds]bool // with Alarmed for the non-critical alarms alone
	urgent bool
	remote bool // doses can be asked for, or could once
	rest   bool
	rug    bool
}

func seenIn(lanes []lane) seen {
	var s seen
	for _, l := range lanes {
		s.rug = s.rug || l.rug
		s.remote = s.remote || l.record.session.Prescription().PatientBolus != nil
		for _, m := range l.record.marks {
			if m.Kind == Alarmed && m.Alarm.Class() == pump.Critical {
				s.urgent = true
				continue
			}
			s.kinds[m.Kind] = true
		}
		for _, c := range l.columns {
			s.rest = s.rest || c.Rest != Flowing
		}
	}
	s.remote = s.remote || s.kinds[Given] || s.kinds[Refused]
	return s
}

// askedSign is the sign of a dose that was asked for, as it stands on the chart.
func (h *sheet) askedSign(kind Kind, rug bool, s float64) func(*panel.Drawing) {
	if !rug {
		return signOf(kind, false, s)
	}
	return func(g *panel.Drawing) { thread(g, kind, s/2, s*0.15, s*0.7, 1.3*h.thin) }
}

// list lays the lines of a legend out, as many in a row as fit.
func (h *sheet) list(id, name string, at panel.Rect, entries []entry) panel.Node {
	n := panel.Node{ID: id, Role: panel.List, Name: name, Bounds: at}
	s, gap := h.sign(), 0.5*h.em
	x, y, high := at.X, at.Y, 0.0
	for _, e := range entries {
		wide := min(h.s.Measure.Width(e.say, h.em, false)+1, at.W-s-gap)
		if x > at.X && x+s+gap+wide > at.Right() {
			x, y, high = at.X, y+high+h.st.Space[1], 0
		}
		id := id + "." + e.word
		words := h.label(id+".words", e.say, panel.Rect{X: x + s + gap, Y: y, W: wide}, letters{h.em, false, "ink-soft", panel.Start})
		one := h.em * min(h.st.Leading, 1.4)
		sign := look(id+".sign", panel.Rect{X: x, Y: y + (one-s)/2, W: s, H: s}, h.c.tiles.drawn(legendKey{id, s, e.rug}, e.sign))
		n.Children = append(n.Children, panel.Node{ID: id, Role: panel.Item, Value: e.say,
			Bounds: panel.Rect{X: x, Y: y, W: s + gap + wide, H: words.Bounds.H}, Children: []panel.Node{sign, words}})
		x += s + gap + wide + 1.5*h.em
		high = max(high, words.Bounds.H)
	}
	n.Bounds.H = y + high - at.Y
	return n
}

type legendKey struct {
	id   string
	size float64
	rug  bool
}

// swatch is a piece of an area with its edge.
func swatch(fill, edge panel.Token, line, s float64) func(*panel.Drawing) {
	return func(g *panel.Drawing) {
		b := panel.RoundRect(panel.Rect{X: line, Y: s * 0.15, W: s - 2*line, H: s * 0.7}, s*0.12)
		g.Add(fill, b)
		g.Stroke(edge, line, b)
	}
}

// stripe is a piece of a line.
func stripe(colour panel.Token, line, s float64) func(*panel.Drawing) {
	return func(g *panel.Drawing) {
		g.Stroke(colour, line, panel.Path{}.M(line, s/2).L(s-line, s/2))
	}
}

// gapSign is the gap in a plot.
func gapSign(s float64) func(*panel.Drawing) {
	return func(g *panel.Drawing) {
		g.Add("teal-soft", panel.RoundRect(panel.Rect{X: s * 0.25, Y: 0, W: s * 0.5, H: s}, 0))
		g.Stroke("drug", s*0.12, panel.Path{}.M(s*0.25, s).L(s*0.25, s*0.06).L(s*0.75, s*0.06).L(s*0.75, s))
		g.Stroke("paper-raised", s*0.16, panel.Path{}.M(0, s*0.62).L(s, s*0.62))
	}
}
