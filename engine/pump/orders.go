package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// The clinician's orders to a pump that keeps its prescription. State is looked
// at before values, in one order: end of service, update, stopped, stall,
// empty, busy, values.

// stop ends the flow.
func (s *State) stop(dst []Event) []Event {
	switch {
	case s.phase == ended:
		return refuse(dst, RefusedEndOfService)
	case s.phase == updating:
		return refuse(dst, RefusedInUpdate)
	case !s.flowing():
		return refuse(dst, RefusedAlreadyStopped)
	}
	return s.interrupt(append(dst, Event{Kind: PumpStopped}))
}

// restart brings the prescription in force back.
func (s *State) restart(dst []Event) []Event {
	switch {
	case s.phase == ended:
		return refuse(dst, RefusedEndOfService)
	case s.phase == updating:
		return refuse(dst, RefusedInUpdate)
	case !s.programme.Flows():
		return refuse(dst, RefusedNothingToDo)
	case s.phase == running:
		return refuse(dst, RefusedNotStopped)
	}
	return append(dst, Event{Kind: PumpRestarted, Rate: s.rateNow(s.programme)})
}

// beginUpdate stops the pump for an update [fact].
func (s *State) beginUpdate(dst []Event) []Event {
	switch s.phase {
	case ended:
		return refuse(dst, RefusedEndOfService)
	case updating:
		return refuse(dst, RefusedInUpdate)
	}
	return s.interrupt(append(dst, Event{Kind: UpdateBegun}))
}

// abandonUpdate ends an update without a commit; the pump stays stopped [fact].
func (s *State) abandonUpdate(dst []Event) []Event {
	switch s.phase {
	case ended:
		return refuse(dst, RefusedEndOfService)
	case updating:
		return append(dst, Event{Kind: UpdateAbandoned})
	}
	return refuse(dst, RefusedNoUpdate)
}

// notReady is why no bolus can be ordered now, if there is a reason.
func (s *State) notReady() (r Refusal, refused bool) {
	switch {
	case s.phase == ended:
		return RefusedEndOfService, true
	case s.phase == updating:
		return RefusedInUpdate, true
	case !s.flowing():
		return RefusedStopped, true
	case s.detected:
		return RefusedStalled, true
	case s.computedEmpty():
		return RefusedEmpty, true
	case s.bolus.running:
		return RefusedBusy, true
	}
	return "", false
}

// clinicianBolus gives a dose over a time. It does not count against the
// patient's limits. There is no longest time and no lowest rate.
func (s *State) clinicianBolus(c ClinicianBolus, dst []Event) []Event {
	if r, refused := s.notReady(); refused {
		return refuse(dst, r)
	}
	volume := units.VolumeOf(c.Dose, s.programme.Prescription.Concentration)
	switch {
	case volume < 1:
		return refuse(dst, therapy.DoseTooSmall)
	case units.Faster(volume, c.Over, therapy.HighestRate-s.programme.Highest):
		return refuse(dst, therapy.RateAboveMaximum)
	}
	return append(dst, s.starts(ClinicianDose, volume, c.Over))
}

// prime fills the drug path at the highest rate; the background waits.
func (s *State) prime(dst []Event) []Event {
	if r, refused := s.notReady(); refused {
		return refuse(dst, r)
	}
	return append(dst, s.clears(PrimingBolus, therapy.HighestRate))
}

// clears is the start of a prime or bridge: one path volume, as the pump
// reckons it, at a rate, in a time rounded up.
func (s *State) clears(kind BolusKind, rate units.FlowRate) Event {
	path := s.fixed.setup.Catheter.Volume()
	over := units.TimeFor(path, rate)
	return Event{Kind: BolusStarted, Bolus: kind, Volume: path, Rate: rate, Ends: s.now.Add(over)}
}
