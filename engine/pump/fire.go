package pump

import "iddtestdrive/engine/units"

// Fire appends what the pump does now of itself: the first thing on its agenda
// that is due. There may be more; the caller lets it happen with Evolve and
// asks again while Due is now.
func Fire(s *State, dst []Event) []Event {
	for i, t := range s.agenda.due {
		if t <= s.now {
			return s.fire(i, dst)
		}
	}
	return dst
}

func (s *State) fire(due int, dst []Event) []Event {
	switch due {
	case dueBolusEnd:
		return append(dst, Event{Kind: BolusCompleted, Bolus: s.bolus.kind, Volume: s.bolus.volume})
	case dueFlexStep:
		return append(dst, s.nextFlexStep())
	case duePeriodic:
		return append(dst, s.periodic())
	case dueLow:
		return append(dst, s.toggle(LowReservoir))
	case dueEmpty:
		return append(dst, s.toggle(ReservoirEmpty))
	case dueDetection:
		dst = append(dst, Event{Kind: StallDetected}, Event{Kind: AlarmRaised, Alarm: MotorStall})
		return s.interrupt(dst)
	case dueRecovery:
		return append(dst, Event{Kind: StallRecovered}, Event{Kind: AlarmCleared, Alarm: MotorStall})
	case dueLongStop:
		return append(dst, s.toggle(Stopped48h))
	case dueERI:
		return append(dst, Event{Kind: AlarmRaised, Alarm: ERI})
	case dueEnd:
		return s.interrupt(append(dst, Event{Kind: AlarmRaised, Alarm: EndOfService}))
	}
	return append(dst, Event{Kind: RanDry})
}

// toggle raises an alarm that is off and clears one that is on.
//
//go:noinline
func (s *State) toggle(a Alarm) Event {
	if s.alarms.has(a) {
		return Event{Kind: AlarmCleared, Alarm: a}
	}
	return Event{Kind: AlarmRaised, Alarm: a}
}

// interrupt appends that the running bolus, if there is one, is cut short.
func (s *State) interrupt(dst []Event) []Event {
	if !s.bolus.running {
		return dst
	}
	return append(dst, Event{Kind: BolusInterrupted, Bolus: s.bolus.kind, Volume: s.bolus.given(s.now)})
}

func (s *State) nextFlexStep() Event {
	next := s.programme.Week[(s.stretch+1)%len(s.programme.Week)]
	return Event{Kind: FlexStepBegan, Step: int16(next.Step), Pattern: next.Pattern, Rate: next.Rate}
}

// periodic starts the periodic bolus that is due, or lets it pass.
func (s *State) periodic() Event {
	if s.unavailable() || s.bolus.running {
		return Event{Kind: periodicPassed}
	}
	p := s.programme.Prescription.Infusion.Periodic
	return s.starts(PeriodicDose, s.programme.PeriodicVolume, p.Over)
}

// starts is the start of a bolus of a volume over a time, now.
func (s *State) starts(kind BolusKind, v units.Volume, over units.Span) Event {
	return Event{Kind: BolusStarted, Bolus: kind, Volume: v, Rate: units.RateOf(v, over), Ends: s.now.Add(over)}
}
