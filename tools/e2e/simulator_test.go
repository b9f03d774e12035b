package e2e_test

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// plays opens the simulator in a page of its own.
func (r *reader) plays(question string) {
	r.t.Helper()
	r.goes("sim.html" + question)
	r.awaitsStart()
}

func (r *reader) awaitsStart() {
	r.t.Helper()
	require.NoError(r.t, r.UntilTrue(`document.documentElement.dataset.sim === 'ready'`))
}

// toThe goes with Tab to a thing of that role and exact name.
func (r *reader) toThe(role, name string) browser.Node {
	r.t.Helper()
	if at := r.focused(); at.Role == role && at.Name == name {
		return at
	}
	return r.tabsTo(role, "^"+regexp.QuoteMeta(name)+"$")
}

// finds waits for the one thing of that role and name.
func (r *reader) finds(role, name string) browser.Node {
	r.t.Helper()
	n, err := r.Find(role, name)
	require.NoError(r.t, err)
	return n
}

// is waits until a state of the thing of that role and name is as given.
func (r *reader) is(role, name, state, want string) {
	r.t.Helper()
	require.NoError(r.t, r.Until(fmt.Sprintf("%s %q with %s %q", role, name, state, want), func() (bool, error) {
		n := r.finds(role, name)
		got := n.State[state]
		if state == "value" {
			got = n.Value
		}
		if got != want {
			return false, fmt.Errorf("it is %q", got)
		}
		return true, nil
	}))
}

// faces are the two views of the simulator, by what its address asks.
var faces = map[string]string{"picture": "", "plain": "&plain=1"}

func TestTheDiaryIsWrittenWithTheKeyboard(t *testing.T) {
	t.Parallel()
	for face, ask := range faces {
		r := newReader(t, browser.Options{})
		r.plays("?scenario=first-hours" + ask)
		assert.Equal(t, face, r.evaluates(`document.documentElement.dataset.view`))
		r.operates("^Diary$")

		r.toThe("slider", "Pain before")
		for range 3 {
			r.presses(browser.Right)
		}
		r.is("slider", "Pain before", "value", "3")
		assert.Equal(t, "3 of 10", r.evaluates(`document.activeElement.getAttribute('aria-valuetext')`))
		r.presses(browser.End)
		r.is("slider", "Pain before", "value", "10")
		assert.NotEmpty(t, r.finds("slider", "Pain before").State["valuemax"])

		r.toThe("textbox", "A few words, if you like")
		require.NoError(t, r.Type("It hurt on the stairs"))
		r.presses(browser.Left)
		require.NoError(t, r.Type("!"))
		r.is("textbox", "A few words, if you like", "value", "It hurt on the stair!s")
		r.operates("^Write it down$")
		r.hears(0, "in your diary")
		r.is("textbox", "A few words, if you like", "value", "")
		require.NoError(t, r.UntilTrue(`[...document.querySelectorAll('li')].some((line) => /before 10.*It hurt on the stair!s/.test(line.textContent))`))
	}
}

// In the picture view the canvas draws a field's words until the reader is in
// it; then the browser's own show, with their cursor.
func TestAFieldInThePictureShowsItselfWhileItIsWritten(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.plays("?scenario=first-hours")
	r.operates("^Diary$")
	const looks = `(() => { const { opacity, color, backgroundColor } = getComputedStyle(document.querySelector('.field .entry'));
		return [opacity, color !== 'rgba(0, 0, 0, 0)', backgroundColor !== 'rgba(0, 0, 0, 0)'].join(); })()`
	assert.Equal(t, "0", r.evaluates(looks)[:1])
	r.toThe("textbox", "A few words, if you like")
	assert.Equal(t, "1,true,true", r.evaluates(looks))
	at, err := browser.Eval[[2]int](r.Page, `(() => { const box = document.querySelector('.field .entry').getBoundingClientRect();
		return [Math.round(box.right) - 8, Math.round(box.y + box.height / 2)]; })()`)
	require.NoError(t, err)
	shot, err := r.Picture(false)
	require.NoError(t, err)
	screen, err := png.Decode(bytes.NewReader(shot))
	require.NoError(t, err)
	assert.Equal(t, color.NRGBA{0xff, 0xfd, 0xf8, 0xff}, color.NRGBAModel.Convert(screen.At(at[0], at[1])), "it stands in front of the canvas")
	r.presses(browser.Tab)
	assert.Equal(t, "0", r.evaluates(looks)[:1])
}

func TestBoxesAndSwitchesSayHowTheyStand(t *testing.T) {
	t.Parallel()
	for _, ask := range faces {
		r := newReader(t, browser.Options{})
		r.plays("?scenario=first-hours" + ask)
		r.is("button", "Keep and share", "pressed", "false")
		r.operates("^Keep and share$")
		r.is("button", "Keep and share", "pressed", "true")

		r.operates("^Settings$")
		tree, err := r.Tree()
		require.NoError(t, err)
		var box browser.Node
		for _, n := range tree {
			if n.Role == "checkbox" && regexp.MustCompile("(?i)large").MatchString(n.Name) {
				box = n
			}
		}
		require.Equal(t, "false", box.State["checked"], "%v", box)
		before := r.evaluates(`getComputedStyle(document.documentElement).fontSize`)
		r.toThe("checkbox", box.Name)
		r.presses(browser.Space)
		r.is("checkbox", box.Name, "checked", "true")
		assert.NotEqual(t, before, r.evaluates(`getComputedStyle(document.documentElement).fontSize`))
		assert.Equal(t, box.Name, r.focused().Name, "the keyboard stays where it was")
	}
}

// What a person has to hold on to is large enough, lets the page be scrolled
// and pinched, and is where the canvas draws it.
func TestEverythingOfTheSimulatorCanBeTouched(t *testing.T) {
	t.Parallel()
	for face, ask := range faces {
		r := newReader(t, browser.Options{})
		require.NoError(t, r.Show(browser.Screen{Width: 320, Height: 740, Touch: true}))
		r.plays("?drive=first-day" + ask)
		for _, page := range []string{"Diary", "Alerts", "Settings"} {
			r.operates("^" + page + "$")
			r.reaches(face + ", " + page)
			r.operates("^Back to the doses$")
		}
		r.operates("^Keep and share$")
		r.operates("^Try changes$")
		assert.Greater(t, r.reaches(face), 20)
		caught, err := browser.Eval[[]string](r.Page, `[...document.querySelectorAll('#sim :is(button, a, label, input)')]
			.filter((e) => !/manipulation|pan-y pinch-zoom/.test(getComputedStyle(e).touchAction) && !e.closest('label'))
			.map((e) => e.id)`)
		require.NoError(t, err)
		assert.Empty(t, caught)
		wide, err := browser.Eval[[]string](r.Page, tooWide)
		require.NoError(t, err)
		assert.Empty(t, wide)
	}
}

// A reader's own few colours would be lost on the canvas.
func TestForcedColoursGiveThePlainViewWithItsStates(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	require.NoError(t, r.Show(browser.Screen{Width: 700, Height: 800, Forced: true}))
	r.plays("?scenario=first-hours")
	assert.Equal(t, "plain", r.evaluates(`document.documentElement.dataset.view`))
	r.operates("^Keep and share$")
	pressed, err := browser.Eval[[]string](r.Page, `['true', 'false'].map((pressed) => {
		const { outlineStyle } = getComputedStyle(document.querySelector('[aria-pressed=' + pressed + ']'));
		return outlineStyle; })`)
	require.NoError(t, err)
	assert.Equal(t, []string{"solid", "none"}, pressed, "what is pressed differs by more than its colour")
}

// While the past is looked at, nothing can be asked for, and whoever comes upon
// the button hears why.
func TestWhatCannotBePressedSaysWhy(t *testing.T) {
	t.Parallel()
	for face, ask := range faces {
		r := newReader(t, browser.Options{})
		r.plays("?scenario=first-hours" + ask)
		r.operates("^Next day$")
		r.toThe("slider", "Look back in time")
		r.presses(browser.Home)
		r.is("button", "Ask for a dose", "disabled", "true")
		assert.Contains(t, r.finds("button", "Ask for a dose").Description, "You are looking back")
		if face == "picture" {
			r.showsNoWordsOfItsOwn()
		}
		before := len(r.Announcements())
		r.operates("^Ask for a dose$")
		r.operates("^Back to now$")
		r.is("button", "Ask for a dose", "disabled", "")
		assert.NotContains(t, fmt.Sprint(r.Announcements()[before:]), "pump said yes")
	}
}

// showsNoWordsOfItsOwn checks that what lies over the canvas is seen through.
func (r *reader) showsNoWordsOfItsOwn() {
	r.t.Helper()
	seen, err := browser.Eval[[]string](r.Page, `[...document.querySelectorAll('#sim *')]
		.filter((e) => [...e.childNodes].some((c) => c.nodeType === Node.TEXT_NODE && c.data.trim() !== '') && e.getClientRects().length > 0)
		.filter((e) => getComputedStyle(e).color !== 'rgba(0, 0, 0, 0)' && !e.closest('.polite, .urgent, .sim-title'))
		.map((e) => e.className + ' ' + e.textContent)`)
	require.NoError(r.t, err)
	assert.Empty(r.t, seen)
}
