package timeline

import (
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// told says in words how the picture stands at the instant looked at.
func (f *feeling) told(i int) string {
	at := f.s.at()
	if !f.s.Lanes[i].morphine() {
		return sentence(f.say("feeling.illustrative")+".", f.say("feeling.morphine"), f.times())
	}
	m := f.c.records[i].Moments(f.daily, at, at, units.Minute)[0]
	said := f.say("feeling.told", "time", f.s.Calendar.Long(minute(at)),
		"relief", f.say("feeling.relief."+level(middle(m.Relief))), "drowsiness", f.say("feeling.drowsiness."+level(middle(m.Drowsiness))))
	return sentence(f.say("feeling.illustrative")+".", said, f.pains(i, at), f.say("feeling.predicts"), f.times())
}

// pains says what is left of the pain, in the flare that is now or was last.
func (f *feeling) pains(i int, at units.Instant) string {
	for k := len(f.s.Flares) - 1; k >= 0; k-- {
		flare := f.s.Flares[k]
		if flare.At >= at || flare.At.Add(flare.Lasts) <= f.w.from {
			continue
		}
		mid := min(at, flare.At.Add(flare.Lasts/2))
		m := f.c.records[i].Moments(f.daily, mid, mid, units.Minute)[0]
		return f.say("feeling.pain."+level(100-middle(m.Relief)), "time", f.s.Calendar.Clock(minute(flare.At)))
	}
	return ""
}

// level is a word for a value from 0 to 100. [design]
func level(v float64) string {
	switch {
	case v < 15:
		return "hardly"
	case v < 40:
		return "little"
	case v < 70:
		return "fair"
	}
	return "much"
}

// legend names the curves.
func (f *feeling) legend(at panel.Rect) panel.Node {
	s := f.sign()
	entries := []entry{
		{"relief", curveSign("teal-soft", "teal-deep", 1.8*f.thin, false, s), f.say("feeling.legend.relief"), false},
		{"drowsiness", curveSign("metal-soft", "metal-deep", 1.8*f.thin, true, s), f.say("feeling.legend.drowsiness"), false},
	}
	if len(f.s.Flares) > 0 {
		entries = append(entries, entry{"pain", painSign(f.thin, s), f.say("feeling.legend.pain"), false})
	}
	return f.list("feeling.legend", f.say("feeling.legend.name"), at, entries)
}

// curveSign is a piece of a curve in its band.
func curveSign(band, line panel.Token, width float64, dashed bool, s float64) func(*panel.Drawing) {
	return func(g *panel.Drawing) {
		g.Add(band, panel.RoundRect(panel.Rect{Y: s * 0.1, W: s, H: s * 0.8}, s*0.1))
		if !dashed {
			g.Stroke(line, width, panel.Path{}.M(width, s/2).L(s-width, s/2))
			return
		}
		g.Stroke(line, width, panel.Path{}.M(s*0.12, s/2).L(s*0.34, s/2).M(s*0.66, s/2).L(s*0.88, s/2))
	}
}

// painSign is a flare: its outline, and what is left of it.
func painSign(thin, s float64) func(*panel.Drawing) {
	hill := func(top float64) panel.Path {
		return panel.Path{}.M(thin, s*0.9).C(s*0.3, s*0.9, s*0.25, top, s/2, top).C(s*0.75, top, s*0.7, s*0.9, s-thin, s*0.9)
	}
	return func(g *panel.Drawing) {
		g.Add("skin", hill(s*0.5).Z())
		g.Stroke("skin-line", thin, hill(s*0.1))
		g.Stroke("skin-line", 1.8*thin, hill(s*0.5))
	}
}
