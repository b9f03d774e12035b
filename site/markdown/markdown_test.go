package markdown_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/site/chart"
	"iddtestdrive/site/figure"
	"iddtestdrive/site/markdown"
)

var update = flag.Bool("update", false, "rewrite the expected HTML of the test data")

// surroundings are those of a page of a small site: pages other.md and
// deeper/page.md, a picture, a drawing, a scenario.
func surroundings() markdown.Surroundings {
	return markdown.Surroundings{
		Word: func(key string, pairs ...string) (string, error) {
			if strings.HasPrefix(key, "site.unknown") {
				return "", errors.New("no such word")
			}
			return "[" + strings.TrimSpace(key+" "+strings.Join(pairs, "=")) + "]", nil
		},
		Number: func(plain string) (string, error) { return strings.ReplaceAll(plain, "0.3", "0,3"), nil },
		Page: func(file string) (string, string, error) {
			if file != "other.md" && file != "deeper/page.md" {
				return "", "", fmt.Errorf("there is no page %s", file)
			}
			return strings.TrimSuffix(file, ".md") + ".html", "en/" + file, nil
		},
		File: func(file string) (markdown.Asset, error) {
			switch file {
			case "photo.png":
				return markdown.Asset{Address: "assets/photo.png", Width: 640, Height: 480}, nil
			case "list.pdf":
				return markdown.Asset{Address: "assets/list.pdf"}, nil
			}
			return markdown.Asset{}, fmt.Errorf("there is no file %s", file)
		},
		Figure: func(file string) (string, []byte, error) {
			if file != "pump.svg" {
				return "", nil, fmt.Errorf("there is no file %s", file)
			}
			return "en/" + file, []byte(`<svg viewBox="0 0 9 9"><circle id="a" r="4"/></svg>`), nil
		},
		Picture: func(name string) (*figure.Drawing, error) {
			return figure.Read([]byte(`<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`), false)
		},
		Drive: func(name string) (markdown.Start, error) {
			if name != "first-day" {
				return markdown.Start{}, fmt.Errorf("there is no test drive %q", name)
			}
			return markdown.Start{Title: "A first day", Summary: "Ask & wait.", Minutes: 8, Address: "sim.html?drive=first-day"}, nil
		},
		Case: func(name string) (markdown.Start, error) {
			if name != "refill" {
				return markdown.Start{}, fmt.Errorf("there is no case %q", name)
			}
			return markdown.Start{Title: "A refill", Summary: "As planned.", Minutes: 15, Address: "sim.html?case=refill"}, nil
		},
		Exam: func(count string) (markdown.Start, error) {
			if count != "3" {
				return markdown.Start{}, fmt.Errorf("an exam has 1 to 9 cases, not %q", count)
			}
			return markdown.Start{Address: "sim.html?exam=3"}, nil
		},
		Chart: func(set chart.Settings) (chart.Chart, error) {
			switch {
			case set.Scenario != "day":
				return chart.Chart{}, &chart.Wrong{Setting: "scenario", What: fmt.Sprintf("there is no scenario %q", set.Scenario), Remedy: "did you mean day?"}
			case set.To == "9h":
				return chart.Chart{}, &chart.Wrong{Setting: "to", What: "after the end"}
			case set.By == "week":
				return chart.Chart{}, errors.New("no such word")
			}
			drawing := chart.Drawing{ViewBox: "0 0 9 9", Inside: "<text>a</text>"}
			columns := strings.Split("Time,Dose & more,Given,Left", ",")
			row := []string{"08:00", "<1>", "2", "3"}
			if set.Series == "rate" {
				columns, row = columns[:2], row[:2]
			}
			return chart.Chart{
				Wide: drawing, Narrow: drawing, Said: []string{"Series " + set.Series + "."}, Events: strings.Fields(set.Names),
				Columns: columns, Rows: [][]string{row}, Note: set.From,
			}, nil
		},
		Scenario: func(name string) (markdown.Start, error) {
			if name != "first-hours" {
				return markdown.Start{}, fmt.Errorf("there is no scenario %q", name)
			}
			return markdown.Start{Title: "First hours", Summary: "A <day> begins.", Address: "sim.html?scenario=first-hours"}, nil
		},
		Pages: func(audience string) ([]markdown.Card, error) {
			if audience == "nurses" {
				return []markdown.Card{{Title: "A", Description: "a.", Address: "a.html"}, {Section: "Late & early", Title: "B", Description: "b.", Address: "b.html"},
					{Section: "Late & early", Title: "C", Description: "c.", Address: "c.html"}, {Section: "Last", Title: "D", Description: "d.", Address: "d.html"}}, nil
			}
			if audience != "patients" {
				return nil, errors.New("there are no pages for " + audience)
			}
			return []markdown.Card{{Title: "A & B", Description: "Both.", Address: "a.html"}}, nil
		},
		Reference: func(key string) error {
			if key != "smith2002" && key != "deer2024" {
				return fmt.Errorf("there is no source %q", key)
			}
			return nil
		},
		Meaning: func(form string) (markdown.Meaning, error) {
			switch form {
			case "lockout", "Lockouts":
				return markdown.Meaning{Key: "lockout", Word: "lockout", Plain: "A <wait>.", Address: "words.html#word-lockout", Page: "en/words.md"}, nil
			case "catheter tip":
				return markdown.Meaning{Key: "catheter-tip", Word: "tip", Plain: "An end."}, nil
			}
			return markdown.Meaning{}, fmt.Errorf("there is no word %q", form)
		},
		References: references,
		Glossary: func() ([]markdown.Entry, error) {
			return []markdown.Entry{
				{Key: "24-hours", Word: "24 hours", Plain: "A day.", Exact: "One day."},
				{Key: "bolus", Word: "bolus", Plain: "A <dose>.", Exact: "One dose.", See: []markdown.Spot{{Label: "lockout", Address: "#word-lockout"}, {Label: "tip", Address: "#word-tip"}},
					Sources: []markdown.Spot{{Label: "Smith 2002", Address: "r.html#ref-smith2002"}}, Pages: []markdown.Spot{{Label: "A & B", Address: "a.html"}}},
				{Key: "bleed", Word: "Bleed", Plain: "B.", Exact: "B."},
				{Key: "water", Word: "Éau", Plain: "E.", Exact: "E.", Listed: "m-z.html"},
			}, nil
		},
	}
}

// references are those of the small site.
func references(kinds []string) ([]markdown.ReferenceGroup, error) {
	if len(kinds) == 1 && kinds[0] == "cat" {
		return nil, errors.New("unknown kind of source")
	}
	all := []markdown.ReferenceGroup{
		{Kind: "study", Sources: []markdown.Reference{{Key: "smith2002", Title: "A <trial>", By: "Smith", Where: "A journal", Year: "2002", About: "Few people.",
			Places: []markdown.Spot{{Label: "doi:10.1/a", Address: "https://doi.org/10.1/a"}}, Pages: []markdown.Spot{{Label: "A & B", Address: "a.html#source-smith2002"}}}}},
		{Kind: "page", Sources: []markdown.Reference{{Key: "deer2024", Title: "A page", By: "Deer", About: "Little.", Note: "No address."}}},
	}
	if len(kinds) == 1 {
		return all[:1], nil
	}
	return all, nil
}

func convert(src string) markdown.Body {
	return markdown.New(markdown.Blocks()...).Convert(markdown.Source{File: "en/page.md", Text: []byte(src), WantProse: true}, surroundings())
}

// outcome is what a page becomes: its HTML, or its mistakes, one a line.
func outcome(src string) string {
	body := convert(src)
	if len(body.Mistakes) == 0 {
		return strings.TrimRight(string(body.HTML), "\n")
	}
	var lines []string
	body.Mistakes.Sort()
	for _, m := range body.Mistakes {
		line := "! " + m.Place() + ": " + m.What
		if m.Remedy != "" {
			line += " (" + m.Remedy + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// The test data are files of cases: a name after "===", the source, "---", and
// what becomes of it. What stands before the first case says what the file is
// about.
func TestEverySourceBecomesTheExpectedHTML(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		parts := strings.Split(string(data), "\n=== ")
		written := parts[0]
		for _, part := range parts[1:] {
			name, rest, _ := strings.Cut(part, "\n")
			src, want, _ := strings.Cut(rest, "\n---\n")
			got := outcome(src + "\n")
			written += "\n=== " + name + "\n" + src + "\n---\n" + got + "\n"
			if !*update {
				assert.Equal(t, strings.TrimSpace(want), got, "%s: %s", file, name)
			}
		}
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(written), 0o644))
		}
	}
}

func TestAPagesHeadingsAndAnchorsAreKnown(t *testing.T) {
	body := convert("## Über uns & *dich*\n\n::: warning\n### Inside\n:::\n\n## Über uns & dich\n\n### Don't\n\n## !\n")
	require.Empty(t, body.Mistakes)
	assert.Equal(t, []markdown.Heading{
		{Level: 2, ID: "über-uns-dich", Text: "Über uns & dich"},
		{Level: 2, ID: "über-uns-dich-2", Text: "Über uns & dich"},
		{Level: 3, ID: "dont", Text: "Don't"},
		{Level: 2, ID: "part", Text: "!"},
	}, body.Headings)
	assert.True(t, body.Anchors["inside"])
	assert.False(t, body.Simulator)
}

func TestLinksToPlacesAreKeptForLater(t *testing.T) {
	src := "See [there](other.md#place) and [here](#below).\n"
	body := convert(src)
	require.Empty(t, body.Mistakes)
	assert.Equal(t, []markdown.Link{
		{Page: "en/other.md", Anchor: "place", Offset: strings.Index(src, "[there]")},
		{Page: "en/page.md", Anchor: "below", Offset: strings.Index(src, "[here]")},
	}, body.Links)
}

func TestWhatAPageCitesAndUsesIsKnown(t *testing.T) {
	src := markdown.Source{File: "en/page.md", Sources: []string{"smith2002", "deer2024"},
		Text: []byte("A [[lockout]] and [[Lockouts]] [@deer2024], a [[catheter tip]] [@deer2024].\n")}
	body := markdown.New(markdown.Blocks()...).Convert(src, surroundings())
	require.Empty(t, body.Mistakes)
	assert.Equal(t, []markdown.Cited{{Key: "deer2024", Places: 2}, {Key: "smith2002"}}, body.Cited)
	assert.Equal(t, []string{"lockout", "catheter-tip"}, body.Words)
	assert.Equal(t, []markdown.Link{{Page: "en/words.md", Anchor: "word-lockout", Offset: 2}}, body.Links)
	for _, id := range []string{"cite-deer2024", "cite-deer2024-2", "source-deer2024", "source-smith2002", "meaning-lockout"} {
		assert.True(t, body.Anchors[id], id)
	}
}

func TestWhatAPageListsIsKnownBeforeItIsMade(t *testing.T) {
	for src, want := range map[string]markdown.Lists{
		"Some references to a glossary.\n": {},
		"::: references\n:::\n":            {References: true},
		"a\n:::: references kinds=\"study, review\"\n::::\n::: glossary\n:::\n": {References: true, Glossary: true, Kinds: []string{"study", "review"}},
		"```\n::: glossary\n:::\n```\n::: references kinds=study\n:::\n":        {References: true, Kinds: []string{"study"}},
		"::: glossary letters=a-l\n:::\n":                                       {Glossary: true, Letters: []string{"a-l"}},
		"~~~\n```\n::: glossary\n~~~\n::: glossaryx\n":                          {},
		"::: references kinds=page\n:::\n::: references kinds=\"study\"\n:::\n": {References: true, Kinds: []string{"page", "study"}},
	} {
		assert.Equal(t, want, markdown.ListsIn([]byte(src)), src)
	}
}

func TestAPageListsTheWordsOfItsLetters(t *testing.T) {
	for _, c := range []struct {
		lists markdown.Lists
		word  string
		has   bool
	}{
		{markdown.Lists{}, "lockout", false},
		{markdown.Lists{References: true}, "lockout", false},
		{markdown.Lists{Glossary: true}, "lockout", true},
		{markdown.Lists{Glossary: true, Letters: []string{"a-k"}}, "lockout", false},
		{markdown.Lists{Glossary: true, Letters: []string{"a-k", "l-m"}}, "Lockout", true},
		{markdown.Lists{Glossary: true, Letters: []string{"a-k"}}, "éclair", true},
		{markdown.Lists{Glossary: true, Letters: []string{"a-k"}}, "24 hours", true},
		{markdown.Lists{Glossary: true, Letters: []string{"l-z"}}, "24 hours", false},
	} {
		assert.Equal(t, c.has, c.lists.HasWord(c.word), "%+v %s", c.lists, c.word)
	}
}

func TestIdsOfTheTemplateAreLeftToIt(t *testing.T) {
	source := markdown.Source{File: "en/page.md", Text: []byte("## Contents\n"), Taken: []string{"contents"}}
	body := markdown.New(markdown.Blocks()...).Convert(source, surroundings())
	assert.Equal(t, "contents-2", body.Headings[0].ID)
}

func TestPlacesCountFromTheTopOfTheFile(t *testing.T) {
	src := "---\ntitle: A\n---\n\n# Title\n"
	body := markdown.New(markdown.Blocks()...).Convert(markdown.Source{File: "en/page.md", Text: []byte(src), Body: 17}, surroundings())
	require.Len(t, body.Mistakes, 1)
	assert.Equal(t, "en/page.md:5:1", body.Mistakes[0].Place())
}

func TestAConverterServesManyPagesAtOnce(t *testing.T) {
	c := markdown.New(markdown.Blocks()...)
	src := []byte("## A\n\n::: ask\n- Why?\n:::\n\n| a | b |\n|---|--:|\n| c | d |\n")
	want := string(c.Convert(markdown.Source{File: "a.md", Text: src}, surroundings()).HTML)
	got := make(chan string)
	for range 8 {
		go func() { got <- string(c.Convert(markdown.Source{File: "a.md", Text: src}, surroundings()).HTML) }()
	}
	for range 8 {
		assert.Equal(t, want, <-got)
	}
}

// bare are texts with bare addresses, and with what looks like one.
var bare = []string{
	"https://example.org", "(http://example.org)", "see ftp://example.org/a_b, now", "*www.example.org*", "a\nwww.example.org",
	"me@example.org", "(me.too+1@example.org)", "[@known] me@example.org", "a@b", "a @b.org", "@example.org", "_me@example.org_ b", "https: no", "x@y.z-",
}

// fully converts a text by looking for bare addresses whatever is in it.
func fully(src string) markdown.Body {
	return markdown.New(markdown.Blocks()...).Full().Convert(markdown.Source{File: "en/page.md", Text: []byte(src), WantProse: true}, surroundings())
}

// unmarked is a body without the places of its prose: more of them are known
// where the library has looked at every word.
func unmarked(body markdown.Body) markdown.Body {
	body.Prose = slices.Clone(body.Prose)
	for i := range body.Prose {
		body.Prose[i].Marks = nil
	}
	return body
}

func TestATextWithoutBareAddressesIsReadAlikeWithoutLookingForThem(t *testing.T) {
	pieces := append([]string{" ", "\n", "\n\n", "a", "@", "www.", "http:", "//", ".org", "[@known]", "*", "_", "(", ")", "[x](https:", "b-", "é", "<", ">", "`", ":"}, bare...)
	rapid.Check(t, func(r *rapid.T) {
		src := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(r, "pieces"), "")
		assert.Equal(r, unmarked(fully(src)), unmarked(convert(src)), "%q", src)
	})
}

func FuzzConvert(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range strings.Split(string(data), "\n=== ") {
			src, _, _ := strings.Cut(part, "\n---\n")
			f.Add(src)
		}
	}
	for _, src := range bare {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		body := convert(src)
		assert.Equal(t, unmarked(fully(src)), unmarked(body))
		if len(body.Mistakes) > 0 {
			return
		}
		for _, p := range body.Prose {
			assert.LessOrEqual(t, p.Offset(0), len(src))
		}
		html := string(body.HTML)
		assert.NotContains(t, html, "<script")
		assert.NotContains(t, html, `href="javascript:`)
		assert.NotContains(t, html, ` style="`)
		assert.LessOrEqual(t, strings.Count(html, `id="meaning-lockout"`), 1)
		assert.Equal(t, html, string(convert(src).HTML))
	})
}

// A site that leaves out educators, practice cases and the page other.md, and
// knows whom to call.
func converted(src string) string {
	around := surroundings()
	around.LeftOut = func(kind, name string) bool {
		return kind == "case" || kind+" "+name == "audience educators" || kind+" "+name == "page other.md"
	}
	around.Help = []markdown.Help{
		{Label: "Emergency number in A & B", Number: "112", Address: "tel:112"},
		{Label: "Clinic", Number: "+44 1", Address: "tel:+441", Note: "8 to 16"},
	}
	body := markdown.New(markdown.Blocks()...).Convert(markdown.Source{File: "en/page.md", Text: []byte(src)}, around)
	if len(body.Mistakes) > 0 {
		return body.Mistakes.Error()
	}
	return strings.TrimRight(string(body.HTML), "\n")
}

func TestWhatTheSiteLeavesOutGoesWithItsHeadingsAndLinks(t *testing.T) {
	const rest = "<h2 id=\"rest\">Rest</h2>\n<p>Here.</p>"
	const list = "::: pages audience=educators\n:::\n\n"
	const run = "::: simulator case=refill\n:::\n\n"
	for src, want := range map[string]string{
		"See [the *other*](other.md#two) page.":                                  "<p>See the <em>other</em> page.</p>",
		list + "## Rest\n\nHere.":                                                rest,
		"## Teach\n\nWords.\n\n" + list + "### Deeper\n\n## Rest\n\nHere.":       rest,
		"## Teach\n\n" + list + list + "## Rest\n\nHere.":                        rest,
		"## Try\n\n### One\n\n" + run + "### Two\n\n" + run + "## Rest\n\nHere.": rest,
		"## Rest\n\nHere.\n\n" + run:                                             rest,
		"## Rest\n\n" + run + "Here.":                                            rest,
	} {
		assert.Equal(t, want, converted(src), src)
	}
	assert.Contains(t, converted("## Teach\n\n"+list+"## Rest\n\n[Up](#teach)"), "#teach")
	body := converted("::: simulator drive=first-day\n:::\n")
	assert.Contains(t, body, "sim.html?drive=first-day", "what is not left out stays")
}

func TestAnEmergencyEndsWithWhomToCall(t *testing.T) {
	assert.Equal(t, `<section class="callout emergency">
<h2 class="callout-title"><svg class="icon" viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"></path></svg><span>[site.callout.emergency]</span></h2>
<p>Call.</p>
<ul class="help">
<li>Emergency number in A &amp; B: <a href="tel:112">112</a></li>
<li>Clinic: <a href="tel:+441">+44 1</a> <span>8 to 16</span></li>
</ul>
</section>`, converted("::: emergency\nCall.\n:::"))
	assert.NotContains(t, converted("::: warning\nCall.\n:::"), "help")
}
