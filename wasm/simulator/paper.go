//go:build js

package main

import "syscall/js"

// listenPrint has a page that is printed as it is printed in the plain view:
// a canvas would come out as the empty half of a screen.
func (s *simulator) listenPrint() {
	on(window, "beforeprint", func(js.Value) { root.Get("dataset").Set("view", "plain") })
	on(window, "afterprint", func(js.Value) { root.Get("dataset").Set("view", s.view()) })
}

// view is the face that is shown, as the page's styles call it.
func (s *simulator) view() string {
	if s.model.Plain() {
		return "plain"
	}
	return "picture"
}
