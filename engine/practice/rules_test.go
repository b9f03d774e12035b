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
func told(t testing.TB, src, acts string) *practice.Attempt {
	t.Helper()
	c := parse(t, src)
	sc, err := scenario.Parse("a-refill.yaml", []byte(refill))
	require.NoError(t, err)
	a, err := practice.Play(c, sc, "story", []byte("case: a-case\nseed: 1\nacts: ["+acts+"]\n"))
	require.NoError(t, err)
	return a
}

// met tells whether a condition holds as a want, and as a mistake.
func met(t testing.TB, condition, acts string) (want, mistake bool) {
	t.Helper()
	src := strings.Replace(everything, "{did: {do: interrogate}, before: {do: insert}}", condition, 1)
	score := told(t, strings.Replace(src, "{log: injected, site: pocket}", condition, 1), acts).Score()
	return score.Wants[0].So, score.Mistakes[0].So
}

func TestWhatAConditionNamesHasToBeSo(t *testing.T) {
	for _, c := range []struct {
		condition, acts string
		so              bool
	}{
		{"{did: {do: wait, for: 30 min}}", "{do: wait, for: 1 min}", false},
		{"{did: {do: wait, for: 30 min}}", "{do: wait, for: 30 min}", true},
		{"{did: {do: answer, value: 0.3 mg}}", "{do: answer, question: drawn, value: 301 mcg}", false},
		{"{did: {do: answer, value: 0.3 mg}}", "{do: answer, question: drawn, value: 300 mcg}", true},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 305 mcg}", true},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 306 mcg}", false},
		{"{did: {do: answer}}", "{do: answer, question: drawn, value: 0.3 mL}", false},
	} {
		want, mistake := met(t, c.condition, c.acts)
		assert.Equal(t, c.so, want, c)
		assert.Equal(t, c.so, mistake, c)
	}
}

// TestAMistakeBeforeAnActIsMadeWhereTheActNeverComes: a want is met only where
// it does.
func TestAMistakeBeforeAnActIsMadeWhereTheActNeverComes(t *testing.T) {
	want, mistake := met(t, "{did: {do: empty}, before: {do: withdraw}}", "{do: take, needle: refill}, {do: insert, port: reservoir}, {do: empty}")
	assert.False(t, want)
	assert.True(t, mistake)
}

func TestTheMeshKeepsTheRefillNeedleOutHoweverItGetsThere(t *testing.T) {
	there := strings.Replace(everything, "palpation: beside", "palpation: catheter", 1)
	for _, port := range []string{"catheter", "reservoir"} {
		for needle, where := range map[string]string{"refill": "", "access": "catheter"} {
			a := told(t, there, "{do: find_port, by: palpation}, {do: take, needle: "+needle+"}, {do: insert, port: "+port+"}")
			_, got := a.Needle()
			assert.Equal(t, where, got, "%s, %s", needle, port)
			assert.Equal(t, where == "", a.Acts()[2].Outcome.Blocked)
		}
	}
}

// TestOnlyItsOwnRefusalMakesAnActWrong: the scenario's step in the same minute
// is refused as well.
func TestOnlyItsOwnRefusalMakesAnActWrong(t *testing.T) {
	a := told(t, everything, "{do: interrogate}, {do: restart}")
	assert.Len(t, a.Acts()[0].Outcome.Entries, 2)
	assert.False(t, a.Acts()[0].Outcome.Wrong)
	assert.True(t, a.Acts()[1].Outcome.Wrong)
}
