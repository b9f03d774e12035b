package e2e_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// keeps opens the panel of keeping and sharing in a session in which a dose was
// asked for.
func (r *reader) keeps(question string) {
	r.t.Helper()
	r.plays(question)
	r.operates("^Ask for a dose$")
	r.hears(0, "(?i)pump said yes")
	r.operates("^Keep and share$")
}

// gets presses a button and waits for the file that comes of it.
func (r *reader) gets(button, name string) []byte {
	r.t.Helper()
	folder := r.t.TempDir()
	require.NoError(r.t, r.b.Download(folder))
	r.operates("^" + button + "$")
	var data []byte
	require.NoError(r.t, r.Until("the file "+name, func() (bool, error) {
		var err error
		data, err = os.ReadFile(filepath.Join(folder, name))
		return len(data) > 0, err
	}))
	return data
}

// chooses puts a file of that content into the input of that name, as a reader
// does with the browser's own window.
func (r *reader) chooses(input, name, content string) {
	r.t.Helper()
	_, err := browser.On[any](r.Page, r.finds("button", input), fmt.Sprintf(`function() {
		const chosen = new DataTransfer();
		chosen.items.add(new File([%q], %q));
		this.files = chosen.files;
		this.dispatchEvent(new Event('change', { bubbles: true }));
	}`, content, name))
	require.NoError(r.t, err)
}

func TestASessionIsSavedAsAFileAndOpenedElsewhere(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.keeps("?scenario=first-hours")
	file := string(r.gets("Save it as a file", "session.yaml"))
	assert.True(t, strings.HasPrefix(file, "# idd session"), file)
	assert.Contains(t, file, askedInSave)
	assert.Contains(t, string(r.gets("Save the log as a table", "log.csv")), "patient_bolus_started")
	assert.Contains(t, string(r.gets("Save the log for programs", "log.json")), "patient_bolus_started")

	other := newReader(t, browser.Options{NoWebGL: true})
	other.plays("?scenario=first-hours")
	other.operates("^Keep and share$")
	other.chooses("Open a file", "mine.yaml", file)
	other.hears(0, "mine.yaml is open")
	before := len(other.Announcements())
	other.operates("^Ask for a dose$")
	other.hears(before, refused+"|giving a dose now")

	before = len(other.Announcements())
	other.chooses("Open a file", "damaged.yaml", strings.Replace(file, "mg", "g", 1))
	other.hears(before, "damaged.yaml was cut short or changed")
	before = len(other.Announcements())
	other.chooses("Open a file", "large.yaml", strings.Repeat("a", 1<<20+1))
	other.hears(before, "large.yaml is too long")
}

// The picture is the whole screen, also what is scrolled away, and not an empty
// one.
func TestThePictureIsSavedWhole(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	require.NoError(t, r.Show(browser.Screen{Width: 900, Height: 600}))
	r.keeps("?scenario=first-hours")
	file, err := png.Decode(bytes.NewReader(r.gets("Save the picture", "simulator.png")))
	require.NoError(t, err)
	high, err := browser.Eval[float64](r.Page, `document.getElementById('sim').offsetHeight`)
	require.NoError(t, err)
	require.Equal(t, 900, file.Bounds().Dx())
	require.InDelta(t, high, file.Bounds().Dy(), 2)
	colours := map[[3]uint32]int{}
	for y := range file.Bounds().Dy() {
		for x := range 900 {
			red, green, blue, alpha := file.At(x, y).RGBA()
			require.Equal(t, uint32(0xffff), alpha)
			colours[[3]uint32{red >> 8, green >> 8, blue >> 8}]++
		}
	}
	assert.Greater(t, len(colours), 200, "a picture")
	for name, colour := range map[string][3]uint32{"paper": {0xfb, 0xf6, 0xec}, "safety": {0xfb, 0xec, 0xc8}, "drug": {0x4d, 0x61, 0xc4}, "remote": {0x0f, 0x56, 0x60}} {
		assert.Greater(t, colours[colour], 2000, name)
	}
	assert.Less(t, colours[[3]uint32{0x0b, 0x57, 0xd0}], 100, "the ring of the focus is not a part of it")
}

// Nothing but the report reaches the paper, and nothing of it stays.
func TestAReportIsPrinted(t *testing.T) {
	t.Parallel()
	for _, ask := range faces {
		r := newReader(t, browser.Options{})
		r.keeps("?scenario=first-hours" + ask)
		r.evaluates(`(window.print = () => { window.asked = true; }, '')`)
		r.operates("^Print a report$")
		require.NoError(t, r.UntilTrue(`window.asked`))
		report := r.evaluates(`document.getElementById('report').textContent`)
		assert.Contains(t, report, "Not for dosing a real patient")
		assert.Contains(t, report, "Dose of 0.3 mg given")
		assert.Equal(t, "none", r.evaluates(`getComputedStyle(document.getElementById('report')).display`))
		paper, err := r.Paper()
		require.NoError(t, err)
		assert.Equal(t, 1, bytes.Count(paper, []byte("/Type /Page\n")), "one sheet, or the screen was printed too")
		require.NoError(t, r.UntilTrue(`document.getElementById('report') === null && !('printing' in document.documentElement.dataset)`))
		face := r.evaluates(`document.documentElement.dataset.view`)
		_, err = r.Paper()
		require.NoError(t, err)
		assert.Equal(t, face, r.evaluates(`document.documentElement.dataset.view`), "the screen is as it was")
	}
}

func TestALinkOpensTheSameSessionForSomebodyElse(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	require.NoError(t, r.b.Permit("clipboard-write", true))
	require.NoError(t, r.b.Permit("clipboard-read", true))
	r.keeps("?plain=1&scenario=first-hours&utm=x")
	r.operates("^Copy a link to it$")
	r.hears(0, "The link is copied")
	link := r.evaluates(`navigator.clipboard.readText()`)
	require.True(t, strings.HasPrefix(link, home+"sim.html?scenario=first-hours#s="), link)

	other := newReader(t, browser.Options{})
	other.plays("?scenario=first-hours")
	other.asksForADose() // a session of their own, which the link must not touch
	other.operates("^Pause$")
	other.finds("button", "Play")
	own := other.evaluates(ownSessions)
	before := len(other.Announcements())
	require.NoError(t, other.Open(link)) // in the same tab, so that only the part behind the # is new
	other.hears(before, "This session came by a link")
	other.operates("^Ask for a dose$")
	other.hears(before, refused+"|giving a dose now")

	again := other.newTab()
	require.NoError(t, again.Open(link))
	again.hears(0, "as you left it")
	again.goes("")
	assert.Equal(t, own, again.evaluates(ownSessions))
}

// ownSessions are the sessions that a browser keeps of its reader.
const ownSessions = `JSON.stringify(Object.entries(localStorage).filter(([key]) => !key.includes('.shared')))`

func TestALinkThatCannotBeCopiedIsShown(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	require.NoError(t, r.b.Permit("clipboard-write", false))
	r.keeps("?drive=first-day&plain=1")
	r.operates("^Copy a link to it$")
	r.hears(0, "does not let us copy")
	link := r.finds("textbox", "The link, to copy by hand").Value
	assert.True(t, strings.HasPrefix(link, home+"sim.html?drive=first-day#s="), link)
	at := r.toThe("textbox", "The link, to copy by hand")
	shown, err := browser.On[string](r.Page, at, `function() { return this.value.slice(this.selectionStart, this.selectionEnd) }`)
	require.NoError(t, err)
	assert.Equal(t, link, shown, "the keyboard finds it marked, ready to be copied")
}
