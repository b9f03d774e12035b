// Package timeline draws what happened over time: what the pump was told to
// give and what left the tip, the doses that were asked for and what came of
// it, the alarms; and beside it the illustrative picture of relief and
// drowsiness. It knows neither pixels nor the page: it makes panel nodes.
//
// # What is read
//
// A Record reads one session. A session only grows, so what was read of its
// past is kept and only what is new is read again; a session that was replaced
// or cut back is read anew, which the app tells by another generation. Amounts
// are differences of the engine's own whole numbers, so those of columns side by
// side add up to that of the whole, to the nanogram. They become floating-point
// numbers only on their way to a place on the screen.
//
// # What is drawn
//
// A Chart shows a Scene: one to a few sessions, one above the other on one axis
// of civil time and one scale. Time is cut into tiles, each a drawing of its own
// that is made anew only when something in it changes: while time runs, that is
// the one tile which the present is in, and only when the present has moved by
// a CSS pixel. The part of the session that is shown is a window that moves in
// quarters of its length, so that the chart stands still most of the time.
//
// While an extra dose flows, the rate is many times the usual one. The chart
// therefore has two scales where it needs them: the lower part is for the usual
// rates and has the numbers, the part above the gap for extra doses.
//
// Every sign differs in shape as well as in colour and is named in the legend;
// each lane is a picture whose description says in words what it shows. Below
// stands the slider "timeline.scrub", over the whole session from its start to
// now.
//
// The feeling is drawn from what left the tip alone, by engine/body: relief and
// drowsiness without a unit, each as a band between two variants of the body,
// and what is left of the pain of each flare. It always says that it is
// illustrative and never puts a number to a feeling.
package timeline

import (
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// Lane is one session shown.
type Lane struct {
	Name    string // what it is called; may be empty where there is only one
	Session *session.Session
	// Generation changes whenever the session is another, or the same one cut
	// back, so that nothing is kept that did not happen.
	Generation int
}

// Flare is a painful time of the illustrative picture.
type Flare struct {
	At       units.Instant
	Lasts    units.Span // above 0
	Strength int        // 1 to 10
}

// Words gives the words for a key, its placeholders filled in by name and value
// in turn.
type Words func(key string, values ...string) string

// Measure knows how wide text is, in CSS pixels.
type Measure interface {
	Width(text string, size float64, bold bool) float64
	Wrap(text string, size float64, bold bool, width float64) []string
}

// Calendar says instants in civil words. It is asked for whole minutes only.
type Calendar interface {
	Long(t units.Instant) string  // "Mon 2 Mar 2026, 08:00"
	Date(t units.Instant) string  // "Mon 2 Mar 2026"
	Day(t units.Instant) string   // "Mon 2 Mar", for an axis
	Clock(t units.Instant) string // "08:00"
}

// Scene is what is to be shown, and in which measures.
type Scene struct {
	Lanes  []Lane        // the first gives the present; none: nothing is drawn
	At     units.Instant // the instant looked at: the present, or one of the past
	Until  units.Instant // when the session is meant to end; 0: not known
	Zoom   Zoom
	Flares []Flare
	// Daily is the dose that the person of the feeling is settled on; 0: that of
	// the first lane's first prescription.
	Daily units.Mass

	Style    panel.Style
	Measure  Measure
	Words    Words
	Calendar Calendar
}

// now is the present of the scene.
func (s *Scene) now() units.Instant { return s.Lanes[0].Session.Now() }

// at is the instant looked at, within the session.
func (s *Scene) at() units.Instant { return max(0, min(s.At, s.now())) }

// startOfDay is the time of day at instant 0.
func (s *Scene) startOfDay() units.Span { return s.Lanes[0].Session.Setup().StartOfDay }

// Chart draws scenes and remembers what it read and drew. Its zero value is
// ready.
type Chart struct {
	records  []*Record
	tiles    gallery
	feelings gallery
	broken   map[brokenText][]string
}

// Reset forgets everything that was read and drawn.
func (c *Chart) Reset() { *c = Chart{} }

// read brings the records up to the scene.
func (c *Chart) read(s *Scene) {
	for len(c.records) < len(s.Lanes) {
		c.records = append(c.records, &Record{})
	}
	for i, r := range c.records {
		if i < len(s.Lanes) {
			r.Follow(s.Lanes[i].Session, s.Lanes[i].Generation)
		} else {
			*r = Record{epoch: r.epoch} // no longer shown; what comes next is another epoch
		}
	}
}
