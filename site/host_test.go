package site_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/mistake"
)

// hosted is the small site with a host's own site.yaml.
func hosted(t *testing.T, text string) fstest.MapFS {
	t.Helper()
	content := small(t)
	content["site.yaml"] = &fstest.MapFile{Data: []byte(text)}
	return content
}

func TestAHostsNameTaglineAndColoursTakeThePlaceOfTheProjects(t *testing.T) {
	files := tree(t, build(t, hosted(t, "name: {en: Pump school, fr: École}\ntagline: by trying\ncolours: {light: {teal: \"#1e5a96\"}}\n")))
	assert.Contains(t, files["index.html"], "<title>Pump school – by trying</title>")
	assert.Contains(t, files["fr/pompe.html"], "<title>La pompe – École</title>")
	assert.Contains(t, files["sim.html"], "– Pump school</title>")
	tokens := 0
	for name, css := range files {
		if strings.HasPrefix(name, "assets/tokens.") {
			tokens++
			assert.Contains(t, css, "--teal:#1e5a96")
			assert.Contains(t, files["sim.html"], name, "the simulator takes the same colours")
		}
	}
	assert.Equal(t, 1, tokens)
}

func TestMistakesOfTheHostsFileAreToldWithThoseOfThePages(t *testing.T) {
	content := hosted(t, "names: A\n")
	content["en/pump.md"].Data = []byte("Text.\n")
	_, err := builder(content, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	var list mistake.List
	require.ErrorAs(t, err, &list)
	require.Len(t, list, 2)
	assert.Contains(t, err.Error(), `content/site.yaml:1:1: unknown key "names"`)
}
