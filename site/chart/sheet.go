package chart

import (
	"fmt"
	"html"
	"strings"

	"iddtestdrive/engine/units"
)

// sheet is one drawing of the chart. Lengths are those of its view box.
type sheet struct {
	*request
	width, size float64 // its own, and that of its letters
	left, right float64 // of the plots
	x           func(units.Instant) float64
	ticks       []tick
	y           float64 // how far it is drawn
	b           strings.Builder
}

const (
	wideWidth, wideSize     = 640, 17
	narrowWidth, narrowSize = 320, 16
)

func (s *sheet) line() float64 { return 1.35 * s.size } // of words, with what is between lines

// draw draws the panels above one another, and the axis.
func (r *request) draw(panels []panel, width, size float64) Drawing {
	s := &sheet{request: r, width: width, size: size, left: 6, right: width - 10}
	for i := range panels {
		for _, t := range s.valueTicks(&panels[i]) {
			s.left = max(s.left, measure(t.text, size)+10)
		}
	}
	s.x = r.scale(s.left, s.right)
	s.ticks = r.timeTicks(s.left, s.right, width, size)
	for i := range panels {
		s.panel(&panels[i])
		s.y += 1.1 * size
	}
	s.y -= 0.8 * size
	s.axis()
	return Drawing{ViewBox: fmt.Sprintf("0 0 %s %s", tenth(width), tenth(s.y)), Inside: s.b.String()}
}

func (s *sheet) panel(p *panel) {
	s.words("chart-title", p.title)
	if p.note != "" {
		s.words("chart-note", p.note)
	}
	switch p.kind {
	case boluses:
		s.requests(p)
	case events:
		s.numbers(p)
	default:
		s.plot(p)
	}
}

// words writes a text over the whole width.
func (s *sheet) words(class, text string) {
	for _, line := range wrapped(text, s.width-4, s.size) {
		s.y += s.line()
		s.text(class, "", 2, s.y-0.35*s.size, line)
	}
}

// text writes a line of words that begins, ends ("end") or has its middle
// ("middle") at a place.
func (s *sheet) text(class, anchor string, x, y float64, text string) {
	s.b.WriteString(`<text class="` + class + `"`)
	if anchor != "" {
		s.b.WriteString(` text-anchor="` + anchor + `"`)
	}
	fmt.Fprintf(&s.b, ` x="%s" y="%s">%s</text>`, tenth(x), tenth(y), html.EscapeString(text))
}

// stroke writes a path.
func (s *sheet) stroke(class, d string) {
	fmt.Fprintf(&s.b, `<path class="%s" d="%s"></path>`, class, d)
}

// upright draws the lines of the ticks of time between two heights.
func (s *sheet) upright(top, bottom float64) {
	var d strings.Builder
	for _, t := range s.ticks {
		fmt.Fprintf(&d, "M%s %sV%s", tenth(t.at), tenth(top), tenth(bottom))
	}
	if d.Len() > 0 {
		s.stroke("chart-grid", d.String())
	}
}

// axis writes the words of the ticks of time.
func (s *sheet) axis() {
	s.y += s.line()
	for _, t := range s.ticks {
		s.text("chart-tick", "middle", t.at, s.y-0.3*s.size, t.text)
	}
	s.y += 0.2 * s.size
}

// piece is a part of a row: a sign, and words.
type piece struct {
	sign func(x, y float64) // draws it from x on, about y
	wide float64            // the sign
	text string
}

// row writes pieces side by side, in as many rows as they need.
func (s *sheet) row(all []piece) {
	x := 2.0
	s.y += s.line()
	for _, p := range all {
		lines := wrapped(p.text, s.width-p.wide-10, s.size)
		w := 0.0
		for _, line := range lines {
			w = max(w, measure(line, s.size))
		}
		if x > 2 && x+p.wide+6+w > s.width {
			x = 2
			s.y += s.line()
		}
		p.sign(x, s.y-0.65*s.size)
		for i, line := range lines {
			if i > 0 {
				s.y += s.line()
			}
			s.text("chart-name", "", x+p.wide+6, s.y-0.35*s.size, line)
		}
		x += p.wide + 6 + w + s.size
	}
}
