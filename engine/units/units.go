// Package units holds the quantities of the dosing engine. All are whole
// numbers: nothing in dosing is ever a floating-point number, so the same
// input gives the same bytes on every platform. The type carries the unit.
//
// Amounts are written and read with their unit ("0.3 mg", "18 mL", "3 h");
// an amount finer than the engine's unit is refused, never rounded. Where a
// division cannot be exact, the function that does it names its rounding.
package units

// Volume is a volume in nanolitres (nL).
type Volume int64

// Mass is a dose in nanograms (ng).
type Mass int64

// Concentration is a concentration in micrograms per millilitre (ug/mL),
// which is the same number of nanograms per microlitre.
type Concentration int64

// FlowRate is a flow in nanolitres per day (nL/day).
type FlowRate int64

// Instant is a moment of a session: whole milliseconds since it began.
type Instant int64

// Span is a length of time in milliseconds.
type Span int64

// Lengths of time. There are no time zones and no clock changes in a
// session, so a day is always 86,400,000 ms.
const (
	Millisecond Span = 1
	Second      Span = 1000
	Minute      Span = 60 * Second
	Hour        Span = 60 * Minute
	Day         Span = 24 * Hour
)

// Add is the instant so much later, or the last there is.
func (t Instant) Add(s Span) Instant {
	if sum := t + Instant(s); s < 0 || sum >= t {
		return sum
	}
	return 1<<63 - 1
}
