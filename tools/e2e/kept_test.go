package e2e_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// A saved session is a scenario whose steps are the commands given.
const askedInSave = "request_patient_bolus"

// saved waits until the browser's storage holds a session with the request.
func (r *reader) saved() {
	r.t.Helper()
	require.NoError(r.t, r.UntilTrue(`Object.entries(localStorage).some(([key, value]) =>
		key.startsWith('idd.session.') && value.includes('`+askedInSave+`'))`))
}

// findsTheSessionAgain comes back: the dose asked for before counts, so
// another one is refused, whether the first is still being given or was.
func (r *reader) findsTheSessionAgain() {
	r.t.Helper()
	r.goes(remotePage)
	r.starts()
	before := len(r.Announcements())
	r.operates("^Ask for a dose$")
	r.hears(before, refused+"|giving a dose now")
}

func TestATabThatDiesLosesNothing(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes(remotePage)
	r.starts()
	r.asksForADose()
	r.saved()
	require.NoError(t, r.Crash())
	r.newTab().findsTheSessionAgain()
}

func TestABrowserThatIsKilledLosesNothing(t *testing.T) {
	t.Parallel()
	profile := t.TempDir()
	r := newReader(t, browser.Options{Profile: profile})
	r.goes(remotePage)
	r.starts()
	r.asksForADose()
	r.saved()
	require.NoError(t, r.Until("the browser to write its storage", func() (bool, error) {
		return browser.Stored(profile, askedInSave)
	}))
	require.NoError(t, r.b.Kill())

	b, err := browser.Start(context.Background(), browser.Options{Profile: profile, Patience: patience})
	require.NoError(t, err)
	t.Cleanup(b.Close)
	(&reader{t: t, b: b}).newTab().findsTheSessionAgain()
}

func TestASessionThatCannotBeReadIsSetAsideWithAWord(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes(remotePage)
	r.starts()
	r.asksForADose()
	r.saved()
	r.goes("") // leaving saves once more
	r.evaluates(`(Object.keys(localStorage).forEach((key) => localStorage.setItem(key, 'nonsense')), '')`)

	r.goes(remotePage)
	before := len(r.Announcements())
	r.starts()
	r.hears(before, "(?i)could not be read")
	kept := r.evaluates(`JSON.stringify(Object.values(localStorage))`)
	require.Contains(t, kept, "nonsense", "what could not be read is not thrown away")
	r.asksForADose()
}
