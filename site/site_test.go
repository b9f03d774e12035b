package site_test

import (
	"context"
	"encoding/json"
	"errors"
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

	"iddtestdrive/site"
	"iddtestdrive/site/htmlcheck"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/output"
	"iddtestdrive/site/program"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

const head = "description: What it is about.\nreviewed: 2026-03-02\nsources: [trial]\n"

const smallReferences = `trial:
  title: A <trial>
  by: Some people
  where: A journal
  year: 2002
  doi: 10.1000/a(b)
  pmid: 12351602
  kind: study
  about: Few people.
page: {title: A page, by: An office, url: "https://www.example.org/?a=b&c=d", kind: page, about: Second-hand.}
leaflet: {title: A leaflet, by: The maker, kind: page, about: It praises., note: No address is known.}
`

const smallGlossary = `lockout: {word: lockout, plain: A wait., exact: An interval., also: [waits], see: [catheter-tip], sources: [page]}
catheter-tip: {word: catheter tip, plain: The end of the tube., exact: The distal end.}
`

const smallDrive = `title: A first day
summary: Ask once.
minutes: 3
order: 1
lanes: [{scenario: first-hours, name: Steady dose and remote}]
steps:
  - say: Welcome.
  - say: Time runs.
    run: {until: 2 h}
learnt: [One., Two., Three.]
ask: [Why?, When?]
`

const smallCase = `title: A look
summary: Read the pump.
minutes: 2
order: 1
scenario: first-hours
patient: {is: "a patient, 70, with back pain"}
task: Read the pump.
wants:
  - {want: The pump was read, weight: critical, when: {did: {do: interrogate}}, because: It knows.}
right: [{do: interrogate}]
debrief: Read it first.
`

// small is a site with two languages, folders and every block.
func small(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	words, err := os.ReadFile("../content/messages/en.yaml")
	require.NoError(t, err)
	scenario, err := os.ReadFile("../content/scenarios/first-hours.yaml")
	require.NoError(t, err)
	put("messages/en.yaml", string(words))
	put("messages/fr.yaml", string(words))
	put("scenarios/first-hours.yaml", string(scenario))
	put("drives/first-day.yaml", smallDrive)
	put("cases/a-look.yaml", smallCase)
	put("references.yaml", smallReferences)
	put("en/glossary.yaml", smallGlossary)
	put("en/all/lists.md", "---\ntitle: Lists\naudience: everyone\n"+head+"---\n## Sources\n\n::: references\n:::\n\n## Words\n\n::: glossary\n:::\n")
	put("en/index.md", "---\ntitle: Home\naudience: everyone\n"+head+"---\n::: pages audience=patients\n:::\n")
	put("en/pump.md", "---\ntitle: The pump\naudience: patients\norder: 2\n"+head+"translations: {fr: pompe.md}\n---\n"+
		"## One\n\nSee [the remote](deep/remote.md#two) or [above](#one) and [a list](list.csv).\n\n## Two\n\n## Three\n\n"+
		"::: figure src=deep/a.svg alt=\"A pump\"\n:::\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n")
	put("en/deep/remote.md", "---\ntitle: The <remote>\naudience: patients\norder: 1\n"+head+"---\n"+
		"::: simulator scenario=first-hours\n:::\n\n## Two\n\n::: simulator case=a-look\n:::\n\n::: simulator exam=1 title=Exam\nOne case.\n:::\n\n::: ask\n- Why?\n:::\n\n[Back](../pump.md), [list](../list.csv)[^1]\n\n[^1]: Note.\n")
	put("en/deep/nurse.md", "---\ntitle: For nurses\naudience: nurses\n"+head+"---\nAfter the [[waits]] [@page], and [[lockout]] [@trial, @page].\n")
	put("fr/index.md", "---\ntitle: Accueil\naudience: everyone\n"+head+"---\nTexte.\n")
	put("fr/pompe.md", "---\ntitle: La pompe\naudience: patients\n"+head+"---\nTexte.\n")
	put("en/list.csv", "a,b\n")
	put("en/deep/a.svg", `<svg viewBox="0 0 9 9"><circle class="fill-drug" id="a" r="4"/></svg>`)
	return files
}

// builder builds content into a folder, with a program that takes no time.
func builder(content fs.FS, out string) *site.Builder {
	return site.New(site.Options{
		Content: content, ContentName: "content", Out: out,
		Program: noProgram,
	})
}

// noProgram stands for a simulator that takes no time to compile.
func noProgram(context.Context) (program.Program, error) {
	return program.Program{Wasm: []byte("\x00asm"), Support: []byte("class Go {}")}, nil
}

func build(t *testing.T, content fs.FS) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	_, err := builder(content, out).Build(t.Context())
	require.NoError(t, err)
	return out
}

// tree returns the files of a folder by name.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			data, bad := os.ReadFile(filepath.Join(folder, name))
			files[name], err = string(data), bad
		}
		return err
	}))
	return files
}

func TestTheProjectsOwnSiteIsSound(t *testing.T) {
	for name, content := range map[string]fs.FS{"ours": os.DirFS("../content"), "small": small(t)} {
		out := build(t, content)
		findings, err := htmlcheck.Site(os.DirFS(out))
		require.NoError(t, err)
		for _, f := range findings {
			assert.Fail(t, "the built site is wrong", "%s: %s", name, f)
		}
	}
}

func TestPagesAreWhereTheirFilesAre(t *testing.T) {
	files := tree(t, build(t, small(t)))
	var pages []string
	for name := range files {
		if !strings.HasPrefix(name, "assets/") && !strings.HasSuffix(name, ".br") && !strings.HasSuffix(name, ".gz") {
			pages = append(pages, name)
		}
	}
	slices.Sort(pages)
	assert.Equal(t, []string{
		".idd-files", "404.html", "all/lists.html", "cases/a-look.json", "cases/all_cases.json", "deep/nurse.html", "deep/remote.html", "drives/first-day.json",
		"example/embed.css", "example/embed.js", "example/index.html", "fr/index.html", "fr/pompe.html", "fr/search.html", "fr/sim.html",
		"index.html", "messages/en-ward.json", "messages/en.json", "messages/fr-ward.json", "messages/fr.json", "pump.html", "scenarios/first-hours.yaml", "search.html", "sim.html",
		"source/en/all/lists.md", "source/en/deep/nurse.md", "source/en/deep/remote.md", "source/en/index.md", "source/en/pump.md",
		"source/fr/index.md", "source/fr/pompe.md",
	}, pages)
	assert.Contains(t, files["pump.html"], `href="deep/remote.html#two"`)
	assert.Contains(t, files["deep/remote.html"], `href="../pump.html"`)
	assert.Contains(t, files["deep/remote.html"], `data-src="../sim.html?scenario=first-hours"`)
	assert.Contains(t, files["deep/remote.html"], "<h1>The &lt;remote&gt;</h1>")
	assert.Contains(t, files["fr/index.html"], `<html lang="fr">`)
	assert.Contains(t, files["fr/sim.html"], `data-messages="../messages/fr.json"`)
	assert.Regexp(t, `data-wasm="assets/sim\.[0-9a-f]{10}\.wasm" data-wasm-size="4" data-exec="assets/wasm_exec\.[0-9a-f]{10}\.js" data-scenarios="scenarios/" data-drives="drives/" data-cases="cases/" data-messages="messages/en.json" data-ward="messages/en-ward.json"`, files["sim.html"])
}

// The simulator fetches a case with its scenario, and an exam all of them in their
// order.
func TestCasesAreHandedOverWithTheirScenarios(t *testing.T) {
	content := small(t)
	content["cases/z-first.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(smallCase, "order: 1", "order: 0", 1))}
	files := tree(t, build(t, content))
	type handed struct{ Name, Case, Scenario string }
	var one, all []handed
	require.NoError(t, json.Unmarshal([]byte(files["cases/a-look.json"]), &one))
	require.NoError(t, json.Unmarshal([]byte(files["cases/all_cases.json"]), &all))
	look := handed{"a-look", smallCase, string(content["scenarios/first-hours.yaml"].Data)}
	assert.Equal(t, []handed{look}, one)
	require.Len(t, all, 2)
	assert.Equal(t, "z-first", all[0].Name)
	assert.Equal(t, look, all[1])
	assert.Contains(t, files["deep/remote.html"], `data-src="../sim.html?case=a-look"`)
	assert.Contains(t, files["deep/remote.html"], `data-src="../sim.html?exam=1"`)
}

// The simulator acts in the first scenario of the file, so their order counts.
func TestADriveComesInOneFileWithItsScenariosInTheirOrder(t *testing.T) {
	content := small(t)
	scenario := string(content["scenarios/first-hours.yaml"].Data)
	content["scenarios/a-day.yaml"] = &fstest.MapFile{Data: []byte(scenario)}
	content["drives/first-day.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(smallDrive, "lanes: [",
		"lanes: [{scenario: first-hours, name: One}, {scenario: a-day, name: Two}, ", 1))}
	files := tree(t, build(t, content))
	var file struct {
		Drive     string
		Scenarios map[string]string
	}
	require.NoError(t, json.Unmarshal([]byte(files["drives/first-day.json"]), &file))
	assert.Equal(t, string(content["drives/first-day.yaml"].Data), file.Drive)
	assert.Equal(t, map[string]string{"first-hours": scenario, "a-day": scenario}, file.Scenarios)
	assert.Less(t, strings.Index(files["drives/first-day.json"], `"first-hours":`), strings.Index(files["drives/first-day.json"], `"a-day":`))
}

func TestNavigationFollowsAudienceAndOrder(t *testing.T) {
	files := tree(t, build(t, small(t)))
	menu := regexp.MustCompile(`(?s)<nav class="menu".*?</nav>`).FindString(files["pump.html"])
	order := []string{"For patients", "The &lt;remote&gt;", "The pump", "For nurses</summary>", "For nurses</a>"}
	at := 0
	for _, word := range order {
		next := strings.Index(menu[at:], word)
		require.GreaterOrEqual(t, next, 0, "%s after %s", word, menu[:at])
		at += next
	}
	assert.NotContains(t, menu, "For educators", "an audience without pages is left out")
	assert.Contains(t, files["pump.html"], `<a class="previous" href="deep/remote.html">`)
	assert.NotContains(t, files["pump.html"], `class="next"`, "the nurses' pages are another row")
	assert.Contains(t, files["pump.html"], `<nav class="contents"`)
	assert.NotContains(t, files["deep/remote.html"], `<nav class="contents"`, "a short page needs none")
}

func TestAPageMayLinkToTheExampleForEducators(t *testing.T) {
	content := small(t)
	for file, link := range map[string]string{"en/pump.md": "example/index.html", "en/deep/remote.md": "../example/embed.js", "fr/pompe.md": "example/index.html"} {
		content[file].Data = append(content[file].Data, "\n[The example]("+link+")\n"...)
	}
	files := tree(t, build(t, content))
	assert.Contains(t, files["pump.html"], `<a href="example/index.html">The example</a>`)
	assert.Contains(t, files["deep/remote.html"], `<a href="../example/embed.js">The example</a>`)
	assert.Contains(t, files["fr/pompe.html"], `<a href="../example/index.html">The example</a>`)
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	pressed := func() map[string]string {
		out := filepath.Join(t.TempDir(), "public")
		_, err := site.New(site.Options{
			Content: small(t), Out: out, Press: &output.Press{Cache: t.TempDir()}, Program: noProgram,
		}).Build(t.Context())
		require.NoError(t, err)
		return tree(t, out)
	}
	first := pressed()
	assert.Contains(t, first, "pump.html.br")
	assert.Equal(t, first, pressed())
}

func TestAPageStaysSmallAndAsksForNoProgram(t *testing.T) {
	files := tree(t, build(t, os.DirFS("../content")))
	asked := regexp.MustCompile(`(?:href|src)="(assets/[^"]+\.(?:css|js|svg))"`)
	for name, html := range files {
		if !strings.HasSuffix(name, ".html") || strings.HasSuffix(name, "sim.html") {
			continue
		}
		total := len(html)
		for _, m := range asked.FindAllStringSubmatch(html, -1) {
			require.Contains(t, files, m[1])
			total += len(files[m[1]])
		}
		assert.Less(t, total, 60_000, name)
		assert.NotRegexp(t, `="[^"]*\.wasm`, html, name)
		assert.NotContains(t, html, "<iframe", name)
	}
}

func TestMakingTheTokensSmallerLeavesThemAsTheyAre(t *testing.T) {
	files := tree(t, build(t, small(t)))
	written, err := theme.Files.ReadFile("tokens.css")
	require.NoError(t, err)
	want, err := tokens.Parse(written)
	require.NoError(t, err)
	for name, css := range files {
		if !strings.HasPrefix(name, "assets/tokens.") || !strings.HasSuffix(name, ".css") {
			continue
		}
		for token, value := range want.Light {
			if strings.HasPrefix(value, "#") {
				assert.Contains(t, css, "--"+token+":"+value, "the canvas reads colours as they are written")
			}
		}
	}
}

func TestEveryMistakeIsToldAtOnceAndTheFormerSiteStays(t *testing.T) {
	content := small(t)
	out := filepath.Join(t.TempDir(), "public")
	b := builder(content, out)
	_, err := b.Build(t.Context())
	require.NoError(t, err)
	before := tree(t, out)

	content["en/pump.md"].Data = []byte(strings.Replace(string(content["en/pump.md"].Data), "#two", "#tow", 1))
	content["en/deep/remote.md"].Data = []byte(strings.Replace(string(content["en/deep/remote.md"].Data), "first-hours", "frist-hours", 1))
	_, err = b.Build(t.Context())
	var list mistake.List
	require.ErrorAs(t, err, &list)
	require.Len(t, list, 2)
	assert.Equal(t, "content/en/deep/remote.md:9:15", list[0].Place())
	assert.Contains(t, list[0].Error(), `there is no scenario "frist-hours"; there are: first-hours`)
	assert.Equal(t, before, tree(t, out))
}

func TestAnAnchorThatIsNotThereIsAMistake(t *testing.T) {
	content := small(t)
	content["en/pump.md"].Data = []byte(strings.Replace(string(content["en/pump.md"].Data), "#two", "#tow", 1))
	_, err := builder(content, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	var list mistake.List
	require.ErrorAs(t, err, &list)
	require.Len(t, list, 1)
	assert.Contains(t, list[0].Error(), "content/en/pump.md:12:5: en/deep/remote.md has no place called tow")
	assert.Contains(t, list[0].Error(), `did you mean "two"?`)
}

func TestAProgramThatDoesNotCompileLeavesTheFormerSite(t *testing.T) {
	out := build(t, small(t))
	before := tree(t, out)
	broken := errors.New("no")
	_, err := site.New(site.Options{Content: small(t), Out: out, Program: func(context.Context) (program.Program, error) {
		return program.Program{}, broken
	}}).Build(t.Context())
	assert.ErrorIs(t, err, broken)
	assert.Equal(t, before, tree(t, out))
}

// Files put into the small site, and what must be said of them.
func TestContentThatIsWrongIsRefused(t *testing.T) {
	page := "---\ntitle: A\naudience: patients\n" + head + "---\n"
	for _, c := range []struct{ file, text, said string }{
		{"en/Über.md", page, "content/en/Über.md: not a name for an address"},
		{"en/a b.md", page, "not a name for an address"},
		{"en/Deep/a.md", page, "content/en/Deep: not a name for an address"},
		{"en/404.md", page, "the site itself has a place called 404.md"},
		{"en/assets/a.md", page, "content/en/assets: the site itself has a place called assets"},
		{"en/a.md", page + "[x](../../secret.csv)", "outside the content"},
		{"en/a.md", page + "[x](../list.md)", "there is no page list.md"},
		{"en/a.md", page + "[x](pmup.md)", "did you mean en/pump.md?"},
		{"en/a.md", page + "[x](a.html)", `a page cannot link to a file of the type ".html"`},
		{"en/a.md", page + "[x](none.csv)", "there is no file en/none.csv"},
		{"en/a.md", page + "[x](example/none.html)", `a page cannot link to a file of the type ".html"`},
		{"en/a.md", page + "::: figure src=list.csv alt=x\n:::", "text outside a text element"},
		{"en/a.md", page + "::: pages audience=educators\n:::", "there are no pages for educators yet"},
		{"en/a.md", page + "::: pages audience=cats\n:::", "unknown audience"},
		{"en/a.md", strings.Replace(page, "---\n", "---\ntranslations: {fr: nulle.md}\n", 1), "content/en/a.md:2:1: there is no page fr/nulle.md"},
		{"de/index.md", page, "content/messages/de.yaml: the language de has pages but no interface words"},
		{"messages/en.yaml", "site: {}\nsimulator: {}\nward: {}\n", `messages/en.yaml has no "site.`},
		{"scenarios/first-hours.yaml", "title: 3\nmodell: x\n", "content/scenarios/first-hours.yaml:"},
		{"drives/first-day.yaml", strings.Replace(smallDrive, "minutes: 3", "minutes: 300", 1), "content/drives/first-day.yaml:3:10: minutes: "},
		{"drives/first-day.yaml", strings.Replace(smallDrive, "first-hours", "frist-hours", 1), "content/drives/first-day.yaml: there is no scenario frist-hours"},
		{"drives/first-day.yaml", strings.Replace(smallDrive, "2 h", "2000 d", 1), "content/drives/first-day.yaml:8: the scenario first-hours ends at"},
		{"drives/first-day.yaml", strings.Replace(smallDrive, "until: 2 h", "until: {event: alarm_raised}, most: 1 h", 1), "content/drives/first-day.yaml:8: no alarm_raised comes within 1 h"},
		{"cases/a-look.yaml", strings.Replace(smallCase, "minutes: 2", "minutes: 200", 1), "content/cases/a-look.yaml:3:10: minutes: "},
		{"cases/a-look.yaml", strings.Replace(smallCase, "first-hours", "frist-hours", 1), "content/cases/a-look.yaml:5:1: there is no scenario \"frist-hours\"; there are: first-hours"},
		{"cases/a-look.yaml", smallCase + "page: pump\n", "content/cases/a-look.yaml:12:1: there is no page fr/pump.md"},
		{"drives/first-day.yaml", smallDrive + "page: pump\n", "content/drives/first-day.yaml:12:1: there is no page fr/pump.md"},
		{"en/a.md", strings.Replace(page, "[trial]", "[trial, tiral]", 1), "content/en/a.md:6:18: references.yaml has no source \"tiral\"; did you mean \"trial\"?"},
		{"en/a.md", page + "It helps [@tiral].", "content/en/a.md:8:12: references.yaml has no source \"tiral\"; did you mean \"trial\"?"},
		{"en/a.md", page + "The [[lokcout]].", "content/en/a.md:8:5: the glossary has no word \"lokcout\"; did you mean \"lockout\"?"},
		{"fr/a.md", page + "Le [[lockout]].", "content/fr/a.md:8:4: the glossary has no word \"lockout\""},
		{"en/a.md", page + "::: references kinds=studdy\n:::", "content/en/a.md:8:16: unknown kind of source \"studdy\": did you mean \"study\"?"},
		{"fr/a.md", page + "::: glossary\n:::", "content/fr/a.md:8:1: there is no glossary: write fr/glossary.yaml"},
		{"references.yaml", strings.Replace(smallReferences, "kind: study", "kind: story", 1), "content/references.yaml:8:9: unknown kind \"story\""},
		{"en/glossary.yaml", strings.Replace(smallGlossary, "[page]", "[pgae]", 1), "content/en/glossary.yaml:1:109: references.yaml has no source \"pgae\"; did you mean \"page\"?"},
		{"en/a.md", page + "::: simulator drive=frist-day\n:::", `there is no drive "frist-day"; there are: first-day`},
	} {
		content := small(t)
		content[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		out := filepath.Join(t.TempDir(), "public")
		_, err := builder(content, out).Build(t.Context())
		assert.ErrorContains(t, err, c.said, c.file)
		assert.NoDirExists(t, out, c.file)
	}
}

func TestAContentWithoutPagesIsRefused(t *testing.T) {
	_, err := builder(fstest.MapFS{}, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	assert.ErrorContains(t, err, "no folder of a language")
	content := small(t)
	delete(content, "en/index.md")
	_, err = builder(content, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	assert.ErrorContains(t, err, "content/en/index.md: the language en has no home page")
}

func TestOnlyWhatChangedIsRenderedAgain(t *testing.T) {
	content := small(t)
	out := filepath.Join(t.TempDir(), "public")
	b := builder(content, out)
	rebuild := func() site.Report {
		t.Helper()
		r, err := b.Build(t.Context())
		require.NoError(t, err)
		fresh := build(t, content)
		assert.Equal(t, tree(t, fresh), tree(t, out), "as if built anew")
		return r
	}
	assert.Equal(t, 7, rebuild().Rendered)
	assert.Equal(t, 0, rebuild().Rendered)
	change := func(file, from, to string) {
		content[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(content[file].Data), from, to, 1))}
	}
	change("en/pump.md", "or [above]", "and [above]")
	assert.Equal(t, 1, rebuild().Rendered, "the text of one page")
	change("en/pump.md", "title: The pump", "title: A pump")
	assert.Equal(t, 5, rebuild().Rendered, "a title stands in every menu of its language")
	change("messages/fr.yaml", "Skip to", "Go to")
	assert.Equal(t, 7, rebuild().Rendered)
	require.NoError(t, os.Remove(filepath.Join(out, "pump.html")))
	assert.Equal(t, 1, rebuild().Rendered, "what was taken away comes back")
}

func TestALinkIntoAPageThatStayedTheSameIsStillChecked(t *testing.T) {
	content := small(t)
	b := builder(content, filepath.Join(t.TempDir(), "public"))
	_, err := b.Build(t.Context())
	require.NoError(t, err)
	changed := maps.Clone(content)
	changed["en/deep/remote.md"] = &fstest.MapFile{Data: []byte(strings.Replace(string(content["en/deep/remote.md"].Data), "## Two", "## Three", 1))}
	maps.Copy(content, changed)
	_, err = b.Build(t.Context())
	assert.ErrorContains(t, err, "en/deep/remote.md has no place called two")
}
