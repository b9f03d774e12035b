package e2e_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/search"
	"iddtestdrive/tools/browser"
)

// arrives waits until the reader has left a page and another is there.
func (r *reader) arrives(from string) {
	r.t.Helper()
	require.NoError(r.t, r.UntilTrue(fmt.Sprintf("location.pathname !== %q && document.readyState === 'complete'", from)))
}

// A word is typed, what is found is announced, and the keyboard alone leads to the
// place with the word marked, and back to what was found.
func TestSearchLeadsToThePlaceWithTheWordMarked(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("personal-remote.html")
	r.evaluates(`(document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })), '')`)
	assert.Equal(t, "searchbox", r.focused().Role)
	require.NoError(t, r.Type("lockout"))
	from := r.evaluates("location.pathname")
	r.presses(browser.Enter)
	r.arrives(from)
	r.hears(0, `\d+ pages? found`)
	assert.Equal(t, "lockout", r.evaluates(`document.querySelector('.finder [data-search-field]').value`))
	require.NoError(t, r.UntilTrue(`document.querySelectorAll('.found-text mark').length > 0`))

	link := r.tabsTo("link", ": ")
	from = r.evaluates("location.pathname")
	r.presses(browser.Enter)
	r.arrives(from)
	place := r.evaluates(`document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent`)
	assert.Contains(t, link.Name, place)
	require.NoError(t, r.UntilTrue(`CSS.highlights.has('found') && CSS.highlights.get('found').size > 0`))
	require.NoError(t, r.UntilTrue(`Math.abs(document.querySelector(location.hash).getBoundingClientRect().top) < innerHeight`))
	r.presses(browser.Tab)
	assert.Equal(t, "Remove the marks", r.focused().Name, "it is the next thing after the place")
	r.presses(browser.Enter)
	assert.Equal(t, "false ", r.evaluates(`CSS.highlights.has('found') + ' ' + location.search`))

	r.evaluates(`(history.back(), '')`)
	require.NoError(t, r.UntilTrue(`location.pathname.endsWith('/search.html') && document.querySelectorAll('.found-item').length > 0`))
}

// A key that is one sign can be turned off, and stays off on other pages.
func TestTheKeyOfTheSearchCanBeTurnedOff(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	slash := `(document.activeElement.blur(), document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true })), document.activeElement.matches('[data-search-field]')) + ''`
	r.goes("search.html")
	assert.Equal(t, "true", r.evaluates(slash))
	r.tabsTo("checkbox", "The key")
	r.presses(browser.Space)
	assert.Equal(t, "false", r.evaluates(slash))
	r.goes("personal-remote.html")
	assert.Equal(t, "false", r.evaluates(slash))
	r.goes("search.html")
	assert.Equal(t, "false", r.evaluates(`document.querySelector('[data-search-key] input').checked + ''`))
	r.tabsTo("checkbox", "The key")
	r.presses(browser.Space)
	r.goes("personal-remote.html")
	assert.Equal(t, "true", r.evaluates(slash))
}

func TestSearchFollowsWhatIsTyped(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("search.html")
	require.NoError(t, r.UntilTrue(`document.activeElement.matches('[data-search-field]')`))
	require.NoError(t, r.Type("reservo"))
	r.hears(0, `\d+ pages? found`)
	assert.Contains(t, r.evaluates(`location.search`), "q=reservo")
	require.NoError(t, r.UntilTrue(`/reservoir/i.test(document.querySelector('.found-item mark')?.textContent)`))
	before := len(r.Announcements())
	r.evaluates(`(document.activeElement.select(), '')`)
	require.NoError(t, r.Type("xyzzyx"))
	r.hears(before, "Nothing found")
	assert.Equal(t, "0", r.evaluates(`String(document.querySelectorAll('.found-item').length)`))
}

// What the script takes for a word is what the index has.
func TestTheScriptThatSearchesAndTheIndexAgreeOnWords(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("search.html")
	for _, text := range []string{
		"The PUMP's 40-mL reservoir", "Über, uber; U\u0308ber", "Straße Øre cœur Łódź ınce", "don’t 'quote' rock''n''roll",
		"a I 7 x2 µg", "ΟΔΟΣ οδός", "薬を入れる", "ﬁll ½ ², ③", "İstanbul ẞ", "x’y’ z", "1,440 0.5 e-mail", "naïve ñandú", "עִבְרִית العَرَبِيَّة",
	} {
		want := []string{}
		search.Words([]byte(text), func(word []byte) { want = append(want, string(word)) })
		got, err := browser.Eval[[]string](r.Page, fmt.Sprintf("iddWords.words(%q)", text))
		require.NoError(t, err)
		assert.Equal(t, want, got, text)
	}
}

// asks puts a query to the core of the search, with a small index of its own: of
// each word the page, the place and the weight.
const asks = `(async (query, language) => {
	const numbers = (hits) => { let last = 0; return hits.map(([page, place, weight]) => {
		const at = page * 64 + place, number = (at - last) * 8 + weight; last = at; return number; }); };
	const words = [
		["dose", [0, 0, 6], [1, 2, 4], [2, 1, 0]], ["doses", [3, 0, 0]], ["dosing", [1, 3, 0]],
		["pump", [0, 0, 0], [1, 0, 7], [1, 2, 0], [2, 0, 3], [3, 0, 0]], ["pumping", [2, 1, 1]], ["reservoir", [3, 4, 0]],
	].map(([word, ...hits]) => [word, ...numbers(hits)]);
	const index = { language, places: 400, lookup: async (beginning) => words.filter(([word]) => word.startsWith(beginning)) };
	return (await iddSearch.find(query, index)).map(({ page, place }) => page + '.' + place);
})(%q, %q)`

func TestTheBestThatASearchFindsComesFirst(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("search.html")
	for _, c := range []struct {
		query, language string
		want            []string
		why             string
	}{
		{"dose", "en", []string{"0.0", "1.2", "2.1", "3.0"}, "title, heading, text, another form"},
		{"Dosing pump", "en", []string{"1.2", "0.0", "2.1", "3.0"}, "both words, and the place that has what the title has not"},
		{"dosing", "fr", []string{"1.3"}, "forms are English"},
		{"pum", "en", []string{"1.0", "2.1", "0.0", "3.0"}, "the last word may be begun only"},
		{"pum dose", "en", []string{"0.0", "1.2", "2.1", "3.0"}, "but no other"},
		{"reservior", "en", []string{"3.4"}, "two letters in each other's place"},
		{"resrvoir", "en", []string{"3.4"}, "a letter too few"},
		{"rezervoir", "en", []string{"3.4"}, "a wrong letter"},
		{"eservoir", "en", []string{}, "the first letter is right"},
		{"", "en", []string{}, "nothing asked, nothing found"},
	} {
		got, err := browser.Eval[[]string](r.Page, fmt.Sprintf(asks, c.query, c.language))
		require.NoError(t, err)
		assert.Equal(t, c.want, got, "%s: %s", c.query, c.why)
	}
	for word, stem := range map[string]string{
		"doses": "dos", "dosed": "dos", "dose": "dos", "dosing": "dos", "therapies": "therapy", "stopped": "stop", "stopping": "stop",
		"filled": "fill", "filling": "fill", "boxes": "box", "catheters": "catheter", "status": "status", "spring": "spring", "need": "need", "bleed": "bleed",
	} {
		got, err := browser.Eval[string](r.Page, fmt.Sprintf("iddSearch.stem(%q)", word))
		require.NoError(t, err)
		assert.Equal(t, stem, got, word)
	}
}

// The page for what is missing looks for the words of the address itself. That
// the host says 404 is an error to the browser; there must be no other.
func TestTheSearchOfThePageForWhatIsMissingLeadsOn(t *testing.T) {
	t.Parallel()
	b, err := browser.Start(context.Background(), browser.Options{Patience: patience})
	require.NoError(t, err)
	t.Cleanup(b.Close)
	p, err := b.Tab()
	require.NoError(t, err)
	r := &reader{Page: p, t: t, b: b}
	r.goes("personal-remot.html")
	r.hears(0, "Perhaps you were looking for this")
	require.Len(t, r.Errors(), 1)
	assert.Contains(t, r.Errors()[0], "404")
	from := r.evaluates("location.pathname")
	r.tabsTo("link", "^The personal remote")
	r.presses(browser.Enter)
	r.arrives(from)
	assert.Contains(t, r.evaluates("location.pathname"), "/personal-remote.html")
}
