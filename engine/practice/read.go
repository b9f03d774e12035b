package practice

import (
	"fmt"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// The lengths of what people read, in characters [design].
const (
	maxTitle  = 80
	maxLine   = 300
	maxWords  = 1200
	mostOrder = 1_000_000
)

// How much there can be of things [design].
const (
	mostFlowError                     = 300           // per mille
	largest       units.Volume        = 1_000_000_000 // vial
	strongest     units.Concentration = 1_000_000     // solution: 1 g/mL
)

// example is a plain name.
const example = "routine-refill"

// Parse reads a case. The file, with or without a folder before it and .yaml
// after it, is the case's name and stands for it in errors, which are all of
// type *Error.
func Parse(file string, src []byte) (*Case, error) {
	root, err := document.Form{Holds: "practice case", MaxBytes: MaxBytes}.Open(file, src)
	if err != nil {
		return nil, err
	}
	c := readCase(root)
	c.Name = strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".yaml")
	if !document.IsPlain(c.Name) {
		root.Find("").Fail(document.Shorten(c.Name), "this is not a name for the file of a case", document.AllowedPlain(example))
	}
	if err := root.Err(); err != nil {
		return nil, err
	}
	return c, nil
}

func readCase(root document.Value) *Case {
	k := root.Open("title", "summary", "minutes", "order", "scenario", "draw", "patient", "task", "prescribed", "tray", "needle",
		"choices", "questions", "wants", "mistakes", "right", "debrief", "page")
	c := &Case{
		Title:      k.Must("title").Line(fmt.Sprintf("a name for the case, in one line of at most %d characters", maxTitle), maxTitle),
		Summary:    prose(k.Must("summary"), "one or two plain sentences"),
		Minutes:    k.Must("minutes").Between(1, MaxMinutes),
		Order:      k.Must("order").Between(0, mostOrder),
		Scenario:   k.Must("scenario").Plain(example),
		Patient:    readPatient(k.Must("patient")),
		Task:       prose(k.Must("task"), "what is to be done"),
		Prescribed: readPrescribed(k.Get("prescribed")),
		Needle:     readNeedle(k.Get("needle")),
		Debrief:    prose(k.Must("debrief"), "what the case teaches"),
	}
	for _, v := range k.Get("draw").Some("a list of draws", "draws", 1, MaxDraws) {
		c.Draw = append(c.Draw, readTruth(v))
	}
	for _, v := range k.Get("tray").Some("a list of vials", "vials", 1, MaxVials) {
		c.Tray = append(c.Tray, readVial(v))
		distinct(v, "vial", len(c.Tray), func(i int) string { return c.Tray[i].Name })
	}
	for _, v := range k.Get("choices").Some("a list of choices", "choices", 1, MaxChoices) {
		m := v.Open("choice", "say")
		c.Choices = append(c.Choices, Choice{m.Must("choice").Plain(example), line(m.Must("say"), "the decision in words")})
		distinct(v, "choice", len(c.Choices), func(i int) string { return c.Choices[i].Name })
	}
	for _, v := range k.Get("questions").Some("a list of questions", "questions", 1, MaxQuestions) {
		c.Questions = append(c.Questions, readQuestion(v))
		distinct(v, "question", len(c.Questions), func(i int) string { return c.Questions[i].Name })
	}
	for _, v := range k.Must("wants").Some("a list of wants", "wants", 1, MaxWants) {
		m := v.Open("want", "weight", "when", "because")
		c.Wants = append(c.Wants, Want{line(m.Must("want"), "what is wanted"), document.Word(m.Must("weight"), Weights, Minor),
			c.condition(m.Must("when")), line(m.Must("because"), "why it matters")})
	}
	for _, v := range k.Get("mistakes").Some("a list of mistakes", "mistakes", 1, MaxMistakes) {
		m := v.Open("mistake", "weight", "when", "because", "shown")
		c.Mistakes = append(c.Mistakes, Mistake{line(m.Must("mistake"), "what went wrong"), document.Word(m.Must("weight"), Weights, Minor),
			c.condition(m.Must("when")), line(m.Must("because"), "why it matters"), c.edits(m.Must("shown"))})
	}
	c.Right = c.acts(k.Must("right"))
	if page := k.Get("page"); page.Given() {
		c.Page = page.Plain(example)
	}
	return c
}

func line(v document.Value, wanted string) string {
	return v.Line(fmt.Sprintf("%s, in one line of at most %d characters", wanted, maxLine), maxLine)
}

func prose(v document.Value, wanted string) string {
	return v.Prose(fmt.Sprintf("%s, in at most %d characters", wanted, maxWords), maxWords)
}

// distinct refuses the latest of some things when one before has its name.
func distinct(v document.Value, what string, n int, name func(i int) string) {
	for i := range n - 1 {
		if name(i) == name(n-1) && v.Given() {
			v.Fail(name(i), "another "+what+" has this name", "a name of its own")
		}
	}
}

func readTruth(v document.Value) Truth {
	k := v.Open("flow_error", "reservoir")
	var t Truth
	if e := k.Get("flow_error"); e.Given() {
		off := document.Quantity(e, units.ParsePerMille, 0)
		if off < -mostFlowError || off > mostFlowError {
			e.Fail(e.Written(), "this is out of range", units.FormatPerMille(-mostFlowError)+" to "+units.FormatPerMille(mostFlowError))
		}
		perMille := int(off)
		t.FlowErrorPerMille = &perMille
	}
	if r := k.Get("reservoir"); r.Given() {
		volume := document.Quantity(r, units.ParseVolume, 0)
		t.Reservoir = &volume
	}
	return t
}

func readPatient(v document.Value) Patient {
	k := v.Open("is", "says", "shows")
	return Patient{
		Is:    line(k.Must("is"), "who the patient is: a patient, 68, with cancer pain"),
		Says:  readReplies(k.Get("says"), Topics),
		Shows: readReplies(k.Get("shows"), Sights),
	}
}

func readReplies(v document.Value, known []string) map[string]string {
	replies := map[string]string{}
	k := v.Open(known...)
	for _, name := range k.Names() {
		replies[name] = line(k.Get(name), "what is answered or seen")
	}
	return replies
}

func readPrescribed(v document.Value) *Prescribed {
	if !v.Given() {
		return nil
	}
	k := v.Open("prescription", "fill")
	return &Prescribed{
		Prescription: scenario.ReadPrescription(k.Must("prescription")),
		Fill:         some(k.Get("fill"), units.ParseVolume),
	}
}

// saline is the word for a vial without a drug.
const saline = "saline"

func readVial(v document.Value) Vial {
	k := v.Open("vial", "label", "drug", "concentration", "holds")
	vial := Vial{
		Name:  k.Must("vial").Plain(example),
		Label: line(k.Must("label"), "what the label says"),
		Holds: document.AtMost(k.Must("holds"), some(k.Must("holds"), units.ParseVolume), largest),
	}
	if drug := k.Must("drug"); drug.Given() && drug.Written() == saline {
		if c := k.Get("concentration"); c.Given() {
			c.Fail(c.Written(), "saline holds no drug", "no concentration")
		}
		return vial
	}
	vial.Drug = scenario.ReadDrug(k.Must("drug"))
	vial.Concentration = document.AtMost(k.Must("concentration"), document.Quantity(k.Must("concentration"), units.ParseConcentration, 0), strongest)
	return vial
}

func readNeedle(v document.Value) map[string]string {
	to := map[string]string{}
	k := v.Open(Ways...)
	for _, way := range k.Names() {
		to[way] = k.Get(way).OneOf(Ports)
	}
	return to
}

func readQuestion(v document.Value) Question {
	k := v.Open("question", "ask", "answer", "within", "because")
	q := Question{
		Name:    k.Must("question").Plain(example),
		Ask:     line(k.Must("ask"), "the question"),
		Answer:  document.Quantity(k.Must("answer"), ParseAmount, Amount{}),
		Within:  document.Quantity(k.Must("within"), ParseAmount, Amount{}),
		Because: line(k.Must("because"), "how it is worked out"),
	}
	if within := k.Get("within"); within.Given() && unitOf(q.Within.Unit).base != unitOf(q.Answer.Unit).base {
		within.Fail(within.Written(), "this is of another kind than the answer", "an amount in "+q.Answer.Unit)
	}
	return q
}
