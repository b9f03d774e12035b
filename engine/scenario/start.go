package scenario

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
)

// checkStart refuses a world that no session can start from: a pump with a
// setting out of range, and a prescription that the pump would refuse, since
// at the start there is nobody to refuse it to.
func checkStart(root value, sc *Scenario) {
	_, err := sc.Session()
	var invalid *pump.Invalid
	switch {
	case err == nil:
	case errors.As(err, &invalid):
		v := value{reader: root.reader, key: invalid.Field, show: find(root.node, invalid.Field)}
		problem, allowed := reasonOf(invalid)
		v.fail(writtenAt(v.show), problem, allowed)
	default:
		root.fail("", err.Error(), "")
	}
}

// writtenAt is a single value as it was written; "" for anything else.
func writtenAt(n ast.Node) string {
	if s, ok := n.(*ast.StringNode); ok {
		return shorten(s.Value)
	}
	if s, ok := n.(*ast.IntegerNode); ok {
		return shorten(s.Token.Value)
	}
	return ""
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
