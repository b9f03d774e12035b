package drive_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/drives"
	"iddtestdrive/content/scenarios"
	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/scenario"
)

// allScenarios are those that the simulator comes with.
func allScenarios(t testing.TB) drive.Scenarios {
	all := drive.Scenarios{}
	names, err := fs.Glob(scenarios.FS, "*.yaml")
	require.NoError(t, err)
	for _, name := range names {
		src, err := fs.ReadFile(scenarios.FS, name)
		require.NoError(t, err)
		sc, err := scenario.Parse(name, src)
		require.NoError(t, err)
		all[strings.TrimSuffix(name, ".yaml")] = sc
	}
	return all
}

// allDrives are the texts of those that the simulator comes with.
func allDrives(t testing.TB) map[string][]byte {
	all := map[string][]byte{}
	names, err := fs.Glob(drives.FS, "*.yaml")
	require.NoError(t, err)
	for _, name := range names {
		src, err := fs.ReadFile(drives.FS, name)
		require.NoError(t, err)
		all[name] = src
	}
	return all
}

func TestEveryDriveCanBeWalkedToItsEnd(t *testing.T) {
	known := allScenarios(t)
	all := allDrives(t)
	require.NotEmpty(t, all)
	order := map[int]string{}
	for name, src := range all {
		t.Run(name, func(t *testing.T) {
			d, err := drive.Parse(name, src)
			require.NoError(t, err)
			assert.Equal(t, strings.TrimSuffix(name, ".yaml"), d.Name)
			assert.NoError(t, drive.Walk(d, known))
			assert.Empty(t, order[d.Order], "two drives have the same place")
			order[d.Order] = name
		})
	}
}
