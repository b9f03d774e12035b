package chart

import (
	"slices"

	"iddtestdrive/engine/units"
)

// point is the value of a line at an instant.
type point struct {
	at    units.Instant
	value int64
	extra bool // of a rate: an extra dose flows
}

// line is a series of a scenario over the chart's time.
type line struct {
	series    series
	track     int
	name      string
	points    []point
	low, high []point // the spread around an illustrative line
}

// lineOf reads a line.
func (r *request) lineOf(s series, number int) (line, error) {
	t := r.tracks[number]
	grid, err := t.grid(r.from, r.to)
	if err != nil {
		return line{}, wrong("from", "show less of it with from=… and to=…", "%s", err.Error())
	}
	l := line{series: s, track: number}
	switch s {
	case tip:
		l.points = t.flows(grid)
	case relief, drowsiness:
		l.feel(r, t, grid)
	case reservoir, expected:
		grid = t.withJumps(grid)
		fallthrough
	default:
		before := t.at(r.from).left
		for _, at := range grid {
			l.points = append(l.points, valueOf(s, at, t.at(at), before))
		}
	}
	return l, nil
}

// valueOf is the value of a series in a sample; before is what had left the tip
// when the chart begins.
func valueOf(s series, at units.Instant, of sample, before units.Mass) point {
	p := point{at: at, extra: of.bolus}
	switch s {
	case rate:
		p.value = int64(of.told)
	case given:
		p.value = int64(of.left - before)
	case reservoir:
		p.value = int64(of.really)
	case expected:
		p.value = int64(of.believed)
	}
	return p
}

// flows is what left the tip in each column.
func (t *track) flows(grid []units.Instant) []point {
	var all []point
	last := grid[0]
	for i, at := range grid[1:] {
		end := i == len(grid)-2
		if units.Span(at-last) < shortest && !end {
			continue
		}
		all = append(all, point{at: last, value: t.flow(last, at), extra: t.at(last).bolus})
		last = at
	}
	final := all[len(all)-1]
	return append(all, point{at: grid[len(grid)-1], value: final.value, extra: final.extra})
}

// withJumps adds the moments before those at which a volume jumps.
func (t *track) withJumps(grid []units.Instant) []units.Instant {
	all := slices.Clone(grid)
	for _, e := range t.log {
		if jumps(e.Event.Kind) && e.At > grid[0] && e.At <= grid[len(grid)-1] {
			all = append(all, e.At-1)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
