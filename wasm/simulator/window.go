//go:build js

package main

import (
	"fmt"
	"strconv"
	"strings"
	"syscall/js"

	"iddtestdrive/wasm/errands"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
)

func pixels(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) + "px" }

// on calls handle for every event of a kind on a target.
func on(target js.Value, kind string, handle func(event js.Value)) {
	target.Call("addEventListener", kind, js.FuncOf(func(_ js.Value, args []js.Value) any {
		handle(args[0])
		return nil
	}), map[string]any{"passive": true})
}

// listen lets the page's events in.
func (s *simulator) listen() {
	s.listenHands()
	on(window, "resize", func(js.Value) { s.resize() })
	on(window, "scroll", func(js.Value) { s.showPicture() })
	on(window, "pagehide", func(js.Value) { s.save() })
	on(window, "hashchange", func(js.Value) { s.follow() })
	s.listenPrint()
	s.listenHost()
	s.listenMedia()
	s.listenSight()
}

// listenMedia follows the reader's wishes: colours, motion, pixel ratio.
func (s *simulator) listenMedia() {
	media := func(query string, changed func(matches bool)) js.Value {
		list := window.Call("matchMedia", query)
		on(list, "change", func(e js.Value) { changed(e.Get("matches").Bool()) })
		return list
	}
	media("(prefers-color-scheme: dark)", func(bool) {
		if err := s.readTokens(); err != nil {
			window.Call("iddFailed", err.Error())
		}
		s.resize()
	})
	still := media("(prefers-reduced-motion: reduce)", func(still bool) { s.send(message.Motion{Welcome: !still}) })
	s.model.Update(message.Motion{Welcome: !still.Get("matches").Bool()})
	// Ebiten keeps the pixel ratio it started with, so a new one starts anew;
	// the session is kept and goes on.
	ratio := window.Get("devicePixelRatio").Float()
	on(window, "resize", func(js.Value) {
		if s.opened && window.Get("devicePixelRatio").Float() != ratio {
			s.save()
			window.Get("location").Call("reload")
		}
	})
}

// listenSight pauses the simulator while nobody can see it: the tab is hidden,
// or the frame is scrolled away.
func (s *simulator) listenSight() {
	hidden, away := document.Get("hidden").Bool(), false
	look := func() { s.send(message.Shown{Yes: !hidden && !away}) }
	on(document, "visibilitychange", func(js.Value) {
		hidden = document.Get("hidden").Bool()
		look()
	})
	watch := window.Get("IntersectionObserver").New(js.FuncOf(func(_ js.Value, args []js.Value) any {
		entries := args[0]
		away = !entries.Index(entries.Length() - 1).Get("isIntersecting").Bool()
		look()
		return nil
	}))
	watch.Call("observe", s.mount)
}

// follow goes to a shared session whose address was put into the window of this
// one.
func (s *simulator) follow() {
	if strings.HasPrefix(window.Get("location").Get("hash").String(), errands.SharedMark) {
		s.save()
		window.Get("location").Call("reload")
	}
}

// resize gives the model the window as it is.
func (s *simulator) resize() {
	s.strip.fit()
	style, err := panel.ReadStyle(token(), rootSize())
	if err != nil {
		window.Call("iddFailed", err.Error())
		return
	}
	s.send(message.Resize{
		Width:    document.Get("body").Get("clientWidth").Float(),
		Height:   window.Get("innerHeight").Float(),
		Embedded: s.embedded,
		Style:    style,
	})
}

// readTokens gives the canvas the colours of the page's design tokens.
func (s *simulator) readTokens() error {
	colours, err := paint.ReadPalette(panel.Tokens, token())
	if err != nil {
		return fmt.Errorf("the page's colours cannot be used: %w", err)
	}
	style, err := panel.ReadStyle(token(), rootSize())
	if err != nil {
		return fmt.Errorf("the page's measures cannot be used: %w", err)
	}
	s.screen.Colour(colours, style)
	return nil
}

// token finds a custom property of the page by name.
func token() func(name string) string {
	computed := window.Call("getComputedStyle", root)
	return func(name string) string { return computed.Call("getPropertyValue", name).String() }
}

// rootSize is the size of one rem in CSS pixels.
func rootSize() float64 {
	return window.Call("parseFloat", window.Call("getComputedStyle", root).Get("fontSize")).Float()
}
