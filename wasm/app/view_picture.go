package app

import (
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/picture"
)

// picture shows the body, the spine from near and the pump cut open, as they are
// at the instant on the screen.
func (d *draft) picture(at panel.Rect) panel.Node {
	look := d.pictureLook()
	if look.Labels {
		at.H = max(at.H, d.m.painter.Height(at.W, look))
	}
	if d.measuring {
		return panel.Node{ID: "picture", Bounds: at}
	}
	return d.m.painter.Draw(at, d.m.moment(d.now), look)
}

func (d *draft) pictureLook() picture.Look {
	pointed := d.m.pointed
	if p := d.m.guide.pointsAt(); pointed == "" && p != "" {
		pointed = p
	}
	return picture.Look{Style: d.Style, Words: d.words, Measure: d.Measure, Labels: d.m.wishes.labels, Pointed: partOf(pointed)}
}

// partOf is the part of the picture that a name stands for, if it is one.
func partOf(name string) string {
	for _, p := range picture.Parts {
		if p == name {
			return p
		}
	}
	return ""
}

// millilitresOf is a volume as a plain number, for the eye alone.
func millilitresOf[V ~int64](v V) float64 { return float64(v) / 1e6 }

// moment is the status in the terms of the picture.
func (m *Model) moment(s pump.Status) picture.Moment {
	path, inside, strongest := m.path()
	drug := m.prescribed().Drug
	out := picture.Moment{
		Capacity: millilitresOf(m.capacity()), True: millilitresOf(s.TrueReservoir), Believed: millilitresOf(s.ComputedReservoir),
		ShowBelief: m.believes(),
		Rotor:      millilitresOf(s.Rotor), Flow: millilitresOf(s.Flow), Phase: m.phase, Bolus: s.Bolus != nil,
		Path: path, Inside: inside, Alarm: graver(s.Alarms),
		InMRI: s.InMRI, Stalled: s.Stuck, Stopped: s.Mode == therapy.Stopped, Updating: s.Updating,
	}
	if strongest > 0 {
		out.Tip = float64(s.TipConcentration[drug]) / float64(strongest)
	}
	switch s.Battery {
	case pump.BatteryERI:
		out.Battery = picture.ReplaceSoon
	case pump.BatteryEnded:
		out.Battery = picture.BatteryEnded
	}
	return out
}

// believes tells whether what the pump counts is shown beside what is true.
func (m *Model) believes() bool { return m.free.belief || m.guide.believes() }

// path is what the drug path holds, how much of it lies within the pump, and the
// strongest concentration there is to compare with.
func (m *Model) path() (path []picture.Stretch, inside float64, strongest units.Concentration) {
	state := m.state()
	drug := state.Prescription().Drug
	held := state.PathContents()
	whole := units.Volume(0)
	strongest = state.Prescription().Concentration
	for _, s := range held {
		whole += s.Volume
		strongest = max(strongest, s.Holds[drug])
	}
	if whole == 0 || strongest == 0 {
		return nil, 0, strongest
	}
	for _, s := range held {
		path = append(path, picture.Stretch{Part: float64(s.Volume) / float64(whole), Strength: float64(s.Holds[drug]) / float64(strongest)})
	}
	return path, float64(m.lanes[0].file.Setup.Catheter.Tubing) / float64(whole), strongest
}

// state is the exact state at the instant on the screen.
func (m *Model) state() pump.State {
	if m.back {
		return m.lanes[0].session.StateAt(m.backAt)
	}
	return m.lanes[0].session.State()
}

// graver is the class of the gravest alarm that is on.
func graver(alarms []pump.Alarm) picture.Alarm {
	class := picture.Silent
	for _, a := range alarms {
		if a.Class() == pump.Critical {
			return picture.Critical
		}
		class = picture.NonCritical
	}
	return class
}

// explain says what a part of the picture is, and points at it; asked about once
// more, it is let go.
func (m *Model) explain(id string) {
	part, ok := strings.CutPrefix(id, "part.")
	if !ok || partOf(part) == "" {
		return
	}
	if m.pointed == part {
		m.pointed = ""
		return
	}
	m.pointed = part
	m.speech.Say(m.words.Say("part." + part + ".about"))
}
