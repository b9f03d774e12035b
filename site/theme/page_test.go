package theme_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/messages"
	"iddtestdrive/site/theme"
)

func words(t *testing.T, language string) *messages.Catalogue {
	t.Helper()
	w, err := messages.Load(os.DirFS("../../content"), language)
	require.NoError(t, err)
	return w
}

// shared is what two pages of a place share.
func shared(t *testing.T, look *theme.Theme, w *messages.Catalogue) *theme.Shared {
	t.Helper()
	s, err := look.Share(theme.Common{
		Frame: theme.Frame{Catalogue: w, Language: "en", Direction: "ltr", Policy: "p", Styles: []string{"a.css"}, Script: "a.js", Search: "search.html", Contact: []theme.Fact{{Label: "By", Text: "Us & them"}}},
		Menu: []theme.Group{{Audience: "patients", Label: "For <patients>", Current: true, Sections: []theme.Section{
			{Title: "A & B", Pages: []theme.Link{{Title: "One", Address: "one.html"}, {Title: "Two", Address: "two.html"}}},
		}}},
		Foot:  []theme.Link{{Title: "All", Address: "all.html"}},
		Trail: []theme.Crumb{{Title: "Home", Address: "index.html"}, {Title: "A &amp; B"}},
	})
	require.NoError(t, err)
	return s
}

// pages are two pages that differ in all that pages of a place may differ in.
func pages(s *theme.Shared) []*theme.Page {
	return []*theme.Page{
		{Shared: s, Styles: s.Styles, Title: `A "one" & <more>`, Description: "It's 1 < 2.", About: `{"a":"b"}`, Text: []byte("<p>One</p>"), Own: "one.html", Reviewed: "1 March"},
		{
			Shared: s, Styles: s.Styles, Title: "Two", Description: "Another.", About: `{"a":"c"}`, Text: []byte("<p>Two</p>"), Own: "all.html",
			Canonical: "https://example.org/two.html", Alternates: []theme.Alternate{{Language: "fr", Address: "https://example.org/fr/"}},
			Languages: []theme.Language{{Code: "fr", Direction: "ltr", Name: "français", Address: "fr/"}},
			Social:    &theme.Social{Site: "S", Title: "T", Address: "https://example.org/", Image: "https://example.org/a.png"},
			Contents:  []theme.Heading{{ID: "a", Text: "A & a"}, {ID: "b", Text: "B"}},
			Reviewed:  "1 March", NextReview: "2 March",
			Sources: []theme.Source{
				{ID: "source-a", Title: "A <trial>", By: "They", Year: "2002", Address: "https://example.org/?a=b&c=d", At: "example.org", Listed: "references.html#a",
					Back: []theme.Back{{Address: "#cite-a", Number: "1", Name: "Back to 1"}}},
				{ID: "source-b", Title: "B", By: "She", Where: "There"},
			},
			SourceFile: "source/en/two.md", Previous: &theme.Link{Title: "One", Address: "one.html"}, Next: &theme.Link{Title: "Three & 3", Address: "three.html"},
		},
	}
}

func written(t *testing.T, write func(w *strings.Builder) error) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, write(&b))
	return b.String()
}

func TestAPageFromAMouldIsWhatItsTemplateMakes(t *testing.T) {
	look, err := theme.Load(theme.Files)
	require.NoError(t, err)
	all := pages(shared(t, look, words(t, "en")))
	for range 2 {
		for _, p := range all {
			moulded, err := look.Moulded(p)
			require.NoError(t, err)
			assert.True(t, moulded)
			assert.Equal(t, written(t, func(b *strings.Builder) error { return look.Whole(b, p) }),
				written(t, func(b *strings.Builder) error { return look.Page(b, p) }))
		}
	}
}

func TestThePagesOwnLinkIsMarkedInTheMenuAndAtTheFoot(t *testing.T) {
	look, err := theme.Load(theme.Files)
	require.NoError(t, err)
	for i, own := range []string{`<li><a href="one.html" aria-current="page">One</a></li>`, `<li><a href="all.html" aria-current="page">All</a></li>`} {
		html := written(t, func(b *strings.Builder) error { return look.Page(b, pages(shared(t, look, words(t, "en")))[i]) })
		assert.Contains(t, html, own)
		assert.Equal(t, 2, strings.Count(html, `aria-current="page"`), "the other is in the trail")
	}
}

// changed is the theme with a change in a file.
func changed(t *testing.T, name, old, now string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(theme.Files, ".", func(file string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			data, bad := fs.ReadFile(theme.Files, file)
			files[file], err = &fstest.MapFile{Data: data}, bad
		}
		return err
	}))
	text := string(files[name].Data)
	require.Contains(t, text, old)
	files[name].Data = []byte(strings.Replace(text, old, now, 1))
	return files
}

func TestAValueWhereAMouldWouldBeUnsafeIsLeftToTheTemplate(t *testing.T) {
	for _, unsafe := range []string{`<h1 class={{.Title}}>`, `<h1><a href="{{.Title}}">x</a>`, `<h1><script>f({{.Title}})</script>`, `<h1 onclick="f({{.Title}})">`} {
		look, err := theme.Load(changed(t, "pages/page.html", "<h1>", unsafe))
		require.NoError(t, err)
		p := pages(shared(t, look, words(t, "en")))[0]
		moulded, err := look.Moulded(p)
		require.NoError(t, err)
		assert.False(t, moulded, unsafe)
		assert.Equal(t, written(t, func(b *strings.Builder) error { return look.Whole(b, p) }),
			written(t, func(b *strings.Builder) error { return look.Page(b, p) }))
	}
}

func TestALentWordKeepsItsLanguageWhereItIsText(t *testing.T) {
	look, err := theme.Load(theme.Files)
	require.NoError(t, err)
	own, mistakes := messages.Parse("fr.yaml", "fr", []byte("site: {name: Nom}\nsimulator: {}\nward: {}\n"))
	require.Empty(t, mistakes)
	own.Behind(words(t, "en"))
	s := shared(t, look, own)
	html := written(t, func(b *strings.Builder) error { return look.Page(b, pages(s)[1]) })
	assert.Contains(t, html, `<span>Nom</span>`)
	assert.Contains(t, html, `<h2 id="contents"><span lang="en" dir="ltr">`)
	assert.NotContains(t, html, `aria-label="<span`)
	assert.Equal(t, written(t, func(b *strings.Builder) error { return look.Whole(b, pages(s)[1]) }), html)
}

func TestAWordThatIsNotThereIsToldWhereItIsAskedFor(t *testing.T) {
	look, err := theme.Load(theme.Files)
	require.NoError(t, err)
	own, _ := messages.Parse("xx.yaml", "xx", []byte("site: {name: N}\nsimulator: {}\nward: {}\n"))
	_, err = look.Share(theme.Common{Frame: theme.Frame{Catalogue: own}})
	assert.ErrorContains(t, err, `messages/xx.yaml has no "site.`)
}
