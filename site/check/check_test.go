package check_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/check"
)

const head = "description: A page.\nreviewed: 2026-03-02\nsources: []\n"

// good is a small content in which nothing is wrong.
func good(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	words, err := os.ReadFile("../../content/messages/en.yaml")
	require.NoError(t, err)
	files["messages/en.yaml"] = &fstest.MapFile{Data: words}
	scenario, err := os.ReadFile("../../content/scenarios/first-hours.yaml")
	require.NoError(t, err)
	files["scenarios/first-hours.yaml"] = &fstest.MapFile{Data: scenario}
	put(files, "en/index.md", "---\ntitle: Home\naudience: everyone\n"+head+"---\n[The pump](pump.md#parts) and [a trial](https://example.org/).\n")
	put(files, "en/pump.md", "---\ntitle: The pump\naudience: patients\n"+head+"next_review: 2027-03-02\n---\n::: summary\nShort.\n:::\n\n## Parts\n\n::: ask\n- Why?\n:::\n")
	return files
}

func put(files fstest.MapFS, name, text string) {
	files[name] = &fstest.MapFile{Data: []byte(text)}
}

// change replaces a part of a file, which must be there.
func change(t *testing.T, files fstest.MapFS, name, old, now string) {
	t.Helper()
	text := string(files[name].Data)
	require.Contains(t, text, old)
	put(files, name, strings.Replace(text, old, now, 1))
}

func run(t *testing.T, content fs.FS, today string) (check.Report, []string) {
	t.Helper()
	day, err := time.Parse(time.DateOnly, today)
	require.NoError(t, err)
	r, err := check.Run(t.Context(), check.Options{Content: content, ContentName: "content", Today: day})
	require.NoError(t, err)
	lines := []string{}
	for _, f := range r.Findings {
		lines = append(lines, f.String())
	}
	return r, lines
}

const today = "2026-04-01"

func TestAGoodContentHasNoFindingsAndIsCounted(t *testing.T) {
	r, lines := run(t, good(t), today)
	assert.Empty(t, lines)
	assert.True(t, r.Whole)
	assert.Equal(t, 2, r.Pages)
	assert.Equal(t, 1, r.Languages)
	assert.Equal(t, 1, r.Scenarios)
	assert.Equal(t, 1, r.Foreign)
	assert.Positive(t, r.Links)
}

func TestTheProjectsOwnContentHasNoErrors(t *testing.T) {
	r, err := check.Run(t.Context(), check.Options{Content: os.DirFS("../../content"), Today: time.Now()})
	require.NoError(t, err)
	for _, f := range r.Findings {
		assert.True(t, f.Warning, f.String())
	}
}

func TestEachFindingIsOneLineWithItsPlaceAndRemedy(t *testing.T) {
	for name, c := range map[string]struct {
		file, old, now string
		says           string
	}{
		"dead anchor": {"en/index.md", "#parts", "#part", "content/en/index.md:8:1: error: en/pump.md has no place called part; did you mean \"parts\"?"},
		"no page":     {"en/index.md", "pump.md#parts", "pumps.md", "content/en/index.md:8:1: error: there is no page en/pumps.md; did you mean en/pump.md?"},
		"heading":     {"en/pump.md", "## Parts", "#### Parts", "content/en/pump.md:13:1: error: a heading of level 4 after one of level 1; leave out no level"},
		"reviewed":    {"en/pump.md", "reviewed: 2026-03-02", "reviewed: 2026-04-02", "content/en/pump.md:5:1: error: reviewed on 2026-04-02, which is after today (2026-04-01); write the day"},
		"next review": {"en/pump.md", "next_review: 2027-03-02", "next_review: 2026-03-31", "content/en/pump.md:7:1: warning: was to be checked again by 2026-03-31; check its facts"},
		"summary":     {"en/pump.md", "::: summary", "::: warning", "content/en/pump.md:3:1: warning: a page for patients without a summary; begin it with ::: summary"},
		"nothing":     {"en/pump.md", "::: ask", "::: warning", "content/en/pump.md:3:1: warning: a page for patients with nothing to do and no picture; give it"},
		"hard":        {"en/pump.md", "Short.", strings.Repeat("Intrathecal administration necessitates individualised titration. ", 30), "content/en/pump.md:3:1: warning: hard to read for patients: Flesch-Kincaid grade 3"},
		"long":        {"en/pump.md", "Short.", strings.Repeat("So "+strings.Repeat("the dose is in the pump and ", 4)+"on. ", 10), "content/en/pump.md:3:1: warning: sentences of 25 words on average; at most 20; the longest has 30 and begins in line 10"},
		"scenario":    {"scenarios/first-hours.yaml", "until:", "steps:\n  - {at: 0 h, do: stop, expect: {event: restarted}}\nuntil:", "content/scenarios/first-hours.yaml:22:1: error: step 1 (stop at 0 h): expected {event: restarted}, got stopped; see what happens with idd simulate --format text content/scenarios/first-hours.yaml"},
		"no column":   {"en/pump.md", "Short.", "Short.\n\n| | Now |\n|---|---|\n| Rate | 1 |\n", "content/en/pump.md:12:1: error: a column of a table has no name; name it in the first line"},
		"large":       {"en/pump.md", "Short.", strings.Repeat("Too long. ", 6000), "content/en/pump.md: error: the page costs its reader"},
	} {
		content := good(t)
		change(t, content, c.file, c.old, c.now)
		_, lines := run(t, content, today)
		found := strings.Join(lines, "\n")
		assert.Contains(t, found, c.says, name)
		assert.Len(t, lines, 1, "%s: %s", name, found)
	}
}

func TestADayOnWhichAPageIsToBeCheckedIsNotPast(t *testing.T) {
	_, lines := run(t, good(t), "2027-03-02")
	assert.Empty(t, lines)
	_, lines = run(t, good(t), "2026-03-02")
	assert.Empty(t, lines, "reviewed today")
}

func TestMistakesInTheIndexAreToldAndThatTheTextsWereNotLookedAt(t *testing.T) {
	content := good(t)
	change(t, content, "en/index.md", "audience: everyone", "audience: doctors")
	change(t, content, "en/pump.md", "## Parts", "<b>")
	r, lines := run(t, content, today)
	assert.False(t, r.Whole)
	require.Len(t, lines, 1)
	assert.Contains(t, lines[0], `content/en/index.md:3:11: error: unknown audience "doctors"; allowed: everyone, patients, nurses, educators`)
}

func TestWhatALanguageHasNotTranslatedIsAWarning(t *testing.T) {
	content := good(t)
	put(content, "messages/fr.yaml", string(content["messages/en.yaml"].Data))
	put(content, "en/left.md", "---\ntitle: Left\naudience: educators\n"+head+"---\nText.\n")
	put(content, "fr/index.md", "---\ntitle: Accueil\naudience: everyone\n"+head+"---\nTexte.\n")
	put(content, "fr/pompe.md", "---\ntitle: La pompe\naudience: nurses\n"+head+"translations: {en: pump.md}\n---\nTexte.\n")
	r, lines := run(t, content, today)
	assert.Equal(t, []string{"content/en/left.md: warning: not translated into fr; write the page in content/fr and name it under translations"}, lines)
	assert.Equal(t, 2, r.Languages)
	assert.Equal(t, 1, r.Warnings)
	assert.Zero(t, r.Errors)
}

func TestWordsThatAreNotTranslatedAreOneLineForTheLargestGroup(t *testing.T) {
	content := good(t)
	put(content, "messages/en.yaml", string(content["messages/en.yaml"].Data))
	put(content, "messages/fr.yaml", "site: {name: Nom, audience: {patients: Patients}}\nsimulator:\nward: {}\n")
	put(content, "fr/index.md", "---\ntitle: Accueil\naudience: everyone\n"+head+"---\nTexte.\n")
	r, lines := run(t, content, today)
	assert.Zero(t, r.Errors)
	found := strings.Join(lines, "\n")
	assert.Contains(t, found, "words of site.audience not translated: educators, everyone, nurses; readers see those of content/messages/en.yaml")
	assert.Regexp(t, `content/messages/fr.yaml: warning: \d+ words of simulator not translated: none of them is yet; `, found)
	assert.Regexp(t, `\d+ words of site.month not translated: none of them is yet; `, found)
	assert.Contains(t, found, "content/en/pump.md: warning: not translated into fr; ")
	assert.NotContains(t, found, "content/en/index.md", "home pages are each other's")
}

func TestAContentWithoutPagesCannotBeChecked(t *testing.T) {
	_, err := check.Run(t.Context(), check.Options{Content: fstest.MapFS{}})
	assert.ErrorContains(t, err, "no folder of a language")
}
