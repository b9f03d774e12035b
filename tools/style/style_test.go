package style_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/style"
)

func TestTheProjectKeepsItsHabits(t *testing.T) {
	root := os.DirFS(filepath.Join("..", ".."))
	looked := 0
	require.NoError(t, fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{"build", "public", "testdata", ".git"}, d.Name()):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		looked++
		found, err := style.Check(name, src)
		assert.NoError(t, err)
		for _, f := range found {
			t.Error(f)
		}
		return nil
	}))
	assert.Greater(t, looked, 20, "the walk found the project")
}

func TestEachBrokenHabitIsNamedWithItsPlace(t *testing.T) {
	long := "package a\n\nfunc f() {\n" + strings.Repeat("\tf()\n", style.MaxFunction) + "}\n"
	cases := []struct{ name, src, want string }{
		{"a/a.go", "package a\n\nfunc F() {}\n", "a/a.go:3: F is exported"},
		{"a/a.go", "package a\n\n// F does.\nfunc F() {}\n", ""},
		{"a/a.go", "package a\n\n// T is.\ntype T struct{}\n\nfunc (t *T) M() {}\n", "a/a.go:6: M is exported"},
		{"a/a.go", "package a\n\ntype t struct{}\n\nfunc (t) String() string { return \"\" }\n", ""},
		{"a/a.go", "package a\n\nconst (\n\tA = 1\n\tB = 2 // B is two.\n)\n", "a/a.go:4: A is exported"},
		{"a/a.go", "package a\n\n// Both are small.\nconst (\n\tA = 1\n\tB = 2\n)\n", ""},
		{"a/main.go", "package main\n\nfunc F() {}\n", ""},
		{"util/a.go", "package util\n", "util/a.go:1: package util: a name"},
		{"a/a.go", "package a\n\n// TO" + "DO: later\n", "a/a.go:3: TO" + "DO: do it"},
		{"a/a.go", "package a\n\nimport \"time\"\n\nfunc f() { time.Sleep(1) }\n", "a/a.go:5: time.Sleep: wait"},
		{"a/a_test.go", "package a_test\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) { t.Skip() }\n", "a/a_test.go:5: t.Skip"},
		{"a/a_test.go", "package a\n", "a/a_test.go:1: a test of package a stands in package a_test"},
		{"a/export_test.go", "package a\n", ""},
		{"a/a.go", long, "a/a.go:3: f has 72 lines"},
		{"a/a_test.go", strings.Replace(long, "package a", "package a_test", 1), ""},
		{"a/a.go", "package a\n" + strings.Repeat("\n", style.MaxFile), "a/a.go:1: the file has 501 lines"},
		{"engine/pump/a.go", "package pump\n\nvar x = 0.5\n", "engine/pump/a.go:3: 0.5: a dose"},
		{"engine/pump/a.go", "package pump\n\nfunc f(x float64) {}\n", "engine/pump/a.go:3: float64: a dose"},
		{"engine/pump/a_test.go", "package pump_test\n\nvar x = 0.5\n", ""},
		{"wasm/panel/a.go", "package panel\n\nvar x float64 = 0.5\n", ""},
	}
	for _, c := range cases {
		found, err := style.Check(c.name, []byte(c.src))
		require.NoError(t, err)
		if c.want == "" {
			assert.Empty(t, found, c.src)
			continue
		}
		if assert.Len(t, found, 1, c.src) {
			assert.True(t, strings.HasPrefix(found[0], c.want), "%s\nwants %s", found[0], c.want)
		}
	}
}

func TestAFileThatIsNoGoIsAnError(t *testing.T) {
	_, err := style.Check("a/a.go", []byte("package"))
	require.Error(t, err)
}
