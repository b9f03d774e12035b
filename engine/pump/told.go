package pump

import (
	"math/big"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Told is the dose per day that the pump was told to give at the status's
// instant under the prescription then in force, extra doses included, by what
// the pump believes it holds: in ng, rounded down. A bridge gives the new
// programme's dose at the old concentration, which the pump minds.
func (s *Status) Told(p therapy.Prescription) units.Mass {
	if s.Bolus != nil && s.Bolus.Kind == BridgeBolus {
		daily := p.MeanDailyDose()
		return units.Mass(new(big.Int).Quo(daily.Num(), daily.Denom()).Int64())
	}
	const microgramsPerML = 1000 // nL/day times ug/mL gives thousandths of ng/day
	return units.Mass(int64(s.Rate) * int64(p.Concentration) / microgramsPerML)
}
