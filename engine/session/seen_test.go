package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
)

// worlds are random sessions that are the same in every run.
var worlds = rapid.Custom(func(t *rapid.T) *session.Session { return play(t, drawSetup(t), commands) })

// everything lists all that a log can say: the kinds of event, and within them
// the reasons, alarms and boluses.
func everything() []string {
	var all []string
	for _, k := range pump.EventKinds() {
		all = append(all, k.String())
	}
	for _, d := range pump.Denials() {
		all = append(all, "denied "+d.String())
	}
	for _, a := range pump.Alarms() {
		all = append(all, "alarm_raised "+a.String())
		if a != pump.ERI && a != pump.EndOfService {
			all = append(all, "alarm_cleared "+a.String())
		}
	}
	for _, kind := range []string{"patient", "clinician", "periodic", "prime", "bridge"} {
		all = append(all, "bolus_completed "+kind, "bolus_interrupted "+kind)
	}
	for _, r := range []pump.Refusal{
		pump.RefusedEndOfService, pump.RefusedInUpdate, pump.RefusedNoUpdate, pump.RefusedStopped,
		pump.RefusedAlreadyStopped, pump.RefusedNotStopped, pump.RefusedNothingToDo, pump.RefusedStalled,
		pump.RefusedEmpty, pump.RefusedBusy, pump.RefusedAboveCapacity, pump.RefusedThreshold, pump.RefusedQueryFirst,
		pump.RefusedStallInProgress, pump.RefusedNoStall, pump.RefusedNotInMRI,
		therapy.DoseTooSmall, therapy.RateAboveMaximum,
	} {
		all = append(all, "command_refused "+string(r))
	}
	for _, r := range append([]pump.Refusal{
		pump.RefusedEndOfService, pump.RefusedStalled, pump.RefusedEmpty, pump.RefusedAboveCapacity,
	}, therapy.Codes()...) {
		all = append(all, "program_refused "+string(r))
	}
	for _, w := range therapy.Warnings(255).Names() {
		all = append(all, "programmed "+w, "program_refused "+w)
	}
	return all
}

// says lists what an event says, in the words of everything.
func says(e pump.Event) []string {
	all := []string{e.Kind.String()}
	switch e.Kind {
	case pump.PatientBolusDenied:
		all = append(all, "denied "+e.Denial.String())
	case pump.AlarmRaised, pump.AlarmCleared:
		all = append(all, e.Kind.String()+" "+e.Alarm.String())
	case pump.BolusCompleted, pump.BolusInterrupted:
		all = append(all, e.Kind.String()+" "+e.Bolus.String())
	case pump.CommandRefused, pump.ProgramRefused:
		all = append(all, e.Kind.String()+" "+string(e.Refusal))
	}
	for _, w := range e.Warnings.Names() {
		all = append(all, e.Kind.String()+" "+w)
	}
	return all
}

// The tests over random worlds are worth what they reach.
func TestRandomWorldsReachEverythingALogCanSay(t *testing.T) {
	seen := map[string]int{}
	for seed := range 1500 {
		for _, e := range worlds.Example(seed).Log() {
			for _, word := range says(e.Event) {
				seen[word]++
			}
		}
	}
	for _, word := range everything() {
		assert.NotZero(t, seen[word], "never seen: %s", word)
		t.Logf("%6d %s", seen[word], word)
	}
}
