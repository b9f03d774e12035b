// Package ward is the practice ward without pixels and without a page: a nurse at
// a case, with the patient, the tray, the needle and the clinician's tablet, and
// the debrief that follows. An exam is some cases in a row, without hints and
// with one sheet of results.
//
// A Model is changed by Update alone and shown by View alone. Everything that a
// nurse does is an act of the engine's practice package; the ward adds what is
// being written and not yet done, and words. So an attempt is its case, its seed
// and its acts, and is kept and shared as the engine's code of it. Time is the
// case's own: an act takes a minute, and nobody is pressed.
//
//	update.go, act.go              what the nurse does, and what came of it in words
//	tablet.go, programme.go        the clinician's tablet and what is being set on it
//	reading.go                     prescriptions, forecasts and logs in words
//	save.go, results.go            what outlasts the screen
//	view*.go                       the screen, from the whole down to its parts
package ward

import (
	"errors"
	"fmt"
	"slices"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
)

// Config is what a Model starts from.
type Config struct {
	Words   form.Words
	Measure form.Measure
	Cases   []Source // one to practise; all that an exam is drawn from
	Exam    int      // how many cases it has; 0: no exam
	Seed    uint64   // of chance: the same seed gives the same cases and patients
	Code    string   // of an attempt that came by the address; or nothing
	Saved   []byte   // what was kept earlier, or nil
	Plain   bool     // start in the plain view
	Picture bool     // the browser can draw the picture; without, there is the plain view alone
}

// Source is the texts of a case.
type Source struct {
	Name     string // of the case's file, without .yaml
	Case     []byte
	Scenario []byte
}

// Model is everything the ward knows.
type Model struct {
	words   form.Words
	paper   form.Paper
	speech  form.Speech
	window  message.Resize
	focus   string
	plain   bool
	picture bool
	aside   bool // what was kept could not be read

	exam  bool
	cases []Source // one to practise; all that an exam is drawn from
	count int      // how many cases an exam has
	seed  uint64   // that all began with
	desk  []station
	at    int  // of the desk: the case on the screen
	sheet bool // the exam's sheet of results is on the screen
	name  string
	work
}

// station is a case, and how far the nurse has come with it.
type station struct {
	c       *practice.Case
	sc      *scenario.Scenario
	seed    uint64
	attempt *practice.Attempt
	over    bool // the nurse is done: its debrief may be seen
}

// work is what the nurse has before them of the case at hand, and has not done
// yet. It starts anew with each case.
type work struct {
	tab    string
	fields map[string]string // texts being written and choices being made, by their IDs
	news   news
	hint   string
	acts   bool // the list of all acts is open
	tablet tablet
}

// news is what came of the latest act, and the tab and the group of buttons it was
// done in, so that it stands where the eye is.
type news struct{ tab, group, text string }

// New starts a case or an exam, or takes up what was kept of it. What was kept
// and cannot be read is put aside with a notice. The error names what is wrong
// with a case.
func New(c Config) (*Model, error) {
	m := &Model{words: c.Words, paper: form.Paper{Measure: c.Measure}, exam: c.Exam > 0, cases: c.Cases, count: c.Exam,
		plain: c.Plain || !c.Picture, picture: c.Picture}
	seed, ok := seedOf(c.Saved)
	if !ok {
		seed = c.Seed
	}
	if err := m.deal(seed); err != nil {
		return nil, err
	}
	switch {
	case c.Saved != nil:
		m.resume(c.Saved)
	case c.Code != "":
		m.open(c.Code)
	}
	return m, nil
}

// deal lays out the cases of a seed, each at its first instant.
func (m *Model) deal(seed uint64) error {
	sources := m.cases
	if m.exam {
		sources = drawn(sources, m.count, seed)
	}
	var desk []station
	for i, source := range sources {
		s, err := read(source)
		if err != nil {
			return err
		}
		s.seed = seed + uint64(i)
		if err := s.begin(); err != nil {
			return err
		}
		desk = append(desk, s)
	}
	if len(desk) == 0 {
		return errors.New("there is no case to practise")
	}
	m.seed, m.desk, m.at, m.sheet, m.work = seed, desk, 0, false, fresh()
	return nil
}

// drawn are so many of the cases as a seed draws them, in their own order.
func drawn(all []Source, count int, seed uint64) []Source {
	left := slices.Clone(all)
	for count = max(count, 1); len(left) > count; {
		seed = seed*6364136223846793005 + 1442695040888963407 // Knuth's MMIX
		i := int(seed >> 33 % uint64(len(left)))
		left = slices.Delete(left, i, i+1)
	}
	return left
}

// read reads a case and its scenario.
func read(s Source) (station, error) {
	c, err := practice.Parse(s.Name+".yaml", s.Case)
	if err != nil {
		return station{}, err
	}
	sc, err := scenario.Parse(c.Scenario+".yaml", s.Scenario)
	return station{c: c, sc: sc}, err
}

// begin starts a case at its first instant.
func (s *station) begin() error {
	a, err := practice.New(s.c, s.sc, s.seed)
	if err != nil {
		return fmt.Errorf("the case %s cannot start: %w", s.c.Name, err)
	}
	s.attempt, s.over = a, false
	return nil
}

func fresh() work { return work{tab: tabPatient, fields: map[string]string{}} }

// here is the case on the screen.
func (m *Model) here() *station { return &m.desk[m.at] }

// Plain tells whether the plain view is shown.
func (m *Model) Plain() bool { return m.plain }

// Playing tells whether time runs by itself. In the ward it never does.
func (m *Model) Playing() bool { return false }

// Busy tells whether the screen changes by itself. In the ward it never does.
func (m *Model) Busy() bool { return false }

// Large tells whether the reader wants larger type; the ward has no such wish.
func (m *Model) Large() bool { return false }

// PutAside tells whether what was kept could not be read.
func (m *Model) PutAside() bool { return m.aside }
