package main

import (
	"fmt"

	"iddtestdrive/tools/browser"
)

// window is how long frames are counted for, in ms, and how often.
const (
	window  = 5000
	windows = 5
)

// counted is how many frames the page drew in a window.
var counted = fmt.Sprintf(`new Promise((done) => {
	const before = window.iddFrames;
	setTimeout(() => done(window.iddFrames - before), %d);
})`, window)

// frames measures what a frame costs when the most happens, and whether
// anything is drawn when nothing does.
func frames(site, bare string) (table, error) {
	t := table{title: fmt.Sprintf("Frames (median of %d windows of %d s)", windows, window/1000), beside: "bare program"}
	sim, least := subjects(site, bare)
	defer sim.server.Close()
	defer least.server.Close()

	theirs, err := least.busy(func(*browser.Page) error { return nil })
	if err != nil {
		return t, fmt.Errorf("the bare program: %w", err)
	}
	ours, err := sim.busy(playFast)
	if err != nil {
		return t, fmt.Errorf("the simulator: %w", err)
	}
	idle, err := sim.idle()
	if err != nil {
		return t, fmt.Errorf("the simulator: %w", err)
	}
	ratio := ours.all / theirs.all
	t.rows = []row{
		{what: "processor time of a frame, ms", is: fmt.Sprintf("%.1f", ours.all), beside: fmt.Sprintf("%.1f", theirs.all)},
		{what: "times bare", is: fmt.Sprintf("%.2f", ratio), beside: "1",
			budget: fmt.Sprintf("at most %.1f", mostFrames), holds: within(ratio, mostFrames)},
		{what: "of it in the page's own thread, ms", is: fmt.Sprintf("%.1f", ours.page), beside: fmt.Sprintf("%.1f", theirs.page)},
		{what: "frames a second", is: fmt.Sprintf("%.0f", ours.rate), beside: fmt.Sprintf("%.0f", theirs.rate)},
		{what: fmt.Sprintf("frames in %d s, paused", window/1000), is: fmt.Sprint(idle),
			budget: "0", holds: within(float64(idle), 0)},
	}
	return t, nil
}

// business is what drawing costs: of all the browser's processor time for a
// frame, and of that in the page's own thread, in ms; and frames a second.
type business struct{ all, page, rate float64 }

// busy prepares the program and measures its frames.
func (s subject) busy(prepare func(*browser.Page) error) (business, error) {
	b, p, err := s.open()
	if err != nil {
		return business{}, err
	}
	defer b.Close()
	if err := prepare(p); err != nil {
		return business{}, err
	}
	var all, page, rate []float64
	for range windows {
		w, err := measure(b, p)
		if err != nil {
			return business{}, err
		}
		all, page, rate = append(all, w.all), append(page, w.page), append(rate, w.rate)
	}
	return business{median(all), median(page), median(rate)}, nil
}

// measure measures one window.
func measure(b *browser.Browser, p *browser.Page) (w business, err error) {
	ask := func(f func() (float64, error)) (v float64) {
		if err == nil {
			v, err = f()
		}
		return v
	}
	all, page := ask(b.Effort), ask(p.Busy)
	drawn := ask(func() (float64, error) { return browser.Eval[float64](p, counted) })
	all, page = ask(b.Effort)-all, ask(p.Busy)-page
	return business{1000 * all / drawn, 1000 * page / drawn, 1000 * drawn / window}, err
}

// playFast brings the simulator to its busiest screen: the parts have their
// names, the illustrative picture is there, a dose was asked for, and time runs
// at its highest speed.
func playFast(p *browser.Page) error {
	for _, step := range []struct{ role, name string }{
		{"checkbox", "Names of the parts"}, {"button", "How it may feel"},
		{"radio", "1 hour a second"}, {"button", "Ask for a dose"},
	} {
		if err := press(p, step.role, step.name); err != nil {
			return err
		}
	}
	if play, err := has(p, "button", "Play"); err != nil || !play {
		return err
	}
	return press(p, "button", "Play")
}

// idle pauses the simulator and counts the frames it still draws, once it has
// drawn its last.
func (s subject) idle() (int, error) {
	b, p, err := s.open()
	if err != nil {
		return 0, err
	}
	defer b.Close()
	if playing, err := has(p, "button", "Pause"); err != nil {
		return 0, err
	} else if playing {
		if err := press(p, "button", "Pause"); err != nil {
			return 0, err
		}
	}
	if _, err := p.Find("button", "Play"); err != nil {
		return 0, err
	}
	// The press itself is drawn; what comes after a second counts.
	drawn, err := browser.Eval[float64](p, `new Promise((done) => setTimeout(done, 1000)).then(() => `+counted+`)`)
	return int(drawn), err
}

func press(p *browser.Page, role, name string) error {
	n, err := p.Find(role, name)
	if err != nil {
		return err
	}
	_, err = browser.On[any](p, n, `function() { this.click() }`)
	return err
}

func has(p *browser.Page, role, name string) (bool, error) {
	tree, err := p.Tree()
	for _, n := range tree {
		if n.Role == role && n.Name == name {
			return true, err
		}
	}
	return false, err
}
