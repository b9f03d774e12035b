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
	on(window, "message", func(e js.Value) {
		asked := e.Get("data")
		if !e.Get("source").Equal(window.Get("parent")) || asked.Type() != js.TypeObject || text(asked, "source") != "idd-host" {
			return
		}
		s.obey(text(asked, "type"), text(asked, "view"))
	})
}

// text is a property that is a text, or "".
func text(of js.Value, property string) string {
	if v := of.Get(property); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

func (s *simulator) obey(wish, view string) {
	switch wish {
	case "play":
		if !s.model.Playing() {
			s.press(playID)
		}
	case "pause":
		if s.model.Playing() {
			s.press(playID)
		}
	case "restart":
		s.press(againID)
	case "view":
		if view == "plain" && !s.model.Plain() || view == "picture" && s.model.Plain() {
			s.press(plainID)
		}
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
