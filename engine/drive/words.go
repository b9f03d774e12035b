package drive

import (
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
)

// Kind is what a step does besides its caption.
type Kind uint8

// The kinds of step.
const (
	Caption Kind = iota // the reader reads and goes on
	Running
	Tasking
	Asking
	Sounding
)

// kinds are the keys of a step of which it has one at most.
var kinds = document.Vocabulary[Kind]{
	{"run", Running}, {"task", Tasking}, {"question", Asking}, {"sound", Sounding},
}

// Part is a part of the picture.
type Part uint8

// The parts. Body, Remote, Timeline and Feeling each have a place of their own
// on the screen; all others are to be seen at the body.
const (
	NoPart Part = iota
	Body
	Tip
	Pump
	Reservoir
	Rotor
	Battery
	Catheter
	Remote
	Timeline
	Feeling
	Alarm
)

var parts = document.Vocabulary[Part]{
	{"body", Body}, {"tip", Tip}, {"pump", Pump}, {"reservoir", Reservoir}, {"rotor", Rotor}, {"battery", Battery},
	{"catheter", Catheter}, {"remote", Remote}, {"timeline", Timeline}, {"feeling", Feeling}, {"alarm", Alarm},
}

// places are the parts that have a place of their own on the screen.
var places = document.Vocabulary[Part]{
	{"body", Body}, {"remote", Remote}, {"timeline", Timeline}, {"feeling", Feeling},
}

// String is the word for the part in files; "" for NoPart.
func (p Part) String() string {
	if p == NoPart {
		return ""
	}
	return parts.Word(p)
}

// place is where on the screen the part is to be seen.
func (p Part) place() Part {
	switch p {
	case Remote, Timeline, Feeling:
		return p
	}
	return Body
}

// View is a page of the remote.
type View uint8

// The pages of the remote.
const (
	RemotePage View = iota // the first, with the button
	HistoryPage
	DiaryPage
	AlertsPage
	SettingsPage
)

var views = document.Vocabulary[View]{
	{"remote", RemotePage}, {"history", HistoryPage}, {"diary", DiaryPage}, {"alerts", AlertsPage}, {"settings", SettingsPage},
}

// String is the word for the page in files.
func (v View) String() string { return views.Word(v) }

// WantKind is what sort of thing a task wants.
type WantKind uint8

// What a task can want.
const (
	WantsEvent   WantKind = iota // Event, brought about by the reader
	WantsDenial                  // Denial of a dose
	WantsView                    // View is opened
	WantsDiary                   // something is written
	WantsSound                   // Sound is played
	WantsQueried                 // the remote asks the pump
)

var wants = document.Vocabulary[WantKind]{
	{"event", WantsEvent}, {"denied", WantsDenial}, {"view", WantsView},
	{"wrote", WantsDiary}, {"heard", WantsSound}, {"queried", WantsQueried},
}

// sounds are the alarm classes.
var sounds = document.Vocabulary[pump.AlarmClass]{
	{pump.NonCritical.String(), pump.NonCritical}, {pump.Critical.String(), pump.Critical},
}

// speeds are the speeds of time, as a file has them.
var speeds = document.Vocabulary[int]{{"60", 60}, {"600", 600}, {"3600", 3600}, {"86400", 86400}}

// The speeds where a file does not say.
const (
	runSpeed  = 3600
	taskSpeed = 60
)

// events is what a log may hold.
var events = scenario.EventWords(pump.EventKinds()...)

// acts are the events that a reader brings about.
var acts = scenario.EventWords(pump.PatientBolusStarted, pump.PatientBolusDenied, pump.ConnectionFailed, pump.AnswerLost, pump.Queried)

// denials is why a dose may be refused.
var denials = denialsOf(pump.Denials())

func denialsOf(all []pump.Denial) document.Vocabulary[pump.Denial] {
	words := make(document.Vocabulary[pump.Denial], len(all))
	for i, d := range all {
		words[i].Text, words[i].Means = d.String(), d
	}
	return words
}
