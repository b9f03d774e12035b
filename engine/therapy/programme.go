package therapy

import (
	"math/big"
	"slices"

	"iddtestdrive/engine/units"
)

// Programme is a prescription worked out in the pump's own terms: whole rates
// through the week, and volumes instead of doses. It never changes.
type Programme struct {
	Prescription Prescription
	Week         []Stretch      // from Monday 00:00 on; one stretch only where the rate never changes
	Highest      units.FlowRate // the highest background of the week

	PeriodicVolume units.Volume // of one periodic bolus
	BolusVolume    units.Volume // of one patient bolus
	BolusRate      units.FlowRate
	BolusMass      MeteredMass // what the pump meters for one patient bolus

	// BolusRoom is how much patient boluses may come to in any 24 hours beside
	// the most that the background can give in them; below 0: not even the
	// background fits. It counts only where the prescription has a daily limit.
	BolusRoom MeteredMass
}

// Stretch is a part of the week with one background rate. Neighbours differ.
type Stretch struct {
	From    units.Span // since Monday 00:00
	Rate    units.FlowRate
	Pattern string // flex: where the stretch begins
	Step    int    // flex: counted from 1
}

// MeteredMass is the exact mass in a metered volume: nanolitres times ug/mL,
// which is a thousandth of a nanogram.
type MeteredMass int64

// Metered is the exact mass in a volume.
func Metered(v units.Volume, c units.Concentration) MeteredMass {
	return MeteredMass(v) * MeteredMass(c)
}

// Programme works the prescription out. The prescription has passed Check.
func (p Prescription) Programme() *Programme {
	g := &Programme{Prescription: p.Clone()}
	g.Week = p.week()
	for _, s := range g.Week {
		g.Highest = max(g.Highest, s.Rate)
	}
	if p.Infusion.Mode == Periodic {
		g.PeriodicVolume = units.VolumeOf(p.Infusion.Periodic.Give, p.Concentration)
	}
	if b := p.PatientBolus; b != nil {
		g.BolusVolume = units.VolumeOf(b.Dose, p.Concentration)
		g.BolusRate = units.RateOf(g.BolusVolume, b.Over)
		g.BolusMass = Metered(g.BolusVolume, p.Concentration)
		g.BolusRoom = g.room()
	}
	return g
}

// Flows says whether the programme gives anything at all.
func (g *Programme) Flows() bool { return g.Prescription.Infusion.Mode != Stopped }

// At is the index of the stretch in force at a time of the week.
func (g *Programme) At(ofWeek units.Span) int {
	i, found := slices.BinarySearchFunc(g.Week, ofWeek, func(s Stretch, t units.Span) int { return int(max(-1, min(1, s.From-t))) })
	if !found {
		i--
	}
	return (i + len(g.Week)) % len(g.Week) // before the first: the last of the week before
}

// Until is how long it is from a time of the week until the stretch after the
// one at index i begins; ok is false where the rate never changes.
func (g *Programme) Until(ofWeek units.Span, i int) (wait units.Span, ok bool) {
	if len(g.Week) == 1 {
		return 0, false
	}
	next := g.Week[(i+1)%len(g.Week)].From
	if next <= ofWeek {
		next += Week
	}
	return next - ofWeek, true
}

// Clone is a copy that shares nothing with the prescription.
func (p Prescription) Clone() Prescription {
	p.Infusion.Patterns = slices.Clone(p.Infusion.Patterns)
	for i := range p.Infusion.Patterns {
		p.Infusion.Patterns[i].Steps = slices.Clone(p.Infusion.Patterns[i].Steps)
	}
	if p.PatientBolus != nil {
		b := *p.PatientBolus
		if b.DailyLimit != nil {
			limit := *b.DailyLimit
			b.DailyLimit = &limit
		}
		p.PatientBolus = &b
	}
	return p
}

// week is the background through the week, with neighbours of one rate joined.
func (p Prescription) week() []Stretch {
	if p.Infusion.Mode != Flex {
		return []Stretch{{Rate: p.evenRate()}}
	}
	var all []Stretch
	for day, index := range p.Infusion.Week {
		pattern := p.Infusion.Patterns[index]
		for i := range pattern.Steps {
			rate := p.stepRate(pattern, i)
			if n := len(all); n > 0 && all[n-1].Rate == rate {
				continue
			}
			from := units.Span(day)*units.Day + pattern.Steps[i].From
			all = append(all, Stretch{From: from, Rate: rate, Pattern: pattern.Name, Step: i + 1})
		}
	}
	if n := len(all); n > 1 && all[0].Rate == all[n-1].Rate {
		all = all[1:] // Sunday's last rate simply goes on
	}
	return all
}

// evenRate is the background of a prescription that is no flex.
func (p Prescription) evenRate() units.FlowRate {
	switch p.Infusion.Mode {
	case MinimumRate:
		return MinimumFlow
	case Continuous:
		return p.dailyRate(p.Infusion.Daily)
	case Periodic:
		return p.dailyRate(p.Infusion.Periodic.Background)
	}
	return 0
}

// dailyRate is the rate that gives a dose in a day.
func (p Prescription) dailyRate(perDay units.Mass) units.FlowRate {
	return units.FlowRate(units.VolumeOf(perDay, p.Concentration))
}

// stepRate is the rate of a step: its amount in whole nanolitres, evenly over
// the time until the next step or midnight.
func (p Prescription) stepRate(pattern Pattern, i int) units.FlowRate {
	if pattern.Steps[i].Minimum {
		return MinimumFlow
	}
	return units.RateOf(units.VolumeOf(pattern.Steps[i].Give, p.Concentration), pattern.length(i))
}

// length is how long step i lasts.
func (d Pattern) length(i int) units.Span {
	end := units.Day
	if i+1 < len(d.Steps) {
		end = d.Steps[i+1].From
	}
	return end - d.Steps[i].From
}

// room works out BolusRoom: the daily limit less the most that the background
// gives in any 24 hours, rounded down, which changes no comparison with whole
// amounts.
func (g *Programme) room() MeteredMass {
	limit := g.Prescription.PatientBolus.DailyLimit
	if limit == nil {
		return 0
	}
	most := g.MostVolume24h()
	most.Mul(most, new(big.Rat).SetInt64(int64(g.Prescription.Concentration)))
	left := new(big.Rat).SetInt(new(big.Int).Mul(big.NewInt(int64(*limit)), big.NewInt(1000)))
	left.Sub(left, most)
	floor := new(big.Int).Div(left.Num(), left.Denom())
	if !floor.IsInt64() {
		return MeteredMass(floor.Sign()) << 62
	}
	return MeteredMass(floor.Int64())
}
