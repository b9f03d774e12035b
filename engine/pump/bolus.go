package pump

import "iddtestdrive/engine/units"

// bolus is the one bolus, prime or bridge that may run at a time.
type bolus struct {
	running bool
	kind    BolusKind
	volume  units.Volume
	rate    units.FlowRate // its own, for display and battery; what flows is volume over time
	began   units.Instant
	ends    units.Instant
}

// longestShort is the longest bolus whose amounts fit 128 bits whatever the
// rates: no prescribed bolus is longer.
const longestShort = 12 * units.Hour

func (b *bolus) short() bool { return b.ends-b.began <= units.Instant(longestShort) }

// given is the pump's own count of what the bolus has given, rounded down.
func (b *bolus) given(now units.Instant) units.Volume {
	return units.PartOf(b.volume, units.Span(now-b.began), units.Span(b.ends-b.began))
}
