package program_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/program"
)

// project writes a small module with a program for the browser.
func project(t *testing.T) *program.Compiler {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":                  "module small\n\ngo 1.26\n",
		"go.sum":                  "",
		"wasm/simulator/main.go":  "//go:build js\n\npackage main\n\nimport \"small/engine\"\n\nfunc main() { println(engine.Word) }\n",
		"engine/engine.go":        "package engine\n\nimport _ \"embed\"\n\n//go:embed word.txt\nvar Word string\n",
		"engine/word.txt":         "one",
		"engine/engine_test.go":   "package engine\n",
		"engine/other_windows.go": "package engine\n",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	}
	return &program.Compiler{Root: root, Cache: filepath.Join(root, "cache")}
}

func TestAProgramIsCompiledWhenItsSourcesHaveChanged(t *testing.T) {
	c := project(t)
	compiled := 0
	c.Progress = func(string) { compiled++ }
	first, err := c.Compile(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "\x00asm", string(first.Wasm[:4]))
	assert.Contains(t, string(first.Support), "class")
	again, err := c.Compile(t.Context())
	require.NoError(t, err)
	assert.Equal(t, first, again)
	assert.Equal(t, 1, compiled)

	require.NoError(t, os.WriteFile(filepath.Join(c.Root, "engine", "engine_test.go"), []byte("package engine // changed\n"), 0o600))
	_, err = c.Compile(t.Context())
	require.NoError(t, err)
	assert.Equal(t, 1, compiled, "a test is no part of the program")

	require.NoError(t, os.WriteFile(filepath.Join(c.Root, "engine", "word.txt"), []byte("two"), 0o600))
	changed, err := c.Compile(t.Context())
	require.NoError(t, err)
	assert.NotEqual(t, first.Wasm, changed.Wasm)
	assert.Equal(t, 2, compiled, "an embedded file is")
}

func TestAProgramIsMadeOfItsOwnModulesFiles(t *testing.T) {
	c := project(t)
	files, err := c.Sources(t.Context())
	require.NoError(t, err)
	var names []string
	for _, file := range files {
		name, err := filepath.Rel(c.Root, file)
		require.NoError(t, err)
		names = append(names, filepath.ToSlash(name))
	}
	assert.Equal(t, []string{"engine/engine.go", "engine/word.txt", "go.mod", "go.sum", "wasm/simulator/main.go"}, names)
}

func TestAProgramThatDoesNotCompileSaysWhy(t *testing.T) {
	c := project(t)
	require.NoError(t, os.WriteFile(filepath.Join(c.Root, "engine", "engine.go"), []byte("package engine\n\nvar Word int = \"x\"\n"), 0o600))
	_, err := c.Compile(t.Context())
	var failed *program.Failed
	require.ErrorAs(t, err, &failed)
	assert.Contains(t, failed.Output, "engine.go:3")
	assert.ErrorContains(t, err, "the simulator does not compile")
}
