package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
	"iddtestdrive/wasm/message"
)

// Travelling in time: on, in leaps, and back to look.

// now is the session's present.
func (m *Model) now() units.Instant { return m.lanes[0].session.Now() }

// at is the instant on the screen: the present, or one that is looked back to.
func (m *Model) at() units.Instant {
	if m.back {
		return m.backAt
	}
	return m.now()
}

// lookBack shows an instant of the past; the present or later ends it.
func (m *Model) lookBack(t units.Instant) {
	m.back, m.backAt = t < m.now(), max(0, t)
}

// fullAt is how many lines of log are enough: so many fewer than what can be
// kept and opened again as a day may bring.
const fullAt = keep.MaxLog - 10_000

// reach lets time pass in every lane until t, a day at a time; not to there where
// the session is full.
func (m *Model) reach(t units.Instant) {
	for {
		next := min(t, m.now().Add(units.Day))
		for i := range m.lanes {
			l := &m.lanes[i]
			if len(l.session.Log()) >= fullAt || l.advance(next) != nil {
				m.clock.reset()
				m.speech.Urge(m.words.Say("clock.end"))
				return
			}
		}
		if next >= t {
			return
		}
	}
}

// pass lets a span of session time pass. While the past is looked at, it is the
// look that goes on, until it has come to the present. A guide may stop it on
// the way.
func (m *Model) pass(span units.Span) []message.Effect {
	if m.back {
		m.replay(m.backAt.Add(span))
		return nil
	}
	var effects []message.Effect
	for to := m.now().Add(span); ; {
		at := m.untilNext(to)
		waited := m.waits()
		ran := !m.guide.stopped()
		m.reach(at)
		effects = append(effects, m.tell()...)
		if waited && m.lanes[0].session.Status().Readiness.Denial == pump.NotDenied {
			m.speech.Say(m.words.Say("remote.ready.again"))
		}
		if m.now() >= to || m.now() < at || ran && m.guide.stopped() {
			return effects
		}
	}
}

// untilNext is how far time may pass in one go on its way to an instant: to
// where the guide stops it, and where that is an event, from one thing that is
// due to the next.
func (m *Model) untilNext(to units.Instant) units.Instant {
	if !m.guide.on() {
		return to
	}
	if stop, stops := m.guide.player.Target(m.now()); stops {
		to = min(to, stop)
	}
	if m.guide.player.AwaitsEvent() {
		if next, any := m.lanes[0].next(); any {
			to = min(to, max(next, m.now()))
		}
	}
	return to
}

// replay takes the look at the past on, and says what happened on the way.
func (m *Model) replay(to units.Instant) {
	from := m.backAt
	if m.lookBack(to); !m.back {
		m.clock.reset()
		to = m.now()
	}
	for _, e := range m.lanes[0].session.Log() {
		if from < e.At && e.At <= to {
			if text, _ := m.inWords(e); text != "" {
				m.speech.Say(text)
			}
		}
	}
}

// mostLeap is how far a leap to the next event goes where nothing happens.
const mostLeap = 31 * units.Day

// nextEvent leaps to the next instant at which something happens that a patient
// would notice: it has words, or a dose can be had again.
func (m *Model) nextEvent() []message.Effect {
	if m.back {
		return m.nextSeen()
	}
	limit := m.now().Add(mostLeap)
	var effects []message.Effect
	for said := m.speech.Count; m.speech.Count == said; {
		next, any := m.soonest(m.now())
		if !any || next > limit {
			effects = append(effects, m.pass(units.Span(limit-m.now()))...)
			m.speech.Say(m.words.Say("clock.nothing"))
			break
		}
		effects = append(effects, m.pass(units.Span(next-m.now()))...)
		if m.now() < next { // a guide stopped it, or the session is full
			break
		}
	}
	m.clock.reset()
	return append(effects, message.Save{})
}

// soonest is the next instant after t at which anything may happen to the
// patient of the first lane.
func (m *Model) soonest(t units.Instant) (units.Instant, bool) {
	next, any := m.lanes[0].next()
	if r := m.lanes[0].session.Status().Readiness; r.Passes && r.From > t && (!any || r.From < next) {
		next, any = r.From, true
	}
	return next, any
}

// nextSeen leaps to the next thing that is already in the log.
func (m *Model) nextSeen() []message.Effect {
	for _, e := range m.lanes[0].session.Log() {
		if text, _ := m.inWords(e); e.At > m.backAt && text != "" {
			m.replay(e.At)
			return nil
		}
	}
	m.lookBack(m.now())
	return nil
}

// dayStart is when a "next day" begins: when most people are up. [design]
const dayStart = 8 * units.Hour

// nextDay leaps to eight in the morning of the next day.
func (m *Model) nextDay() []message.Effect {
	day := m.start().Add(units.Span(m.at())).TimeOfDay()
	span := units.Day - day + dayStart
	if day < dayStart {
		span = dayStart - day
	}
	effects := m.pass(span)
	m.clock.reset()
	return append(effects, message.Save{})
}

// goOnFromHere makes the instant that is looked back to the present: what came
// later has not happened.
func (m *Model) goOnFromHere() []message.Effect {
	if !m.back {
		return nil
	}
	kept := make([]lane, len(m.lanes))
	for i := range m.lanes {
		l, err := m.lanes[i].before(m.backAt)
		if err != nil {
			m.speech.Urge(m.words.Say("trouble.again", "why", err.Error()))
			return nil
		}
		kept[i] = l
	}
	m.lanes = kept
	m.generation++
	m.back = false
	m.notes = notesUntil(m.notes, m.now())
	m.clock.reset()
	m.speech.Say(m.words.Say("back.cut", "time", m.date()))
	return []message.Effect{message.Save{}}
}
