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
)

func TestSourcesAreNumberedByFirstCitationAndLeadBack(t *testing.T) {
	content := small(t)
	content["en/deep/nurse.md"].Data = []byte(strings.Replace(string(content["en/deep/nurse.md"].Data), "[trial]", "[leaflet, trial]", 1))
	out := build(t, content)
	html := tree(t, out)["deep/nurse.html"]
	list := regexp.MustCompile(`(?s)<ol class="sources">.*?</ol>`).FindString(html)
	lines := strings.Split(list, "\n")
	require.Len(t, lines, 5)
	assert.Equal(t, `<li id="source-page"><a href="https://www.example.org/?a=b&amp;c=d" rel="noopener external">A page</a>. An office. <span class="where">example.org</span>`+
		` <a href="../all/lists.html#ref-page">What it can show</a>`+
		` <a class="back" href="#cite-page" aria-label="Place 1 in the text that rests on source 1">1</a>`+
		` <a class="back" href="#cite-page-2" aria-label="Place 2 in the text that rests on source 1">2</a></li>`, lines[1])
	assert.Equal(t, `<li id="source-trial"><a href="https://doi.org/10.1000/a%28b%29" rel="noopener external">A &lt;trial&gt;</a>. Some people, A journal, 2002. <span class="where">doi:10.1000/a(b)</span>`+
		` <a href="../all/lists.html#ref-trial">What it can show</a>`+
		` <a class="back" href="#cite-trial" aria-label="Place 1 in the text that rests on source 2">1</a></li>`, lines[2])
	assert.Equal(t, `<li id="source-leaflet"><cite>A leaflet</cite>. The maker. <a href="../all/lists.html#ref-leaflet">What it can show</a></li>`, lines[3], "only the front matter names it")
	assert.Contains(t, html, `<a id="cite-page" href="#source-page" aria-label="Source 1">1</a>`)
	findings, err := htmlcheck.Site(os.DirFS(out))
	require.NoError(t, err)
	assert.Empty(t, findings)
}

func TestTheListOfAllSourcesLeadsToThePagesThatRestOnThem(t *testing.T) {
	html := tree(t, build(t, small(t)))["all/lists.html"]
	assert.Contains(t, html, `<li id="ref-page"><cite>A page</cite> An office, year not known. <a href="https://www.example.org/?a=b&amp;c=d" rel="noopener external">example.org</a> <p>Second-hand.</p>`+
		`<p class="spots">Pages that rest on it: <a href="../deep/nurse.html#source-page">For nurses</a></p></li>`)
	assert.Contains(t, html, `<a href="#ref-trial">What it can show</a>`, "the page's own source is on the page itself")
	assert.Contains(t, html, `<a href="https://doi.org/10.1000/a(b)" rel="noopener external">doi:10.1000/a(b)</a> <a href="https://pubmed.ncbi.nlm.nih.gov/12351602/" rel="noopener external">PubMed 12351602</a>`)
	assert.Contains(t, html, `<p>It praises. No address is known.</p>`)
	assert.NotContains(t, html, `#source-trial">Lists`, "a list is no page that rests on a source")
	assert.NotContains(t, html, "Accueil", "the pages of another language are not named")
}

func TestAWordLeadsToTheGlossaryAndTheGlossaryToItsPages(t *testing.T) {
	files := tree(t, build(t, small(t)))
	assert.Contains(t, files["deep/nurse.html"], `After the <button type="button" class="word" popovertarget="meaning-lockout">waits</button>`+
		`<span class="meaning" id="meaning-lockout" role="note" popover>A wait. <a href="../all/lists.html#word-lockout">“lockout” in the glossary</a></span>`)
	assert.Equal(t, 1, strings.Count(files["deep/nurse.html"], "<button type=\"button\" class=\"word\""), "a word is explained once")
	list := files["all/lists.html"]
	assert.Contains(t, list, `<a href="../deep/nurse.html">For nurses</a>`)
	assert.Contains(t, list, `<a href="#word-catheter-tip">catheter tip</a>`)
	assert.Contains(t, list, `<a href="#ref-page">An office</a>`)
	assert.Less(t, strings.Index(list, `id="word-catheter-tip"`), strings.Index(list, `id="word-lockout"`), "by the alphabet")
}

func TestAListIsMadeAnewWhenAPageUsesSomethingElseAndNotOtherwise(t *testing.T) {
	content := small(t)
	out := filepath.Join(t.TempDir(), "public")
	b := builder(content, out)
	rendered := func() int {
		t.Helper()
		r, err := b.Build(t.Context())
		require.NoError(t, err)
		assert.Equal(t, tree(t, build(t, content)), tree(t, out), "as if built anew")
		return r.Rendered
	}
	add := func(file, text string) {
		content[file] = &fstest.MapFile{Data: append([]byte(string(content[file].Data)), text...)}
	}
	assert.Equal(t, 7, rendered())
	add("en/pump.md", "\nMore.\n")
	assert.Equal(t, 1, rendered(), "the lists do not change")
	add("en/pump.md", "\nThe [[catheter tip]].\n")
	assert.Equal(t, 2, rendered(), "the page, and the lists that name it")
	assert.Contains(t, tree(t, out)["all/lists.html"], `<a href="../pump.html">The pump</a>`)
	add("fr/pompe.md", "\nOui [@page].\n")
	assert.Equal(t, 1, rendered(), "a page of another language")
	add("references.yaml", "more: {title: More, by: They, kind: page, about: Little., note: None.}\n")
	assert.Equal(t, 7, rendered())
}

func TestALanguageWithoutListsStillExplainsAndCites(t *testing.T) {
	content := small(t)
	delete(content, "en/all/lists.md")
	html := tree(t, build(t, content))["deep/nurse.html"]
	assert.Contains(t, html, `role="note" popover>A wait.</span>`)
	assert.NotContains(t, html, "What it can show")
}

func TestAGlossaryOnTwoPagesIsFoundWhereEachWordStands(t *testing.T) {
	content := small(t)
	page := string(content["en/all/lists.md"].Data)
	content["en/all/lists.md"] = &fstest.MapFile{Data: []byte(strings.Replace(page, "::: glossary", "::: glossary letters=a-k", 1))}
	content["en/more.md"] = &fstest.MapFile{Data: []byte("---\ntitle: More\naudience: everyone\n" + head + "---\n::: glossary letters=l-z\n:::\n")}
	out := build(t, content)
	files := tree(t, out)
	assert.Contains(t, files["deep/nurse.html"], `<a href="../more.html#word-lockout">`)
	assert.Contains(t, files["all/lists.html"], `<a href="../more.html#letter-l">L</a>`)
	assert.Contains(t, files["more.html"], `<a href="all/lists.html#word-catheter-tip">catheter tip</a>`)
	findings, err := htmlcheck.Site(os.DirFS(out))
	require.NoError(t, err)
	assert.Empty(t, findings)
	delete(content, "en/more.md")
	files = tree(t, build(t, content))
	assert.NotContains(t, files["all/lists.html"], "lockout", "what no page lists has no place to lead to")
}
