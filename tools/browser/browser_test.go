package browser_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// open starts a browser on the page in testdata.
func open(t *testing.T, o browser.Options) (*browser.Browser, *browser.Page, string) {
	t.Helper()
	site := httptest.NewServer(http.FileServer(http.Dir("testdata")))
	t.Cleanup(site.Close)
	b, err := browser.Start(context.Background(), o)
	require.NoError(t, err)
	t.Cleanup(b.Close)
	p, err := b.Tab()
	require.NoError(t, err)
	require.NoError(t, p.Open(site.URL+"/"))
	return b, p, site.URL
}

func TestThingsAreFoundByRoleAndNameInTheFramesToo(t *testing.T) {
	_, p, _ := open(t, browser.Options{})

	n, err := p.Find("button", "Ask")
	require.NoError(t, err)
	assert.Equal(t, `button "Ask"`, n.String())
	assert.Equal(t, "a description", n.Description)
	size, err := browser.On[[2]float64](p, n, `function() { return [this.offsetWidth, this.offsetHeight] }`)
	require.NoError(t, err)
	assert.Equal(t, [2]float64{50, 44}, size)

	refused, err := p.FindLike("button", "^Ref")
	require.NoError(t, err)
	assert.Equal(t, "true", refused.State["disabled"])

	tree, err := p.Tree()
	require.NoError(t, err)
	var order []string
	for _, n := range tree {
		if n.Role == "heading" || n.Role == "link" || n.Role == "button" {
			order = append(order, n.String())
		}
	}
	assert.Equal(t, []string{`heading "Before"`, `link "First link"`, `button "Fail"`, `link "Last link"`,
		`button "Ask"`, `button "Refused"`}, order, "what is hidden from assistive technology is not there")
}

func TestWhatIsNotThereIsSaidWithWhatIsThere(t *testing.T) {
	_, p, _ := open(t, browser.Options{Patience: 300 * time.Millisecond})
	_, err := p.Find("link", "Middle link")
	require.Error(t, err)
	assert.Contains(t, err.Error(), `link named ^Middle link$`)
	assert.Contains(t, err.Error(), `["First link" "Last link"]`)

	err = p.UntilTrue("document.title === 'Never'")
	require.ErrorContains(t, err, "document.title === 'Never'")
}

func TestTabGoesThroughAFrameAndBack(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	_, err := p.TabTo("button", "Ask")
	require.NoError(t, err)
	_, err = p.TabTo("link", "Last link")
	require.NoError(t, err)
	_, err = p.TabBackTo("button", "Ask")
	require.NoError(t, err)
	_, err = p.TabBackTo("link", "First link")
	require.NoError(t, err)

	_, err = p.TabTo("button", "Refused")
	require.ErrorContains(t, err, `button "Ask"`, "the stops on the way are named")
}

func TestALinkIsFollowedWithEnter(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	_, err := p.TabTo("link", "First link")
	require.NoError(t, err)
	require.NoError(t, p.Press(browser.Enter))
	_, err = p.Find("heading", "After")
	require.NoError(t, err)
	require.ErrorContains(t, p.Press("Hyper"), "Hyper")
}

func TestLiveRegionsAreHeardOnceEachTime(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	_, err := p.TabTo("button", "Ask")
	require.NoError(t, err)
	want := []browser.Announcement{
		{Text: "Asked once"}, {Text: "Asked once"}, {Text: "Enough", Urgent: true}, {Text: "Asked often"},
	}
	for _, heard := range []int{1, 3, 4} {
		require.NoError(t, p.Press(browser.Space))
		require.NoError(t, p.Until("an announcement", func() (bool, error) {
			return len(p.Announcements()) >= heard, nil
		}))
	}
	assert.Equal(t, want, p.Announcements(), "the same words in a new node are said again")
	assert.Empty(t, p.Errors())
}

func TestErrorsAndRequestsAreKept(t *testing.T) {
	_, p, site := open(t, browser.Options{})
	assert.Empty(t, p.Errors())
	_, err := p.TabTo("button", "Fail")
	require.NoError(t, err)
	require.NoError(t, p.Press(browser.Enter))
	require.NoError(t, p.Until("six errors", func() (bool, error) { return len(p.Errors()) == 6, nil }))
	all := strings.Join(p.Errors(), "\n")
	for _, part := range []string{"console.error: said 42", "console.log: panic: the program ends", "console.log: main.go:1", "uncaught: Error: thrown", "404", "ERR_NAME_NOT_RESOLVED"} {
		assert.Contains(t, all, part)
	}

	var asked []string
	for _, r := range p.Requests() {
		asked = append(asked, r.URL)
		if r.URL == site+"/index.js" {
			assert.Equal(t, "Script", r.Type)
			assert.Greater(t, r.Bytes, 100)
		}
	}
	assert.Contains(t, asked, site+"/frame.html")
	assert.Contains(t, asked, site+"/missing.txt")
	assert.Contains(t, asked, "http://elsewhere.example/")
}

func TestWhatIsTypedGoesWhereTheKeyboardIs(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	_, err := browser.Eval[bool](p, `document.body.append(document.createElement('input')), document.querySelector('input').focus(), true`)
	require.NoError(t, err)
	require.NoError(t, p.Type("größer"))
	require.NoError(t, p.UntilTrue("document.querySelector('input').value === 'größer'"))
}

func TestADownloadArrivesInTheFolder(t *testing.T) {
	b, p, _ := open(t, browser.Options{})
	folder := t.TempDir()
	require.NoError(t, b.Download(folder))
	_, err := browser.Eval[bool](p, `Object.assign(document.createElement('a'),
		{ href: URL.createObjectURL(new Blob(['given'])), download: 'a.txt' }).click(), true`)
	require.NoError(t, err)
	require.NoError(t, p.Until("the file", func() (bool, error) {
		data, err := os.ReadFile(filepath.Join(folder, "a.txt"))
		return string(data) == "given", err
	}))
}

func TestTheReadersAnswerToAPageIsGivenBeforehand(t *testing.T) {
	b, p, _ := open(t, browser.Options{})
	for _, yes := range []bool{true, false} {
		require.NoError(t, b.Permit("clipboard-write", yes))
		could, err := browser.Eval[bool](p, `navigator.clipboard.writeText('a').then(() => true, () => false)`)
		require.NoError(t, err)
		assert.Equal(t, yes, could)
	}
}

func TestThePageIsPrintedOnPaper(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	data, err := p.Paper()
	require.NoError(t, err)
	assert.Equal(t, "%PDF", string(data[:4]))
}

func TestTheWheelScrollsThePage(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	require.NoError(t, p.Wheel(10, 300, 200))
	require.NoError(t, p.UntilTrue("scrollY > 100"))
}

func TestThePageAppearsOnTheScreenAskedFor(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	require.NoError(t, p.Show(browser.Screen{Width: 360, Height: 740, Scale: 2, Dark: true, Still: true, Touch: true}))
	ok, err := browser.Eval[bool](p, `devicePixelRatio === 2 && screen.width === 360
		&& matchMedia('(prefers-color-scheme: dark)').matches
		&& matchMedia('(prefers-reduced-motion: reduce)').matches
		&& matchMedia('(pointer: coarse)').matches`)
	require.NoError(t, err)
	assert.True(t, ok)
	data, err := p.Picture(false)
	require.NoError(t, err)
	assert.Equal(t, "\x89PNG", string(data[:4]))
}

// A page longer than Chromium pictures at once does not begin again.
func TestALongPageIsPicturedToItsEnd(t *testing.T) {
	_, p, _ := open(t, browser.Options{})
	require.NoError(t, p.Show(browser.Screen{Width: 200, Height: 300, Scale: 2}))
	_, err := browser.Eval[bool](p, `document.body.replaceChildren(), document.documentElement.style.cssText =
		'height: 9000px; background: linear-gradient(red 50%, blue 50%) no-repeat', true`)
	require.NoError(t, err)
	data, err := p.Picture(true)
	require.NoError(t, err)
	img, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	require.Equal(t, image.Rect(0, 0, 400, 18000), img.Bounds())
	assert.Equal(t, color.NRGBA{255, 0, 0, 255}, color.NRGBAModel.Convert(img.At(100, 8990)))
	assert.Equal(t, color.NRGBA{0, 0, 255, 255}, color.NRGBAModel.Convert(img.At(100, 9010)))
	assert.Equal(t, color.NRGBA{0, 0, 255, 255}, color.NRGBAModel.Convert(img.At(100, 17990)))
}

func TestACrashedTabLeavesTheBrowserAlive(t *testing.T) {
	b, p, site := open(t, browser.Options{})
	require.NoError(t, p.Crash())
	again, err := b.Tab()
	require.NoError(t, err)
	require.NoError(t, again.Open(site+"/other.html"))
	_, err = again.Find("heading", "After")
	require.NoError(t, err)
}

func TestAKilledBrowserComesBackWithItsProfile(t *testing.T) {
	profile := t.TempDir()
	b, p, site := open(t, browser.Options{Profile: profile})
	_, err := p.TabTo("button", "Ask")
	require.NoError(t, err)
	require.NoError(t, p.Press(browser.Enter))
	require.NoError(t, p.Until("the browser to write its storage", func() (bool, error) {
		return browser.Stored(profile, "asked")
	}))
	require.NoError(t, b.Kill())

	b, err = browser.Start(context.Background(), browser.Options{Profile: profile})
	require.NoError(t, err)
	defer b.Close()
	p, err = b.Tab()
	require.NoError(t, err)
	require.NoError(t, p.Open(site+"/other.html"))
	asked, err := browser.Eval[string](p, `localStorage.getItem('asked')`)
	require.NoError(t, err)
	assert.Equal(t, "1", asked)
}

func TestWebGLIsThereUnlessItIsTakenAway(t *testing.T) {
	const webgl = `document.createElement('canvas').getContext('webgl2') !== null`
	for _, without := range []bool{false, true} {
		_, p, _ := open(t, browser.Options{NoWebGL: without})
		has, err := browser.Eval[bool](p, webgl)
		require.NoError(t, err)
		assert.Equal(t, !without, has)
	}
}

func TestABrowserThatFallsOverAsItStartsIsStartedAgain(t *testing.T) {
	real, err := browser.Find()
	require.NoError(t, err)
	dir := t.TempDir()
	falls := filepath.Join(dir, "falls-once")
	script := fmt.Sprintf("#!/bin/sh\n[ -e %[1]q ] || { touch %[1]q; exit 1; }\nexec %[2]q \"$@\"\n", filepath.Join(dir, "fell"), real)
	require.NoError(t, os.WriteFile(falls, []byte(script), 0o755))
	t.Setenv("CHROME", falls)
	b, err := browser.Start(t.Context(), browser.Options{})
	require.NoError(t, err)
	b.Close()
}

func TestTheBrowserNamedByTheEnvironmentIsTakenOrRefused(t *testing.T) {
	t.Setenv("CHROME", filepath.Join(t.TempDir(), "no-such-browser"))
	_, err := browser.Find()
	require.ErrorContains(t, err, "no-such-browser")

	own := filepath.Join(t.TempDir(), "own")
	require.NoError(t, os.WriteFile(own, []byte("#!/bin/sh\n"), 0o755))
	t.Setenv("CHROME", own)
	path, err := browser.Find()
	require.NoError(t, err)
	assert.Equal(t, own, path)

	t.Setenv("CHROME", "")
	t.Setenv("PATH", "")
	_, err = browser.Find()
	if err != nil { // a system with a browser in a fixed place finds it all the same
		require.ErrorIs(t, err, browser.ErrNoChromium)
		assert.ErrorContains(t, err, "apt-get install chromium")
	}
}
