package main

import (
	"fmt"

	"iddtestdrive/tools/browser"
)

// simulator walks the simulator through its states and pictures each: a first
// dose and its refusal, the remote's screens, the past, what can be opened below,
// an alarm, test drives, and the plain view.
func (a *album) simulator(g glass, address string) error {
	return g.on(func(p *browser.Page) error {
		w := walk{Page: p, album: a, glass: g}
		for _, part := range []func(string) error{w.aDose, w.screens, w.panels, w.anAlarm, w.drives, w.plainView, w.ward} {
			if err := part(address); err != nil {
				return err
			}
		}
		return nil
	})
}

// inTurn takes steps until one fails.
func inTurn(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// The steps of a walk, to be taken in turn.

func (w walk) open(address string) func() error { return func() error { return w.opens(address) } }
func (w walk) shot(state string) func() error   { return func() error { return w.pictures(state) } }
func (w walk) press(role, name string) func() error {
	return func() error { return w.presses(role, name) }
}
func (w walk) await(state string) func() error { return func() error { return w.shows(state) } }
func (w walk) ride(wanted string) func() error { return func() error { return w.ridesTo(wanted) } }

func (w walk) aDose(address string) error {
	return inTurn(w.open(address), w.shot("01 ready"),
		w.press("button", "Ask for a dose"), w.await("Asking …"), w.shot("02 sending"),
		w.await("Dose on its way"), w.shot("03 giving"),
		w.press("checkbox", "Names of the parts"), w.shot("04 names of the parts"),
		w.press("checkbox", "Names of the parts"),
		w.press("radio", "10 min a second"), w.await("Please wait"), w.shot("05 waiting"),
		w.press("button", "Ask for a dose"), w.await("Not yet"), w.shot("06 denied"))
}

func (w walk) screens(string) error {
	return inTurn(
		w.press("button", "History"), w.shot("07 history"), w.press("button", "Back to the doses"),
		w.press("button", "Diary"), w.press("button", "Write it down"), w.shot("08 diary"), w.press("button", "Back to the doses"),
		w.press("button", "Alerts"), w.shot("09 alerts"), w.press("button", "Back to the doses"),
		w.press("button", "Settings"), w.press("checkbox", "Larger type"), w.shot("10 larger type"),
		w.press("checkbox", "Larger type"), w.press("button", "Back to the doses"))
}

func (w walk) panels(string) error {
	return inTurn(
		w.press("button", "Next day"), w.looksBack, w.shot("11 looking back"), w.press("button", "Back to now"),
		w.press("button", "Try changes"), w.press("button", "Keep and share"), w.press("button", "How it may feel"),
		w.shot("12 all open"), w.press("button", "Start again"))
}

// looksBack moves the timeline's slider to the session's first hour.
func (w walk) looksBack() error {
	n, err := w.Find("slider", "Look back in time")
	if err != nil {
		return err
	}
	_, err = browser.On[any](w.Page, n, `function() { this.value = 5; this.dispatchEvent(new Event('input', { bubbles: true })) }`)
	return err
}

func (w walk) anAlarm(address string) error {
	return inTurn(w.open(address+"?scenario="+almostEmpty), w.press("radio", "1 hour a second"),
		w.press("button", "Play"), w.isWarned, w.shot("13 low reservoir"))
}

func (w walk) drives(address string) error {
	return inTurn(w.open(address+"?drive=first-day"), w.shot("14 drive"), w.ride("[id='guide.question']"), w.shot("15 question"),
		w.ride("[id='guide.learnt']"), w.shot("16 learnt"),
		w.open(address+"?drive=one-day-three-ways"), w.ride("[id='guide.question']"), w.shot("17 three ways"))
}

// ridesTo goes on in a drive as somebody would who has everything shown, until
// an element of the page is there.
func (w walk) ridesTo(wanted string) error {
	return w.Until("the step with "+wanted, func() (bool, error) {
		return browser.Eval[bool](w.Page, `(() => {
			if (document.querySelector("`+wanted+`")) return true;
			for (const id of ['guide.continue', 'guide.answer.1', 'guide.skip', 'guide.show']) {
				const control = document.getElementById(id);
				if (!control) continue;
				(control.querySelector('input') ?? control).click();
				return false;
			}
			return false;
		})()`)
	})
}

func (w walk) plainView(address string) error {
	return inTurn(w.open(address+"?plain=1"), w.shot("18 plain view"),
		w.open(address+"?plain=1&drive=first-day"), w.shot("19 plain drive"))
}

// ward walks through a practice case, to its debrief, and to an exam.
func (w walk) ward(address string) error {
	return inTurn(w.open(address+"?case=routine-refill&seed=1"), w.shot("20 case"),
		w.press("button", "Read the order sheet"), w.press("radio", "Tray"), w.press("button", "Draw up"), w.shot("21 tray"),
		w.press("radio", "Needle"), w.press("button", "Fingers alone"), w.press("button", "Refill needle, 22 G, non-coring"),
		w.press("button", "Put the needle in"), w.shot("22 needle"),
		w.press("radio", "Tablet"), w.press("button", "Read the pump"), w.shot("23 tablet"),
		w.press("radio", "Infusion"), w.press("radio", "Flex"), w.press("button", "Divide this step"), w.shot("24 flex"),
		w.press("radio", "Review and send"), w.shot("25 review"), w.press("radio", "Reports"), w.shot("26 reports"),
		w.press("button", "I am finished"), w.shot("27 debrief"),
		w.open(address+"?exam=2&seed=1"), w.press("radio", "Notes"), w.shot("28 exam"),
		w.open(address+"?plain=1&case=routine-refill&seed=1"), w.shot("29 plain case"))
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
	if err := w.Show(w.glass.Screen); err != nil {
		return err
	}
	if err := w.Open(address); err != nil {
		return err
	}
	if err := w.UntilTrue("document.documentElement.dataset.sim === 'ready'"); err != nil {
		return err
	}
	return w.stretches()
}

// highest is the highest window, in device pixels, that a canvas fills: graphics
// can draw no higher.
const highest = 8000

// stretches makes the window as high as what is in it and can be drawn; one that
// is wider than high stays so, for another window is arranged in another way.
func (w walk) stretches() error {
	high, err := browser.Eval[float64](w.Page, "document.documentElement.scrollHeight")
	if err != nil {
		return err
	}
	all := w.glass.Screen
	all.Height = min(max(all.Height, int64(high)), int64(highest/max(all.Scale, 1)))
	if w.glass.Width > w.glass.Height {
		all.Height = min(all.Height, w.glass.Width)
	}
	return w.Show(all)
}

// pictures waits until the browser has drawn what it was told, and takes it.
func (w walk) pictures(state string) error {
	if err := w.stretches(); err != nil {
		return err
	}
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
