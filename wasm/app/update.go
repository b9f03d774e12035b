package app

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/timeline"
)

// The IDs of what can be operated. Choices have theirs in view files, each with
// what is chosen after its last dot.
const (
	idRequest = "remote.request"
	idQuery   = "remote.query"
	idQueryAt = "alerts.query"
	idWrite   = "diary.write"
	idBefore  = "diary.before"
	idAfter   = "diary.after"
	idNote    = "diary.note"
	idEarlier = "history.earlier"
	idLater   = "history.later"
	idHearOne = "alerts.hear.one"
	idHearTwo = "alerts.hear.two"
	idSound   = "settings.sound"
	idLarge   = "settings.large"
	idLabels  = "settings.labels"
	idHear    = "alerts.sound" // the same wishes, where they are needed
	idNames   = "scene.labels"

	idPlay      = "clock.play"
	idNextEvent = "clock.event"
	idNextDay   = "clock.day"
	idNow       = "back.now"
	idGoOn      = "back.go_on"
	idScrub     = "timeline.scrub"

	idPlain   = "bar.plain"
	idAgain   = "bar.again"
	idFree    = "bar.free"
	idKeeping = "bar.keep"
	idFeeling = "bar.feeling"

	idFreeDaily   = "free.daily"
	idFreeDose    = "free.dose"
	idFreeLockout = "free.lockout"
	idFreePerDay  = "free.per_day"
	idFreeRemote  = "free.remote"
	idFreeApply   = "free.apply"
	idBelief      = "free.belief"
	idStall       = "free.stall"
	idScan        = "free.scan"
	idStop        = "free.stop"
	idRefill      = "free.refill"
)

// mostCommands is as many as a scenario file may hold as steps.
const mostCommands = scenario.MaxSteps

// Update brings a message to the model and returns what is asked of the
// browser.
func (m *Model) Update(msg message.Message) []message.Effect {
	m.speech.Begin()
	switch msg := msg.(type) {
	case message.Press:
		return m.press(msg.ID)
	case message.Change:
		return m.change(msg.ID, msg.Value)
	case message.Opened:
		return m.opened(msg)
	case message.Tick:
		return m.tick(msg.Elapsed)
	case message.Focus:
		m.focus = msg.ID
	case message.Resize:
		m.window = msg
	case message.Motion:
		m.motion = msg.Welcome
	case message.Shown:
		m.shown = msg.Yes
		if !msg.Yes {
			return []message.Effect{message.Save{}}
		}
	}
	return m.told(msg)
}

// told passes on what the browser could not do.
func (m *Model) told(msg message.Message) []message.Effect {
	switch msg := msg.(type) {
	case message.NoPicture:
		m.plain, m.picture = true, false
		m.speech.Say(m.words.Say("trouble.nopicture"))
		return []message.Effect{message.SwitchView{}}
	case message.Unsaved:
		m.speech.Say(m.words.Say("trouble.unsaved"))
	case message.Copied:
		m.speech.Say(m.words.Say("keep.copied"))
	case message.CopyRefused:
		m.keeping.link = msg.Text
		m.speech.Say(m.words.Say("keep.not_copied"))
	}
	return nil
}

// press carries out a press, wherever it was.
func (m *Model) press(id string) []message.Effect {
	for _, of := range []func(string) ([]message.Effect, bool){m.pressRemote, m.pressClock, m.pressBar, m.pressGuide, m.pressFree, m.pressKeeping} {
		if effects, done := of(id); done {
			return effects
		}
	}
	m.explain(id)
	return nil
}

func (m *Model) pressRemote(id string) ([]message.Effect, bool) {
	switch id {
	case idRequest:
		m.ask()
		return nil, true
	case idQuery, idQueryAt:
		return m.do(pump.QueryPump{}), true
	case idWrite:
		return m.write(), true
	case idEarlier:
		m.remote.day++
		return nil, true
	case idLater:
		m.remote.day = max(0, m.remote.day-1)
		return nil, true
	case idHearOne:
		return m.hear(pump.NonCritical), true
	case idHearTwo:
		return m.hear(pump.Critical), true
	}
	if view, ok := strings.CutPrefix(id, "remote.view."); ok {
		return m.openView(view), true
	}
	return nil, false
}

// openView opens one of the remote's screens.
func (m *Model) openView(view string) []message.Effect {
	m.remote.view, m.remote.day = view, 0
	m.guide.tell(func(p *drive.Player) {
		for v := drive.RemotePage; v <= drive.SettingsPage; v++ {
			if v.String() == view {
				p.Viewed(v)
			}
		}
	})
	return m.followGuide()
}

func (m *Model) pressClock(id string) ([]message.Effect, bool) {
	switch id {
	case idPlay:
		m.clock.playing = !m.clock.playing
		return []message.Effect{message.Save{}}, true
	case idNextEvent:
		return m.nextEvent(), true
	case idNextDay:
		return m.nextDay(), true
	case idNow:
		m.lookBack(m.now())
		m.clock.reset()
		return nil, true
	case idGoOn:
		return m.goOnFromHere(), true
	}
	if zoom, ok := timeline.ZoomOf(id); ok {
		m.zoom = zoom
		return nil, true
	}
	for _, s := range speeds {
		if s.id == id {
			m.clock.speed = s.speed
			return nil, true
		}
	}
	return nil, false
}

func (m *Model) pressBar(id string) ([]message.Effect, bool) {
	switch id {
	case idPlain:
		m.plain = !m.plain
		return []message.Effect{message.SwitchView{}, message.Save{}}, true
	case idAgain:
		return m.again(), true
	case idFree:
		m.free.open = !m.free.open
	case idKeeping:
		m.keeping.open = !m.keeping.open
	case idFeeling:
		m.feeling = !m.feeling
	default:
		return nil, false
	}
	return nil, true
}

func (m *Model) pressFree(id string) ([]message.Effect, bool) {
	switch {
	case id == idFreeApply:
		return m.apply(), true
	case strings.HasPrefix(id, "free.pattern."):
		m.set("", "")
		m.free.pattern = chosen(id)
		return nil, true
	case strings.HasPrefix(id, "free.link."):
		m.remote.link = links[chosen(id)]
		return nil, true
	case id == idStall || id == idScan || id == idStop || id == idRefill:
		return m.befall(id), true
	}
	return nil, false
}

var links = map[string]pump.Link{"ok": pump.LinkOK, "no_connection": pump.NoConnection, "reply_lost": pump.ReplyLost}

// change sets what a person moved, ticked or wrote.
func (m *Model) change(id, value string) []message.Effect {
	whole, _ := strconv.ParseFloat(value, 64)
	switch id {
	case idScrub:
		if t, ok := timeline.Scrubbed(value, m.now()); ok {
			m.clock.reset()
			m.lookBack(t)
		}
		return nil
	case idBefore:
		m.remote.before = pain(whole)
	case idAfter:
		m.remote.after = pain(whole)
	case idNote:
		m.remote.note = keep.Clean(value)
	case idBelief:
		m.free.belief = value == "on"
	case idSound, idHear:
		m.wishes.sound = value == "on"
	case idLarge:
		m.wishes.large = value == "on"
		return []message.Effect{message.Enlarge{Yes: m.wishes.large}, message.Save{}}
	case idLabels, idNames:
		m.wishes.labels, m.pointed = value == "on", ""
	default:
		m.set(id, value)
		return nil
	}
	return []message.Effect{message.Save{}}
}

func pain(v float64) int { return max(0, min(10, int(v+0.5))) }

// ask sends the patient's request.
func (m *Model) ask() {
	if len(m.lanes[0].session.Commands()) >= mostCommands {
		m.speech.Urge(m.words.Say("trouble.full"))
		return
	}
	if !m.back && m.remote.send() {
		m.speech.Say(m.words.Say("remote.sending.title"))
	}
}

// again starts the sessions anew from their first instant.
func (m *Model) again() []message.Effect {
	m.begin()
	m.speech.Say(m.words.Say("clock.restarted"))
	if m.guide.on() {
		return m.enterStep()
	}
	return []message.Effect{message.Save{}}
}

// tick lets real time pass: the remote's request travels, the session goes on,
// and what happened is told.
func (m *Model) tick(elapsed float64) []message.Effect {
	if !m.shown {
		return nil
	}
	effects := m.deliver(elapsed)
	from := m.now()
	if span := m.clock.run(elapsed); span > 0 {
		effects = append(effects, m.pass(span)...)
		effects = append(effects, m.soundAgain(from, m.now())...)
		if m.motion {
			m.phase += turns(m.sight().Rotor, elapsed)
		}
	}
	return effects
}

// deliver brings the request to the pump once it has travelled.
func (m *Model) deliver(elapsed float64) []message.Effect {
	if !m.remote.arrived(elapsed) {
		return nil
	}
	if !m.guide.waiting() {
		m.clock.slowToWatch()
	}
	return m.do(pump.RequestPatientBolus{Link: m.remote.link})
}

// tell puts the new entries of the first lane's log into words and passes them
// on.
func (m *Model) tell() []message.Effect {
	var effects []message.Effect
	l := &m.lanes[0]
	for log := l.session.Log(); l.seen < len(log); l.seen++ {
		e := log[l.seen]
		effects = append(effects, m.notice(e)...)
		effects = append(effects, message.Tell{Line: e.AppendJSON(nil)})
	}
	return append(effects, m.followGuide()...)
}

// notice lets the voice, the ear and the guide follow an entry of the log.
func (m *Model) notice(e session.Entry) []message.Effect {
	if text, urgent := m.inWords(e); urgent {
		m.speech.Urge(text)
	} else if text != "" {
		m.speech.Say(text)
	}
	m.guide.heard(e)
	return m.soundOf(e.Event)
}

// waits tells whether time alone stands between the patient and a dose, so that
// its coming is news.
func (m *Model) waits() bool { return m.lanes[0].session.Status().Readiness.Passes }

// turns is how far the rotor turns for the eye in so many milliseconds: in true
// proportion to the flow, 0.25 turns a second for 1 mL/day. At the real pace it
// would seem to stand.
func turns(rate units.FlowRate, elapsed float64) float64 {
	const perSecond = 0.25
	return float64(rate) / 1e6 * perSecond * min(elapsed, longestTick) / 1000
}
