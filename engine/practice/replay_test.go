package practice_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
)

// TestARightAttemptIsReplayedFromItsCode: in the case with every key, where a
// vial's name means something to YAML, and in one that comes with the simulator.
func TestARightAttemptIsReplayedFromItsCode(t *testing.T) {
	c, sc := theCase(t, "routine-refill")
	for _, name := range []string{"routine-refill", "2026", "true"} {
		every := parse(t, everything)
		every.Name = name
		if name == c.Name {
			every = c
		}
		a, err := practice.New(every, sc, 1<<64-1)
		require.NoError(t, err)
		for _, act := range every.Right {
			_, err := a.Do(act)
			require.NoError(t, err)
		}
		code := a.Code()
		of, err := practice.CaseOf(code)
		require.NoError(t, err)
		assert.Equal(t, name, of)
		again, err := practice.Replay(every, sc, code)
		require.NoError(t, err)
		assert.Equal(t, a.Acts(), again.Acts())
		assert.Equal(t, a.Score(), again.Score())
		assert.Equal(t, a.Session().Digest(), again.Session().Digest())
		for cut := range len(code) {
			_, err := practice.Replay(every, sc, code[:cut])
			assert.Error(t, err)
		}
		_, err = practice.Replay(parse(t, spare), sc, code)
		assert.ErrorIs(t, err, practice.ErrOtherCase)
		_, err = practice.Replay(every, sc, "p2"+code[2:])
		assert.ErrorIs(t, err, practice.ErrNotACode)
	}
}
