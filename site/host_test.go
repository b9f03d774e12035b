package site_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site"
	"iddtestdrive/site/htmlcheck"
	"iddtestdrive/site/mistake"
)

// hosted is the small site with a host's own site.yaml.
func hosted(t *testing.T, text string) fstest.MapFS {
	t.Helper()
	content := small(t)
	content["site.yaml"] = &fstest.MapFile{Data: []byte(text)}
	return content
}

func TestAHostsNameTaglineAndColoursTakeThePlaceOfTheProjects(t *testing.T) {
	files := tree(t, build(t, hosted(t, "name: {en: Pump school, fr: École}\ntagline: by trying\ncolours: {light: {teal: \"#1e5a96\"}}\n")))
	assert.Contains(t, files["index.html"], "<title>Pump school – by trying</title>")
	assert.Contains(t, files["fr/pompe.html"], "<title>La pompe – École</title>")
	assert.Contains(t, files["sim.html"], "– Pump school</title>")
	tokens := 0
	for name, css := range files {
		if strings.HasPrefix(name, "assets/tokens.") {
			tokens++
			assert.Contains(t, css, "--teal:#1e5a96")
			assert.Contains(t, files["sim.html"], name, "the simulator takes the same colours")
		}
	}
	assert.Equal(t, 1, tokens)
}

func TestMistakesOfTheHostsFileAreToldWithThoseOfThePages(t *testing.T) {
	content := hosted(t, "names: A\n")
	content["en/pump.md"].Data = []byte("Text.\n")
	_, err := builder(content, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	var list mistake.List
	require.ErrorAs(t, err, &list)
	require.Len(t, list, 2)
	assert.Contains(t, err.Error(), `content/site.yaml:1:1: unknown key "names"`)
}

// theirs is all that a host can add.
const theirs = `address: https://pump.example.org/school/
logo: {light: en/deep/a.svg, dark: en/sign.png}
contact: {name: {en: Pain clinic, fr: Clinique}, telephone: +44 1632 960001, mail: a@example.org, hours: 8 to 16}
emergency: [{number: 112, country: Germany}, {number: "911", country: Canada}]
footer: [{text: The pump, page: pump.md}, {text: Us, url: "https://example.org/"}, Plain words.]
`

func TestWhomToCallStandsInEveryEmergencyAndAtTheFootOfEveryPage(t *testing.T) {
	content := hosted(t, theirs)
	content["en/sign.png"] = &fstest.MapFile{Data: picture(t)}
	content["en/pump.md"].Data = append(content["en/pump.md"].Data, "\n::: emergency\nCall.\n:::\n"...)
	out := build(t, content)
	files := tree(t, out)
	assert.Contains(t, files["pump.html"], "<ul class=\"help\">\n<li>Emergency number in Germany: <a href=\"tel:112\">112</a></li>\n"+
		"<li>Emergency number in Canada: <a href=\"tel:911\">911</a></li>\n<li>Pain clinic: <a href=\"tel:+441632960001\">+44 1632 960001</a> <span>8 to 16</span></li>\n</ul>")
	for _, name := range []string{"index.html", "deep/remote.html", "fr/pompe.html", "404.html"} {
		assert.Contains(t, files[name], `<dt>Emergency number in Germany</dt><dd><a href="tel:112">112</a></dd>`, name)
		assert.Contains(t, files[name], `<a href="https://example.org/" rel="noopener external">Us</a>`, name)
		assert.Contains(t, files[name], "<li>Plain words.</li>", name)
		assert.Regexp(t, `<svg class="logo logo-light".*<img class="logo logo-dark" src="(\.\./|/school/)?assets/sign\.[0-9a-f]{10}\.png" alt="" width="30" height="20">`, files[name], name)
	}
	// The page with the simulator alone has whom to call, and nothing else of it.
	for _, name := range []string{"sim.html", "fr/sim.html"} {
		assert.Contains(t, files[name], `<dt>Emergency number in Germany</dt><dd><a href="tel:112">112</a></dd>`, name)
		assert.NotContains(t, files[name], "Plain words.", name)
	}
	assert.Contains(t, files["deep/remote.html"], `<a href="../pump.html">The pump</a>`)
	assert.Contains(t, files["fr/pompe.html"], "<li>The pump</li>", "a language without the page has the words")
	assert.Contains(t, files["fr/pompe.html"], "<dd>Clinique</dd>")
	sound(t, out)
}

func TestWithoutANumberTheWordsStayAsTheyAre(t *testing.T) {
	files := tree(t, build(t, small(t)))
	assert.Contains(t, files["pump.html"], "call your emergency number")
	for _, name := range []string{"pump.html", "404.html", "sim.html"} {
		assert.NotContains(t, files[name], `class="contact"`, name)
		assert.NotContains(t, files[name], "<footer class=\"sim-foot", name)
		assert.NotContains(t, files[name], `href="tel:`, name)
	}
}

func TestWhatIsLeftOutIsNowhere(t *testing.T) {
	for name, c := range map[string]struct {
		settings    string
		gone, stays []string
	}{
		"an audience": {"audiences: [educators]", []string{"embedding.html", "source/en/embedding.md"}, []string{"sim.html", "personal-remote.html"}},
		"nurses":      {"audiences: [nurses, educators]", []string{"practice-ward.html"}, []string{"personal-remote.html"}},
		"a page":      {"pages: [practised-where.md, what-is-idd.md]", []string{"practised-where.html", "what-is-idd.html"}, []string{"practice-ward.html"}},
		"the ward":    {"parts: [practice-ward]\n  pages: [practice-ward.md]", []string{"cases/all_cases.json", "practice-ward.html"}, []string{"sim.html", "drives/first-day.json"}},
		"the simulator": {"parts: [simulator]\n  pages: [practice-ward.md, test-drives.md]\n  audiences: [educators]",
			[]string{"sim.html", "drives/first-day.json", "cases/all_cases.json", "scenarios/first-hours.yaml", "example/index.html", "messages/en.json"}, []string{"personal-remote.html"}},
		"links to sources": {"parts: [source-links]", []string{"source/en/index.md"}, []string{"index.html"}},
	} {
		folder := t.TempDir()
		require.NoError(t, os.CopyFS(folder, os.DirFS("../content")))
		require.NoError(t, os.WriteFile(filepath.Join(folder, "site.yaml"), []byte("leave_out:\n  "+c.settings+"\n"), 0o600))
		out := build(t, os.DirFS(folder))
		for _, file := range c.gone {
			assert.NoFileExists(t, filepath.Join(out, file), name)
		}
		for _, file := range c.stays {
			assert.FileExists(t, filepath.Join(out, file), name)
		}
		for file, text := range tree(t, out) {
			if !strings.HasSuffix(file, ".html") || strings.HasPrefix(file, "example/") {
				continue
			}
			for _, gone := range c.gone {
				assert.NotContains(t, text, gone, "%s: %s", name, file)
			}
			if file != "sim.html" {
				assert.Contains(t, text, "Training simulation. Not for dosing a real patient.")
				assert.Contains(t, text, "Creative Commons")
			}
		}
		sound(t, out)
	}
}

// The simulator offers to read on where a drive or a case ends.
func TestAPageThatIsLeftOutIsNotOfferedToReadOn(t *testing.T) {
	content := hosted(t, "leave_out: {pages: [pump.md]}\n")
	content["fr/pump.md"] = content["fr/pompe.md"]
	content["drives/first-day.yaml"].Data = []byte("page: pump\n" + smallDrive)
	content["cases/a-look.yaml"].Data = []byte("page: pump\n" + smallCase)
	files := tree(t, build(t, content))
	assert.NotContains(t, files["drives/first-day.json"], "page: pump")
	assert.NotContains(t, files["cases/a-look.json"], "page: pump")
}

func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))))
	return b.Bytes()
}

// sound asserts that a built site has nothing that is wrong.
func sound(t *testing.T, out string) {
	t.Helper()
	findings, err := htmlcheck.Site(os.DirFS(out))
	require.NoError(t, err)
	for _, f := range findings {
		assert.Fail(t, "the built site is wrong", "%s", f)
	}
}

func TestASocialCardIsThereOnlyWhereTheAddressIsKnown(t *testing.T) {
	for name, text := range tree(t, build(t, small(t))) {
		assert.False(t, strings.HasPrefix(name, "assets/card."), name)
		assert.NotContains(t, text, "og:image", name)
	}
	files := tree(t, build(t, hosted(t, "address: https://pump.example.org/school\n")))
	cards := map[string]bool{}
	for _, name := range []string{"index.html", "pump.html", "deep/remote.html", "fr/pompe.html"} {
		m := regexp.MustCompile(`<meta property="og:image" content="https://pump\.example\.org/school/(assets/card\.[0-9a-f]{10}\.png)">`).FindStringSubmatch(files[name])
		require.NotNil(t, m, name)
		assert.Contains(t, files, m[1])
		cards[m[1]] = true
	}
	assert.Len(t, cards, 4, "each page has its own")
	assert.Contains(t, files["deep/remote.html"], `<meta property="og:url" content="https://pump.example.org/school/deep/remote.html">`)
	assert.Contains(t, files["deep/remote.html"], `<meta property="og:title" content="The &lt;remote&gt;">`)
	assert.Contains(t, files["index.html"], `<meta property="og:type" content="website">`)
	assert.NotContains(t, files["sim.html"], "og:image")
}

func TestACardIsDrawnOnceAndStays(t *testing.T) {
	content := hosted(t, "address: https://pump.example.org/\n")
	out := filepath.Join(t.TempDir(), "public")
	b := builder(content, out)
	_, err := b.Build(t.Context())
	require.NoError(t, err)
	first := tree(t, out)
	cards, err := filepath.Glob(filepath.Join(out, "assets", "card.*.png"))
	require.NoError(t, err)
	require.NotEmpty(t, cards)
	for _, again := range []*site.Builder{b, builder(content, out)} {
		for _, card := range cards { // what is drawn again would not be this
			require.NoError(t, os.WriteFile(card, []byte("kept"), 0o600))
		}
		_, err = again.Build(t.Context())
		require.NoError(t, err)
		for _, card := range cards {
			data, err := os.ReadFile(card)
			require.NoError(t, err)
			assert.Equal(t, "kept", string(data))
		}
	}
	content["en/pump.md"].Data = []byte(strings.Replace(string(content["en/pump.md"].Data), "title: The pump", "title: A pump", 1))
	_, err = b.Build(t.Context())
	require.NoError(t, err)
	changed, err := filepath.Glob(filepath.Join(out, "assets", "card.*.png"))
	require.NoError(t, err)
	assert.Len(t, changed, len(cards), "a title that changes has another card, and its old one goes")
	assert.NotEqual(t, cards, changed)
	assert.Equal(t, first, tree(t, build(t, hosted(t, "address: https://pump.example.org/\n"))))
}

func TestTheIconTakesTheHostsColours(t *testing.T) {
	files := tree(t, build(t, hosted(t, "colours: {light: {teal-deep: \"#1a3f7a\", drug: \"#7a2a5e\"}}\n")))
	icons := 0
	for name, text := range files {
		if strings.HasPrefix(name, "assets/icon.") {
			icons++
			assert.Contains(t, text, `fill="#1a3f7a"`)
			assert.Contains(t, text, `fill="#7a2a5e"`)
			assert.Contains(t, files["index.html"], name)
		}
	}
	assert.Equal(t, 1, icons)
	assert.Regexp(t, `<link rel="apple-touch-icon" href="\.\./assets/touch\.[0-9a-f]{10}\.png">`, files["deep/remote.html"])
	assert.Contains(t, files["index.html"], `<meta name="theme-color" content="#14211f" media="(prefers-color-scheme: dark)">`)
}
