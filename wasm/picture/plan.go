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

func keyOf(at panel.Rect, m *Moment, l *Look) planKey {
	return planKey{at, l.Style, l.Views, l.Labels, m.ShowBelief, l.Words("picture.name")}
}

// chip is the button of a part at its place.
type chip struct {
	part  int // of Parts
	at    panel.Rect
	words panel.Letters // none: only its number has room
	level float64       // how far down its part is seen
	side  int           // -1: at the left of the picture, 1: at the right; 0: below
}

// wanted are the views asked for.
func (l *Look) wanted() Views {
	if all := l.Views & (Body | Spine | Pump); all != 0 {
		return all
	}
	return Body | Spine | Pump
}

func (l *Look) planned(at panel.Rect, m *Moment) plan {
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
func (p *plan) namesBeside(room panel.Rect, l *Look) bool {
	em, gap := l.Style.Small, l.Style.Space[2]
	if room.W < (2*nameWide+between)*em {
		return false
	}
	wide := l.widest(nameWide * em)
	v := fit(panel.Rect{X: room.X + wide + 2*gap, Y: room.Y, W: room.W - 2*(wide+2*gap), H: room.H}, l.wanted(), true)
	var chips []chip
	for i, part := range Parts {
		if s, ok := spotOf(part, v.shown()); ok {
			c := l.chip(i, wide)
			c.level = v.of(s.view).point(s.at()).Y
			c.side = -1
			if s.view == Pump {
				c.side = 1
			}
			chips = append(chips, c)
		}
	}
	least, most := v.ends()
	if !l.column(chips, -1, max(room.X+wide, least-2.5*em), room) || !l.column(chips, 1, min(room.Right()-wide, most+2*em), room) {
		return false
	}
	p.views, p.chips = v, chips
	return true
}

// column puts the names of one side under each other, each as level with its
// part as the others allow, from or up to an x. It says whether the room is
// high enough.
func (l *Look) column(chips []chip, side int, x float64, room panel.Rect) bool {
	gap := l.Style.Space[1]
	var column []*chip
	high := -gap
	for i := range chips {
		c := &chips[i]
		if c.side != side {
			continue
		}
		c.at.X = x
		if side == -1 {
			c.at.X -= c.at.W
		}
		column = append(column, c)
		high += c.at.H + gap
		for j := len(column) - 1; j > 0 && column[j-1].level > column[j].level; j-- {
			column[j-1], column[j] = column[j], column[j-1]
		}
	}
	y := room.Y
	for _, c := range column { // no higher than the one above allows
		c.at.Y = max(y, c.level-c.at.H/2)
		y = c.at.Bottom() + gap
	}
	y = room.Bottom()
	for i := len(column) - 1; i >= 0; i-- { // no lower than the one below allows
		c := column[i]
		c.at.Y = min(y-c.at.H, c.at.Y)
		y = c.at.Y - gap
	}
	return high <= room.H
}

// widest is how wide the widest button of a part is, at most so wide.
func (l *Look) widest(most float64) float64 {
	w := 0.0
	for i := range Parts {
		w = max(w, l.chip(i, most).at.W)
	}
	return w
}

// chip is the button of a part with its name, as wide as that needs and at
// most so wide.
func (l *Look) chip(part int, most float64) chip {
	c := chip{part: part}
	pad := l.Style.Space[2]
	c.words = l.set(l.nameOf(Parts[part]), most-2*pad)
	if a, b, ok := strings.Cut(l.nameOf(Parts[part]), " ("); ok && len(c.words.Lines) > 1 {
		c.words.Lines = append(l.set(a, most-2*pad).Lines, l.set("("+b, most-2*pad).Lines...)
	}
	c.at.W = max(l.Style.Target, l.widthOf(c.words)+2*pad)
	c.at.H = max(l.Style.Target, math.Ceil(float64(len(c.words.Lines))*c.words.Leading+2*l.Style.Space[1]))
	return c
}

func (l *Look) nameOf(part string) string { return l.Words("part." + part + ".name") }

// set breaks words into lines.
func (l *Look) set(words string, width float64) panel.Letters {
	size := l.Style.Small
	return panel.Letters{Lines: l.Measure.Wrap(words, size, false, width), Size: size, Leading: 1.25 * size,
		Colour: "ink", Align: panel.Middle}
}

// namesBelow puts the names in rows below the picture, or where that leaves too
// little of it, only their numbers. It gives the room that is left above.
func (p *plan) namesBelow(room panel.Rect, l *Look) panel.Rect {
	p.numbers = true
	chips, high := l.rows(room.W, true)
	if room.H-high < min(14*l.Style.Small, 0.7*room.W) {
		chips, high = l.rows(room.W, false)
	}
	for i := range chips {
		chips[i].at.X += room.X
		chips[i].at.Y += room.Bottom() - high
	}
	p.chips = chips
	room.H -= high
	return room
}

// rows are the buttons in rows of as many as have room, with names or with
// numbers alone, and how high they are with the space above them.
func (l *Look) rows(width float64, names bool) ([]chip, float64) {
	gap := l.Style.Space[1]
	var chips []chip
	for i, part := range Parts {
		if _, ok := spotOf(part, l.wanted()); ok {
			chips = append(chips, chip{part: i})
		}
	}
	n := l.inARow(width, names, len(chips), gap)
	wide := (width - gap*float64(n-1)) / float64(n)
	y, high := gap, -gap
	for i := range chips {
		c := &chips[i]
		if i%n == 0 {
			y, high = y+high+gap, max(panel.Target, l.badge()+4)
		}
		if names {
			*c = l.chip(c.part, wide-l.badge()-2*gap)
			high = max(high, c.at.H)
		}
		c.at.X, c.at.Y, c.at.W = float64(i%n)*(wide+gap), y, wide
		for j := i - i%n; j <= i; j++ { // a row is equally high
			chips[j].at.H = high
		}
	}
	return chips, y + high
}

// inARow is how many buttons stand in a row: as many in each as in the others.
func (l *Look) inARow(width float64, names bool, all int, gap float64) int {
	em := l.Style.Small
	least := max(panel.Target, l.badge()+4)
	if names {
		least = 9.4 * em
	}
	n := int((width + gap) / (least + gap))
	if names {
		if n < 2 && width >= 17*em {
			n = 2
		}
		return max(1, min(4, n))
	}
	n = max(1, n)
	rows := max(1, (all+n-1)/n)
	return max(1, (all+rows-1)/rows)
}

// badge is the width of a number in its circle.
func (l *Look) badge() float64 { return 1.6 * l.Style.Small }

// Height is how high a picture of this width is best: its views are large and,
// with labels, its parts' names have room.
func (p *Painter) Height(width float64, l Look) float64 {
	em := l.Style.Small
	h := min(max(width/2.35, min(width, 25*em)), 44*em)
	if l.Labels && width < (2*nameWide+between)*em {
		_, rows := l.rows(width, true)
		h += rows
	}
	return math.Ceil(h)
}
