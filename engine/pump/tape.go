package pump

import "math/big"

// tape is the drug path as plug flow: what enters at the pump leaves the tip
// after exactly one path volume. (Real fronts mix; this is a simplification.)
//
// It is a list of positions, a position being the volume that had entered the
// path by then, at which what enters changes. The tip stands one path volume
// behind the present position, so flow alone changes nothing here: a pump that
// runs for years on one filling leaves its tape as it is. A tape never
// changes; what lengthens it gives a new one.
type tape struct {
	path      *big.Rat // the path's volume in nL
	stretches []stretch
	left      masses // what of the stretches that have been cut off has left the tip
}

// stretch is what entered from a position on, until the next stretch.
type stretch struct {
	from  *big.Rat
	holds mixture
}

// newTape is a path full of one mixture, with another about to enter.
func newTape(path *big.Rat, full, next mixture) tape {
	t := tape{path: path, stretches: []stretch{{from: new(big.Rat).Neg(path), holds: full}}}
	return t.enters(new(big.Rat), next)
}

// enters is the tape when from a position on a mixture enters.
func (t tape) enters(at *big.Rat, m mixture) tape {
	if t.stretches[len(t.stretches)-1].holds.same(m) {
		return t
	}
	t = t.cut(at)
	kept := t.stretches
	if kept[len(kept)-1].from.Cmp(at) == 0 { // nothing of it entered
		kept = kept[:len(kept)-1]
	}
	fresh := make([]stretch, len(kept), len(kept)+1)
	copy(fresh, kept)
	t.stretches = append(fresh, stretch{from: new(big.Rat).Set(at), holds: m})
	return t
}

// cut drops the stretches that have left the tip and keeps their masses.
func (t tape) cut(at *big.Rat) tape {
	tip := t.tip(at)
	for len(t.stretches) > 1 && t.stretches[1].from.Cmp(tip) <= 0 {
		t.left = t.left.plus(new(big.Rat).Sub(t.stretches[1].from, t.stretches[0].from), t.stretches[0].holds)
		t.stretches = t.stretches[1:]
	}
	return t
}

// tip is the position at the tip.
func (t tape) tip(at *big.Rat) *big.Rat { return new(big.Rat).Sub(at, t.path) }

// delivered is what has left the tip.
func (t tape) delivered(at *big.Rat) masses {
	t = t.cut(at)
	first := t.stretches[0]
	return t.left.plus(new(big.Rat).Sub(t.tip(at), first.from), first.holds)
}

// leaves is what leaves the tip next.
func (t tape) leaves(at *big.Rat) mixture { return t.cut(at).stretches[0].holds }

// inside is what the path holds.
func (t tape) inside(at *big.Rat) masses {
	var sum masses
	t = t.cut(at)
	from := t.tip(at)
	for i, s := range t.stretches {
		to := at
		if i+1 < len(t.stretches) {
			to = t.stretches[i+1].from
		}
		sum = sum.plus(new(big.Rat).Sub(to, from), s.holds)
		from = to
	}
	return sum
}
