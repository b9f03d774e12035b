package therapy

import "math/big"

// Warnings lists what is possible but unusual about the prescription. The one
// in force is what its dose is compared with; nil where there is none. The
// prescription has passed Check.
func (p Prescription) Warnings(inForce *Prescription) Warnings {
	var w Warnings
	if p.HighestDailyDose().Cmp(massRat(ofDrug[p.Drug].unusual)) > 0 {
		w |= DailyDoseHigh
	}
	if inForce != nil && inForce.Drug == p.Drug && moreThanHalfApart(inForce.MeanDailyDose(), p.MeanDailyDose()) {
		w |= DailyDoseChanged
	}
	if b := p.PatientBolus; b != nil {
		five := new(big.Rat).Mul(massRat(b.Dose), big.NewRat(5, 1))
		if five.Cmp(p.MeanDailyDose()) > 0 {
			w |= PatientBolusLarge
		}
	}
	return w
}

// moreThanHalfApart says whether a dose changes by more than 50 %. From none
// at all, every dose does.
func moreThanHalfApart(old, now *big.Rat) bool {
	change := new(big.Rat).Sub(now, old)
	return change.Abs(change).Cmp(new(big.Rat).Mul(old, big.NewRat(1, 2))) > 0
}
