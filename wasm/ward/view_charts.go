package ward

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/panel"
)

// reasonOrder are the reasons of refusals in the order in which they are listed.
var reasonOrder = pump.Denials()

// bar is a column of a chart: how high it is, and how much of it is of a second
// kind, on top.
type bar struct {
	from, to float64 // parts of the width
	high     float64
	more     float64
	strong   bool
}

// bars is a chart of columns with marks below, as a picture that says what it
// shows. level, above 0, is a line across.
func (d *draft) bars(id, name, text string, all []bar, level float64, marks []string, colours [3]panel.Token) form.Block {
	return func(at panel.Rect) panel.Node {
		at.H = 8 * d.Em
		most := level
		key := []string{form.Fixed(at.W), form.Fixed(level)}
		for _, b := range all {
			most = max(most, b.high+b.more)
			key = append(key, form.Fixed(b.from), form.Fixed(b.high), form.Fixed(b.more), strconv.FormatBool(b.strong))
		}
		base, top := at.H-1.6*d.Em, 0.4*d.Em
		scale := 0.0
		if most > 0 {
			scale = (base - top) / most
		}
		n := panel.Node{ID: id, Role: panel.Picture, Name: name, Bounds: at,
			Description: text + " " + d.words("ward.chart.marks", "marks", strings.Join(marks, ", "))}
		n.Look.Drawing = d.Drawn(id, key, func() *panel.Drawing {
			g := &panel.Drawing{}
			for _, b := range all {
				x, w := at.W*b.from+1, max(2, at.W*(b.to-b.from)-2)
				fill := colours[0]
				if b.strong {
					fill = colours[2]
				}
				if h := b.high * scale; h > 0 {
					g.Add(fill, panel.RoundRect(panel.Rect{X: x, Y: base - h, W: w, H: h}, min(3, w/2)))
				}
				if h := b.more * scale; h > 0 {
					g.Add(colours[1], panel.RoundRect(panel.Rect{X: x, Y: base - b.high*scale - h, W: w, H: h}, min(3, w/2)))
				}
			}
			if level > 0 {
				y := base - level*scale
				for x := 0.0; x < at.W; x += 10 {
					g.Stroke("ink-soft", d.Style.Thin, panel.Path{}.M(x, y).L(min(x+5, at.W), y))
				}
			}
			g.Stroke("ink-faint", d.Style.Thin, panel.Path{}.M(0, base).L(at.W, base))
			for i := range marks {
				x := at.W * float64(i) / float64(len(marks))
				g.Stroke("ink-faint", d.Style.Thin, panel.Path{}.M(x, base).L(x, base+0.3*d.Em))
			}
			return g
		})
		for i, mark := range marks {
			words, h := d.Set(mark, at.W/float64(len(marks)), d.Soft())
			n.Children = append(n.Children, panel.Node{ID: id + ".mark." + strconv.Itoa(i), Look: panel.Look{Letters: words},
				Bounds: panel.Rect{X: at.X + at.W*float64(i)/float64(len(marks)), Y: at.Bottom() - 1.3*d.Em, W: at.W / float64(len(marks)), H: h}})
		}
		return n
	}
}

var hoursOfDay = []string{"0 h", "6 h", "12 h", "18 h"}

// dayChart draws a day of a flex infusion: how much an hour from step to step.
func (d *draft) dayChart(at panel.Rect) panel.Node {
	set := &d.m.tablet.set
	one := set.days[set.day]
	text := d.words("ward.flex.chart.words")
	var all []bar
	for i, s := range one.steps {
		b := bar{from: part(one.steps[i].from), to: part(one.until(i)), high: 1e-9, strong: i == set.step}
		if mass, err := units.ParseMass(withUnit(s.give, set.mass())); err == nil && !s.minimum {
			b.high = float64(mass) / float64(one.until(i)-s.from)
		}
		all = append(all, b)
		text += " " + d.words("ward.line.step", "from", clockOf(s.from), "give", d.m.stepWords(s, set.mass())) + "."
	}
	return d.bars("flex.chart", d.words("ward.flex.chart.name"), text, all, 0, hoursOfDay, [3]panel.Token{"drug-soft", "drug-soft", "drug"})(at)
}

func part(s units.Span) float64 { return float64(s) / float64(units.Day) }

// hours draws when the patient asked, by the hour of the day.
func (d *draft) hours(hourly [24]activation) form.Block {
	var all []bar
	var said []string
	for i, h := range hourly {
		all = append(all, bar{from: float64(i) / 24, to: float64(i+1) / 24, high: float64(h.given), more: float64(h.denied)})
		if h.given+h.denied > 0 {
			said = append(said, d.words("ward.reports.hour", "hour", strconv.Itoa(i), "given", number(h.given), "denied", number(h.denied)))
		}
	}
	return d.bars("asked.hours", d.words("ward.reports.hours"), strings.Join(said, " "), all, 0, hoursOfDay, [3]panel.Token{"drug", "amber", "drug"})
}

// aftermath draws what reaches the patient in the hours after the case, beside
// what is prescribed.
func (d *draft) aftermath(hours []practice.Hour) form.Block {
	var all []bar
	var least, most units.Mass
	level := 0.0
	for i, h := range hours {
		n := float64(len(hours))
		all = append(all, bar{from: float64(i) / n, to: float64(i+1) / n, high: float64(h.Given), strong: 4*apart(h.Given, h.Prescribed) > h.Prescribed})
		level = float64(h.Prescribed)
		if i == 0 || h.Given < least {
			least = h.Given
		}
		most = max(most, h.Given)
	}
	if len(hours) == 0 {
		return d.soft("ward.debrief.no_hours")
	}
	text := d.words("ward.debrief.hours.words", "prescribed", rounded(hours[0].Prescribed), "least", rounded(least), "most", rounded(most))
	return d.bars("aftermath", d.words("ward.debrief.hours.name"), text, all, level, []string{"0 h", "12 h", "24 h", "36 h"}, [3]panel.Token{"drug", "drug", "plum"})
}

func apart(a, b units.Mass) units.Mass { return max(a-b, b-a) }

// rounded is a dose to three decimals of its unit.
func rounded(m units.Mass) string {
	if m < 100_000 {
		return decimals(int64(m), 1000, 1) + " mcg"
	}
	return decimals(int64(m), 1_000_000, 3) + " mg"
}
