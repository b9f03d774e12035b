package pump

import "iddtestdrive/engine/units"

// Readiness is whether the pump would give a patient bolus if it were asked
// now, and if not, when waiting alone would help. It comes from the same
// decision as the pump's answers, so that a screen which shows it promises
// nothing that the pump would refuse.
type Readiness struct {
	Denial Denial // what a request would be answered with now; NotDenied: a bolus would start
	// Longest is, of the reasons that pass with time, the one that holds
	// longest: a lockout may end while the day's number is still used up. Where
	// no waiting helps it is the reason that stays.
	Longest Denial
	Passes  bool          // From counts: waiting is enough
	From    units.Instant // the first instant at which a request would start a bolus, if nothing else happens
}

// readiness is how the pump stands to a request now.
func (s *State) readiness() Readiness {
	a := s.answer()
	r := Readiness{Denial: a.Denial, Longest: a.Denial}
	switch a.Denial {
	case NotDenied, DeniedNotPrescribed, DeniedUnavailable:
		return r
	}
	r.Passes = true
	later := func(d Denial, until units.Instant) {
		if until > max(s.now, r.From) {
			r.Longest, r.From = d, until
		}
	}
	if s.bolus.running {
		later(DeniedBusy, s.bolus.ends)
	}
	later(DeniedLockout, s.lockedUntil())
	perDay := s.programme.Prescription.PatientBolus.PerDay
	if s.history.startedLast24h(s.now) >= perDay {
		later(DeniedCount, s.history.fewerThan(perDay))
	}
	if room, limited := s.room(); limited && s.history.massLast24h(s.now) > room {
		until, passes := s.history.atMost(room, s.now)
		if !passes {
			return Readiness{Denial: a.Denial, Longest: DeniedLimit}
		}
		later(DeniedLimit, until)
	}
	return r
}

// rotor is how fast the rotor turns, as the volume it would move: 0 while it
// stands, and unchanged while it turns on over an empty reservoir.
func (s *State) rotor() units.FlowRate {
	if s.stall != turning {
		return 0
	}
	return s.rate()
}

const perMille = 1000

// flow is what truly flows, to the nanolitre a day below: what the rotor moves
// with the pump's error, and nothing from a reservoir that has run dry.
func (s *State) flow() units.FlowRate {
	if s.dry {
		return 0
	}
	return s.rotor() * units.FlowRate(perMille+s.fixed.setup.Truth.FlowErrorPerMille) / perMille
}
