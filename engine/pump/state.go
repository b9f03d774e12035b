package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// State is everything about pump, remote and world at one instant. It is
// opened by New, changed by Flow and Evolve alone, and a copy of it is a
// snapshot. The zero State is of no use.
type State struct {
	fixed *fixed
	now   units.Instant

	belief
	truth
	agenda agenda
}

// fixed is what never changes in a session.
type fixed struct {
	setup    Setup
	capacity units.Volume
	path     units.Volume
	ofWeek   units.Span // time of the week at instant 0
}

// belief is what the pump and the remote know.
type belief struct {
	programme *therapy.Programme
	phase     phase
	detected  bool // a stall was detected, and no recovery yet

	stretch    int            // of the programme's week
	nextStep   units.Instant  // when the next stretch begins; never while no background flows
	background units.FlowRate // flowing now; 0 while stopped or while a prime or bridge runs
	bolus      bolus
	computed   ledger
	empty      bool         // the computed volume is 0
	lowAt      units.Volume // threshold of the alarm for a low reservoir

	periodicNext units.Instant // the first periodic bolus not yet started or passed; never while a bridge runs
	history      history
	locked       bool // lockedFrom counts
	lockedFrom   units.Instant

	filledAt  units.Instant // of the last refill; before the session below 0
	firstFill bool

	alarms     alarmSet
	alarmSince [alarmCount]units.Instant
	idle       bool // no programmed flow since idleFrom
	idleFrom   units.Instant
	wear       wear
	endsAt     units.Instant // of service

	answerMissing bool // of the remote: an answer was lost
}

// truth is what no one knows but the simulator.
type truth struct {
	actual    ledger
	dry       bool // nothing can be had from the reservoir
	contents  *contents
	stall     stall
	telemetry bool          // the field found the pump alarming and holds it after the scan
	detectAt  units.Instant // when the pump will notice the stall
	recoverAt units.Instant // when it will notice that the stall is over
}

// stall is whether and why the rotor stands.
type stall uint8

const (
	turning stall = iota
	stuck         // by itself
	inField       // in an MRI field
	held          // out of the field, in telemetry mode until it is spoken to
)

// phase is what the pump does as it was told.
type phase uint8

const (
	running  phase = iota // by its programme, which may be to be stopped
	stopped               // by command, or after an abandoned update
	updating              // an update was begun
	ended                 // for good
)

// flowing says whether the pump was told to give anything.
func (s *State) flowing() bool { return s.phase == running && s.programme.Flows() }

// unavailable says whether no bolus of any kind can start: stopped, updating,
// a stall detected, nothing left by the pump's own count, or ended.
func (s *State) unavailable() bool {
	return !s.flowing() || s.detected || s.computedEmpty()
}

// computedEmpty says whether the pump's own count is at 0. At the very instant
// at which it comes there, it is so before the alarm is raised.
func (s *State) computedEmpty() bool { return s.empty || s.reached(0) }

// reached says whether the computed volume is at or below a level.
func (s *State) reached(v units.Volume) bool {
	return s.computed.reaches(int64(v)*ticksPerNL, s.background, &s.bolus, s.now) == s.now
}

// rate is the programmed rate, the running bolus included.
func (s *State) rate() units.FlowRate {
	if s.bolus.running {
		return s.background + s.bolus.rate
	}
	return s.background
}

// ofWeek is the time of the week now.
func (s *State) ofWeek() units.Span {
	return (s.fixed.ofWeek + units.Span(s.now)) % therapy.Week
}

// Now is the instant the state is of.
func (s *State) Now() units.Instant { return s.now }

// Prescription is the one in force. It is not to be changed.
func (s *State) Prescription() therapy.Prescription { return s.programme.Prescription }
