package picture

import "iddtestdrive/wasm/panel"

// sketchKey is what a drawing depends on: which it is, its size and place on
// the pixels, and what state it shows.
type sketchKey struct {
	what  string
	size  [4]float64
	state int
}

type sketch struct {
	drawing *panel.Drawing
	turn    int // the latest picture it was in
}

// begin starts a new picture and forgets the drawings that the one before did
// without.
func (p *Painter) begin() {
	if p.sketches == nil {
		p.sketches = map[sketchKey]*sketch{}
	}
	p.turn++
	for key, s := range p.sketches {
		if s.turn < p.turn-1 {
			delete(p.sketches, key)
		}
	}
}

// drawn gives a drawing, made anew only where there was none like it lately.
// The same drawing keeps its pointer, so that the canvas paints it once.
//
//go:noinline
func (p *Painter) drawn(key sketchKey, draw func(*pen)) *panel.Drawing {
	s, ok := p.sketches[key]
	if !ok {
		s = &sketch{drawing: &panel.Drawing{}}
		draw(&pen{d: s.drawing, f: 1})
		p.sketches[key] = s
	}
	s.turn = p.turn
	return s.drawing
}
