// Package session runs a pump through time: a clock in whole milliseconds, the
// log of what happened, the commands that were given and when, and snapshots
// from which the pump's status at any earlier instant is found again.
//
// A session is its setup plus its commands with their instants. Replaying them
// gives the same log, byte for byte, on every platform; how often a session is
// asked about itself changes nothing.
//
// At one instant first everything happens that is due, in the pump's own
// order, then the commands in the order they were given, each with all that
// becomes due through it before the next is looked at.
package session

import (
	"errors"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// The bounds of a session, so that no input can hang a machine [design].
const (
	MaxLength  = 3653 * units.Day // ten years, leap days included
	MaxEntries = 5_000_000        // lines of log
)

// The ways in which AdvanceTo refuses. At ErrLogFull the session stands at the
// instant it came to; the others change nothing.
var (
	ErrTooLong  = errors.New("a session lasts ten years at most: ask for an earlier instant")
	ErrLogFull  = errors.New("the log has five million lines, which is as many as it takes: shorten the session, or let less happen in it")
	ErrBackward = errors.New("the instant is before the session's present: time does not run backwards; StatusAt looks back")
)

// Timed is a command and the instant at which it was given.
type Timed struct {
	At      units.Instant
	Command pump.Command
}

// Session is a pump, its clock and its log. It is for one goroutine at a time.
type Session struct {
	setup     pump.Setup
	clock     clock
	record    record
	commands  []Timed
	snapshots snapshots
}

// New starts a session at instant 0. Its log opens with `programmed`. The
// error, a *pump.Invalid, names what in the setup is impossible or what the
// pump would refuse.
func New(setup pump.Setup) (*Session, error) {
	state, opening, err := pump.New(setup)
	if err != nil {
		return nil, err
	}
	s := &Session{setup: setup, clock: clock{state: state}}
	s.setup.Prescription = setup.Prescription.Clone()
	s.record.add(0, causeStart, &opening)
	s.clock.happen(causeStart, &s.record)
	s.snapshots.keep(&s.clock.state, 0)
	return s, nil
}

// Replay starts a session and gives it commands at their instants, which must
// not go backwards.
func Replay(setup pump.Setup, commands []Timed) (*Session, error) {
	s, err := New(setup)
	if err != nil {
		return nil, err
	}
	for _, c := range commands {
		if err := s.AdvanceTo(c.At); err != nil {
			return nil, err
		}
		s.Do(c.Command)
	}
	return s, nil
}

// Now is the session's present instant.
func (s *Session) Now() units.Instant { return s.clock.state.Now() }

// AdvanceTo lets time pass until t: everything due up to and at t happens. It
// fails with ErrBackward, ErrTooLong or ErrLogFull.
func (s *Session) AdvanceTo(t units.Instant) error {
	switch {
	case t < s.Now():
		return ErrBackward
	case t > units.Instant(MaxLength):
		return ErrTooLong
	}
	for s.clock.jump(t, &s.record) {
		if s.record.lines() >= mostEntries {
			return ErrLogFull
		}
		s.snapshots.count(&s.clock.state, len(s.commands))
	}
	return nil
}

// mostEntries is MaxEntries but where a test makes it less.
var mostEntries = MaxEntries

// Do gives a command now and returns what it caused, as a part of the log.
func (s *Session) Do(c pump.Command) []Entry {
	c = cloned(c)
	before := len(s.record.entries)
	s.commands = append(s.commands, Timed{s.Now(), c})
	s.clock.do(c, &s.record)
	s.snapshots.count(&s.clock.state, len(s.commands))
	after := len(s.record.entries)
	return s.record.entries[before:after:after]
}

// cloned is a command that shares nothing with the caller's.
func cloned(c pump.Command) pump.Command {
	switch c := c.(type) {
	case pump.Program:
		return pump.Program{Change: c.Change.Clone()}
	case pump.CommitUpdate:
		return pump.CommitUpdate{Change: c.Change.Clone()}
	}
	return c
}

// Forget lets go of what is past, for those who have written it down and go on
// for long: Log, Commands and Digest begin anew, the numbers of the entries go
// on, and StatusAt knows no instant before now. Entries that came from Log or
// Do are not to be used any more.
func (s *Session) Forget() {
	s.record.forgotten = s.record.lines()
	s.record.entries = s.record.entries[:0]
	s.commands = nil
	s.snapshots = snapshots{}
	s.snapshots.keep(&s.clock.state, 0)
}

// Log is everything that happened so far. It is not to be changed.
func (s *Session) Log() []Entry { return s.record.entries }

// Commands lists the commands given so far. It is not to be changed.
func (s *Session) Commands() []Timed { return s.commands }

// Setup is what the session started from. It is not to be changed.
func (s *Session) Setup() pump.Setup { return s.setup }

// State is the exact state now, as a copy.
func (s *Session) State() pump.State { return s.clock.state }

// Status is the state now, as it is reported.
func (s *Session) Status() pump.Status { return s.clock.state.Status() }

// StatusAt is the status at an instant from 0 to now, with all that happened
// at that instant done. An instant outside is taken as the nearer end.
func (s *Session) StatusAt(t units.Instant) pump.Status {
	state := s.StateAt(t)
	return state.Status()
}

// StateAt is the exact state at an instant, as StatusAt has it.
func (s *Session) StateAt(t units.Instant) pump.State {
	t = max(s.snapshots.first(), min(t, s.Now()))
	past, done := s.snapshots.before(t)
	for _, c := range s.commands[done:] {
		if c.At > t {
			break
		}
		past.run(c.At, nil)
		past.do(c.Command, nil)
	}
	past.run(t, nil)
	return past.state
}

// NextDue is the instant at which the pump next acts unasked, if it ever does.
func (s *Session) NextDue() (units.Instant, bool) { return pump.Due(&s.clock.state) }

// Prescription is the one in force. It is not to be changed.
func (s *Session) Prescription() therapy.Prescription { return s.clock.state.Prescription() }
