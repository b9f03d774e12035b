package practice_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// everything is a case with every key in it.
const everything = `title: Every key
summary: A case with every key in it.
minutes: 15
order: 10
scenario: a-refill
draw:
  - {flow_error: -2 %, reservoir: 4.5 mL}
  - {flow_error: +3 %}
patient:
  is: a patient, 68
  says: {pain: As always.}
  shows: {breathing: Calm.}
task: Refill the pump.
prescribed:
  prescription: {drug: morphine, concentration: 10 mg/mL, infusion: {continuous: 3 mg/day}}
  fill: 18 mL
tray:
  - {vial: "null", label: Ten, drug: morphine, concentration: 10 mg/mL, holds: 20 mL}
needle: {palpation: beside, template: reservoir}
choices:
  - {choice: fill, say: I fill it.}
questions:
  - {question: drawn, ask: How much, answer: 0.3 mg, within: 5 mcg, because: So.}
wants:
  - {want: Read, weight: critical, when: {did: {do: interrogate}, before: {do: insert}}, because: So.}
  - {want: Asked, weight: minor, when: {any: [{did: {do: ask, about: pain}}, {not: {ends: running}}]}, because: So.}
  - {want: Waited, weight: major, when: {did: {do: wait, for: 30 min}, after: {do: withdraw}, times: 2}, because: So.}
  - {want: Bridged, weight: major, when: {did: {do: program, bridge: true}}, because: So.}
mistakes:
  - mistake: Astray
    weight: critical
    when: {log: injected, site: pocket}
    because: So.
    shown:
      - {leave_out: draw_back}
      - {instead_of: take, do: [{do: insert, port: beside}]}
      - {after: insert, do: [{do: inject, volume: 1 mL}]}
right:
  - {do: draw_up, vial: "null", volume: 18 mL, filter: true}
  - {do: decide, choice: fill}
  - {do: answer, question: drawn, value: 300 mcg}
  - {do: set_reservoir, volume: 18 mL}
  - {do: wait, for: 30 min}
debrief: It is so.
page: refill
`

// spare is a case that has nothing it does not need.
const spare = `title: Little
summary: Nothing that need not be there.
minutes: 1
order: 0
scenario: a-refill
patient: {is: a patient}
task: Nothing much.
wants:
  - {want: Read, weight: minor, when: {did: {do: interrogate}}, because: So.}
right: [{do: interrogate}]
debrief: It is so.
`

const mL units.Volume = 1_000_000

func parse(t testing.TB, src string) *practice.Case {
	t.Helper()
	c, err := practice.Parse("cases/a-case.yaml", []byte(src))
	require.NoError(t, err)
	return c
}

func TestEveryKeyIsRead(t *testing.T) {
	less, more, real := -20, 30, 4*mL+mL/2
	do := func(v practice.Verb, word string) practice.Act { return practice.Act{Verb: v, Word: word} }
	insert, withdraw := do(practice.Insert, ""), do(practice.Withdraw, "")
	wait := practice.Act{Verb: practice.Wait, For: 30 * units.Minute}
	read := practice.Act{Verb: "interrogate", Command: pump.Interrogate{}}
	bridged := practice.Act{Verb: "program", Command: pump.Program{Change: pump.Change{Bridge: true}}}
	pocket := pump.Pocket
	c := parse(t, everything)
	assert.Equal(t, &practice.Case{
		Name: "a-case", Title: "Every key", Summary: "A case with every key in it.", Minutes: 15, Order: 10, Scenario: "a-refill",
		Draw:    []practice.Truth{{FlowErrorPerMille: &less, Reservoir: &real}, {FlowErrorPerMille: &more}},
		Patient: practice.Patient{Is: "a patient, 68", Says: map[string]string{"pain": "As always."}, Shows: map[string]string{"breathing": "Calm."}},
		Task:    "Refill the pump.",
		Prescribed: &practice.Prescribed{Fill: 18 * mL, Prescription: therapy.Prescription{
			Concentration: c.Tray[0].Concentration, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000}}},
		Tray:      []practice.Vial{{Name: "null", Label: "Ten", Concentration: c.Prescribed.Prescription.Concentration, Holds: 20 * mL}},
		Needle:    map[string]string{"palpation": "beside", "template": "reservoir"},
		Choices:   []practice.Choice{{Name: "fill", Say: "I fill it."}},
		Questions: []practice.Question{{Name: "drawn", Ask: "How much", Answer: practice.Amount{Millionths: 300_000, Unit: "mg"}, Within: practice.Amount{Millionths: 5_000_000, Unit: "mcg"}, Because: "So."}},
		Wants: []practice.Want{
			{Say: "Read", Weight: practice.Critical, When: practice.Condition{Kind: practice.Did, Act: read, Before: &insert, Times: 1}, Because: "So."},
			{Say: "Asked", Weight: practice.Minor, Because: "So.", When: practice.Condition{Kind: practice.Any, Of: []practice.Condition{
				{Kind: practice.Did, Act: do(practice.Ask, "pain"), Times: 1},
				{Kind: practice.Not, Of: []practice.Condition{{Kind: practice.Ends, Ends: practice.Running}}}}}},
			{Say: "Waited", Weight: practice.Major, When: practice.Condition{Kind: practice.Did, Act: wait, After: &withdraw, Times: 2}, Because: "So."},
			{Say: "Bridged", Weight: practice.Major, When: practice.Condition{Kind: practice.Did, Act: bridged, Times: 1}, Because: "So."},
		},
		Mistakes: []practice.Mistake{{Say: "Astray", Weight: practice.Critical, Because: "So.",
			When: practice.Condition{Kind: practice.Logged, Event: pump.Injected, Site: &pocket},
			Shown: []practice.Edit{
				{Kind: practice.LeaveOut, Verb: practice.DrawBack},
				{Kind: practice.InsteadOf, Verb: practice.Take, Acts: []practice.Act{do(practice.Insert, "beside")}},
				{Kind: practice.After, Verb: practice.Insert, Acts: []practice.Act{{Verb: practice.Inject, Volume: mL}}},
			}}},
		Right: []practice.Act{
			{Verb: practice.DrawUp, Word: "null", Volume: 18 * mL, Filter: true},
			do(practice.Decide, "fill"),
			{Verb: practice.Answer, Word: "drawn", Value: practice.Amount{Millionths: 300_000_000, Unit: "mcg"}},
			{Verb: "set_reservoir", Command: pump.SetReservoir{Volume: 18 * mL}},
			wait,
		},
		Debrief: "It is so.", Page: "refill",
	}, c)
}

func TestWhatACaseLeavesOutIsNotThere(t *testing.T) {
	c := parse(t, spare)
	assert.Nil(t, c.Prescribed)
	assert.Empty(t, c.Draw)
	assert.Empty(t, c.Tray)
	assert.Empty(t, c.Needle)
	assert.Empty(t, c.Mistakes)
	assert.Empty(t, c.Page)
}
