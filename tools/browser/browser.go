// Package browser drives a real headless Chromium for the tests, pictures and
// measurements of this project.
//
// A [Browser] is one process with a profile of its own, fresh unless
// [Options.Profile] names one to come back to. It speaks to nobody but this
// machine: every other host name fails to resolve. A [Page] is one of its
// tabs. From its first moment a page keeps what a good site has none of
// ([Page.Errors]), what it asked the network for ([Page.Requests]) and what a
// screen reader would have been told ([Page.Announcements]).
//
// Things on a page are found the way a reader without sight finds them, by
// role and accessible name in the accessibility tree, in the page and in its
// frames ([Page.Find], [Page.TabTo]), and used by key press ([Page.Press]).
//
// Nothing here sleeps: every wait is for a condition, is bounded by
// [Options.Patience], and on its end says what it waited for and what was
// there instead.
package browser

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/chromedp"
)

// Options say what browser to start. The zero value is a fresh profile on a
// desktop-sized window, with WebGL drawn by the processor.
type Options struct {
	Profile  string        // folder of the profile to use and keep; "" is a fresh one, removed on Close
	NoWebGL  bool          // a browser that cannot draw with WebGL
	Patience time.Duration // longest wait for one condition; 0 is 30 s
}

// Browser is a running Chromium.
type Browser struct {
	ctx      context.Context
	stop     context.CancelFunc
	patience time.Duration
}

// attempts is how often a browser is started that falls over before it has
// opened a window. On a busy machine that happens, and says nothing of the
// program that it was to show.
const attempts = 3

// Start starts a Chromium. The caller closes it. The error says what to
// install when there is none.
func Start(ctx context.Context, o Options) (b *Browser, err error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	for range attempts {
		if b, err = start(ctx, path, o); err == nil || ctx.Err() != nil {
			break
		}
	}
	return b, err
}

func start(ctx context.Context, path string, o Options) (*Browser, error) {
	allocator, stopAllocator := chromedp.NewExecAllocator(ctx, flags(path, o)...)
	tab, stopTab := chromedp.NewContext(allocator)
	b := &Browser{ctx: tab, patience: o.Patience, stop: func() { stopTab(); stopAllocator() }}
	if b.patience == 0 {
		b.patience = 30 * time.Second
	}
	if err := chromedp.Do(tab); err != nil {
		b.stop()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return b, nil
}

// flags are those of a quiet automated browser, the graphics asked for, and no
// way to any other machine.
func flags(path string, o Options) []chromedp.ExecAllocatorOption {
	all := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	all = append(all,
		chromedp.ExecPath(path),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"),
		chromedp.Flag("lang", "en-GB"),
	)
	if os.Getuid() == 0 {
		all = append(all, chromedp.NoSandbox)
	}
	if o.Profile != "" {
		all = append(all, chromedp.UserDataDir(o.Profile))
	}
	if o.NoWebGL {
		return append(all, chromedp.DisableGPU,
			chromedp.Flag("disable-3d-apis", true),
			chromedp.Flag("disable-software-rasterizer", true))
	}
	return append(all,
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true))
}

// Close ends the browser in good order, and removes a fresh profile.
func (b *Browser) Close() {
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	if err := chromedp.Cancel(ctx); err != nil {
		b.stop()
	}
}

// Kill ends the browser at once, as a crash or a flat battery would: it gets
// no moment to save anything. A profile named in the options stays.
func (b *Browser) Kill() error {
	err := chromedp.FromContext(b.ctx).Browser.Process().Kill()
	b.stop()
	return err
}

// Download has the browser put what it downloads into a folder, under the name
// that the page gives it.
func (b *Browser) Download(folder string) error {
	_, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
	})
	if err != nil {
		return fmt.Errorf("having downloads put into %s: %w", folder, err)
	}
	return nil
}

// Permit answers for the reader when a page wants something of that name, such
// as "clipboard-write": yes, or no. Else Chromium's own answer stands.
func (b *Browser) Permit(name string, yes bool) error {
	setting := browser.PermissionSettingDenied
	if yes {
		setting = browser.PermissionSettingGranted
	}
	// The clipboard is two wishes of one name: right after a press, and at any
	// time.
	for _, any := range []bool{false, true} {
		if _, err := chromedp.CallBrowser(b.ctx, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name, AllowWithoutSanitization: any}, Setting: setting,
		}); err != nil {
			return fmt.Errorf("answering whether the page may have %s: %w", name, err)
		}
	}
	return nil
}

// Effort is the processor time all of the browser's processes have taken so
// far, in seconds: its own, the pages' and that of drawing. An idle tab beside
// the one in use takes next to none.
func (b *Browser) Effort() (float64, error) {
	r, err := chromedp.CallBrowser(b.ctx, systeminfo.GetProcessInfo, cdp.Empty{})
	if err != nil {
		return 0, fmt.Errorf("asking the browser for its processor time: %w", err)
	}
	sum := 0.0
	for _, p := range r.ProcessInfo {
		sum += p.CPUTime
	}
	return sum, nil
}
