package keep

import (
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Replay opens the session and does in it what was done, up to its present
// instant. It refuses one in which too much happens with kind TooMuch: since
// hardly anything happens that leaves no line in the log, its work is bounded by
// MaxLog and MaxSteps. So that a session which can be kept can be opened again,
// whoever lets one run stops it before it has MaxLog lines.
func (k Kept) Replay() (*session.Session, error) {
	s, err := k.Scenario.Session()
	if err != nil {
		return nil, &Error{Kind: Mistake, Cause: err}
	}
	for _, step := range k.Scenario.Steps {
		if err := advance(s, step.At); err != nil {
			return nil, err
		}
		s.Do(step.Command)
	}
	if err := advance(s, units.Instant(k.Scenario.Until)); err != nil {
		return nil, err
	}
	return s, nil
}

// advance lets time pass from one thing that is due to the next, looking at each
// whether it is too much.
func advance(s *session.Session, to units.Instant) error {
	for {
		due, ok := s.NextDue()
		if !ok || due > to {
			due = to
		}
		if err := s.AdvanceTo(due); err != nil {
			return &Error{Kind: Mistake, Cause: err}
		}
		if len(s.Log()) > MaxLog {
			return &Error{Kind: TooMuch}
		}
		if due == to {
			return nil
		}
	}
}
