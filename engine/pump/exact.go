package pump

import "math/big"

// finestBits bounds how fine a fraction may become. Fractions that come from
// stalls in mid-bolus and from mixing in the reservoir multiply each other's
// denominators; after some dozens of them in a row without an aspiration the
// number is rounded down to 2^-1024 of its unit, which no reported figure can
// show, so that no list of commands makes the arithmetic slow. [design]
const finestBits = 1024

// tame rounds a fraction down where it has become finer than it may be.
func tame(r *big.Rat) *big.Rat {
	if r.Denom().BitLen() <= 2*finestBits {
		return r
	}
	n := new(big.Int).Lsh(r.Num(), finestBits)
	n.Div(n, r.Denom())
	return new(big.Rat).SetFrac(n, new(big.Int).Lsh(big.NewInt(1), finestBits))
}

// whole is the greatest whole number not above r; beyond any int64, the
// greatest there is.
func whole(r *big.Rat) int64 {
	if n := floorOf(r); n.IsInt64() {
		return n.Int64()
	}
	return int64(r.Sign()) * (1<<63 - 1)
}

// floorOf is the greatest whole number not above r.
func floorOf(r *big.Rat) *big.Int { return new(big.Int).Div(r.Num(), r.Denom()) }
