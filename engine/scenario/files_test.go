package scenario_test

import (
	"embed"
	"flag"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The test data is embedded, because these tests also run in a browser, which
// has no files.
//
//go:embed testdata/bad testdata/format testdata/golden testdata/logs.sha256
var testdata embed.FS

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata")

// filesIn lists the YAML files of a folder of the test data.
func filesIn(t testing.TB, files fs.FS, folder string) []string {
	names, err := fs.Glob(files, path.Join(folder, "*.yaml"))
	require.NoError(t, err)
	require.NotEmpty(t, names)
	return names
}

func read(t testing.TB, files fs.FS, name string) string {
	src, err := fs.ReadFile(files, name)
	require.NoError(t, err)
	// A checkout may have made the line ends those of its system.
	return strings.ReplaceAll(string(src), "\r\n", "\n")
}

// golden holds a text against a file of the test data, or writes the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	require.Equal(t, read(t, testdata, name), got)
}
