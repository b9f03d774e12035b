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
// is not, or where something else certainly comes first. As all flow is exact,
// it stays right while time passes.
type agenda struct {
	due   [dueCount]units.Instant
	first units.Instant
}

// plan writes the agenda anew, after an event.
func (s *State) plan() {
	due := &s.agenda.due
	due[dueBolusEnd] = never
	if s.bolus.running {
		due[dueBolusEnd] = s.bolus.ends
	}
	due[dueFlexStep] = s.nextStep
	due[dueDetection] = s.detectAt
	due[dueRecovery] = s.recoverAt
	due[dueLongStop] = s.longStopChanges()
	due[dueEnd] = s.endsAt
	s.planAmounts(min(due[dueBolusEnd], due[dueFlexStep]))
	due[duePeriodic] = s.periodicDue()
	s.agenda.order()
}

// planAmounts writes when amounts are reached. What is too far off to be
// reached before the agenda is written anew anyway is not worth a division.
func (s *State) planAmounts(anew units.Instant) {
	due := &s.agenda.due
	due[dueLow], due[dueEmpty], due[dueDry], due[dueERI] = never, never, never, never
	if s.alarms&volumeAlarms != 0 || !s.computed.farAbove(s.lowAt, &s.bolus, anew, s.now) {
		due[dueLow] = s.lowChanges()
		due[dueEmpty] = s.emptyChanges()
	}
	if residual := s.fixed.setup.Residual; !s.dry && !s.actual.farAbove(residual, &s.bolus, anew, s.now) {
		due[dueDry] = s.actual.reaches(int64(residual)*ticksPerNL, s.background, &s.bolus, s.now)
	}
	if !s.alarms.has(ERI) && !s.wear.farBelow(anew, s.now) {
		due[dueERI] = s.wear.wornOutAt(s.rate(), s.now)
	}
}

// order finds what comes first.
func (a *agenda) order() {
	a.first = never
	for _, t := range a.due {
		a.first = min(a.first, t)
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
	return s.agenda.first, s.agenda.first != never
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
		s.agenda.due[duePeriodic] = s.periodicDue()
		s.agenda.order()
	}
}
