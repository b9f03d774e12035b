package picture

import (
	"math"
	"strconv"
	"strings"

	"iddtestdrive/wasm/panel"
)

// description says everything that the picture shows.
func (s *scene) description() string {
	m, w := &s.m, s.look.Words
	shown := s.plan.shown()
	var say []string
	add := func(key string, values ...string) { say = append(say, w("picture."+key, values...)) }
	if shown&Pump != 0 {
		if m.True > 0 {
			add("level", "now", tenths(m.True), "all", tenths(m.Capacity))
		} else {
			add("empty", "all", tenths(m.Capacity))
		}
	}
	if s.plan.legend.W > 0 {
		say = append(say, s.legendWords(0)+".", s.legendWords(1)+".")
	}
	add(m.motion(), "rate", hundredths(m.Flow))
	if key, percent := m.fronts(); key != "" {
		add(key, "percent", strconv.Itoa(percent))
	}
	if m.Alarm == NonCritical {
		add("alarm.noncritical")
	}
	if m.Alarm == Critical {
		add("alarm.critical")
	}
	if m.Battery == ReplaceSoon {
		add("battery.soon")
	}
	if m.Battery == BatteryEnded {
		add("battery.ended")
	}
	if _, ok := spotOf(s.look.Pointed, shown); ok {
		add("pointed", "part", s.look.nameOf(s.look.Pointed))
	}
	if shown&Body != 0 {
		add("drawn.body")
	}
	if shown&Spine != 0 {
		add("drawn.spine")
	}
	if shown&Pump != 0 {
		add("drawn.pump")
	}
	return strings.Join(say, " ")
}

// motion is the key of what the rotor does and why.
func (m *Moment) motion() string {
	switch {
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
		return strconv.Itoa(n / 10)
	}
	return strconv.Itoa(n/10) + "." + strconv.Itoa(n%10)
}

// hundredths is a flow to a hundredth.
func hundredths(v float64) string {
	n := int(math.Round(v * 100))
	return strconv.Itoa(n/100) + "." + strconv.Itoa(n/10%10) + strconv.Itoa(n%10)
}

// legendWords are the words of the true level, or of the count.
func (s *scene) legendWords(i int) string {
	return s.look.legendWords(i, []float64{s.m.True, s.m.Believed}[i])
}

func (l Look) legendWords(i int, v float64) string {
	return l.Words([]string{"picture.legend.true", "picture.legend.count"}[i], "now", tenths(v))
}

// sample is the width of a piece of a line in the legend.
func (l Look) sample() float64 { return 3.6 * l.Style.Small }

// legendHeight is how high the words of the two levels are: a row, or two where
// they have no room beside one another.
func (l Look) legendHeight(width float64) float64 {
	return l.legendRows(width)*1.5*l.Style.Small + l.Style.Space[2]
}

func (l Look) legendRows(width float64) float64 {
	both := 2 * l.Style.Space[4]
	for i := range 2 {
		both += l.sample() + l.Measure.Width(l.legendWords(i, 88.8), l.Style.Small, false)
	}
	if both > width {
		return 2
	}
	return 1
}

// legend says which line is which level.
func (s *scene) legend() {
	l, at := s.look, s.plan.legend
	if at.W == 0 {
		return
	}
	rows := l.legendRows(at.W)
	high := 1.5 * l.Style.Small
	x, y := at.X, at.Y+l.Style.Space[2]
	for i := range 2 {
		text := s.legendWords(i)
		wide := l.Measure.Width(text, l.Style.Small, false)
		if rows == 2 {
			x = at.X + max(0, (at.W-l.sample()-wide)/2)
		} else if i == 0 {
			both := 2*l.sample() + wide + l.Measure.Width(s.legendWords(1), l.Style.Small, false) + 2*l.Style.Space[4]
			x = at.X + max(0, (at.W-both)/2)
		}
		s.legendLine(i, panel.Rect{X: x, Y: y, W: l.sample(), H: high})
		s.out = append(s.out, panel.Node{ID: s.painter.name("legend.words" + itoa(i)),
			Bounds: panel.Rect{X: x + l.sample(), Y: y, W: wide + 2, H: high},
			Look:   panel.Look{Letters: panel.Letters{Lines: []string{text}, Size: l.Style.Small, Leading: high, Colour: "ink"}}})
		if rows == 2 {
			y += high
		} else {
			x += l.sample() + wide + 2*l.Style.Space[4]
		}
	}
}

func (s *scene) legendLine(i int, at panel.Rect) {
	id := "legend.line" + itoa(i)
	thick := 0.19 * s.look.Style.Small
	drawing := s.painter.drawn(sketchKey{what: id, f: 1, dx: at.H}, func(p *pen) {
		p.y = at.H / 2
		wide := at.W - 0.9*s.look.Style.Small
		if i == 1 {
			p.x = 6
			drawCountLine(p, wide-10, thick)
			return
		}
		p.fill("drug", panel.RoundRect(panel.Rect{Y: 0, W: wide, H: at.H * 0.3}, 0))
		p.line("drug-deep", thick, panel.Path{}.M(0, 0).L(wide, 0))
	})
	s.out = append(s.out, panel.Node{ID: s.painter.name(id), Bounds: at, Look: panel.Look{Drawing: drawing}})
}
