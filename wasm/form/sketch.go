package form

import (
	"strconv"
	"strings"

	"iddtestdrive/wasm/panel"
)

// sketches keeps the drawings of the latest screens by what they show, so that
// the canvas paints each only once.
type sketches struct {
	screen int // counts the screens
	kept   map[string]*sketch
}

type sketch struct {
	drawing *panel.Drawing
	screen  int // the latest it was on
}

// turn begins a new screen and drops what was not on the one before.
func (s *sketches) turn() {
	s.screen++
	for key, k := range s.kept {
		if k.screen < s.screen-1 {
			delete(s.kept, key)
		}
	}
}

// Drawn gives the drawing of a place, made anew only where nothing with the
// same key was drawn there lately.
func (p *Paper) Drawn(place string, key []string, draw func() *panel.Drawing) *panel.Drawing {
	if p.kept.kept == nil {
		p.kept.kept = map[string]*sketch{}
	}
	name := place + " " + strings.Join(key, " ")
	k, ok := p.kept.kept[name]
	if !ok {
		k = &sketch{drawing: draw()}
		p.kept.kept[name] = k
	}
	k.screen = p.kept.screen
	return k.drawing
}

// Fixed is a measure as part of the key of a drawing: to a ten-thousandth of a pixel.
func Fixed(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }
