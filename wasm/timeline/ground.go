package timeline

import (
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// ground draws what lies under a plot: the past, its nights, and the flares in
// it.
func (h *sheet) ground(g *panel.Drawing, t tile) {
	stretch := func(from, to units.Instant) panel.Path {
		a, b, _ := t.span(from, to)
		return panel.RoundRect(panel.Rect{X: a, Y: 0, W: max(0, b-a), H: t.h}, 0)
	}
	long := t.end - t.from
	g.Add("paper", stretch(t.from-long, t.end+long))
	if h.nightsShown() {
		for from, to := range h.nights(t.from, t.to) {
			g.Add("paper-sunk", stretch(from, to))
		}
	}
	for _, f := range h.s.Flares {
		if end := f.At.Add(f.Lasts); f.At < t.to && end > t.from {
			g.AddFaint("skin", flareAlpha, stretch(f.At, end))
		}
	}
	for _, k := range h.row {
		if k.midnight && k.at > t.from-1 && k.at < t.to {
			g.Stroke("line", h.thin, panel.Path{}.M(t.x(k.at), 0).L(t.x(k.at), t.h))
		}
	}
}

const flareAlpha = 0.5

// nightsShown tells whether nights are wide enough to be seen as such.
func (h *sheet) nightsShown() bool {
	return h.width*float64(nightTo+units.Day-nightFrom)/float64(h.w.to-h.w.from) >= 3
}

// frame is the whole of a plot, what is still to come included.
func (h *sheet) frame(id string, y, high float64) panel.Node {
	d := h.c.tiles.drawn(frameKey{h.width, high, h.em}, func(g *panel.Drawing) {
		thin := h.thin
		g.Stroke("line", thin, panel.RoundRect(panel.Rect{W: h.width, H: high}.Inset(thin/2), 0))
	})
	return look(id+".frame", panel.Rect{X: h.left, Y: y, W: h.width, H: high}, d)
}

type frameKey struct{ w, h, em float64 }

// flareWords are the word for a flare in each that is wide enough for it, at the
// top of a plot.
func (h *sheet) flareWords(id string, y float64) []panel.Node {
	var out []panel.Node
	word := h.say("timeline.flare")
	wide := h.s.Measure.Width(word, h.em, false) + h.st.Space[1] + 1
	for i, f := range h.s.Flares {
		a, b := max(h.left, h.x(f.At)), min(h.x(h.until), h.x(f.At.Add(f.Lasts)))
		if b-a >= wide {
			out = append(out, h.line(id+".flare."+number(i), word, panel.Rect{X: a + h.st.Space[1], Y: y, W: wide},
				letters{h.em, false, "ink-soft", panel.Start}))
		}
	}
	return out
}

// flaresSeen is how many flares have begun within the window.
func (h *sheet) flaresSeen() int {
	n := 0
	for _, f := range h.s.Flares {
		if f.At < h.until && f.At.Add(f.Lasts) > h.w.from {
			n++
		}
	}
	return n
}

// The night, softly shaded. [design]
const (
	nightFrom = 22 * units.Hour
	nightTo   = 6 * units.Hour
)

// nights yields the nights that touch a stretch of time.
func (h *sheet) nights(from, to units.Instant) func(func(from, to units.Instant) bool) {
	return func(yield func(from, to units.Instant) bool) {
		midnight := units.Instant(-h.s.startOfDay())
		days := (from - midnight) / units.Instant(units.Day)
		for m := midnight + days*units.Instant(units.Day); m < to.Add(units.Day); m += units.Instant(units.Day) {
			begin, end := m-units.Instant(units.Day-nightFrom), m.Add(nightTo)
			if begin < to && end > from && !yield(begin, end) {
				return
			}
		}
	}
}
