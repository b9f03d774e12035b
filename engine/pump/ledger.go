package pump

import (
	"math/big"
	"math/bits"

	"iddtestdrive/engine/units"
)

// A tick is the grain in which volumes that flow are kept: a nanolitre holds
// 86,400,000,000 of them. A flow in nL/day changed by a per mille moves a whole
// number of ticks in every millisecond, so nothing is ever rounded away, and
// 40 mL still fit a 64-bit number with room to spare.
const (
	ticksPerNL  = int64(units.Day) * 1000
	daysInTicks = uint64(units.Day)
	never       = units.Instant(1<<63 - 1)
)

// ledger is one account of the volume in the reservoir: what the pump computes,
// or what is true. The two are the same arithmetic with different inputs.
//
// ticks and odd together are the exact volume but for what the running bolus
// has taken since from: that is worked out when it is asked for, because a
// bolus of v nL over d ms gives v/d in a millisecond, which no fixed grain
// holds. A bolus that runs undisturbed comes to exactly v in the end. Only
// where a stall, an interruption or a refill cuts a bolus does a part of a tick
// remain, and odd keeps it.
type ledger struct {
	ticks    int64
	odd      *big.Rat      // 0 <= odd < 1 tick; nil: 0
	perMille int64         // of the programmed flow that this account sees
	moving   bool          // the flow is counted
	from     units.Instant // while moving: since when the running bolus is counted
}

// hold sets the account to so much volume.
func (l *ledger) hold(v units.Volume) { l.ticks, l.odd = int64(v)*ticksPerNL, nil }

// flow takes what a background gives in a time.
func (l *ledger) flow(rate units.FlowRate, lasting units.Span) {
	if l.moving {
		l.ticks -= int64(rate) * int64(lasting) * l.perMille
	}
}

// settle takes what the running bolus has given since from.
func (l *ledger) settle(b *bolus, now units.Instant) {
	if !l.moving || !b.running {
		return
	}
	whole, rest, over := l.taken(b, now)
	l.from = now
	l.ticks -= whole
	if rest == 0 {
		return
	}
	l.take(new(big.Rat).SetFrac(new(big.Int).SetUint64(rest), new(big.Int).SetUint64(over)))
}

// take takes a part of a tick.
func (l *ledger) take(part *big.Rat) {
	if l.odd != nil {
		part.Sub(part, l.odd)
	}
	left := part.Neg(part) // odd less part
	down := floorOf(left)
	l.ticks += down.Int64()
	left.Sub(left, new(big.Rat).SetInt(down))
	if l.odd = tame(left); l.odd.Sign() == 0 {
		l.odd = nil
	}
}

// taken is what the running bolus has given since from, in whole ticks and a
// rest over so many parts of a tick.
func (l *ledger) taken(b *bolus, now units.Instant) (whole int64, rest, over uint64) {
	grain := uint64(l.perMille) * daysInTicks
	if now == b.ends && l.from == b.began {
		return int64(uint64(b.volume) * grain), 0, 1
	}
	given := uint64(b.volume) * uint64(now-l.from)
	over = uint64(b.ends - b.began)
	if b.short() {
		hi, lo := bits.Mul64(given, grain)
		q, r := bits.Div64(hi, lo, over)
		return int64(q), r, over
	}
	n := new(big.Int).Mul(big.NewInt(int64(b.volume)), big.NewInt(int64(now-l.from)))
	n.Mul(n, new(big.Int).SetUint64(grain))
	q, r := n.QuoRem(n, new(big.Int).SetUint64(over), new(big.Int))
	return q.Int64(), r.Uint64(), over
}

// volume is the account's volume in whole nanolitres, rounded down.
func (l *ledger) volume(b *bolus, now units.Instant) units.Volume {
	left := l.ticks
	if l.moving && b.running {
		whole, rest, over := l.taken(b, now)
		left -= whole
		if rest > 0 && !l.holdsPart(rest, over) {
			left--
		}
	}
	return units.Volume(max(left, 0) / ticksPerNL)
}

// holdsPart says whether the part of a tick at hand covers rest/over.
func (l *ledger) holdsPart(rest, over uint64) bool {
	if l.odd == nil {
		return false
	}
	part := new(big.Rat).SetFrac(new(big.Int).SetUint64(rest), new(big.Int).SetUint64(over))
	return l.odd.Cmp(part) >= 0
}

// exact is the account's volume in ticks, exactly.
func (l *ledger) exact(b *bolus, now units.Instant) *big.Rat {
	left := new(big.Rat).SetInt64(l.ticks)
	if l.odd != nil {
		left.Add(left, l.odd)
	}
	if l.moving && b.running {
		whole, rest, over := l.taken(b, now)
		left.Sub(left, new(big.Rat).SetInt64(whole))
		left.Sub(left, new(big.Rat).SetFrac(new(big.Int).SetUint64(rest), new(big.Int).SetUint64(over)))
	}
	return left
}

// exactNL is the account's volume in nanolitres, exactly.
func (l *ledger) exactNL(b *bolus, now units.Instant) *big.Rat {
	r := l.exact(b, now)
	return r.Quo(r, new(big.Rat).SetInt64(ticksPerNL))
}

// holdExactly sets the account to so many nanolitres, parts of a tick included.
func (l *ledger) holdExactly(nl *big.Rat) {
	r := new(big.Rat).Mul(nl, new(big.Rat).SetInt64(ticksPerNL))
	down := floorOf(r)
	l.ticks, l.odd = down.Int64(), nil
	if r.Sub(r, new(big.Rat).SetInt(down)); r.Sign() != 0 {
		l.odd = tame(r)
	}
}
