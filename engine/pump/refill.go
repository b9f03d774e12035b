package pump

import (
	"math/big"

	"iddtestdrive/engine/units"
)

// Syringes, and telling the pump what it holds: possible in every state. None
// of it but setting the volume is known to the pump.

// aspirate draws everything above the residual, or all that the path holds.
func (s *State) aspirate(from Site, dst []Event) []Event {
	switch from {
	case CatheterPort:
		return append(dst, Event{Kind: CatheterAspirated, Volume: s.fixed.path})
	case Pocket:
		return dst
	}
	holds := s.actual.volume(&s.bolus, s.now)
	drawn := max(0, holds-s.fixed.setup.Residual)
	return append(dst, Event{Kind: Aspirated, Volume: drawn, Expected: s.computed.volume(&s.bolus, s.now)})
}

// decideInjection puts a volume of a drug somewhere. What the reservoir cannot
// take stays in the syringe.
func (s *State) decideInjection(c Inject, dst []Event) []Event {
	if c.Volume <= 0 || c.Concentration < 0 || !c.Drug.Known() {
		return dst // nothing in the syringe
	}
	e := Event{Kind: Injected, Site: c.Site, Volume: c.Volume, Drug: c.Drug, Concentration: c.Concentration}
	if c.Site != ReservoirPort {
		return append(dst, e)
	}
	room := new(big.Rat).SetInt64(int64(s.fixed.capacity))
	room.Sub(room, s.actual.exactNL(&s.bolus, s.now))
	all := new(big.Rat).SetInt64(int64(c.Volume))
	if all.Cmp(room) <= 0 {
		return append(dst, e)
	}
	if room.Sign() > 0 {
		e.brimful, e.Volume = true, units.Volume(whole(room))
		dst = append(dst, e)
	}
	stayed := all.Sub(all, room)
	return append(dst, Event{Kind: OverfillRefused, Volume: units.Volume(whole(stayed))})
}

// setReservoir tells the pump how much it now holds.
func (s *State) setReservoir(c SetReservoir, dst []Event) []Event {
	if !s.fits(c.Volume) {
		return refuse(dst, RefusedAboveCapacity)
	}
	return append(dst, Event{Kind: ReservoirSet, Volume: c.Volume})
}

// setLowAlarm sets the threshold of the alarm for a low reservoir.
func (s *State) setLowAlarm(c SetLowAlarm, dst []Event) []Event {
	if c.Volume < leastThreshold || c.Volume > mostThreshold {
		return refuse(dst, RefusedThreshold)
	}
	return append(dst, Event{Kind: LowAlarmSet, Volume: c.Volume})
}
