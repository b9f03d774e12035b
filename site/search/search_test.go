package search_test

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/site/search"
)

func words(text string) []string {
	all := []string{}
	search.Words([]byte(text), func(word []byte) { all = append(all, string(word)) })
	return all
}

func TestWordsAreTheSameHoweverTheyAreWritten(t *testing.T) {
	for text, want := range map[string]string{
		"The PUMP's 40-mL reservoir":    "the pumps 40 ml reservoir",
		"Über, uber; U\u0308ber":        "uber uber uber",
		"Straße Øre cœur Łódź ınce":     "strasse ore coeur lodz ince",
		"don’t 'quote' rock''n''roll":   "dont quote rock roll",
		"a I 7 x2 µg":                   "7 x2 μg",
		"ΟΔΟΣ οδός":                     "οδοσ οδοσ",
		"薬を入れる":                         "薬 を 入 れ る",
		"ﬁll ½":                         "fill 1 2",
		"":                              "",
		strings.Repeat("x", 41) + " ok": "ok",
		"bad \xff\xfe utf":              "bad utf",
	} {
		assert.Equal(t, strings.Fields(want), words(text), text)
	}
}

// Plain words are taken as they stand, without looking at each letter twice; which
// words they are makes no difference.
func TestWordsAreWhatASlowReaderFinds(t *testing.T) {
	word := regexp.MustCompile(`[A-Za-z0-9]+(?:['’][A-Za-z0-9]+)*`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aabcdeB79'’ .-–…“‗")), 0, 60, -1).Draw(t, "text")
		want := []string{}
		for _, found := range word.FindAllString(text, -1) {
			found = strings.ToLower(strings.NewReplacer("'", "", "’", "").Replace(found))
			if single := len(found) == 1 && (found[0] < '0' || found[0] > '9'); !single && len(found) <= 40 {
				want = append(want, found)
			}
		}
		require.Equal(t, want, words(text))
	})
}

// index is a written index as the script reads it.
type index struct {
	Language string
	Places   int
	Labels   map[string]string
	Words    [][2]json.RawMessage
	Pages    []json.RawMessage
}

// written writes an index and returns its first file and all files by name.
func written(t *testing.T, r *search.Reader, pages []search.Page) (index, map[string]string) {
	t.Helper()
	files := map[string]string{}
	address, err := r.Write(search.Index{Language: "en", Labels: []search.Label{{Audience: "patients", Text: "For \"patients\""}}, Pages: pages},
		search.Shelf{Publish: func(name string, data []byte) (string, error) {
			address := fmt.Sprintf("assets/%d.%s", len(files), name)
			files[path.Base(address)] = string(data)
			return address, nil
		}})
	require.NoError(t, err)
	var first index
	require.NoError(t, json.Unmarshal([]byte(files[path.Base(address)]), &first), files[path.Base(address)])
	return first, files
}

// found returns where a word is: page, place and weight of each.
func found(t *testing.T, x index, files map[string]string, word string) []string {
	t.Helper()
	var all []string
	for _, run := range x.Words {
		list := run[1]
		var name string
		if json.Unmarshal(list, &name) == nil {
			list = json.RawMessage(files[name])
		}
		var lines [][]any
		require.NoError(t, json.Unmarshal(list, &lines))
		for _, line := range lines {
			if line[0] != word {
				continue
			}
			at := 0
			for _, step := range line[1:] {
				n := int(step.(float64))
				at += n / 8
				all = append(all, fmt.Sprintf("%d.%d:%d", at/search.MaxPlaces, at%search.MaxPlaces, n%8))
			}
		}
	}
	return all
}

const text = `<p>The pump &amp; its <em>catheter</em>.</p>
<h2 id="lockout">The lockout&#39;s time</h2><p>A lockout. Dose, dose, dose, dose; refill, refill.</p>
<svg viewBox="0 0 1 1"><text>hidden</text></svg><noscript><p>hidden</p></noscript><button type="button">hidden <svg><g/></svg> hidden</button>
<p class="simulator-note">hidden <a href="x">hidden</a></p><section class="callout"><h3 class="callout-title">Care</h3><p>shown</p></section>
<h3 id="why">Why</h3><p>After.</p>`

func TestAWordIsFoundAtItsPlaceWithItsWeight(t *testing.T) {
	r := search.NewReader()
	page := search.Page{Address: "a.html", Title: "The pump", Description: "What a <catheter> does", Audience: "patients",
		Read: r.Page("The pump", "What a catheter does", []byte(text))}
	other := search.Page{Address: "b.html", Title: "Refill", Read: r.Page("Refill", "", nil)}
	x, files := written(t, r, []search.Page{page, other})
	require.Len(t, files, 1, "a small site has one file")
	assert.Equal(t, []search.Heading{{ID: "lockout", Text: "The lockout's time"}, {ID: "why", Text: "Why"}}, page.Read.Headings)
	assert.Equal(t, 4, x.Places)
	assert.Equal(t, map[string]string{"patients": `For "patients"`}, x.Labels)
	assert.JSONEq(t, `[["a.html","The pump","What a <catheter> does","patients","lockout","The lockout's time","why","Why"],["b.html","Refill","",""]]`, string(x.Pages[0]))
	for word, want := range map[string][]string{
		"pump":     {"0.0:7"},
		"the":      {"0.0:7", "0.1:4"},
		"catheter": {"0.0:3"},
		"lockouts": {"0.1:4"},
		"lockout":  {"0.1:0"},
		"dose":     {"0.1:2"},
		"refill":   {"0.1:1", "1.0:6"},
		"care":     {"0.1:4"},
		"shown":    {"0.1:0"},
		"after":    {"0.2:0"},
		"hidden":   nil,
		"time":     {"0.1:4"},
		"why":      {"0.2:4"},
	} {
		assert.Equal(t, want, found(t, x, files, word), word)
	}
}

// many is a site too large for one file: a word in every page, and many words.
func many(r *search.Reader, pages int) []search.Page {
	var all []search.Page
	for i := range pages {
		var b strings.Builder
		for k := range 60 {
			fmt.Fprintf(&b, "<h2 id=\"p%d\">Part</h2><p>word%dx%d common</p>", k, i, k)
		}
		title := fmt.Sprintf("Page %d", i)
		all = append(all, search.Page{Address: fmt.Sprintf("p%d.html", i), Title: title, Read: r.Page(title, "", []byte(b.String()))})
	}
	return all
}

func TestALargeSiteComesInFilesOfWhichAFewAreFetched(t *testing.T) {
	r := search.NewReader()
	pages := many(r, 700)
	x, files := written(t, r, pages)
	require.Greater(t, len(x.Words), 3)
	require.Len(t, x.Pages, (700+search.PagesPerFile-1)/search.PagesPerFile)
	for name, data := range files {
		assert.Less(t, len(data), 150<<10, name)
		assert.True(t, json.Valid([]byte(data)), name)
	}
	last := ""
	for i, run := range x.Words {
		var first string
		require.NoError(t, json.Unmarshal(run[0], &first))
		assert.True(t, i == 0 || first > last, "runs are in order")
		last = first
	}
	assert.Equal(t, []string{"699.60:0"}, found(t, x, files, "word699x59"))
	assert.Len(t, found(t, x, files, "common"), search.MostPlaces, "a word that is everywhere is kept where it counts most")
	assert.Equal(t, []string{"3.0:6"}, found(t, x, files, "3")[:1])
}

func TestAPageHasAtMostSoManyPlaces(t *testing.T) {
	r := search.NewReader()
	html := ""
	for i := range 100 {
		html += fmt.Sprintf("<h2 id=\"p%d\">Part</h2><p>n%d</p>", i, i)
	}
	x, files := written(t, r, []search.Page{{Address: "a.html", Read: r.Page("", "", []byte(html))}})
	assert.Equal(t, []string{"0.63:0"}, found(t, x, files, "n99"))
	assert.Equal(t, search.MaxPlaces, x.Places)
	assert.NotContains(t, string(x.Pages[0]), `"p63"`)
}

func TestTheOrderOfReadingChangesNothing(t *testing.T) {
	one, other := search.NewReader(), search.NewReader()
	texts := []string{"<p>beta alpha</p>", "<p>gamma beta</p>"}
	a := []search.Page{{Read: one.Page("", "", []byte(texts[0]))}, {Read: one.Page("", "", []byte(texts[1]))}}
	second := other.Page("", "", []byte(texts[1]))
	b := []search.Page{{Read: other.Page("", "", []byte(texts[0]))}, {Read: second}}
	_, filesA := written(t, one, a)
	_, filesB := written(t, other, b)
	assert.Equal(t, filesA, filesB)
}

func FuzzPage(f *testing.F) {
	f.Add("The pump", text)
	f.Add("", "<h2 id=\"a\">x</h2><svg><svg></svg>")
	f.Add("\xff", "<p class=\"simulator-note\"><h2 id=\"")
	f.Fuzz(func(t *testing.T, title, html string) {
		r := search.NewReader()
		_, files := written(t, r, []search.Page{{Title: title, Read: r.Page(title, title, []byte(html))}})
		for _, data := range files {
			assert.True(t, json.Valid([]byte(data)))
		}
		for _, word := range words(html) {
			assert.True(t, utf8.ValidString(word))
			assert.NotContains(t, word, `"`)
		}
	})
}

func BenchmarkPage(b *testing.B) {
	r := search.NewReader()
	page := []byte(strings.Repeat(text, 20))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		r.Page("The pump", "What it does", page)
	}
}
