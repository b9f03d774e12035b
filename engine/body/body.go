// Package body is a teaching picture of what morphine that left the catheter's
// tip does afterwards: how much of it is in the fluid around the cord, how much
// of that has reached the place where it acts, and from this a relief and a
// drowsiness without a unit, between 0 and 100.
//
// It is illustrative and predicts nothing. One well-stirred compartment stands
// for the fluid, though in truth a drug stays near the tip and thins out within
// centimetres; one effect site stands for the cord; tolerance, other drugs,
// age, illness and the kind of pain are left out. Whoever shows a value from
// here says "illustrative" beside it.
//
// It is kept apart from dosing: no other package of the engine imports it, and
// nothing in it reaches a pump, a prescription or a log. It is the only place in
// the engine with floating-point numbers, so its values may differ in their
// last digits from one processor to another.
//
// No dose means an outcome here. Relief and drowsiness are measured against the
// dose that this patient is settled on, so that the same milligrams in another
// patient's scenario draw another picture.
package body

import (
	"math"

	"iddtestdrive/engine/units"
)

// What is known of morphine in the fluid around the cord.
const (
	// clearance in mL/min [fact: human studies give 0.17 to 0.34].
	clearance = 0.20
	// effectHalf is the half-time in minutes with which the effect site follows
	// the fluid [design: puts the peak of a single dose at about an hour].
	effectHalf = 25.0
)

// Variant is how fast the fluid clears itself of drug. Both lie within what was
// measured in people; showing them together shows the spread.
type Variant struct {
	volume float64 // of the fluid's compartment, mL
}

// The variants.
var (
	Usual = Variant{26} // half-life 90 min, as the label of the drug gives [fact]
	Slow  = Variant{50} // half-life 173 min, near the longest that was measured [fact]
)

// Fluid is the fluid around the cord and the effect site beside it. Its zero
// value is not ready; use New or Settled.
type Fluid struct {
	cleared float64 // part of the drug cleared per minute
	volume  float64 // mL
	amount  float64 // of drug in the fluid, micrograms
	effect  float64 // at the effect site, micrograms per mL
}

// New is a fluid with no drug in it.
func New(v Variant) Fluid {
	return Fluid{cleared: clearance / v.volume, volume: v.volume}
}

// Settled is a fluid long used to a steady daily dose.
func Settled(v Variant, daily units.Mass) Fluid {
	f := New(v)
	f.effect = settledAt(daily)
	f.amount = f.effect * f.volume
	return f
}

// settledAt is the concentration, in micrograms per mL, at which as much is
// cleared as a steady daily dose brings.
func settledAt(daily units.Mass) float64 {
	return float64(daily) / 1000 / minutesPerDay / clearance
}

const minutesPerDay = 24 * 60

// Take lets a span pass in which so much left the tip, evenly. The solution is
// exact for an even flow: taking it in pieces comes to the same.
func (f Fluid) Take(mass units.Mass, over units.Span) Fluid {
	t := float64(over) / float64(units.Minute)
	if t <= 0 {
		f.amount += float64(mass) / 1000
		return f
	}
	k, e := f.cleared, math.Ln2/effectHalf
	settled := float64(mass) / 1000 / t / k // the amount this flow would settle at
	excess := f.amount - settled
	kept, followed := math.Exp(-k*t), math.Exp(-e*t)
	level := settled / f.volume
	f.effect = level + (f.effect-level)*followed + excess/f.volume*e/(e-k)*(kept-followed)
	f.amount = settled + excess*kept
	return f
}

// Concentration is that in the fluid, in micrograms per mL.
func (f Fluid) Concentration() float64 { return f.amount / f.volume }

// Effect is the concentration at the effect site, in micrograms per mL.
func (f Fluid) Effect() float64 { return f.effect }
