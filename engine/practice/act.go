package practice

import (
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// Act is one thing that a nurse does. Verb says which of the other fields
// counts. In a condition a field that is left out stands for anything,
// and a time for at least so long.
type Act struct {
	Verb    Verb
	Word    string       // what is asked, looked at, checked, prepared, found by, taken, drawn up, aimed at, told, recorded, decided or answered
	Volume  units.Volume // of DrawUp and Inject
	Fast    bool         // of Inject: faster than 1 mL in 3 seconds
	Filter  bool         // of DrawUp: through a filter
	Value   Amount       // of Answer
	For     units.Span   // of Wait
	Command pump.Command // of Tablet
}

// Verb is what kind of act it is, by its word in files. Those of the tablet
// have the names of the pump's commands.
type Verb string

// The verbs at the bedside.
const (
	Ask      Verb = "ask"
	Look     Verb = "look"
	CheckIt  Verb = "check"
	Prepare  Verb = "prepare"
	FindPort Verb = "find_port"
	Take     Verb = "take"
	DrawUp   Verb = "draw_up"
	Insert   Verb = "insert"
	Seat     Verb = "seat"
	DrawBack Verb = "draw_back"
	Empty    Verb = "empty"
	Inject   Verb = "inject"
	Withdraw Verb = "withdraw"
	Dress    Verb = "dress"
	Tell     Verb = "tell"
	Record   Verb = "record"
	Decide   Verb = "decide"
	Answer   Verb = "answer"
	Wait     Verb = "wait"
)

// takes is how long an act takes [design]. Waiting takes as long as it says.
const takes = units.Minute

// Lasts is how long the act takes.
func (a Act) Lasts() units.Span {
	if a.Verb == Wait {
		return a.For
	}
	return takes
}

// asksNothing tells whether an act is of a volume or a time of nothing.
func (a Act) asksNothing() bool {
	switch a.Verb {
	case DrawUp, Inject:
		return a.Volume <= 0
	case Wait:
		return a.For <= 0
	}
	return false
}

// form is how an act of a verb is written.
type form struct {
	verb  Verb
	key   string    // of the word; "" where there is none
	words *[]string // the words there are; nil: a plain name of the case's own
	more  []string  // further keys
}

// Topics are what a patient can be asked about.
var Topics = []string{"pain", "drowsiness", "breathing", "withdrawal", "weakness", "falls", "medicines", "alarms", "scans", "remote", "fever"}

// Sights are what can be looked at.
var Sights = []string{"alertness", "breathing", "pulse", "site", "skin"}

// The things that are found by a needle, and how; Tools are the needles.
var (
	Checks       = []string{"identity", "prescription", "label", "expiry", "volume", "second_person", "supervision", "alarm_level", "catheter"}
	Preparations = []string{"position", "hands", "mask", "gloves", "skin", "drape", "line"}
	Ways         = []string{"palpation", "template", "ultrasound"}
	Needles      = []string{"refill", "access"}
	Ports        = []string{"reservoir", "catheter", "beside"}
	Tellings     = []string{"warning_signs", "alarm_date", "next_visit", "number"}
	Records      = []string{"volumes", "lot", "waste"}
)

var forms = []form{
	{Ask, "about", &Topics, nil}, {Look, "at", &Sights, nil}, {CheckIt, "what", &Checks, nil}, {Prepare, "what", &Preparations, nil},
	{FindPort, "by", &Ways, nil}, {Take, "needle", &Needles, nil}, {DrawUp, "vial", nil, []string{"volume", "filter"}},
	{Insert, "port", &Ports, nil}, {Seat, "", nil, nil}, {DrawBack, "", nil, nil}, {Empty, "", nil, nil}, {Inject, "", nil, []string{"volume", "fast"}}, {Withdraw, "", nil, nil}, {Dress, "", nil, nil},
	{Tell, "what", &Tellings, nil}, {Record, "what", &Records, nil}, {Decide, "choice", nil, nil},
	{Answer, "question", nil, []string{"value"}}, {Wait, "", nil, []string{"for"}},
}

// formOf is how an act of a verb at the bedside is written.
func formOf(v Verb) (f form, bedside bool) {
	for _, f := range forms {
		if f.verb == v {
			return f, true
		}
	}
	return form{}, false
}

// bedside are the verbs at the bedside, in the order they are explained in.
var bedside = []Verb{Ask, Look, CheckIt, Prepare, FindPort, Take, DrawUp, Insert, Seat, DrawBack, Empty, Inject, Withdraw, Dress, Tell, Record, Decide, Answer, Wait}

// tablet are the commands that a clinician's tablet sends.
var tablet = []string{"interrogate", "program", "begin_update", "commit_update", "abandon_update", "stop", "restart",
	"set_reservoir", "set_low_alarm", "clinician_bolus", "prime"}

// Verbs are the words for all that can be done.
func Verbs() []string {
	var all []string
	for _, v := range bedside {
		all = append(all, string(v))
	}
	return append(all, tablet...)
}

// OnTablet tells whether an act is a command from the tablet.
func (a Act) OnTablet() bool { return a.Command != nil }

// like tells whether an act that was done is what a condition speaks of.
func (a Act) like(wanted Act) bool {
	return a.Verb == wanted.Verb &&
		(wanted.Word == "" || a.Word == wanted.Word) &&
		(wanted.Volume == 0 || a.Volume == wanted.Volume) &&
		(!wanted.Filter || a.Filter) &&
		(!wanted.Fast || a.Fast) &&
		(wanted.For == 0 || a.For >= wanted.For) &&
		(wanted.Value == Amount{} || a.Value.near(wanted.Value, Amount{})) &&
		(!bridges(wanted.Command) || bridges(a.Command))
}

// bridges tells whether a command brings a prescription in by a bridge.
func bridges(c pump.Command) bool {
	switch c := c.(type) {
	case pump.Program:
		return c.Change.Bridge
	case pump.CommitUpdate:
		return c.Change.Bridge
	}
	return false
}
