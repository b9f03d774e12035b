package chart

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// mark is something that happened at an instant.
type mark struct {
	at     units.Instant
	given  bool   // of a request: the pump gave the dose
	word   string // of an event: the key of its word
	number int    // of an event: its number in the chart
}

// requests are what became of the patient's requests. One that did not reach the
// pump was not given; one whose answer was lost was.
func (t *track) requests(from, to units.Instant) []mark {
	var all []mark
	for _, e := range t.log {
		if e.At < from || e.At > to {
			continue
		}
		switch e.Event.Kind {
		case pump.PatientBolusStarted:
			all = append(all, mark{at: e.At, given: true})
		case pump.PatientBolusDenied, pump.ConnectionFailed:
			all = append(all, mark{at: e.At})
		}
	}
	return all
}

// takesRequests tells whether a scenario has anything to do with extra doses.
func (t *track) takesRequests() bool {
	return t.Setup.Prescription.PatientBolus != nil || len(t.requests(0, units.Instant(t.Until))) > 0
}

// mostEvents is how many events the numbers of one chart can tell apart.
const mostEvents = 12

// oneVisit is how long after an event another with the same word belongs to it.
// [design]
const oneVisit = 2 * units.Hour

// happenings are the events of a scenario.
func (t *track) happenings(from, to units.Instant) []mark {
	var all []mark
	last := map[string]units.Instant{}
	for _, e := range t.log {
		word := eventWord(e)
		if word == "" || e.At < from || e.At > to {
			continue
		}
		before, seen := last[word]
		if last[word] = e.At; seen && units.Span(e.At-before) < oneVisit {
			continue
		}
		all = append(all, mark{at: e.At, word: word})
	}
	return all
}

// eventWord is the key of the word for a line of the log, or "" for what is no
// event of a chart: what belongs to another, and what other series show.
func eventWord(e session.Entry) string {
	switch kind := e.Event.Kind; kind {
	case pump.AlarmRaised:
		return "alarm_" + e.Event.Alarm.String()
	case pump.Injected:
		return "injected_" + e.Event.Site.String()
	case pump.BolusStarted:
		if e.Event.Bolus != pump.PeriodicDose {
			return "bolus_" + e.Event.Bolus.String()
		}
	case pump.Programmed:
		if e.Seq > 1 { // the first opens the session
			return kind.String()
		}
	case pump.ProgramRefused, pump.PumpStopped, pump.PumpRestarted, pump.OverfillRefused,
		pump.RanDry, pump.StallBegan, pump.StallEnded, pump.AnswerLost:
		return kind.String()
	}
	return ""
}
