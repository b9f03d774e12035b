package app

import (
	"strconv"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/form"
)

func number(n int) string { return strconv.Itoa(n) }

// countdown is a length of time as a person reads it on a timer: hours and
// minutes, begun minutes counting whole; in the last minute, seconds.
func countdown(w form.Words, left units.Span) string {
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
	return begun(m.start().Add(units.Span(m.at()))).Long()
}

// begun is a civil time to the minute that has begun.
func begun(c scenario.Civil) scenario.Civil { return c.Add(-(c.TimeOfDay() % units.Minute)) }

// clockTime is the time of day of an instant; on another day than now, with
// that day before it. A begun minute counts whole, so that what is promised for
// then is never early.
func (m *Model) clockTime(t units.Instant) string {
	then := m.start().Add((units.Span(t) + units.Minute - 1) / units.Minute * units.Minute)
	now := m.start().Add(units.Span(m.at()))
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
	case pump.BolusStarted:
		switch e.Event.Bolus {
		case pump.ClinicianDose:
			return w.Say("say.clinician", "time", m.clockTime(e.Event.Ends)), false
		case pump.PrimingBolus:
			return w.Say("say.prime", "time", m.clockTime(e.Event.Ends)), false
		case pump.BridgeBolus:
			return w.Say("say.bridge", "time", m.clockTime(e.Event.Ends)), false
		}
	case pump.BolusCompleted:
		if e.Event.Bolus == pump.PatientBolus {
			return w.Say("say.completed"), false
		}
	case pump.BolusInterrupted:
		return w.Say("say.interrupted"), false
	case pump.PatientBolusDenied:
		return m.refused(e), false
	case pump.AlarmRaised:
		return w.Say("alarm." + e.Event.Alarm.String()), true
	case pump.AlarmCleared:
		return w.Say("say.cleared"), false
	}
	return m.inWordsOfTheWorld(e), false
}

// inWordsOfTheWorld says what is done to the pump, and what befalls it.
func (m *Model) inWordsOfTheWorld(e session.Entry) string {
	w := m.words
	switch e.Event.Kind {
	case pump.ConnectionFailed:
		return w.Say("remote.unreached.text")
	case pump.AnswerLost:
		return w.Say("remote.lost.text")
	case pump.Queried:
		return w.Say("remote.alerts.queried")
	case pump.StallBegan:
		if e.Cause == (pump.EnterMRI{}).Name() {
			return w.Say("say.scan")
		}
		return w.Say("say.stall")
	case pump.StallEnded:
		return w.Say("say.turns")
	case pump.StallRecovered:
		return w.Say("say.recovered")
	case pump.RanDry:
		return w.Say("say.dry")
	case pump.PumpStopped, pump.UpdateBegun:
		return w.Say("say.stopped")
	case pump.PumpRestarted:
		return w.Say("say.restarted")
	case pump.UpdateAbandoned:
		return w.Say("say.abandoned")
	case pump.Programmed:
		if e.Cause != "start" {
			return w.Say("say.programmed")
		}
	case pump.ProgramRefused:
		return w.Say("say.program_refused")
	case pump.Interrogated:
		return w.Say("say.interrogated")
	case pump.Aspirated:
		return w.Say("say.aspirated", "volume", millilitres(e.Event.Volume), "expected", millilitres(e.Event.Expected))
	case pump.Injected:
		if e.Event.Site == pump.ReservoirPort {
			return w.Say("say.injected", "volume", millilitres(e.Event.Volume))
		}
	case pump.ReservoirSet:
		return w.Say("say.set", "volume", millilitres(e.Event.Volume))
	}
	return ""
}

// refused says that a dose was refused, why, and when the patient can ask
// again.
func (m *Model) refused(e session.Entry) string {
	state := m.lanes[0].session.StateAt(e.At)
	ready := state.Status().Readiness
	per := 0
	if p := state.Prescription().PatientBolus; p != nil {
		per = p.PerDay
	}
	return m.words.Say("remote.denied."+e.Event.Denial.String()+".title") + ". " +
		m.refusalText(e.Event.Denial, ready, "time", m.clockTime(ready.From), "count", number(per))
}
