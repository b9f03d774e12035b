package therapy

import (
	"math/big"
	"strconv"

	"iddtestdrive/engine/units"
)

// Check finds the first rule that a prescription breaks, in the fixed order of
// the list below; nil: none. What is merely unusual is left to Warnings.
func (p Prescription) Check(opioidNaive bool) *Fault {
	for _, rule := range [...]func(Prescription) *Fault{
		Prescription.knownDrug,
		Prescription.concentrationInRange,
		Prescription.flexWellFormed,
		Prescription.ratesNotTooLow,
		Prescription.ratesNotTooHigh,
		Prescription.periodicPossible,
		Prescription.dailyDoseAllowed,
		func(p Prescription) *Fault { return p.remoteAllowed(opioidNaive) },
		Prescription.remoteInRange,
		Prescription.patientBolusPossible,
	} {
		if f := rule(p); f != nil {
			return f
		}
	}
	return nil
}

func (p Prescription) knownDrug() *Fault {
	if p.Drug.Known() {
		return nil
	}
	return &Fault{Code: UnknownDrug, Field: "drug"}
}

func (p Prescription) concentrationInRange() *Fault {
	return within("concentration", ConcentrationOutOfRange,
		int64(p.Concentration), 1, int64(ofDrug[p.Drug].concentration))
}

// flexWellFormed: 1 to 7 patterns of 1 to 13 steps, the first at 00:00, each
// later than the one before, and a pattern for every weekday. An infusion that
// is none of the modes is malformed too.
func (p Prescription) flexWellFormed() *Fault {
	if p.Infusion.Mode > Periodic {
		return &Fault{Code: FlexMalformed, Field: "infusion"}
	}
	if p.Infusion.Mode != Flex {
		return nil
	}
	patterns := p.Infusion.Patterns
	ok := 1 <= len(patterns) && len(patterns) <= MaxPatterns
	for _, d := range patterns {
		ok = ok && 1 <= len(d.Steps) && len(d.Steps) <= MaxSteps
		for i, s := range d.Steps {
			ok = ok && (i > 0) == (s.From != 0) && s.From < units.Day && (i == 0 || s.From > d.Steps[i-1].From)
		}
	}
	for _, index := range p.Infusion.Week {
		ok = ok && 0 <= index && index < len(patterns)
	}
	if ok {
		return nil
	}
	return &Fault{Code: FlexMalformed, Field: "infusion.flex"}
}

// background is one programmed rate of the prescription and where it stands.
type background struct {
	field string
	rate  units.FlowRate
}

// backgrounds lists every programmed rate but the minimum's, used or not.
func (p Prescription) backgrounds() []background {
	switch p.Infusion.Mode {
	case Continuous:
		return []background{{"infusion.continuous", p.evenRate()}}
	case Periodic:
		return []background{{"infusion.periodic.background", p.evenRate()}}
	case Flex:
		return p.flexBackgrounds()
	}
	return nil
}

func (p Prescription) flexBackgrounds() []background {
	var all []background
	for _, d := range p.Infusion.Patterns {
		for i, s := range d.Steps {
			if s.Minimum {
				continue
			}
			field := "infusion.flex.patterns." + d.Name + "." + strconv.Itoa(i+1) + ".give"
			all = append(all, background{field, p.stepRate(d, i)})
		}
	}
	return all
}

func (p Prescription) ratesNotTooLow() *Fault {
	for _, b := range p.backgrounds() {
		if b.rate < LowestRate {
			return tooLow(b.field, RateBelowMinimum, int64(b.rate), int64(LowestRate))
		}
	}
	return nil
}

func (p Prescription) ratesNotTooHigh() *Fault {
	for _, b := range p.backgrounds() {
		if b.rate > HighestRate {
			return tooHigh(b.field, RateAboveMaximum, int64(b.rate), int64(HighestRate))
		}
	}
	return nil
}

// periodicPossible: the amount is at least a nanolitre, is given within its
// interval, and flows within the limit together with the background.
func (p Prescription) periodicPossible() *Fault {
	if p.Infusion.Mode != Periodic {
		return nil
	}
	b := p.Infusion.Periodic
	volume := units.VolumeOf(b.Give, p.Concentration)
	switch {
	case volume < 1:
		return tooLow("infusion.periodic.give", DoseTooSmall, int64(b.Give), p.leastDose())
	case b.Over > b.Every:
		return tooHigh("infusion.periodic.over", OverLongerThanEvery, int64(b.Over), int64(b.Every))
	}
	return p.onTop("infusion.periodic", volume, b.Over)
}

// leastDose is the least dose that comes to a nanolitre: just above half of
// one, which is rounded to the even number.
func (p Prescription) leastDose() int64 { return int64(p.Concentration)/2000 + 1 }

// onTop: a bolus on top of the highest background of the week stays within the
// limit, exactly.
func (p Prescription) onTop(field string, volume units.Volume, over units.Span) *Fault {
	highest := p.HighestRate()
	if !units.Faster(volume, over, HighestRate-highest) {
		return nil
	}
	got := int64(highest)
	if over > 0 {
		got += int64(min(units.RateOf(volume, over), 1<<62))
	}
	return tooHigh(field, RateAboveMaximum, got, int64(HighestRate))
}

// HighestRate is the highest background of the week.
func (p Prescription) HighestRate() units.FlowRate {
	highest := units.FlowRate(0)
	for _, s := range p.week() {
		highest = max(highest, s.Rate)
	}
	return highest
}

func (p Prescription) dailyDoseAllowed() *Fault {
	most := ofDrug[p.Drug].most
	dose := p.HighestDailyDose()
	if most == 0 || dose.Cmp(massRat(most)) <= 0 {
		return nil
	}
	field := "infusion." + p.Infusion.Mode.String()
	floor := new(big.Int).Quo(dose.Num(), dose.Denom())
	if !floor.IsInt64() {
		floor.SetInt64(1<<63 - 1)
	}
	return tooHigh(field, DailyDoseAboveMaximum, floor.Int64(), int64(most))
}

func within(field string, code Code, got, least, most int64) *Fault {
	if least <= got && got <= most {
		return nil
	}
	return &Fault{Code: code, Field: field, Got: got, Min: least, Max: most, HasGot: true, HasMin: true, HasMax: true}
}

func tooLow(field string, code Code, got, least int64) *Fault {
	return &Fault{Code: code, Field: field, Got: got, Min: least, HasGot: true, HasMin: true}
}

func tooHigh(field string, code Code, got, most int64) *Fault {
	return &Fault{Code: code, Field: field, Got: got, Max: most, HasGot: true, HasMax: true}
}
