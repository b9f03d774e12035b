package scenario

import (
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Course is a session and what its scenario still has in store for it, for
// those who do something of their own in it meanwhile.
type Course struct {
	Session *session.Session
	rest    []Step
}

// Course opens a session at instant 0, the scenario's steps still to come.
func (sc *Scenario) Course() (*Course, error) {
	s, err := sc.Session()
	if err != nil {
		return nil, err
	}
	return &Course{Session: s, rest: sc.Steps}, nil
}

// Due is the next instant at which something happens by itself, if not later
// than a limit.
func (c *Course) Due(limit units.Instant) units.Instant {
	if len(c.rest) > 0 {
		limit = min(limit, c.rest[0].At)
	}
	if due, any := c.Session.NextDue(); any {
		limit = min(limit, due)
	}
	return max(limit, c.Session.Now())
}

// AdvanceTo lets time pass until an instant, with all that the scenario has in
// store up to then. It fails as the session's AdvanceTo does.
func (c *Course) AdvanceTo(t units.Instant) error {
	for ; len(c.rest) > 0 && c.rest[0].At <= t; c.rest = c.rest[1:] {
		if err := c.Session.AdvanceTo(c.rest[0].At); err != nil {
			return err
		}
		c.Session.Do(c.rest[0].Command)
	}
	return c.Session.AdvanceTo(t)
}
