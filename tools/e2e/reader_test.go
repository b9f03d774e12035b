package e2e_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
	"iddtestdrive/tools/stage"
)

// home is the address of the site's first page, folder where its files are.
var home, folder string

func TestMain(m *testing.M) {
	flag.StringVar(&folder, "site", "", "folder of a site built before; by default it is built anew")
	flag.Parse()
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	if _, err := browser.Find(); err != nil {
		return 0, err
	}
	if folder == "" {
		fresh, err := os.MkdirTemp("", "idd-e2e-")
		if err != nil {
			return 0, err
		}
		defer func() { _ = os.RemoveAll(fresh) }()
		if err := stage.Build(fresh); err != nil {
			return 0, err
		}
		folder = fresh
	}
	server, address := stage.Serve(folder)
	defer server.Close()
	home = address
	return m.Run(), nil
}

// reader is somebody with a browser.
type reader struct {
	*browser.Page
	t *testing.T
	b *browser.Browser
}

// patience is for a machine that does much else beside these tests.
const patience = 2 * time.Minute

// newReader opens a browser, and looks back when the test ends.
func newReader(t *testing.T, o browser.Options) *reader {
	t.Helper()
	o.Patience = patience
	b, err := browser.Start(context.Background(), o)
	require.NoError(t, err)
	t.Cleanup(b.Close)
	return (&reader{t: t, b: b}).newTab()
}

// newTab is the same reader with another tab of the same browser.
func (r *reader) newTab() *reader {
	r.t.Helper()
	p, err := r.b.Tab()
	require.NoError(r.t, err)
	r.t.Cleanup(func() { lookBack(r.t, p) })
	return &reader{Page: p, t: r.t, b: r.b}
}

func lookBack(t *testing.T, p *browser.Page) {
	for _, e := range p.Errors() {
		assert.Fail(t, "the page reported an error", e)
	}
	server := home[:strings.Index(home, stage.Folder)]
	for _, q := range p.Requests() {
		if strings.HasPrefix(q.URL, "data:") || strings.HasPrefix(q.URL, "blob:"+server) {
			continue
		}
		assert.True(t, strings.HasPrefix(q.URL, home), "%s is outside the site's folder", q.URL)
	}
}

// goes opens a page of the site by its address below the home page.
func (r *reader) goes(page string) {
	r.t.Helper()
	require.NoError(r.t, r.Open(home+page))
}

// follows goes with Tab to the link whose name has the pattern, and along it.
func (r *reader) follows(pattern string) {
	r.t.Helper()
	r.tabsTo("link", pattern)
	from := r.evaluates("location.href")
	r.presses(browser.Enter)
	require.NoError(r.t, r.UntilTrue(fmt.Sprintf("location.href !== %q && document.readyState === 'complete'", from)))
}

// operates goes with Tab to the button whose name has the pattern, unless the
// keyboard is there, and presses it.
func (r *reader) operates(pattern string) {
	r.t.Helper()
	at := r.focused()
	if at.Role != "button" || !regexp.MustCompile(pattern).MatchString(at.Name) {
		r.tabsTo("button", pattern)
	}
	r.presses(browser.Enter)
}

func (r *reader) tabsTo(role, pattern string) browser.Node {
	r.t.Helper()
	n, err := r.TabToLike(role, pattern)
	require.NoError(r.t, err)
	return n
}

func (r *reader) presses(k browser.Key) {
	r.t.Helper()
	require.NoError(r.t, r.Press(k))
}

func (r *reader) focused() browser.Node {
	r.t.Helper()
	n, err := r.Focused()
	require.NoError(r.t, err)
	return n
}

func (r *reader) evaluates(expression string) string {
	r.t.Helper()
	v, err := browser.Eval[string](r.Page, expression)
	require.NoError(r.t, err)
	return v
}

// hears waits for an announcement after the first so many that has the
// pattern, and returns it.
func (r *reader) hears(after int, pattern string) browser.Announcement {
	r.t.Helper()
	wanted := regexp.MustCompile(pattern)
	var heard browser.Announcement
	require.NoError(r.t, r.Until("an announcement of "+pattern, func() (bool, error) {
		all := r.Announcements()
		for _, a := range all[min(after, len(all)):] {
			if wanted.MatchString(a.Text) {
				heard = a
				return true, nil
			}
		}
		return false, fmt.Errorf("heard %v", all)
	}))
	return heard
}

// The simulator in the page's frame, in JavaScript.
const simulator = `document.querySelector('iframe').contentDocument.documentElement`

// starts starts the simulator of the page and waits until it can be used.
func (r *reader) starts() {
	r.t.Helper()
	r.operates("^Start the simulator")
	r.awaitsSimulator()
}

func (r *reader) awaitsSimulator() {
	r.t.Helper()
	require.NoError(r.t, r.UntilTrue(`document.querySelector('iframe') !== null && `+simulator+`?.dataset.sim === 'ready'`))
}

// view is the simulator's face: picture or plain.
func (r *reader) view() string {
	r.t.Helper()
	return r.evaluates(simulator + ".dataset.view")
}
