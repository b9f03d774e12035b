package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// The battery [design]: wear is time, run faster by flow, so that it lasts 84
// months at no flow and 60 months at 1 mL a day.
const (
	wearFlow = 2_500_000         // nL/day at which wear runs twice as fast as time
	wearOut  = 2_467 * units.Day // of wear, at which replacement is due
	afterERI = 90 * units.Day    // from then to the end of service [fact]
	lifetime = 2_557 * units.Day // from implant to the end of service, at the latest [fact: 84 months]
	wornOut  = wear(wearOut) * wearFlow
)

// wear is how far the battery is worn, in 2,500,000ths of a millisecond, so
// that it grows in whole numbers.
type wear int64

// newWear is the wear of a pump of an age.
func newWear(age units.Span) wear { return wear(age) * wearFlow }

// flow wears the battery while the pump is set to a rate.
func (w *wear) flow(rate units.FlowRate, lasting units.Span) {
	*w += wear(lasting) * wear(wearFlow+rate)
}

// wornOutAt is when replacement is due if the rate stays.
func (w wear) wornOutAt(rate units.FlowRate, now units.Instant) units.Instant {
	if w >= wornOut {
		return now
	}
	speed := wear(wearFlow + rate)
	return now + units.Instant((wornOut-w+speed-1)/speed)
}

// farBelow says whether replacement is certainly not due until after an
// instant, whatever flows. It does not look further than a day.
func (w wear) farBelow(until, now units.Instant) bool {
	wait := wear(until - now)
	return wait < wear(units.Day) && wornOut-w > wait*2*wear(therapy.HighestRate)
}

// battery is the battery's condition.
func (s *State) battery() Battery {
	switch {
	case s.alarms.has(EndOfService):
		return BatteryEnded
	case s.alarms.has(ERI):
		return BatteryERI
	}
	return BatteryOK
}
