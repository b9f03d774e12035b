package scenario_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/scenarios"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// everyLine is the comment by which a golden script asks for state lines.
var everyLine = regexp.MustCompile(`(?m)^# every: (.*)$`)

// printed runs a scenario and returns its lines.
func printed(t *testing.T, name, src string) string {
	t.Helper()
	sc, err := scenario.Parse(name, []byte(src))
	require.NoError(t, err)
	every := units.Span(0)
	if m := everyLine.FindStringSubmatch(src); m != nil {
		every, err = units.ParseSpan(m[1])
		require.NoError(t, err)
	}
	var out strings.Builder
	failures, err := sc.Run(scenario.NewJSON(&out), every)
	require.NoError(t, err)
	assert.Empty(t, failures)
	return out.String()
}

// TestEveryRuleHasAGoldenScript runs each script, holds its log against the one
// beside it, and its expectations against what happened. Each script opens
// with its purpose and the section it proves.
func TestEveryRuleHasAGoldenScript(t *testing.T) {
	for _, name := range filesIn(t, testdata, "testdata/golden") {
		t.Run(path.Base(name), func(t *testing.T) {
			src := read(t, testdata, name)
			comment, _, _ := strings.Cut(src, "\ntitle:")
			assert.Regexp(t, `(?s)^# .*engine(-details)?\.md`, comment, "a script opens with its purpose and the section it proves")
			golden(t, strings.TrimSuffix(name, ".yaml")+".log", printed(t, name, src))
		})
	}
}

// TestEveryScenarioFileRunsTheSameOnEveryPlatform is what the runs under
// GOARCH=386 and in a browser are for: each file has one log, byte for byte.
func TestEveryScenarioFileRunsTheSameOnEveryPlatform(t *testing.T) {
	var all strings.Builder
	add := func(files fs.FS, folder string) {
		for _, name := range filesIn(t, files, folder) {
			sum := sha256.Sum256([]byte(printed(t, name, read(t, files, name))))
			all.WriteString(hex.EncodeToString(sum[:]) + "  " + path.Base(name) + "\n")
		}
	}
	add(scenarios.FS, ".")
	add(testdata, "testdata/golden")
	add(testdata, "testdata/format")
	golden(t, "testdata/logs.sha256", all.String())
}

// TestARunInPiecesGivesTheSameLog: state lines in between change nothing.
func TestARunInPiecesGivesTheSameLog(t *testing.T) {
	for _, name := range filesIn(t, testdata, "testdata/golden") {
		src := everyLine.ReplaceAllString(read(t, testdata, name), "#")
		want := printed(t, name, src)
		got := printed(t, name, "# every: 7 h 13 min\n"+src)
		assert.Equal(t, want, withoutStates(got), name)
	}
}

// withoutStates drops the state lines but the last.
func withoutStates(log string) string {
	lines := strings.SplitAfter(log, "\n")
	var kept strings.Builder
	for i, line := range lines {
		if i == len(lines)-2 || !strings.HasPrefix(line, `{"state":`) {
			kept.WriteString(line)
		}
	}
	return kept.String()
}
