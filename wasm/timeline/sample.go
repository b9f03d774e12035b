package timeline

import (
	"math/big"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// sample is what is kept of the pump's state at an instant.
type sample struct {
	told  units.Mass // per day, by what the pump believes it holds
	left  [therapy.Drugs]units.Mass
	bolus bool // an extra dose, prime or bridge runs
	rest  Rest
}

// mostSamples bounds what is kept; past it, sampling starts anew.
const mostSamples = 50_000

// at is the sample of an instant of the past or the present. That of the present
// is kept until the record follows again: more may happen in it.
func (r *Record) at(t units.Instant) sample {
	if t >= r.seen {
		if r.present == nil {
			state := r.session.StateAt(r.seen)
			s := sampleOf(&state)
			r.present = &s
		}
		return *r.present
	}
	if s, ok := r.samples[t]; ok {
		return s
	}
	state := r.session.StateAt(t)
	s := sampleOf(&state)
	if r.samples == nil || len(r.samples) >= mostSamples {
		r.samples = map[units.Instant]sample{}
	}
	r.samples[t] = s
	return s
}

func sampleOf(state *pump.State) sample {
	st := state.Status()
	return sample{told: st.Told(state.Prescription()), left: st.DeliveredMass, bolus: st.Bolus != nil, rest: restOf(&st)}
}

// whole is the part of a dose without its fraction.
func whole(dose *big.Rat) units.Mass {
	return units.Mass(new(big.Int).Quo(dose.Num(), dose.Denom()).Int64())
}

// Rest is why nothing flows.
type Rest uint8

// The reasons.
const (
	Flowing Rest = iota
	AtRest       // the pump is stopped, updating or ended
	Stalled      // its motor stands
	Scanned      // its motor stands in an MRI scanner, or since
	Empty        // its motor turns and nothing comes
)

func restOf(st *pump.Status) Rest {
	switch {
	case st.Rate == 0:
		return AtRest
	case st.Rotor == 0 && st.InMRI:
		return Scanned
	case st.Rotor == 0:
		return Stalled
	case st.Flow == 0:
		return Empty
	}
	return Flowing
}
