package scenario_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// oneStep runs the plain scenario with a step in it and returns what it failed.
func oneStep(t *testing.T, step string) []scenario.Failure {
	t.Helper()
	truth := "truth: {mri_telemetry_mode: true}\nsteps:\n" +
		"  - {at: 0 h, do: set_reservoir, volume: 1 mL}\n  - {at: 0 h, do: enter_mri}\n  - {at: 1 h, " + step + "}\n"
	sc, err := scenario.Parse("step.yaml", []byte(plainScenario+truth))
	require.NoError(t, err)
	failures, err := sc.Run(scenario.NewJSON(io.Discard), 0)
	require.NoError(t, err)
	return failures
}

func TestAnExpectationIsAboutTheFirstEventOfItsStep(t *testing.T) {
	for _, step := range []string{
		"do: request_patient_bolus, expect: {denied: not_prescribed}",
		"do: request_patient_bolus, expect: {event: patient_bolus_denied}",
		"do: restart, expect: {refused: not_stopped}",
		"do: program, prescription: {drug: morphine, concentration: 26 mg/mL, infusion: stopped}, expect: {refused: concentration_out_of_range}",
		"do: set_reservoir, volume: 3 mL, expect: {event: reservoir_set}", // the alarm is cleared after it
		"do: leave_mri", // logs nothing
	} {
		assert.Empty(t, oneStep(t, step), step)
	}
	for step, message := range map[string]string{
		"do: request_patient_bolus, expect: {denied: busy}": "step 3 (request_patient_bolus at 1 h): " +
			"expected {denied: busy}, got patient_bolus_denied (not_prescribed)",
		"do: request_patient_bolus, expect: {refused: busy}": "step 3 (request_patient_bolus at 1 h): " +
			"expected {refused: busy}, got patient_bolus_denied (not_prescribed)",
		"do: restart, expect: {refused: stopped}": "step 3 (restart at 1 h): expected {refused: stopped}, got command_refused (not_stopped)",
		"do: restart, expect: {denied: busy}":     "step 3 (restart at 1 h): expected {denied: busy}, got command_refused (not_stopped)",
		"do: stop, expect: {event: restarted}":    "step 3 (stop at 1 h): expected {event: restarted}, got stopped",
		"do: leave_mri, expect: {event: stall_ended}": "step 3 (leave_mri at 1 h): " +
			"expected {event: stall_ended}, got no event",
		"do: set_reservoir, volume: 3 mL, expect: {event: alarm_cleared}": "step 3 (set_reservoir at 1 h): " +
			"expected {event: alarm_cleared}, got reservoir_set",
	} {
		failures := oneStep(t, step)
		if assert.Len(t, failures, 1, step) {
			assert.Equal(t, message, failures[0].String())
		}
	}
}

// manyLines is a scenario of two lines a minute, far more than a run keeps in
// memory.
const manyLines = `title: A bolus a minute
audience: nurse
summary: A long log.
start: 2026-03-02T08:00
pump:
  model: 8637-40
  reservoir: {volume: 40 mL}
prescription:
  drug: morphine
  concentration: 10 mg/mL
  infusion: {periodic: {give: 0.6 mcg, over: 1 min, every: 1 min, background: 1 mg/day}}
until: 7 d
`

func TestALongRunYieldsEveryEntryOnceInOrder(t *testing.T) {
	sc, err := scenario.Parse("many.yaml", []byte(manyLines))
	require.NoError(t, err)
	var out strings.Builder
	_, err = sc.Run(scenario.NewJSON(&out), 0)
	require.NoError(t, err)

	s, err := sc.Session()
	require.NoError(t, err)
	require.NoError(t, s.AdvanceTo(units.Instant(sc.Until)))
	require.Greater(t, len(s.Log()), 20_000)
	var want strings.Builder
	json := scenario.NewJSON(&want)
	for _, e := range s.Log() {
		require.NoError(t, json.Entry(e))
	}
	require.NoError(t, json.State(s.Status()))
	assert.True(t, want.String() == out.String(), "the streamed log is not the session's")
}

// full is an output that takes so many lines and no more.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Entry(session.Entry) error { return f.take() }
func (f *full) State(pump.Status) error   { return f.take() }

func (f *full) take() error {
	if f.room == 0 {
		return errFull
	}
	f.room--
	return nil
}

func TestAnOutputThatFailsEndsTheRun(t *testing.T) {
	sc, err := scenario.Parse("many.yaml", []byte(manyLines))
	require.NoError(t, err)
	for _, room := range []int{0, 1, 100} {
		_, err = sc.Run(&full{room: room}, units.Hour)
		assert.ErrorIs(t, err, errFull)
	}
	_, err = sc.Run(&full{}, 1*units.Millisecond)
	assert.ErrorIs(t, err, scenario.ErrTooLong, "more state lines than anyone can read are refused before the first")
}
