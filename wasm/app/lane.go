package app

import (
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// lane is one patient's session with what its scenario still has in store. In
// the first lane the reader acts; others run beside it, at the same instants.
type lane struct {
	name    string
	file    *scenario.Scenario // what it starts from
	session *session.Session
	plan    []scenario.Step // what the world will do, in order of time
	seen    int             // how many entries of the log were told
}

// newLane starts a scenario at its first instant.
func newLane(name string, file *scenario.Scenario) (lane, error) {
	s, err := file.Session()
	if err != nil {
		return lane{}, err
	}
	l := lane{name: name, file: file, session: s, plan: file.Steps}
	return l, l.advance(0)
}

// advance lets time pass until t, with all that the world does on the way.
func (l *lane) advance(t units.Instant) error {
	for len(l.plan) > 0 && l.plan[0].At <= t {
		if err := l.session.AdvanceTo(l.plan[0].At); err != nil {
			return err
		}
		l.session.Do(l.plan[0].Command)
		l.plan = l.plan[1:]
	}
	return l.session.AdvanceTo(t)
}

// next is the instant at which something happens unasked, at the pump or in
// the world.
func (l *lane) next() (t units.Instant, any bool) {
	t, any = l.session.NextDue()
	if len(l.plan) > 0 && (!any || l.plan[0].At < t) {
		return l.plan[0].At, true
	}
	return t, any
}

// replayed is the lane with the given commands, at an instant not before the
// last of them; the world's own later steps are still to come.
func (l *lane) replayed(commands []session.Timed, t units.Instant) (lane, error) {
	s, err := session.Replay(l.file.Setup, commands)
	if err != nil {
		return lane{}, err
	}
	again := lane{name: l.name, file: l.file, session: s}
	for i, step := range l.file.Steps {
		if step.At > t {
			again.plan = l.file.Steps[i:]
			break
		}
	}
	if err := again.advance(t); err != nil {
		return lane{}, err
	}
	again.seen = len(s.Log())
	return again, nil
}

// before is the lane as it was at an instant, with all that was done by then,
// ready to go on from there.
func (l *lane) before(t units.Instant) (lane, error) {
	commands := l.session.Commands()
	n := 0
	for n < len(commands) && commands[n].At <= t {
		n++
	}
	return l.replayed(commands[:n], t)
}

// latest is the last entry of the log up to an instant that is wanted; nil where
// there is none.
func (l *lane) latest(t units.Instant, wanted func(session.Entry) bool) *session.Entry {
	log := l.session.Log()
	for i := len(log) - 1; i >= 0; i-- {
		if log[i].At <= t && wanted(log[i]) {
			return &log[i]
		}
	}
	return nil
}
