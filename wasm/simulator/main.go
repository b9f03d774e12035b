//go:build js

// Command simulator is the simulator in the browser: it joins the app to the
// page and the screen. Messages come in from the mirrored elements, the window
// and the frames of the browser; each changes the app's model; the screen that
// follows goes to the mirror and, in the picture view, to the canvas.
//
// The page's script has fetched what there is to start and the words; it leaves
// them in the global iddStart: {key, kind, name, scenarios, drive, cases, seed,
// shared, words, plain, embedded}.
//
//	key        tells what is started from other such things of the same origin
//	name       of the scenario or drive that is started
//	scenarios  their texts by name
//	drive      the text of a guided test drive, where one is started
//	kind       of what is started: scenario, drive, case or exam
//	cases      for the practice ward, in turn the name, text and scenario of each
//	seed       of chance in the practice ward
//	shared     the packed session in the page's address, or empty
//	words      the keys and texts of the messages in turn, a zero between them:
//	           one long text comes into the program faster than many
//	plain      the plain view is wanted
//	embedded   another page shows this one in a frame
//
// The script also leaves a function iddFailed, which tells the reader why there
// is no simulator.
package main

import (
	"runtime/debug"
	"strings"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"iddtestdrive/wasm/errands"
	"iddtestdrive/wasm/form"
)

// How far memory may grow before it is cleaned up, in hundredths of what is in
// use. On the way to the first frame that would be done five times, of which
// only the reader's waiting comes: what is in use then is small.
const (
	growthBefore = 800
	growthAfter  = 100
)

func main() {
	debug.SetGCPercent(growthBefore)
	s, err := newSimulator(js.Global().Get("iddStart"))
	if err != nil {
		js.Global().Call("iddFailed", err.Error())
		return
	}
	s.listen()
	s.open()
	<-s.pictureWanted
	s.openCanvas()
}

// newSimulator makes the simulator of what the page's script prepared.
func newSimulator(start js.Value) (_ *simulator, err error) {
	s := &simulator{
		store:         store{key: "idd.session." + start.Get("key").String()},
		embedded:      start.Get("embedded").Bool(),
		pictureWanted: make(chan struct{}, 1),
	}
	words := readWords(start.Get("words").String())
	s.errands = errands.New(words, s.send)
	packed := start.Get("shared").String()
	packed = packed[:min(len(packed), mostShared)]
	if packed != "" {
		s.store = s.store.aside(packed)
	}
	saved := s.store.read()
	limit := graphics()
	from := given{start, words, packed, saved, limit > 0}
	switch kind := start.Get("kind").String(); kind {
	case "case", "exam":
		s.model, err = from.ward(kind)
	default:
		s.model, err = from.session()
	}
	if err != nil {
		return nil, err
	}
	if s.model.PutAside() {
		s.store.putAside(saved)
	}
	return s, s.start(limit)
}

// readWords parts the messages, each text after its key.
func readWords(all string) form.Words {
	words := form.Words{}
	parts := strings.Split(all, "\x00")
	for i := 0; i+1 < len(parts); i += 2 {
		words[parts[i]] = parts[i+1]
	}
	return words
}

// readFile is a text; nil where there is none.
func readFile(v js.Value) []byte {
	if v.Type() != js.TypeString {
		return nil
	}
	return []byte(v.String())
}

// readFiles are the texts of an object by their names.
func readFiles(v js.Value) map[string][]byte {
	files := map[string][]byte{}
	keys := js.Global().Get("Object").Call("keys", v)
	for i := range keys.Length() {
		key := keys.Index(i).String()
		files[key] = readFile(v.Get(key))
	}
	return files
}

// canvasOf is the canvas that Ebiten has put into the page.
func canvasOf() js.Value { return document.Call("querySelector", "canvas") }

// graphics is how many pixels in either direction the browser can draw; 0 where
// it can show no picture, or where the reader's own few colours would be lost in
// one. To start graphics takes long, so it is done once, for Ebiten too: the
// browser gives the same context to whoever asks a second time.
func graphics() int {
	if window.Call("matchMedia", "(forced-colors: active)").Get("matches").Bool() {
		return 0
	}
	gl := canvasOf().Call("getContext", "webgl2", map[string]any{"alpha": true, "premultipliedAlpha": true, "stencil": true})
	if !gl.Truthy() {
		return 0
	}
	view := gl.Call("getParameter", gl.Get("MAX_VIEWPORT_DIMS"))
	return min(gl.Call("getParameter", gl.Get("MAX_TEXTURE_SIZE")).Int(), view.Index(0).Int(), view.Index(1).Int())
}

// openCanvas hands the main goroutine to Ebiten, which keeps it. Ebiten's own
// canvas must neither be reached with the keyboard nor heard.
func (s *simulator) openCanvas() {
	canvas := canvasOf()
	canvas.Call("setAttribute", "tabindex", "-1")
	canvas.Call("setAttribute", "aria-hidden", "true")
	//lint:ignore SA1019 the mode in its place draws at every refresh, changed or not
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	if err := ebiten.RunGameWithOptions(s.screen, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		s.losePicture(err)
	}
	select {}
}
