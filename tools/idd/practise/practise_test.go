package practise_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/idd/practise"
)

// practised runs the command and returns what it printed and its exit status.
func practised(t *testing.T, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	c := practise.NewCommand()
	c.SilenceErrors, c.SilenceUsage = true, true
	c.SetArgs(args)
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

var routine = filepath.Join("..", "..", "..", "content", "cases", "routine-refill.yaml")

// attempt writes a file of acts: those of the case's right script that are kept.
func attempt(t *testing.T, keep func(act string) bool) string {
	src, err := os.ReadFile(routine)
	require.NoError(t, err)
	_, script, found := strings.Cut(string(src), "\nright:\n")
	require.True(t, found)
	text := "case: routine-refill\nseed: 3\nacts:\n"
	for _, line := range strings.Split(script, "\n") {
		if strings.HasPrefix(line, "  - ") && keep(line) {
			text += line + "\n"
		}
	}
	file := filepath.Join(t.TempDir(), "attempt.yaml")
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

func TestACaseIsTried(t *testing.T) {
	out, errs, status := practised(t, routine)
	assert.Equal(t, 0, status, errs)
	assert.Contains(t, out, "routine-refill.yaml: done well by its right script; its mistakes (6) show.")
}

func TestACaseThatDoesNotDoWhatItSaysIsNamed(t *testing.T) {
	src, err := os.ReadFile(routine)
	require.NoError(t, err)
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(folder, "scenarios"), os.DirFS(filepath.Join("..", "..", "..", "content", "scenarios"))))
	require.NoError(t, os.Mkdir(filepath.Join(folder, "cases"), 0o700))
	spoiled := filepath.Join(folder, "cases", "routine-refill.yaml")
	require.NoError(t, os.WriteFile(spoiled, bytes.Replace(src, []byte("  - {do: withdraw}\n"), nil, 1), 0o600))
	_, errs, status := practised(t, spoiled)
	assert.Equal(t, 1, status)
	assert.Contains(t, errs, "right: it does not do what is wanted: The needle is out")
}

func TestAnAttemptIsPrintedWithItsDebrief(t *testing.T) {
	out, errs, status := practised(t, "--acts", attempt(t, func(string) bool { return true }), routine)
	assert.Equal(t, 0, status, errs)
	assert.Contains(t, out, "96 of 96 points. Safe.")
	assert.NotContains(t, out, "MISSING")
	assert.NotContains(t, out, "Under the skin")

	code := regexp.MustCompile(`p1\.\S+`).FindString(out)
	again, _, status := practised(t, "--code", code, routine)
	assert.Equal(t, 0, status)
	assert.Equal(t, out, again, "a code replays the attempt")
}

func TestAnAttemptThatHarmsIsToldSo(t *testing.T) {
	file := attempt(t, func(act string) bool { return !strings.Contains(act, "draw_back") })
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, bytes.ReplaceAll(src, []byte("template"), []byte("palpation")), 0o600))
	out, _, status := practised(t, "--acts", file, routine)
	assert.Equal(t, 1, status)
	assert.Contains(t, out, "Not safe yet.")
	assert.Regexp(t, `MISTAKE +critical +The drug went under the skin`, out)
	assert.Contains(t, out, "Under the skin, beside the pump: 180 mg of morphine")
}

func TestWhatCannotBeReadIsToldWithItsPlace(t *testing.T) {
	spoiled := filepath.Join(t.TempDir(), "spoiled.yaml")
	require.NoError(t, os.WriteFile(spoiled, []byte("case: routine-refill\nseed: 1\nacts:\n  - {do: dance}\n"), 0o600))
	for _, c := range []struct{ args, wanted string }{
		{"missing.yaml", "missing.yaml: there is no such file"},
		{"--acts missing.yaml " + routine, "missing.yaml: there is no such file"},
		{"--acts " + spoiled + " " + routine, `spoiled.yaml:4:10: acts.1.do: found "dance"`},
		{"--code p1.AAAA " + routine, "the code was cut short or changed"},
		{"--code hello " + routine, "this is not the code of an attempt"},
		{"--code p1.AAAA --acts x " + routine, "give --acts or --code, not both"},
		{"--acts x " + routine + " " + routine, "an attempt is at one case"},
		{"", "name the case file to try"},
	} {
		_, errs, status := practised(t, strings.Fields(c.args)...)
		assert.Equal(t, 2, status, c.args)
		assert.Contains(t, errs, c.wanted, c.args)
	}
}
