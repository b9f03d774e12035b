package timeline

import (
	"math"
	"strconv"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// scale says how high a rate stands. Where extra doses are many times the usual
// rates, they have a part of their own above a gap.
type scale struct {
	usual float64 // ng per day: the top of the usual rates
	most  float64 // ng per day: the highest rate; not above usual: one scale
}

// The parts of the height.
const (
	usualPart = 0.66 // of the usual rates, where there are two scales
	gapPart   = 0.08 // of the gap between the two
	headPart  = 0.05 // left free above
)

// broken tells whether the scale is in two parts.
func (s scale) broken() bool { return s.most > s.usual }

// height is how high a rate stands, as a part of the whole height.
func (s scale) height(rate float64) float64 {
	switch {
	case !s.broken():
		return min(1, rate/s.usual*(1-headPart))
	case rate <= s.usual:
		return rate / s.usual * usualPart
	}
	return usualPart + gapPart + min(1, (rate-s.usual)/(s.most-s.usual))*(1-usualPart-gapPart-headPart)
}

// What leaves the tip may be another rate than was set: by the pump's error, and
// for a while twice as much or half after a change of concentration.
const mostOfTold = 2.2

// scaleOf is the scale for what any number of lanes are prescribed now, and for
// what they did.
func scaleOf(lanes []lane) scale {
	told, left, most := 0.0, 0.0, 0.0
	for _, l := range lanes {
		usual, extra := prescribed(l.record.session.Prescription())
		told, most = max(told, usual), max(most, usual, extra)
		for _, c := range l.columns {
			if units.Span(c.To-c.From) < shortest {
				continue
			}
			most = max(most, float64(c.Told), c.PerDay())
			if !c.Bolus {
				told, left = max(told, float64(c.Told)), max(left, c.PerDay())
			}
		}
	}
	usual := max(told, min(left, told*mostOfTold))
	if usual == 0 {
		usual = max(most, 1)
	}
	const head = 1.02 // so that no line runs along the top
	s := scale{usual: niceUp(usual * head)}
	if most > s.usual {
		s.most = most
	}
	return s
}

// prescribed is the highest usual rate of a prescription and that while an extra
// dose flows, in nanograms per day.
func prescribed(p therapy.Prescription) (usual, extra float64) {
	usual = float64(p.HighestRate()) * float64(p.Concentration) / 1000
	if b := p.PatientBolus; b != nil {
		extra = usual + float64(b.Dose)*float64(units.Day)/float64(b.Over)
	}
	return usual, extra
}

// niceUp is the next round number from v on: one of two digits at most, times a
// power of ten.
func niceUp(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, round := range []float64{1, 1.2, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9} {
		if v <= round*power*(1+1e-9) {
			return round * power
		}
	}
	return 10 * power
}

const milligram = 1_000_000 // in nanograms

// unit is what the scale counts in, and how many nanograms it is.
func (s scale) unit() (name string, size float64) {
	if s.usual >= milligram {
		return "mg", milligram
	}
	return "mcg", 1000
}

// top is the number at the top of the usual rates.
func (s scale) top() string {
	_, size := s.unit()
	return strconv.FormatFloat(s.usual/size, 'g', 3, 64)
}

// amount is a dose for reading: in tenths of a milligram, below one in
// hundredths, below a tenth in micrograms; rounded down.
func amount(m units.Mass) string {
	switch {
	case m >= milligram:
		return tenths(int64(m)/(milligram/10), 1) + " mg"
	case m >= milligram/10:
		return tenths(int64(m)/(milligram/100), 2) + " mg"
	}
	return tenths(int64(m)/100, 1) + " mcg"
}

// tenths writes a whole number as a decimal of so many places, without needless
// zeros.
func tenths(n int64, places int) string {
	size := math.Pow10(places)
	return strconv.FormatFloat(float64(n)/size, 'f', -1, 64)
}
