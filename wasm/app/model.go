// Package app is the simulator without pixels and without a page: what it
// knows, what each message changes, and the screen that follows from it.
//
// A Model is changed by Update alone and shown by View alone. Everything about
// the pump comes from the dosing engine's session; the app adds the remote's
// own few states (it is sending; it shows an answer), the clock that runs the
// session faster than life, and words.
//
// Time passes only through Tick messages. The same scenario and the same
// messages give the same screens and the same log.
package app

import (
	"fmt"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
)

// Measure knows how wide text is. It is asked in CSS pixels.
type Measure interface {
	Width(text string, size float64, bold bool) float64
	Wrap(text string, size float64, bold bool, width float64) []string
}

// Model is everything the simulator knows.
type Model struct {
	words    Words
	measure  Measure
	file     *scenario.Scenario // what a new session starts from
	scenario *scenario.Scenario // what this session started from
	session  *session.Session
	seen     int // how many entries of the log were told

	clock  clock
	remote remote
	speech speech

	plain    bool
	picture  bool // there is a picture view to go to
	focus    string
	shown    bool
	motion   bool
	window   Resize
	phase    float64 // how far the rotor has turned for the eye, in turns
	sketch   sketches
	broken   broken
	putAside bool // the saved session could not be read
}

// Config is what a Model starts from.
type Config struct {
	Words    Words
	Measure  Measure
	Scenario []byte // the file a new session starts from
	Saved    []byte // a session kept earlier, or nil
	Plain    bool   // start in the plain view
	Picture  bool   // the browser can draw the picture; without, there is the plain view alone
}

// New starts a session of the scenario, or takes up the saved one where it was
// left. A saved session that cannot be read is put aside with a notice and the
// scenario starts anew. The error names what is wrong with the scenario.
func New(c Config) (*Model, error) {
	m := &Model{words: c.Words, measure: c.Measure, plain: c.Plain || !c.Picture, picture: c.Picture, shown: true, motion: true}
	m.clock = clock{speed: minuteASecond}
	sc, err := scenario.Parse("scenario", c.Scenario)
	if err != nil {
		return nil, err
	}
	m.file = sc
	if err := m.begin(); err != nil {
		return nil, fmt.Errorf("the scenario cannot start: %w", err)
	}
	if c.Saved != nil {
		m.resume(c.Saved)
	}
	return m, nil
}

// begin starts the scenario of the file at its first instant.
func (m *Model) begin() error {
	s, err := m.file.Session()
	if err != nil {
		return err
	}
	m.scenario, m.session, m.seen = m.file, s, len(s.Log())
	m.remote = remote{}
	m.clock.reset()
	return nil
}

// now is the session's instant.
func (m *Model) now() units.Instant { return m.session.Now() }

// Plain tells whether the plain view is shown.
func (m *Model) Plain() bool { return m.plain }

// Busy tells whether the screen changes by itself: time is running, or the
// remote waits for its answer.
func (m *Model) Busy() bool { return m.shown && (m.clock.playing || m.remote.sending > 0) }

// Style is the measure of things in force.
func (m *Model) Style() panel.Style { return m.window.Style }
