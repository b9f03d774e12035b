package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
)

// alerts shows the alarms that are on and what to do, and lets both sounds be
// heard and seen.
func (d *draft) alerts(at panel.Rect) []panel.Node {
	var blocks []form.Block
	if len(d.now.Alarms) == 0 {
		blocks = append(blocks, d.Say("alerts.none", d.words("remote.alerts.none"), d.Strong()))
	}
	for _, a := range d.now.Alarms {
		blocks = append(blocks, d.Say("alerts."+a.String(), d.words("alarm."+a.String()), d.Strong()),
			d.Say("alerts.sound."+a.String(), d.words("remote.alerts.sounds."+classKey(a.Class())), d.Plain()))
	}
	blocks = append(blocks,
		form.Off(d.m.back, d.words("back.only"), d.Press(idQueryAt, d.words("remote.alerts.query"))),
		d.Say("alerts.try", d.words("remote.alerts.try"), d.Plain()),
		d.Gathered("alerts.hear", 11*d.Em,
			d.Press(idHearOne, d.words("remote.alerts.hear.one")),
			d.Press(idHearTwo, d.words("remote.alerts.hear.two"))),
		d.Check(idHear, d.words("remote.settings.sound"), d.m.wishes.sound))
	return form.Stack(at, d.Style.Space[3], blocks...)
}

// settings is how the reader wants to have the simulator.
func (d *draft) settings(at panel.Rect) []panel.Node {
	return form.Stack(at, d.Style.Space[3],
		d.Check(idLarge, d.words("remote.settings.large"), d.m.wishes.large),
		d.Check(idSound, d.words("remote.settings.sound"), d.m.wishes.sound),
		d.Check(idLabels, d.words("remote.settings.labels"), d.m.wishes.labels),
		d.Say("settings.own", d.words("remote.settings.own"), d.Soft()))
}

// hear lets an alarm class be heard, where sound is on, and says in words how it
// sounds.
func (m *Model) hear(c pump.AlarmClass) []message.Effect {
	m.speech.Say(m.words.Say("remote.alerts.told." + classKey(c)))
	m.guide.tell(func(p *drive.Player) { p.SoundHeard(c) })
	return append(m.sound(alarmTones(c)), m.followGuide()...)
}
