package chart

import (
	"strings"

	"iddtestdrive/engine/units"
)

// nothingThere stands in a cell where there is nothing to tell.
const nothingThere = "–"

// table makes the columns and the rows.
func (r *request) table(panels []panel) (columns []string, rows [][]string) {
	columns = []string{r.speech.say("time")}
	for _, p := range panels {
		if p.counts == nothing {
			columns = append(columns, p.title)
			continue
		}
		for _, l := range p.lines {
			columns = append(columns, r.column(&p, l))
		}
	}
	for at := r.from; ; at = min(at.Add(r.step), r.to) {
		next := min(at.Add(r.step), r.to)
		row := []string{r.calendar.when(at)}
		for _, p := range panels {
			row = append(row, r.cells(&p, at, next)...)
		}
		if rows = append(rows, row); at == r.to {
			return columns, rows
		}
	}
}

// column is the heading of a line's column.
func (r *request) column(p *panel, l line) string {
	what := r.what(l)
	if p.counts == level {
		return what
	}
	return r.speech.say("with_unit", "what", what, "unit", r.speech.unit(p.counts, p.unit))
}

// what names a line fully.
func (r *request) what(l line) string {
	what := r.speech.say("series." + l.series.String())
	if l.series.counts() == level {
		what = r.speech.say("illustrative", "what", what)
	}
	if len(r.tracks) > 1 {
		what = r.speech.say("of", "what", what, "name", r.names[l.track])
	}
	return what
}

// cells are what a row tells of a panel: values at its instant, flows and marks
// from then to the next.
func (r *request) cells(p *panel, at, next units.Instant) []string {
	switch p.kind {
	case boluses:
		given, refused := (&panel{marks: p.between(at, next)}).count()
		return []string{r.countText(given, refused)}
	case events:
		var words []string
		for _, m := range p.between(at, next) {
			words = append(words, r.event(m))
		}
		if words == nil {
			words = []string{nothingThere}
		}
		return []string{strings.Join(words, "; ")}
	}
	var all []string
	for _, l := range p.lines {
		if l.series == tip && at == next {
			all = append(all, nothingThere)
			continue
		}
		all = append(all, r.speech.number(p.counts, p.unit, r.value(l, at, next), p.grain))
	}
	return all
}

// between are the marks from an instant up to the next; at the chart's end, those
// at it.
func (p *panel) between(at, next units.Instant) []mark {
	var all []mark
	for _, m := range p.marks {
		if m.at == at || (at < m.at && m.at < next) {
			all = append(all, m)
		}
	}
	return all
}

// value is a line's value at an instant, or for what leaves the tip the mean up
// to the next.
func (r *request) value(l line, at, next units.Instant) int64 {
	t := r.tracks[l.track]
	switch l.series {
	case tip:
		return t.flow(at, next)
	case relief, drowsiness:
		last := l.points[0]
		for _, p := range l.points {
			if p.at <= at {
				last = p
			}
		}
		return last.value
	}
	return valueOf(l.series, at, t.at(at), t.at(r.from).left).value
}

// countText says how many requests were given, and how many were not.
func (r *request) countText(given, refused int) string {
	var all []string
	if given > 0 {
		all = append(all, r.speech.say("given", "count", r.speech.count(given)))
	}
	if refused > 0 {
		all = append(all, r.speech.say("refused", "count", r.speech.count(refused)))
	}
	if all == nil {
		return nothingThere
	}
	return strings.Join(all, ", ")
}
