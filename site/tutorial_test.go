package site_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/cases"
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/site/theme"
)

// block is a block of code in a page.
type block struct {
	kind string // what follows its opening line: "yaml"
	text string
}

var codeBlock = regexp.MustCompile("(?ms)^```([^\\n]*)\\n(.*?)^```$")

func page(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../content/en/" + name)
	require.NoError(t, err)
	return string(text)
}

func blocks(text string) []block {
	var all []block
	for _, m := range codeBlock.FindAllStringSubmatch(text, -1) {
		all = append(all, block{m[1], m[2]})
	}
	return all
}

const (
	tutorial     = "writing-test-drives.md"
	itsScenario  = "scenarios/evening-pain.yaml"
	itsDrive     = "drives/evening-pain.yaml"
	contentStart = "# content/"
)

// written are the files of the tutorial for test drives.
func written(t *testing.T) map[string]string {
	t.Helper()
	return writtenBy(t, tutorial, itsDrive, itsScenario)
}

// writtenBy are the files that somebody has who does as a tutorial says: its
// blocks of YAML after one another, each file begun by a line with its name.
func writtenBy(t *testing.T, tutorial string, wanted ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	name := ""
	for _, b := range blocks(page(t, tutorial)) {
		if b.kind != "yaml" {
			continue
		}
		if rest, begins := strings.CutPrefix(b.text, contentStart); begins {
			name, _, _ = strings.Cut(rest, "\n")
		} else {
			b.text = "\n" + b.text
		}
		files[name] += b.text
	}
	require.Equal(t, wanted, slices.Sorted(maps.Keys(files)))
	return files
}

// little is the least content in which the tutorial's files are a whole.
func little(t *testing.T, files map[string]string) fstest.MapFS {
	t.Helper()
	words, err := os.ReadFile("../content/messages/en.yaml")
	require.NoError(t, err)
	content := fstest.MapFS{
		"messages/en.yaml":      {Data: words},
		"references.yaml":       {Data: []byte(smallReferences)},
		"en/index.md":           {Data: []byte("---\ntitle: Home\naudience: everyone\n" + head + "---\n::: simulator drive=evening-pain\n:::\n")},
		"en/personal-remote.md": {Data: []byte("---\ntitle: The remote\naudience: patients\n" + head + "---\nText.\n")},
	}
	for name, text := range files {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return content
}

// A build walks through the drive from its start to its end.
func TestTheTutorialsTestDriveRuns(t *testing.T) {
	built := tree(t, build(t, little(t, written(t))))
	assert.Contains(t, built["index.html"], `data-src="sim.html?drive=evening-pain"`)
	assert.Contains(t, built, "drives/evening-pain.json")
}

func TestTheTutorialsOtherStepsAndKeysFitItsDrive(t *testing.T) {
	more := map[string]int{}
	for _, b := range blocks(page(t, tutorial)) {
		files := written(t)
		switch b.kind {
		case "yaml steps":
			files[itsDrive] = strings.Replace(files[itsDrive], "\nlearnt:", "\n"+b.text+"\nlearnt:", 1)
		case "yaml top":
			files[itsDrive] = strings.Replace(files[itsDrive], "timeline]\n", "timeline, feeling]\n"+b.text, 1)
		default:
			continue
		}
		more[b.kind]++
		build(t, little(t, files))
	}
	assert.Equal(t, map[string]int{"yaml steps": 1, "yaml top": 1}, more)
}

// Each is one slip of the pen, and all that the tutorial shows of what one is
// then told is shown here.
func TestWhatTheTutorialSaysOfMistakesIsWhatOneIsTold(t *testing.T) {
	var told []string
	for _, slip := range []struct{ file, right, wrong string }{
		{itsDrive, "    show: body", "    shwo: body"},
		{itsDrive, "{until: 1 h, speed: 600}", "{until: 1, speed: 600}"},
		{itsDrive, "say: It is 16:00, and all is quiet.", "say: At 16:00: all is quiet."},
		{itsDrive, "shows: [remote, body, timeline]", "shows: [remote, timeline]"},
		{itsDrive, "run: {until: {event: alarm_raised}, most: 6 h}", "run: {until: 1 h}"},
		{itsDrive, "most: 6 h", "most: 2 h"},
		{itsScenario, "until: 8 h", "until: 4 h"},
	} {
		files := written(t)
		require.Equal(t, 1, strings.Count(files[slip.file], slip.right), slip.right)
		files[slip.file] = strings.Replace(files[slip.file], slip.right, slip.wrong, 1)
		_, err := builder(little(t, files), filepath.Join(t.TempDir(), "public")).Build(t.Context())
		require.Error(t, err, slip.wrong)
		told = append(told, err.Error())
		said := "We wrote `" + strings.TrimSpace(slip.wrong) + "`"
		assert.True(t, strings.Contains(page(t, tutorial), said), "the tutorial does not say: %s", said)
	}
	var shown []string
	for _, b := range blocks(page(t, tutorial)) {
		if b.kind == "text" {
			shown = append(shown, strings.TrimSuffix(b.text, "\n"))
		}
	}
	assert.Equal(t, told, shown)
}

// keyCell is the first cell of a row of a table in which a key stands alone.
var keyCell = regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\|")

func keys(text, from, to string) []string {
	var found []string
	for _, m := range keyCell.FindAllStringSubmatch(between(text, from, to), -1) {
		found = append(found, m[1])
	}
	return found
}

// between is the part of a text that follows one mark and comes before another.
func between(text, from, to string) string {
	_, text, _ = strings.Cut(text, from)
	text, _, _ = strings.Cut(text, to)
	return text
}

// A key that is not known is answered with all that are: those are the keys
// that the tutorial has to explain.
func TestTheTutorialExplainsEveryKey(t *testing.T) {
	text, files := page(t, tutorial), written(t)
	allowed := func(broken string) []string {
		_, err := drive.Parse("drive.yaml", []byte(broken))
		return allowedKeys(t, err)
	}
	assert.ElementsMatch(t, allowed("cats: 1\n"+files[itsDrive]), keys(text, "## Every key of a drive", "## "))
	assert.ElementsMatch(t, allowed(strings.Replace(files[itsDrive], "    show: body", "    cats: body", 1)),
		keys(text, "## Every key of a step", "## "))
}

// allowedKeys are the keys that an error about an unknown one lists.
func allowedKeys(t *testing.T, err error) []string {
	t.Helper()
	var wrong *document.Error
	require.ErrorAs(t, err, &wrong)
	return regexp.MustCompile("[a-z]+").FindAllString(strings.ReplaceAll(wrong.Allowed, " or ", " "), -1)
}

const (
	caseTutorial    = "writing-cases.md"
	itsCase         = "cases/small-refill.yaml"
	itsCaseScenario = "scenarios/small-refill.yaml"
)

func writtenCase(t *testing.T) map[string]string {
	t.Helper()
	return writtenBy(t, caseTutorial, itsCase, itsCaseScenario)
}

// tried says what idd practise says of a case that is not right.
func tried(files map[string]string) error {
	file := "content/" + itsCase
	c, err := practice.Parse(file, []byte(files[itsCase]))
	if err != nil {
		return err
	}
	sc, err := scenario.Parse("content/"+itsCaseScenario, []byte(files[itsCaseScenario]))
	if err != nil {
		return err
	}
	if err := practice.Walk(c, sc); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

func TestTheTutorialsCaseDoesWhatItSays(t *testing.T) {
	files := writtenCase(t)
	require.NoError(t, tried(files))
	c, err := practice.Parse("small-refill.yaml", []byte(files[itsCase]))
	require.NoError(t, err)
	assert.Contains(t, page(t, caseTutorial),
		fmt.Sprintf("content/%s: done well by its right script; its mistakes (%d) show.\n", itsCase, len(c.Mistakes)))
}

func TestWhatTheTutorialSaysOfMistakesInACaseIsWhatOneIsTold(t *testing.T) {
	text := page(t, caseTutorial)
	var told []string
	for _, slip := range []struct{ file, right, wrong, said string }{
		{itsCase, "vial: ten, volume: 10 mL, filter: true}", "vial: ten, volume: 10, filter: true}", "We wrote `volume: 10, filter: true`"},
		{itsCase, "vial: ten, volume", "vial: tem, volume", "We wrote `vial: tem`"},
		{itsCase, "  - {do: withdraw}\n", "", "We left out `{do: withdraw}`"},
		{itsCase, "by: palpation", "by: ultrasound", "We wrote `by: ultrasound` where it said `by: palpation`"},
		{itsCaseScenario, "audience: nurse", "audience: patient", "We wrote `audience: patient`"},
	} {
		files := writtenCase(t)
		require.Equal(t, 1, strings.Count(files[slip.file], slip.right), slip.right)
		files[slip.file] = strings.Replace(files[slip.file], slip.right, slip.wrong, 1)
		err := tried(files)
		require.Error(t, err, slip.said)
		told = append(told, err.Error())
		assert.True(t, strings.Contains(text, slip.said), "the tutorial does not say: %s", slip.said)
	}
	var shown []string
	for _, b := range blocks(text) {
		if b.kind == "text" {
			shown = append(shown, strings.TrimSuffix(b.text, "\n"))
		}
	}
	assert.Equal(t, told, shown)
}

func TestTheTutorialExplainsEveryKeyOfACase(t *testing.T) {
	_, err := practice.Parse("case.yaml", []byte("cats: 1\n"+writtenCase(t)[itsCase]))
	assert.ElementsMatch(t, allowedKeys(t, err), keys(page(t, caseTutorial), "## Every key of a case", "## "))
}

// A word that there is and that nobody is told of is not used.
func TestTheTutorialExplainsEveryStepOfACase(t *testing.T) {
	text := between(page(t, caseTutorial), "### What can be done", "### ")
	words := slices.Concat(practice.Verbs(), practice.Topics, practice.Sights, practice.Checks, practice.Preparations,
		practice.Ways, practice.Needles, practice.Ports, practice.Tellings, practice.Records)
	for _, word := range words {
		assert.Regexp(t, `\b`+word+`\b`, text)
	}
}

// The ward has every case once, and what is said to be practised in a case is
// said of a case that there is.
func TestThePagesAboutTheWardHaveEveryCase(t *testing.T) {
	text := page(t, "practice-ward.md")
	files, err := fs.Glob(cases.FS, "*.yaml")
	require.NoError(t, err)
	titles := map[string][]string{} // by the name of a group; each alone too
	orders := map[string]int{}
	for _, file := range files {
		src, err := cases.FS.ReadFile(file)
		require.NoError(t, err)
		c, err := practice.Parse(file, src)
		require.NoError(t, err)
		title := strings.ReplaceAll(c.Title, "'", "’")
		titles[title] = []string{title}
		orders[c.Name] = c.Order
		assert.FileExists(t, "../content/en/"+c.Page+".md", "%s: its debrief leads to a page to read on", c.Name)
		ordered := c.Prescribed != nil && c.Prescribed.Fill > 0 // or else a flush is all that is injected
		for group, verb := range map[string]practice.Verb{"All with a needle": practice.Insert, "All that are filled": practice.Inject} {
			does := slices.ContainsFunc(c.Right, func(a practice.Act) bool { return a.Verb == verb })
			if does && (ordered || verb != practice.Inject) {
				titles[group] = append(titles[group], title)
			}
		}
	}

	shown := map[string]int{}
	for section := range strings.SplitSeq(text, "\n## ") {
		last := 0
		for _, m := range regexp.MustCompile(`(?m)^::: simulator case=([a-z0-9-]+)`).FindAllStringSubmatch(section, -1) {
			assert.Greater(t, orders[m[1]], last, "%s stands in its order", m[1])
			shown[m[1]], last = orders[m[1]], orders[m[1]]
		}
	}
	assert.Equal(t, orders, shown)

	text = page(t, "practised-where.md")
	groups := regexp.MustCompile(`(?m)^- \*\*(All [a-z ]+)\*\*: (.*)\.$`).FindAllStringSubmatch(text, -1)
	require.Len(t, groups, 2)
	for _, m := range groups {
		assert.ElementsMatch(t, titles[m[1]], strings.Split(m[2], "; "), m[1])
	}
	rows := regexp.MustCompile(`(?m)^\| .* \| (.*) \|$`).FindAllStringSubmatch(text, -1)
	require.NotEmpty(t, rows)
	for _, m := range rows {
		if m[1] == "Practised in" {
			continue
		}
		for name := range strings.SplitSeq(m[1], "; ") {
			assert.Contains(t, titles, strings.TrimPrefix(name, "not "), m[0])
		}
	}
}

// The example for educators is run in a browser by other tests; what the page
// about embedding lists is what the example has.
func TestThePageAboutEmbeddingListsTheMessagesOfTheExample(t *testing.T) {
	text := page(t, "embedding.md")
	script, err := fs.ReadFile(theme.Files, "example/embed.js")
	require.NoError(t, err)
	example, err := fs.ReadFile(theme.Files, "example/index.html")
	require.NoError(t, err)
	_, hears, _ := strings.Cut(string(script), "const hear = {")
	hears, _, _ = strings.Cut(hears, "\n};")
	assert.ElementsMatch(t, firsts(regexp.MustCompile(`(?m)^  ([a-z]+)\(`), hears),
		keys(text, "### What the simulator tells your page", "### "))
	assert.ElementsMatch(t, firsts(regexp.MustCompile(`data-say="([a-z]+)"`), string(example)),
		keys(text, "### What your page can ask of it", "## "))
}

// firsts are the different first groups of all that matches.
func firsts(pattern *regexp.Regexp, text string) []string {
	var all []string
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(all, m[1]) {
			all = append(all, m[1])
		}
	}
	return all
}

// What a page for educators says to start is there: a plan for a lesson that names
// a case which nobody has stops a class.
func TestWhatPagesForEducatorsStartIsThere(t *testing.T) {
	for _, name := range []string{"embedding.md", "hosting.md", "lesson-45-minutes.md", "lesson-half-day.md"} {
		names := regexp.MustCompile(`(drive|scenario|case)=([a-z0-9-]+)`).FindAllStringSubmatch(page(t, name), -1)
		require.NotEmpty(t, names, name)
		for _, m := range names {
			assert.FileExists(t, "../content/"+m[1]+"s/"+m[2]+".yaml", name)
		}
	}
}
