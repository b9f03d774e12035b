package pump

import (
	"math/big"
	"math/bits"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// fastest is more than any account can lose in a millisecond, in ticks.
const fastest = 1300 * (int64(therapy.HighestRate) + 1)

// farAbove says whether the account certainly stays above a level until after
// an instant, whatever flows. It does not look further than a day.
func (l *ledger) farAbove(v units.Volume, b *bolus, until, now units.Instant) bool {
	if l.moving && b.running {
		now = l.from // what the bolus has taken since is not yet settled
	}
	wait := units.Span(until - now)
	return wait < units.Day && l.ticks-int64(v)*ticksPerNL > int64(wait)*fastest
}

// reaches is the first instant, from now on, at which the account is at or
// below a level in ticks if all goes on as it is; never where it does not.
func (l *ledger) reaches(level int64, background units.FlowRate, b *bolus, now units.Instant) units.Instant {
	switch {
	case !l.moving || background == 0 && !b.running:
		if l.ticks <= level && (l.ticks < level || l.odd == nil) {
			return now
		}
		return never
	case l.odd != nil || b.running && !b.short():
		return l.reachesSlowly(level, background, b, now)
	case !b.running:
		if l.ticks <= level {
			return now
		}
		speed := uint64(l.perMille) * uint64(background)
		return after(now, (uint64(l.ticks-level)+speed-1)/speed)
	}
	// What is above the level when the bolus is taken as counted from its own
	// start on, in ticks, over what goes in the bolus's whole time: both are
	// whole numbers.
	ran := l.perMille * int64(background) * int64(now-l.from)
	above := l.ticks - level + ran
	if above <= 0 {
		return now
	}
	over := uint64(b.ends - b.began)
	speed := uint64(l.perMille) * (uint64(background)*over + uint64(b.volume)*daysInTicks)
	hi, lo := bits.Mul64(uint64(above), over)
	q, rest := bits.Div64(hi, lo, speed)
	if rest > 0 {
		q++
	}
	return max(after(l.from, q), now)
}

// reachesSlowly is reaches for amounts that do not fit 128 bits.
func (l *ledger) reachesSlowly(level int64, background units.FlowRate, b *bolus, now units.Instant) units.Instant {
	above := l.exact(b, now)
	above.Sub(above, new(big.Rat).SetInt64(level))
	if above.Sign() <= 0 {
		return now
	}
	speed := new(big.Rat).SetInt64(int64(background))
	if b.running {
		perMS := new(big.Rat).SetFrac64(int64(b.volume), int64(b.ends-b.began))
		speed.Add(speed, perMS.Mul(perMS, new(big.Rat).SetInt64(int64(daysInTicks))))
	}
	speed.Mul(speed, new(big.Rat).SetInt64(l.perMille))
	wait := floorOf(speed.Neg(speed.Quo(above, speed)))
	if wait.Neg(wait); !wait.IsUint64() {
		return never
	}
	return after(now, wait.Uint64())
}

// after is the instant so many milliseconds later, never where there is none.
func after(t units.Instant, ms uint64) units.Instant {
	if ms > uint64(never-t) {
		return never
	}
	return t + units.Instant(ms)
}
