// Package practice holds practice cases for nurses: a patient with a pump, a
// task, and everything that can go wrong with it. Mistakes can be made here,
// seen and undone; in life some of them kill. A case is a YAML file that an
// educator writes by hand, content/cases/NAME.yaml; this is its format.
//
// # The file
//
//	title: A routine refill
//	summary: One or two plain sentences.
//	minutes: 15                   # about how long it takes, 1 to 120
//	order: 10                     # its place among the cases
//	scenario: ward-refill         # the pump and the truth, content/scenarios/NAME.yaml
//	draw:                         # chance: one of these is drawn from the seed
//	  - {flow_error: -2 %, reservoir: 4.3 mL}
//	  - {flow_error: +3 %, reservoir: 3.6 mL}
//	patient:
//	  is: a patient, 68, with cancer pain
//	  says: {pain: Much as always., drowsiness: I am wide awake.}
//	  shows: {breathing: Calm and regular., site: Flat and dry.}
//	task: What is to be done, in plain sentences.
//	prescribed:                   # what the order sheet says
//	  prescription: {drug: morphine, concentration: 10 mg/mL, infusion: {continuous: 3 mg/day}}
//	  fill: 18 mL
//	tray:                         # vials that stand there
//	  - {vial: right, label: Morphine 10 mg/mL, drug: morphine, concentration: 10 mg/mL, holds: 20 mL}
//	  - {vial: rinse, label: Saline, drug: saline, holds: 10 mL}
//	needle: {palpation: beside}   # where a needle meant for the refill port gets to, by how it was found
//	choices:                      # decisions to take
//	  - {choice: fill, say: Fill the pump}
//	questions:
//	  - {question: drawn, ask: How much was expected, answer: 4 mL, within: 0.1 mL, because: ...}
//	wants: [...]
//	mistakes: [...]
//	right: [...]                  # a script that does all of it well
//	debrief: What this case teaches, in plain sentences.
//	page: refill                  # a page to read on
//
// Required are title, summary, minutes, order, scenario, patient, task, wants,
// right and debrief. The scenario is for nurses; its steps happen by themselves
// while the case runs, those at 0 h before the first act, and it lasts as long as
// the case can.
//
// # Acts
//
// All that a nurse does is a row of acts; scripts are such rows. At the bedside:
//
//	{do: ask, about: pain}             a question to the patient
//	{do: look, at: breathing}          a look at the patient
//	{do: check, what: prescription}    a check: identity, prescription, label, expiry, volume, second_person,
//	                                   supervision, alarm_level, catheter
//	{do: prepare, what: hands}         position, hands, mask, gloves, skin, drape, line
//	{do: find_port, by: template}      palpation, template, ultrasound
//	{do: take, needle: refill}         refill (22 G, without a core) or access (24 G, for the catheter port)
//	{do: draw_up, vial: right, volume: 18 mL, filter: true}
//	{do: insert, port: reservoir}      reservoir, catheter or beside: where the needle is meant to go
//	{do: seat}                         the needle straight down to its stop, and held there
//	{do: draw_back}                    a little, to see where the needle is
//	{do: empty}                        all that comes is drawn out, at the catheter port what the catheter holds
//	{do: inject, volume: 5 mL}         from the syringe that was drawn up; fast: true is faster than 1 mL in 3 s
//	{do: withdraw}                     the needle
//	{do: dress}                        a dressing on the place
//	{do: tell, what: warning_signs}    warning_signs, alarm_date, next_visit, number
//	{do: record, what: volumes}        volumes, lot, waste
//	{do: decide, choice: fill}
//	{do: answer, question: drawn, value: 4 mL}
//	{do: wait, for: 30 min}
//
// and with the clinician's tablet any of these commands, written as in a
// scenario: interrogate, program, begin_update, commit_update, abandon_update,
// stop, restart, set_reservoir, set_low_alarm, clinician_bolus, prime. An act takes a minute,
// waiting as long as it says [design].
//
// # Wants and mistakes
//
//   - want: The pump was read before the needle went in
//     weight: critical                 # critical, major or minor
//     when: {did: {do: interrogate}, before: {do: insert}}
//     because: Only so you know what to expect in the reservoir.
//
//   - mistake: The drug went under the skin
//     weight: critical
//     when: {log: injected, site: pocket}
//     because: ...
//     shown: [{instead_of: find_port, do: [{do: find_port, by: palpation}]}]
//
// A want is met, a mistake made, when its condition holds at the end:
//
//	{did: ACT}                 an act was done; what the act leaves out may be anything,
//	                           and a time in it is the least
//	                           (filter, fast and bridge: true can be asked for, false cannot)
//	{did: ACT, before: ACT}    and before the first such act, which has to be there unless it is a mistake's
//	{did: ACT, after: ACT}     and after the last such act, which has to be there
//	{did: ACT, times: 3}       at least so often
//	{log: EVENT, site: PLACE}  the log has such an event; site only for injected
//	{ends: STATE}              what is so in the end: see below
//	{not: CONDITION}, {all: [CONDITION, ...]}, {any: [CONDITION, ...]}
//
// An answer that is not right, and a command that the pump refuses, do not count
// as done, nor does anything come before or after them. The states that something ends in:
//
//	running          the pump gives what is prescribed in it: no update is open, the rotor does not stand
//	as_prescribed    the prescription in force is the order sheet's
//	volume_told      the pump reckons with what is in it, within 0.5 mL [design]
//	filled           what is in the reservoir is what the order sheet says, within 0.5 mL [design]
//	needle_out       no needle is in the patient
//	nothing_astray   no drug went into the tissue or straight into the catheter
//	steady           over the next 48 hours no hour's dose at the tip is more than a
//	                 quarter away from what is prescribed [design]; no day's where the
//	                 dose is not the same all day
//
// Each mistake has a script that makes it, shown: the right script with changes,
// {leave_out: VERB}, {instead_of: VERB, do: [ACTS]}, {after: VERB, do: [ACTS]}; the
// verb's first act counts, for leave_out all of them. Walk tries them all.
//
// # Score
//
// What is wanted counts 5, 2 or 1 by its weight [design]; a mistake takes away as
// much. Safe is whoever met every critical want and made no critical mistake.
package practice

import (
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// The bounds of a case [design].
const (
	MaxBytes     = 256 << 10 // of YAML
	MaxActs      = 400       // in one attempt
	MaxWants     = 40
	MaxMistakes  = 24
	MaxChoices   = 12
	MaxQuestions = 12
	MaxVials     = 8
	MaxDraws     = 12
	MaxMinutes   = 120
)

// Error is the first mistake in the file of a case.
type Error = document.Error

// Case is a practice case. It is not to be changed.
type Case struct {
	Name     string // of its file, without .yaml
	Title    string
	Summary  string
	Minutes  int
	Order    int    // its place among the cases
	Scenario string // the plain name of its file
	Draw     []Truth
	Patient  Patient
	Task     string

	Prescribed *Prescribed // nil: nothing is ordered
	Tray       []Vial
	Needle     map[string]string // where a needle meant for the refill port gets to; the port where nothing is said
	Choices    []Choice
	Questions  []Question

	Wants    []Want
	Mistakes []Mistake
	Right    []Act
	Debrief  string
	Page     string // the plain name of a page to read on; "" for none
}

// Truth is what chance may have made of the world: how far the flow is off, and
// what is really in the reservoir.
type Truth struct {
	FlowErrorPerMille *int          // nil: as the scenario has it
	Reservoir         *units.Volume // nil: as the scenario has it
}

// Patient is who is treated, what they answer and what can be seen of them.
type Patient struct {
	Is    string
	Says  map[string]string // by topic
	Shows map[string]string // by what is looked at
}

// Prescribed is the order sheet.
type Prescribed struct {
	Prescription therapy.Prescription
	Fill         units.Volume // 0: no refill is ordered
}

// Vial stands on the tray. What is in it and what its label says may differ.
type Vial struct {
	Name          string
	Label         string
	Drug          therapy.Drug
	Concentration units.Concentration // 0: saline
	Holds         units.Volume
}

// Choice is a decision that can be taken.
type Choice struct{ Name, Say string }

// Question is a sum to do.
type Question struct {
	Name    string
	Ask     string
	Answer  Amount
	Within  Amount // how far from the answer is still right, in its unit
	Because string // the working
}

// Weight is how much a want or a mistake matters.
type Weight uint8

// The weights.
const (
	Minor Weight = iota
	Major
	Critical
)

// Weights are their words.
var Weights = document.Vocabulary[Weight]{{"critical", Critical}, {"major", Major}, {"minor", Minor}}

// points are what a want of a weight counts [design].
var points = [...]int{Minor: 1, Major: 2, Critical: 5}

// Want is something to be done.
type Want struct {
	Say     string
	Weight  Weight
	When    Condition
	Because string
}

// Mistake is something that can go wrong, and how.
type Mistake struct {
	Say     string
	Weight  Weight
	When    Condition
	Because string
	Shown   []Edit // what makes the right script make it
}

// Edit changes a script.
type Edit struct {
	Kind EditKind
	Verb Verb
	Acts []Act
}

// EditKind is how a script is changed.
type EditKind uint8

// The ways to change a script.
const (
	LeaveOut  EditKind = iota // every act of the verb
	InsteadOf                 // its first
	After                     // its first
)

// Condition is what has to hold. Kind says which of the other fields counts.
type Condition struct {
	Kind   ConditionKind
	Act    Act // of Did
	Before *Act
	After  *Act
	Times  int
	Event  pump.EventKind
	Site   *pump.Site
	Ends   Ending
	Of     []Condition // of Not one, of All and Any some
}

// ConditionKind is a kind of condition.
type ConditionKind uint8

// The kinds of condition.
const (
	Did ConditionKind = iota
	Logged
	Ends
	Not
	All
	Any
)

// Ending is a state that a case can end in.
type Ending uint8

// The endings.
const (
	Running Ending = iota
	AsPrescribed
	VolumeTold
	Filled
	NeedleOut
	NothingAstray
	Steady
)

var endings = document.Vocabulary[Ending]{
	{"running", Running}, {"as_prescribed", AsPrescribed}, {"volume_told", VolumeTold}, {"filled", Filled},
	{"needle_out", NeedleOut}, {"nothing_astray", NothingAstray}, {"steady", Steady},
}
