package app

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/message"
)

// Sounds are off until they are asked for, and everything they say is shown and
// told in words too. The patterns of the alarms are the device's [fact: one tone
// of about a second; two tones, about three seconds]; the pitches are ours.

// classKey is an alarm class as the end of a key.
func classKey(c pump.AlarmClass) string {
	if c == pump.Critical {
		return "critical"
	}
	return "noncritical"
}

// alarmTones is the pattern of an alarm class.
func alarmTones(c pump.AlarmClass) []message.Tone {
	if c == pump.Critical {
		return []message.Tone{
			{Hertz: 880, From: 0, Last: 700}, {Hertz: 620, From: 750, Last: 700},
			{Hertz: 880, From: 1500, Last: 700}, {Hertz: 620, From: 2250, Last: 700},
		}
	}
	return []message.Tone{{Hertz: 740, From: 0, Last: 1000}}
}

// Soft confirmations of the remote: a dose was started; it was not.
var (
	yesTones = []message.Tone{{Hertz: 523, From: 0, Last: 130}, {Hertz: 659, From: 140, Last: 220}}
	noTones  = []message.Tone{{Hertz: 330, From: 0, Last: 260}}
)

// sound plays tones where sound is on.
func (m *Model) sound(tones []message.Tone) []message.Effect {
	if !m.wishes.sound {
		return nil
	}
	return []message.Effect{message.Sound{Tones: tones}}
}

// soundOf is what is heard of an event.
func (m *Model) soundOf(e pump.Event) []message.Effect {
	switch e.Kind {
	case pump.PatientBolusStarted:
		return m.sound(yesTones)
	case pump.PatientBolusDenied, pump.ConnectionFailed:
		return m.sound(noTones)
	case pump.AlarmRaised:
		return m.sound(alarmTones(e.Alarm.Class()))
	}
	return nil
}

// fastestHeard is the fastest speed at which an alarm that goes on sounds again
// and again: faster, the tones would run into each other.
const fastestHeard = minuteASecond

// soundAgain plays the alarms' tones that fell due after one instant and up to
// another.
func (m *Model) soundAgain(from, to units.Instant) []message.Effect {
	if !m.wishes.sound || m.clock.speed > fastestHeard {
		return nil
	}
	s := m.lanes[0].session.Status()
	tone, ok := s.NextTone(from+1, pump.CriticalEvery)
	if !ok || tone.At > to || tone.At == s.AlarmSince[tone.Alarm] { // its first was played as it was raised
		return nil
	}
	return m.sound(alarmTones(tone.Alarm.Class()))
}
