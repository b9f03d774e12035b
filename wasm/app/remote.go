package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// travel is how many milliseconds of real time a request is on its way, so
// that it is seen to be sent. [design]
const travel = 1200.0

// remote is what the patient's remote itself knows: that it is sending, and
// the latest refusal. All else it asks of the pump.
type remote struct {
	sending float64 // milliseconds of real time until the request arrives; 0: none
	denied  *session.Entry
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

// notice keeps a refusal and forgets it once a dose was started.
func (r *remote) notice(e session.Entry) {
	switch e.Event.Kind {
	case pump.PatientBolusDenied:
		r.denied = &e
	case pump.PatientBolusStarted:
		r.denied = nil
	}
}

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
}

// answer finds what the remote shows now, with the pump as it is.
func (m *Model) answer(s pump.Status) answer {
	a := answer{state: "ready"}
	p := m.session.Prescription().PatientBolus
	if p != nil {
		a.allowed, a.dose, a.per = true, p.Dose, p.PerDay
		a.left = max(0, p.PerDay-s.BolusesLast24h)
	}
	switch {
	case m.remote.sending > 0:
		a.state, a.moving, a.ring = "sending", true, 1-m.remote.sending/travel
		a.inside = m.words.Say("remote.sending.inside")
	case m.refused(s):
		m.denied(&a, s)
	case s.Bolus != nil && s.Bolus.Kind == pump.PatientBolus:
		m.giving(&a, s, p)
	case s.HasLockout && s.LockoutUntil > m.now():
		a.state = "waiting"
		m.wait(&a, s.LockoutUntil)
		a.text = m.words.Say("remote.waiting.text", "time", m.clockTime(s.LockoutUntil))
	case p == nil:
		a.state = "unset"
	case a.left == 0:
		a.state = "spent"
		a.text = m.words.Say("remote.spent.text", "count", number(p.PerDay))
	default:
		a.ring, a.inside, a.under = 1, p.Dose.String(), m.words.Say("remote.ready.inside")
	}
	if a.title == "" {
		a.title = m.words.Say("remote." + a.state + ".title")
	}
	if a.text == "" {
		a.text = m.words.Say("remote." + a.state + ".text")
	}
	return a
}

// giving shows a patient bolus that is running.
func (m *Model) giving(a *answer, s pump.Status, p *therapy.PatientBolus) {
	a.state = "giving"
	m.given(a, s.Bolus)
	a.text = m.words.Say("remote.giving.text", "dose", p.Dose.String(), "time", m.clockTime(s.Bolus.Ends))
}

// given shows how much of a bolus has been given.
func (m *Model) given(a *answer, b *pump.RunningBolus) {
	a.moving = true
	a.ring = float64(m.now()-b.Started) / float64(b.Ends-b.Started)
	a.inside = m.words.Say("remote.giving.inside", "percent", number(int(a.ring*100)))
	a.under = m.words.Say("remote.giving.under")
}

// wait shows how long until an instant, as a ring that closes.
func (m *Model) wait(a *answer, until units.Instant) {
	left := units.Span(until - m.now())
	a.moving = true
	a.inside = m.words.countdown(left)
	a.under = m.words.Say("remote.waiting.under")
	a.ring = 1 - float64(left)/float64(max(left, m.waited()))
}

// waited is the whole of the present waiting time.
func (m *Model) waited() units.Span {
	if p := m.session.Prescription().PatientBolus; p != nil {
		return p.Lockout
	}
	return units.Day
}

// refused tells whether the latest refusal still holds.
func (m *Model) refused(s pump.Status) bool {
	d := m.remote.denied
	switch {
	case d == nil:
		return false
	case d.Event.HasRetry:
		return m.now() < d.Event.RetryAt
	case d.Event.Denial == pump.DeniedBusy:
		return s.Bolus != nil
	}
	return true
}

// denied shows a refusal: why, and when the patient can ask again.
func (m *Model) denied(a *answer, s pump.Status) {
	e := m.remote.denied.Event
	a.state = "denied"
	key := "remote.denied." + e.Denial.String()
	a.title = m.words.Say(key + ".title")
	if e.HasRetry {
		m.wait(a, e.RetryAt)
		a.text = m.words.Say(key+".text", "time", m.clockTime(e.RetryAt), "count", number(a.per))
		return
	}
	if s.Bolus != nil {
		m.given(a, s.Bolus)
	}
	a.text = m.words.Say(key+".notime", "count", number(a.per))
}
