package practice_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/scenario"
)

// refill is the scenario that stories are told in.
const refill = `title: A refill
audience: nurse
summary: For tests.
start: 2026-03-09T09:30
pump:
  model: 8637-20
  reservoir: {volume: 4.2 mL}
prescription: {drug: morphine, concentration: 10 mg/mL, infusion: {continuous: 3 mg/day}}
steps:
  - {at: 30 s, do: end_stall}
until: 4 d
`

// told does a row of acts in a case with these wants and mistakes.
func told(t testing.TB, src, acts string) *practice.Attempt { return toldIn(t, refill, src, acts) }

// toldIn does them in a scenario of its own.
func toldIn(t testing.TB, world, src, acts string) *practice.Attempt {
	t.Helper()
	a, err := practice.Play(parse(t, src), scenarioOf(t, world), "story", []byte("case: a-case\nseed: 1\nacts: ["+acts+"]\n"))
	require.NoError(t, err)
	return a
}

func scenarioOf(t testing.TB, world string) *scenario.Scenario {
	t.Helper()
	sc, err := scenario.Parse("a-refill.yaml", []byte(world))
	require.NoError(t, err)
	return sc
}

// met tells whether a condition holds as a want, and as a mistake.
func met(t testing.TB, condition, acts string) (want, mistake bool) {
	t.Helper()
	src := strings.Replace(everything, "{did: {do: interrogate}, before: {do: insert}}", condition, 1)
	score := told(t, strings.Replace(src, "{log: injected, site: pocket}", condition, 1), acts).Score()
	return score.Wants[0].So, score.Mistakes[0].So
}

func TestWhatAConditionNamesHasToBeSo(t *testing.T) {
	const fill = `{do: draw_up, vial: "null", volume: 18 mL, filter: true}`
	const other = "{do: program, prescription: {drug: morphine, concentration: 20 mg/mL, infusion: {continuous: 3 mg/day}}"
	const given = inside + `, {do: draw_up, vial: "null", volume: 1 mL}, {do: inject, volume: 1 mL}`
	for _, c := range []struct {
		condition, acts string
		so              bool
	}{
		{"{did: {do: wait, for: 30 min}}", "{do: wait, for: 1 min}", false},
		{"{did: {do: wait, for: 30 min}}", "{do: wait, for: 30 min}", true},
		{"{did: {do: wait}}", "{do: wait, for: 1 min}", true},
		{"{did: {do: wait}}", look, false},
		{"{did: {do: ask, about: pain}}", "{do: ask, about: falls}", false},
		{"{did: {do: ask, about: pain}}", "{do: ask, about: pain}", true},
		{"{did: {do: ask}}", "{do: ask, about: falls}", true},
		{"{did: {do: draw_up, volume: 18 mL}}", fill, true},
		{"{did: {do: draw_up, volume: 17 mL}}", fill, false},
		{"{did: {do: draw_up, vial: \"null\"}}", fill, true},
		{"{did: {do: draw_up, filter: true}}", fill, true},
		{"{did: {do: draw_up, filter: true}}", strings.Replace(fill, "true", "false", 1), false},
		{"{did: {do: draw_up}}", strings.Replace(fill, "true", "false", 1), true},
		{"{did: {do: inject, volume: 1 mL}}", given, true},
		{"{did: {do: inject, volume: 2 mL}}", given, false},
		{"{did: {do: program, bridge: true}}", other + "}", false},
		{"{did: {do: program, bridge: true}}", other + ", bridge: true}", true},
		{"{did: {do: program}}", other + "}", true},
		{"{did: {do: commit_update, bridge: true}}", "{do: begin_update}, " + strings.Replace(other, "program", "commit_update", 1) + ", bridge: true}", true},
		{"{did: {do: commit_update, bridge: true}}", "{do: begin_update}, " + strings.Replace(other, "program", "commit_update", 1) + "}", false},
		{"{did: {do: answer, value: 0.3 mg}}", "{do: answer, question: drawn, value: 301 mcg}", false},
		{"{did: {do: answer, value: 0.3 mg}}", "{do: answer, question: drawn, value: 300 mcg}", true},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 305 mcg}", true},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 306 mcg}", false},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 295 mcg}", true},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 294 mcg}", false},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 0.3 mL}", false},
		{"{did: {do: restart}}", "{do: restart}", false}, // refused
		{"{did: {do: restart}}", "{do: stop}, {do: restart}", true},

		{"{log: injected}", given, true},
		{"{log: injected}", look, false},
		{"{log: injected, site: reservoir}", given, true},
		{"{log: injected, site: pocket}", given, false},
		{"{log: command_refused}", "{do: restart}", true},

		{"{not: {did: {do: stop}}}", look, true},
		{"{not: {did: {do: stop}}}", "{do: stop}", false},
		{"{all: [{did: {do: stop}}, {did: {do: interrogate}}]}", "{do: stop}", false},
		{"{all: [{did: {do: stop}}, {did: {do: interrogate}}]}", "{do: stop}, " + look, true},
		{"{any: [{did: {do: stop}}, {did: {do: interrogate}}]}", look, true},
		{"{any: [{did: {do: stop}}, {did: {do: interrogate}}]}", "{do: prime}", false},
		{"{all: [{not: {any: [{did: {do: stop}}, {ends: running}]}}]}", "{do: begin_update}", true},
	} {
		want, mistake := met(t, c.condition, c.acts)
		assert.Equal(t, c.so, want, c)
		assert.Equal(t, c.so, mistake, c)
	}
}

// TestWhenAndHowOftenAnActWasDone: letters are acts in their order: i reads the
// pump, s stops it, r restarts it, a asks, w waits and W waits longer. R is a restart that the pump
// refuses, since it runs.
func TestWhenAndHowOftenAnActWasDone(t *testing.T) {
	done := map[rune]string{'i': look, 's': "{do: stop}", 'r': "{do: restart}", 'R': "{do: restart}", 'a': "{do: ask, about: pain}", 'w': "{do: wait, for: 1 min}", 'W': "{do: wait, for: 9 min}"}
	const before, after = "{did: {do: interrogate}, before: {do: restart}}", "{did: {do: interrogate}, after: {do: restart}}"
	const between = "{did: {do: interrogate}, after: {do: stop}, before: {do: ask}, times: 2}"
	for _, c := range []struct {
		condition, acts string
		want, mistake   bool
	}{
		{before, "isr", true, true},
		{before, "sri", false, false},
		{before, "isri", true, true},
		{before, "srisr", false, false}, // the first restart counts
		{before, "i", false, true},      // it never came
		{before, "w", false, false},
		{before, "Risr", true, true}, // a refused one is none
		{before, "Ri", false, true},
		{before, "iR", false, true},

		{after, "sri", true, true},
		{after, "isr", false, false},
		{after, "srisr", false, false}, // the last restart counts
		{after, "srisri", true, true},
		{after, "i", false, false}, // it has to be there
		{after, "sriR", true, true},
		{after, "Ri", false, false},

		{"{did: {do: wait, for: 1 min}}", "w", true, true},
		{"{did: {do: wait, for: 1 min}}", "W", true, true}, // a time is the least
		{"{did: {do: wait, for: 2 min}}", "ww", false, false},
		{"{did: {do: interrogate}, times: 3}", "ii", false, false},
		{"{did: {do: interrogate}, times: 3}", "iwiwi", true, true},
		{"{did: {do: interrogate}, times: 3}", "iiii", true, true},
		{"{did: {do: restart}, times: 2}", "Rsr", false, false},
		{"{did: {do: restart}, times: 2}", "srsrR", true, true},
		{"{did: {do: interrogate}, before: {do: restart}, times: 2}", "isri", false, false},
		{"{did: {do: interrogate}, before: {do: restart}, times: 2}", "iisr", true, true},
		{"{did: {do: interrogate}, after: {do: restart}, times: 2}", "isri", false, false},
		{"{did: {do: interrogate}, after: {do: restart}, times: 2}", "srii", true, true},

		{between, "siia", true, true},
		{between, "sii", false, true},
		{between, "isia", false, false},
		{between, "siai", false, false},
		{between, "asii", false, false},
		{between, "iia", false, false},
	} {
		var acts []string
		for _, letter := range c.acts {
			acts = append(acts, done[letter])
		}
		want, mistake := met(t, c.condition, strings.Join(acts, ", "))
		assert.Equal(t, c.want, want, c)
		assert.Equal(t, c.mistake, mistake, c)
	}

	// An answer that is not right does not come before anything either.
	const right, wrong = "{do: answer, question: drawn, value: 0.3 mg}", "{do: answer, question: drawn, value: 3 mg}"
	const answered = "{did: {do: interrogate}, before: {do: answer}}"
	for acts, so := range map[string]bool{wrong + ", " + look + ", " + right: true, right + ", " + look: false} {
		want, _ := met(t, answered, acts)
		assert.Equal(t, so, want, acts)
	}
}

// TestAMistakeBeforeAnActIsMadeWhereTheActNeverComes: a want is met only where
// it does.
func TestAMistakeBeforeAnActIsMadeWhereTheActNeverComes(t *testing.T) {
	want, mistake := met(t, "{did: {do: empty}, before: {do: withdraw}}", "{do: take, needle: refill}, {do: insert, port: reservoir}, {do: empty}")
	assert.False(t, want)
	assert.True(t, mistake)
}

// TestOnlyItsOwnRefusalMakesAnActWrong: the scenario's step in the same minute
// is refused as well.
func TestOnlyItsOwnRefusalMakesAnActWrong(t *testing.T) {
	a := told(t, everything, "{do: interrogate}, {do: restart}")
	assert.Len(t, a.Acts()[0].Outcome.Entries, 2)
	assert.False(t, a.Acts()[0].Outcome.Wrong)
	assert.True(t, a.Acts()[1].Outcome.Wrong)
}
