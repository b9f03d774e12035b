package app

import "iddtestdrive/wasm/panel"

// Message is something that happens to the app: a person acts on a node, time
// passes, the window changes. The types below are all there are.
type Message interface{ message() }

// The messages.
type (
	// Press is a press on the button with this ID, or the choice of a radio.
	Press struct{ ID string }
	// Focus tells which node has the keyboard and shows it; empty: none.
	Focus struct{ ID string }
	// Tick says that so many milliseconds of real time have passed.
	Tick struct{ Elapsed float64 }
	// Resize gives the window's size in CSS pixels and its measures. Embedded
	// means that another page shows the simulator in a frame as high as it asks
	// for, so that only the width is given.
	Resize struct {
		Width, Height float64
		Embedded      bool
		Style         panel.Style
	}
	// Motion says whether decorative motion is welcome.
	Motion struct{ Welcome bool }
	// Shown says whether anybody can see the simulator now.
	Shown struct{ Yes bool }
	// NoPicture says that the browser cannot draw the picture after all.
	NoPicture struct{}
	// Unsaved says that the browser keeps no sessions.
	Unsaved struct{}
)

func (Press) message()     {}
func (Focus) message()     {}
func (Tick) message()      {}
func (Resize) message()    {}
func (Motion) message()    {}
func (Shown) message()     {}
func (NoPicture) message() {}
func (Unsaved) message()   {}

// Effect is something the app asks of the browser around it.
type Effect interface{ effect() }

// The effects.
type (
	// Save asks to keep the session as it is now.
	Save struct{}
	// SwitchView asks for the other face: the plain view or the picture.
	SwitchView struct{}
	// Tell reports an event of the log to the embedding page.
	Tell struct{ Line []byte }
)

func (Save) effect()       {}
func (SwitchView) effect() {}
func (Tell) effect()       {}
