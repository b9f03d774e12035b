package scenario

import (
	"fmt"
	"io"
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Text is the output of a run for people: columns, civil times, mg and mL.
//
//	Mon 2 Mar 2026, 08:00          pump    request_patient_bolus  patient bolus started  0.3 mg ...
//	Mon 2 Mar 2026, 08:30          state   continuous, 0.3 mL/day
//	                                       reservoir        17.36 mL by the pump's count ...
//
// The amounts are those of the log, exactly; nothing is rounded for show.
type Text struct {
	to    io.Writer
	start Civil
}

// NewText gives an output for a session that starts at a civil time.
func NewText(to io.Writer, start Civil) *Text { return &Text{to, start} }

// The widths of the columns: the longest that each can hold, and two spaces.
const (
	whenWidth  = len("Mon 22 Mar 2026, 10:59:59.999") + 2
	logWidth   = len("remote") + 2
	causeWidth = len("request_patient_bolus") + 2
	eventWidth = len("motor stall recovered") + 2
	labelWidth = len("leaving the tip") + 2
)

// Heading writes what a reader has to know before the log: what the session is
// about, that it is no advice, and the names of the columns.
func (t *Text) Heading(sc *Scenario) error {
	_, err := fmt.Fprintf(t.to, "%s\n%s\nTraining simulation. Not for dosing a real patient.\n\n%-*s%-*s%-*s%-*s%s\n",
		sc.Title, sc.Summary,
		whenWidth, "when", logWidth, "log", causeWidth, "cause", eventWidth, "event", "details")
	return err
}

// Entry writes a line of the log.
func (t *Text) Entry(e session.Entry) error {
	line := fmt.Sprintf("%-*s%-*s%-*s%-*s%s",
		whenWidth, t.when(e.At), logWidth, e.Event.Log(), causeWidth, e.Cause,
		eventWidth, spaced(e.Event.Kind.String()), t.details(e.Event))
	return t.line(line)
}

func (t *Text) line(text string) error {
	_, err := io.WriteString(t.to, strings.TrimRight(text, " ")+"\n")
	return err
}

func (t *Text) when(at units.Instant) string { return t.start.Add(units.Span(at)).Long() }

// spaced writes a word of the log with spaces for people.
func spaced(word string) string { return strings.ReplaceAll(word, "_", " ") }

// details writes an event's own fields.
func (t *Text) details(e pump.Event) string {
	switch e.Kind {
	case pump.Programmed:
		return join(spaced(e.Mode.String())+", "+e.Rate.String(), warnings(e))
	case pump.ProgramRefused:
		return join(spaced(string(e.Refusal))+fault(e), warnings(e))
	case pump.CommandRefused:
		return spaced(string(e.Refusal))
	case pump.PumpStopped, pump.PumpRestarted:
		return e.Rate.String()
	case pump.FlexStepBegan:
		return fmt.Sprintf("%s, step %d of %s", e.Rate, e.Step, e.Pattern)
	case pump.PatientBolusStarted:
		return fmt.Sprintf("%s (%s) until %s, %d left today", e.Dose, e.Volume, t.when(e.Ends), e.LeftToday)
	case pump.PatientBolusDenied:
		if e.HasRetry {
			return spaced(e.Denial.String()) + " until " + t.when(e.RetryAt)
		}
		return spaced(e.Denial.String())
	case pump.BolusStarted:
		return fmt.Sprintf("%s, %s at %s until %s", e.Bolus, e.Volume, e.Rate, t.when(e.Ends))
	case pump.BolusCompleted, pump.BolusInterrupted:
		return fmt.Sprintf("%s, %s given", e.Bolus, e.Volume)
	case pump.AlarmRaised, pump.AlarmCleared:
		return fmt.Sprintf("%s (%s)", spaced(e.Alarm.String()), e.Alarm.Class())
	case pump.Aspirated:
		return fmt.Sprintf("%s drawn, %s expected", e.Volume, e.Expected)
	case pump.Injected:
		return fmt.Sprintf("%s of %s %s into the %s", e.Volume, e.Drug, e.Concentration, spaced(e.Site.String()))
	case pump.CatheterAspirated:
		return e.Volume.String() + " drawn out of the drug path"
	case pump.OverfillRefused:
		return e.Volume.String() + " left in the syringe"
	case pump.ReservoirSet, pump.LowAlarmSet:
		return e.Volume.String()
	}
	return ""
}

func warnings(e pump.Event) string {
	if e.Warnings == 0 {
		return ""
	}
	return "warnings: " + spaced(strings.Join(e.Warnings.Names(), ", "))
}

// fault says which field of a prescription breaks which limit, in the unit
// that the field has in files.
func fault(e pump.Event) string {
	f := e.Fault
	if f == nil {
		return ""
	}
	text := " at " + f.Field
	if f.HasGot {
		text += ": " + inUnitOf(f, f.Got)
	}
	if f.HasMin || f.HasMax {
		text += ", allowed is " + limits(f)
	}
	return text
}

// limits writes the limits of a field.
func limits(f *therapy.Fault) string {
	switch {
	case !f.HasMax:
		return "at least " + inUnitOf(f, f.Min)
	case !f.HasMin:
		return "at most " + inUnitOf(f, f.Max)
	}
	return inUnitOf(f, f.Min) + " to " + inUnitOf(f, f.Max)
}

// join writes what there is of two texts, with a semicolon between.
func join(a, b string) string {
	if b == "" {
		return a
	}
	return a + "; " + b
}
