package timeline

import (
	"strconv"

	"iddtestdrive/wasm/panel"
)

// gallery keeps the drawings of the latest scenes by what they show, so that the
// canvas paints each only once.
type gallery struct {
	turn int // counts the scenes
	kept map[any]*keptDrawing
}

type keptDrawing struct {
	drawing *panel.Drawing
	turn    int // the latest it was shown in
}

// begin begins a new scene and drops what was not in the one before.
func (g *gallery) begin() {
	g.turn++
	for key, k := range g.kept {
		if k.turn < g.turn-1 {
			delete(g.kept, key)
		}
	}
}

// drawn is the drawing of a key, which says all that the drawing depends on.
func (g *gallery) drawn(key any, draw func(*panel.Drawing)) *panel.Drawing {
	if g.kept == nil {
		g.kept = map[any]*keptDrawing{}
	}
	k, ok := g.kept[key]
	if !ok {
		k = &keptDrawing{drawing: &panel.Drawing{}}
		draw(k.drawing)
		g.kept[key] = k
	}
	k.turn = g.turn
	return k.drawing
}

// letters is how a text is set.
type letters struct {
	size   float64
	bold   bool
	colour panel.Token
	align  panel.Align
}

type brokenText struct {
	text        string
	size, width float64
	bold        bool
}

// mostBroken bounds how many broken texts are remembered; past it, remembering
// starts anew.
const mostBroken = 300

// set breaks a text into lines for a width and says how high they are.
func (h *sheet) set(text string, width float64, l letters) (panel.Letters, float64) {
	key := brokenText{text, l.size, width, l.bold}
	lines, ok := h.c.broken[key]
	if !ok {
		if h.c.broken == nil || len(h.c.broken) >= mostBroken {
			h.c.broken = map[brokenText][]string{}
		}
		lines = h.s.Measure.Wrap(text, l.size, l.bold, width)
		h.c.broken[key] = lines
	}
	leading := l.size * min(h.st.Leading, 1.4)
	return panel.Letters{
		Lines: lines, Size: l.size, Leading: leading, Bold: l.bold, Colour: l.colour, Align: l.align,
	}, leading * float64(len(lines))
}

// label is a mere look: words that the node around it says.
func (h *sheet) label(id, text string, at panel.Rect, l letters) panel.Node {
	set, high := h.set(text, at.W, l)
	at.H = max(at.H, high)
	return panel.Node{ID: id, Bounds: at, Look: panel.Look{Letters: set}}
}

// line is a label of one line that is never broken.
func (h *sheet) line(id, text string, at panel.Rect, l letters) panel.Node {
	leading := l.size * min(h.st.Leading, 1.4)
	at.H = max(at.H, leading)
	return panel.Node{ID: id, Bounds: at, Look: panel.Look{Letters: panel.Letters{
		Lines: []string{text}, Size: l.size, Leading: leading, Bold: l.bold, Colour: l.colour, Align: l.align,
	}}}
}

// look is a mere drawing at a place.
func look(id string, at panel.Rect, d *panel.Drawing) panel.Node {
	return panel.Node{ID: id, Bounds: at, Look: panel.Look{Drawing: d}}
}

func number[T ~int | ~int64](n T) string { return strconv.FormatInt(int64(n), 10) }
