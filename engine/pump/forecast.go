package pump

import (
	"math/big"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// How long a drug keeps in the pump, and how long any filling is left in it.
const (
	stableMorphine  = 90 * units.Day // settable to 180 days
	stableBaclofen  = 180 * units.Day
	stableUndiluted = 84 * units.Day // ziconotide as supplied, 25 or 100 ug/mL
	stableDiluted   = 40 * units.Day // ziconotide at any other concentration
	stableFirstFill = 14 * units.Day // ziconotide in a new pump
	longestInterval = 180            // days between refills, at most
	undilutedWeak   = units.Concentration(25)
	undilutedStrong = units.Concentration(100)
)

// forecast is how long what is in the pump lasts, by the pump's own count.
func (s *State) forecast() Forecast {
	f := Forecast{StabilityDaysLeft: s.stabilityDaysLeft()}
	f.RefillByDays = min(f.StabilityDaysLeft, longestInterval)
	if !s.programme.Flows() {
		return f
	}
	perDay := s.programme.MeanVolume()
	f.HasFlow, f.DaysToLow = true, s.daysToLow(perDay)
	if b := s.programme.Prescription.PatientBolus; b != nil {
		perDay.Add(perDay, new(big.Rat).SetInt64(int64(s.programme.BolusVolume)*int64(b.PerDay)))
	}
	f.DaysToLowWithBolus = s.daysToLow(perDay)
	f.RefillByDays = min(f.RefillByDays, f.DaysToLowWithBolus)
	return f
}

// daysToLow is in how many whole days the computed volume comes to the
// threshold at so much a day.
func (s *State) daysToLow(perDay *big.Rat) int64 {
	above := s.computed.exactNL(&s.bolus, s.now)
	above.Sub(above, new(big.Rat).SetInt64(int64(s.lowAt)))
	return max(0, whole(above.Quo(above, perDay)))
}

// stabilityDaysLeft is in how many whole days the filling is too old.
func (s *State) stabilityDaysLeft() int64 {
	left := s.stable() - units.Span(s.now-s.filledAt)
	return int64(max(0, left) / units.Day)
}

// stable is how long the programmed drug keeps since its filling.
func (s *State) stable() units.Span {
	p := &s.programme.Prescription
	switch {
	case p.Drug == therapy.Morphine:
		return s.fixed.setup.MorphineStable
	case p.Drug == therapy.Baclofen:
		return stableBaclofen
	case s.firstFill:
		return stableFirstFill
	case p.Concentration == undilutedWeak || p.Concentration == undilutedStrong:
		return stableUndiluted
	}
	return stableDiluted
}
