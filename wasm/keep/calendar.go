package keep

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// calendar enters what happened under its day. Days are counted from 0, the
// day on which the session began.
type calendar struct {
	start scenario.Civil
	first int   // the day that days begins with
	days  []Day // those that are reported
	open  *Dose // the bolus that runs, if any; there is never more than one
}

// day is the day of an instant.
func (c *calendar) day(at units.Instant) int {
	return int((units.Span(at) + c.start.TimeOfDay()) / units.Day)
}

// midnight is the instant at which a day begins; of the first day it lies
// before the session.
func (c *calendar) midnight(day int) units.Instant {
	return units.Instant(units.Span(day)*units.Day - c.start.TimeOfDay())
}

// on finds the day of an instant, or nil for one that is not reported. The
// midnight at which a session ends belongs to its last day.
func (c *calendar) on(at units.Instant) *Day {
	n := c.day(at) - c.first
	if n < 0 {
		return nil
	}
	return &c.days[min(n, len(c.days)-1)]
}

// enter takes a line of the log in.
func (c *calendar) enter(e session.Entry) {
	day := c.on(e.At)
	if day == nil {
		return
	}
	at := c.civil(e.At)
	switch ev := e.Event; ev.Kind {
	case pump.PatientBolusStarted, pump.BolusStarted:
		kind := ev.Bolus
		if ev.Kind == pump.PatientBolusStarted {
			kind = pump.PatientBolus
		}
		day.Given = append(day.Given, Dose{At: at, Kind: kind, Dose: ev.Dose, Volume: ev.Volume, Running: true})
		c.open = &day.Given[len(day.Given)-1]
	case pump.BolusCompleted, pump.BolusInterrupted:
		if c.open != nil { // else it began before the days that are reported
			c.open.Given, c.open.Running = ev.Volume, false
			c.open = nil
		}
	case pump.PatientBolusDenied:
		no := Refused{At: at, Why: ev.Denial, Waiting: ev.HasRetry}
		if ev.HasRetry {
			no.Until = c.civil(ev.RetryAt)
		}
		day.Refused = append(day.Refused, no)
	case pump.ConnectionFailed:
		day.Unreached = append(day.Unreached, at)
	case pump.AlarmRaised, pump.AlarmCleared:
		day.Alarms = append(day.Alarms, Alarm{At: at, Alarm: ev.Alarm, Raised: ev.Kind == pump.AlarmRaised})
	}
}

func (c *calendar) civil(at units.Instant) scenario.Civil { return c.start.Add(units.Span(at)) }
