package chart

import (
	"math"
	"slices"

	"iddtestdrive/engine/body"
	"iddtestdrive/engine/units"
)

// bodies are the two between which the illustrative pictures lie.
var bodies = []body.Variant{body.Usual, body.Slow}

// apart is how far instants may lie apart at which the fluid is worked out before
// a chart begins. [design]
const apart = units.Instant(4 * units.Hour)

// whole is the greatest value of an illustrative line.
const whole = 1000

// leastSpread widens the spread, since two bodies are not all there are. [design]
const leastSpread = 40

// feel works an illustrative line out, for the person who is settled on what the
// first scenario's pump gives. A catheter filled with saline belongs to a pump
// that is new to its patient: there the fluid starts without any drug.
func (l *line) feel(r *request, t *track, grid []units.Instant) {
	daily := r.tracks[0].daily
	person := body.Used(daily)
	ways := make([][]int64, len(bodies))
	for i, variant := range bodies {
		fluid := body.Settled(variant, daily)
		if t.Setup.Catheter.HoldsSaline {
			fluid = body.New(variant)
		}
		last, left := units.Instant(0), t.at(0).left
		for _, at := range slices.Concat(t.before(grid[0]), grid) {
			now := t.at(at).left
			fluid = fluid.Take(now-left, units.Span(at-last))
			last, left = at, now
			if at < grid[0] {
				continue
			}
			feels := person.Relief(fluid)
			if l.series == drowsiness {
				feels = person.Drowsiness(fluid)
			}
			ways[i] = append(ways[i], int64(math.Round(feels*whole/100)))
		}
	}
	for i, at := range grid {
		one, other := ways[0][i], ways[1][i]
		l.points = append(l.points, point{at: at, value: (one + other) / 2})
		l.low = append(l.low, point{at: at, value: max(0, min(one, other)-leastSpread)})
		l.high = append(l.high, point{at: at, value: min(whole, max(one, other)+leastSpread)})
	}
}

// before are the instants up to another between which the flow was even.
func (t *track) before(end units.Instant) []units.Instant {
	all := t.within(0, end)
	for at := units.Instant(0); at < end; at += apart {
		all = append(all, at)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// levels are the words for values of an illustrative line, each from a value on:
// those of the simulator. [design]
var levels = []struct {
	from int64
	word string
}{{math.MinInt64, "hardly"}, {150, "little"}, {400, "fair"}, {700, "much"}}

// levelOf is the number of the level of a value.
func levelOf(v int64) int64 {
	n := len(levels) - 1
	for levels[n].from > v {
		n--
	}
	return int64(n)
}
