package pump

import "iddtestdrive/engine/units"

// The flow accuracy that teaching uses, 14.5 % [fact], as per mille of what
// was expected to leave the reservoir.
const (
	leastInSpecification = 855
	mostInSpecification  = 1145
)

// InSpecification says whether a pump gave what it should have since its
// filling, judged by what was found at the refill: (filled - actual) is within
// 855 to 1,145 per mille of (filled - expected), both bounds included. It is
// about what was delivered, not about what is left. known is false where
// nothing was expected to leave.
func InSpecification(filled, expected, actual units.Volume) (within, known bool) {
	should := int64(filled - expected)
	if should <= 0 {
		return false, false
	}
	did := int64(filled-actual) * 1000
	return leastInSpecification*should <= did && did <= mostInSpecification*should, true
}
