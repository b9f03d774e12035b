package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/wasm/form"
)

// draft is a screen in the making: the model it shows and the measures it is
// laid out by.
type draft struct {
	form.Sheet
	m   *Model
	now pump.Status // how the pump is at the instant on the screen

	measuring bool // only heights are wanted: the picture is left out
}

func (m *Model) draft() *draft {
	return &draft{Sheet: m.paper.Sheet(m.window), m: m, now: m.sight()}
}

// sight is how the pump is at the instant on the screen.
func (m *Model) sight() pump.Status {
	if m.back {
		return m.lanes[0].session.StatusAt(m.backAt)
	}
	return m.lanes[0].session.Status()
}

// prescribed is the prescription in force at the instant on the screen.
func (m *Model) prescribed() therapy.Prescription {
	if m.back {
		state := m.lanes[0].session.StateAt(m.backAt)
		return state.Prescription()
	}
	return m.lanes[0].session.Prescription()
}

// start is the civil time of the session's first instant.
func (m *Model) start() scenario.Civil { return m.lanes[0].file.Start }

func (d *draft) words(key string, values ...string) string { return d.m.words.Say(key, values...) }
