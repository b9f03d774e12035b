package keep_test

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/wasm/keep"
)

// Every field of every line stands in the table under its own name.
func TestTheTableHasAllThatTheLogHas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t)
		s, err := k.Replay()
		require.NoError(t, err)
		rows, err := csv.NewReader(bytes.NewReader(keep.CSV(s.Log(), k.Scenario.Start))).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, len(s.Log())+1)
		for i, e := range s.Log() {
			var line map[string]any
			d := json.NewDecoder(bytes.NewReader(e.AppendJSON(nil)))
			d.UseNumber()
			require.NoError(t, d.Decode(&line))
			for c, name := range rows[0] {
				cell := strings.TrimPrefix(rows[i+1][c], "'")
				switch value := line[name].(type) {
				case nil:
					require.True(t, cell == "" || name == "time", name)
				case []any:
					words := make([]string, len(value))
					for i := range value {
						words[i] = value[i].(string)
					}
					require.Equal(t, strings.Join(words, " "), cell)
				case json.Number:
					require.Equal(t, value.String(), cell)
				default:
					require.Equal(t, value, cell)
				}
				delete(line, name)
			}
			require.Empty(t, line, "a field without a column")
		}
	})
}

func TestATableOpensInASpreadsheetAsTextAndNumbers(t *testing.T) {
	hostile := func(pattern string) string {
		e := session.Entry{Seq: 3, At: 61_001, Cause: "time", Event: pump.Event{Kind: pump.FlexStepBegan, Step: 1, Pattern: pattern, Rate: 5}}
		start := parsed(t, firstHours).Start
		_, row, _ := strings.Cut(string(keep.CSV([]session.Entry{e}, start)), "\r\n")
		return row
	}
	tail := ",5" + strings.Repeat(",", 20) + "\r\n"
	front := "3,2026-03-02 08:01:01.001,61001,pump,time,flex_step_began,,1,"
	assert.Equal(t, front+"day"+tail, hostile("day"))
	assert.Equal(t, front+"'=1+1"+tail, hostile("=1+1"))
	assert.Equal(t, front+"'+5"+tail, hostile("+5"))
	assert.Equal(t, front+"-5"+tail, hostile("-5"), "a number")
	assert.Equal(t, front+"'-a"+tail, hostile("-a"))
	assert.Equal(t, front+"'@sum"+tail, hostile("@sum"))
	assert.Equal(t, front+"\"'\ta\"\"b,c\"\"\""+tail, hostile("\ta\"b,c\""))
	assert.Equal(t, front+"é\\"+tail, hostile(`é\`))
	assert.Equal(t, front+"\"a\nb\""+tail, hostile("a\nb"))
}

// The lines are those of idd simulate, which writes them with package scenario.
func TestTheLinesAreThoseOfIddSimulate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t)
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		_, err := k.Scenario.Run(scenario.NewJSON(w), 0)
		require.NoError(t, err)
		require.NoError(t, w.Flush())
		s, err := k.Replay()
		require.NoError(t, err)
		require.Equal(t, b.String(), string(keep.JSON(s.Log(), s.Status())))
	})
}

func TestTheExportsOfASessionOfTheFirstVersion(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("testdata", "version1.yaml"))
	require.NoError(t, err)
	k, err := keep.Read(file)
	require.NoError(t, err)
	s, err := k.Replay()
	require.NoError(t, err)
	want, err := os.ReadFile(filepath.Join("testdata", "version1.csv"))
	require.NoError(t, err)
	assert.Equal(t, string(want), strings.ReplaceAll(string(keep.CSV(s.Log(), k.Scenario.Start)), "\r\n", "\n"))
}
