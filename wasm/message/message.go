// Package message holds what goes to and fro between a simulator's model and the
// browser around it: messages come in, effects go out. They carry no pixels and
// no elements of a page.
package message

import "iddtestdrive/wasm/panel"

// Message is something that happens to a model: a person acts on a node, time
// passes, the window changes. The types below are all there are.
type Message interface{ message() }

// The messages.
type (
	// Press is a press on the button with this ID, or the choice of a radio.
	Press struct{ ID string }
	// Change is what a person set: a slider's number ("12.5"), a box ("on" or
	// "off"), or the text of a field. It may come many times while a slider is
	// drawn along.
	Change struct{ ID, Value string }
	// Opened brings a file that the reader chose for a File node. TooLarge files
	// come without their data.
	Opened struct {
		ID, Name string
		Data     []byte
		TooLarge bool
	}
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
	// CopyRefused says that the browser did not let a text onto the clipboard.
	CopyRefused struct{ Text string }
	// Copied says that a text is on the clipboard.
	Copied struct{}
	// Unsaved says that the browser keeps no sessions.
	Unsaved struct{}
)

func (Press) message()       {}
func (Change) message()      {}
func (Opened) message()      {}
func (Focus) message()       {}
func (Tick) message()        {}
func (Resize) message()      {}
func (Motion) message()      {}
func (Shown) message()       {}
func (NoPicture) message()   {}
func (CopyRefused) message() {}
func (Copied) message()      {}
func (Unsaved) message()     {}

// Report is a document to be printed: parts with a heading each.
type Report struct {
	Title string
	Parts []ReportPart
}

// ReportPart is words, a list and a table under a heading; any may be empty.
type ReportPart struct {
	Heading string
	Words   []string // paragraphs
	Ticks   []string // lines with a box to tick
	Lines   []string // a list
	Head    []string // of the table
	Rows    [][]string
}

// Tone is one sounding of a pitch.
type Tone struct {
	Hertz      float64
	From, Last float64 // milliseconds from the beginning of the sound, and how long
}

// Effect is something a model asks of the browser around it.
type Effect interface{ effect() }

// The effects.
type (
	// Save asks to keep the session as it is now.
	Save struct{}
	// SwitchView asks for the other face: the plain view or the picture.
	SwitchView struct{}
	// Download gives the reader a file to keep.
	Download struct {
		Name, Type string // "session.yaml", "text/csv"
		Data       []byte
	}
	// KeepPicture gives the reader the canvas as it is, as a PNG file.
	KeepPicture struct{ Name string }
	// Copy puts a text on the clipboard; where the browser does not allow it, the
	// model hears CopyRefused.
	Copy struct{ Text string }
	// ShareLink makes the address of this page with so much after its "#s=" and
	// puts it on the clipboard. Starts, such as "case=refill", is what it starts;
	// empty: what this page starts from.
	ShareLink struct{ Packed, Starts string }
	// Print prints a report: the document's own words, never the screen.
	Print struct{ Report Report }
	// Sound plays an alarm's or a confirmation's tones.
	Sound struct{ Tones []Tone }
	// Enlarge asks for larger type on the whole page, or for the usual.
	Enlarge struct{ Yes bool }
	// Leave goes back from a session that came by a link to the reader's own.
	Leave struct{}
	// Finished tells the embedding page that a test drive was finished.
	Finished struct{ Drive string }
	// Tell reports an event of the log to the embedding page.
	Tell struct{ Line []byte }
)

func (Save) effect()        {}
func (SwitchView) effect()  {}
func (Download) effect()    {}
func (KeepPicture) effect() {}
func (Copy) effect()        {}
func (ShareLink) effect()   {}
func (Print) effect()       {}
func (Sound) effect()       {}
func (Enlarge) effect()     {}
func (Leave) effect()       {}
func (Finished) effect()    {}
func (Tell) effect()        {}
