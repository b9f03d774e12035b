package chart

import (
	"fmt"
	"math/big"
	"sync"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// track is a scenario that was run to its end. It may serve many charts at once.
type track struct {
	*scenario.Scenario
	drug  therapy.Drug
	daily units.Mass // what the patient is settled on: the mean daily dose at the start
	log   []session.Entry
	times []units.Instant // at which anything happened, each once

	mu      sync.Mutex // a session is for one at a time
	session *session.Session
	samples map[units.Instant]sample
}

// sample is what charts need of the state at an instant.
type sample struct {
	told             units.Mass // per day
	left             units.Mass // of the scenario's drug, from the tip
	really, believed units.Volume
	bolus            bool // an extra dose, prime or bridge runs
}

// run runs a scenario to its end.
func run(sc *scenario.Scenario) (*track, error) {
	course, err := sc.Course()
	if err != nil {
		return nil, err
	}
	if err := course.AdvanceTo(units.Instant(sc.Until)); err != nil {
		return nil, err
	}
	daily := sc.Setup.Prescription.MeanDailyDose()
	t := &track{
		Scenario: sc, drug: sc.Setup.Prescription.Drug, log: course.Session.Log(),
		daily:   units.Mass(new(big.Int).Quo(daily.Num(), daily.Denom()).Int64()),
		session: course.Session, samples: map[units.Instant]sample{},
	}
	for _, e := range t.log {
		if n := len(t.times); n == 0 || t.times[n-1] < e.At {
			t.times = append(t.times, e.At)
		}
	}
	return t, nil
}

// at is the sample of an instant.
func (t *track) at(when units.Instant) sample {
	t.mu.Lock()
	defer t.mu.Unlock()
	if s, ok := t.samples[when]; ok {
		return s
	}
	state := t.session.StateAt(when)
	st := state.Status()
	s := sample{
		told: st.Told(state.Prescription()), left: st.DeliveredMass[t.drug],
		really: st.TrueReservoir, believed: st.ComputedReservoir, bolus: st.Bolus != nil,
	}
	t.samples[when] = s
	return s
}

// flow is the dose per day that left the tip between two instants.
func (t *track) flow(from, to units.Instant) int64 {
	return perDayOf(t.at(to).left-t.at(from).left, units.Span(to-from))
}

// perDayOf is the dose per day at which a mass leaves in a span above 0, rounded
// down.
func perDayOf(mass units.Mass, over units.Span) int64 {
	v := new(big.Int).Mul(big.NewInt(int64(mass)), big.NewInt(int64(units.Day)))
	return v.Quo(v, big.NewInt(int64(over))).Int64()
}

const (
	columns   = 240               // of a chart, at least
	shortest  = 20 * units.Second // of a column: in a shorter one whole nanograms would show
	mostTimes = 20_000            // at which anything may happen in a chart
)

// grid are the instants at which lines are read: even columns, and where
// something happened.
func (t *track) grid(from, to units.Instant) ([]units.Instant, error) {
	step := max(units.Instant(units.Second), (to-from)/columns)
	all := []units.Instant{from}
	next := from + step
	happened := 0
	for _, at := range append(t.within(from, to), to) {
		for ; next < at; next += step {
			all = append(all, next)
		}
		if all[len(all)-1] < at {
			all = append(all, at)
		}
		if next == at {
			next += step
		}
		happened++
	}
	if happened > mostTimes {
		return nil, fmt.Errorf("%d things happen in this time, more than the %d that a chart can show", happened, mostTimes)
	}
	return all, nil
}

// within are the instants between two others at which anything happened.
func (t *track) within(from, to units.Instant) []units.Instant {
	var all []units.Instant
	for _, at := range t.times {
		if from < at && at < to {
			all = append(all, at)
		}
	}
	return all
}

// jumps tells whether a volume can jump at a kind of event.
func jumps(k pump.EventKind) bool {
	switch k {
	case pump.Aspirated, pump.Injected, pump.ReservoirSet, pump.Programmed:
		return true
	}
	return false
}
