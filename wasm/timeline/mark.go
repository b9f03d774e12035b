package timeline

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Kind is what kind of thing a mark stands for.
type Kind uint8

// The kinds of marks.
const (
	Given    Kind = iota // a dose that the patient asked for: Dose, Until its end
	Refused              // one that the pump refused: Denial
	Unheard              // the remote could not reach the pump, or its answer was lost
	Alarmed              // an alarm: Alarm, Until it was cleared
	Visited              // the care team saw to the pump: Until the last that was done
	allKinds = iota
)

// Mark is something that happened, as it is marked on the chart.
type Mark struct {
	Kind   Kind
	At     units.Instant
	Until  units.Instant // At for what lasts no time
	Open   bool          // of an alarm: it is still on, Until does not count
	Dose   units.Mass    // as prescribed
	Alarm  pump.Alarm
	Denial pump.Denial
}

// Marks lists what happened from one instant to another, both included, in
// order of time. They are not to be changed.
func (r *Record) Marks(from, to units.Instant) []Mark {
	return between(r.marks, from-1, to+1, func(m Mark) units.Instant { return m.At })
}

// note takes a line of the log into the marks.
func (r *Record) note(e session.Entry) {
	m := Mark{At: e.At, Until: e.At}
	switch e.Event.Kind {
	case pump.PatientBolusStarted:
		m.Kind, m.Dose, m.Until = Given, e.Event.Dose, e.Event.Ends
	case pump.PatientBolusDenied:
		m.Kind, m.Denial = Refused, e.Event.Denial
	case pump.ConnectionFailed, pump.AnswerLost:
		m.Kind = Unheard
	case pump.AlarmRaised:
		m.Kind, m.Alarm, m.Open = Alarmed, e.Event.Alarm, true
	case pump.AlarmCleared:
		r.cleared(e)
		return
	case pump.BolusInterrupted:
		r.interrupted(e)
		return
	default:
		if visits(e) {
			r.visit(e.At)
		}
		return
	}
	r.marks = append(r.marks, m)
}

// latest is the last mark of which a thing is true; nil: there is none.
func (r *Record) latest(is func(*Mark) bool) *Mark {
	for i := len(r.marks) - 1; i >= 0; i-- {
		if is(&r.marks[i]) {
			return &r.marks[i]
		}
	}
	return nil
}

func (r *Record) cleared(e session.Entry) {
	is := func(m *Mark) bool { return m.Kind == Alarmed && m.Open && m.Alarm == e.Event.Alarm }
	if m := r.latest(is); m != nil {
		m.Open, m.Until = false, e.At
	}
}

func (r *Record) interrupted(e session.Entry) {
	if e.Event.Bolus != pump.PatientBolus {
		return
	}
	if m := r.latest(func(m *Mark) bool { return m.Kind == Given }); m != nil {
		m.Until = min(m.Until, e.At)
	}
}

// visits tells whether an entry is the care team's doing.
func visits(e session.Entry) bool {
	switch e.Event.Kind {
	case pump.Programmed:
		return e.Seq > 1 // the first opens the session
	case pump.ProgramRefused, pump.UpdateBegun, pump.UpdateAbandoned, pump.PumpStopped, pump.PumpRestarted,
		pump.Interrogated, pump.Aspirated, pump.CatheterAspirated, pump.Injected, pump.OverfillRefused, pump.ReservoirSet, pump.LowAlarmSet:
		return true
	case pump.BolusStarted:
		return e.Event.Bolus != pump.PeriodicDose
	}
	return false
}

// oneVisit is how long after the latest thing done another still belongs to the
// same visit. [design]
const oneVisit = 2 * units.Hour

func (r *Record) visit(at units.Instant) {
	m := r.latest(func(m *Mark) bool { return m.Kind == Visited })
	if m != nil && units.Span(at-m.Until) < oneVisit {
		m.Until = at
		return
	}
	r.marks = append(r.marks, Mark{Kind: Visited, At: at, Until: at})
}
