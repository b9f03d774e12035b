package main_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTheExitStatusSaysHowItWent builds the command and runs it as a script
// would.
func TestTheExitStatusSaysHowItWent(t *testing.T) {
	idd := built(t)
	good := filepath.Join("..", "..", "content", "scenarios", "first-hours.yaml")
	src, err := os.ReadFile(good)
	require.NoError(t, err)
	unmet := filepath.Join(t.TempDir(), "unmet.yaml")
	step := "\nsteps: [{at: 1 h, do: stop, expect: {event: restarted}}]\n"
	require.NoError(t, os.WriteFile(unmet, append(src, step...), 0o600))

	for _, c := range []struct {
		status int
		says   string // on standard error
		args   []string
	}{
		{0, "", []string{"simulate", good}},
		{1, "expected {event: restarted}, got stopped", []string{"simulate", unmet}},
		{2, "the line is indented with a tab", []string{"simulate", "status_test.go"}},
		{2, "there is no such file", []string{"simulate", "nowhere.yaml"}},
		{2, "idd simulate --help lists what there is", []string{"simulate", "--evry", "3h", good}},
		{2, "did you mean simulate?", []string{"simulat", good}},
		{0, "", []string{"simulate", "--help"}},
		{0, "", nil},
	} {
		var errs bytes.Buffer
		run := exec.Command(idd, c.args...)
		run.Stderr = &errs
		status := 0
		var exit *exec.ExitError
		if err := run.Run(); errors.As(err, &exit) {
			status = exit.ExitCode()
		} else {
			require.NoError(t, err)
		}
		assert.Equal(t, c.status, status, "idd %v: %s", c.args, errs.String())
		assert.Contains(t, errs.String(), c.says, "idd %v", c.args)
	}
}

// built builds the command for this machine.
func built(t *testing.T) string {
	idd := filepath.Join(t.TempDir(), "idd")
	if runtime.GOOS == "windows" {
		idd += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", idd, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	return idd
}
