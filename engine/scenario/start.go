package scenario

import (
	"errors"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
)

// checkStart refuses a world that no session can start from: a pump with a
// setting out of range, and a prescription that the pump would refuse, since
// at the start there is nobody to refuse it to.
func checkStart(root document.Value, sc *Scenario) {
	_, err := sc.Session()
	var invalid *pump.Invalid
	switch {
	case err == nil:
	case errors.As(err, &invalid):
		v := root.Find(invalid.Field)
		problem, allowed := reasonOf(invalid)
		v.Fail(v.Written(), problem, allowed)
	default:
		root.Fail("", err.Error(), "")
	}
}

// reasonOf says what is wrong with a start and what would be right.
func reasonOf(e *pump.Invalid) (problem, allowed string) {
	switch {
	case e.Fault != nil:
		return "the pump would refuse this prescription at the start: " + spaced(string(e.Fault.Code)), remedy(e.Fault)
	case e.Warnings != 0:
		return "this prescription is unusual: " + spaced(strings.Join(e.Warnings.Names(), ", ")),
			"a prescription without warnings, or, after a second look, acknowledge: true"
	}
	return "this is out of range", strings.TrimPrefix(e.Problem, "must be ")
}

// remedy says what the pump would take in the place of what it refuses.
func remedy(f *therapy.Fault) string {
	switch {
	case f.HasMin || f.HasMax:
		return limits(f)
	case f.Code == therapy.PatientBolusNotMorphine:
		return "no patient bolus, or morphine"
	case f.Code == therapy.OpioidNaive:
		return "no patient bolus for a patient who is opioid-naive"
	}
	return "a prescription the pump can give"
}
