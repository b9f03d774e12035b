package e2e_test

import (
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

//go:embed axe/axe.min.js
var axe string

//go:embed axe/README.md
var axeReadMe string

func TestAxeIsTheVersionThatItsPageNames(t *testing.T) {
	assert.Contains(t, axeReadMe, fmt.Sprintf("%x", sha256.Sum256([]byte(axe))))
	version, _, _ := strings.Cut(strings.TrimPrefix(axe, "/*! axe v"), "\n")
	assert.Contains(t, axeReadMe, "axe-core "+version+",")
}

// violation is what axe finds wrong, as far as a person needs it.
type violation struct {
	ID, Help string
	Nodes    []string // how each begins, and what is wrong with it
}

// looking runs axe in a page as it opens, and then in what opens in it: that is
// opened for the second look alone, since it lies over other things. Only the
// rules that are asked for are held, by default all.
const looking = `(async (only) => {
	const look = async (where) => (await axe.run(where, {resultTypes: ['violations'], elementRef: false, ...only})).violations;
	const found = await look(document);
	const closed = [...document.querySelectorAll('details:not([open])')], over = [...document.querySelectorAll('[popover]')];
	const named = closed.map((one) => one.getAttribute('name'));
	for (const one of closed) { one.removeAttribute('name'); one.open = true; }
	for (const one of over) { one.popover = 'manual'; one.showPopover(); }
	if (closed.length + over.length > 0) found.push(...await look({include: [...closed, ...over].map((one) => [one])}));
	closed.forEach((one, i) => { one.open = false; if (named[i]) one.setAttribute('name', named[i]); });
	for (const one of over) one.hidePopover();
	return JSON.stringify(found.map((v) => ({
		id: v.id, help: v.help,
		nodes: v.nodes.map((n) => n.target.join(' ') + ': ' + n.html.slice(0, 160) + ' — ' + n.any.concat(n.all, n.none).map((c) => c.message).join('; ')),
	})));
})`

// What is asked of axe, in JavaScript.
const (
	allRules = `{}`
	ofColour = `{runOnly: ['cat.color']}`
)

// looksWithAxe returns what axe finds, a line each.
func (r *reader) looksWithAxe(rules string) []string {
	r.t.Helper()
	said, err := browser.Eval[string](r.Page, looking+"("+rules+")")
	require.NoError(r.t, err)
	var found []violation
	require.NoError(r.t, json.Unmarshal([]byte(said), &found))
	var lines []string
	for _, v := range found {
		lines = append(lines, fmt.Sprintf("%s (%s)\n  %s", v.Help, v.ID, strings.Join(v.Nodes, "\n  ")))
	}
	return lines
}

// bringsAxe puts axe into the page that is open.
func (r *reader) bringsAxe() {
	r.t.Helper()
	_, err := browser.Eval[bool](r.Page, axe+"; true")
	require.NoError(r.t, err)
}

// axeScreens are how every page is looked at. What is in it is the same by
// night; its colours are not.
var axeScreens = []struct {
	browser.Screen
	rules string
}{
	{browser.Screen{Width: 360, Height: 740}, allRules},
	{browser.Screen{Width: 360, Height: 740, Dark: true}, ofColour},
	{browser.Screen{Width: 1440, Height: 900}, allRules},
	{browser.Screen{Width: 1440, Height: 900, Dark: true}, ofColour},
}

func TestAxeFindsNothingOnAnyPageByDayAndByNight(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	for _, page := range append(pages(t), "sim.html") {
		r.goes(page)
		if page == "sim.html" {
			require.NoError(t, r.UntilTrue(`document.documentElement.dataset.sim === 'ready'`))
		}
		r.bringsAxe()
		for _, s := range axeScreens {
			s.Still = true // colours that are still on their way are nobody's
			require.NoError(t, r.Show(s.Screen))
			for _, line := range r.looksWithAxe(s.rules) {
				assert.Fail(t, "axe finds what shuts readers out", "%s, %d wide, dark %v: %s", page, s.Width, s.Dark, line)
			}
		}
	}
}

func TestAxeFindsWhatIsBrokenOnPurpose(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("")
	r.bringsAxe()
	_, err := browser.Eval[bool](r.Page, `(() => {
		document.querySelector('h1').style.color = 'light-dark(#eeeeee, #222222)';
		document.querySelector('details a').append(Object.assign(document.createElement('img'), {src: document.querySelector('link[rel=icon]').href}));
		return true;
	})()`)
	require.NoError(t, err)
	for _, s := range axeScreens {
		s.Still = true
		require.NoError(t, r.Show(s.Screen))
		found := strings.Join(r.looksWithAxe(s.rules), "\n")
		assert.Contains(t, found, "color-contrast", "%d wide, dark %v", s.Width, s.Dark)
		if s.rules == allRules {
			assert.Contains(t, found, "image-alt", "in what is closed, too")
		}
	}
}
