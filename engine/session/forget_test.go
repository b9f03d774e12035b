package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

func TestForgettingThePastChangesNothingAboutWhatComes(t *testing.T) {
	whole, err := session.New(teaching())
	require.NoError(t, err)
	forgetful, err := session.New(teaching())
	require.NoError(t, err)
	var lines []string
	write := func() {
		for _, e := range forgetful.Log() {
			lines = append(lines, string(e.AppendJSON(nil)))
		}
		forgetful.Forget()
		assert.Empty(t, forgetful.Log())
		assert.Empty(t, forgetful.Commands())
	}
	for day := range units.Span(20) {
		at := units.Instant(day * units.Day)
		require.NoError(t, whole.AdvanceTo(at))
		require.NoError(t, forgetful.AdvanceTo(at))
		if day%3 == 0 {
			write()
		}
		whole.Do(pump.RequestPatientBolus{})
		forgetful.Do(pump.RequestPatientBolus{})
	}
	write()
	require.Len(t, whole.Log(), len(lines))
	for i, e := range whole.Log() {
		assert.Equal(t, string(e.AppendJSON(nil)), lines[i])
	}
	assert.Equal(t, whole.Status(), forgetful.Status())
	assert.Equal(t, forgetful.Status(), forgetful.StatusAt(0), "what was forgotten cannot be looked up")
}
