// Package therapy describes what a clinician prescribes: the drug, how it is
// infused through the day and week, and what the patient may add with the
// remote. It checks a prescription against the pump's limits and the rules of
// the therapy before anything changes, and lists what is possible but unusual
// as warnings that have to be acknowledged.
//
//	check.go, check_remote.go   each rule, in the order in which they are looked at
//	limits.go                   the limits themselves
//	warnings.go                 what is unusual
//	programme.go, volumes.go    the prescription in the pump's own terms
//	dose.go                     daily doses as typed; the bridge
package therapy

import "iddtestdrive/engine/units"

// Drug is a drug the pump may hold.
type Drug uint8

// The drugs the engine knows. Only morphine may be given by the patient's
// remote [fact].
const (
	Morphine Drug = iota
	Ziconotide
	Baclofen
	Drugs = 3 // how many there are, for arrays by drug
)

// Mode is the way the background is infused.
type Mode uint8

// The infusion modes.
const (
	Stopped     Mode = iota // no flow
	MinimumRate             // 6,000 nL/day [fact]: keeps the catheter open, is no therapy
	Continuous              // one daily dose, evenly
	Flex                    // day patterns of up to 13 steps, by weekday
	Periodic                // an amount at every interval, on top of a background
)

// Prescription is everything a clinician sets in the pump at once.
type Prescription struct {
	Drug          Drug
	Concentration units.Concentration
	Infusion      Infusion
	PatientBolus  *PatientBolus // nil: the remote may give nothing
	Acknowledge   bool          // the warnings were seen and accepted
}

// Infusion is the background flow. Mode says which of the fields count.
type Infusion struct {
	Mode     Mode
	Daily    units.Mass    // Continuous: the dose per day
	Patterns []Pattern     // Flex: 1 to 7 named day patterns
	Week     [7]int        // Flex: the index into Patterns of each weekday, Monday first
	Periodic PeriodicBolus // Periodic
}

// Pattern is one kind of day of a flex infusion: 1 to 13 steps [fact: 13].
type Pattern struct {
	Name  string
	Steps []FlexStep
}

// FlexStep runs from its time of day until the next step or midnight.
type FlexStep struct {
	From    units.Span // since midnight; the first is 0, each later than the one before
	Give    units.Mass // given evenly over the step; unused when Minimum
	Minimum bool       // the minimum rate, 6,000 nL/day
}

// PeriodicBolus is an amount given at every interval, the first one when the
// programme starts, on top of a background.
type PeriodicBolus struct {
	Give       units.Mass
	Over       units.Span
	Every      units.Span
	Background units.Mass // per day
}

// PatientBolus is what the patient may ask the pump for with the remote.
type PatientBolus struct {
	Dose       units.Mass
	Over       units.Span  // 1 min to 12 h
	Lockout    units.Span  // 5 min to 24 h, not shorter than Over
	PerDay     int         // 1 to 24 starts in any 24 h
	DailyLimit *units.Mass // per 24 h, background included; nil: none
}
