package timeline

import (
	"iddtestdrive/engine/units"
)

// Zoom is how much time is shown at once.
type Zoom uint8

// The zooms, nearest first.
const (
	Hours Zoom = iota // six hours
	Day
	Week
	Whole // the whole session
)

var zooms = []struct {
	zoom Zoom
	id   string     // of its radio
	word string     // key of its label
	span units.Span // 0: all there is
}{
	{Hours, "timeline.zoom.hours", "timeline.zoom.hours", 6 * units.Hour},
	{Day, "timeline.zoom.day", "timeline.zoom.day", units.Day},
	{Week, "timeline.zoom.week", "timeline.zoom.week", 7 * units.Day},
	{Whole, "timeline.zoom.whole", "timeline.zoom.whole", 0},
}

// ZoomOf is the zoom that the radio with this ID chooses; ok is false for any
// other ID.
func ZoomOf(id string) (z Zoom, ok bool) {
	for _, z := range zooms {
		if z.id == id {
			return z.zoom, true
		}
	}
	return 0, false
}

// window is the stretch of session time on the screen, in even tiles.
type window struct {
	from, to units.Instant
	step     units.Span // of the columns
}

// tilesPerWindow is how many drawings a window is made of.
const tilesPerWindow = 8

// tile is how long a tile lasts.
func (w window) tile() units.Span { return units.Span(w.to-w.from) / tilesPerWindow }

// window is what the scene shows. It moves in quarters: the instant looked at is
// in the last quarter that has begun or, looking back, in the one before.
func (s *Scene) window() window {
	all := s.whole()
	span := zooms[min(s.Zoom, Whole)].span
	if span == 0 || all <= units.Instant(span) {
		return window{0, all, stepFor(units.Span(all))}
	}
	quarter := units.Instant(span) / 4
	to := (s.now()/quarter + 1) * quarter
	if s.at() < s.now() {
		to = min(to, (s.at()/quarter+2)*quarter)
	}
	to = max(units.Instant(span), min(to, (all+quarter-1)/quarter*quarter))
	return window{to - units.Instant(span), to, stepFor(span)}
}

// whole is the end of the whole session, also of its part that is still to
// come: its planned end or, past that, the next of a row of round lengths.
func (s *Scene) whole() units.Instant {
	if s.Until >= max(s.now(), units.Instant(units.Hour)) {
		return s.Until
	}
	end := units.Instant(6 * units.Hour)
	for end <= s.now() {
		if third := end / 2 * 3; third > s.now() {
			return third
		}
		end *= 2
	}
	return end
}

// steps are the lengths a column may have.
var steps = []units.Span{
	units.Minute, 2 * units.Minute, 5 * units.Minute, 10 * units.Minute, 15 * units.Minute, 30 * units.Minute,
	units.Hour, 2 * units.Hour, 3 * units.Hour, 6 * units.Hour, 12 * units.Hour,
	units.Day, 2 * units.Day, 7 * units.Day, 14 * units.Day, 28 * units.Day,
}

// columnsPerWindow is at most how many columns a window has, edges of events
// left aside: each costs a look into the session when it is first seen.
const columnsPerWindow = 168

// stepFor is the length of the columns of a window of so much time.
func stepFor(span units.Span) units.Span {
	for _, step := range steps {
		if span/step <= columnsPerWindow {
			return step
		}
	}
	return steps[len(steps)-1]
}
