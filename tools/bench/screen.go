package main

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"sort"
	"strconv"
	"strings"
	"time"

	"iddtestdrive/tools/browser"
	"iddtestdrive/tools/stage"
)

//go:embed bare.html
var barePage []byte

// The budgets of what is seen.
const (
	mostStarts = 1.5 // first frame that can be used, times the bare program's first
	mostFrames = 2.0 // processor time of a frame, times the bare program's
)

// patience is the longest wait for a first frame.
const patience = time.Minute

// screen is the window everything is measured in.
var screen = browser.Screen{Width: 1280, Height: 800}

// subject is one of the two programs, served and ready to be opened.
type subject struct {
	server  *httptest.Server
	address string
	started string // true in its page once it runs
}

func subjects(site, bare string) (sim, least subject) {
	sim.server, sim.address = stage.Serve(site)
	sim.address += "sim.html"
	sim.started = "document.documentElement.dataset.sim === 'ready'"
	least.server = httptest.NewServer(http.FileServer(http.Dir(bare)))
	least.address = least.server.URL + "/bare.html"
	least.started = "window.iddFirstFrame > 0"
	return sim, least
}

// open starts a browser of its own with the program running in it.
func (s subject) open() (*browser.Browser, *browser.Page, error) {
	b, err := browser.Start(context.Background(), browser.Options{})
	if err != nil {
		return nil, nil, err
	}
	p, err := b.Tab()
	if err == nil {
		err = p.Show(screen)
	}
	if err == nil {
		err = p.Open(s.address)
	}
	if err == nil {
		err = p.UntilTrue(s.started)
	}
	if err != nil {
		b.Close()
		return nil, nil, err
	}
	return b, p, nil
}

// firstFrame tells the server when the first frame was shown. It is the same in
// both pages.
const firstFrame = `
const waiting = setInterval(() => {
	if (!window.iddFirstFrame) return;
	clearInterval(waiting);
	fetch('first-frame?ms=' + window.iddFirstFrame, { method: 'POST' });
}, 10);
`

// start measures one start from nothing: a browser that has never seen the
// program, until the program says its first frame was shown. Nobody watches the
// tab, because watching costs, and costs a page of many elements more.
func (s subject) start() (float64, error) {
	told := make(chan string, 1)
	watched := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case path.Base(r.URL.Path) == "first-frame":
			told <- r.URL.Query().Get("ms")
			return
		case path.Base(r.URL.Path) == "first-frame.js":
			w.Header().Set("Content-Type", "text/javascript")
			io.WriteString(w, firstFrame)
			return
		case path.Ext(r.URL.Path) == ".html":
			defer io.WriteString(w, `<script src="first-frame.js"></script>`)
		}
		s.server.Config.Handler.ServeHTTP(lengthless{w}, r)
	}))
	defer watched.Close()
	b, err := browser.Start(context.Background(), browser.Options{})
	if err != nil {
		return 0, err
	}
	defer b.Close()
	if err := b.Launch(watched.URL+strings.TrimPrefix(s.address, s.server.URL), screen); err != nil {
		return 0, err
	}
	select {
	case ms := <-told:
		return strconv.ParseFloat(ms, 64)
	case <-time.After(patience):
		return 0, fmt.Errorf("%s showed no frame in %s", s.address, patience)
	}
}

// lengthless leaves the length of an answer open, as something follows.
type lengthless struct{ http.ResponseWriter }

func (w lengthless) WriteHeader(status int) {
	w.Header().Del("Content-Length")
	w.ResponseWriter.WriteHeader(status)
}

// starts measures both programs' starts by turns.
func starts(site, bare string, runs int) (table, error) {
	t := table{title: fmt.Sprintf("First frame, in ms after the page was asked for (median of %d cold starts)", runs),
		beside: "bare program"}
	sim, least := subjects(site, bare)
	defer sim.server.Close()
	defer least.server.Close()
	var ours, theirs []float64
	for range runs {
		a, err := least.start()
		if err != nil {
			return t, fmt.Errorf("the bare program: %w", err)
		}
		b, err := sim.start()
		if err != nil {
			return t, fmt.Errorf("the simulator: %w", err)
		}
		theirs, ours = append(theirs, a), append(ours, b)
	}
	ratio := median(ours) / median(theirs)
	t.rows = []row{
		{what: "first frame that can be used", is: fmt.Sprintf("%.0f", median(ours)), beside: fmt.Sprintf("%.0f", median(theirs))},
		{what: "times bare", is: fmt.Sprintf("%.2f", ratio), beside: "1",
			budget: fmt.Sprintf("at most %.1f", mostStarts), holds: within(ratio, mostStarts)},
	}
	return t, nil
}

func median(all []float64) float64 {
	s := append([]float64(nil), all...)
	sort.Float64s(s)
	if len(s)%2 == 1 {
		return s[len(s)/2]
	}
	return (s[len(s)/2-1] + s[len(s)/2]) / 2
}
