package drive

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Player is where a reader is in a drive. Whoever shows it
//
//   - shows Step, the caption with its task or question, until Done;
//   - gives every new entry of the first lane's log to Heard, and every instant
//     that time comes to, to Reached;
//   - tells it by Viewed, Wrote, SoundHeard and Answer what the reader does;
//   - lets time run only while Plays, at Speed, and no further than Target;
//   - goes on with Next where the reader continues or skips, and back with Back.
//
// While AwaitsEvent, time may pass only from one thing that is due to the next,
// with its entries given to Heard in between, so that it stops at the event:
//
//	for now < to {
//		t := to
//		if at, stops := player.Target(now); stops {
//			t = min(t, at)
//		}
//		if player.AwaitsEvent() {
//			t = min(t, nextDue)
//		}
//		// let time pass to t; hand its entries to Heard
//		player.Reached(t)
//		if player.Ready() {
//			break
//		}
//		now = t
//	}
type Player struct {
	drive *Drive
	at    int // the present step; len(drive.Steps) when the drive is done
	look  int // the step that is read, not after at
	since units.Instant
	steps []progress
}

// progress is how a step went.
type progress struct {
	done   bool // it had what it wants
	first  int8 // the answer to a question that was chosen first, from 1; 0: none
	latest int8 // the one chosen last
}

// New is a reader at the beginning of a drive, at instant 0 of its session.
func New(d *Drive) *Player {
	p := &Player{drive: d}
	p.restart()
	return p
}

func (p *Player) restart() {
	p.at, p.look, p.since = 0, 0, 0
	p.steps = make([]progress, len(p.drive.Steps))
	p.enter(0)
}

// enter comes to the present step.
func (p *Player) enter(now units.Instant) {
	p.since = now
	if p.Done() {
		return
	}
	switch p.drive.Steps[p.at].Kind {
	case Caption, Sounding:
		p.steps[p.at].done = true
	}
	p.Reached(now)
}

// Drive is the drive itself.
func (p *Player) Drive() *Drive { return p.drive }

// Count is how many steps the drive has.
func (p *Player) Count() int { return len(p.drive.Steps) }

// Index is which step is read, from 0; Count at the end.
func (p *Player) Index() int { return p.look }

// Step is the step that is read; false at the end, where what was learnt and
// what to ask is shown.
func (p *Player) Step() (Step, bool) {
	if p.look == len(p.drive.Steps) {
		return Step{}, false
	}
	return p.drive.Steps[p.look], true
}

// Done says whether the reader has come to the end of the drive. It stays so.
func (p *Player) Done() bool { return p.at == len(p.drive.Steps) }

// Rereads says whether the step that is read is one that was left before. What
// happens meanwhile counts for the present step.
func (p *Player) Rereads() bool { return p.look < p.at }

// Ready says whether the step that is read has had what it wants: its run is
// over, its task done, its question answered. Captions and sounds want nothing,
// nor does a step that is reread, even if it was skipped.
func (p *Player) Ready() bool {
	return p.Done() || p.Rereads() || p.steps[p.at].done
}

// Next goes on to the step after the one that is read; where that is the
// present one, at an instant of the session. It goes on from a step that is not
// ready too: the reader skips it. Before a run is skipped, what ShowMe says is
// to be done, so that time is where the next step thinks it is.
func (p *Player) Next(now units.Instant) {
	switch {
	case p.look < p.at:
		p.look++
	case !p.Done():
		p.at++
		p.look = p.at
		p.enter(now)
	}
}

// Back reads the step before once more. What was done stays done.
func (p *Player) Back() { p.look = max(0, p.look-1) }

// present is the present step, if it still wants something.
func (p *Player) present() (*Step, bool) {
	if p.Done() || p.steps[p.at].done {
		return nil, false
	}
	return &p.drive.Steps[p.at], true
}

// task is what the present step's task wants, if it still does.
func (p *Player) task() (Want, bool) {
	s, ok := p.present()
	if !ok || s.Kind != Tasking {
		return Want{}, false
	}
	return s.Task.Wants, true
}

// Plays says whether time is to run by itself now: in a run, and in a task that
// lets it.
func (p *Player) Plays() bool {
	s, ok := p.present()
	return ok && !p.Rereads() && (s.Kind == Running || s.Kind == Tasking && s.Task.Runs)
}

// Speed is how many times faster than life time is to run in the present step.
func (p *Player) Speed() int {
	if p.Done() {
		return taskSpeed
	}
	switch s := &p.drive.Steps[p.at]; s.Kind {
	case Running:
		return s.Run.Speed
	case Tasking:
		return s.Task.Speed
	}
	return taskSpeed
}

// Target is the instant at which the present run stops, or the latest at which
// it does if it awaits an event; never before now. False where time is not
// stopped.
func (p *Player) Target(now units.Instant) (units.Instant, bool) {
	s, ok := p.present()
	if !ok || s.Kind != Running {
		return 0, false
	}
	return max(now, s.Run.end(p.since)), true
}

// end is the instant at which a run that began at an instant ends at the latest.
func (r Run) end(since units.Instant) units.Instant {
	if r.AtEvent {
		return since.Add(r.Most)
	}
	return r.Until
}

// AwaitsEvent says whether the present run stops at an event.
func (p *Player) AwaitsEvent() bool {
	s, ok := p.present()
	return ok && s.Kind == Running && s.Run.AtEvent
}

// Link is how the reader's requests travel now.
func (p *Player) Link() pump.Link {
	if p.Done() || p.drive.Steps[p.at].Kind != Tasking {
		return pump.LinkOK
	}
	return p.drive.Steps[p.at].Task.Link
}

// Heard takes a new entry of the first lane's log.
func (p *Player) Heard(e session.Entry) {
	s, ok := p.present()
	if !ok {
		return
	}
	switch s.Kind {
	case Running:
		if s.Run.AtEvent && e.Event.Kind == s.Run.Event {
			p.steps[p.at].done = true
		}
	case Tasking:
		if s.Task.Wants.metBy(e.Event) {
			p.steps[p.at].done = true
		}
	}
}

// metBy says whether an event is what is wanted.
func (w Want) metBy(e pump.Event) bool {
	switch w.Kind {
	case WantsEvent:
		return e.Kind == w.Event
	case WantsDenial:
		return e.Kind == pump.PatientBolusDenied && e.Denial == w.Denial
	case WantsQueried:
		return e.Kind == pump.Queried
	}
	return false
}

// Reached says that time has come to an instant, with all that happened until
// then told to Heard.
func (p *Player) Reached(now units.Instant) {
	if s, ok := p.present(); ok && s.Kind == Running && now >= s.Run.end(p.since) {
		p.steps[p.at].done = true
	}
}

// Viewed says that the reader has opened a page of the remote.
func (p *Player) Viewed(v View) {
	if w, ok := p.task(); ok && w.Kind == WantsView && w.View == v {
		p.steps[p.at].done = true
	}
}

// Wrote says that the reader has written into the diary.
func (p *Player) Wrote() {
	if w, ok := p.task(); ok && w.Kind == WantsDiary {
		p.steps[p.at].done = true
	}
}

// SoundHeard says that the sound of an alarm class was played for the reader,
// or shown where sound is off.
func (p *Player) SoundHeard(c pump.AlarmClass) {
	if w, ok := p.task(); ok && w.Kind == WantsSound && w.Sound == c {
		p.steps[p.at].done = true
	}
}

// Answer chooses an answer, from 0, to the question of the step that is read.
// Another may be chosen later; the first is kept too. One that there is not is
// nothing.
func (p *Player) Answer(i int) {
	s, ok := p.Step()
	if !ok || s.Kind != Asking || i < 0 || i >= len(s.Question.Answers) {
		return
	}
	step := &p.steps[p.look]
	step.latest, step.done = int8(i+1), true
	if step.first == 0 {
		step.first = step.latest
	}
}

// Chosen is the answer, from 0, that was chosen last in the step that is read;
// false where none was.
func (p *Player) Chosen() (int, bool) {
	if p.look == len(p.drive.Steps) || p.steps[p.look].latest == 0 {
		return 0, false
	}
	return int(p.steps[p.look].latest) - 1, true
}

// Answered is how a question was answered.
type Answered struct {
	Step     int // from 0
	Question Question
	First    int // the answer that was chosen first, from 0; -1: none
	Latest   int // the one chosen last; -1: none
}

// Answers lists the drive's questions and how each was answered so far.
func (p *Player) Answers() []Answered {
	var all []Answered
	for i, s := range p.drive.Steps {
		if s.Kind == Asking {
			all = append(all, Answered{i, s.Question, int(p.steps[i].first) - 1, int(p.steps[i].latest) - 1})
		}
	}
	return all
}
