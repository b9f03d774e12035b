package session

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// The causes that are no command.
const (
	causeStart = "start" // what the opening of the session causes at instant 0
	causeTime  = "time"  // what becomes due by the passing of time
)

// clock takes a state through time. What happens goes into a record, or
// nowhere where there is none, as when an earlier instant is looked up.
type clock struct {
	state pump.State
	buf   []pump.Event // for one turn of Decide or Fire
}

// run lets time pass until t.
func (c *clock) run(t units.Instant, into *record) {
	for c.jump(t, into) {
	}
}

// jump lets time pass to the next instant up to t at which something is due,
// and lets it happen; false where it came to t and nothing was due.
func (c *clock) jump(t units.Instant, into *record) bool {
	due, ok := pump.Due(&c.state)
	if ok && due <= t {
		pump.Flow(&c.state, due)
		c.happen(causeTime, into)
		return true
	}
	pump.Flow(&c.state, t)
	due, ok = pump.Due(&c.state) // what time alone would not have stopped for
	if ok && due == t {
		c.happen(causeTime, into)
	}
	return false
}

// do gives a command, and lets happen what becomes due through it.
func (c *clock) do(command pump.Command, into *record) {
	c.buf = pump.Decide(&c.state, command, c.buf[:0])
	c.evolve(command.Name(), into)
	c.happen(command.Name(), into)
}

// mostAtOnce is more than can be due at one instant: a few things of each kind.
const mostAtOnce = 100

// happen lets everything happen that is due now.
func (c *clock) happen(cause string, into *record) {
	for range mostAtOnce {
		due, ok := pump.Due(&c.state)
		if !ok || due > c.state.Now() {
			return
		}
		c.buf = pump.Fire(&c.state, c.buf[:0])
		c.evolve(cause, into)
	}
	panic("session: the pump never comes to rest at one instant")
}

// evolve lets the events at hand happen, and records them.
func (c *clock) evolve(cause string, into *record) {
	for i := range c.buf {
		e := &c.buf[i]
		pump.Evolve(&c.state, e)
		if into != nil && e.Logged() {
			into.add(c.state.Now(), cause, e)
		}
	}
}

// record is a log that is being written.
type record struct {
	forgotten int // entries before those that are kept
	entries   []Entry
}

// lines is how many lines the log has, those that were forgotten included.
func (r *record) lines() int { return r.forgotten + len(r.entries) }

// add appends a line.
func (r *record) add(at units.Instant, cause string, e *pump.Event) {
	if len(r.entries) == cap(r.entries) {
		r.grow()
	}
	r.entries = append(r.entries, Entry{Seq: r.lines() + 1, At: at, Cause: cause, Event: *e})
}

// grow makes much more room while the log is short, so that a pump's whole life
// is copied about once, and twice the room when it is long.
func (r *record) grow() {
	room := 2 * cap(r.entries)
	if room < 100_000 {
		room = max(64, 2*room)
	}
	wider := make([]Entry, len(r.entries), room)
	copy(wider, r.entries)
	r.entries = wider
}
