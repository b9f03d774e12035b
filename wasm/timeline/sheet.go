package timeline

import (
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// sheet is a scene in the making: what it shows and the measures it is laid out
// by.
type sheet struct {
	c  *Chart
	s  *Scene
	st panel.Style
	em float64
	at panel.Rect // where it may stand
	w  window

	left, width float64 // of the plots on the screen
	row         []tick
	until       units.Instant // up to where the plots are drawn: the present, to a CSS pixel
}

// knob is the radius of the slider's knob in ems. The slider reaches beyond the
// plots by so much, as the knob of the browser's own does.
const knob = 0.75

// sheet begins a scene. margin is what is kept free on the left for words.
func (c *Chart) sheet(at panel.Rect, s *Scene, margin float64) *sheet {
	h := &sheet{c: c, s: s, st: s.Style, em: s.Style.Small, at: at, w: s.window()}
	r := knob * h.em
	h.left = at.X + max(margin, r)
	h.width = max(1, at.Right()-r-h.left)
	h.row = h.ticks()
	px := float64(int(h.x(s.now()) - h.left))
	h.until = min(s.now(), max(h.w.from, h.w.from.Add(units.Span(px/h.width*float64(h.w.to-h.w.from)))))
	return h
}

func (h *sheet) say(key string, values ...string) string { return h.s.Words(key, values...) }

// x is where an instant stands on the screen; an instant outside the window
// stands outside the plots.
func (h *sheet) x(t units.Instant) float64 {
	return h.left + float64(t-h.w.from)/float64(h.w.to-h.w.from)*h.width
}

// minute is an instant without its seconds.
func minute(t units.Instant) units.Instant {
	return t / units.Instant(units.Minute) * units.Instant(units.Minute)
}

// tile is a stretch of a plot that is a drawing of its own.
type tile struct {
	from, to units.Instant // what it shows; to is not after the present
	end      units.Instant // where it ends
	w, h     float64
}

// x is where an instant stands in the tile.
func (t tile) x(at units.Instant) float64 {
	return float64(at-t.from) / float64(t.end-t.from) * t.w
}

// beyond is how far shapes reach out of their tile, so that no edge shows where
// two tiles meet.
const beyond = 2.0

// tiles are those of the window that have begun, for a plot of a height.
func (h *sheet) tiles(height float64) []tile {
	var out []tile
	long := units.Instant(h.w.tile())
	for i := range units.Instant(tilesPerWindow) {
		from := h.w.from + i*long
		if from >= h.until {
			break
		}
		out = append(out, tile{from, min(h.until, from+long), from + long, h.width / tilesPerWindow, height})
	}
	return out
}

// tileID names a tile by where it is in the session, so that it keeps its
// texture when the window moves.
func (h *sheet) tileID(of string, t tile) string {
	return of + ".tile." + number(t.from/units.Instant(h.w.tile()))
}

// tileKey is what every drawing of a tile depends on.
type tileKey struct {
	tile
	lane, epoch int
	em          float64
	flares      uint64
	step        units.Span
}

func (h *sheet) tileKey(lane int, t tile) tileKey {
	return tileKey{t, lane, h.c.records[lane].epoch, h.em, h.s.flares(), h.w.step}
}

// flares is the flares in one number, to see that they are others.
func (s *Scene) flares() uint64 {
	const basis, prime = 14695981039346656037, 1099511628211 // of the FNV-1a hash
	sum := uint64(basis)
	for _, f := range s.Flares {
		for _, v := range []uint64{uint64(f.At), uint64(f.Lasts), uint64(f.Strength)} {
			sum = (sum ^ v) * prime
		}
	}
	return sum
}

// ground draws what lies under a plot: the past, its nights, and the flares in
// it.
func (h *sheet) ground(g *panel.Drawing, t tile) {
	stretch := func(from, to units.Instant) panel.Path {
		a, b := max(-beyond, t.x(from)), min(t.w+beyond, t.x(to))
		if t.to < t.end {
			b = min(b, t.x(t.to))
		}
		return panel.RoundRect(panel.Rect{X: a, Y: 0, W: max(0, b-a), H: t.h}, 0)
	}
	g.Add("paper", stretch(t.from-t.end, t.end+t.end))
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
			g.Stroke("line", h.st.Thin, panel.Path{}.M(t.x(k.at), 0).L(t.x(k.at), t.h))
		}
	}
}

const flareAlpha = 0.5

// nightsShown tells whether nights are wide enough to be seen as such.
func (h *sheet) nightsShown() bool {
	return h.width*float64(nightTo+units.Day-nightFrom)/float64(h.w.to-h.w.from) >= 3
}

// flareWords are the word for a flare in each that is wide enough for it, at the
// top of a plot.
func (h *sheet) flareWords(id string, y float64) []panel.Node {
	var out []panel.Node
	word := h.say("timeline.flare")
	wide := h.s.Measure.Width(word, h.em, false) + 1
	for i, f := range h.s.Flares {
		a, b := max(h.left, h.x(f.At)), min(h.x(h.until), h.x(f.At.Add(f.Lasts)))
		if b-a >= wide {
			out = append(out, h.line(id+".flare."+number(i), word, panel.Rect{X: (a + b - wide) / 2, Y: y, W: wide},
				letters{h.em, false, "ink-soft", panel.Middle}))
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

// counted is the words for a number of things: none, one or many.
func (h *sheet) counted(key string, n int) string {
	switch n {
	case 0:
		return h.say(key + ".none")
	case 1:
		return h.say(key + ".one")
	}
	return h.say(key+".many", "n", number(n))
}

// sentence joins sentences.
func sentence(parts ...string) string {
	text := ""
	for _, p := range parts {
		if p == "" {
			continue
		}
		if text != "" {
			text += " "
		}
		text += p
	}
	return text
}
