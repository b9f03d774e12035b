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

// millilitres is a volume to a tenth of a millilitre, rounded down as the pump
// reports it.
func millilitres(v units.Volume) string {
	tenths := int64(v) / 100_000
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

// refusal says why a dose was refused and when the patient can ask again.
func (m *Model) refusal(e pump.Event) string {
	key := "remote.denied." + e.Denial.String()
	per := 0
	if p := m.session.Prescription().PatientBolus; p != nil {
		per = p.PerDay
	}
	if e.HasRetry {
		return m.words.Say(key+".title") + ". " +
			m.words.Say(key+".text", "time", m.clockTime(e.RetryAt), "count", number(per))
	}
	return m.words.Say(key+".title") + ". " + m.words.Say(key+".notime", "count", number(per))
}
