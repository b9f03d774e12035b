package practice_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/units"
)

func TestAnAmountIsReadExactly(t *testing.T) {
	for text, wanted := range map[string]practice.Amount{
		"0 mL": {0, "mL"}, "0.3 mL/day": {300_000, "mL/day"}, "0.000001 mg": {1, "mg"}, "18 d": {18_000_000, "d"},
		"999999999.999999 times": {999_999_999_999_999, "times"}, "12.50 %": {12_500_000, "%"},
	} {
		got, err := practice.ParseAmount(text)
		require.NoError(t, err)
		assert.Equal(t, wanted, got)
	}
	for text, reason := range map[string]string{
		"": "the unit is missing, or the space before it", "3": "the unit is missing, or the space before it", "3mL": "the unit is missing, or the space before it",
		"3 ml": "this unit is not known here", "3 ": "this unit is not known here", "3  mL": "this unit is not known here",
		" mL": "this is not a number", ".3 mL": "this is not a number", "3. mL": "this is not a number", "3,5 mL": "this is not a number",
		"-3 mL": "this is not a number", "+3 mL": "this is not a number", "1e3 mL": "this is not a number", "1.2.3 mL": "this is not a number",
		"03 mL": "is a decimal point missing?", "00.3 mL": "is a decimal point missing?",
		"1234567890 mL": "too many digits", "0.1234567 mL": "too many digits",
	} {
		_, err := practice.ParseAmount(text)
		var wrong *units.ParseError
		require.ErrorAs(t, err, &wrong, text)
		assert.Contains(t, wrong.Reason, reason, text)
	}
}

func TestAnAmountIsWrittenAsItIsRead(t *testing.T) {
	kinds := []string{"mL", "mL/day", "mg", "mcg", "mg/day", "mcg/day", "mg/mL", "mcg/mL", "d", "h", "min", "%", "times"}
	rapid.Check(t, func(t *rapid.T) {
		a := practice.Amount{Millionths: rapid.Int64Range(0, 999_999_999_999_999).Draw(t, "millionths"), Unit: rapid.SampledFrom(kinds).Draw(t, "unit")}
		got, err := practice.ParseAmount(a.String())
		require.NoError(t, err)
		require.Equal(t, a, got)
	})
}

// TestAnAnswerIsRightInWhicheverUnitOfItsKind: and at both ends of what is
// allowed.
func TestAnAnswerIsRightInWhicheverUnitOfItsKind(t *testing.T) {
	for _, c := range []struct {
		answer, within string
		right, wrong   []string
	}{
		{"0.3 mg", "5 mcg", []string{"0.3 mg", "300 mcg", "0.305 mg", "295 mcg"}, []string{"0.305001 mg", "294.999 mcg", "0.3 mL", "0.3 mg/day", "300 mg"}},
		{"2 d", "0 h", []string{"2 d", "48 h", "2880 min"}, []string{"47.999999 h", "2 times"}},
		{"10 mg/mL", "1 mcg/mL", []string{"10 mg/mL", "10001 mcg/mL"}, []string{"10002 mcg/mL", "10 mg"}},
		{"3 mg/day", "0 mg/day", []string{"3000 mcg/day"}, []string{"3 mg", "999999999.999999 mg/day"}},
		{"12 %", "0.5 %", []string{"12.5 %", "11.5 %"}, []string{"11.4 %", "12 times"}},
	} {
		c2, err := practice.Parse("a-case", []byte(asking(c.answer, c.within)))
		require.NoError(t, err)
		for so, values := range map[bool][]string{false: c.right, true: c.wrong} {
			for _, value := range values {
				a, err := practice.Play(c2, scenarioOf(t, refill), "story", []byte("{case: a-case, seed: 1, acts: [{do: answer, question: sum, value: "+value+"}]}"))
				require.NoError(t, err)
				assert.Equal(t, so, a.Acts()[0].Outcome.Wrong, "%s for %s", value, c.answer)
			}
		}
	}
}

// asking is a case with one question.
func asking(answer, within string) string {
	return spare + "questions: [{question: sum, ask: How much, answer: " + answer + ", within: " + within + ", because: So.}]\n"
}
