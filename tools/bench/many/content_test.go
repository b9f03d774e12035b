package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/check"
	main "iddtestdrive/tools/bench/many"
)

func TestTheManyPagesAreTheSameEveryTimeAndSound(t *testing.T) {
	one, other := t.TempDir(), t.TempDir()
	require.NoError(t, main.WriteContent(one, 3))
	require.NoError(t, main.WriteContent(other, 3))
	file := filepath.Join("en", "part-0", "page-2.md")
	src, err := os.ReadFile(filepath.Join(one, file))
	require.NoError(t, err)
	again, err := os.ReadFile(filepath.Join(other, file))
	require.NoError(t, err)
	assert.Equal(t, string(src), string(again))
	assert.InDelta(t, 900, len(strings.Fields(string(src))), 200)

	r, err := check.Run(t.Context(), check.Options{Content: os.DirFS(one), Today: time.Now()})
	require.NoError(t, err)
	assert.Equal(t, 4, r.Pages)
	for _, f := range r.Findings {
		assert.True(t, f.Warning, f.String())
	}
}
