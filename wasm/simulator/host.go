//go:build js

package main

import "syscall/js"

// What the page that embeds the simulator may ask for is pressed as a reader
// would press it: these are the IDs.
const (
	playID  = "clock.play"
	againID = "bar.again"
	plainID = "bar.plain"
)

// listenHost listens to the page that embeds this one, and to no other. All
// that it does not know it leaves alone.
func (s *simulator) listenHost() {
	if !s.embedded {
		return
	}
	object := window.Get("Object")
	on(window, "message", func(e js.Value) {
		asked := e.Get("data")
		if e.Get("source").Equal(window.Get("parent")) && asked.InstanceOf(object) && is(asked.Get("source"), "idd-host") {
			s.obey(asked.Get("type"), asked.Get("view"))
		}
	})
}

// is tells whether a value of any kind is that text. It does not ask what kind
// it is, which Go knows of most kinds and not of all.
func is(v js.Value, text string) bool { return v.Equal(js.ValueOf(text)) }

func (s *simulator) obey(wish, view js.Value) {
	switch {
	case is(wish, "play") && !s.model.Playing(), is(wish, "pause") && s.model.Playing():
		s.press(playID)
	case is(wish, "restart"):
		s.press(againID)
	case is(wish, "view") && is(view, "plain") && !s.model.Plain(), is(wish, "view") && is(view, "picture") && s.model.Plain():
		s.press(plainID)
	}
}

// tell posts a message to the page that embeds this one, if any.
func (s *simulator) tell(kind string, fields ...any) {
	if !s.embedded {
		return
	}
	msg := map[string]any{"source": "idd", "type": kind}
	for i := 0; i+1 < len(fields); i += 2 {
		msg[fields[i].(string)] = fields[i+1]
	}
	window.Get("parent").Call("postMessage", msg, "*")
}

// tellHeight says how high the embedding page's frame should be.
func (s *simulator) tellHeight() {
	h := s.shown.Bounds.H
	if s.model.Plain() {
		h = s.mount.Get("scrollHeight").Float()
	}
	if h != s.height {
		s.height = h
		s.tell("size", "height", h)
	}
}

func parseJSON(text string) js.Value { return window.Get("JSON").Call("parse", text) }
