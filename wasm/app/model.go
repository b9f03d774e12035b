// Package app is the simulator without pixels and without a page: what it
// knows, what each message changes, and the screen that follows from it.
//
// A Model is changed by Update alone and shown by View alone. Everything about
// the pump comes from the dosing engine's session; the app adds the remote's
// own few states (it is sending; it shows an answer), the clock that runs the
// session faster than life, a look back into its past, a guide through a test
// drive, a diary, and words.
//
// Time passes only through Tick messages and leaps that are asked for. The same
// scenario and the same messages give the same screens and the same log.
//
//	lane.go, travel.go, clock.go   sessions, and the ways through their time
//	remote.go, guide.go, free.go   what the reader can do
//	keeping.go, report.go          what outlasts the screen
//	update.go                      messages
//	view*.go                       the screen, from the whole down to its parts
package app

import (
	"errors"
	"fmt"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/keep"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/picture"
	"iddtestdrive/wasm/timeline"
)

// Model is everything the simulator knows.
type Model struct {
	words form.Words
	paper form.Paper
	files []lane // what a new session starts from: the lanes at their first instant
	lanes []lane
	// generation counts how often the sessions' past was replaced by another.
	generation int

	clock   clock
	back    bool // the past is looked at
	backAt  units.Instant
	remote  remote
	guide   guide
	free    free
	keeping keeping
	feeling bool // the illustrative picture was asked for
	notes   []keep.Note
	speech  form.Speech
	wishes  wishes

	plain    bool
	picture  bool // there is a picture view to go to
	focus    string
	shown    bool
	motion   bool
	window   message.Resize
	phase    float64 // how far the rotor has turned for the eye, in turns
	painter  picture.Painter
	pointed  string // the part of the picture that was asked about
	chart    timeline.Chart
	zoom     timeline.Zoom
	own      []byte // the reader's own kept session, while another is shown
	putAside bool   // the saved session could not be read
	guest    guest
}

// wishes are how the reader wants to have it; they outlast a session.
type wishes struct{ sound, large, labels bool }

// Config is what a Model starts from.
type Config struct {
	Words     form.Words
	Measure   form.Measure
	Name      string            // the plain name of the drive or scenario
	Drive     []byte            // the file of a guided test drive, or nil
	Scenarios map[string][]byte // the scenario files of its lanes, by name; without a drive, one
	Shared    string            // what an address carries of a session after "#s=", or nothing
	Saved     []byte            // a session kept earlier, or nil; with Shared, what was made of that one
	Plain     bool              // start in the plain view
	Picture   bool              // the browser can draw the picture; without, there is the plain view alone
}

// New starts a session of the drive or the scenario, or takes up the shared or
// the saved one where it was left. A saved session that cannot be read is put
// aside with a notice and the scenario starts anew. The error names what is
// wrong with the drive or a scenario.
func New(c Config) (*Model, error) {
	m := &Model{words: c.Words, paper: form.Paper{Measure: c.Measure}, plain: c.Plain || !c.Picture, picture: c.Picture, shown: true, motion: true}
	m.clock, m.zoom = clock{speed: minuteASecond}, timeline.Day
	if c.Shared != "" {
		m.guest = fromLink
	}
	if err := m.load(c); err != nil {
		return nil, err
	}
	m.begin()
	if m.files[0].file.Until <= 12*units.Hour {
		m.zoom = timeline.Hours
	}
	m.own = c.Saved
	switch {
	case c.Saved != nil:
		m.resume(c.Saved)
	case c.Shared != "":
		m.openShared(c.Shared)
	case m.guide.on():
		m.enterStep()
	}
	return m, nil
}

// load reads the drive and the scenarios of its lanes.
func (m *Model) load(c Config) error {
	var names []drive.Lane
	if c.Drive != nil {
		d, err := drive.Parse(c.Name+".yaml", c.Drive)
		if err != nil {
			return err
		}
		m.guide.drive, names = d, d.Lanes
	} else {
		for name := range c.Scenarios {
			names = append(names, drive.Lane{Scenario: name})
		}
	}
	for _, n := range names {
		src, ok := c.Scenarios[n.Scenario]
		if !ok {
			return fmt.Errorf("the drive's scenario %q is missing", n.Scenario)
		}
		sc, err := scenario.Parse(n.Scenario+".yaml", src)
		if err != nil {
			return err
		}
		l, err := newLane(n.Name, sc)
		if err != nil {
			return fmt.Errorf("the scenario %s cannot start: %w", n.Scenario, err)
		}
		m.files = append(m.files, l)
	}
	if len(m.files) == 0 {
		return errors.New("there is no scenario to start from")
	}
	return nil
}

// begin starts every lane at its first instant, and the guide at its first step.
func (m *Model) begin() {
	m.lanes = make([]lane, len(m.files))
	for i, f := range m.files {
		again, err := newLane(f.name, f.file)
		if err != nil {
			panic("app: a scenario that has started once starts again")
		}
		again.seen = len(again.session.Log())
		m.lanes[i] = again
	}
	m.generation++
	m.back, m.notes = false, nil
	m.remote = remote{view: "remote"}
	m.free.touched = false
	m.guide.begin()
	m.clock.reset()
}

// capacity is what the first lane's reservoir holds when full.
func (m *Model) capacity() units.Volume { return m.lanes[0].file.Setup.Model.Capacity() }

// Plain tells whether the plain view is shown.
func (m *Model) Plain() bool { return m.plain }

// Playing tells whether time runs by itself.
func (m *Model) Playing() bool { return m.clock.playing }

// Large tells whether the reader wants larger type.
func (m *Model) Large() bool { return m.wishes.large }

// Busy tells whether the screen changes by itself: time is running, or the
// remote waits for its answer.
func (m *Model) Busy() bool { return m.shown && (m.clock.playing || m.remote.sending > 0) }

// Style is the measure of things in force.
func (m *Model) Style() panel.Style { return m.window.Style }
