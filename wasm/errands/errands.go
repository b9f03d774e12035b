//go:build js

// Package errands carries out what the app asks of the browser that does not
// show on the simulator's own screen: files to keep and files to open, the
// clipboard, print, sound.
//
// A browser may refuse any of these, or have none of it. Then nothing breaks:
// where a reader would be left without something, the app is told by a message;
// a missing sound is only missing. Nothing leaves the browser, and no text
// becomes markup.
package errands

import (
	"syscall/js"

	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
)

// Errands carries out what is asked.
type Errands struct {
	words   form.Words
	send    func(message.Message)
	speaker speaker
}

var (
	window   = js.Global()
	document = js.Global().Get("document")
	root     = document.Get("documentElement")
)

// New makes errands that use the words of the app and tell it of what comes of
// them.
func New(words form.Words, send func(message.Message)) *Errands {
	e := &Errands{words: words, send: send}
	window.Call("addEventListener", "afterprint", js.FuncOf(func(js.Value, []js.Value) any {
		unprint()
		return nil
	}))
	return e
}

// element is a new element with a class and a text; either may be empty.
func element(tag, class, text string) js.Value {
	e := document.Call("createElement", tag)
	if class != "" {
		e.Set("className", class)
	}
	if text != "" {
		e.Set("textContent", text)
	}
	return e
}

// when calls one of two functions, once, when a promise is kept or broken.
func when(promise js.Value, kept func(js.Value), broken func()) {
	var yes, no js.Func
	done := func() { yes.Release(); no.Release() }
	yes = js.FuncOf(func(_ js.Value, args []js.Value) any {
		done()
		kept(args[0])
		return nil
	})
	no = js.FuncOf(func(js.Value, []js.Value) any {
		done()
		broken()
		return nil
	})
	promise.Call("then", yes, no)
}

// try reports whether work went through without the browser throwing.
func try(work func()) (ok bool) {
	defer func() { ok = recover() == nil }()
	work()
	return true
}
