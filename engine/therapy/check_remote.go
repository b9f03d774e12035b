package therapy

import "iddtestdrive/engine/units"

// remoteAllowed: a patient bolus is for morphine only, and never for a patient
// who has not been taking opioids [fact].
func (p Prescription) remoteAllowed(opioidNaive bool) *Fault {
	switch {
	case p.PatientBolus == nil:
		return nil
	case p.Drug != Morphine:
		return &Fault{Code: PatientBolusNotMorphine, Field: "patient_bolus"}
	case opioidNaive:
		return &Fault{Code: OpioidNaive, Field: "patient_bolus"}
	}
	return nil
}

// remoteInRange: over, lockout (not shorter than over) and per_day.
func (p Prescription) remoteInRange() *Fault {
	b := p.PatientBolus
	if b == nil {
		return nil
	}
	if f := within("patient_bolus.over", OverOutOfRange,
		int64(b.Over), int64(ShortestOver), int64(LongestOver)); f != nil {
		return f
	}
	if f := within("patient_bolus.lockout", LockoutOutOfRange,
		int64(b.Lockout), int64(max(ShortestLockout, b.Over)), int64(LongestLockout)); f != nil {
		return f
	}
	return within("patient_bolus.per_day", PerDayOutOfRange, int64(b.PerDay), 1, MostPerDay)
}

// patientBolusPossible: the dose is at least a nanolitre and flows within the
// limit together with the background.
func (p Prescription) patientBolusPossible() *Fault {
	b := p.PatientBolus
	if b == nil {
		return nil
	}
	volume := units.VolumeOf(b.Dose, p.Concentration)
	if volume < 1 {
		return tooLow("patient_bolus.dose", DoseTooSmall, int64(b.Dose), p.leastDose())
	}
	return p.onTop("patient_bolus", volume, b.Over)
}
