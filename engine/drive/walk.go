package drive

import (
	"fmt"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// Walk goes through a drive to its end as a reader does who lets everything be
// shown: runs run, tasks are done as ShowMe says, questions are skipped. The
// error, a *Misfit, is what Check says or names the step at which it gets
// stuck: its time is past before it begins, its event does not come, or what
// it wants cannot be had.
func Walk(d *Drive, scenarios Scenarios) error {
	if err := Check(d, scenarios); err != nil {
		return err
	}
	w := &walk{player: New(d), saw: map[pump.EventKind]bool{}}
	for _, l := range d.Lanes {
		sc := scenarios[l.Scenario]
		course, err := sc.Course()
		if err != nil {
			return &Misfit{Drive: d.Name, Problem: "the scenario " + l.Scenario + " cannot start: " + err.Error(), Allowed: "a scenario that starts"}
		}
		w.lanes = append(w.lanes, &lane{course, units.Instant(sc.Until)})
	}
	if err := w.advance(0); err != nil {
		return err
	}
	for !w.player.Done() {
		if err := w.step(); err != nil {
			return err
		}
		w.player.Next(w.now())
	}
	return nil
}

// lane is a scenario being walked, and when it ends.
type lane struct {
	*scenario.Course
	until units.Instant
}

// walk is a drive being walked.
type walk struct {
	player *Player
	lanes  []*lane
	heard  int                     // entries of the first lane's log
	saw    map[pump.EventKind]bool // in the present step
}

func (w *walk) now() units.Instant { return w.lanes[0].Session.Now() }

// stuck is an error at the present step.
func (w *walk) stuck(problem, allowed string) error {
	return &Misfit{Drive: w.player.drive.Name, Step: w.player.at + 1, Problem: problem, Allowed: allowed}
}

// step does all that the present step wants.
func (w *walk) step() error {
	w.saw = map[pump.EventKind]bool{}
	s, _ := w.player.Step()
	if s.Kind == Running && !s.Run.AtEvent && s.Run.Until <= w.now() {
		return w.stuck("time has come to "+w.now().String()+" before this run begins", "until: a later instant")
	}
	for round := 0; !w.player.Ready() && round < MaxRounds; round++ {
		deeds := w.player.ShowMe(w.lanes[0].Session)
		if len(deeds) == 0 {
			break
		}
		for _, d := range deeds {
			if err := w.do(d); err != nil {
				return err
			}
		}
	}
	switch {
	case s.Kind == Running && s.Run.AtEvent && !w.saw[s.Run.Event]:
		return w.stuck(fmt.Sprintf("no %s comes within %s", s.Run.Event, s.Run.Most), "a longer most, or another event")
	case s.Kind == Tasking && !w.player.Ready():
		return w.stuck("what the task wants cannot be had at "+w.now().String(), "a want that the pump can meet then")
	}
	return nil
}

// do carries out a deed.
func (w *walk) do(d Deed) error {
	switch d.Act {
	case AskForDose:
		w.lanes[0].Session.Do(pump.RequestPatientBolus{Link: d.Link})
		w.listen()
	case AskPump:
		w.lanes[0].Session.Do(pump.QueryPump{})
		w.listen()
	case OpenPage:
		w.player.Viewed(d.View)
	case WriteDiary:
		w.player.Wrote()
	case PlaySound:
		w.player.SoundHeard(d.Sound)
	case RunTo:
		return w.run(d.At)
	}
	return nil
}

// run lets time pass until an instant, or to what the present step awaits.
func (w *walk) run(to units.Instant) error {
	for {
		t := w.lanes[0].Due(to)
		if err := w.advance(t); err != nil {
			return err
		}
		if t == to || w.player.Ready() {
			return nil
		}
	}
}

// advance lets time pass in every lane.
func (w *walk) advance(t units.Instant) error {
	for i, l := range w.lanes {
		if t > l.until {
			return w.stuck(fmt.Sprintf("the scenario %s ends at %s, before this step", w.player.drive.Lanes[i].Scenario, l.until),
				"until: "+t.String()+" or more in the scenario")
		}
		if err := l.AdvanceTo(t); err != nil {
			return w.stuck(err.Error(), "a drive that a session can hold")
		}
	}
	w.listen()
	w.player.Reached(t)
	return nil
}

// listen hands the player what the first lane's log has gained.
func (w *walk) listen() {
	log := w.lanes[0].Session.Log()
	for _, e := range log[w.heard:] {
		w.saw[e.Event.Kind] = true
		w.player.Heard(e)
	}
	w.heard = len(log)
}
