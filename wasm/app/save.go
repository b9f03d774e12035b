package app

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// A kept session is a scenario file: the scenario it started from, the
// commands given so far as its steps, and the session's present instant as its
// end. Before it stands one line with the kind, the version and a checksum of
// the rest, as a comment, so that the file runs in idd simulate as it is.
const saveHead = "# idd session 1 crc32 %08x\n"

// Save writes the session as it is now.
func (m *Model) Save() []byte {
	kept := *m.scenario
	kept.Until = max(units.Span(m.now()), units.Millisecond)
	kept.Steps = nil
	for _, c := range m.session.Commands() {
		kept.Steps = append(kept.Steps, scenario.Step{At: c.At, Command: c.Command})
	}
	body := scenario.Format(&kept)
	return append(fmt.Appendf(nil, saveHead, crc32.ChecksumIEEE(body)), body...)
}

// errDamaged is what befalls a saved session that was cut short or changed.
var errDamaged = errors.New("it was cut short or changed")

// readSave gives the scenario in a saved session.
func readSave(saved []byte) (*scenario.Scenario, error) {
	head, body, ok := bytes.Cut(saved, []byte("\n"))
	if !ok || string(head)+"\n" != fmt.Sprintf(saveHead, crc32.ChecksumIEEE(body)) {
		return nil, errDamaged
	}
	return scenario.Parse("saved session", body)
}

// resume takes up a saved session where it was left. One that cannot be read
// is put aside, and the model stays at the start of its scenario.
func (m *Model) resume(saved []byte) {
	kept, err := readSave(saved)
	if err == nil {
		err = m.replay(kept)
	}
	if err != nil {
		m.putAside = true
		m.speech.say(m.words.Say("save.damaged"))
		return
	}
	if sameStart(kept, m.file) {
		m.speech.say(m.words.Say("save.resumed"))
	} else {
		m.speech.say(m.words.Say("save.older"))
	}
}

// sameStart tells whether two scenarios start from the same.
func sameStart(a, b *scenario.Scenario) bool {
	start := func(sc scenario.Scenario) []byte {
		sc.Steps, sc.Until = nil, units.Millisecond
		return scenario.Format(&sc)
	}
	return bytes.Equal(start(*a), start(*b))
}

// replay gives the commands of a kept session again, each at its instant, in a
// session of its own that takes the model's place only when all went well.
func (m *Model) replay(kept *scenario.Scenario) error {
	s, err := kept.Session()
	if err != nil {
		return err
	}
	for _, step := range kept.Steps {
		if err := s.AdvanceTo(step.At); err != nil {
			return err
		}
		s.Do(step.Command)
	}
	if err := s.AdvanceTo(units.Instant(kept.Until)); err != nil {
		return err
	}
	m.scenario, m.session, m.seen = kept, s, len(s.Log())
	for _, e := range s.Log() {
		m.remote.notice(e, s.StatusAt(e.At).Readiness)
	}
	return nil
}

// PutAside tells whether the saved session could not be read, so that whoever
// keeps it puts it out of the way of the new one.
func (m *Model) PutAside() bool { return m.putAside }
