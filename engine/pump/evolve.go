package pump

import "iddtestdrive/engine/units"

// Evolve lets an event happen now. The event is one that Decide or Fire gave
// for this very state, or for it with the events before evolved.
func Evolve(s *State, e *Event) {
	if s.apply(e) {
		s.move()
		s.plan()
	}
}

// apply changes what the event is about, and says whether anything changed.
func (s *State) apply(e *Event) bool {
	switch e.Kind {
	case Programmed:
		s.begin(e)
	case UpdateBegun:
		s.halt(updating)
	case UpdateAbandoned:
		s.phase = stopped
	case PumpStopped:
		s.halt(stopped)
	case PumpRestarted:
		s.run()
	case FlexStepBegan:
		s.stretch = (s.stretch + 1) % len(s.programme.Week)
		s.background = e.Rate
		s.awaitStep()
	case PatientBolusStarted, BolusStarted:
		s.start(e)
	case periodicPassed:
		s.passPeriodic()
	case BolusCompleted, BolusInterrupted:
		s.finish(e)
	case AlarmRaised:
		s.raise(e.Alarm)
	case AlarmCleared:
		s.alarms &^= 1 << e.Alarm
	case StallDetected:
		s.detected, s.detectAt = true, never
	case StallRecovered:
		s.detected, s.recoverAt = false, never
	case Queried:
		s.answerMissing = false
	case AnswerLost:
		s.answerMissing = true
	case Aspirated, CatheterAspirated, Injected, ReservoirSet:
		s.handle(e)
	case LowAlarmSet:
		s.lowAt = e.Volume
	case RanDry:
		s.settle()
		s.actual.hold(s.fixed.setup.Residual)
		s.dry = true
	case StallBegan:
		s.jam(e)
	case fieldLeft:
		s.stall = held
	case StallEnded:
		s.free()
	default:
		return false
	}
	return true
}

// begin brings a programme into force.
func (s *State) begin(e *Event) {
	s.programme = e.programme
	s.phase = running
	if !e.opening {
		s.lock()
	}
	s.periodicNext = never
	if s.programme.PeriodicVolume > 0 {
		s.periodicNext = s.now
	}
	s.run()
}

// run lets the programme's background flow.
func (s *State) run() {
	s.phase = running
	s.settle()
	s.background, s.nextStep = 0, never
	if !s.flowing() {
		s.rest()
		return
	}
	s.idle = false
	s.stretch = s.programme.At(s.ofWeek())
	s.background = s.programme.Week[s.stretch].Rate
	s.awaitStep()
}

// awaitStep sets when the next stretch of the week begins.
func (s *State) awaitStep() {
	s.nextStep = never
	if wait, ok := s.programme.Until(s.ofWeek(), s.stretch); ok {
		s.nextStep = s.now.Add(wait)
	}
}

// halt ends the flow.
func (s *State) halt(p phase) {
	s.settle()
	s.phase = p
	s.background, s.nextStep = 0, never
	s.rest()
}

// rest begins the time without programmed flow, if it has not begun.
func (s *State) rest() {
	if !s.idle {
		s.idle, s.idleFrom = true, s.now
	}
}

// lock begins the lockout that follows a programming or a refill [fact].
func (s *State) lock() { s.locked, s.lockedFrom = true, s.now }

// start begins a bolus.
func (s *State) start(e *Event) {
	s.bolus = bolus{running: true, kind: e.Bolus, volume: e.Volume, rate: e.Rate, began: s.now, ends: e.Ends}
	s.computed.from, s.actual.from = s.now, s.now
	switch e.Bolus {
	case PatientBolus:
		s.bolus.rate = s.programme.BolusRate
		s.history.start(given{start: s.now, end: e.Ends, mass: s.programme.BolusMass})
	case PeriodicDose:
		s.passPeriodic()
	case BridgeBolus:
		s.periodicNext = never // the programme begins when the bridge ends
		s.background, s.nextStep = 0, never
	case PrimingBolus:
		s.background, s.nextStep = 0, never
	}
}

// passPeriodic is done with the periodic bolus that is due now.
func (s *State) passPeriodic() {
	s.periodicNext = s.agenda.due[duePeriodic].Add(s.programme.Prescription.Infusion.Periodic.Every)
}

// finish ends a bolus, by itself or early.
func (s *State) finish(e *Event) {
	s.settle()
	s.bolus.running = false
	if e.Bolus == PatientBolus && e.Kind == BolusInterrupted {
		s.history.interrupt(s.now)
	}
	if e.Bolus == BridgeBolus && s.programme.PeriodicVolume > 0 {
		s.periodicNext = s.now
	}
	if e.Bolus.replacesBackground() && s.phase == running {
		s.run()
	}
}

// raise turns an alarm on.
func (s *State) raise(a Alarm) {
	s.alarms |= 1 << a
	s.alarmSince[a] = s.now
	switch a {
	case ReservoirEmpty:
		s.settle()
		s.computed.hold(0)
		s.empty = true
	case ERI:
		s.endsAt = min(s.endsAt, s.now.Add(afterERI))
	case EndOfService:
		s.endsAt = never
		s.halt(ended)
	}
}

// settle brings both accounts up to date with the running bolus.
func (s *State) settle() {
	s.computed.settle(&s.bolus, s.now)
	s.actual.settle(&s.bolus, s.now)
}

// move lets each account see the flow, or not. Truth does while the rotor
// turns and there is something to be had; belief while the pump knows of no
// stall and counts something left.
func (s *State) move() {
	s.computed.move(s.flowing() && !s.detected && !s.empty, &s.bolus, s.now)
	s.actual.move(s.flowing() && s.stall == turning && !s.dry, &s.bolus, s.now)
}

// move begins or ends an account's seeing the flow.
func (l *ledger) move(sees bool, b *bolus, now units.Instant) {
	if sees == l.moving {
		return
	}
	if l.moving {
		l.settle(b, now)
	}
	l.moving, l.from = sees, now
}
