package pump

import "math/big"

// What hands and the world do to the fluids and to the rotor, once it has
// happened.

// handle is what a hand did to the reservoir or to its count.
func (s *State) handle(e *Event) {
	s.settle()
	switch e.Kind {
	case Aspirated:
		holds := s.actual.exactNL(&s.bolus, s.now)
		residual := new(big.Rat).SetInt64(int64(s.fixed.setup.Residual))
		if drawn := new(big.Rat).Sub(holds, residual); drawn.Sign() > 0 {
			s.contents = s.contents.drawn(drawn)
			s.actual.hold(s.fixed.setup.Residual)
		}
		s.dry = true
	case CatheterAspirated:
		s.contents = s.contents.cleared(s.actual.exactNL(&s.bolus, s.now))
	case ReservoirSet:
		s.computed.hold(e.Volume)
		s.empty = e.Volume == 0
		s.filledAt, s.firstFill = s.now, false
		s.lock()
	case Injected:
		s.inject(e)
	}
}

// inject is what a syringe put somewhere.
func (s *State) inject(e *Event) {
	holds := s.actual.exactNL(&s.bolus, s.now)
	volume := new(big.Rat).SetInt64(int64(e.Volume))
	fluid := solution(e.Drug, e.Concentration)
	switch e.Site {
	case CatheterPort:
		s.contents = s.contents.pushed(holds, volume, fluid)
	case Pocket:
		s.contents = s.contents.besides(volume, fluid)
	case ReservoirPort:
		if e.brimful {
			full := new(big.Rat).SetInt64(int64(s.fixed.capacity))
			volume.Sub(full, holds)
		}
		s.contents = s.contents.refilled(holds, volume, fluid)
		holds.Add(holds, volume)
		s.actual.holdExactly(holds)
		s.dry = holds.Cmp(new(big.Rat).SetInt64(int64(s.fixed.setup.Residual))) <= 0
	}
}

// jam lets the rotor stand. A pump that has not yet noticed that the stall
// before is over does not notice two.
func (s *State) jam(e *Event) {
	s.stall = stuck
	if e.field {
		s.stall = inField
		s.telemetry = s.fixed.setup.Truth.MRITelemetryMode && s.alarms != 0
	}
	s.recoverAt = never
	if !s.detected {
		s.detectAt = s.now.Add(s.fixed.setup.StallDetection)
	}
}

// free lets the rotor turn again.
func (s *State) free() {
	s.stall, s.telemetry = turning, false
	s.detectAt = never
	if s.detected {
		s.recoverAt = s.now.Add(s.fixed.setup.StallDetection)
	}
}
