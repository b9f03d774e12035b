package keep

import (
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// mostTurns is how often Replay lets a pump act before it gives up: more often
// than MaxLog lines take, since not every turn is logged.
const mostTurns = 4 * MaxLog

// Replay opens the session and does in it what was done, up to its present
// instant. It refuses one in which too much happens with kind TooMuch, after
// work within bounds; so that a session which can be kept can be opened again,
// whoever lets one run stops it at MaxLog lines of log.
func (k Kept) Replay() (*session.Session, error) {
	s, err := k.Scenario.Session()
	if err != nil {
		return nil, &Error{Kind: Mistake, Cause: err}
	}
	turns := 0
	for _, step := range k.Scenario.Steps {
		if err := advance(s, step.At, &turns); err != nil {
			return nil, err
		}
		s.Do(step.Command)
	}
	if err := advance(s, units.Instant(k.Scenario.Until), &turns); err != nil {
		return nil, err
	}
	return s, nil
}

// advance lets time pass from one thing that is due to the next, and counts
// them.
func advance(s *session.Session, to units.Instant, turns *int) error {
	for {
		due, ok := s.NextDue()
		if !ok || due > to {
			due = to
		}
		if err := s.AdvanceTo(due); err != nil {
			return &Error{Kind: Mistake, Cause: err}
		}
		if *turns++; *turns > mostTurns || len(s.Log()) > MaxLog {
			return &Error{Kind: TooMuch}
		}
		if due == to {
			return nil
		}
	}
}
