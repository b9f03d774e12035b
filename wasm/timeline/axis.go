package timeline

import (
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// tick is a place on the axis of time.
type tick struct {
	at       units.Instant
	text     string
	midnight bool
}

// spacings are how far ticks may lie apart.
var spacings = []units.Span{
	units.Hour, 2 * units.Hour, 3 * units.Hour, 4 * units.Hour, 6 * units.Hour, 12 * units.Hour,
	units.Day, 2 * units.Day, 3 * units.Day, 7 * units.Day, 14 * units.Day, 28 * units.Day, 56 * units.Day, 182 * units.Day, 364 * units.Day, 728 * units.Day,
}

// withYear is the spacing from which on ticks name the year.
const withYear = 28 * units.Day

// ticks are as many as fit side by side.
func (h *sheet) ticks() []tick {
	for _, spacing := range spacings {
		if row, fit := h.ticksEvery(spacing); fit {
			return row
		}
	}
	return nil
}

// ticksEvery are the ticks at the civil multiples of a spacing, and whether
// they stand clear of one another.
func (h *sheet) ticksEvery(spacing units.Span) (row []tick, fit bool) {
	const most = 60
	first := units.Instant(-h.s.startOfDay()) // midnight before the session
	if units.Span(h.w.to-h.w.from)/spacing > most {
		return nil, false
	}
	if h.w.from > first {
		first += (h.w.from - first + units.Instant(spacing) - 1) / units.Instant(spacing) * units.Instant(spacing)
	}
	free := h.at.X
	for t := first; t <= h.w.to; t += units.Instant(spacing) {
		if t < h.w.from {
			continue
		}
		k := tick{at: t, midnight: units.Span(t-units.Instant(-h.s.startOfDay()))%units.Day == 0}
		switch {
		case !k.midnight:
			k.text = h.s.Calendar.Clock(t)
		case spacing >= withYear:
			k.text = h.s.Calendar.Date(t)
		default:
			k.text = h.s.Calendar.Day(t)
		}
		place := h.place(k)
		if place.X < free {
			return nil, false
		}
		free = place.Right() + 0.6*h.em
		row = append(row, k)
	}
	return row, true
}

// place is where the words of a tick stand: about its middle, within the sheet.
func (h *sheet) place(k tick) panel.Rect {
	w := h.s.Measure.Width(k.text, h.em, k.midnight) + 1
	x := h.x(k.at) - w/2
	return panel.Rect{X: max(h.at.X, min(x, h.at.Right()-w)), W: w}
}

// axis is the words of the ticks below y.
func (h *sheet) axis(id string, y float64) []panel.Node {
	var out []panel.Node
	for i, k := range h.row {
		at := h.place(k)
		at.Y = y
		colour := panel.Token("ink-soft")
		if k.midnight {
			colour = "ink"
		}
		out = append(out, h.line(id+".tick."+number(i), k.text, at, letters{h.em, k.midnight, colour, panel.Middle}))
	}
	return out
}

// times says what the axis says.
func (h *sheet) times() string {
	if len(h.row) == 0 {
		return ""
	}
	text := ""
	for i, k := range h.row {
		if i > 0 {
			text += ", "
		}
		text += k.text
	}
	return h.say("timeline.times", "times", text)
}
