package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// description says everything that the picture shows.
func (s *scene) description() string {
	m := &s.m
	front, percent := m.fronts()
	part := ""
	if _, ok := spotOf(s.look.Pointed, s.shown); ok {
		part = s.look.nameOf(s.look.Pointed)
	}
	pump, both := s.shown&Pump != 0, m.ShowBelief && s.shown&Pump != 0
	text := ""
	for _, say := range []struct {
		when bool
		key  string
	}{
		{pump && m.True > 0, "level"}, {pump && m.True == 0, "empty"},
		{both, "legend.true"}, {both, "legend.count"},
		{true, m.motion()}, {front != "", front},
		{m.Alarm == NonCritical, "alarm.noncritical"}, {m.Alarm == Critical, "alarm.critical"},
		{m.Battery == ReplaceSoon, "battery.soon"}, {m.Battery == BatteryEnded, "battery.ended"},
		{part != "", "pointed"},
		{s.shown&Body != 0, "drawn.body"}, {s.shown&Spine != 0, "drawn.spine"}, {pump, "drawn.pump"},
	} {
		if !say.when {
			continue
		}
		now := m.True
		if say.key == "legend.count" {
			now = m.Believed
		}
		text += " " + s.look.Words("picture."+say.key, "now", tenths(now), "all", tenths(m.Capacity),
			"rate", hundredths(m.Flow), "percent", itoa(percent), "part", part)
		if text[len(text)-1] != '.' { // the legend's words are no sentences
			text += "."
		}
	}
	return text[1:]
}

// motion is the key of what the rotor does and why.
func (m *Moment) motion() string {
	switch {
	case m.ended():
		return "still"
	case m.Updating:
		return "updating"
	case m.InMRI:
		return "mri"
	case m.Stalled:
		return "stalled"
	case m.Stopped:
		return "stopped"
	case m.Flow > 0 && m.Bolus:
		return "bolus"
	case m.Flow > 0:
		return "flow"
	case m.Rotor > 0:
		return "dry"
	}
	return "still"
}

// ended tells whether the pump has stopped for good; then no other reason
// counts.
func (m *Moment) ended() bool { return m.Battery == BatteryEnded && m.Rotor == 0 }

// fronts is the key of what the path holds, where that is more than one
// strength or no drug, and how far the front nearest to the tip has come.
func (m *Moment) fronts() (key string, percent int) {
	if len(m.Path) == 0 {
		return "", 0
	}
	last := m.Path[len(m.Path)-1]
	if len(m.Path) == 1 {
		if last.Strength == 0 {
			return "saline", 0
		}
		return "", 0
	}
	before := m.Path[len(m.Path)-2].Strength
	key = "front.weaker"
	switch {
	case last.Strength == 0:
		key = "front.first"
	case before == 0:
		key = "front.saline"
	case before > last.Strength:
		key = "front.stronger"
	}
	return key, int(math.Floor((1 - last.Part) * 100))
}

// tenths is an amount to a tenth, rounded down as the pump reports it, without
// a last nought.
func tenths(v float64) string {
	n := int(math.Floor(v*10 + 1e-6))
	if n%10 == 0 {
		return itoa(n / 10)
	}
	return itoa(n/10) + "." + itoa(n%10)
}

// hundredths is a flow to a hundredth.
func hundredths(v float64) string {
	n := int(math.Round(v * 100))
	return itoa(n/100) + "." + itoa(n/10%10) + itoa(n%10)
}

// legendWords are the words of the two levels, set below the picture in a row,
// or in two where they have no room beside one another.
func (l *Look) legendWords(real, count float64) [2]string {
	return [2]string{l.Words("picture.legend.true", "now", tenths(real)), l.Words("picture.legend.count", "now", tenths(count))}
}

// sample is the width of a piece of a line in the legend, and legendRow the
// height of its rows.
func (l *Look) sample() float64    { return 3.6 * l.Style.Small }
func (l *Look) legendRow() float64 { return 1.5 * l.Style.Small }

// legendSize is how wide each of the two is, and whether they stand below each
// other.
func (l *Look) legendSize(words [2]string, width float64) (wide [2]float64, apart float64, two bool) {
	apart = 2 * l.Style.Space[4]
	for i, w := range words {
		wide[i] = l.sample() + l.Measure.Width(w, l.Style.Small, false) + 1
	}
	return wide, apart, wide[0]+apart+wide[1] > width
}

// legendHeight is how high the words of the two levels are.
func (l *Look) legendHeight(width float64) float64 {
	h := l.legendRow() + l.Style.Space[2]
	if _, _, two := l.legendSize(l.legendWords(88.8, 88.8), width); two {
		h += l.legendRow()
	}
	return h
}

// legend says which line is which level.
func (s *scene) legend() {
	l, at := &s.look, s.plan.legend
	if at.W == 0 {
		return
	}
	words := l.legendWords(s.m.True, s.m.Believed)
	wide, apart, two := l.legendSize(words, at.W)
	x, y := at.X+max(0, (at.W-wide[0]-apart-wide[1])/2), at.Y+l.Style.Space[2]
	for i, text := range words {
		if two {
			x = at.X + max(0, (at.W-wide[i])/2)
		}
		row := panel.Rect{X: x, Y: y, W: wide[i], H: l.legendRow()}
		s.legendLine(i, row)
		row.X, row.W = row.X+l.sample(), row.W-l.sample()
		set := &s.add("legend.words"+itoa(i), row).Look.Letters
		set.Lines, set.Size, set.Leading, set.Colour = []string{text}, l.Style.Small, row.H, "ink"
		x += wide[i] + apart
		if two {
			y += row.H
		}
	}
}

// legendLine draws a piece of the line of a level.
func (s *scene) legendLine(i int, row panel.Rect) {
	thick, long := 0.19*s.look.Style.Small, 2.7*s.look.Style.Small
	row.W = s.look.sample()
	s.over("legend.line"+itoa(i), row, [4]float64{thick}, func(p *pen) {
		p.x, p.y = 6, row.H/2
		if i == 1 {
			drawCountLine(p, long-10, thick)
			return
		}
		p.fill("drug", box(panel.Rect{W: long, H: row.H * 0.3}, 0))
		p.line("drug-deep", thick, straight(0, 0, long, 0))
	})
}
