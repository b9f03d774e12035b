package scenario

import (
	"errors"
	"fmt"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Output takes what a run yields, in order of time. An error stops the run.
type Output interface {
	Entry(session.Entry) error // a line of the log
	State(pump.Status) error   // the state at an instant, after all its entries
}

// ErrTooLong says that a run would yield more than MaxLines lines.
var ErrTooLong = errors.New("the run comes to more than 5,000,000 lines: shorten it with --until, or ask for fewer state lines with --every")

// Failure is an expectation that was not met.
type Failure struct {
	Step   int // counted from 1
	At     units.Instant
	Does   string // the name of the step's command
	Expect Expect
	Got    string // the first event the step caused, in words of the log; "" for none
}

// String gives the failure in one sentence.
func (f Failure) String() string {
	got := f.Got
	if got == "" {
		got = "no event"
	}
	return fmt.Sprintf("step %d (%s at %s): expected %s, got %s", f.Step, f.Does, f.At, f.Expect, got)
}

// Session opens a session at instant 0, no step done yet.
func (sc *Scenario) Session() (*session.Session, error) {
	return session.New(sc.Setup)
}

// Run does every step up to Until, that instant included, and yields the log
// and, if every is more than 0, a state at each of its multiples; a state at
// Until always comes last. It returns the expectations that were not met.
func (sc *Scenario) Run(out Output, every units.Span) ([]Failure, error) {
	if every > 0 && sc.Until/every > MaxLines {
		return nil, ErrTooLong
	}
	s, err := sc.Session()
	if err != nil {
		return nil, err
	}
	r := run{session: s, out: out}
	end := units.Instant(sc.Until)
	steps, state := sc.Steps, units.Instant(0)
	for done := false; !done; {
		now := end
		if len(steps) > 0 {
			now = min(now, steps[0].At)
		}
		if every > 0 {
			now = min(now, state)
		}
		if err := r.advance(now); err != nil {
			return nil, err
		}
		for ; len(steps) > 0 && steps[0].At == now; steps = steps[1:] {
			if err := r.do(len(sc.Steps)-len(steps)+1, steps[0]); err != nil {
				return nil, err
			}
		}
		due := every > 0 && now == state
		if done = now == end; due || done {
			if err := r.state(); err != nil {
				return nil, err
			}
		}
		if due {
			state += units.Instant(every)
		}
	}
	return r.failures, nil
}

// run is a run on its way.
type run struct {
	session  *session.Session
	out      Output
	lines    int // yielded so far
	entries  int // of those the session's log holds
	failures []Failure
}

// enough is how many entries are kept before they are forgotten, so that a run
// of millions of lines needs no more memory than a short one.
const enough = 4096

// advance lets time pass from one thing that is due to the next, so that what
// happens is yielded as it happens and not held back until the end.
func (r *run) advance(to units.Instant) error {
	for {
		due, ok := r.session.NextDue()
		if !ok || due > to {
			due = to
		}
		if err := r.session.AdvanceTo(due); err != nil {
			return err
		}
		if err := r.yield(); err != nil || due == to {
			return err
		}
	}
}

// do gives a step's command and holds what it caused against what was
// expected.
func (r *run) do(number int, s Step) error {
	caused := r.session.Do(s.Command)
	if s.Expect != nil && !s.Expect.met(caused) {
		f := Failure{Step: number, At: s.At, Does: s.Command.Name(), Expect: *s.Expect}
		if len(caused) > 0 {
			f.Got = inWords(caused[0].Event)
		}
		r.failures = append(r.failures, f)
	}
	return r.yield()
}

// inWords names an event with its reason, as expectations are written.
func inWords(e pump.Event) string {
	switch e.Kind {
	case pump.PatientBolusDenied:
		return e.Kind.String() + " (" + e.Denial.String() + ")"
	case pump.ProgramRefused, pump.CommandRefused:
		return e.Kind.String() + " (" + string(e.Refusal) + ")"
	}
	return e.Kind.String()
}

// yield hands out the entries the log has gained.
func (r *run) yield() error {
	for _, e := range r.session.Log()[r.entries:] {
		if err := r.count(); err != nil {
			return err
		}
		if err := r.out.Entry(e); err != nil {
			return err
		}
		r.entries++
	}
	if r.entries >= enough {
		r.session.Forget()
		r.entries = 0
	}
	return nil
}

func (r *run) state() error {
	if err := r.count(); err != nil {
		return err
	}
	return r.out.State(r.session.Status())
}

func (r *run) count() error {
	if r.lines++; r.lines > MaxLines {
		return ErrTooLong
	}
	return nil
}
