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

	thin float64 // the width of fine lines: the style's, or more for larger type

	left, width float64 // of the plots on the screen
	row         []tick
	until       units.Instant // up to where the plots are drawn: the present, to a CSS pixel
}

// knob is the radius of the slider's knob in ems. The slider reaches beyond the
// plots by so much, as the knob of the browser's own does.
const knob = 0.75

// sheet begins a scene. On the left, three digits are kept free for the numbers
// of a scale, also where there are none, so that all pictures stand in line.
func (c *Chart) sheet(at panel.Rect, s *Scene) *sheet {
	h := &sheet{c: c, s: s, st: s.Style, em: s.Style.Small, at: at, w: s.window()}
	h.thin = max(h.st.Thin, h.em/11)
	r := knob * h.em
	h.left = at.X + max(s.Measure.Width("000", h.em, false)+h.st.Space[1], r)
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

// span is where a stretch of time stands in the tile, cut off a little beyond its
// edges; in is false where none of it does. What is past ends at the tile's to.
func (t tile) span(from, to units.Instant) (a, b float64, in bool) {
	a, b = max(-beyond, t.x(from)), min(t.w+beyond, t.x(to))
	if t.to < t.end {
		b = min(b, t.x(t.to))
	}
	return a, b, a < b
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
