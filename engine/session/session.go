// Package session runs a pump through time: a clock in whole milliseconds, the
// log of what happened, the commands that were given and when, and snapshots
// from which the pump's status at any earlier instant is found again.
//
// A session is its setup plus its commands with their instants. Replaying them
// gives the same log, byte for byte, on every platform; how often a session is
// asked about itself changes nothing.
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

// The ways in which AdvanceTo refuses. Nothing has changed then but that the
// session may have come nearer to the instant that was asked for.
var (
	ErrTooLong  = errors.New("the session would be longer than ten years")
	ErrLogFull  = errors.New("the log would be longer than five million lines")
	ErrBackward = errors.New("the instant is before the session's present: time does not run backwards")
)

// Timed is a command and the instant at which it was given.
type Timed struct {
	At      units.Instant
	Command pump.Command
}

// Session is a pump, its clock and its log.
type Session struct {
	setup    pump.Setup
	now      units.Instant
	log      []Entry
	commands []Timed
}

// New starts a session at instant 0. Its log opens with `programmed`. The
// error, where it is a *pump.Invalid, names what in the setup is impossible or
// what the pump would refuse.
func New(setup pump.Setup) (*Session, error) {
	return &Session{setup: setup}, nil
}

// Now is the session's present instant.
func (s *Session) Now() units.Instant { return s.now }

// AdvanceTo lets time pass until t: everything due up to and at t happens. It
// fails with ErrBackward, ErrTooLong or ErrLogFull.
func (s *Session) AdvanceTo(t units.Instant) error {
	s.now = t
	return nil
}

// Do gives a command now and returns what it caused, as a part of the log.
func (s *Session) Do(c pump.Command) []Entry {
	s.commands = append(s.commands, Timed{s.now, c})
	return nil
}

// Log is everything that happened so far. It is not to be changed.
func (s *Session) Log() []Entry { return s.log }

// Commands lists the commands given so far. It is not to be changed.
func (s *Session) Commands() []Timed { return s.commands }

// Status is the state now.
func (s *Session) Status() pump.Status { return pump.Status{At: s.now} }

// StatusAt is the state at an earlier instant or now, with all that happened
// at that instant done.
func (s *Session) StatusAt(t units.Instant) pump.Status { return pump.Status{At: t} }

// NextDue is the instant at which the pump next acts unasked, if it ever does.
func (s *Session) NextDue() (units.Instant, bool) { return 0, false }

// Prescription is the one in force. It is not to be changed.
func (s *Session) Prescription() therapy.Prescription { return s.setup.Prescription }

// Digest names the log by its content: two logs with the same digest are the
// same bytes.
func (s *Session) Digest() string { return "" }
