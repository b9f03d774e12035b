package therapy

// Code is the stable name of a reason for refusing a prescription or command.
type Code string

// The codes for what may be wrong with a prescription, in the order in which
// they are looked for; check.go has the rule for each.
const (
	UnknownDrug             Code = "unknown_drug"
	ConcentrationOutOfRange Code = "concentration_out_of_range"
	FlexMalformed           Code = "flex_malformed"
	RateBelowMinimum        Code = "rate_below_minimum"
	RateAboveMaximum        Code = "rate_above_maximum"
	DoseTooSmall            Code = "dose_too_small"
	OverLongerThanEvery     Code = "over_longer_than_every"
	DailyDoseAboveMaximum   Code = "daily_dose_above_maximum"
	PatientBolusNotMorphine Code = "patient_bolus_not_morphine"
	OpioidNaive             Code = "opioid_naive"
	OverOutOfRange          Code = "over_out_of_range"
	LockoutOutOfRange       Code = "lockout_out_of_range"
	PerDayOutOfRange        Code = "per_day_out_of_range"
	BridgeDrugChanged       Code = "bridge_drug_changed"
	BridgeSameConcentration Code = "bridge_concentration_unchanged"
	BridgeRateOutOfRange    Code = "bridge_rate_out_of_range"
	WarningNotAcknowledged  Code = "warning_not_acknowledged"
)

// Fault is where and by how much a prescription breaks a limit. The amounts
// are in the engine's unit of the field, or in nL/day for a rate.
type Fault struct {
	Code   Code
	Field  string // in dots as in scenario files, such as "patient_bolus.lockout"
	Got    int64
	Min    int64
	Max    int64
	HasGot bool
	HasMin bool
	HasMax bool
}

// Warnings is the set of things that are possible but unusual and have to be
// acknowledged.
type Warnings uint8

// The warnings, in the order in which they are listed.
const (
	DailyDoseHigh     Warnings = 1 << iota // above what is usual for the drug
	DailyDoseChanged                       // by more than half
	PatientBolusLarge                      // above a fifth of the daily dose
)

// Has says whether the set holds the warning.
func (w Warnings) Has(one Warnings) bool { return w&one != 0 }

// Names lists the warnings of the set by their names in the log.
func (w Warnings) Names() []string {
	names := []string{}
	for i, name := range [...]string{"daily_dose_high", "daily_dose_changed", "patient_bolus_large"} {
		if w.Has(1 << i) {
			names = append(names, name)
		}
	}
	return names
}

// Codes lists the codes for what may be wrong with a prescription, in the order
// in which they are looked for.
func Codes() []Code {
	return []Code{
		UnknownDrug, ConcentrationOutOfRange, FlexMalformed, RateBelowMinimum, RateAboveMaximum, DoseTooSmall,
		OverLongerThanEvery, DailyDoseAboveMaximum, PatientBolusNotMorphine, OpioidNaive, OverOutOfRange,
		LockoutOutOfRange, PerDayOutOfRange, BridgeDrugChanged, BridgeSameConcentration, BridgeRateOutOfRange,
		WarningNotAcknowledged,
	}
}
