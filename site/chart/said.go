package chart

// said tells what the chart shows, in sentences: its time, then each line with
// its beginning, end, least and greatest value and when they were, then how many
// doses were asked for.
func (r *request) said(panels []panel) []string {
	all := []string{r.speech.say("said.time", "from", r.calendar.when(r.from), "to", r.calendar.when(r.to))}
	predicts := false
	for i := range panels {
		p := &panels[i]
		switch {
		case p.kind == boluses:
			given, refused := p.count()
			all = append(all, r.speech.say("said.requests", "what", p.title, "given", r.speech.count(given), "refused", r.speech.count(refused)))
		case p.kind == events:
			all = append(all, r.speech.say("said.events", "what", p.title, "count", r.speech.count(len(p.marks))))
		default:
			for _, l := range p.lines {
				all = append(all, r.saidLine(p, l))
			}
			predicts = predicts || p.counts == level
		}
		if p.broken {
			all = append(all, p.note)
		}
	}
	if predicts {
		all = append(all, r.speech.say("said.predicts"))
	}
	return all
}

// saidLine tells a line. Extra doses that are not to scale are left out, and it
// says so.
func (r *request) saidLine(p *panel, l line) string {
	var points []point
	for _, v := range l.points {
		if !v.extra || !p.broken {
			points = append(points, v)
		}
	}
	apart := ""
	if len(points) < len(l.points) {
		apart = " " + r.speech.say("said.apart")
	}
	if len(points) == 0 {
		points, apart = l.points, ""
	}
	least, most := points[0], points[0]
	for _, v := range points {
		if p.told(v) < p.told(least) {
			least = v
		}
		if p.told(v) > p.told(most) {
			most = v
		}
	}
	return r.saidCourse(p, r.what(l), points[0], points[len(points)-1], least, most) + apart
}

// told is a value as far as words tell it apart from others.
func (p *panel) told(v point) int64 {
	if p.counts == level {
		return levelOf(v.value)
	}
	return roundTo(v.value, p.grain)
}

func (r *request) saidCourse(p *panel, what string, first, last, least, most point) string {
	say := func(v point) string { return r.speech.quantity(p.counts, p.unit, v.value, p.grain) }
	from, to, low, high := p.told(first), p.told(last), p.told(least), p.told(most)
	switch {
	case low == high:
		return r.speech.say("said.steady", "what", what, "value", say(first))
	case min(from, to) == low && max(from, to) == high:
		return r.speech.say("said.moves", "what", what, "first", say(first), "last", say(last))
	}
	return r.speech.say("said.changes", "what", what, "first", say(first), "last", say(last),
		"low", say(least), "low_time", r.calendar.when(least.at), "high", say(most), "high_time", r.calendar.when(most.at))
}
