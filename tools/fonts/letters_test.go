package main_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	fonts "iddtestdrive/tools/fonts"
	"iddtestdrive/tools/stage"
)

func TestTheLettersAreThoseThatThisCommandWrites(t *testing.T) {
	root, err := stage.Root()
	require.NoError(t, err)
	there, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(fonts.File)))
	require.NoError(t, err)
	letters, err := fonts.Letters()
	require.NoError(t, err)
	assert.True(t, string(letters) == string(there), "write %s anew: go run ./tools/fonts", fonts.File)
	assert.Contains(t, string(there), "Redistributions in binary form must reproduce the above copyright notice")
}
