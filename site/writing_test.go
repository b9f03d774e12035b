package site_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/markdown"
)

func TestThePageForAuthorsNamesEveryBlock(t *testing.T) {
	page, err := os.ReadFile("../content/en/writing-pages.md")
	require.NoError(t, err)
	for _, kind := range markdown.Blocks() {
		assert.Regexp(t, "(?m)::: "+kind.Name+"|`"+kind.Name+"`", string(page), kind.Name)
	}
}

// A reader who has met one box for an emergency must not meet another rule in the
// next: what makes it one is said in the same words wherever patients read it.
func TestWhatIsAnEmergencyIsSaidInTheSameWordsToPatientsEverywhere(t *testing.T) {
	const signs = "Very sleepy, slow or weak breathing, a fit, or cannot be woken?\n" +
		"Fever with a stiff neck or a strong headache? With **baclofen**: fever with very stiff muscles?\n\n1. "
	files, err := filepath.Glob("../content/en/*.md")
	require.NoError(t, err)
	boxes := 0
	for _, file := range files {
		page, err := os.ReadFile(file)
		require.NoError(t, err)
		if !bytes.Contains(page, []byte("\naudience: patients\n")) {
			continue
		}
		for i, box := range strings.Split(string(page), "\n::: emergency")[1:] {
			_, text, _ := strings.Cut(box, "\n")
			assert.True(t, strings.HasPrefix(text, signs), "%s, box %d begins: %.150s", file, i+1, text)
			boxes++
		}
	}
	assert.Greater(t, boxes, 10)
}
