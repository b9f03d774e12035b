// Package scenario reads and writes scenarios: YAML files that a teacher can
// write by hand. The same file is read by the engine's tests, by the command
// line, by the pages that draw a chart from it and by the simulator in the
// browser; a saved session is such a file, its steps being the commands that
// were given.
//
// # Reading
//
// Parse is strict and guesses nothing: an unknown key, an unknown word, a
// missing unit, a wrong type, a key given twice and a value out of range are
// each an *Error with the file, line, column, key, what was found and what is
// allowed, and a picture of the line. It reports the first mistake it meets.
// Package document says how YAML is taken. Any input whatever is answered
// within the bounds below.
//
// What has no meaning is an error of the file. What has a meaning but breaks a
// limit of the pump or the therapy is the engine's to refuse when the step is
// reached, because learning from a refusal is what scenarios are for; only
// the prescription a session starts with has to pass every check, since there
// is nobody to refuse it to.
//
// # Running
//
// Run replays a scenario and yields its log entries with state lines between
// them. JSON and Text write those as lines for programs and for people.
//
// # Bounds
//
// So that no file can hang a machine: MaxBytes of YAML, MaxSteps steps,
// MaxLength of simulated time, MaxLines lines of output, and what package
// document sets.
package scenario

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// The bounds of a scenario [design].
const (
	MaxBytes  = 1 << 20            // of YAML
	MaxSteps  = 10_000             // steps in one scenario
	MaxLength = session.MaxLength  // ten years of simulated time
	MaxLines  = session.MaxEntries // lines of output of one run
)

// Scenario is a session in the making: the world it starts from, what is done
// in it and when, and how long it lasts.
type Scenario struct {
	Title    string
	Audience Audience
	Summary  string // one or two plain sentences
	Start    Civil  // the civil time of instant 0
	Seed     uint64 // for scenarios with chance in them
	Setup    pump.Setup
	Steps    []Step     // in order of time
	Until    units.Span // how long the session lasts, up to MaxLength
}

// Step is one command given at one instant.
type Step struct {
	At      units.Instant
	Command pump.Command
	Expect  *Expect // nil: nothing is expected
}

// Audience is whom a scenario speaks to.
type Audience uint8

// The audiences.
const (
	Patient Audience = iota
	Nurse
)

// String is the word for the audience in files.
func (a Audience) String() string { return audiences.Word(a) }
