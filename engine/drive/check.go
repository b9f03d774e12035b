package drive

import (
	"fmt"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// Misfit is something in a drive that its scenarios do not allow.
type Misfit struct {
	Drive   string
	Step    int // from 1; 0: none of them
	Problem string
	Allowed string // what would be right
}

// Error gives the place, the problem and what would be right.
func (m *Misfit) Error() string {
	place := m.Drive
	if m.Step > 0 {
		place += fmt.Sprintf(": step %d", m.Step)
	}
	return place + ": " + m.Problem + "\n    allowed: " + m.Allowed
}

// Check says what in a drive does not fit its scenarios, a *Misfit, or nil: one
// that is not there or ends too soon, a flare after the end, something wanted
// that no prescription makes possible.
func Check(d *Drive, scenarios Scenarios) error {
	fault := func(step int, problem, allowed string) error {
		return &Misfit{Drive: d.Name, Step: step, Problem: problem, Allowed: allowed}
	}
	lasts, longest := length(d)
	for _, l := range d.Lanes {
		sc := scenarios[l.Scenario]
		switch {
		case sc == nil:
			return fault(0, "there is no scenario "+l.Scenario, "the plain name of a file in content/scenarios")
		case sc.Until < units.Span(lasts):
			return fault(longest, fmt.Sprintf("the scenario %s ends at %s, before this run", l.Scenario, sc.Until),
				"until: "+units.Span(lasts).String()+" or more in the scenario")
		case sc.Start != scenarios[d.Lanes[0].Scenario].Start:
			return fault(0, "the scenario "+l.Scenario+" starts at another time than the first", "lanes that start at the same civil time")
		}
	}
	acting := scenarios[d.Lanes[0].Scenario]
	for _, f := range d.Flares {
		if units.Span(f.At) >= acting.Until {
			return fault(0, "a flare at "+f.At.String()+" comes after the scenario's end", "an instant before "+acting.Until.String())
		}
	}
	for i, s := range d.Steps {
		if s.Kind == Tasking && !possible(s.Task.Wants, acting) {
			return fault(i+1, "no prescription of the scenario "+d.Lanes[0].Scenario+" makes possible what is wanted",
				"another want, or a scenario that prescribes it")
		}
	}
	return nil
}

// length is the last instant that a run of a drive comes to, and the step, from
// 1, that does. How long events are awaited is for Walk to find.
func length(d *Drive) (last units.Instant, step int) {
	for i, s := range d.Steps {
		if s.Kind == Running && !s.Run.AtEvent {
			last, step = s.Run.Until, i+1
		}
	}
	return last, step
}

// possible says whether some programme of a scenario allows what is wanted.
// What the pump's state allows is for Walk to find.
func possible(w Want, sc *scenario.Scenario) bool {
	for _, programme := range programmes(sc) {
		b := programme.Prescription.PatientBolus
		ok := true
		switch {
		case w.Kind == WantsDenial && w.Denial == pump.DeniedNotPrescribed:
			ok = b == nil
		case w.Kind == WantsDenial && w.Denial == pump.DeniedLimit:
			ok = b != nil && b.DailyLimit != nil
		case w.Kind == WantsDenial, w.is(pump.PatientBolusStarted):
			ok = b != nil
		}
		if ok {
			return true
		}
	}
	return false
}

// programmes are all that a scenario may bring into force.
func programmes(sc *scenario.Scenario) []pump.Change {
	all := []pump.Change{{Prescription: sc.Setup.Prescription}}
	for _, s := range sc.Steps {
		switch c := s.Command.(type) {
		case pump.Program:
			all = append(all, c.Change)
		case pump.CommitUpdate:
			all = append(all, c.Change)
		}
	}
	return all
}
