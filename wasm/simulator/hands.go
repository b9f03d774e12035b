//go:build js

package main

import (
	"syscall/js"

	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/mirror"
	"iddtestdrive/wasm/panel"
)

// listenHands lets in what a person does to the mirrored elements.
func (s *simulator) listenHands() {
	on(s.mount, "click", func(e js.Value) {
		if b := e.Get("target").Call("closest", "button"); b.Truthy() {
			s.press(mirror.ID(b))
		}
	})
	on(s.mount, "input", func(e js.Value) { s.setting(e.Get("target")) })
	on(s.mount, "change", func(e js.Value) { s.set(e.Get("target")) })
	on(s.mount, "focusin", func(e js.Value) {
		id := ""
		if t := e.Get("target"); t.Call("matches", ":focus-visible").Bool() {
			id = mirror.ID(t)
		}
		s.send(message.Focus{ID: id})
	})
	on(s.mount, "focusout", func(e js.Value) {
		s.send(message.Focus{})
		s.page.Settle(mirror.ID(e.Get("target")))
	})
}

// press presses what can be pressed now, and nothing else.
func (s *simulator) press(id string) {
	if n := s.shown.Find(id); n != nil && n.Role.Operable() && !n.Disabled {
		s.send(message.Press{ID: id})
	}
}

// setting takes what is still being set: a slider on its way, a text as it grows.
func (s *simulator) setting(input js.Value) {
	id := mirror.ID(input)
	switch s.role(id) {
	case panel.Slider, panel.Field:
		s.send(message.Change{ID: id, Value: input.Get("value").String()})
		s.page.Settle(id)
	}
}

// set takes what was set.
func (s *simulator) set(input js.Value) {
	id := mirror.ID(input)
	switch s.role(id) {
	case panel.Radio:
		s.press(id)
	case panel.Check:
		value := "off"
		if input.Get("checked").Bool() {
			value = "on"
		}
		s.send(message.Change{ID: id, Value: value})
	case panel.File:
		s.errands.Open(id, input)
	}
	s.page.Settle(id)
}

// role is what the node of an ID on the screen is to a person.
func (s *simulator) role(id string) panel.Role {
	if n := s.shown.Find(id); n != nil {
		return n.Role
	}
	return panel.None
}
