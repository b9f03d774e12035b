package keep_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
)

func reported(t require.TestingT, k keep.Kept) keep.Report {
	s, err := k.Replay()
	require.NoError(t, err)
	return keep.ReportOf(k, s)
}

// days writes a report in lines.
func days(r keep.Report) string {
	var b strings.Builder
	for _, d := range r.Days {
		fmt.Fprintf(&b, "%s: %s from the tip\n", d.Date.LongDate(), d.Delivered[therapy.Morphine])
		for _, g := range d.Given {
			fmt.Fprintf(&b, "  %s %s bolus of %s, %s of %s given, running %t\n", g.At.Clock(), g.Kind, g.Dose, g.Given, g.Volume, g.Running)
		}
		for _, n := range d.Refused {
			fmt.Fprintf(&b, "  %s refused: %s", n.At.Clock(), n.Why)
			if n.Waiting {
				fmt.Fprintf(&b, " until %s", n.Until.Long())
			}
			b.WriteByte('\n')
		}
		for _, u := range d.Unreached {
			fmt.Fprintf(&b, "  %s unreached\n", u.Clock())
		}
		for _, a := range d.Alarms {
			fmt.Fprintf(&b, "  %s alarm %s, raised %t\n", a.At.Clock(), a.Alarm, a.Raised)
		}
		for _, n := range d.Notes {
			fmt.Fprintf(&b, "  note %d to %d: %s\n", n.Before, n.After, n.Words)
		}
	}
	return b.String()
}

func TestAReportTellsTheDaysOfASession(t *testing.T) {
	k := kept(t, strings.Replace(firstHours, "+12 %", "0 %", 1))
	hour := units.Instant(units.Hour)
	k.Scenario.Steps = append(k.Scenario.Steps, []scenario.Step{
		{At: 2 * hour, Command: pump.RequestPatientBolus{}},
		{At: 3 * hour, Command: pump.RequestPatientBolus{}},
		{At: 4 * hour, Command: pump.RequestPatientBolus{Link: pump.NoConnection}},
		{At: 16*hour - 60_000, Command: pump.RequestPatientBolus{}},
		{At: 30 * hour, Command: pump.BeginStall{}},
		{At: 31 * hour, Command: pump.RequestPatientBolus{}},
		{At: 32 * hour, Command: pump.EndStall{}},
		{At: 40*hour - 120_000, Command: pump.ClinicianBolus{Dose: 200_000, Over: 5 * units.Minute}},
	}...)
	k.Scenario.Until = 40 * units.Hour
	k.Notes = []keep.Note{{At: 2 * hour, Before: 7, After: 4, Words: "stairs"}, {At: 16 * hour, Before: 3, After: keep.Untold}}
	assert.Equal(t, strings.TrimPrefix(`
Mon 2 Mar 2026: 2.33 mg from the tip
  10:00 patient bolus of 0.3 mg, 0.03 mL of 0.03 mL given, running false
  23:59 patient bolus of 0.3 mg, 0.03 mL of 0.03 mL given, running false
  11:00 refused: lockout until Mon 2 Mar 2026, 13:00
  12:00 unreached
  note 7 to 4: stairs
Tue 3 Mar 2026: 3.1 mg from the tip
  23:58 clinician bolus of 0 mg, 0.008 mL of 0.02 mL given, running true
  15:00 refused: pump_unavailable
  14:20 alarm motor_stall, raised true
  16:20 alarm motor_stall, raised false
  note 3 to -1: `+`
`, "\n"), days(reported(t, k)))
}

// What each day gives comes to what the whole session gave, whatever happens.
func TestTheDaysOfAReportComeToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t)
		s, err := k.Replay()
		require.NoError(t, err)
		r := keep.ReportOf(k, s)
		require.Zero(t, r.Earlier)
		require.Equal(t, k.Scenario.Start, r.From)
		var sum [therapy.Drugs]units.Mass
		given, refused, notes := 0, 0, 0
		for i, d := range r.Days {
			require.Zero(t, d.Date.TimeOfDay())
			require.Equal(t, r.Days[0].Date.Add(units.Span(i)*units.Day), d.Date)
			for drug := range sum {
				sum[drug] += d.Delivered[drug]
			}
			given, refused, notes = given+len(d.Given), refused+len(d.Refused), notes+len(d.Notes)
		}
		require.Equal(t, s.Status().DeliveredMass, sum)
		require.Equal(t, len(k.Notes), notes)
		for _, e := range s.Log() {
			switch e.Event.Kind {
			case pump.PatientBolusStarted, pump.BolusStarted:
				given--
			case pump.PatientBolusDenied:
				refused--
			}
		}
		require.Zero(t, given)
		require.Zero(t, refused)
	})
}

func TestALongSessionIsReportedFromItsEnd(t *testing.T) {
	r := reported(t, tenYears(t, "12 h"))
	require.Len(t, r.Days, keep.MaxDays)
	assert.Equal(t, 3651-keep.MaxDays, r.Earlier)
	assert.Equal(t, r.To.Add(-r.To.TimeOfDay()), r.Days[keep.MaxDays-1].Date)
}

func TestADayThatHasOnlyBegunIsNone(t *testing.T) {
	k := kept(t, twoPatterns)
	k.Scenario.Until = 2 * units.Day
	assert.Len(t, reported(t, k).Days, 2)
	k.Scenario.Until++
	assert.Len(t, reported(t, k).Days, 3)
	k.Scenario.Until = 0
	assert.Len(t, reported(t, k).Days, 1)
}
