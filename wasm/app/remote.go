package app

import (
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// travel is how many milliseconds of real time a request is on its way, so
// that it is seen to be sent. [design]
const travel = 1200.0

// remote is what the patient's remote itself knows: that it is sending, how its
// requests travel, and which of its screens is open. All else it asks of the
// pump and its log.
type remote struct {
	sending float64 // milliseconds of real time until the request arrives; 0: none
	link    pump.Link
	view    string // "remote", "history", "diary", "alerts" or "settings"
	day     int    // history: so many days before today
	before  int    // diary: pain before, 0 to 10
	after   int    // and after
	note    string // and in words
}

// send starts a request, unless one is on its way.
func (r *remote) send() bool {
	if r.sending > 0 {
		return false
	}
	r.sending = travel
	return true
}

// arrived lets the request travel and tells whether it has just arrived.
func (r *remote) arrived(elapsed float64) bool {
	if r.sending == 0 {
		return false
	}
	r.sending = max(0, r.sending-min(elapsed, longestTick))
	return r.sending == 0
}

// refusal is a request that brought no dose, and until when that stands on the
// screen.
type refusal struct {
	event  pump.Event
	passes bool // it is over at until
	until  units.Instant
}

// refusal is the remote's latest answer where it was no dose; nil where it was
// one, or where the pump has since been asked or programmed.
func (m *Model) refusal() *refusal {
	l := &m.lanes[0]
	e := l.latest(m.at(), func(e session.Entry) bool {
		switch e.Event.Kind {
		case pump.PatientBolusDenied, pump.ConnectionFailed, pump.PatientBolusStarted, pump.Queried, pump.Programmed:
			return true
		}
		return false
	})
	switch {
	case e == nil:
	case e.Event.Kind == pump.ConnectionFailed:
		return &refusal{e.Event, true, e.At.Add(unreachedFor)}
	case e.Event.Kind == pump.PatientBolusDenied:
		ready := l.session.StatusAt(e.At).Readiness
		return &refusal{e.Event, ready.Passes, ready.From}
	}
	return nil
}

// unreachedFor is how long the remote goes on saying that it did not reach the
// pump. [design]
const unreachedFor = 5 * units.Minute

// answer is what the remote shows: one state, with all that its screen needs.
type answer struct {
	state   string  // the key of its words under "remote."
	moving  bool    // the ring shows how far something is
	ring    float64 // 0 to 1
	inside  string  // the words in the ring, large
	under   string  // and below them, small
	title   string
	text    string
	dose    units.Mass
	left    int // doses left in the last 24 hours
	per     int
	allowed bool // the prescription has a patient bolus
	refused bool // the latest request brought no dose
}

// answer finds what the remote shows of the pump as it is.
func (m *Model) answer(s pump.Status) answer {
	a := answer{}
	var standing *refusal
	a.state, standing = m.remoteState(s)
	p := m.prescribed().PatientBolus
	if p != nil {
		a.allowed, a.dose, a.per = true, p.Dose, p.PerDay
		a.left = max(0, p.PerDay-s.BolusesLast24h)
	}
	ready := s.Readiness
	values := []string{"count", number(a.per), "dose", a.dose.String(), "time", m.clockTime(ready.From)}
	switch a.state {
	case "sending":
		a.moving, a.ring, a.inside = true, 1-m.remote.sending/travel, m.words.Say("remote.sending.inside")
	case "giving":
		m.given(&a, s.Bolus)
		values[5] = m.clockTime(s.Bolus.Ends)
	case "ready":
		a.ring, a.inside, a.under = 1, m.words.Say("remote.ready.inside"), m.words.Say("remote.ready.under", values...)
	case "lost", "unreached", "unset", "unavailable":
	default:
		m.wait(&a, ready, p)
	}
	if s.Bolus != nil && a.state == "denied.busy" {
		m.given(&a, s.Bolus)
	}
	a.refused = strings.HasPrefix(a.state, "denied.") || a.state == "unreached"
	key := "remote." + a.state
	a.title = m.words.Say(key + ".title")
	if strings.HasPrefix(key, "remote.denied.") {
		a.text = m.refusalText(standing.event.Denial, s.Readiness, values...)
	} else {
		a.text = m.words.Say(key+".text", values...)
	}
	return a
}

// remoteState is the key of what the remote shows: its own business first, then
// the latest refusal while it stands, then how the pump stands to a request.
func (m *Model) remoteState(s pump.Status) (string, *refusal) {
	switch {
	case m.remote.sending > 0 && !m.back:
		return "sending", nil
	case s.AnswerMissing:
		return "lost", nil
	}
	if r := m.refusal(); r != nil && r.stands(m.at(), s) {
		if r.event.Kind == pump.ConnectionFailed {
			return "unreached", r
		}
		return "denied." + r.event.Denial.String(), r
	}
	if s.Bolus != nil && s.Bolus.Kind == pump.PatientBolus {
		return "giving", nil
	}
	switch s.Readiness.Longest {
	case pump.NotDenied:
		return "ready", nil
	case pump.DeniedNotPrescribed:
		return "unset", nil
	case pump.DeniedUnavailable:
		return "unavailable", nil
	case pump.DeniedCount:
		return "spent", nil
	case pump.DeniedLimit:
		return "full", nil
	case pump.DeniedBusy:
		return "busy", nil
	}
	return "waiting", nil
}

// stands tells whether a refusal is still true and so still on the screen.
func (r *refusal) stands(now units.Instant, s pump.Status) bool {
	switch {
	case r.event.Denial == pump.DeniedBusy:
		return s.Bolus != nil
	case r.passes:
		return now < r.until
	}
	return s.Readiness.Denial != pump.NotDenied
}

// refusalText says why the pump refused, and from when on it would give a dose:
// not when the reason it gave is over, but when all are.
func (m *Model) refusalText(why pump.Denial, ready pump.Readiness, values ...string) string {
	if why == pump.DeniedLockout && ready.Longest != pump.DeniedLockout {
		why = ready.Longest
	}
	key := "remote.denied." + why.String()
	if !ready.Passes || why == pump.DeniedBusy {
		return m.words.Say(key+".notime", values...)
	}
	return m.words.Say(key+".text", values...)
}

// given shows how much of a bolus has been given.
func (m *Model) given(a *answer, b *pump.RunningBolus) {
	a.moving = true
	a.ring = float64(m.at()-b.Started) / float64(b.Ends-b.Started)
	a.inside = m.words.Say("remote.giving.inside", "percent", number(int(a.ring*100)))
	a.under = m.words.Say("remote.giving.under")
}

// wait shows how long until the pump would give a dose, as a ring that closes;
// nothing where no waiting helps.
func (m *Model) wait(a *answer, r pump.Readiness, p *therapy.PatientBolus) {
	if !r.Passes {
		return
	}
	left := units.Span(r.From - m.at())
	whole := units.Day
	if r.Longest == pump.DeniedLockout && p != nil {
		whole = p.Lockout
	}
	a.moving = true
	a.inside = countdown(m.words, left)
	a.under = m.words.Say("remote.waiting.under")
	a.ring = 1 - float64(left)/float64(max(left, whole))
}
