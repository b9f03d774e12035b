package pump

import "iddtestdrive/engine/units"

// What may be due, in the order in which it happens at one instant.
const (
	dueBolusEnd = iota // of a bolus, prime or bridge
	dueFlexStep
	duePeriodic
	dueLow
	dueEmpty
	dueDetection
	dueRecovery
	dueLongStop
	dueERI
	dueEnd
	dueDry
	dueCount
)

// agenda is when each of these is due if nothing else happens; never where it
// is not. As all flow is exact, it stays right while time passes.
type agenda [dueCount]units.Instant

// plan writes the agenda anew, after an event.
func (s *State) plan() {
	a := &s.agenda
	a[dueBolusEnd] = never
	if s.bolus.running {
		a[dueBolusEnd] = s.bolus.ends
	}
	a[dueFlexStep] = s.nextStep
	a[duePeriodic] = s.periodicDue()
	a[dueLow] = s.lowChanges()
	a[dueEmpty] = s.emptyChanges()
	a[dueDetection] = s.detectAt
	a[dueRecovery] = s.recoverAt
	a[dueLongStop] = s.longStopChanges()
	a[dueERI] = never
	if !s.alarms.has(ERI) {
		a[dueERI] = s.wear.wornOutAt(s.rate(), s.now)
	}
	a[dueEnd] = s.endsAt
	a[dueDry] = never
	if !s.dry {
		level := int64(s.fixed.setup.Residual) * ticksPerNL
		a[dueDry] = s.actual.reaches(level, s.background, &s.bolus, s.now)
	}
}

// computedReaches is when the computed volume comes to a level.
func (s *State) computedReaches(v units.Volume) units.Instant {
	return s.computed.reaches(int64(v)*ticksPerNL, s.background, &s.bolus, s.now)
}

// periodicDue is when the next periodic bolus is due. One that comes while no
// bolus can start passes unnoticed, so it is not worth stopping for unless
// time stops there anyway.
func (s *State) periodicDue() units.Instant {
	if s.periodicNext == never {
		return never
	}
	every := units.Instant(s.programme.Prescription.Infusion.Periodic.Every)
	next := s.periodicNext
	if behind := s.now - next; behind > 0 {
		next += (behind + every - 1) / every * every
	}
	if next > s.now && (s.unavailable() || s.bolus.running && s.bolus.ends > next) {
		return never
	}
	return next
}

// Due is the next instant, from now on, at which the pump acts unasked; ok is
// false where it never will.
func Due(s *State) (t units.Instant, ok bool) {
	first := never
	for _, t := range s.agenda {
		first = min(first, t)
	}
	return first, first != never
}

// Flow lets time pass until an instant that is not after Due.
func Flow(s *State, t units.Instant) {
	lasting := units.Span(t - s.now)
	if lasting == 0 {
		return
	}
	s.computed.flow(s.background, lasting)
	s.actual.flow(s.background, lasting)
	if !s.alarms.has(ERI) {
		s.wear.flow(s.rate(), lasting)
	}
	s.now = t
	if s.periodicNext != never {
		s.agenda[duePeriodic] = s.periodicDue()
	}
}
