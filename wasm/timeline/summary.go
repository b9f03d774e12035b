package timeline

import (
	"iddtestdrive/engine/units"
)

// summary says in words what a lane's picture shows.
func (h *sheet) summary(l lane, p plot) string {
	count := [allKinds]int{}
	urgent := 0
	for _, m := range l.marks {
		count[m.Kind]++
		if critical(m) {
			urgent++
		}
	}
	left, rest := units.Mass(0), units.Span(0)
	for _, c := range l.columns {
		left += c.Left
		if c.Rest != Flowing {
			rest += units.Span(c.To - c.From)
		}
	}
	to := min(h.w.to, h.s.now())
	told := h.say("timeline.summary",
		"from", h.s.Calendar.Long(minute(h.w.from)), "to", h.s.Calendar.Long(minute(to)),
		"given", h.counted("timeline.count.given", count[Given]),
		"refused", h.counted("timeline.count.refused", count[Refused]),
		"alarms", h.counted("timeline.count.alarm", count[Alarmed]),
		"amount", amount(left))
	return sentence(told, h.some("timeline.count.urgent", urgent), h.rested(rest), h.some("timeline.count.unheard", count[Unheard]),
		h.some("timeline.count.visited", count[Visited]), h.some("timeline.count.flare", h.flaresSeen(), "word", h.say("timeline.flare")),
		h.heights(p), h.times())
}

// some is the words for a number of things, and none for none of them.
func (h *sheet) some(key string, n int, values ...string) string {
	if n == 0 {
		return ""
	}
	return h.counted(key, n, values...)
}

// rested says for how long nothing flowed, from a minute on.
func (h *sheet) rested(rest units.Span) string {
	minutes := int64(rest / units.Minute)
	switch {
	case minutes == 0:
		return ""
	case minutes < 60:
		return h.say("timeline.rested.minutes", "min", number(minutes))
	case minutes < 48*60:
		return h.say("timeline.rested.hours", "h", number(minutes/60), "min", number(minutes%60))
	}
	return h.say("timeline.rested.days", "d", number(minutes/60/24))
}

// heights says what the numbers of the scale are.
func (h *sheet) heights(p plot) string {
	unit, _ := p.scale.unit()
	return h.say("timeline.heights", "top", p.scale.top(), "unit", unit)
}

// counted is the words for a number of things: none, one or many.
func (h *sheet) counted(key string, n int, values ...string) string {
	switch n {
	case 0:
		return h.say(key+".none", values...)
	case 1:
		return h.say(key+".one", values...)
	}
	return h.say(key+".many", append(values, "n", number(n))...)
}

// sentence joins sentences.
func sentence(parts ...string) string {
	text := ""
	for _, p := range parts {
		if p == "" {
			continue
		}
		if text != "" {
			text += " "
		}
		text += p
	}
	return text
}
