package chart

import (
	"math"
	"strings"
)

// name is the name of a line, beside it.
type name struct {
	lines  []string
	x, top float64
	width  float64
	height float64
}

const (
	beside = 4.0 // how far a name stands from its line
	clear  = 5.0 // and at least from all others
)

// place finds a place beside its line for the name of each. One line alone needs
// no name. all is false where there is no room for some of them.
func (s *sheet) place(a *area, traces [][]spot) (names []name, all bool) {
	if len(a.lines) < 2 {
		return nil, true
	}
	for i := range a.lines {
		var best name
		worst := math.Inf(1)
		for rows := 1; rows <= 2; rows++ {
			n := s.shape(a.lines[i].name, rows)
			for n.x = s.left + 6; n.x+n.width < s.right; n.x += 6 {
				for _, below := range []bool{false, true} {
					if bad := n.beside(a, traces, i, names, below); bad < worst {
						best, worst = n, bad
					}
				}
			}
		}
		if math.IsInf(worst, 1) {
			return nil, false
		}
		names = append(names, best)
	}
	return names, true
}

// shape is a name in one row, or in two or three of whole words.
func (s *sheet) shape(text string, rows int) name {
	width := measure(text, s.size)
	if rows > 1 {
		width *= 0.62
		for _, word := range strings.Fields(text) {
			width = max(width, measure(word, s.size))
		}
	}
	n := name{lines: wrapped(text, width, s.size)}
	for _, line := range n.lines {
		n.width = max(n.width, measure(line, s.size))
	}
	n.height = float64(len(n.lines)) * s.line()
	return n
}

// beside puts a name over or under its line and says how bad that is: the less
// even the line is there, the worse. It is infinite where something else is there.
func (n *name) beside(a *area, traces [][]spot, own int, others []name, below bool) float64 {
	high, low := reach(traces[own], n.x-2, n.x+n.width+2)
	if n.top = high - beside - n.height; below {
		n.top = low + beside
	}
	if n.top+n.height > a.bottom-2 {
		return math.Inf(1)
	}
	for i, t := range traces {
		top, bottom := reach(t, n.x-clear, n.x+n.width+clear)
		if i != own && bottom > n.top-clear && top < n.top+n.height+clear {
			return math.Inf(1)
		}
	}
	for _, o := range others {
		if n.x < o.x+o.width+clear && o.x < n.x+n.width+clear && n.top < o.top+o.height && o.top < n.top+n.height {
			return math.Inf(1)
		}
	}
	bad := low - high + 3*float64(len(n.lines)) + max(0, -n.top)/4
	if below {
		bad += 4
	}
	return bad
}

// reach is how high and how low a line goes between two places.
func reach(line []spot, from, to float64) (high, low float64) {
	high, low = math.Inf(1), math.Inf(-1)
	see := func(y float64) { high, low = min(high, y), max(low, y) }
	for i := 1; i < len(line); i++ {
		p, q := line[i-1], line[i]
		if q.x < from || p.x > to {
			continue
		}
		for _, x := range []float64{max(p.x, from), min(q.x, to)} {
			if q.x == p.x {
				see(p.y)
				see(q.y)
				continue
			}
			see(p.y + (q.y-p.y)*(x-p.x)/(q.x-p.x))
		}
	}
	return high, low
}
