package chart

import (
	"fmt"
	"strings"
)

// area is where the lines of a panel stand.
type area struct {
	*panel
	top, bottom float64 // of the scale
	over        float64 // where extra doses end that are not to scale
}

// overScale lies between the top of the scale and where extra doses end that are
// not to scale.
const overScale = 22

// plot draws the lines of a panel with their scale and names.
func (s *sheet) plot(p *panel) {
	height := 8.5 * s.size
	a := area{panel: p, top: 0.6 * s.size}
	if p.broken {
		a.top += overScale
	}
	a.bottom, a.over = a.top+height, a.top-overScale
	traces := make([][]spot, len(p.lines))
	for i, l := range p.lines {
		traces[i] = trace(l.points, l.series.steps(), s.x, a.y)
	}
	names, all := s.place(&a, traces)
	if !all {
		names = nil
		s.keys(p)
	}
	s.y += overhang(names)
	a.top, a.bottom, a.over = a.top+s.y, a.bottom+s.y, a.over+s.y
	s.ground(&a)
	for _, l := range p.lines {
		if l.high != nil {
			s.band(&a, l)
		}
	}
	for i := range p.lines {
		s.stroke(lineClass(i), path(lowered(traces[i], s.y)))
	}
	for _, n := range names {
		for k, line := range n.lines {
			s.text("chart-name", "", n.x, n.top+s.y+float64(k+1)*s.line()-0.4*s.size, line)
		}
	}
	s.y = a.bottom
}

// overhang is how far names stand over the top of a plot.
func overhang(names []name) float64 {
	over := 0.0
	for _, n := range names {
		over = max(over, -n.top)
	}
	return over
}

// lineClass is the class of a line by its number: its dashes and its colour.
func lineClass(i int) string { return fmt.Sprintf("chart-line chart-line-%d", i+1) }

// y is where a value stands. What goes over the top of a broken scale ends in one
// line above it.
func (a *area) y(p point) float64 {
	if p.value > a.rise.top && a.broken {
		return a.over
	}
	part := float64(p.value-a.rise.bottom) / float64(a.rise.top-a.rise.bottom)
	return a.bottom - min(1, part)*(a.bottom-a.top)
}

func lowered(line []spot, by float64) []spot {
	out := make([]spot, len(line))
	for i, s := range line {
		out[i] = spot{s.x, s.y + by}
	}
	return out
}

// valueTicks are the words at the side of a panel, each with its value.
func (s *sheet) valueTicks(p *panel) []tick {
	switch p.counts {
	case nothing:
		return nil
	case level:
		return []tick{{0, s.speech.say("less")}, {whole, s.speech.say("more")}}
	}
	var all []tick
	for v := p.rise.bottom; v <= p.rise.top; v += p.rise.step {
		all = append(all, tick{float64(v), s.speech.number(p.counts, p.unit, v, 1)})
	}
	return all
}

// ground draws the scale, the lines of the ticks and the break.
func (s *sheet) ground(a *area) {
	var d strings.Builder
	for _, t := range s.valueTicks(a.panel) {
		y := a.y(point{value: int64(t.at)})
		fmt.Fprintf(&d, "M%s %sH%s", tenth(s.left), tenth(y), tenth(s.right))
		s.text("chart-tick", "end", s.left-6, y+0.35*s.size, t.text)
	}
	s.stroke("chart-grid", d.String())
	top := a.top
	if a.broken {
		top = a.over
	}
	s.upright(top, a.bottom)
	axis := fmt.Sprintf("M%s %sV%sH%s", tenth(s.left), tenth(a.top), tenth(a.bottom), tenth(s.right))
	if a.broken {
		x, y := s.left, a.top-overScale/2
		axis += fmt.Sprintf("M%s %sl10 -5M%s %sl10 -5M%s %sV%s", tenth(x-5), tenth(y+5), tenth(x-5), tenth(y), tenth(x), tenth(y-5), tenth(a.over))
	}
	s.stroke("chart-axis", axis)
}

// band draws the spread around an illustrative line.
func (s *sheet) band(a *area, l line) {
	high := trace(l.high, false, s.x, a.y)
	low := trace(l.low, false, s.x, a.y)
	for i := len(low) - 1; i >= 0; i-- {
		high = append(high, low[i])
	}
	s.stroke("chart-band chart-band-"+l.series.String(), path(high)+"Z")
}

// keys names the lines in rows above them.
func (s *sheet) keys(p *panel) {
	const wide = 42
	var all []piece
	for i, l := range p.lines {
		all = append(all, piece{text: l.name, wide: wide, sign: func(x, y float64) {
			s.stroke(lineClass(i), fmt.Sprintf("M%s %sH%s", tenth(x), tenth(y), tenth(x+wide)))
		}})
	}
	s.row(all)
}
