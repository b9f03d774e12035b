package timeline

import (
	"strconv"

	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// scrubSteps are how far one press of an arrow key goes, by the longest session
// it is for.
var scrubSteps = []struct {
	upTo, step units.Instant
}{
	{units.Instant(12 * units.Hour), units.Instant(units.Minute)},
	{units.Instant(3 * units.Day), units.Instant(5 * units.Minute)},
	{units.Instant(14 * units.Day), units.Instant(15 * units.Minute)},
	{units.Instant(60 * units.Day), units.Instant(units.Hour)},
	{units.Instant(400 * units.Day), units.Instant(6 * units.Hour)},
}

func scrubStep(now units.Instant) units.Instant {
	for _, s := range scrubSteps {
		if now <= s.upTo {
			return s.step
		}
	}
	return units.Instant(units.Day)
}

// Scrubbed is the instant that the slider "timeline.scrub" was set to, from the
// value of its Change and the session's present. The slider counts minutes in
// steps that suit the session's length; its last step is the present. ok is
// false for what is not a number.
func Scrubbed(value string, now units.Instant) (t units.Instant, ok bool) {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || v != v {
		return 0, false
	}
	least, most := 0.0, float64(now)/float64(units.Minute)
	return min(now, units.Instant(max(least, min(v, most+1))*float64(units.Minute))), true
}

// scrubRange is the slider's range in minutes. Most is the step that the present
// is in, so that the last step is the present itself.
func scrubRange(at, now units.Instant) panel.Range {
	step := scrubStep(now)
	steps := func(t units.Instant) float64 { return float64((t + step - 1) / step) }
	minutes := float64(step) / float64(units.Minute)
	r := panel.Range{Most: steps(now) * minutes, Step: minutes, Now: steps(now) * minutes}
	if at < now {
		r.Now = float64(at/step) * minutes
	}
	return r
}

// scrub is the slider over the whole session, at y, with the cursor through the
// plots.
func (h *sheet) scrub(y float64, plots []panel.Rect) panel.Node {
	now, at := h.s.now(), h.s.at()
	long := h.s.Calendar.Long(minute(at))
	n := panel.Node{ID: "timeline.scrub", Role: panel.Slider, Name: h.say("timeline.scrub.name"), Range: scrubRange(at, now), Disabled: now == 0}
	n.Value = h.say("timeline.scrub.now", "time", long)
	if at < now {
		n.Value = h.say("timeline.scrub.back", "time", long)
	}
	r, end := knob*h.em, h.st.Target/2 // the mirrored control's knob keeps half its height off both ends
	n.Bounds = panel.Rect{X: h.left - end, Y: y, W: max(h.st.Target, h.whole(now)-h.left+2*end), H: h.st.Target}
	all := panel.Rect{X: h.left - end, Y: y, W: h.width + 2*end, H: h.st.Target}
	past := float64(int(h.whole(now) - h.left))
	n.Children = []panel.Node{look("timeline.scrub.track", all, h.c.tiles.drawn(
		trackKey{all.W, h.em, past, h.w, h.c.records[0].epoch, len(h.c.records[0].marks)},
		func(g *panel.Drawing) { h.track(g, all, past) }))}
	n.Children = append(n.Children, h.cursor(plots)...)
	n.Children = append(n.Children, look("timeline.scrub.knob", panel.Rect{X: h.whole(at) - r, Y: y + h.st.Target/2 - r, W: 2 * r, H: 2 * r},
		h.c.tiles.drawn(knobKey{r}, func(g *panel.Drawing) {
			g.Add("paper-raised", panel.Circle(r, r, r))
			g.Add("teal-deep", panel.Circle(r, r, r-h.thin))
			g.Add("paper-raised", panel.Circle(r, r, r*0.36))
		})))
	return n
}

type (
	trackKey struct {
		w, em, past  float64
		window       window
		epoch, marks int
	}
	knobKey   struct{ r float64 }
	cursorKey struct {
		h, em float64
		fine  bool
	}
)

// whole is where an instant stands on the slider, which is as wide as the plots
// and shows the whole session.
func (h *sheet) whole(t units.Instant) float64 {
	return h.left + float64(t)/float64(h.s.whole())*h.width
}

// track draws the slider's line: the past, what is still to come, the marks of
// the first lane, and a frame around what the window shows.
func (h *sheet) track(g *panel.Drawing, at panel.Rect, past float64) {
	r, y := at.H/2, at.H/2
	if h.w.from > 0 || h.w.to < h.s.whole() {
		a, b := h.whole(h.w.from)-at.X, min(h.whole(h.w.to)-at.X, at.W-r)
		high := min(2.3*h.em, at.H-2*h.thin)
		frame := panel.RoundRect(panel.Rect{X: a - 1, Y: y - high/2, W: b - a + 2, H: high}, h.st.RadiusS)
		g.Add("teal-soft", frame)
		g.Stroke("teal", h.thin, frame)
	}
	g.Stroke("line", 4*h.thin, panel.Path{}.M(r, y).L(at.W-r, y))
	if past > 0 {
		g.Stroke("teal", 4*h.thin, panel.Path{}.M(r, y).L(r+past, y))
	}
	was := -10.0
	for _, m := range h.c.records[0].marks {
		x := h.whole(m.At) - at.X
		if m.Kind == Refused || m.Kind != Alarmed && x-was < 2*h.thin {
			continue
		}
		was = x
		g.Stroke(colourOf(m), 1.4*h.thin, panel.Path{}.M(x, y-0.85*h.em).L(x, y-0.4*h.em))
	}
}

// pillHeight is the height of the words above the cursor.
func (h *sheet) pillHeight() float64 { return 1.7 * h.em }

// cursor is the line through the plots at the instant looked at, with its words
// above; while the past is looked at, the present has a finer line.
func (h *sheet) cursor(plots []panel.Rect) []panel.Node {
	now, at := h.s.now(), h.s.at()
	var out []panel.Node
	for i, p := range plots {
		if at < now && now <= h.w.to {
			out = append(out, h.upright("timeline.present."+number(i), now, p, true))
		}
		out = append(out, h.upright("timeline.cursor."+number(i), at, p, false))
	}
	text := h.say("timeline.now")
	if at < now {
		text = h.s.Calendar.Clock(minute(at))
	}
	wide, high := h.s.Measure.Width(text, h.em, true)+h.em, 1.5*h.em
	x := max(h.at.X, min(h.x(at)-wide/2, h.at.Right()-wide))
	words := h.line("timeline.pill", text, panel.Rect{X: x, Y: plots[0].Y - high, W: wide, H: high}, letters{h.em, true, "on-teal", panel.Middle})
	words.Look.Fill, words.Look.Radius = "teal-deep", high/2
	return append(out, words)
}

// upright is a line through a plot at an instant.
func (h *sheet) upright(id string, t units.Instant, plot panel.Rect, fine bool) panel.Node {
	wide, high := 4*h.thin, plot.H
	d := h.c.tiles.drawn(cursorKey{high, h.em, fine}, func(g *panel.Drawing) {
		if !fine {
			g.Stroke("teal-deep", 1.4*h.thin, panel.Path{}.M(wide/2, 0).L(wide/2, high))
			return
		}
		for y := 2.0; y < high; y += 6 {
			g.Stroke("ink-faint", h.thin, panel.Path{}.M(wide/2, y).L(wide/2, min(high, y+2)))
		}
	})
	return look(id, panel.Rect{X: h.x(t) - wide/2, Y: plot.Y, W: wide, H: high}, d)
}
