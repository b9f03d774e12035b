package pump

import (
	"math/big"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Status is the state as it is reported.
func (s *State) Status() Status {
	at := s.contents.position(s.actual.exactNL(&s.bolus, s.now))
	st := Status{
		At: s.now, Mode: therapy.Stopped, Rate: s.rate(),
		ComputedReservoir: s.computed.volume(&s.bolus, s.now),
		TrueReservoir:     s.actual.volume(&s.bolus, s.now),
		Path:              s.fixed.path,
		Pumped:            floorVolume(new(big.Rat).Sub(at, s.contents.port)),
		Delivered:         floorVolume(at),
		DeliveredMass:     s.contents.tape.delivered(at).floors(),
		PocketMass:        s.contents.pocket.floors(),
		TipConcentration:  s.contents.tape.leaves(at).floors(),
		Alarms:            s.alarms.list(),
		Bolus:             s.runningBolus(),
		BolusesLast24h:    s.history.startedLast24h(s.now),
		Battery:           s.battery(),
		LowAt:             s.lowAt,
		Forecast:          s.forecast(),
		Updating:          s.phase == updating,
		StallDetected:     s.detected,
		AnswerMissing:     s.answerMissing,
		AlarmSince:        s.alarmSince,
		Readiness:         s.readiness(),
		Rotor:             s.rotor(),
		Flow:              s.flow(),
		Stuck:             s.stall == stuck,
		InMRI:             s.stall == inField || s.stall == held,

		ReservoirConcentration: s.contents.reservoir.floors(),
	}
	if s.phase == running {
		st.Mode = s.programme.Prescription.Infusion.Mode
	}
	if s.programme.Prescription.PatientBolus != nil {
		if until := s.lockedUntil(); until > s.now {
			st.HasLockout, st.LockoutUntil = true, until
		}
	}
	return st
}

func (s *State) runningBolus() *RunningBolus {
	if !s.bolus.running {
		return nil
	}
	b := &s.bolus
	return &RunningBolus{
		Kind: b.kind, Volume: b.volume, Rate: b.rate, Started: b.began, Ends: b.ends, Given: b.given(s.now),
	}
}

func floorVolume(r *big.Rat) units.Volume { return units.Volume(whole(r)) }
