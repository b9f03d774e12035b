package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
	"iddtestdrive/tools/stage"
)

// pages are the site's pages, without the simulator's own.
func pages(t *testing.T) []string {
	t.Helper()
	all, err := stage.Pages(folder)
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(all), 3)
	return all
}

func TestNothingOfTheSimulatorIsFetchedBeforeItIsAskedFor(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	for _, page := range pages(t) {
		r.goes(page)
		for _, q := range r.Requests() {
			assert.NotContains(t, q.URL, ".wasm", page)
			assert.NotContains(t, q.URL, "sim.html", page)
		}
	}
	r.goes(remotePage)
	r.starts()
	fetched := false
	for _, q := range r.Requests() {
		fetched = fetched || strings.Contains(q.URL, ".wasm")
	}
	assert.True(t, fetched, "the simulator comes when it is asked for")
}

func TestTheSimulatorScrollsNoPageSidewaysOnTheNarrowestScreen(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	require.NoError(t, r.Show(browser.Screen{Width: 320, Height: 640, Touch: true}))
	r.goes(remotePage)
	r.starts()
	wide, err := browser.Eval[float64](r.Page, `Math.max(document.documentElement.scrollWidth,
		document.querySelector('iframe').contentDocument.documentElement.scrollWidth)`)
	require.NoError(t, err)
	assert.LessOrEqual(t, wide, 320.0)
}

// A sheet that is filled in by hand, or hung up, keeps its columns on paper, where
// a phone shows a list.
func TestATableKeepsItsColumnsOnPaper(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("skills-checklist.html")
	const display = `getComputedStyle(document.querySelector('.table tbody td')).display`
	for _, s := range []browser.Screen{{Width: 600, Height: 900}, {Width: 600, Height: 900, Paper: true}} {
		require.NoError(t, r.Show(s))
		assert.Equal(t, map[bool]string{false: "block", true: "table-cell"}[s.Paper], r.evaluates(display))
	}
}

// touched are the roles of things that are pressed.
var touched = map[string]bool{"button": true, "link": true, "radio": true, "checkbox": true, "switch": true,
	"slider": true, "textbox": true, "combobox": true, "DisclosureTriangle": true, "tab": true}

// A link among words, and a word that is explained, is as high as its line; everything else that is pressed
// has room for a finger that trembles. A thing that shows only when it has the
// keyboard is measured with it, a control under a label together with it.
const room = `function() {
	if (this.tagName === 'A' && getComputedStyle(this).display === 'inline') return [44, 44];
	if (this.matches('.word[popovertarget]')) return [44, 44];
	this.focus();
	const boxes = [this, ...(this.labels ?? [])].map((part) => part.getBoundingClientRect());
	return ['width', 'height'].map((side) => Math.round(100 * Math.max(...boxes.map((box) => box[side]))) / 100);
}`

func TestEveryControlHasRoomForAFinger(t *testing.T) {
	t.Parallel()
	phone := browser.Screen{Width: 360, Height: 740, Touch: true}
	r := newReader(t, browser.Options{})
	require.NoError(t, r.Show(phone))
	for _, page := range pages(t) {
		r.goes(page)
		r.reaches(page)
	}
	for _, r := range []*reader{r, newReader(t, browser.Options{NoWebGL: true})} {
		require.NoError(t, r.Show(phone))
		r.goes(remotePage)
		r.starts()
		assert.Greater(t, r.reaches("the simulator, "+r.view()), 8)
	}
}

// reaches measures everything that is pressed and returns how much that is.
func (r *reader) reaches(where string) int {
	r.t.Helper()
	tree, err := r.Tree()
	require.NoError(r.t, err)
	n := 0
	var small []string
	for _, thing := range tree {
		if !touched[thing.Role] {
			continue
		}
		n++
		size, err := browser.On[[2]float64](r.Page, thing, room)
		require.NoError(r.t, err)
		if size[0] < 44 || size[1] < 44 {
			small = append(small, fmt.Sprintf("%v is %v x %v", thing, size[0], size[1]))
		}
	}
	assert.Empty(r.t, small, "%s: smaller than 44 x 44 CSS pixels", where)
	return n
}
