package practice_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/cases"
	"iddtestdrive/content/scenarios"
	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/scenario"
)

// theCase reads a case that comes with the simulator, and its scenario.
func theCase(t testing.TB, name string) (*practice.Case, *scenario.Scenario) {
	t.Helper()
	src, err := cases.FS.ReadFile(name + ".yaml")
	require.NoError(t, err)
	c, err := practice.Parse(name+".yaml", src)
	require.NoError(t, err)
	src, err = scenarios.FS.ReadFile(c.Scenario + ".yaml")
	require.NoError(t, err)
	sc, err := scenario.Parse(c.Scenario+".yaml", src)
	require.NoError(t, err)
	return c, sc
}

func TestEveryCaseCanBeDoneWellAndEveryMistakeMade(t *testing.T) {
	names, err := fs.Glob(cases.FS, "*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	order := map[int]string{}
	for _, file := range names {
		name := strings.TrimSuffix(file, ".yaml")
		t.Run(name, func(t *testing.T) {
			c, sc := theCase(t, name)
			assert.Equal(t, name, c.Name)
			assert.NoError(t, practice.Walk(c, sc))
			assert.Empty(t, order[c.Order], "two cases have the same place")
			order[c.Order] = name
		})
	}
}
