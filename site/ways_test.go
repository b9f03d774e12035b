package site_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checked builds a content and returns its files after a look at every page.
func checked(t *testing.T, content fstest.MapFS) map[string]string {
	t.Helper()
	out := build(t, content)
	sound(t, out)
	return tree(t, out)
}

func put(content fstest.MapFS, name, text string) {
	content[name] = &fstest.MapFile{Data: []byte(text)}
}

// grown is the small site with pages in sections.
func grown(t *testing.T) fstest.MapFS {
	t.Helper()
	content := small(t)
	for i, section := range []string{"Later", "", "First things", "Later", "First things"} {
		line := ""
		if section != "" {
			line = "section: " + section + "\n"
		}
		put(content, fmt.Sprintf("en/n%d.md", i), fmt.Sprintf("---\ntitle: Nursing %d\naudience: nurses\norder: %d\n%s%s---\nText.\n", i, 10+i, line, head))
	}
	put(content, "en/about.md", "---\ntitle: About us\naudience: everyone\n"+head+"---\nText.\n")
	return content
}

func navigation(html, class string) string {
	return regexp.MustCompile(`(?s)<nav class="` + class + `".*?</nav>`).FindString(html)
}

func inOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	at := 0
	for _, word := range words {
		next := strings.Index(text[at:], word)
		require.GreaterOrEqual(t, next, 0, "%s after %s in %s", word, text[:at], text)
		at += next + len(word)
	}
}

func TestPagesOfASectionStandTogetherInTheOrderOfTheirFirst(t *testing.T) {
	content := grown(t)
	put(content, "en/list.md", "---\ntitle: A list\naudience: patients\n"+head+"---\n## All\n\n::: pages audience=nurses\n:::\n")
	files := checked(t, content)
	order := []string{"For nurses", "Nursing 1", "<span>Later</span>", "Nursing 0", "Nursing 3", "<span>First things</span>", "Nursing 2", "Nursing 4"}
	inOrder(t, navigation(files["pump.html"], "menu"), order...)
	inOrder(t, files["list.html"][strings.Index(files["list.html"], "<h2 id=\"all\""):], order...)
	assert.Contains(t, files["n3.html"], `<a class="previous" href="n0.html">`)
	assert.Contains(t, files["n3.html"], `<a class="next" href="n2.html">`)
	inOrder(t, navigation(files["n3.html"], "trail"), ">Home</a>", `<a href="search.html#nurses">For nurses</a>`, "<span>Later</span>", `aria-current="page">Nursing 3<`)
	assert.Contains(t, navigation(files["n3.html"], "menu"), `<a href="n3.html" aria-current="page">`)
	assert.NotContains(t, navigation(files["pump.html"], "menu"), `<a href="n3.html" aria-current`)
}

func TestPagesForEveryoneStandAtTheFoot(t *testing.T) {
	files := checked(t, grown(t))
	for _, page := range []string{"index.html", "deep/remote.html", "404.html", "search.html"} {
		foot := navigation(files[page], "foot")
		assert.Contains(t, foot, "About us", page)
		assert.NotContains(t, navigation(files[page], "menu"), "About us", page)
		assert.Contains(t, foot, `search.html">`, page)
	}
	assert.Contains(t, files["deep/remote.html"], `href="../about.html">About us`)
	assert.Contains(t, navigation(files["about.html"], "foot"), `href="about.html" aria-current="page"`)
	assert.Empty(t, navigation(files["about.html"], "turn"), "they stand in no row")
}

func TestOfListsOnSeveralPagesTheFootLeadsToTheFirst(t *testing.T) {
	content := grown(t)
	delete(content, "en/all/lists.md")
	put(content, "en/words-2.md", "---\ntitle: More words\naudience: everyone\norder: 91\n"+head+"---\n::: glossary letters=n-z\n:::\n")
	put(content, "en/words-1.md", "---\ntitle: Words\naudience: everyone\norder: 90\n"+head+"---\n::: glossary letters=a-m\n:::\n")
	put(content, "en/sources-2.md", "---\ntitle: More sources\naudience: everyone\norder: 93\n"+head+"---\n::: references kinds=manual\n:::\n")
	put(content, "en/sources-1.md", "---\ntitle: Sources read\naudience: everyone\norder: 92\n"+head+"---\n::: references kinds=study\n:::\n")
	files := checked(t, content)
	foot := navigation(files["pump.html"], "foot")
	inOrder(t, foot, ">About us<", ">Words<", ">Sources read<", "search.html")
	assert.NotContains(t, foot, ">More ")
	inOrder(t, files["search.html"][strings.Index(files["search.html"], "<main"):], `<h2 id="everyone">`, "More words", "More sources")
}

// What a reader has to be able to find from any page is at its foot.
func TestEveryPageLeadsToSafetyUsAccessibilityAndPrivacy(t *testing.T) {
	files := tree(t, build(t, os.DirFS("../content")))
	for name, html := range files {
		foot := navigation(html, "foot")
		if foot == "" {
			continue
		}
		for _, page := range []string{"safety", "about", "accessibility", "privacy"} {
			assert.Contains(t, foot, page+`.html"`, name)
		}
	}
	assert.NotEmpty(t, navigation(files["personal-remote.html"], "foot"))
}

// What stands in every page must not grow with their number.
func TestALongGroupIsShortenedAndLeadsToAllOfIt(t *testing.T) {
	content := small(t)
	for i := range 300 {
		put(content, fmt.Sprintf("en/many/p%03d.md", i), fmt.Sprintf("---\ntitle: Part %d\naudience: educators\nsection: Week %d\norder: %d\n%s---\nText.\n", i, i/30, i, head))
	}
	files := checked(t, content)
	menu := navigation(files["many/p299.html"], "menu")
	assert.LessOrEqual(t, strings.Count(menu, "<a "), 30)
	assert.Contains(t, menu, `<a href="../search.html#educators">All 300 pages</a>`)
	assert.Contains(t, menu, "<span>Week 7</span>")
	assert.Equal(t, 300, strings.Count(files["search.html"], `<a href="many/`)-strings.Count(navigation(files["search.html"], "menu"), `<a href="many/`), "all are listed there")
	assert.Less(t, len(files["404.html"]), 20_000)
}

func TestThePageThatSearchesListsAllPagesForWhoeverHasNoScript(t *testing.T) {
	files := checked(t, grown(t))
	html := files["search.html"]
	inOrder(t, html[strings.Index(html, "<main"):], `action="search.html"`, "<noscript>", "JavaScript", `<h2 id="patients">`, "The pump", "What it is about.",
		`<h2 id="nurses">`, "<h3>Later</h3>", `<h2 id="everyone">`, "Home", "About us")
	assert.Contains(t, files["fr/search.html"], `<html lang="fr">`)
	assert.Contains(t, files["fr/pompe.html"], `action="search.html"`)
	assert.Contains(t, files["deep/remote.html"], `action="../search.html"`)
	assert.Contains(t, files["deep/remote.html"], "form-action &#39;self&#39;")
	index := regexp.MustCompile(`data-index="([^"]+)"`).FindStringSubmatch(html)[1]
	var read struct{ Pages [][][]string }
	require.NoError(t, json.Unmarshal([]byte(files[index]), &read))
	var addresses []string
	for _, p := range read.Pages[0] {
		addresses = append(addresses, p[0])
	}
	assert.Contains(t, addresses, "deep/remote.html")
	assert.NotContains(t, addresses, "fr/pompe.html", "each language has its own")
}

func TestTheIndexFollowsAChangedPage(t *testing.T) {
	content := small(t)
	out := filepath.Join(t.TempDir(), "public")
	b := builder(content, out)
	for _, word := range []string{"zebra", "giraffe"} {
		put(content, "en/deep/nurse.md", "---\ntitle: For nurses\naudience: nurses\n"+head+"---\nA "+word+".\n")
		_, err := b.Build(t.Context())
		require.NoError(t, err)
		files := tree(t, out)
		index := files[regexp.MustCompile(`data-index="([^"]+)"`).FindStringSubmatch(files["search.html"])[1]]
		assert.Equal(t, word == "zebra", strings.Contains(index, `"zebra"`))
		assert.Contains(t, index, `"`+word+`"`)
	}
}

func TestTheProjectsOwnIndexIsSmall(t *testing.T) {
	files := tree(t, build(t, os.DirFS("../content")))
	index := regexp.MustCompile(`data-index="([^"]+)"`).FindStringSubmatch(files["search.html"])[1]
	assert.Less(t, len(files[index]), 400<<10)
}

// half is the small site with a French that has few words, and an Arabic page.
func half(t *testing.T) fstest.MapFS {
	t.Helper()
	content := small(t)
	put(content, "messages/fr.yaml", "site: {language: {name: Français}, skip: Aller au texte, callout: {ask: Questions}, number: {decimal: \",\", group: space}}\nsimulator: {}\nward: {}\n")
	put(content, "messages/ar.yaml", "site: {}\nsimulator: {}\nward: {}\n")
	put(content, "ar/index.md", "---\ntitle: A\naudience: everyone\n"+head+"---\nText.\n")
	put(content, "fr/pompe.md", "---\ntitle: La pompe\naudience: patients\n"+head+"---\n::: ask\n- Pourquoi ?\n:::\n\n::: warning\nAttention.\n:::\n\n::: simulator scenario=first-hours\n:::\n")
	return content
}

func TestAMissingWordIsShownInEnglishAndSaysSo(t *testing.T) {
	content := half(t)
	out := filepath.Join(t.TempDir(), "public")
	report, err := builder(content, out).Build(t.Context())
	require.NoError(t, err)
	sound(t, out)
	files := tree(t, out)
	html := files["fr/pompe.html"]
	assert.Contains(t, html, `<a class="skip" href="#text">Aller au texte</a>`)
	assert.Contains(t, html, `<summary><span lang="en" dir="ltr">For patients</span></summary>`)
	assert.Contains(t, html, `aria-label="You are here"`, "an attribute is words alone")
	assert.Contains(t, html, "<span>Questions</span>")
	assert.Contains(t, html, `<span><span lang="en" dir="ltr">Take care</span></span>`, "in a block too")
	assert.NotContains(t, html, "\ufdd0")
	assert.NotContains(t, html, "\ufdd1")
	assert.Contains(t, files["messages/fr.json"], `"remote.ready.title": "Ready"`, "the simulator gets English words in the place of its own")
	var missing []string
	for _, m := range report.Missing {
		missing = append(missing, m.Language+" "+m.Key)
	}
	assert.Contains(t, missing, "fr site.audience.patients")
	assert.NotContains(t, missing, "fr site.skip")
	assert.Contains(t, missing, "ar site.skip")
}

func TestEnglishItselfMustBeComplete(t *testing.T) {
	content := half(t)
	put(content, "messages/en.yaml", strings.Replace(string(content["messages/en.yaml"].Data), "  skip: Skip to the text\n", "", 1))
	_, err := builder(content, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	assert.ErrorContains(t, err, `messages/en.yaml has no "site.skip"`)
}

func TestThereIsAWayToEveryOtherLanguage(t *testing.T) {
	files := checked(t, half(t))
	inOrder(t, navigation(files["pump.html"], "languages"),
		`<a href="ar/index.html" hreflang="ar"><span lang="ar" dir="rtl">ar</span> (home page)</a>`,
		`<a href="fr/pompe.html" hreflang="fr"><span lang="fr" dir="ltr">Français</span></a>`)
	assert.Contains(t, navigation(files["fr/pompe.html"], "languages"), `<a href="../pump.html" hreflang="en"><span lang="en" dir="ltr">English</span></a>`, "said on one side, true on both")
	assert.Contains(t, navigation(files["index.html"], "languages"), `<a href="fr/index.html" hreflang="fr"><span lang="fr" dir="ltr">Français</span></a>`, "home pages are each other's")
	assert.Contains(t, files["ar/index.html"], `<html lang="ar" dir="rtl">`)
	assert.Contains(t, files["ar/sim.html"], `<html lang="ar" dir="rtl">`)
	assert.Contains(t, files["fr/index.html"], `<html lang="fr">`)
	alone := small(t)
	for _, file := range []string{"fr/index.md", "fr/pompe.md", "messages/fr.yaml"} {
		delete(alone, file)
	}
	put(alone, "en/pump.md", strings.Replace(string(alone["en/pump.md"].Data), "translations: {fr: pompe.md}\n", "", 1))
	assert.Empty(t, navigation(checked(t, alone)["pump.html"], "languages"))
}

func TestATranslationIsInAnotherLanguage(t *testing.T) {
	content := small(t)
	put(content, "en/a.md", "---\ntitle: A\naudience: patients\n"+head+"translations: {en: pump.md}\n---\nText.\n")
	_, err := builder(content, filepath.Join(t.TempDir(), "public")).Build(t.Context())
	assert.ErrorContains(t, err, "content/en/a.md:7:1: en/pump.md is in the same language as this page")
}

func TestMachinesAreToldWhatAPageIs(t *testing.T) {
	content := small(t)
	put(content, "en/a.md", strings.NewReplacer("What it is about.", "About <b>it</b>", "[trial]", "[trial, page]").Replace("---\ntitle: A & </script>\naudience: nurses\n"+head+"---\nText.\n"))
	files := checked(t, content)
	said := regexp.MustCompile(`<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(files["a.html"])[1]
	assert.JSONEq(t, `{"@context":"https://schema.org","@type":"MedicalWebPage","name":"A & </script>","description":"About <b>it</b>","inLanguage":"en",
		"lastReviewed":"2026-03-02",
		"audience":{"@type":"MedicalAudience","audienceType":"Nurse"},"citation":["https://doi.org/10.1000/a(b)"]}`, said, "a web page is among the sources on the page alone")
	assert.NotContains(t, files, "sitemap.xml", "without an address there is none")
	assert.NotContains(t, files, "robots.txt")
	assert.NotContains(t, files["a.html"], "canonical")
}

func TestASiteThatKnowsItsAddressSaysWhereItsPagesAre(t *testing.T) {
	content := small(t)
	put(content, "site.yaml", "address: https://pump.example.org/school/\n")
	files := checked(t, content)
	pump := files["pump.html"]
	inOrder(t, pump, `<link rel="canonical" href="https://pump.example.org/school/pump.html">`,
		`<link rel="alternate" hreflang="en" href="https://pump.example.org/school/pump.html">`,
		`<link rel="alternate" hreflang="fr" href="https://pump.example.org/school/fr/pompe.html">`,
		`<link rel="alternate" hreflang="x-default" href="https://pump.example.org/school/pump.html">`,
		`"url":"https://pump.example.org/school/pump.html"`)
	assert.NotContains(t, files["deep/nurse.html"], "hreflang=\"x-default\"", "it is in one language")
	assert.Contains(t, files["fr/index.html"], `<link rel="canonical" href="https://pump.example.org/school/fr/">`)
	siteMap := files["sitemap.xml"]
	assert.Contains(t, siteMap, "<url><loc>https://pump.example.org/school/</loc><lastmod>2026-03-02</lastmod></url>\n")
	assert.Contains(t, siteMap, "<loc>https://pump.example.org/school/deep/remote.html</loc>")
	assert.NotContains(t, siteMap, "search.html")
	assert.NotContains(t, siteMap, "404.html")
	assert.Equal(t, "User-agent: *\nAllow: /\nSitemap: https://pump.example.org/school/sitemap.xml\n", files["robots.txt"])
}

func TestThePageForWhatIsMissingLeadsOnFromAnyDepth(t *testing.T) {
	content := small(t)
	put(content, "site.yaml", "address: https://pump.example.org/school/\n")
	missing := checked(t, content)["404.html"]
	own := regexp.MustCompile(`(?:href|src|action|data-index)="([^"]*)"`).FindAllStringSubmatch(missing, -1)
	require.Greater(t, len(own), 10)
	for _, m := range own {
		assert.True(t, m[1] == "#text" || strings.HasPrefix(m[1], "/school/"), m[1])
	}
	assert.Contains(t, missing, `data-root="/school/"`)
	assert.Contains(t, checked(t, small(t))["404.html"], `<a href="index.html">`, "else it leads on from the root of the site")
}
