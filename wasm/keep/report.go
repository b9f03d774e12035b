package keep

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// MaxDays is how many days a report has at most: as many as somebody may want
// on paper [design].
const MaxDays = 92

// Report is a session on paper: its latest days, up to MaxDays, oldest first.
type Report struct {
	Title   string
	Summary string
	From    scenario.Civil // when the session began
	To      scenario.Civil // its present
	Drug    therapy.Drug   // of the prescription in force
	Earlier int            // days that are not reported, being longer ago
	Days    []Day
}

// Day is what happened from midnight to midnight, or in the part of the day
// that belongs to the session.
type Day struct {
	Date      scenario.Civil            // its midnight
	Given     []Dose                    // boluses that began on this day, whatever their kind
	Refused   []Refused                 // requests that the pump answered with no
	Unreached []scenario.Civil          // requests that never reached the pump
	Alarms    []Alarm                   // raised and cleared
	Delivered [therapy.Drugs]units.Mass // what truly left the catheter's tip
	Notes     []Note                    // the diary
}

// Dose is a bolus.
type Dose struct {
	At      scenario.Civil
	Kind    pump.BolusKind
	Dose    units.Mass   // as prescribed; of a patient's bolus alone
	Volume  units.Volume // that it was to give
	Given   units.Volume // that it gave, by the pump's own count
	Running bool         // it has not ended
}

// Refused is a request that the pump answered with no.
type Refused struct {
	At      scenario.Civil
	Why     pump.Denial
	Waiting bool           // Until counts: waiting is enough
	Until   scenario.Civil // when this reason no longer held
}

// Alarm is an alarm that began or ended.
type Alarm struct {
	At     scenario.Civil
	Alarm  pump.Alarm
	Raised bool // else it was cleared
}

// ReportOf makes the report of a session, which is k's.
func ReportOf(k Kept, s *session.Session) Report {
	start := k.Scenario.Start
	r := Report{
		Title: k.Scenario.Title, Summary: k.Scenario.Summary, Drug: s.Prescription().Drug,
		From: start, To: start.Add(units.Span(s.Now())),
	}
	c := calendar{start: start}
	last := c.day(s.Now())
	if last > 0 && c.midnight(last) == s.Now() {
		last-- // a day that has only begun is none
	}
	c.first = max(0, last+1-MaxDays)
	r.Earlier = c.first
	before := s.StatusAt(c.midnight(c.first)).DeliveredMass
	for n := c.first; n <= last; n++ {
		day := Day{Date: start.Add(units.Span(c.midnight(n)))}
		after := s.StatusAt(c.midnight(n + 1)).DeliveredMass
		for d := range after {
			day.Delivered[d] = after[d] - before[d]
		}
		before = after
		c.days = append(c.days, day)
	}
	for _, e := range s.Log() {
		c.enter(e)
	}
	if b := s.Status().Bolus; b != nil && c.open != nil {
		c.open.Given = b.Given
	}
	for _, n := range k.Notes {
		if day := c.on(n.At); day != nil {
			day.Notes = append(day.Notes, n)
		}
	}
	r.Days = c.days
	return r
}
