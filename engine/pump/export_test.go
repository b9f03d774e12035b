package pump

import (
	"math/big"

	"iddtestdrive/engine/units"
)

// LedgerCase is an account with a background and perhaps a running bolus.
type LedgerCase struct {
	Ticks      int64
	PerMille   int64
	Background units.FlowRate
	Volume     units.Volume // of the bolus; 0: none
	Lasts      units.Span
	From       units.Span // since the bolus began: when the account began to count it
	Now        units.Span // since the bolus began
	Level      int64
}

func (c LedgerCase) open() (*ledger, *bolus) {
	b := &bolus{running: c.Volume > 0, volume: c.Volume, began: 1000, ends: units.Instant(1000 + c.Lasts)}
	return &ledger{ticks: c.Ticks, perMille: c.PerMille, moving: true, from: units.Instant(1000 + c.From)}, b
}

// Reaches is the instant, since the bolus began, at which the account comes to
// the level: by the quick way and by the way that is always right.
func (c LedgerCase) Reaches() (quick, slow units.Span) {
	l, b := c.open()
	now := units.Instant(1000 + c.Now)
	q := l.reaches(c.Level, c.Background, b, now)
	return units.Span(q - 1000), units.Span(l.reachesSlowly(c.Level, c.Background, b, now) - 1000)
}

// Exact is the account in ticks at an instant since the bolus began, if the
// background flowed from Now on.
func (c LedgerCase) Exact(at units.Span) *big.Rat {
	l, b := c.open()
	l.flow(c.Background, at-c.Now)
	return l.exact(b, units.Instant(1000+at))
}

// Whole is the account in nanolitres when it is brought up to date at an
// instant, and when it is merely asked for.
func (c LedgerCase) Whole(at units.Span) (settled, asked units.Volume) {
	l, b := c.open()
	asked = l.volume(b, units.Instant(1000+at))
	l.settle(b, units.Instant(1000+at))
	b.running = false
	return l.volume(b, units.Instant(1000+at)), asked
}

// TicksPerNL is the grain of volumes.
const TicksPerNL = ticksPerNL
