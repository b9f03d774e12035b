package app

import (
	"bytes"
	"errors"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
	"iddtestdrive/wasm/message"
)

// keeping is the panel of what can be kept and shared.
type keeping struct {
	open bool
	link string // a link that the browser did not let onto the clipboard
}

// The IDs of the panel of keeping.
const (
	idShare   = "keep.share"
	idLink    = "keep.link"
	idFile    = "keep.file"
	idCSV     = "keep.csv"
	idJSON    = "keep.json"
	idPicture = "keep.picture"
	idReport  = "keep.report"
	idImport  = "keep.import"
	idAdopt   = "guest.adopt"
	idHome    = "guest.home"
)

// kept is the session of the first lane as it is kept.
func (m *Model) kept() keep.Kept {
	l := &m.lanes[0]
	sc := *l.file
	sc.Until = max(units.Span(m.now()), units.Millisecond)
	sc.Steps = nil
	for _, c := range l.session.Commands() {
		sc.Steps = append(sc.Steps, scenario.Step{At: c.At, Command: c.Command})
	}
	return keep.Kept{Scenario: &sc, Notes: m.notes, Drive: m.guide.mark(), Settings: keep.Settings{
		Sound: m.wishes.sound, LargeText: m.wishes.large, Plain: m.plain && m.picture, Labels: m.wishes.labels,
	}}
}

// guest says whose session is on the screen.
type guest uint8

const (
	ownSession guest = iota
	fromLink         // it is kept apart from the reader's own
	fromFile         // it is not kept before the reader wants it in the place of the own
)

// Save writes the session as it is now; nil where it is not to be kept: the
// reader has not said so yet, or it is too long.
func (m *Model) Save() []byte {
	if m.guest == fromFile {
		return nil
	}
	saved, err := keep.Write(m.kept())
	if err != nil {
		return nil
	}
	return saved
}

// resume takes up a session that was kept in this browser. One that cannot be
// read is put aside, and the model stays at the start of its scenario.
func (m *Model) resume(saved []byte) {
	k, err := keep.Read(saved)
	if err == nil {
		err = m.take(k)
	}
	if err != nil {
		m.putAside = true
		m.speech.Say(m.words.Say("save.damaged"))
		return
	}
	m.adopt(k.Settings)
	if sameStart(k.Scenario, m.files[0].file) {
		m.speech.Say(m.words.Say("save.resumed"))
	} else {
		m.speech.Say(m.words.Say("save.older"))
	}
}

// adopt takes a reader's own settings over.
func (m *Model) adopt(s keep.Settings) {
	m.wishes = wishes{sound: s.Sound, large: s.LargeText, labels: s.Labels}
	m.plain = m.plain || s.Plain
}

// openShared shows a session that came by a link. The reader's own stays kept as
// it was.
func (m *Model) openShared(packed string) {
	k, err := keep.Unpack(packed)
	if err == nil {
		err = m.take(k)
	}
	if err != nil {
		m.speech.Urge(m.refusedFile(m.words.Say("keep.that_link"), err))
		return
	}
	m.guest = fromLink
	m.speech.Say(m.words.Say("guest.opened"))
}

// take puts a kept session in the place of the present one, once all of it has
// been replayed.
func (m *Model) take(k keep.Kept) error {
	s, err := k.Replay()
	if err != nil {
		return err
	}
	first := lane{name: m.files[0].name, file: k.Scenario, session: s, seen: len(s.Log())}
	lanes := []lane{first}
	if sameStart(k.Scenario, m.files[0].file) {
		lanes[0].file = m.files[0].file
		lanes[0].plan = later(lanes[0].file.Steps, s.Now())
		for _, f := range m.files[1:] {
			l, err := newLane(f.name, f.file)
			if err == nil {
				err = l.advance(s.Now())
			}
			if err != nil {
				return err
			}
			lanes = append(lanes, l)
		}
	} else {
		start := *k.Scenario
		start.Steps = nil
		lanes[0].file = &start
	}
	m.begin()
	m.lanes, m.notes = lanes, k.Notes
	m.generation++
	if m.guide.restore(k.Drive); m.guide.on() {
		m.paced()
	}
	return nil
}

// later are the steps after an instant.
func later(steps []scenario.Step, t units.Instant) []scenario.Step {
	for i, s := range steps {
		if s.At > t {
			return steps[i:]
		}
	}
	return nil
}

// sameStart tells whether two scenarios start from the same.
func sameStart(a, b *scenario.Scenario) bool {
	start := func(sc scenario.Scenario) []byte {
		sc.Steps, sc.Until = nil, units.Millisecond
		return scenario.Format(&sc)
	}
	return bytes.Equal(start(*a), start(*b))
}

// PutAside tells whether the saved session could not be read, so that whoever
// keeps it puts it out of the way of the new one.
func (m *Model) PutAside() bool { return m.putAside }

// opened reads a file that the reader chose: a kept session goes on where it was
// left, a scenario begins. It is shown as a guest.
func (m *Model) opened(f message.Opened) []message.Effect {
	if f.TooLarge {
		m.speech.Urge(m.words.Say("keep.wrong.too_long", "name", f.Name, "why", ""))
		return nil
	}
	k, kept, err := keep.Import(f.Data)
	if err == nil && !kept {
		start := *k.Scenario
		start.Steps, start.Until = nil, units.Millisecond
		k = keep.Kept{Scenario: &start}
	}
	own := m.Save()
	if err == nil {
		err = m.take(k)
	}
	if err != nil {
		m.speech.Urge(m.refusedFile(f.Name, err))
		return nil
	}
	if m.guest == ownSession {
		m.own = own
	}
	m.guest = fromFile
	m.speech.Say(m.words.Say("guest.imported", "name", f.Name))
	return nil
}

// refusedFile says why a file or link was not taken.
func (m *Model) refusedFile(name string, err error) string {
	kind, why := keep.Mistake, err.Error()
	var e *keep.Error
	if errors.As(err, &e) {
		kind = e.Kind
		if why = ""; e.Cause != nil {
			why = e.Cause.Error()
		}
	}
	return m.words.Say("keep.wrong."+kind.String(), "name", name, "why", why)
}

func (m *Model) pressKeeping(id string) ([]message.Effect, bool) {
	log, start := m.lanes[0].session.Log(), m.start()
	switch id {
	case idShare:
		return m.share(), true
	case idFile:
		data, err := keep.Write(m.kept())
		if err != nil {
			m.speech.Urge(m.refusedFile("session.yaml", err))
			return nil, true
		}
		return []message.Effect{message.Download{Name: "session.yaml", Type: "text/yaml", Data: data}}, true
	case idCSV:
		return []message.Effect{message.Download{Name: "log.csv", Type: "text/csv", Data: keep.CSV(log, start)}}, true
	case idJSON:
		return []message.Effect{message.Download{Name: "log.json", Type: "application/x-ndjson", Data: keep.JSON(log, m.lanes[0].session.Status())}}, true
	case idPicture:
		return []message.Effect{message.KeepPicture{Name: "simulator.png"}}, true
	case idReport:
		return []message.Effect{message.Print{Report: m.report()}}, true
	case idAdopt:
		m.guest = ownSession
		m.speech.Say(m.words.Say("guest.adopted"))
		return []message.Effect{message.Save{}}, true
	case idHome:
		if m.guest == fromLink {
			return []message.Effect{message.Leave{}}, true
		}
		m.leave()
		return []message.Effect{message.Save{}}, true
	}
	return nil, false
}

// share makes a link of the session.
func (m *Model) share() []message.Effect {
	packed, err := keep.Pack(m.kept())
	if err != nil {
		m.speech.Urge(m.refusedFile("link", err))
		return nil
	}
	return []message.Effect{message.ShareLink{Packed: packed}}
}

// leave goes back from somebody else's session to the reader's own.
func (m *Model) leave() {
	m.guest = ownSession
	m.begin()
	if m.own != nil {
		m.resume(m.own)
	}
}
