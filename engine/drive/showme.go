package drive

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// Deed is something to do for the reader. Act says which of the other fields
// counts.
type Deed struct {
	Act   Act
	Link  pump.Link       // AskForDose: how the request travels
	View  View            // OpenPage
	Sound pump.AlarmClass // PlaySound
	At    units.Instant   // RunTo: where time stops, if an awaited event does not stop it before
}

// Act is what kind of deed it is.
type Act uint8

// The deeds.
const (
	AskForDose Act = iota
	AskPump        // the remote asks the pump what it did
	OpenPage
	WriteDiary
	PlaySound
	RunTo // time runs
)

// ShowMe says what to do now so that the present step has what it wants, in the
// session of the first lane. What it leads to may have to be seen before more
// can be said, so it is asked again while the step is not ready, at most
// MaxRounds times. Nothing to do and not ready means that the step cannot have
// what it wants any more, or that only the reader can give it, as in a
// question: then it can be skipped. In a step that is reread there is nothing
// to do.
func (p *Player) ShowMe(s *session.Session) []Deed {
	step, ok := p.present()
	if !ok || p.Rereads() {
		return nil
	}
	switch step.Kind {
	case Running:
		return []Deed{{Act: RunTo, At: max(s.Now(), step.Run.end(p.since))}}
	case Tasking:
		return step.Task.deeds(s)
	}
	return nil
}

// MaxRounds is how often ShowMe is asked for one step: more often than a day's
// number of doses takes, each with its waiting times.
const MaxRounds = 100

func (t Task) deeds(s *session.Session) []Deed {
	switch t.Wants.Kind {
	case WantsView:
		return []Deed{{Act: OpenPage, View: t.Wants.View}}
	case WantsDiary:
		return []Deed{{Act: OpenPage, View: DiaryPage}, {Act: WriteDiary}}
	case WantsSound:
		return []Deed{{Act: PlaySound, Sound: t.Wants.Sound}}
	case WantsQueried:
		return []Deed{{Act: AskPump}}
	}
	if t.Wants.Kind == WantsEvent && t.Wants.Event == pump.Queried {
		return []Deed{{Act: AskPump}}
	}
	status := s.Status()
	if status.AnswerMissing {
		return []Deed{{Act: AskPump}} // the remote asks for nothing before that
	}
	ask := Deed{Act: AskForDose, Link: t.Link}
	if t.Wants.answered(status.Readiness.Denial) {
		return []Deed{ask}
	}
	switch {
	case t.Wants.Kind == WantsEvent:
		return waits(status.Readiness, t.Wants, ask)
	case t.Wants.Denial == pump.DeniedNotPrescribed, t.Wants.Denial == pump.DeniedUnavailable:
		return nil
	case status.Readiness.Denial == pump.NotDenied:
		return []Deed{ask} // a dose, after which there is something to refuse
	}
	return passes(status)
}

// answered says whether a request that the pump would answer so brings about
// what is wanted.
func (w Want) answered(d pump.Denial) bool {
	if w.Kind == WantsDenial {
		return d == w.Denial
	}
	switch w.Event {
	case pump.PatientBolusStarted:
		return d == pump.NotDenied
	case pump.PatientBolusDenied:
		return d != pump.NotDenied
	}
	return true
}

// waits lets time run until a dose can be had, where that is wanted and waiting
// helps; a refusal that is wanted comes after a dose.
func waits(r pump.Readiness, w Want, ask Deed) []Deed {
	switch {
	case w.Event == pump.PatientBolusDenied:
		return []Deed{ask}
	case r.Passes:
		return []Deed{{Act: RunTo, At: r.From}, ask}
	}
	return nil
}

// passes lets time run until what a request would now be refused for is over.
func passes(s pump.Status) []Deed {
	switch r := s.Readiness; {
	case r.Denial == pump.DeniedBusy && s.Bolus != nil:
		return []Deed{{Act: RunTo, At: s.Bolus.Ends}}
	case r.Denial == pump.DeniedLockout && s.HasLockout:
		return []Deed{{Act: RunTo, At: s.LockoutUntil}}
	case r.Passes:
		return []Deed{{Act: RunTo, At: r.From}}
	}
	return nil
}
