// Package drive holds guided test drives: a reader is led through one or more
// scenarios with captions, tasks and questions. A drive is a YAML file that an
// educator writes by hand, content/drives/NAME.yaml; this is its format.
//
// # The file
//
//	title: A first day with the remote
//	summary: One or two plain sentences.
//	minutes: 6                      # about how long it takes, 1 to 60
//	order: 10                       # its place among the drives
//	lanes:                          # 1 to 3 scenarios that run side by side
//	  - {scenario: first-day, name: Steady dose and remote}
//	shows: [body, remote, feeling]  # what is on the screen beside the guide
//	belief: false                   # true: what the pump believes stands beside what is true
//	flares:                         # pain of the illustrative picture
//	  - {at: 7 h, lasts: 90 min, strength: 6}
//	beside:                         # words told beside the lanes
//	  title: The same day with tablets (an illustration)
//	  lines: ["08:00 ..."]
//	steps:                          # 1 to 60
//	  - say: It is 08:00. Watch the small wheel turn.
//	    show: rotor
//	    run: {until: 2 h}
//	learnt: [three lines]
//	ask: [questions for the team]   # 2 to 6
//	page: personal-remote           # a page to read on
//
// Required are title, summary, minutes, order, lanes, steps, learnt and ask.
// In the first lane the reader acts; the others run beside it at the same
// instants. shows lists some of body, remote, timeline and feeling, the
// illustrative picture of relief; without it the first three are shown. A
// flare, from an instant of the session on, is of a strength from 1 to 10; it
// needs feeling among what is shown.
//
// # A step
//
// Every step says a caption, and show points at a part of what is on the
// screen: remote, timeline or feeling, or at the body: body, tip, pump,
// reservoir, rotor, battery, catheter or alarm. It then does at most one thing.
// Where it does none the reader reads and goes on.
//
//	run: {until: 8 h}
//	run: {until: {event: alarm_raised}, most: 12 h, speed: 60}
//
// Time runs to that instant of the session, later than that of the run before,
// or to the first such event in the first lane, but no longer than most. speed
// says how many times faster than life, 60, 600, 3600 or 86400, a day a second; it
// is 3600 unless said. The reader can skip to the end of a run.
//
//	task: {do: Press "Ask for a dose"., wants: {event: patient_bolus_started}, help: It is the large button.}
//
// The reader is asked to do something and is told where to find it. Time stands
// still meanwhile; with runs: true it runs, at a speed which is 60 unless said.
// wants is one of
//
//	{event: NAME}      patient_bolus_started, patient_bolus_denied, no_connection, reply_lost or queried
//	{denied: REASON}   a dose that is refused for that reason, by its name in the log
//	{view: NAME}       the remote's page is opened: remote, history, diary, alerts or settings
//	{wrote: diary}     something is written into the diary
//	{heard: CLASS}     an alarm's sound is played: non-critical or critical
//	{queried: true}    the remote asks the pump what it did
//
// Beside a task that asks for a dose, link says how requests travel while the
// step lasts: ok, no_connection or reply_lost. A dose is refused for a lockout
// only if there is one; whether each want can come shows when a drive is walked.
//
//	question: {ask: Who may press?, answers: [{say: I, right: true, because: ...}, {say: Anyone, because: ...}]}
//
// A question has 2 to 4 answers of which one is right, each with its reason,
// which is shown whichever is chosen.
//
//	sound: critical
//
// The sound of an alarm class, non-critical or critical, is played where the
// reader has sound on, and shown and told in words in any case.
//
// Files are read as strictly as scenarios are; package document says how.
// Parse finds what is wrong in a file, Check what does not fit its scenarios,
// and Walk what cannot be done.
//
// # A reader in a drive
//
// Player knows where a reader is. It is told what happens and says what is to
// be shown; it never acts itself. Nobody can get stuck: Next goes on from any
// step, and ShowMe says what to do to have what a step wants.
package drive

import (
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// The bounds of a drive [design].
const (
	MaxBytes    = 256 << 10 // of YAML
	MaxSteps    = 60
	MaxLanes    = 3
	MaxFlares   = 24
	MaxLines    = 12 // told beside the lanes
	MaxMinutes  = 60
	MaxAnswers  = 4
	Learnt      = 3 // lines that a drive ends with
	MaxToAsk    = 6 // questions for the team
	MaxStrength = 10
)

// Error is the first mistake in the file of a drive.
type Error = document.Error

// Drive is a guided test drive. It is not to be changed.
type Drive struct {
	Name    string // of its file, without .yaml
	Title   string
	Summary string // one or two plain sentences
	Minutes int    // about how long it takes
	Order   int    // its place among the drives
	Lanes   []Lane // 1 to MaxLanes; the reader acts in the first
	Shows   []Part // what is on the screen: some of Body, Remote, Timeline and Feeling
	Belief  bool   // what the pump believes is shown beside what is true
	Flares  []Flare
	Beside  *Beside  // nil: nothing is told beside the lanes
	Steps   []Step   // 1 to MaxSteps
	Learnt  []string // three lines
	Ask     []string // questions for the team, 2 to MaxToAsk
	Page    string   // the plain name of a page to read on; "" for none
}

// Lane is a scenario that runs in a drive.
type Lane struct {
	Scenario string // the plain name of its file
	Name     string // for the reader
}

// Flare is a painful time of the illustrative picture.
type Flare struct {
	At       units.Instant
	Lasts    units.Span
	Strength int // 1 to MaxStrength
}

// Beside is what is told in words beside the lanes.
type Beside struct {
	Title string
	Lines []string // 1 to MaxLines
}

// Step is a caption and what happens with it. Kind says which of the fields
// after it counts.
type Step struct {
	Say  string
	Show Part // NoPart: nothing is pointed at
	Kind Kind

	Run      Run
	Task     Task
	Question Question
	Sound    pump.AlarmClass
}

// Run lets time pass.
type Run struct {
	Until   units.Instant  // unless AtEvent
	AtEvent bool           // until the first such event in the first lane
	Event   pump.EventKind // counts with AtEvent
	Most    units.Span     // counts with AtEvent: no longer than this
	Speed   int            // times faster than life
}

// Task is something for the reader to do.
type Task struct {
	Do    string
	Wants Want
	Help  string    // where to find it
	Runs  bool      // time runs while the task waits
	Speed int       // times faster than life, while it runs
	Link  pump.Link // how the reader's requests travel while the step lasts
}

// Want is what ends a task. Kind says which of the other fields counts.
type Want struct {
	Kind   WantKind
	Event  pump.EventKind
	Denial pump.Denial
	View   View
	Sound  pump.AlarmClass
}

// Question is a question with 2 to MaxAnswers answers, one of them right.
type Question struct {
	Ask     string
	Answers []Answer
}

// Answer is one to choose.
type Answer struct {
	Say     string
	Right   bool
	Because string // why it is right or wrong
}

// Scenarios are the scenarios that drives run in, by the plain names of their
// files.
type Scenarios map[string]*scenario.Scenario
