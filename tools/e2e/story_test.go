package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// The page with the patient's remote, and the words that lead to it.
const (
	remotePage = "personal-remote.html"
	remoteLink = "(?i)personal remote"
	aTime      = `\d\d:\d\d`
	refused    = "(?i)you can ask again from"
)

// The story of a patient's first dose: from the site's first page by links to
// the remote, one dose asked for and delivered, another one refused with its
// reason and the time from which to ask again.
func story(r *reader) {
	r.t.Helper()
	r.goes("")
	r.follows(remoteLink)
	r.starts()
	r.asksForADose()
	before := len(r.Announcements())
	r.operates("^Ask for a dose$")
	refusal := r.hears(before, refused)
	assert.Regexp(r.t, aTime, refusal.Text, "the refusal says when to ask again")
}

// asksForADose asks for one, and hears it confirmed and, when the pump has
// given it, delivered.
func (r *reader) asksForADose() {
	r.t.Helper()
	r.operates("^Ask for a dose$")
	confirmed := r.hears(0, "(?i)pump said yes")
	assert.Regexp(r.t, aTime, confirmed.Text, "the confirmation says when the dose ends")
	assert.False(r.t, confirmed.Urgent)
	r.hears(0, "(?i)dose has been given")
}

func TestTheFirstDoseWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	story(r)
	assert.Equal(t, "picture", r.view())
}

func TestTheFirstDoseWithoutWebGLIsInThePlainView(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{NoWebGL: true})
	story(r)
	assert.Equal(t, "plain", r.view())
}

func TestTheTwoViewsShowOneSession(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("sim.html?plain=1")
	require.NoError(t, r.UntilTrue(`document.documentElement.dataset.sim === 'ready'`))
	require.NoError(t, r.UntilTrue(`document.documentElement.dataset.view === 'plain'`))
	r.asksForADose()
	r.operates("^Picture view$")
	require.NoError(t, r.UntilTrue(`document.documentElement.dataset.view === 'picture' && window.iddFrames > 0`))
	before := len(r.Announcements())
	r.operates("^Ask for a dose$")
	r.hears(before, refused)
}
