package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// The IDs of what can be pressed, besides the speeds.
const (
	idRequest = "remote.request"
	idQuery   = "remote.query"
	idPlay    = "clock.play"
	idPlain   = "bar.plain"
	idAgain   = "bar.again"
)

// Update brings a message to the model and returns what is asked of the
// browser.
func (m *Model) Update(msg Message) []Effect {
	m.speech.begin()
	switch msg := msg.(type) {
	case Press:
		return m.press(msg.ID)
	case Tick:
		return m.tick(msg.Elapsed)
	case Focus:
		m.focus = msg.ID
	case Resize:
		m.window = msg
	case Motion:
		m.motion = msg.Welcome
	case NoPicture:
		m.plain, m.picture = true, false
		m.speech.say(m.words.Say("trouble.nopicture"))
		return []Effect{SwitchView{}}
	case Unsaved:
		m.speech.say(m.words.Say("trouble.unsaved"))
	case Shown:
		m.shown = msg.Yes
		if !msg.Yes {
			return []Effect{Save{}}
		}
	}
	return nil
}

func (m *Model) press(id string) []Effect {
	switch id {
	case idRequest:
		m.ask()
	case idQuery:
		return m.query()
	case idPlay:
		m.clock.playing = !m.clock.playing
		return []Effect{Save{}}
	case idPlain:
		m.plain = !m.plain
		return []Effect{SwitchView{}}
	case idAgain:
		return m.again()
	}
	for _, s := range speeds {
		if s.id == id {
			m.clock.speed = s.speed
		}
	}
	return nil
}

// ask sends the patient's request. A session holds so many commands that
// nobody gives by hand, and no more, for it must stay one that can be kept.
func (m *Model) ask() {
	if len(m.session.Commands()) >= scenario.MaxSteps {
		m.speech.urge(m.words.Say("trouble.full"))
		return
	}
	if m.remote.send() {
		m.speech.say(m.words.Say("remote.sending.title"))
	}
}

// query lets the remote ask the pump what it did.
func (m *Model) query() []Effect {
	m.session.Do(pump.QueryPump{})
	m.speech.say(m.words.Say("remote.lost.asked"))
	return append(m.tell(), Save{})
}

// again starts the session anew from the scenario's first instant.
func (m *Model) again() []Effect {
	if err := m.begin(); err != nil {
		m.speech.urge(m.words.Say("trouble.again", "why", err.Error()))
		return nil
	}
	m.speech.say(m.words.Say("clock.restarted"))
	return []Effect{Save{}}
}

// tick lets real time pass: the remote's request travels, the session goes on,
// and what happened is told.
func (m *Model) tick(elapsed float64) []Effect {
	if !m.shown {
		return nil
	}
	effects := m.deliver(elapsed)
	waited := m.waits()
	if span := m.clock.run(elapsed); span > 0 {
		if err := m.session.AdvanceTo(m.now() + units.Instant(span)); err != nil {
			m.clock.reset()
			m.speech.urge(m.words.Say("clock.end"))
		}
		if m.motion {
			m.phase += turns(m.session.Status().Rotor, elapsed)
		}
	}
	effects = append(effects, m.tell()...)
	if waited && m.session.Status().Readiness.Denial == pump.NotDenied {
		m.speech.say(m.words.Say("remote.ready.again"))
		m.remote.refusal = nil
	}
	return effects
}

// deliver brings the request to the pump once it has travelled.
func (m *Model) deliver(elapsed float64) []Effect {
	if !m.remote.arrived(elapsed) {
		return nil
	}
	m.clock.slowToWatch()
	m.session.Do(pump.RequestPatientBolus{Link: m.remote.link})
	return append(m.tell(), Save{})
}

// tell puts the new entries of the log into words and passes them on.
func (m *Model) tell() []Effect {
	var effects []Effect
	log := m.session.Log()
	for ; m.seen < len(log); m.seen++ {
		e := log[m.seen]
		m.notice(e)
		effects = append(effects, Tell{e.AppendJSON(nil)})
	}
	return effects
}

// notice lets the remote and the voice follow an entry of the log.
func (m *Model) notice(e session.Entry) {
	m.remote.notice(e, m.session.StatusAt(e.At).Readiness)
	if text, urgent := m.inWords(e); urgent {
		m.speech.urge(text)
	} else if text != "" {
		m.speech.say(text)
	}
}

// waits tells whether time alone stands between the patient and a dose, so that
// its coming is news.
func (m *Model) waits() bool { return m.session.Status().Readiness.Passes }

// turns is how far the rotor turns for the eye in so many milliseconds: in true
// proportion to the flow, 0.25 turns a second for 1 mL/day. At the real pace it
// would seem to stand.
func turns(rate units.FlowRate, elapsed float64) float64 {
	const perSecond = 0.25
	return float64(rate) / 1e6 * perSecond * min(elapsed, longestTick) / 1000
}
