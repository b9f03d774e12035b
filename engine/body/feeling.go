package body

import (
	"math"

	"iddtestdrive/engine/units"
)

// Person is whom the picture is drawn for: somebody who is settled on a daily
// dose, against which everything is measured.
type Person struct {
	settled float64 // effect-site concentration on that dose, micrograms per mL
}

// Used is a person long used to a steady daily dose of morphine. A dose of 0 or
// less is that of nobody: such a person feels nothing, whatever is taken.
func Used(daily units.Mass) Person { return Person{settledAt(daily)} }

// How the picture is drawn [design, all four]: on the dose a person is used to
// there is fair relief and little drowsiness; more brings less and less further
// relief, and drowsiness ever faster.
const (
	reliefHalf = 0.8 // times the settled effect at which relief is half
	reliefRise = 2.0
	drowsyHalf = 2.4 // times the settled effect at which drowsiness is half
	drowsyRise = 3.0
)

// Relief is how much the pain is eased, 0 to 100, illustrative and without a
// unit.
func (p Person) Relief(f Fluid) float64 { return p.scale(f, reliefHalf, reliefRise) }

// Drowsiness is how sleepy the person is, 0 to 100, illustrative and without a
// unit.
func (p Person) Drowsiness(f Fluid) float64 { return p.scale(f, drowsyHalf, drowsyRise) }

func (p Person) scale(f Fluid, half, rise float64) float64 {
	if p.settled <= 0 || f.effect <= 0 {
		return 0
	}
	x := math.Pow(f.effect/p.settled/half, rise)
	return 100 * x / (1 + x)
}
