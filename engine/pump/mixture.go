package pump

import (
	"math/big"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// mixture is what a fluid holds of each drug, exactly, in ug/mL; nil: none. A
// volume in nanolitres times a concentration is a mass in thousandths of a
// nanogram. A mixture never changes.
type mixture [therapy.Drugs]*big.Rat

// solution is a mixture of one drug.
//
//go:noinline
func solution(d therapy.Drug, c units.Concentration) mixture {
	var m mixture
	if c > 0 {
		m[d] = new(big.Rat).SetInt64(int64(c))
	}
	return m
}

// of is the concentration of one drug.
//
//go:noinline
func (m mixture) of(d int) *big.Rat {
	if m[d] == nil {
		return new(big.Rat)
	}
	return m[d]
}

// with is what comes of a volume of this mixture when a volume of another is
// added: it mixes at once and evenly.
func (m mixture) with(volume *big.Rat, other mixture, added *big.Rat) mixture {
	all := new(big.Rat).Add(volume, added)
	if all.Sign() <= 0 {
		return other
	}
	var mixed mixture
	for d := range mixed {
		mass := new(big.Rat).Mul(m.of(d), volume)
		mass.Add(mass, new(big.Rat).Mul(other.of(d), added))
		if mass.Sign() > 0 {
			mixed[d] = tame(mass.Quo(mass, all))
		}
	}
	return mixed
}

// same says whether two mixtures hold the same.
func (m mixture) same(other mixture) bool {
	for d := range m {
		if m.of(d).Cmp(other.of(d)) != 0 {
			return false
		}
	}
	return true
}

// floors are the concentrations in whole ug/mL.
//
//go:noinline
func (m mixture) floors() (c [therapy.Drugs]units.Concentration) {
	for d := range m {
		if m[d] != nil {
			c[d] = units.Concentration(whole(m[d]))
		}
	}
	return c
}

// masses are exact masses by drug, in thousandths of a nanogram; nil: none.
type masses [therapy.Drugs]*big.Rat

// plus adds what is in a volume of a mixture.
func (a masses) plus(volume *big.Rat, m mixture) masses {
	for d := range a {
		if m[d] == nil {
			continue
		}
		sum := new(big.Rat).Mul(m[d], volume)
		if a[d] != nil {
			sum.Add(sum, a[d])
		}
		a[d] = tame(sum)
	}
	return a
}

// and adds other masses.
func (a masses) and(b masses) masses {
	for d := range a {
		switch {
		case b[d] == nil:
		case a[d] == nil:
			a[d] = b[d]
		default:
			a[d] = tame(new(big.Rat).Add(a[d], b[d]))
		}
	}
	return a
}

// floors are the masses in whole nanograms.
func (a masses) floors() (ng [therapy.Drugs]units.Mass) {
	for d := range a {
		if a[d] != nil {
			ng[d] = units.Mass(whole(new(big.Rat).Quo(a[d], new(big.Rat).SetInt64(1000))))
		}
	}
	return ng
}
