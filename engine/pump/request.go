package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// The patient's request. This file has the rule for every denial.

// request is a press on the remote. While an answer is outstanding the remote
// itself refuses, whatever the link; a request that does not reach the pump is
// known to the remote alone and counts nowhere. Otherwise the pump answers, and
// an answer may be lost on its way back: only the pump is the authority.
func (s *State) request(link Link, dst []Event) []Event {
	switch {
	case s.answerMissing:
		return refuse(dst, RefusedQueryFirst)
	case link == NoConnection:
		return append(dst, Event{Kind: ConnectionFailed})
	}
	dst = append(dst, s.answer())
	if link == ReplyLost {
		dst = append(dst, Event{Kind: AnswerLost})
	}
	return dst
}

// answer is the pump's: a denial for the first reason that holds, or a bolus.
// A low reservoir warns and does not block.
func (s *State) answer() Event {
	switch {
	case s.programme.Prescription.PatientBolus == nil:
		return denied(DeniedNotPrescribed)
	case s.unavailable():
		return denied(DeniedUnavailable)
	case s.bolus.running:
		return denied(DeniedBusy)
	}
	if until := s.lockedUntil(); until > s.now {
		return deniedUntil(DeniedLockout, until)
	}
	if s.history.startedLast24h(s.now) >= s.programme.Prescription.PatientBolus.PerDay {
		return deniedUntil(DeniedCount, s.history.fewerThan(s.programme.Prescription.PatientBolus.PerDay))
	}
	if room, limited := s.room(); limited && s.history.massLast24h(s.now) > room {
		return s.overLimit()
	}
	return s.patientBolus()
}

// lockedUntil is the lockout after the last patient bolus STARTED [design] and
// after the last programming or refill was committed [fact], whichever ends
// later; the lockout is that of the prescription in force. 0 where there is
// none.
func (s *State) lockedUntil() units.Instant {
	until := units.Instant(0)
	lockout := s.programme.Prescription.PatientBolus.Lockout
	if start, any := s.history.last(); any {
		until = start.Add(lockout)
	}
	if s.locked {
		until = max(until, s.lockedFrom.Add(lockout))
	}
	return until
}

// room is how much the boluses of the last 24 hours may come to so that one
// more fits: the daily limit, less this bolus, less the most that the
// background can give in any 24 hours of its week. A full day of background is
// taken so that every 24-hour window stays within the limit, the first day
// included. Masses are those of the volumes that the pump meters.
//
//go:noinline
func (s *State) room() (room therapy.MeteredMass, limited bool) {
	if s.programme.Prescription.PatientBolus.DailyLimit == nil {
		return 0, false
	}
	return s.programme.BolusRoom - s.programme.BolusMass, true
}

// overLimit denies for the daily limit; when waiting helps, with the instant.
func (s *State) overLimit() Event {
	room, _ := s.room()
	if until, ok := s.history.atMost(room, s.now); ok {
		return deniedUntil(DeniedLimit, until)
	}
	return denied(DeniedLimit)
}

// patientBolus starts the bolus that is prescribed.
func (s *State) patientBolus() Event {
	b := s.programme.Prescription.PatientBolus
	left := b.PerDay - s.history.startedLast24h(s.now) - 1
	return Event{
		Kind: PatientBolusStarted, Dose: b.Dose, Volume: s.programme.BolusVolume,
		Ends: s.now.Add(b.Over), LeftToday: int16(left),
	}
}

//go:noinline
func denied(d Denial) Event { return Event{Kind: PatientBolusDenied, Denial: d} }

//go:noinline
func deniedUntil(d Denial, t units.Instant) Event {
	return Event{Kind: PatientBolusDenied, Denial: d, HasRetry: true, RetryAt: t}
}
