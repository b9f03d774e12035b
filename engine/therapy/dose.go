package therapy

import (
	"math/big"

	"iddtestdrive/engine/units"
)

// HighestDailyDose is the dose of the weekday with the highest one, exactly,
// in ng: as typed and without patient boluses. The minimum rate has no typed
// dose and counts as none.
func (p Prescription) HighestDailyDose() *big.Rat {
	if p.Infusion.Mode != Flex {
		return p.evenDose()
	}
	most := new(big.Rat)
	for _, index := range p.Infusion.Week {
		if day := p.Infusion.Patterns[index].dose(); day.Cmp(most) > 0 {
			most = day
		}
	}
	return most
}

// MeanDailyDose is the mean of the daily doses over the week, exactly, in ng:
// as typed and without patient boluses.
func (p Prescription) MeanDailyDose() *big.Rat {
	if p.Infusion.Mode != Flex {
		return p.evenDose()
	}
	sum := new(big.Rat)
	for _, index := range p.Infusion.Week {
		sum.Add(sum, p.Infusion.Patterns[index].dose())
	}
	return sum.Quo(sum, big.NewRat(7, 1))
}

// evenDose is the daily dose of a prescription whose days are all alike.
func (p Prescription) evenDose() *big.Rat {
	switch p.Infusion.Mode {
	case Continuous:
		return massRat(p.Infusion.Daily)
	case Periodic:
		dose := perDay(int64(p.Infusion.Periodic.Give), p.Infusion.Periodic.Every)
		return dose.Add(dose, massRat(p.Infusion.Periodic.Background))
	}
	return new(big.Rat)
}

// dose is what a day of the pattern gives, as typed.
func (d Pattern) dose() *big.Rat {
	sum := new(big.Rat)
	for _, s := range d.Steps {
		if !s.Minimum {
			sum.Add(sum, massRat(s.Give))
		}
	}
	return sum
}

func massRat(m units.Mass) *big.Rat { return new(big.Rat).SetInt64(int64(m)) }

// BridgeRate is the rate of a bridge from an older concentration to this
// prescription: its mean daily dose as volume at the OLD concentration,
// rounded half to even, so that the patient keeps the dose that is meant while
// the old contents of the drug path are still being given.
func (p Prescription) BridgeRate(old units.Concentration) units.FlowRate {
	exact := p.MeanDailyDose()
	exact.Mul(exact, big.NewRat(1000, int64(old)))
	return units.FlowRate(halfEven(exact))
}

// halfEven rounds an amount that is not negative to the nearest whole one,
// ties to even, never above the greatest int64.
func halfEven(r *big.Rat) int64 {
	two := big.NewInt(2)
	q, rest := new(big.Int).QuoRem(r.Num(), r.Denom(), new(big.Int))
	switch rest.Mul(rest, two).Cmp(r.Denom()) {
	case 1:
		q.Add(q, big.NewInt(1))
	case 0:
		q.Add(q, new(big.Int).And(q, big.NewInt(1)))
	}
	if !q.IsInt64() {
		return 1<<63 - 1
	}
	return q.Int64()
}
