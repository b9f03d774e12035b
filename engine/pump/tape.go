package pump

import (
	"math/big"
	"sort"
)

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
}

// stretch is what entered from a position on, until the next stretch.
type stretch struct {
	from   *big.Rat
	holds  mixture
	before masses // what entered until then, so that no sum starts anew
}

// newTape is a path full of one mixture, with another about to enter.
func newTape(path *big.Rat, full, next mixture) tape {
	t := tape{path: path, stretches: []stretch{{from: new(big.Rat).Neg(path), holds: full}}}
	return t.enters(new(big.Rat), next)
}

// enters is the tape when from a position on a mixture enters. What has left
// the tip by then is dropped.
func (t tape) enters(at *big.Rat, m mixture) tape {
	last := len(t.stretches) - 1
	if t.stretches[last].holds.same(m) {
		return t
	}
	fresh := stretch{from: new(big.Rat).Set(at), holds: m, before: t.entered(at)}
	kept := t.stretches[t.covering(t.tip(at)):]
	if t.stretches[last].from.Cmp(at) == 0 { // nothing of it entered
		kept = kept[:len(kept)-1]
	}
	longer := make([]stretch, len(kept), len(kept)+1)
	copy(longer, kept)
	t.stretches = append(longer, fresh)
	return t
}

// cleared is the tape when the path holds no drug, with another mixture about
// to enter.
func (t tape) cleared(at *big.Rat, next mixture) tape {
	tip := t.tip(at)
	t.stretches = []stretch{{from: tip, before: t.entered(tip)}}
	return t.enters(at, next)
}

// covering is the index of the stretch that a position from the tip on lies
// in; where two meet, of the later.
func (t tape) covering(position *big.Rat) int {
	after := sort.Search(len(t.stretches), func(i int) bool { return t.stretches[i].from.Cmp(position) > 0 })
	return max(0, after-1)
}

// entered is what had entered, the first filling included, when the path came
// to a position.
func (t tape) entered(position *big.Rat) masses {
	s := t.stretches[t.covering(position)]
	return s.before.plus(new(big.Rat).Sub(position, s.from), s.holds)
}

// tip is the position at the tip.
func (t tape) tip(at *big.Rat) *big.Rat { return new(big.Rat).Sub(at, t.path) }

// delivered is what has left the tip.
func (t tape) delivered(at *big.Rat) masses { return t.entered(t.tip(at)) }

// leaves is what leaves the tip next.
func (t tape) leaves(at *big.Rat) mixture { return t.stretches[t.covering(t.tip(at))].holds }

// inside is what the path holds.
func (t tape) inside(at *big.Rat) masses {
	var sum masses
	from := t.tip(at)
	first := t.covering(from)
	for i, s := range t.stretches[first:] {
		to := at
		if first+i+1 < len(t.stretches) {
			to = t.stretches[first+i+1].from
		}
		sum = sum.plus(new(big.Rat).Sub(to, from), s.holds)
		from = to
	}
	return sum
}
