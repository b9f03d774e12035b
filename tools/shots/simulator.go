package main

import (
	"fmt"

	"iddtestdrive/tools/browser"
)

// simulator walks the simulator through a patient's first dose and pictures
// each state on the way, then an alarm, then the plain view.
func (a *album) simulator(g glass, address string) error {
	return g.on(func(p *browser.Page) error {
		w := walk{Page: p, album: a, glass: g}
		for _, step := range []func() error{
			func() error { return w.opens(address) },
			func() error { return w.pictures("ready") },
			func() error { return w.presses("button", "Ask for a dose") },
			func() error { return w.shows("Asking …") },
			func() error { return w.pictures("sending") },
			func() error { return w.shows("Dose on its way") },
			func() error { return w.pictures("giving") },
			func() error { return w.presses("radio", "10 minutes a second") },
			func() error { return w.shows("Please wait") },
			func() error { return w.pictures("waiting") },
			func() error { return w.presses("button", "Ask for a dose") },
			func() error { return w.shows("Not yet") },
			func() error { return w.pictures("denied") },
			func() error { return w.opens(address + "?scenario=" + almostEmpty) },
			func() error { return w.presses("radio", "1 hour a second") },
			func() error { return w.presses("button", "Play") },
			func() error { return w.isWarned() },
			func() error { return w.pictures("low reservoir") },
			func() error { return w.presses("button", "Plain view") },
			func() error { return w.UntilTrue("document.documentElement.dataset.view === 'plain'") },
			func() error { return w.pictures("plain view") },
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
}

// started pictures a page with its simulator started in it.
func (a *album) started(g glass, home, page string) error {
	return g.on(func(p *browser.Page) error {
		w := walk{Page: p, album: a, glass: g}
		if err := p.Open(home + page); err != nil {
			return err
		}
		if err := w.presses("button", "Start the simulator"); err != nil {
			return err
		}
		if err := p.UntilTrue(`document.querySelector('iframe')?.contentDocument?.documentElement.dataset.sim === 'ready'`); err != nil {
			return err
		}
		if err := w.stretches(); err != nil {
			return err
		}
		return w.pictures("in its page")
	})
}

// walk is one way through the simulator on one screen.
type walk struct {
	*browser.Page
	album *album
	glass glass
}

// opens waits until the simulator can be used, and makes the window as high as
// it, so that a picture shows all of it.
func (w walk) opens(address string) error {
	if err := w.Open(address); err != nil {
		return err
	}
	if err := w.UntilTrue("document.documentElement.dataset.sim === 'ready'"); err != nil {
		return err
	}
	return w.stretches()
}

func (w walk) stretches() error {
	high, err := browser.Eval[float64](w.Page, "document.documentElement.scrollHeight")
	if err != nil {
		return err
	}
	all := w.glass.Screen
	all.Height = max(all.Height, int64(high))
	return w.Show(all)
}

// pictures waits until the browser has drawn what it was told, and takes it.
func (w walk) pictures(state string) error {
	if _, err := browser.Eval[bool](w.Page, `new Promise((done) =>
		requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))`); err != nil {
		return err
	}
	return w.album.take(w.Page, "simulator "+state, w.glass, false)
}

func (w walk) presses(role, name string) error {
	n, err := w.Find(role, name)
	if err != nil {
		return err
	}
	_, err = browser.On[any](w.Page, n, `function() { this.click() }`)
	return err
}

// shows waits for the remote to say how things stand.
func (w walk) shows(state string) error {
	_, err := w.Find("progressbar", state)
	return err
}

// isWarned waits for an alarm to be announced.
func (w walk) isWarned() error {
	return w.Until("an urgent announcement", func() (bool, error) {
		heard := w.Announcements()
		for _, a := range heard {
			if a.Urgent {
				return true, nil
			}
		}
		return false, fmt.Errorf("heard %v", heard)
	})
}
