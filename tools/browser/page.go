package browser

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// answer is the longest wait for the browser to do one thing it was told.
const answer = 2 * time.Minute

// Page is a tab.
type Page struct {
	ctx      context.Context
	stop     context.CancelFunc
	patience time.Duration
	died     chan struct{}
	notes    notes
}

// Tab opens an empty tab, which watches itself from then on.
func (b *Browser) Tab() (*Page, error) {
	ctx, stop := chromedp.NewContext(b.ctx)
	p := &Page{ctx: ctx, stop: stop, patience: b.patience, died: make(chan struct{})}
	if err := p.watch(); err != nil {
		stop()
		return nil, fmt.Errorf("opening a tab: %w", err)
	}
	return p, nil
}

// Launch opens an address in a window of its own that nothing watches: there are
// no notes of it, and nothing slows it that would not slow a reader's.
func (b *Browser) Launch(url string, s Screen) error {
	apart := true
	_, err := chromedp.CallBrowser(b.ctx, target.CreateTarget, target.CreateTargetParams{
		URL: url, Width: s.Width, Height: s.Height, NewWindow: &apart,
	})
	if err != nil {
		return fmt.Errorf("opening %s: %w", url, err)
	}
	return nil
}

// watch starts the taking of notes, and makes the tab act as one that has the
// keyboard, which a headless window never has by itself.
func (p *Page) watch() error {
	var once sync.Once
	if err := chromedp.Listen(p.ctx, func(ev any) {
		if _, dead := ev.(*inspector.EventTargetCrashed); dead {
			once.Do(func() { close(p.died) })
		}
		p.notes.take(ev)
	}); err != nil {
		return err
	}
	// A world of its own keeps the listening script apart from the page's, and
	// each document gets one, also that of a frame made by a script.
	const world = "browser package"
	if _, err := chromedp.Call(p.ctx, runtime.AddBinding,
		runtime.AddBindingParams{Name: announced, ExecutionContextName: world}); err != nil {
		return err
	}
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument,
		page.AddScriptToEvaluateOnNewDocumentParams{Source: listenScript, WorldName: world}); err != nil {
		return err
	}
	_, err := chromedp.Call(p.ctx, emulation.SetFocusEmulationEnabled,
		emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return err
}

// Close closes the tab.
func (p *Page) Close() { p.stop() }

// Died is closed when the tab's process dies by itself.
func (p *Page) Died() <-chan struct{} { return p.died }

// Crash kills the tab's process, as running out of memory would, and returns
// when the tab is dead. The browser lives on.
func (p *Page) Crash() error {
	ctx, cancel := context.WithTimeout(p.ctx, answer)
	defer cancel()
	// A process that dies sends no answer, so nobody waits for one.
	go func() { _, _ = chromedp.Call(ctx, page.Crash, cdp.Empty{}) }()
	select {
	case <-p.died:
		p.stop()
		return nil
	case <-ctx.Done():
		return fmt.Errorf("waiting for the tab to die: %w", ctx.Err())
	}
}

// Open goes to an address and returns when the page and its parts are loaded.
func (p *Page) Open(url string) error {
	ctx, cancel := context.WithTimeout(p.ctx, answer)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("opening %s: %w", url, err)
	}
	return nil
}

// Screen is how a reader sees a page.
type Screen struct {
	Width, Height int64   // in CSS pixels
	Scale         float64 // device pixels for one of them; 0 is 1
	Dark          bool    // prefers-color-scheme: dark
	Still         bool    // prefers-reduced-motion: reduce
	Touch         bool    // a touch screen
	Forced        bool    // forced-colors: active, a reader's own few colours
	Paper         bool    // as printed: media print
}

// Show makes the page appear on such a screen.
func (p *Page) Show(s Screen) error {
	if s.Scale == 0 {
		s.Scale = 1
	}
	if _, err := chromedp.Call(p.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: s.Width, Height: s.Height, DeviceScaleFactor: s.Scale, Mobile: s.Touch,
	}); err != nil {
		return fmt.Errorf("showing the page at %d x %d: %w", s.Width, s.Height, err)
	}
	if _, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled,
		emulation.SetTouchEmulationEnabledParams{Enabled: s.Touch}); err != nil {
		return err
	}
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: pick(s.Paper, "print", ""),
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: pick(s.Dark, "dark", "light")},
			{Name: "prefers-reduced-motion", Value: pick(s.Still, "reduce", "no-preference")},
			{Name: "forced-colors", Value: pick(s.Forced, "active", "none")},
		},
	})
	return err
}

func pick(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

// Eval returns the value of a JavaScript expression in the page, awaited when
// it is a promise.
func Eval[T any](p *Page, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, answer)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return v, fmt.Errorf("evaluating %s: %w", expression, err)
	}
	return v, nil
}

// Busy is how long the page's own thread has worked so far, in seconds: its
// scripts, its layout, its share of painting.
func (p *Page) Busy() (float64, error) {
	if _, err := chromedp.Call(p.ctx, performance.Enable, performance.EnableParams{}); err != nil {
		return 0, fmt.Errorf("asking the page how busy it was: %w", err)
	}
	r, err := chromedp.Call(p.ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		return 0, fmt.Errorf("asking the page how busy it was: %w", err)
	}
	for _, m := range r.Metrics {
		if m.Name == "TaskDuration" {
			return m.Value, nil
		}
	}
	return 0, errors.New("the browser does not say how busy the page was")
}

// Hear gives the page's scripts a function of that name, which takes one
// string and passes it to hear. Calls come one at a time, in order; hear must
// not wait for the page. It is there from the next Open.
func (p *Page) Hear(name string, hear func(string)) error {
	p.notes.mu.Lock()
	if p.notes.hears == nil {
		p.notes.hears = map[string]func(string){}
	}
	p.notes.hears[name] = hear
	p.notes.mu.Unlock()
	_, err := chromedp.Call(p.ctx, runtime.AddBinding, runtime.AddBindingParams{Name: name})
	return err
}

// Until returns when the condition holds. What names the condition for the
// error that ends the wait; an error of the condition itself is part of it.
func (p *Page) Until(what string, holds func() (bool, error)) error {
	end := time.NewTimer(p.patience)
	defer end.Stop()
	again := time.NewTicker(20 * time.Millisecond)
	defer again.Stop()
	for {
		ok, err := holds()
		if ok && err == nil {
			return nil
		}
		select {
		case <-p.ctx.Done():
			return fmt.Errorf("waiting for %s: the tab is gone: %w", what, p.ctx.Err())
		case <-end.C:
			if err != nil {
				return fmt.Errorf("waited %v for %s: %w", p.patience, what, err)
			}
			return fmt.Errorf("waited %v for %s; %s", p.patience, what, p.notes.summary())
		case <-again.C:
		}
	}
}

// UntilTrue returns when a JavaScript expression in the page is true.
func (p *Page) UntilTrue(expression string) error {
	return p.Until(expression, func() (bool, error) { return Eval[bool](p, expression) })
}
