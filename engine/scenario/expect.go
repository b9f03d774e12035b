package scenario

import (
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
)

// Expect is what the first event that a step causes should be. A step that
// causes none fails it.
type Expect struct {
	What Expectation
	Word string // the name of the event, the reason or the code, as in the log
}

// Expectation says what of an event is looked at.
type Expectation uint8

// The expectations.
const (
	ExpectEvent   Expectation = iota // the event's name
	ExpectDenied                     // the reason of a denied patient bolus
	ExpectRefused                    // the code of a refused programme or command
)

var expectations = document.Vocabulary[Expectation]{
	{"event", ExpectEvent}, {"denied", ExpectDenied}, {"refused", ExpectRefused},
}

// String writes an expectation as files do: "{denied: lockout}".
func (e Expect) String() string {
	return "{" + expectations.Word(e.What) + ": " + e.Word + "}"
}

func readExpect(v document.Value) *Expect {
	if !v.Given() {
		return nil
	}
	kinds := expectations.Words()
	key, inner := v.Open(kinds...).One(kinds)
	what, ok := expectations.Meaning(key)
	if !ok {
		return nil
	}
	return &Expect{what, inner.OneOf(expectedWords(what))}
}

// expectedWords lists the words that may be expected.
func expectedWords(what Expectation) []string {
	var words []string
	switch what {
	case ExpectEvent:
		for _, k := range pump.EventKinds() {
			words = append(words, k.String())
		}
	case ExpectDenied:
		for _, d := range pump.Denials() {
			words = append(words, d.String())
		}
	case ExpectRefused:
		for _, r := range refusals {
			words = append(words, string(r))
		}
	}
	return words
}

// refusals are the codes of program_refused and command_refused that a step
// can meet, and those the reader does not let through, as the log knows them.
var refusals = []pump.Refusal{
	pump.RefusedEndOfService, pump.RefusedInUpdate, pump.RefusedNoUpdate,
	pump.RefusedStopped, pump.RefusedAlreadyStopped, pump.RefusedNotStopped, pump.RefusedNothingToDo,
	pump.RefusedStalled, pump.RefusedEmpty, pump.RefusedBusy, pump.RefusedAboveCapacity, pump.RefusedThreshold, pump.RefusedQueryFirst,
	pump.RefusedStallInProgress, pump.RefusedNoStall, pump.RefusedNotInMRI,
	therapy.UnknownDrug, therapy.ConcentrationOutOfRange, therapy.FlexMalformed,
	therapy.RateBelowMinimum, therapy.RateAboveMaximum, therapy.DoseTooSmall, therapy.OverLongerThanEvery,
	therapy.DailyDoseAboveMaximum, therapy.PatientBolusNotMorphine, therapy.OpioidNaive,
	therapy.OverOutOfRange, therapy.LockoutOutOfRange, therapy.PerDayOutOfRange,
	therapy.BridgeDrugChanged, therapy.BridgeSameConcentration, therapy.BridgeRateOutOfRange,
	therapy.WarningNotAcknowledged,
}

// met says whether the first event that a step caused is what was expected.
func (e Expect) met(caused []session.Entry) bool {
	if len(caused) == 0 {
		return false
	}
	first := caused[0].Event
	switch e.What {
	case ExpectDenied:
		return first.Kind == pump.PatientBolusDenied && first.Denial.String() == e.Word
	case ExpectRefused:
		return (first.Kind == pump.ProgramRefused || first.Kind == pump.CommandRefused) && string(first.Refusal) == e.Word
	}
	return first.Kind.String() == e.Word
}
