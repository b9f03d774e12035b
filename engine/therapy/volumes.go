package therapy

import (
	"math/big"

	"iddtestdrive/engine/units"
)

// MeanVolume is the exact mean of what the programme gives in a day over its
// week, in nL, without patient boluses.
func (g *Programme) MeanVolume() *big.Rat {
	week := int64(0)
	for i, s := range g.Week {
		wait, ok := g.Until(s.From, i)
		if !ok {
			wait = Week
		}
		week += int64(s.Rate) * int64(wait/units.Millisecond)
	}
	mean := big.NewRat(week, int64(Week))
	if p := g.Prescription.Infusion.Periodic; g.Prescription.Infusion.Mode == Periodic {
		mean.Add(mean, perDay(int64(g.PeriodicVolume), p.Every))
	}
	return mean
}

// MostVolume24h is the exact volume that the programme gives in those 24 hours
// of its week in which it gives most, periodic boluses included.
func (g *Programme) MostVolume24h() *big.Rat {
	most := int64(0)
	for _, s := range g.Week {
		// The sum over a moving day has its peaks where the day begins or ends
		// at a change of rate.
		most = max(most, g.given(s.From, units.Day), g.given((s.From+Week-units.Day)%Week, units.Day))
	}
	sum := big.NewRat(most, int64(units.Day))
	if g.Prescription.Infusion.Mode == Periodic {
		sum.Add(sum, g.mostPeriodic())
	}
	return sum
}

// given is what the background gives in a time that begins at a time of the
// week, in nL times ms per day.
func (g *Programme) given(from, lasting units.Span) int64 {
	sum := int64(0)
	for lasting > 0 {
		i := g.At(from)
		wait, ok := g.Until(from, i)
		if !ok || wait > lasting {
			wait = lasting
		}
		sum += int64(g.Week[i].Rate) * int64(wait)
		from, lasting = (from+wait)%Week, lasting-wait
	}
	return sum
}

// mostPeriodic is what periodic boluses give in the 24 hours that begin with
// one: every whole one, and the part of the last that still fits.
func (g *Programme) mostPeriodic() *big.Rat {
	p := g.Prescription.Infusion.Periodic
	whole, rest := int64(units.Day/p.Every), units.Day%p.Every
	part := big.NewRat(int64(min(rest, p.Over)), int64(p.Over))
	part.Add(part, new(big.Rat).SetInt64(whole))
	return part.Mul(part, new(big.Rat).SetInt64(int64(g.PeriodicVolume)))
}

// perDay is how much comes in a day of what comes once in every so often.
func perDay(amount int64, every units.Span) *big.Rat {
	r := big.NewRat(amount, int64(every))
	return r.Mul(r, new(big.Rat).SetInt64(int64(units.Day)))
}
