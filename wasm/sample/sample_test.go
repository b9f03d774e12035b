package sample_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/sample"
)

// Every key that the code says has words, and no words are left unsaid. Keys
// that the code puts together stand in made.
func TestTheWordsAndTheCodeAgree(t *testing.T) {
	said := map[string]bool{}
	files, err := filepath.Glob("../*/*.go")
	require.NoError(t, err)
	var code strings.Builder
	for _, f := range files {
		if !strings.HasSuffix(f, "_test.go") {
			src, err := os.ReadFile(f)
			require.NoError(t, err)
			code.Write(src)
		}
	}
	have := sample.Words(t)
	keys := slices.Sorted(maps.Keys(have))
	for _, m := range regexp.MustCompile(`\b(?:[wW]ords|w)(?:\.Say)?\("([a-z0-9_.-]+)"[,)]`).FindAllStringSubmatch(code.String(), -1) {
		if !strings.HasSuffix(m[1], ".") {
			assert.True(t, slices.Contains(keys, m[1]), "no words for %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`"([a-z0-9_.-]+)"`).FindAllStringSubmatch(code.String(), -1) {
		said[m[1]] = true
	}
	made := regexp.MustCompile(`^(remote\.([a-z]+|denied\.[a-z_]+)\.(title|text|notime)|remote\.history\.denied\.[a-z_]+|remote\.view\.[a-z]+|` +
		`remote\.alerts\.(sounds|told)\.[a-z]+|alarm\.[a-z0-9_]+|part\.[a-z]+\.(name|about)|picture\..*|timeline\..*|feeling\..*|` +
		`free\.(pattern|link)\.[a-z_]+|guide\.sound\.[a-z]+|keep\.wrong\.[a-z_]+|report\.bolus\.[a-z]+|` +
		`ward\.(tab|group|check|ask|look|tell|wait|prepare|find_port|take|record|insert|did|sent|impossible|act|page|runs|battery|alarms?|` +
		`needle|command|line|set|mode|drug|weekday|warning|filter|denied|bolus|event|fault|section|weight|forecast)\.[a-z0-9_.]+)$`)
	var unsaid []string
	for _, key := range keys {
		if !said[key] && !made.MatchString(key) {
			unsaid = append(unsaid, key)
		}
	}
	assert.Empty(t, unsaid, "these words are never said")
}
