package picture

import (
	"math"
	"strings"

	"iddtestdrive/wasm/panel"
)

// plan is where everything stands in a place; as long as the place, the words
// and what is asked for stay the same, so does the plan.
type plan struct {
	key planKey
	views
	legend  panel.Rect // of the two levels; no width: there is none
	chips   []chip
	numbers bool // the parts have numbers
}

type planKey struct {
	at                 panel.Rect
	style              panel.Style
	views              Views
	labels, showBelief bool
	language           string
}

func keyOf(at panel.Rect, m Moment, l Look) planKey {
	return planKey{at, l.Style, l.Views, l.Labels, m.ShowBelief, l.Words("picture.name")}
}

// chip is the button of a part at its place.
type chip struct {
	part   int // of Parts
	at     panel.Rect
	words  panel.Letters
	number bool // only its number has room
	side   int  // -1: at the left of the picture, 1: at the right; 0: below
}

// wanted are the views asked for.
func (l Look) wanted() Views {
	if all := l.Views & (Body | Spine | Pump); all != 0 {
		return all
	}
	return Body | Spine | Pump
}

func (l Look) planned(at panel.Rect, m Moment) plan {
	p := plan{}
	room := at
	if h := l.legendHeight(at.W); m.ShowBelief && l.wanted()&Pump != 0 && at.H > 2*h+12*l.Style.Small {
		room.H -= h
		p.legend = panel.Rect{X: at.X, W: at.W, H: h}
	}
	if l.Labels && !p.namesBeside(room, l) {
		room = p.namesBelow(room, l)
	}
	if p.views == (views{}) {
		p.views = fit(room, l.wanted(), false)
	}
	p.legend.Y = room.Bottom()
	return p
}

// The widths, in ems, of the names at the sides, and of the picture between
// them at least.
const nameWide, between = 9.5, 25.0

// namesBeside puts the names at both sides, where there is room.
func (p *plan) namesBeside(room panel.Rect, l Look) bool {
	em, gap := l.Style.Small, l.Style.Space[2]
	if room.W < (2*nameWide+between)*em {
		return false
	}
	wide := l.widest(nameWide * em)
	inner := panel.Rect{X: room.X + wide + 2*gap, Y: room.Y, W: room.W - 2*(wide+2*gap), H: room.H}
	v := fit(inner, l.wanted(), true)
	var chips []chip
	for side := -1; side <= 1; side += 2 {
		x := room.X
		if side == 1 {
			x = room.Right() - wide
		}
		column := l.column(v, side, panel.Rect{X: x, Y: room.Y, W: wide, H: room.H})
		if column == nil {
			return false
		}
		chips = append(chips, column...)
	}
	p.views = v
	for i := range Parts {
		for _, c := range chips {
			if c.part == i {
				p.chips = append(p.chips, c)
			}
		}
	}
	return true
}

// column puts the names of one side under each other, each as level with its
// part as the others allow. It is nil where the room is too low.
func (l Look) column(v views, side int, room panel.Rect) []chip {
	gap := l.Style.Space[1]
	column := []chip{}
	var level []float64
	high := -gap
	for i, part := range Parts {
		s, ok := spotOf(part, v.shown())
		if !ok || (s.view == Pump) != (side == 1) {
			continue
		}
		c := l.chip(i, room.W)
		c.side, c.at.X = side, room.X
		if side == -1 {
			c.at.X = room.Right() - c.at.W
		}
		y := v.of(s.view).point(s.at).Y
		at := 0
		for at < len(level) && level[at] <= y {
			at++
		}
		level = append(level[:at], append([]float64{y}, level[at:]...)...)
		column = append(column[:at], append([]chip{c}, column[at:]...)...)
		high += c.at.H + gap
	}
	if high > room.H {
		return nil
	}
	y := room.Y
	for i := range column { // no higher than the one above allows
		y = max(y, level[i]-column[i].at.H/2)
		column[i].at.Y = y
		y += column[i].at.H + gap
	}
	y = room.Bottom()
	for i := len(column) - 1; i >= 0; i-- { // no lower than the one below allows
		y = min(y-column[i].at.H, column[i].at.Y)
		column[i].at.Y = y
		y -= gap
	}
	return column
}

// widest is how wide the widest button of a part is, at most so wide.
func (l Look) widest(most float64) float64 {
	w := 0.0
	for i := range Parts {
		w = max(w, l.chip(i, most).at.W)
	}
	return w
}

// chip is the button of a part with its name, as wide as that needs and at
// most so wide.
func (l Look) chip(part int, most float64) chip {
	c := chip{part: part}
	pad := l.Style.Space[2]
	c.words = l.set(l.nameOf(Parts[part]), most-2*pad)
	if a, b, ok := strings.Cut(l.nameOf(Parts[part]), " ("); ok && len(c.words.Lines) > 1 {
		c.words.Lines = append(l.set(a, most-2*pad).Lines, l.set("("+b, most-2*pad).Lines...)
	}
	wide := 0.0
	for _, line := range c.words.Lines {
		wide = max(wide, l.Measure.Width(line, c.words.Size, false))
	}
	c.at.W = max(l.Style.Target, math.Ceil(wide+2*pad))
	c.at.H = max(l.Style.Target, math.Ceil(float64(len(c.words.Lines))*c.words.Leading+2*l.Style.Space[1]))
	return c
}

func (l Look) nameOf(part string) string { return l.Words("part." + part + ".name") }

// set breaks words into lines.
func (l Look) set(words string, width float64) panel.Letters {
	size := l.Style.Small
	return panel.Letters{Lines: l.Measure.Wrap(words, size, false, width), Size: size, Leading: 1.25 * size,
		Colour: "ink", Align: panel.Middle}
}

// namesBelow puts the names in rows below the picture, or where that leaves too
// little of it, only their numbers. It gives the room that is left above.
func (p *plan) namesBelow(room panel.Rect, l Look) panel.Rect {
	p.numbers = true
	shown := l.wanted()
	if chips, high := l.rows(room.W, shown); room.H-high >= l.leastHeight(room.W) {
		p.chips = chips
		return p.below(room, high)
	}
	chips, high := l.numbers(room.W, shown)
	p.chips = chips
	return p.below(room, high)
}

func (p *plan) below(room panel.Rect, high float64) panel.Rect {
	for i := range p.chips {
		p.chips[i].at.X += room.X
		p.chips[i].at.Y += room.Bottom() - high
	}
	room.H -= high
	return room
}

// leastHeight is how high the views must be for names to be put below them.
func (l Look) leastHeight(width float64) float64 { return min(14*l.Style.Small, 0.7*width) }

// rows are the names in rows of as many as have room, and how high they are
// with the space above them.
func (l Look) rows(width float64, shown Views) ([]chip, float64) {
	em, gap := l.Style.Small, l.Style.Space[1]
	n := max(1, min(4, int((width+gap)/(9.4*em))))
	if n == 1 && width >= 17*em {
		n = 2
	}
	wide := (width - gap*float64(n-1)) / float64(n)
	var chips []chip
	y, high, column := gap*2, 0.0, 0
	for i, part := range Parts {
		if _, ok := spotOf(part, shown); !ok {
			continue
		}
		if column == n {
			level(chips[len(chips)-n:], high)
			y, high, column = y+high+gap, 0, 0
		}
		c := l.chip(i, wide-l.badge()-l.Style.Space[2])
		c.at = panel.Rect{X: float64(column) * (wide + gap), Y: y, W: wide, H: c.at.H}
		high = max(high, c.at.H)
		chips = append(chips, c)
		column++
	}
	level(chips[len(chips)-column:], high)
	return chips, y + high
}

// level makes the buttons of a row equally high.
func level(row []chip, high float64) {
	for i := range row {
		row[i].at.H = high
	}
}

// badge is the width of a number in its circle.
func (l Look) badge() float64 { return 1.6 * l.Style.Small }

// numbers are buttons with the numbers of the parts alone.
func (l Look) numbers(width float64, shown Views) ([]chip, float64) {
	gap := 2.0
	side := max(panel.Target, l.badge()+4)
	all := 0
	for _, part := range Parts {
		if _, ok := spotOf(part, shown); ok {
			all++
		}
	}
	n := max(1, int((width+gap)/(side+gap)))
	rows := max(1, (all+n-1)/n)
	n = max(1, (all+rows-1)/rows) // as many in each
	wide := (width - gap*float64(n-1)) / float64(n)
	var chips []chip
	y, column := gap*2, 0
	for i, part := range Parts {
		if _, ok := spotOf(part, shown); !ok {
			continue
		}
		if column == n {
			y, column = y+side+gap, 0
		}
		chips = append(chips, chip{part: i, number: true,
			at: panel.Rect{X: float64(column) * (wide + gap), Y: y, W: wide, H: side}})
		column++
	}
	return chips, y + side
}

// Height is how high a picture of this width is best: its views are large and,
// with labels, its parts' names have room.
func (p *Painter) Height(width float64, l Look) float64 {
	em := l.Style.Small
	beside := l.Labels && width >= (2*nameWide+between)*em
	if beside {
		width -= (2*nameWide + 1) * em
	}
	h := min(max(0.62*width, min(1.02*width, 26*em)), 40*em)
	switch {
	case beside:
		h = max(h, 25*em)
	case l.Labels:
		_, rows := l.rows(width, l.wanted())
		h += rows
	}
	return math.Ceil(h)
}
