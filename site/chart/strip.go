package chart

import (
	"fmt"
	"strconv"
	"strings"
)

const half = 7.0 // of a mark's width

// requests draws what became of the patient's requests: under the title how many
// of each, with their signs, then a row of each.
func (s *sheet) requests(p *panel) {
	given, refused := p.count()
	var all []piece
	for _, kind := range []struct {
		n    int
		word string
		draw func(x, y float64)
	}{{given, "given", s.drop}, {refused, "refused", s.cross}} {
		all = append(all, piece{wide: 2 * half, text: s.speech.say(kind.word, "count", s.speech.count(kind.n)),
			sign: func(x, y float64) { kind.draw(x+half, y) }})
	}
	s.row(all)
	for _, kind := range []struct {
		given bool
		n     int
		draw  func(x, y float64)
	}{{true, given, s.drop}, {false, refused, s.cross}} {
		if kind.n == 0 {
			continue
		}
		s.base(24)
		s.marks(p, kind.given, kind.draw)
	}
}

// marked is a row of marks that would lie on one another.
type marked struct {
	from, to float64
	n        int
}

// marks draws one kind of marks. Where some would lie on one another, the first
// and the last of them are drawn with a line between, and their number where
// there is room for it.
func (s *sheet) marks(p *panel, given bool, draw func(x, y float64)) {
	var all []marked
	for _, m := range p.marks {
		if m.given != given {
			continue
		}
		x := s.x(m.at)
		if last := len(all) - 1; last >= 0 && x-all[last].to < 2*half {
			all[last].to = x
			all[last].n++
			continue
		}
		all = append(all, marked{x, x, 1})
	}
	y := s.y - 12
	for i, m := range all {
		draw(m.from, y)
		end := m.from
		if m.to-m.from >= 2*half {
			s.stroke("chart-axis", fmt.Sprintf("M%s %sH%s", tenth(m.from+half), tenth(y), tenth(m.to-half)))
			draw(m.to, y)
			end = m.to
		}
		next := s.width
		if i+1 < len(all) {
			next = all[i+1].from - half
		}
		times := "×" + s.speech.count(m.n)
		if m.n > 1 && end+half+4+measure(times, s.size) < next {
			s.text("chart-name", "", end+half+4, y+0.35*s.size, times)
		}
	}
}

// base draws the ground of a row of marks, so high.
func (s *sheet) base(height float64) {
	s.upright(s.y, s.y+height)
	s.y += height
	s.stroke("chart-axis", fmt.Sprintf("M%s %sH%s", tenth(s.left), tenth(s.y), tenth(s.right)))
}

// drop is the sign of a dose that was given: full.
func (s *sheet) drop(x, y float64) {
	s.stroke("chart-given", fmt.Sprintf("M%s %sl7 9a7 7 0 1 1 -14 0z", tenth(x), tenth(y-11)))
}

// cross is the sign of one that was not: open, with a cross.
func (s *sheet) cross(x, y float64) {
	s.stroke("chart-refused", fmt.Sprintf("M%s %sl12 12m0 -12l-12 12", tenth(x-6), tenth(y-6)))
}

// numbers draws the events as numbers in circles, those close together under one
// another.
func (s *sheet) numbers(p *panel) {
	if len(p.marks) == 0 {
		s.words("chart-note", s.speech.say("no_event"))
		return
	}
	radius := 0.72 * s.size
	var rows []float64 // the right end of each
	type badge struct {
		x   float64
		row int
		n   int
	}
	var badges []badge
	for _, m := range p.marks {
		x := min(max(s.x(m.at), radius+1), s.width-radius-1)
		row := 0
		for row < len(rows) && rows[row] > x-radius-2 {
			row++
		}
		if row == len(rows) {
			rows = append(rows, 0)
		}
		rows[row] = x + radius
		badges = append(badges, badge{x, row, m.number})
	}
	top := s.y
	s.base(float64(len(rows)) * (2*radius + 4))
	for _, b := range badges {
		y := top + float64(b.row)*(2*radius+4) + radius + 1
		fmt.Fprintf(&s.b, `<circle class="chart-badge" cx="%s" cy="%s" r="%s"></circle>`, tenth(b.x), tenth(y), tenth(radius))
		s.text("chart-number", "middle", b.x, y+0.3*s.size, strconv.Itoa(b.n))
	}
}

// eventList is what the numbers of the panels stand for.
func (r *request) eventList(panels []panel) []string {
	var all []string
	for _, p := range panels {
		if p.kind != events {
			continue
		}
		for _, m := range p.marks {
			all = append(all, r.speech.say("happened", "time", r.calendar.when(m.at), "what", r.event(m)))
		}
	}
	return all
}

func (r *request) event(m mark) string {
	return r.speech.say("event." + strings.ReplaceAll(m.word, "-", "_"))
}
