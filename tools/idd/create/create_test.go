package create_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/site/check"
	"iddtestdrive/tools/idd/create"
)

// project is a project with this one's words and no pages, which becomes the
// working directory, and a new site in its folder mine.
func project(t *testing.T) {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(filepath.Join(root, "content", "messages"), os.DirFS("../../../content/messages")))
	require.NoError(t, os.MkdirAll(filepath.Join(root, "wasm", "simulator"), 0o755))
	t.Chdir(root)
	said, err := begin(t, "site", "mine")
	require.NoError(t, err, said)
}

// begin runs the command.
func begin(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out strings.Builder
	c := create.NewCommand()
	c.SilenceErrors, c.SilenceUsage = true, true
	c.SetArgs(args)
	c.SetOut(&out)
	c.SetErr(&out)
	err := c.ExecuteContext(t.Context())
	return out.String(), err
}

// sound checks the content mine and returns the warnings.
func sound(t *testing.T) []string {
	t.Helper()
	r, err := check.Run(t.Context(), check.Options{Content: os.DirFS("mine"), Today: time.Now()})
	require.NoError(t, err)
	assert.True(t, r.Whole)
	var warnings []string
	for _, f := range r.Findings {
		assert.True(t, f.Warning, f.String())
		warnings = append(warnings, f.String())
	}
	return warnings
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

func TestANewSiteIsSoundAndSaysWhatIsNext(t *testing.T) {
	project(t)
	assert.Empty(t, sound(t))
	said, err := begin(t, "site", "another")
	require.NoError(t, err)
	assert.Contains(t, said, "  another/en/index.md\n")
	assert.Contains(t, said, "Wrote another: a content of your own, with the files above.\nLook at it with: idd serve --content another\n")
}

func TestANewPageIsSoundWhateverItsTitleAndAudience(t *testing.T) {
	project(t)
	for _, c := range []struct{ title, audience, file string }{
		{"Living with a pump", "patients", "living-with-a-pump"},
		{`"Why?" & <so on>: it's 5 #1`, "patients", "why-so-on-its-5-1"},
		{"Für Ärzte", "nurses", "fur-arzte"},
		{"true", "educators", "true"},
		{"2026", "everyone", "2026"},
		{"A - b \\ c", "nurses", "a-b-c"},
	} {
		said, err := begin(t, "page", c.title, "--audience", c.audience, "--content", "mine")
		require.NoError(t, err, c.title)
		assert.Contains(t, said, "Wrote mine/en/"+c.file+".md: a page for "+c.audience+".\n")
	}
	assert.Empty(t, sound(t))
	assert.Contains(t, read(t, "mine/en/living-with-a-pump.md"), "order: 20\n", "after the page of order 10 that is there")
	assert.Contains(t, read(t, "mine/en/why-so-on-its-5-1.md"), "order: 30\n")
}

func TestANewScenarioRunsAsItExpects(t *testing.T) {
	project(t)
	said, err := begin(t, "scenario", "my-day", "--content", "mine")
	require.NoError(t, err)
	assert.Contains(t, said, "Wrote mine/scenarios/my-day.yaml: ")
	assert.Contains(t, said, "try it with: idd simulate --format text mine/scenarios/my-day.yaml\n")
	assert.Contains(t, read(t, "mine/scenarios/my-day.yaml"), "title: My day\n")
	assert.Empty(t, sound(t), "a scenario is run with its expectations")
}

func TestADriveAndACaseRunInTheirScenario(t *testing.T) {
	project(t)
	_, err := begin(t, "drive", "my-drive", "--scenario", "first-try", "--content", "mine")
	require.NoError(t, err)
	_, err = begin(t, "case", "my-case", "--scenario", "first-try", "--content", "mine")
	require.ErrorContains(t, err, "no scenario for a nurse yet; begin one with: idd new scenario my-ward --audience nurse")
	_, err = begin(t, "scenario", "my-ward", "--audience", "nurse", "--content", "mine")
	require.NoError(t, err)
	_, err = begin(t, "case", "my-case", "--scenario", "first-try", "--content", "mine")
	require.ErrorContains(t, err, `a case cannot run in "first-try"; allowed: my-ward`)
	_, err = begin(t, "case", "my-case", "--scenario", "my-ward", "--content", "mine")
	require.NoError(t, err)
	assert.Empty(t, sound(t))

	c, err := practice.Parse("my-case", []byte(read(t, "mine/cases/my-case.yaml")))
	require.NoError(t, err)
	s, err := scenario.Parse("my-ward", []byte(read(t, "mine/scenarios/my-ward.yaml")))
	require.NoError(t, err)
	assert.NoError(t, practice.Walk(c, s), "the case does what it says")
}

func TestANewLanguageHasEveryWordEmptyUnderTheEnglishOne(t *testing.T) {
	project(t)
	said, err := begin(t, "language", "fr", "--content", "mine")
	require.NoError(t, err)
	assert.Contains(t, said, "Wrote mine/fr/index.md: its home page")
	assert.Contains(t, said, "Wrote mine/messages/fr.yaml: ")
	words := read(t, "mine/messages/fr.yaml")
	assert.Contains(t, words, "\n  # Skip to the text\n  skip:\n")
	assert.Contains(t, words, "\n  # \"All {count} pages\"\n  menu_all:\n")
	assert.Contains(t, words, "\n  # We wrote it from the sources named here. No doctor has reviewed it yet.\n  reviewed_by:\n")
	assert.Contains(t, strings.Join(sound(t), "\n"), "messages/fr.yaml: warning: ")

	some := strings.Replace(words, "  skip:\n", "  skip: Aller au texte\n", 1)
	require.NoError(t, os.WriteFile("mine/messages/fr.yaml", []byte(some), 0o600))
	assert.NotEmpty(t, sound(t), "it is sound while only some words are there")
}

func TestNothingThatIsThereIsTouched(t *testing.T) {
	project(t)
	for _, args := range [][]string{
		{"page", "Try the pump", "--content", "mine"},
		{"scenario", "first-try", "--content", "mine"},
		{"language", "en", "--content", "mine"},
		{"site", "mine"},
	} {
		_, err := begin(t, args...)
		assert.ErrorContains(t, err, " is there already", args)
	}
	assert.Empty(t, sound(t))
}

func TestAMistakeSaysWhatWouldBeRight(t *testing.T) {
	project(t)
	for _, c := range []struct {
		says string
		args []string
	}{
		{`idd new knows no "story"; it begins: page, scenario`, []string{"story"}},
		{"say what the page is called; such as:", []string{"page"}},
		{"a page needs a title", []string{"page", " ", "--content", "mine"}},
		{"at most 80", []string{"page", strings.Repeat("a", 81), "--content", "mine"}},
		{`unknown audience "nurse"; did you mean "nurses"?`, []string{"page", "A", "--audience", "nurse", "--content", "mine"}},
		{`no language "de"; begin it with: idd new language de`, []string{"page", "A", "--language", "de", "--content", "mine"}},
		{`no language "../mine/en"`, []string{"page", "A", "--language", "../mine/en", "--content", "mine"}},
		{"name one with --file", []string{"page", "你好", "--content", "mine"}},
		{"use lower-case letters, digits and single hyphens", []string{"page", "A", "--file", "../A", "--content", "mine"}},
		{"use lower-case letters, digits and single hyphens", []string{"scenario", "My day", "--content", "mine"}},
		{"patient or nurse", []string{"scenario", "a", "--audience", "nurses", "--content", "mine"}},
		{"name it with --scenario: first-try", []string{"drive", "a", "--content", "mine"}},
		{`did you mean "first-try"?`, []string{"drive", "a", "--scenario", "first-tri", "--content", "mine"}},
		{"is not the code of a language", []string{"language", "French", "--content", "mine"}},
		{"there is no folder nowhere", []string{"scenario", "a", "--content", "nowhere"}},
	} {
		_, err := begin(t, c.args...)
		assert.ErrorContains(t, err, c.says, c.args)
	}
	t.Chdir(t.TempDir())
	_, err := begin(t, "scenario", "a")
	assert.ErrorContains(t, err, "run idd in the project's folder")
}

func TestHelpHasAnExample(t *testing.T) {
	for _, kind := range []string{"page", "scenario", "drive", "case", "language", "site"} {
		said, err := begin(t, kind, "--help")
		require.NoError(t, err)
		assert.Contains(t, said, "Examples:\n  idd new "+kind)
	}
	said, err := begin(t)
	require.NoError(t, err)
	assert.Contains(t, said, "idd new page")
}
