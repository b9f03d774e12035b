package check_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/idd/check"
)

const page = "---\ntitle: Home\ndescription: A page.\naudience: everyone\nreviewed: 2026-03-02\nsources: []\n---\nFirst words.\n"

// project is a small project in a temporary folder, which becomes the working
// directory. It has no simulator to compile: checking must not ask for one.
func project(t *testing.T) {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(filepath.Join(root, "site", "theme"), os.DirFS("../../../site/theme")))
	require.NoError(t, os.CopyFS(filepath.Join(root, "content", "messages"), os.DirFS("../../../content/messages")))
	require.NoError(t, os.MkdirAll(filepath.Join(root, "wasm", "simulator"), 0o755))
	t.Chdir(root)
	write(t, "content/en/index.md", page)
}

func write(t *testing.T, file, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
}

// run runs the command and returns what it said and its exit status.
func run(t *testing.T, args ...string) (string, int) {
	t.Helper()
	var out strings.Builder
	c := check.NewCommand()
	c.SilenceErrors, c.SilenceUsage = true, true
	c.SetArgs(args)
	c.SetOut(&out)
	c.SetErr(&out)
	err := c.ExecuteContext(t.Context())
	var with interface{ ExitStatus() int }
	switch {
	case err == nil:
		return out.String(), 0
	case errors.As(err, &with):
		return out.String(), with.ExitStatus()
	}
	return out.String() + err.Error(), 2
}

func TestCheckSaysWhatItCheckedAndWhatIsNext(t *testing.T) {
	project(t)
	said, status := run(t, "--today", "2026-03-02")
	assert.Zero(t, status)
	assert.Regexp(t, `^Checked 1 page in 1 language with \d+ links, and 0 scenarios, 0 test drives, 0 practice cases: no errors, no warnings\.\n`+
		`Next, build the site: idd build\n$`, said)
	assert.NoDirExists(t, "public")
}

func TestErrorsEndWithStatus1AndWarningsDoNot(t *testing.T) {
	project(t)
	write(t, "content/en/index.md", strings.Replace(page, "sources", "next_review: 2026-04-01\nsources", 1))
	said, status := run(t, "--today", "2026-05-01")
	assert.Zero(t, status)
	assert.Contains(t, said, "content/en/index.md:6:1: warning: was to be checked again by 2026-04-01; ")
	assert.Contains(t, said, ": no errors, 1 warning.\n")

	said, status = run(t, "--today", "2026-03-01")
	assert.Equal(t, 1, status)
	assert.Contains(t, said, "content/en/index.md:5:1: error: reviewed on 2026-03-02, which is after today (2026-03-01); ")
	assert.Contains(t, said, "Mend the errors and check again.")
}

func TestWhatWasNotLookedAtIsSaid(t *testing.T) {
	project(t)
	write(t, "content/en/index.md", strings.Replace(page, "title", "titel", 1))
	said, status := run(t)
	assert.Equal(t, 1, status)
	assert.Contains(t, said, `content/en/index.md:2:1: error: unknown key "titel"; did you mean "title"?`)
	assert.Contains(t, said, "2 errors, no warnings. These mistakes stood in the way of the texts, which were not looked at.\nMend them and check again.\n")
}

func TestWrongUseIsExplainedAndHasStatus2(t *testing.T) {
	project(t)
	for _, c := range []struct {
		says string
		args []string
	}{
		{"write year, month and day, such as 2026-03-02", []string{"--today", "1 March"}},
		{"there is no folder texts; name the folder of the content with --content", []string{"--content", "texts"}},
		{"unknown command", []string{"en/index.md"}},
	} {
		said, status := run(t, c.args...)
		assert.Equal(t, 2, status, c.args)
		assert.Contains(t, said, c.says)
	}
	t.Chdir(t.TempDir())
	said, status := run(t)
	assert.Equal(t, 2, status)
	assert.Contains(t, said, "run idd in the project's folder")
}

func TestHelpHasAnExample(t *testing.T) {
	said, status := run(t, "--help")
	assert.Zero(t, status)
	assert.Contains(t, said, "Examples:\n  idd check\n")
}
