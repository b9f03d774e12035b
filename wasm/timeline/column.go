package timeline

import (
	"slices"

	"iddtestdrive/engine/units"
)

// Column is what happened between two instants.
type Column struct {
	From, To units.Instant
	Told     units.Mass // per day: what the pump was told at From, extra doses included
	Left     units.Mass // of the prescribed drug, that left the tip
	Bolus    bool       // an extra dose ran at From
	Rest     Rest       // at From
}

// PerDay is the rate at which the drug left the tip, in nanograms per day.
func (c Column) PerDay() float64 {
	return float64(c.Left) * float64(units.Day) / float64(c.To-c.From)
}

// shortest is the least length of a column: in a shorter one the whole
// nanograms would show.
const shortest = 20 * units.Second

// mostEdges is how many instants at which something happened may divide a
// window; with more of them, its even columns stand alone.
const mostEdges = 500

// Columns divides the time from one instant to another, as far as it is past,
// into columns: at every multiple of the step and where something happened. All
// but the last are at least 20 seconds long, and what left the tip in them adds
// up to what left it in the whole time. A step of 0 or less gives no columns.
func (r *Record) Columns(from, to units.Instant, step units.Span) []Column {
	from, to = max(0, from), min(to, r.seen)
	if r.session == nil || from >= to || step <= 0 {
		return nil
	}
	drug := r.session.Prescription().Drug
	columns := make([]Column, 0, int(units.Span(to-from)/step)+16)
	at := r.at(from)
	edges := between(r.happened, from, to, same)
	if len(edges) > mostEdges {
		edges = nil
	}
	for next := range bounds(from, to, step, edges) {
		then := r.at(next)
		columns = append(columns, Column{
			From: from, To: next, Told: at.told, Left: then.left[drug] - at.left[drug], Bolus: at.bolus, Rest: at.rest,
		})
		from, at = next, then
	}
	return columns
}

func same(t units.Instant) units.Instant { return t }

// bounds yields the ends of columns from one instant to another, in order: every
// multiple of the step and the edges, which lie between the two. What would be
// too short a column is left out, but the last end is always to.
func bounds(from, to units.Instant, step units.Span, edges []units.Instant) func(func(units.Instant) bool) {
	return func(yield func(units.Instant) bool) {
		last := from
		grid := (from/units.Instant(step) + 1) * units.Instant(step)
		for last < to {
			next := min(grid, to)
			if len(edges) > 0 && edges[0] <= next {
				next, edges = edges[0], edges[1:]
			} else {
				grid += units.Instant(step)
			}
			if next < to && units.Span(next-last) < shortest {
				continue
			}
			if !yield(next) {
				return
			}
			last = next
		}
	}
}

// between is the part of a row in order of time that lies between two instants,
// the ends left out.
func between[T any](row []T, from, to units.Instant, at func(T) units.Instant) []T {
	find := func(t units.Instant) int {
		i, _ := slices.BinarySearchFunc(row, t, func(e T, t units.Instant) int {
			if at(e) < t {
				return -1
			}
			return 1
		})
		return i
	}
	first, end := find(from+1), find(to)
	return row[first:max(first, end)]
}
