package practice_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// prescribing is the act that programs a prescription as it is changed.
func prescribing(edit func(*therapy.Prescription)) practice.Act {
	p := therapy.Prescription{Concentration: 10_000, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000}}
	edit(&p)
	return practice.Act{Verb: "program", Command: pump.Program{Change: pump.Change{Prescription: p}}}
}

// flexing is the act that programs these day patterns, for these weekdays.
func flexing(week [7]int, patterns ...therapy.Pattern) practice.Act {
	return prescribing(func(p *therapy.Prescription) {
		p.Infusion = therapy.Infusion{Mode: therapy.Flex, Week: week, Patterns: patterns}
	})
}

// TestAnActThatThereIsNotIsRefused: what no file could say, no attempt can do,
// since its code could not be read again.
func TestAnActThatThereIsNotIsRefused(t *testing.T) {
	day := therapy.Pattern{Name: "day", Steps: []therapy.FlexStep{{Give: 3_000_000}}}
	uneven := therapy.Pattern{Name: "day", Steps: []therapy.FlexStep{{Give: 3_000_000}, {From: 90 * units.Second, Give: 3_000_000}}}
	early := therapy.Pattern{Name: "day", Steps: []therapy.FlexStep{{From: -100 * units.Hour, Give: 3_000_000}}}
	answer := func(n int64, unit string) practice.Act {
		return practice.Act{Verb: practice.Answer, Word: "drawn", Value: practice.Amount{Millionths: n, Unit: unit}}
	}
	acts := []practice.Act{
		{}, {Verb: "dance"}, {Verb: "ask, about: pain"}, {Verb: practice.DrawUp, Word: "ten", Volume: 1},
		{Verb: practice.Decide, Word: "flee"}, {Verb: practice.Decide}, {Verb: practice.Answer, Word: "why", Value: practice.Amount{Unit: "mL"}},

		{Verb: "stop"}, {Verb: "program"}, {Verb: "set_reservoir"},
		{Verb: "stop", Command: pump.Restart{}}, {Verb: practice.Ask, Word: "pain", Command: pump.Stop{}}, {Command: pump.Stop{}},
		{Verb: "aspirate", Command: pump.Aspirate{}}, {Verb: practice.Inject, Volume: 1, Command: pump.Inject{Volume: 1}},
		{Verb: "request_patient_bolus", Command: pump.RequestPatientBolus{Link: 9}}, {Verb: "enter_mri", Command: pump.EnterMRI{}},
		{Verb: "set_reservoir", Command: pump.SetReservoir{Volume: -1}}, {Verb: "program", Command: &pump.Program{}},
		{Verb: "clinician_bolus", Command: pump.ClinicianBolus{Dose: -1, Over: 1}}, {Verb: "clinician_bolus", Command: pump.ClinicianBolus{Dose: 1, Over: -1}},

		answer(0, ""), answer(-1, "mL"), answer(-2_500_000, "mL"), answer(1, "miles"), answer(1_000_000_000_000_000, "mL"), answer(math.MinInt64, "h"), answer(1, "mL}\n  - {do: stop"),

		prescribing(func(p *therapy.Prescription) { p.Drug = therapy.Drugs }),
		prescribing(func(p *therapy.Prescription) { p.Infusion.Mode = 99 }),
		prescribing(func(p *therapy.Prescription) { p.Concentration = 0 }),
		prescribing(func(p *therapy.Prescription) { p.Infusion.Daily = -1 }),
		prescribing(func(p *therapy.Prescription) { p.PatientBolus = &therapy.PatientBolus{PerDay: -1} }),
		flexing([7]int{}), flexing([7]int{1}, day), flexing([7]int{-1}, day), flexing([7]int{}, early), flexing([7]int{}, uneven),
		flexing([7]int{}, therapy.Pattern{Name: "day"}), flexing([7]int{}, therapy.Pattern{Name: "a\x00b", Steps: day.Steps}), flexing([7]int{}, day, day),
	}
	for _, v := range []practice.Verb{practice.Ask, practice.Look, practice.CheckIt, practice.Prepare, practice.FindPort, practice.Take, practice.Insert, practice.Tell, practice.Record} {
		for _, word := range []string{"", "x", "Hands", `"`, "hands, volume: 1 mL"} {
			acts = append(acts, practice.Act{Verb: v, Word: word})
		}
	}
	c, world := parse(t, level), scenarioOf(t, refill)
	a, err := practice.New(c, world, 1)
	require.NoError(t, err)
	_, err = a.Do(practice.Act{Verb: practice.Take, Word: "refill"})
	require.NoError(t, err)
	code, digest := a.Code(), a.Session().Digest()
	for _, act := range acts {
		_, err := a.Do(act)
		var no *practice.Impossible
		require.ErrorAs(t, err, &no, "%+v", act)
		assert.Equal(t, practice.NoSuchThing, no.Why, "%+v", act)
		assert.Equal(t, act, no.Act)
		assert.Equal(t, code, a.Code())
		assert.Equal(t, digest, a.Session().Digest())
	}
}

func TestNothingCannotBeDone(t *testing.T) {
	a := told(t, level, inside+`, {do: draw_up, vial: "null", volume: 1 mL}`)
	for _, n := range []int64{0, -1, math.MinInt64} {
		for _, act := range []practice.Act{
			{Verb: practice.Wait, For: units.Span(n)}, {Verb: practice.Inject, Volume: units.Volume(n)}, {Verb: practice.DrawUp, Word: "null", Volume: units.Volume(n)},
		} {
			_, err := a.Do(act)
			var no *practice.Impossible
			require.ErrorAs(t, err, &no)
			assert.Equal(t, practice.NothingAsked, no.Why, "%+v", act)
		}
	}
	for _, long := range []units.Span{4*units.Day - 3*units.Minute + 1, math.MaxInt64} {
		_, err := a.Do(practice.Act{Verb: practice.Wait, For: long})
		over(t, err)
	}
	_, err := a.Do(practice.Act{Verb: practice.Wait, For: 4*units.Day - 3*units.Minute})
	require.NoError(t, err, "to the very end of the scenario")
	_, err = a.Do(practice.Act{Verb: practice.Withdraw})
	over(t, err)
}

// TestWhatDoesNotCountForAnActIsNotDone: and what was done is nobody's to change
// afterwards.
func TestWhatDoesNotCountForAnActIsNotDone(t *testing.T) {
	a := told(t, level, look)
	_, err := a.Do(practice.Act{Verb: practice.Ask, Word: "pain", Volume: 1, Filter: true, Value: practice.Amount{Millionths: 1, Unit: "mL"}, For: 1})
	require.NoError(t, err)
	assert.Equal(t, practice.Act{Verb: practice.Ask, Word: "pain"}, a.Acts()[1].Act)
	_, err = a.Do(practice.Act{Verb: "stop", Word: "it", Command: &pump.Stop{}})
	require.NoError(t, err)
	assert.Equal(t, practice.Act{Verb: "stop", Command: pump.Stop{}}, a.Acts()[2].Act)
	assert.Zero(t, a.Session().Status().Rate)

	steps := []therapy.FlexStep{{Give: 3_000_000}}
	act := flexing([7]int{}, therapy.Pattern{Name: "day", Steps: steps})
	_, err = a.Do(act)
	require.NoError(t, err)
	steps[0].Give = 4_000_000
	assert.Equal(t, units.Mass(3_000_000), a.Acts()[3].Act.Command.(pump.Program).Change.Prescription.Infusion.Patterns[0].Steps[0].Give)
	replayed(t, a, a.Case(), func(code string) (*practice.Attempt, error) {
		return practice.Replay(a.Case(), scenarioOf(t, refill), code)
	})
}

func TestAnActTakesAMinuteAndWaitingAsLongAsItSays(t *testing.T) {
	a := told(t, level, "{do: ask, about: pain}, {do: wait, for: 90 s}, {do: stop}")
	var at []units.Instant
	for _, d := range a.Acts() {
		at = append(at, d.At)
	}
	minute := units.Instant(units.Minute)
	assert.Equal(t, []units.Instant{0, minute, minute * 5 / 2}, at)
	assert.Equal(t, minute*7/2, a.Session().Now())
	assert.Equal(t, "As always.", a.Acts()[0].Outcome.Says)
}
