package keep_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
)

// tenYears is a pump that gives a little every so often and is refilled every
// day for ten years.
func tenYears(t *testing.T, every string) keep.Kept {
	k := kept(t, strings.NewReplacer("{continuous: 3 mg/day}", "{periodic: {give: 0.01 mg, over: 5 min, every: "+every+", background: 1 mg/day}}",
		"until", "  acknowledge: true\nuntil").
		Replace(firstHours))
	k.Scenario.Until = 3650 * units.Day
	for day := range 3650 {
		at := units.Instant(day) * units.Instant(units.Day)
		k.Scenario.Steps = append(k.Scenario.Steps, scenario.Step{At: at, Command: pump.SetReservoir{Volume: 18_000_000}})
	}
	return k
}

func TestTenYearsOfAnHourlyBolusAreOpened(t *testing.T) {
	k := tenYears(t, "1 h")
	s, err := k.Replay()
	require.NoError(t, err)
	assert.Greater(t, len(s.Log()), 100_000)
}

func TestASessionInWhichTooMuchHappensIsNotOpened(t *testing.T) {
	_, err := tenYears(t, "10 min").Replay()
	assert.Equal(t, "too_much", refused(t, err))
}

func TestReplayGivesTheSessionThatWasKept(t *testing.T) {
	k := kept(t, firstHours)
	s, err := k.Scenario.Session()
	require.NoError(t, err)
	for _, c := range []session.Timed{
		{At: 0, Command: pump.RequestPatientBolus{}}, {At: 0, Command: pump.RequestPatientBolus{}}, {At: 86_400_000, Command: pump.Stop{}},
	} {
		require.NoError(t, s.AdvanceTo(c.At))
		s.Do(c.Command)
	}
	require.NoError(t, s.AdvanceTo(100_000_001))
	k.Scenario.Steps, k.Scenario.Until = nil, units.Span(s.Now())
	for _, c := range s.Commands() {
		k.Scenario.Steps = append(k.Scenario.Steps, scenario.Step{At: c.At, Command: c.Command})
	}
	file, err := keep.Write(k)
	require.NoError(t, err)
	again, err := keep.Read(file)
	require.NoError(t, err)
	back, err := again.Replay()
	require.NoError(t, err)
	assert.Equal(t, s.Digest(), back.Digest())
	assert.Equal(t, s.Status(), back.Status())
}
