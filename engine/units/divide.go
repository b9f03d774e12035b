package units

import (
	"math"
	"math/bits"
)

// VolumeOf is the volume that holds a dose at a concentration above 0, rounded
// half to even. What is far beyond any pump ends at the greatest Volume.
func VolumeOf(dose Mass, c Concentration) Volume {
	if dose < 0 {
		return -VolumeOf(-max(dose, -math.MaxInt64), c)
	}
	return Volume(mulDivHalfEven(uint64(dose), 1000, uint64(c)))
}

// RateOf is the daily flow that gives a volume over a length of time above 0,
// rounded half to even. What is far beyond any pump ends at the greatest
// FlowRate.
func RateOf(v Volume, over Span) FlowRate {
	if v < 0 {
		return -RateOf(-max(v, -math.MaxInt64), over)
	}
	return FlowRate(mulDivHalfEven(uint64(v), uint64(Day), uint64(over)))
}

// TimeFor is how long a flow above 0 takes to give a volume, rounded up to the
// next millisecond.
func TimeFor(v Volume, r FlowRate) Span {
	hi, lo := bits.Mul64(uint64(v), uint64(Day))
	if hi >= uint64(r) {
		return math.MaxInt64
	}
	q, rest := bits.Div64(hi, lo, uint64(r))
	if rest > 0 {
		q++
	}
	return Span(min(q, math.MaxInt64))
}

// Faster says whether giving a volume over a length of time is a faster flow
// than the limit, exactly. Any volume in no time is.
func Faster(v Volume, over Span, limit FlowRate) bool {
	if over <= 0 || limit < 0 {
		return true
	}
	givenHi, givenLo := bits.Mul64(uint64(max(v, 0)), uint64(Day))
	mostHi, mostLo := bits.Mul64(uint64(limit), uint64(over))
	return givenHi > mostHi || givenHi == mostHi && givenLo > mostLo
}

// PartOf is the part of a volume that is given when so much of the whole time
// has gone by, rounded down. 0 <= gone <= whole, whole above 0.
func PartOf(v Volume, gone, whole Span) Volume {
	hi, lo := bits.Mul64(uint64(v), uint64(gone))
	q, _ := bits.Div64(hi, lo, uint64(whole))
	return Volume(q)
}

// mulDivHalfEven is a*b/d to the nearest whole number, ties to the even one,
// never above the greatest int64.
func mulDivHalfEven(a, b, d uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	if hi >= d {
		return math.MaxInt64
	}
	q, rest := bits.Div64(hi, lo, d)
	if half := d - rest; rest > half || rest == half && q&1 == 1 {
		q++
	}
	return min(q, math.MaxInt64)
}
