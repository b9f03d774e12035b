package app

import (
	"strconv"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

func number(n int) string { return strconv.Itoa(n) }

// countdown is a length of time as a person reads it on a timer: hours and
// minutes, begun minutes counting whole; in the last minute, seconds.
func (w Words) countdown(left units.Span) string {
	if left <= units.Minute {
		return w.Say("time.seconds", "s", number(int((left+units.Second-1)/units.Second)))
	}
	minutes := int((left + units.Minute - 1) / units.Minute)
	if minutes < 60 {
		return w.Say("time.minutes", "min", number(minutes))
	}
	return w.Say("time.hours", "h", number(minutes/60), "min", number(minutes%60))
}

// date is the date and time now, to the minute that has begun.
func (m *Model) date() string {
	return m.scenario.Start.Add(units.Span(m.now()) / units.Minute * units.Minute).Long()
}

// clockTime is the time of day of an instant; on another day than now, with
// that day before it. A begun minute counts whole, so that what is promised for
// then is never early.
func (m *Model) clockTime(t units.Instant) string {
	then := m.scenario.Start.Add((units.Span(t) + units.Minute - 1) / units.Minute * units.Minute)
	now := m.scenario.Start.Add(units.Span(m.now()))
	if then.LongDate() == now.LongDate() {
		return then.Clock()
	}
	return then.Long()
}

// millilitres is a volume to the nearest tenth of a millilitre; but what is not
// quite nothing is not called nothing.
func millilitres(v units.Volume) string {
	tenths := (int64(v) + 50_000) / 100_000
	if tenths == 0 && v > 0 {
		tenths = 1
	}
	return strconv.FormatInt(tenths/10, 10) + "." + strconv.FormatInt(tenths%10, 10)
}

// inWords says what an entry of the log means to the patient; urgent for an
// alarm. What the patient would not notice has no words.
func (m *Model) inWords(e session.Entry) (text string, urgent bool) {
	w := m.words
	switch e.Event.Kind {
	case pump.PatientBolusStarted:
		return w.Say("say.started", "dose", e.Event.Dose.String(), "time", m.clockTime(e.Event.Ends)), false
	case pump.BolusCompleted:
		if e.Event.Bolus == pump.PatientBolus {
			return w.Say("say.completed"), false
		}
	case pump.BolusInterrupted:
		return w.Say("say.interrupted"), false
	case pump.PatientBolusDenied:
		return m.refusal(e.Event), false
	case pump.AlarmRaised:
		return w.Say("alarm." + e.Event.Alarm.String()), true
	case pump.AlarmCleared:
		return w.Say("say.cleared"), false
	}
	return "", false
}

// refusal says that a dose was refused, why, and when the patient can ask again.
func (m *Model) refusal(e pump.Event) string {
	s := m.session.Status()
	per := 0
	if p := m.session.Prescription().PatientBolus; p != nil {
		per = p.PerDay
	}
	return m.words.Say("remote.denied."+e.Denial.String()+".title") + ". " +
		m.refusalText(s, "time", m.clockTime(s.Readiness.From), "count", number(per))
}
