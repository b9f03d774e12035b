package pump

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Invalid is why a Setup is impossible, or which of the pump's own checks its
// prescription does not pass.
type Invalid struct {
	Field    string           // in dots as in scenario files, such as "pump.age"
	Problem  string           // what is wrong with it and what is allowed; empty where Fault or Warnings say it
	Fault    *therapy.Fault   // the prescription breaks a limit
	Warnings therapy.Warnings // the prescription wants its warnings acknowledged
}

// Error names the field, the cause and the remedy.
func (e *Invalid) Error() string {
	switch {
	case e.Fault != nil:
		return e.Field + ": the pump would refuse this prescription: " + string(e.Fault.Code) + bounds(e.Fault)
	case e.Warnings != 0:
		return e.Field + ": this prescription is unusual (" + strings.Join(e.Warnings.Names(), ", ") +
			"): check it and set acknowledge"
	}
	return e.Field + ": " + e.Problem
}

func bounds(f *therapy.Fault) string {
	text := ""
	for _, b := range [...]struct {
		word string
		has  bool
		n    int64
	}{{"got", f.HasGot, f.Got}, {"least", f.HasMin, f.Min}, {"most", f.HasMax, f.Max}} {
		if b.has {
			text += ", " + b.word + " " + strconv.FormatInt(b.n, 10)
		}
	}
	return text
}

// The bounds of a setup. What the device documents is marked with its fact.
const (
	capacity20 units.Volume = 20_000_000 // 8637-20 [fact]
	capacity40 units.Volume = 40_000_000 // 8637-40 [fact]

	leastThreshold units.Volume = 1_000_000 // of the low-reservoir alarm [design]
	mostThreshold  units.Volume = 10_000_000

	longestStable    = 180 * units.Day // morphine [design]
	mostFlowError    = 300             // per mille [design]
	mostPath         = 10_000_000      // nL [design]
	longestDetection = 48 * units.Hour // [design]
)

// Capacity is how much the model's reservoir holds [fact].
func (m Model) Capacity() units.Volume {
	if m == Model40 {
		return capacity40
	}
	return capacity20
}

// New opens a session: the state before anything is due at instant 0, with the
// event that opens the log already evolved.
func New(setup Setup) (State, Event, error) {
	setup.Prescription = setup.Prescription.Clone()
	if err := setup.check(); err != nil {
		return State{}, Event{}, err
	}
	p := setup.Prescription
	f := &fixed{setup: setup, capacity: setup.Model.Capacity(), path: setup.truePath()}
	f.ofWeek = units.Span(setup.StartWeekday)*units.Day + setup.StartOfDay
	s := State{fixed: f}
	s.belief = belief{
		lowAt: setup.LowReservoir, nextStep: never, periodicNext: never, firstFill: setup.FirstFill,
		filledAt: -units.Instant(setup.FilledAgo), empty: setup.Reservoir == 0,
		wear: newWear(setup.Age), endsAt: units.Instant(lifetime - setup.Age),
	}
	s.computed = ledger{perMille: 1000}
	s.computed.hold(setup.Reservoir)
	s.truth = truth{contents: newContents(setup), detectAt: never, recoverAt: never}
	s.actual = ledger{perMille: int64(1000 + setup.Truth.FlowErrorPerMille)}
	s.actual.hold(setup.Truth.Reservoir)
	s.dry = setup.Truth.Reservoir <= setup.Residual
	opening := s.programmed(p.Programme(), p.Warnings(nil))
	opening.opening = true
	Evolve(&s, &opening)
	return s, opening, nil
}

// check finds the first thing that is impossible about a setup.
func (s *Setup) check() error {
	most := s.Model.Capacity()
	for _, rule := range [...]struct {
		ok      bool
		field   string
		problem string
	}{
		{s.Model <= Model40, "pump.model", "no such model: 8637-20 or 8637-40"},
		{0 <= s.Age && s.Age < lifetime, "pump.age", "must be below 2,557 d"},
		{0 < s.Catheter.LengthCM && s.Catheter.LengthCM <= 1000, "pump.catheter.length", "must be from 1 cm to 1000 cm"},
		{s.Catheter.Tubing >= 0 && s.Catheter.Tubing <= mostPath, "pump.catheter.tubing", "must be from 0 mL to 10 mL"},
		{s.Catheter.PerCM >= 0 && s.Catheter.PerCM <= mostPath, "pump.catheter.per_cm", "must be from 0 mL to 10 mL"},
		{0 < s.Catheter.Volume() && s.Catheter.Volume() <= mostPath, "pump.catheter",
			"the drug path must hold more than 0 mL and at most 10 mL"},
		{0 <= s.Truth.LengthCM && s.Truth.LengthCM <= 1000, "truth.catheter_length", "must be from 1 cm to 1000 cm"},
		{s.truePath() <= mostPath, "truth.catheter_length", "the drug path must hold at most 10 mL"},
		{leastThreshold <= s.LowReservoir && s.LowReservoir <= mostThreshold, "pump.low_reservoir_alarm",
			"must be from 1 mL to 10 mL"},
		{0 <= s.Residual && s.Residual <= most, "pump.residual", "must be from 0 mL to what the reservoir holds"},
		{0 <= s.StallDetection && s.StallDetection <= longestDetection, "pump.stall_detection", "must be from 0 h to 48 h"},
		{stableMorphine <= s.MorphineStable && s.MorphineStable <= longestStable, "pump.morphine_stability",
			"must be from 90 d to 180 d"},
		{0 <= s.Reservoir && s.Reservoir <= most, "pump.reservoir.volume", "the model holds at most " + most.String()},
		{0 <= s.FilledAgo && s.FilledAgo <= 10*lifetime, "pump.reservoir.filled", "must not be negative, nor decades ago"},
		{0 <= s.StartOfDay && s.StartOfDay < units.Day && 0 <= s.StartWeekday && s.StartWeekday < 7, "start",
			"no such time of the week"},
		{-mostFlowError <= s.Truth.FlowErrorPerMille && s.Truth.FlowErrorPerMille <= mostFlowError, "truth.flow_error",
			"must be from -30 % to +30 %"},
		{0 <= s.Truth.Reservoir && s.Truth.Reservoir <= most, "truth.reservoir.volume",
			"the model holds at most " + most.String()},
		{s.Truth.Drug.Known(), "truth.reservoir.drug", "no such drug"},
		{0 <= s.Truth.Concentration && s.Truth.Concentration <= strongest, "truth.reservoir.concentration",
			"must be from 0 mg/mL to 1000 mg/mL"},
	} {
		if !rule.ok {
			return &Invalid{Field: rule.field, Problem: rule.problem}
		}
	}
	return s.checkPrescription()
}

// strongest bounds what a syringe or reservoir may truly hold, so that masses
// stay within their type [design].
const strongest units.Concentration = 1_000_000

// checkPrescription holds the prescription at the start to the pump's own
// checks, as there is nobody yet to refuse it to.
func (s *Setup) checkPrescription() error {
	const field = "prescription"
	if f := s.Prescription.Check(s.OpioidNaive); f != nil {
		return &Invalid{Field: field + "." + f.Field, Fault: f}
	}
	if w := s.Prescription.Warnings(nil); w != 0 && !s.Prescription.Acknowledge {
		return &Invalid{Field: field, Warnings: w}
	}
	return nil
}
