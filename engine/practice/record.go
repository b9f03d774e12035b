package practice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// attempts are attempts that are written down.
var attempts = document.Form{Holds: "attempt", MaxBytes: maxRecord}

// Play does an attempt that is written in a file:
//
//	case: routine-refill
//	seed: 1
//	acts:
//	  - {do: check, what: prescription}
//
// What the file has wrong is an *Error; the other errors are of an act that is
// impossible, or of another case.
func Play(c *Case, sc *scenario.Scenario, file string, src []byte) (*Attempt, error) {
	root, err := attempts.Open(file, src)
	if err != nil {
		return nil, err
	}
	if name := root.Entries("an attempt").Must("case"); name.Plain(example) != c.Name && name.Given() {
		return nil, ErrOtherCase
	}
	return redo(c, sc, root)
}

// redo does the acts of an attempt that was written down.
func redo(c *Case, sc *scenario.Scenario, root document.Value) (*Attempt, error) {
	k := root.Open("case", "seed", "acts")
	seed := k.Must("seed").Number(1<<64 - 1)
	acts := c.acts(k.Get("acts"))
	if err := root.Err(); err != nil {
		return nil, err
	}
	a, err := New(c, sc, seed)
	if err != nil {
		return nil, err
	}
	for i, act := range acts {
		if _, err := a.Do(act); err != nil {
			return nil, fmt.Errorf("act %d: %w", i+1, err)
		}
	}
	return a, nil
}

// begin writes what a record begins with.
func (a *Attempt) begin() { fmt.Fprintf(&a.record, "case: %q\nseed: %d\n", a.c.Name, a.seed) }

const actsKey = "acts:\n"

// fits tells whether there is room for one more act in the record.
func (a *Attempt) fits(act string) bool { return a.record.Len()+len(actsKey)+len(act) <= maxRecord }

// write adds an act that was done to the record.
func (a *Attempt) write(act string) {
	if len(a.acts) == 1 {
		a.record.WriteString(actsKey)
	}
	a.record.WriteString(act)
}

// written is how the record has an act, and the act as it is read from there,
// with what counts for its verb and nothing else. There is no other act in the
// case: one that could not be read again could not be replayed.
func (c *Case) written(act Act) (text string, read Act, there bool) {
	if !act.hasWords() {
		return "", Act{}, false
	}
	text = act.format()
	root, err := attempts.Open("an act", []byte(actsKey+text))
	if err != nil {
		return "", Act{}, false
	}
	acts := c.acts(root.Open("acts").Must("acts"))
	if root.Err() != nil || len(acts) != 1 {
		return "", Act{}, false
	}
	return text, acts[0], true
}

// hasWords tells whether there are words for an act's verb and its command.
func (a Act) hasWords() bool {
	if !a.OnTablet() {
		_, bedside := formOf(a.Verb)
		return bedside
	}
	return string(a.Verb) == a.Command.Name() && slices.Contains(tablet, a.Command.Name()) && wellFormed(a.Command)
}

// wellFormed tells whether a prescription is one that can be written down, if
// the command brings one. Whether the pump takes it is the pump's question.
func wellFormed(c pump.Command) bool {
	var p therapy.Prescription
	switch c := c.(type) {
	case pump.Program:
		p = c.Change.Prescription
	case pump.CommitUpdate:
		p = c.Change.Prescription
	default:
		return true
	}
	p.Concentration = 1 // which is checked before the form is
	if fault := p.Check(false); fault != nil && (fault.Code == therapy.UnknownDrug || fault.Code == therapy.FlexMalformed) {
		return false
	}
	for _, day := range p.Infusion.Patterns {
		if slices.ContainsFunc(day.Steps, func(s therapy.FlexStep) bool { return s.From%units.Minute != 0 }) {
			return false
		}
	}
	return true
}

// format writes an act as an entry of a list in lines.
func (a Act) format() string {
	if a.OnTablet() {
		return scenario.FormatCommand(a.Command)
	}
	pairs := []string{"do: " + string(a.Verb)}
	add := func(key, text string) { pairs = append(pairs, key+": "+text) }
	if f, _ := formOf(a.Verb); f.key != "" {
		add(f.key, strconv.Quote(a.Word)) // a name may mean something else to YAML
	}
	switch a.Verb {
	case DrawUp:
		add("volume", a.Volume.String())
		add("filter", strconv.FormatBool(a.Filter))
	case Inject:
		add("volume", a.Volume.String())
		if a.Fast {
			add("fast", "true")
		}
	case Answer:
		add("value", a.Value.String())
	case Wait:
		add("for", a.For.String())
	}
	return "  - {" + strings.Join(pairs, ", ") + "}\n"
}
