//go:build js

package main

import (
	"runtime/debug"
	"syscall/js"

	"iddtestdrive/wasm/canvas"
	"iddtestdrive/wasm/errands"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/mirror"
	"iddtestdrive/wasm/panel"
)

var (
	window   = js.Global()
	document = js.Global().Get("document")
	root     = document.Get("documentElement")
)

// simulator is a face in its page.
type simulator struct {
	model    face
	page     *mirror.Page
	screen   *canvas.Screen
	strip    *strip // of the window, behind which the canvas is
	errands  *errands.Errands
	store    store
	mount    js.Value
	embedded bool // another page shows this one in a frame

	inbox         []message.Message // what has come and is not yet carried out
	working       bool              // at the inbox
	shown         *panel.Node
	opened        bool // the canvas was opened
	pictureWanted chan struct{}

	frame    js.Func // called by the browser before it paints
	waiting  bool    // a frame was asked for
	last     float64 // when the latest frame was, milliseconds; 0 after a rest
	savedAt  float64
	height   float64 // what the embedding page was told
	announce bool
}

// start makes what the model is shown with.
func (s *simulator) start(limit int) error {
	s.mount = document.Call("getElementById", "sim")
	s.page = mirror.NewPage(s.mount, s.embedded)
	ratio := window.Get("devicePixelRatio").Float()
	s.screen = canvas.New(ratio, limit)
	s.strip = newStrip(float64(limit), ratio, s.embedded, s.showPicture)
	s.screen.Drawn = s.drawn
	s.frame = js.FuncOf(func(_ js.Value, args []js.Value) any {
		s.step(args[0].Float())
		return nil
	})
	return s.readTokens()
}

// send brings a message to the model and shows what follows from it. Showing
// it can itself cause a message, such as that the keyboard is elsewhere now:
// that one waits until all is shown.
func (s *simulator) send(msg message.Message) {
	s.inbox = append(s.inbox, msg)
	if s.working {
		return
	}
	s.working = true
	for len(s.inbox) > 0 {
		msg, s.inbox = s.inbox[0], s.inbox[1:]
		for _, e := range s.model.Update(msg) {
			s.carryOut(e)
		}
		s.render()
	}
	s.working = false
}

func (s *simulator) carryOut(e message.Effect) {
	switch e := e.(type) {
	case message.Save:
		s.save()
	case message.SwitchView:
		s.showView()
	case message.Download:
		s.errands.Download(e)
	case message.KeepPicture:
		s.keepPicture(e.Name)
	case message.Copy:
		s.errands.Copy(e.Text)
	case message.ShareLink:
		s.errands.Share(e)
	case message.Print:
		s.errands.Print(e.Report)
	case message.Sound:
		s.errands.Play(e.Tones)
	case message.Enlarge:
		s.enlarge(e.Yes)
	case message.Leave:
		window.Get("location").Set("hash", "")
		window.Get("location").Call("reload")
	case message.Finished:
		s.tell("finished", "drive", e.Drive)
	case message.Tell:
		s.tell("event", "entry", parseJSON(string(e.Line)))
	}
}

// keepPicture gives the reader the whole screen as a file. The plain view has no
// picture; there, nothing offers it.
func (s *simulator) keepPicture(name string) {
	if !s.model.Plain() {
		s.screen.Keep(s.errands.Picture(name))
	}
}

// render shows the model's screen where it differs from the one shown, and
// asks for the next frame while the model changes by itself.
func (s *simulator) render() {
	tree := s.model.View()
	if s.shown == nil || !panel.Equal(s.shown, tree) {
		s.page.Show(tree)
		s.mount.Get("style").Set("minHeight", pixels(tree.Bounds.H))
		s.shown = tree
		s.showPicture()
		s.tellHeight()
	}
	if s.model.Busy() && !s.waiting {
		s.waiting = true
		window.Call("requestAnimationFrame", s.frame)
	}
}

// showPicture has the canvas draw what is shown, where the window and the
// strip are.
func (s *simulator) showPicture() {
	if !s.model.Plain() && s.shown != nil {
		s.screen.Show(s.shown, window.Get("scrollY").Float()+s.strip.top)
	}
}

// step lets the time since the latest frame pass.
func (s *simulator) step(at float64) {
	s.waiting = false
	elapsed := 0.0
	if s.last > 0 {
		elapsed = at - s.last
	}
	s.last = at
	s.send(message.Tick{Elapsed: elapsed})
	if !s.model.Busy() {
		s.last = 0
	}
	if at-s.savedAt > 1000 {
		s.savedAt = at
		s.save()
	}
}

// save keeps the session; a browser that keeps nothing is told of once.
func (s *simulator) save() {
	session := s.model.Save()
	if session == nil {
		return
	}
	if err := s.store.write(session); err != nil && !s.announce {
		s.announce = true
		s.send(message.Unsaved{})
	}
}

// enlarge gives the whole page larger type, or the usual; all measures follow
// from it.
func (s *simulator) enlarge(yes bool) {
	size := ""
	if yes {
		size = "125%"
	}
	root.Get("style").Set("fontSize", size)
	s.resize()
}

// showView puts the page into the model's face and opens the canvas when the
// picture is wanted for the first time.
func (s *simulator) showView() {
	root.Get("dataset").Set("view", s.view())
	if !s.model.Plain() && !s.opened {
		s.opened = true
		s.pictureWanted <- struct{}{}
	}
	s.shown = nil
}

// losePicture goes on in the plain view when the canvas fails.
func (s *simulator) losePicture(err error) {
	window.Get("console").Call("warn", "no picture: "+err.Error())
	s.send(message.NoPicture{})
}

// drawn notes a frame of the canvas.
func (s *simulator) drawn(frames int) {
	window.Set("iddFrames", frames)
	s.strip.settle()
	if frames == 1 {
		s.markReady()
	}
}

// open shows the first screen, in the window as it is. In the plain view that is
// all; the picture is ready with its first frame.
func (s *simulator) open() {
	s.showView()
	s.enlarge(s.model.Large())
	if s.model.Plain() {
		s.markReady()
	}
}

// markReady tells the page and its embedder that the simulator can be used.
func (s *simulator) markReady() {
	debug.SetGCPercent(growthAfter)
	window.Set("iddFirstFrame", window.Get("performance").Call("now"))
	root.Get("dataset").Set("sim", "ready")
	s.tell("ready")
}
