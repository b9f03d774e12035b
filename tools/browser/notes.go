package browser

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// Request is something the page asked the network for.
type Request struct {
	URL   string
	Type  string // Document, Script, Stylesheet, Image, Fetch, Other, …
	Bytes int    // as they came over the wire, with headers; 0 until it is loaded
}

// Announcement is a text put into a live region, once each time it is put
// there.
type Announcement struct {
	Urgent bool   // assertive, said at once; otherwise when the listener is free
	Text   string // with its spaces made single
}

// announced is the function that the script of this package calls in a page.
const announced = "browserPackageAnnounced"

//go:embed listen.js
var listenScript string

// notes are what a tab's events told, safe for use from several goroutines.
type notes struct {
	mu            sync.Mutex
	errors        []string
	requests      []Request
	byID          map[network.RequestID]int
	announcements []Announcement
	hears         map[string]func(payload string)
	panicked      bool // a Go program of the tab ended in a panic
}

func (n *notes) take(ev any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch ev := ev.(type) {
	case *runtime.EventConsoleAPICalled:
		if said := words(ev.Args); isError(ev.Type) || isPanic(said) || n.panicked {
			n.panicked = n.panicked || isPanic(said)
			n.errors = append(n.errors, "console."+string(ev.Type)+": "+said)
		}
	case *runtime.EventExceptionThrown:
		n.errors = append(n.errors, "uncaught: "+exception(ev.ExceptionDetails))
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError {
			n.errors = append(n.errors, fmt.Sprintf("%s: %s %s", ev.Entry.Source, ev.Entry.Text, ev.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		n.request(ev)
	case *network.EventLoadingFinished:
		if at, ok := n.byID[ev.RequestID]; ok {
			n.requests[at].Bytes = int(ev.EncodedDataLength)
		}
	case *runtime.EventBindingCalled:
		n.binding(ev)
	}
}

func isError(t runtime.ConsoleAPICalledType) bool {
	return t == runtime.ConsoleAPICalledTypeError || t == runtime.ConsoleAPICalledTypeAssert
}

// isPanic says whether a line is how a Go program begins to tell that it ends
// for a mistake of its own. It does so on the console, as something ordinary;
// where it happened follows line by line.
func isPanic(said string) bool {
	return strings.HasPrefix(said, "panic: ") || strings.HasPrefix(said, "fatal error: ")
}

func (n *notes) request(ev *network.EventRequestWillBeSent) {
	if n.byID == nil {
		n.byID = map[network.RequestID]int{}
	}
	n.byID[ev.RequestID] = len(n.requests)
	n.requests = append(n.requests, Request{URL: ev.Request.URL, Type: string(ev.Type)})
}

func (n *notes) binding(ev *runtime.EventBindingCalled) {
	if ev.Name != announced {
		if hear := n.hears[ev.Name]; hear != nil {
			hear(ev.Payload)
		}
		return
	}
	var a Announcement
	if err := json.Unmarshal([]byte(ev.Payload), &a); err != nil {
		n.errors = append(n.errors, "an announcement that cannot be read: "+ev.Payload)
		return
	}
	n.announcements = append(n.announcements, a)
}

// words are a console call's arguments as the console would show them.
func words(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		var s string
		switch {
		case json.Unmarshal(a.Value, &s) == nil:
			parts = append(parts, s)
		case a.Description != "":
			parts = append(parts, a.Description)
		default:
			parts = append(parts, string(a.Value))
		}
	}
	return strings.Join(parts, " ")
}

func exception(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return fmt.Sprintf("%s (%s:%d)", d.Text, d.URL, d.LineNumber+1)
}

// summary is what a reader of a failed wait wants to know first.
func (n *notes) summary() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.errors) == 0 {
		return "the page reported no error"
	}
	return "the page reported:\n\t" + strings.Join(n.errors, "\n\t")
}

// Errors returns every console message of level error, uncaught exception,
// failed request and panic of a Go program in the tab so far, its frames' too.
func (p *Page) Errors() []string {
	p.notes.mu.Lock()
	defer p.notes.mu.Unlock()
	return append([]string(nil), p.notes.errors...)
}

// Requests returns everything the tab asked the network for so far, in order.
func (p *Page) Requests() []Request {
	p.notes.mu.Lock()
	defer p.notes.mu.Unlock()
	return append([]Request(nil), p.notes.requests...)
}

// Announcements returns what the tab's live regions said so far, in order.
func (p *Page) Announcements() []Announcement {
	p.notes.mu.Lock()
	defer p.notes.mu.Unlock()
	return append([]Announcement(nil), p.notes.announcements...)
}
