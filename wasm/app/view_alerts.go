package app

import (
	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/wasm/panel"
)

// alerts shows the alarms that are on and what to do, and lets both sounds be
// heard and seen.
func (d *draft) alerts(at panel.Rect) []panel.Node {
	var blocks []block
	if len(d.now.Alarms) == 0 {
		blocks = append(blocks, d.say("alerts.none", d.words("remote.alerts.none"), d.strong()))
	}
	for _, a := range d.now.Alarms {
		blocks = append(blocks, d.say("alerts."+a.String(), d.words("alarm."+a.String()), d.strong()),
			d.say("alerts.sound."+a.String(), d.words("remote.alerts.sounds."+classKey(a.Class())), d.plain()))
	}
	blocks = append(blocks,
		off(d.m.back, d.words("back.only"), d.press(idQueryAt, d.words("remote.alerts.query"))),
		d.say("alerts.try", d.words("remote.alerts.try"), d.plain()),
		d.gathered("alerts.hear", 11*d.em,
			d.press(idHearOne, d.words("remote.alerts.hear.one")),
			d.press(idHearTwo, d.words("remote.alerts.hear.two"))),
		d.check(idHear, d.words("remote.settings.sound"), d.m.wishes.sound))
	return stack(at, d.st.Space[3], blocks...)
}

// settings is how the reader wants to have the simulator.
func (d *draft) settings(at panel.Rect) []panel.Node {
	return stack(at, d.st.Space[3],
		d.check(idLarge, d.words("remote.settings.large"), d.m.wishes.large),
		d.check(idSound, d.words("remote.settings.sound"), d.m.wishes.sound),
		d.check(idLabels, d.words("remote.settings.labels"), d.m.wishes.labels),
		d.say("settings.own", d.words("remote.settings.own"), d.soft()))
}

// hear lets an alarm class be heard, where sound is on, and says in words how it
// sounds.
func (m *Model) hear(c pump.AlarmClass) []Effect {
	m.speech.say(m.words.Say("remote.alerts.told." + classKey(c)))
	m.guide.tell(func(p *drive.Player) { p.SoundHeard(c) })
	return append(m.sound(alarmTones(c)), m.followGuide()...)
}
