package simulate_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/idd/simulate"
)

const morning = `title: A morning with the remote
audience: patient
summary: A bolus is asked for twice.
start: 2026-03-02T08:00
pump:
  model: 8637-20
  reservoir: {volume: 18 mL}
prescription:
  drug: morphine
  concentration: 10 mg/mL
  infusion: {continuous: 3 mg/day}
  patient_bolus: {dose: 0.3 mg, over: 10 min, lockout: 3 h, per_day: 4}
steps:
  - {at: 0 h, do: request_patient_bolus, expect: {denied: lockout}}
  - {at: 4 h, do: request_patient_bolus}
until: 1 d
`

// simulated runs the command and returns what it printed and its exit status.
func simulated(t *testing.T, in string, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	c := simulate.NewCommand()
	c.SilenceErrors, c.SilenceUsage = true, true
	c.SetArgs(args)
	c.SetIn(strings.NewReader(in))
	c.SetOut(&o)
	c.SetErr(&e)
	if err := c.Execute(); err != nil {
		var with interface{ ExitStatus() int }
		if status = 2; errors.As(err, &with) {
			status = with.ExitStatus()
		}
		e.WriteString(err.Error())
	}
	return o.String(), e.String(), status
}

func saved(t *testing.T, name, text string) string {
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// lines decodes each line of an output as a JSON object.
func lines(t *testing.T, out string) []map[string]any {
	var all []map[string]any
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		var one map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &one), line)
		all = append(all, one)
	}
	return all
}

func TestTheLogIsPrintedAndThenTheState(t *testing.T) {
	met := strings.Replace(morning, "{denied: lockout}", "{event: patient_bolus_started}", 1)
	out, errs, status := simulated(t, met, "-")
	assert.Zero(t, status)
	assert.Empty(t, errs)
	all := lines(t, out)
	assert.Equal(t, "programmed", all[0]["event"])
	state := all[len(all)-1]["state"].(map[string]any)
	assert.EqualValues(t, 86_400_000, state["at_ms"])
}

func TestAStateLineIsPrintedOnceAtEachMultipleAndAtTheEnd(t *testing.T) {
	out, _, _ := simulated(t, morning, "--every", "6h", "--until", "13h", "-")
	var at []float64
	for _, line := range lines(t, out) {
		if state, ok := line["state"].(map[string]any); ok {
			at = append(at, state["at_ms"].(float64))
		}
	}
	assert.Equal(t, []float64{0, 6 * 3.6e6, 12 * 3.6e6, 13 * 3.6e6}, at)
}

func TestAFailedExpectationIsNamedAndTheStatusIs1(t *testing.T) {
	file := saved(t, "morning.yaml", morning)
	out, errs, status := simulated(t, "", file)
	assert.Equal(t, 1, status)
	assert.Equal(t, file+": step 1 (request_patient_bolus at 0 h): expected {denied: lockout}, got patient_bolus_started\n", errs)
	assert.Contains(t, out, `{"state":`)
}

func TestAnExpectationOfAStepThatIsNotReachedIsNotChecked(t *testing.T) {
	late := strings.Replace(morning, "at: 4 h, do: request_patient_bolus", "at: 4 h, do: request_patient_bolus, expect: {denied: busy}", 1)
	late = strings.Replace(late, "{denied: lockout}", "{event: patient_bolus_started}", 1)
	_, _, status := simulated(t, late, "--until", "3h59min", "-")
	assert.Equal(t, 0, status)
	_, _, status = simulated(t, late, "--until", "4h", "-")
	assert.Equal(t, 1, status)
}

func TestOneInvalidFileAmongSeveralPrintsNothingButItsMistake(t *testing.T) {
	good := saved(t, "good.yaml", morning)
	bad := saved(t, "bad.yaml", strings.Replace(morning, "0.3 mg", ".3 mg", 1))
	out, errs, status := simulated(t, "", good, bad, filepath.Join(t.TempDir(), "none.yaml"))
	assert.Equal(t, 2, status)
	assert.Empty(t, out)
	assert.Contains(t, errs, "bad.yaml:12:25: prescription.patient_bolus.dose: ")
	assert.Contains(t, errs, "none.yaml: there is no such file")
}

func TestSeveralFilesAreEachHeadedByTheirName(t *testing.T) {
	file := saved(t, "morning.yaml", morning)
	out, _, _ := simulated(t, morning, file, "-")
	var names []any
	for _, line := range lines(t, out) {
		if name, ok := line["scenario"]; ok {
			names = append(names, name)
		}
	}
	assert.Equal(t, []any{file, "-"}, names)
	once, _, _ := simulated(t, morning, "-")
	assert.NotContains(t, once, `"scenario"`)
}

func TestTheTextFormatIsForPeople(t *testing.T) {
	out, _, _ := simulated(t, morning, "--format", "text", "--until", "1h", "-")
	assert.True(t, strings.HasPrefix(out, "A morning with the remote\n"), out)
	assert.Contains(t, out, "Training simulation. Not for dosing a real patient.")
	assert.Contains(t, out, "\nMon 2 Mar 2026, 08:00          pump    request_patient_bolus  patient bolus started  "+
		"0.3 mg (0.03 mL) until Mon 2 Mar 2026, 08:10, 3 left today\n")
}

func TestAWrongArgumentIsExplained(t *testing.T) {
	for _, c := range []struct {
		says string
		args []string
	}{
		{"name the scenario file to run", nil},
		{"it is json or text", []string{"--format", "xml", "-"}},
		{`"m" is written min`, []string{"--every", "6m", "-"}},
		{"it is from 1 ms", []string{"--every", "0h", "-"}},
		{"3653 d", []string{"--until", "4000d", "-"}},
		{"standard input (-) can be named once only", []string{"-", "-"}},
		{"this is a folder", []string{t.TempDir()}},
	} {
		out, errs, status := simulated(t, morning, c.args...)
		assert.Equal(t, 2, status, c.args)
		assert.Empty(t, out)
		assert.Contains(t, errs, c.says)
	}
}

func TestMoreStateLinesThanAnyoneCanReadAreRefusedBeforeTheFirst(t *testing.T) {
	out, errs, status := simulated(t, morning, "--every", "1ms", "--until", "3653d", "-")
	assert.Equal(t, 2, status)
	assert.Empty(t, out)
	assert.Contains(t, errs, "5,000,000 lines")
}

// endless is a file without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '#'
	}
	return len(p), nil
}

func TestAnEndlessFileIsRefused(t *testing.T) {
	var errs bytes.Buffer
	c := simulate.NewCommand()
	c.SetArgs([]string{"-"})
	c.SetIn(endless{})
	c.SetErr(&errs)
	c.SetOut(&errs)
	assert.ErrorContains(t, c.Execute(), "the file is too large")
}
