package site_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/htmlcheck"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

const theming = "theming.md"

// themed is this project's content with the files that the page about theming
// shows, in a folder.
func themed(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS("../content")))
	written := 0
	for _, b := range blocks(page(t, theming)) {
		for kind, name := range map[string]string{"yaml": "# content/site.yaml\n", "svg": "<!-- content/logo.svg -->\n"} {
			if b.kind == kind && strings.HasPrefix(b.text, name) {
				written++
				file := regexp.MustCompile(`content/([a-z.]+)`).FindStringSubmatch(name)[1]
				require.NoError(t, os.WriteFile(filepath.Join(folder, file), []byte(b.text), 0o600))
			}
		}
	}
	require.Equal(t, 2, written)
	return folder
}

func TestTheThemedSiteOfThePageIsSoundAndHasAllThatItSays(t *testing.T) {
	out := build(t, os.DirFS(themed(t)))
	sound(t, out)
	files := tree(t, out)
	home := files["index.html"]
	for _, said := range []string{
		"<title>Pump school of Smalltown – learn how your pump works by using one</title>",
		`<svg class="logo" viewBox="0 0 80 56" aria-hidden="true"><rect fill="#123f6e"`,
		`<dt>Emergency number in the United Kingdom</dt><dd><a href="tel:999">999</a>`,
		`<dd>Pain clinic of Smalltown</dd>`, `<a href="tel:&#43;441632960001">`, `<a href="mailto:pump@example.org">`, "Monday to Friday, 8 to 16",
		`<a href="what-is-idd.html">What the pump is</a>`, "Printed copies lie in our waiting room.",
		`<meta property="og:image" content="https://pump.example.org/school/assets/card.`,
	} {
		assert.Contains(t, home, said)
	}
	assert.Contains(t, files["personal-remote.html"], "<li>Emergency number in the United Kingdom: <a href=\"tel:999\">999</a></li>")
	assert.NotContains(t, files, "theming.html", "its own educators' pages are left out")
	for name, html := range files {
		if strings.HasSuffix(name, ".html") && !strings.HasSuffix(name, "sim.html") && !strings.HasPrefix(name, "example/") {
			total := len(html)
			for _, address := range htmlcheck.Named([]byte(html)).Fetched {
				total += len(files[filepath.Join(filepath.Dir(name), address)])
			}
			assert.Less(t, total, 60_000+4_000, "%s: a host's own parts cost little beside the page", name)
		}
	}
}

func TestThePageAboutThemingNamesEveryKeyAndEveryColour(t *testing.T) {
	text := page(t, theming)
	allowed := func(yaml string) []string {
		_, err := settings.Read(fstest.MapFS{"site.yaml": {Data: []byte(yaml)}}, tokens.Theme{})
		require.Error(t, err)
		_, list, ok := strings.Cut(err.Error(), "allowed: ")
		require.True(t, ok, err)
		return strings.Split(list, ", ")
	}
	assert.ElementsMatch(t, allowed("xxxx: 1\n"), keys(text, "## Every key", "\n\nA text"))
	assert.ElementsMatch(t, allowed("leave_out: {xxxx: 1}\n"), keys(text, "## Leave things out", "## "))
	for _, part := range append(allowed("leave_out: {parts: [xxxx]}\n"), allowed("contact: {xxxx: 1}\n")...) {
		assert.Contains(t, text, "`"+part+"`")
	}
	css, err := theme.Files.ReadFile("tokens.css")
	require.NoError(t, err)
	set, err := tokens.Parse(css)
	require.NoError(t, err)
	_, table, _ := strings.Cut(text, "| Colours |")
	table, _, _ = strings.Cut(table, "\n\n")
	var named []string
	for _, m := range regexp.MustCompile("`([a-z-]+)`").FindAllStringSubmatch(table, -1) {
		named = append(named, m[1])
	}
	assert.ElementsMatch(t, set.Light.Colours(), named)
}

func TestWhatThePageAboutThemingSaysOfARefusedColourIsWhatOneIsTold(t *testing.T) {
	text := page(t, theming)
	assert.Contains(t, text, "`ink-faint: \"#8a9ca0\"` by day")
	content := hosted(t, "name: A\ncolours:\n  light:\n    ink-faint: \"#8a9ca0\"\n")
	_, err := builder(content, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	require.Error(t, err)
	first, _, _ := strings.Cut(err.Error(), "\n\n")
	for _, b := range blocks(text) {
		if b.kind == "text" {
			assert.Equal(t, strings.TrimSuffix(b.text, "\n"), first)
			return
		}
	}
	assert.Fail(t, "the page shows no message")
}
