package chart

import "slices"

// panel is a part of the chart with a scale of its own, or a strip of marks.
type panel struct {
	title string
	note  string // under the title: what is not to scale
	lines []line
	marks []mark
	kind  series // of its first series

	counts counts
	unit   string
	grain  int64
	rise   rise
	broken bool // extra doses go over the top
}

// panels are the parts of the chart in the order in which their series are asked
// for. The numbers of events go through all of them.
func (r *request) panels() ([]panel, error) {
	var all []panel
	number := 0
	for i, s := range r.series {
		if s.counts() == nothing {
			for track := range r.tracks {
				p := r.strip(s, track, &number)
				all = append(all, p)
			}
			continue
		}
		shared := r.sharing(s)
		if slices.Index(r.series, shared[0]) < i {
			continue // it is in the panel of another
		}
		p, err := r.panel(shared)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	if number > mostEvents {
		return nil, wrong("series", "show less of it with from=… and to=…, or leave events out", "%d events, more than the %d that a chart can name", number, mostEvents)
	}
	return all, nil
}

// sharing are the series that stand in one panel with a series.
func (r *request) sharing(s series) []series {
	if len(r.tracks) > 1 {
		return []series{s}
	}
	var all []series
	for _, other := range r.series {
		if other.counts() == s.counts() {
			all = append(all, other)
		}
	}
	return all
}

// panel is one with lines.
func (r *request) panel(all []series) (panel, error) {
	p := panel{kind: all[0], counts: all[0].counts()}
	for _, s := range all {
		for track := range r.tracks {
			l, err := r.lineOf(s, track)
			if err != nil {
				return p, err
			}
			if l.name = r.names[track]; len(r.tracks) == 1 {
				l.name = r.speech.say("series." + s.String())
			}
			p.lines = append(p.lines, l)
		}
	}
	p.scale()
	what := "series." + all[0].String()
	if len(all) > 1 {
		what = "together." + [...]string{perDay: "dose", amount: "given", volume: "volume", level: "feeling"}[p.counts]
	}
	p.title = r.speech.say(what)
	if p.counts == level {
		p.title = r.speech.say("illustrative", "what", p.title)
	} else {
		p.title = r.speech.say("with_unit", "what", p.title, "unit", r.speech.unit(p.counts, p.unit))
	}
	if p.broken {
		p.note = r.speech.say("broken")
	}
	return p, nil
}

// scale finds the scale and the unit of a panel's lines.
func (p *panel) scale() {
	low, high, extra := p.values()
	p.unit = unitFor(p.counts, high)
	if p.counts == level {
		p.grain, p.rise = 1, rise{0, whole, whole}
		return
	}
	p.grain = grain(high)
	if p.counts == volume && high > low {
		p.grain = grain(high - low)
	}
	p.rise = riseOf(low, high, p.counts != volume)
	p.broken = extra > p.rise.top
}

// values are the least and the greatest value of the lines, and the greatest while
// extra doses flow.
func (p *panel) values() (low, high, extra int64) {
	first := true
	for _, l := range p.lines {
		for _, v := range l.points {
			if v.extra && p.counts == perDay {
				extra = max(extra, v.value)
				continue
			}
			if first {
				low, high, first = v.value, v.value, false
			}
			low, high = min(low, v.value), max(high, v.value)
		}
	}
	if first {
		low, high = 0, extra
	}
	return low, high, extra
}

// strip is a panel of marks.
func (r *request) strip(s series, track int, number *int) panel {
	t := r.tracks[track]
	p := panel{kind: s, counts: nothing, title: r.speech.say("series." + s.String())}
	if len(r.tracks) > 1 {
		p.title = r.speech.say("of", "what", p.title, "name", r.names[track])
	}
	if s == boluses {
		p.marks = t.requests(r.from, r.to)
		return p
	}
	p.marks = t.happenings(r.from, r.to)
	for i := range p.marks {
		*number++
		p.marks[i].number = *number
	}
	return p
}

// count is how many of the requests were given, and how many were not.
func (p *panel) count() (given, refused int) {
	for _, m := range p.marks {
		if m.given {
			given++
		} else {
			refused++
		}
	}
	return given, refused
}
