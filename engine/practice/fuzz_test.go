package practice_test

import (
	"io/fs"
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/content/cases"
	"iddtestdrive/engine/practice"
)

// Any text whatever is a case or is refused with its place and a remedy; and
// what is a case can be begun, done and replayed.
func FuzzParse(f *testing.F) {
	f.Add([]byte(everything))
	f.Add([]byte(spare))
	f.Add([]byte(weighed))
	names, err := fs.Glob(cases.FS, "*.yaml")
	require.NoError(f, err)
	for _, name := range names {
		src, err := cases.FS.ReadFile(name)
		require.NoError(f, err)
		f.Add(src)
	}
	world := scenarioOf(f, refill)
	f.Fuzz(func(t *testing.T, src []byte) {
		c, err := practice.Parse("a-case.yaml", src)
		if err != nil {
			var wrong *practice.Error
			require.ErrorAs(t, err, &wrong)
			require.NotEmpty(t, wrong.Problem)
			require.NotEmpty(t, wrong.Allowed)
			return
		}
		a, err := practice.New(c, world, 7)
		if err != nil {
			return // chance has put more into the pump than it holds
		}
		for _, act := range c.Right {
			if _, err := a.Do(act); err != nil {
				var no *practice.Impossible
				require.ErrorAs(t, err, &no)
				require.NotEqual(t, practice.NoSuchThing, no.Why, "the reader knows what there is")
				require.NotEqual(t, practice.NothingAsked, no.Why)
			}
		}
		score := a.Score()
		require.GreaterOrEqual(t, score.Points, 0)
		require.LessOrEqual(t, score.Points, score.Of)
		replayed(t, a, c, func(code string) (*practice.Attempt, error) { return practice.Replay(c, world, code) })
	})
}

// Any text whatever, as a code or within one, is replayed or refused; and what
// is replayed has a code that gives the same again.
func FuzzReplay(f *testing.F) {
	c, world := parse(f, everything), scenarioOf(f, refill)
	for _, acts := range []string{look, inside + ", {do: empty}", refilled("18 mL") + ", {do: withdraw}", "{do: stop}, " + program("{continuous: 4 mg/day}"), "{do: restart}",
		"{do: begin_update}, {do: answer, question: drawn, value: 0.3 mg}, {do: wait, for: 30 min}",
		program(`{flex: {patterns: {day: [{from: "00:00", give: 1 mg}]}, week: {mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day}}}`)} {
		f.Add(told(f, everything, acts).Code(), false)
		f.Add("{case: a-case, seed: 1, acts: ["+acts+"]}", true)
	}
	f.Add("", false)
	f.Add("p1.AAAA", false)
	f.Add("case: a-case", true)
	f.Add("case: another\nseed: 18446744073709551615\n", true)
	f.Fuzz(func(t *testing.T, text string, within bool) {
		code := text
		if within {
			code = packed(t, text)
		}
		a, err := practice.Replay(c, world, code)
		if err != nil {
			require.Nil(t, a)
			require.NotEmpty(t, err.Error())
			return
		}
		replayed(t, a, c, func(code string) (*practice.Attempt, error) { return practice.Replay(c, world, code) })
	})
}
