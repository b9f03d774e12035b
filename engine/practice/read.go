package practice

import (
	"slices"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
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
		Title:      k.Must("title").Line("a name for the case, in one line", maxTitle),
		Summary:    k.Must("summary").Prose("one or two plain sentences", maxWords),
		Minutes:    k.Must("minutes").Between(1, MaxMinutes),
		Order:      k.Must("order").Between(0, mostOrder),
		Scenario:   k.Must("scenario").Plain(example),
		Patient:    readPatient(k.Must("patient")),
		Task:       k.Must("task").Prose("what is to be done", maxWords),
		Prescribed: readPrescribed(k.Get("prescribed")),
		Needle:     readNeedle(k.Get("needle")),
		Debrief:    k.Must("debrief").Prose("what the case teaches", maxWords),
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
		c.Choices = append(c.Choices, Choice{m.Must("choice").Plain(example), m.Must("say").Line("the decision in words", maxLine)})
		distinct(v, "choice", len(c.Choices), func(i int) string { return c.Choices[i].Name })
	}
	for _, v := range k.Get("questions").Some("a list of questions", "questions", 1, MaxQuestions) {
		c.Questions = append(c.Questions, readQuestion(v))
		distinct(v, "question", len(c.Questions), func(i int) string { return c.Questions[i].Name })
	}
	for _, v := range k.Must("wants").Some("a list of wants", "wants", 1, MaxWants) {
		m := v.Open("want", "weight", "when", "because")
		c.Wants = append(c.Wants, Want{m.Must("want").Line("what is wanted", maxLine), document.Word(m.Must("weight"), Weights, Minor),
			c.condition(m.Must("when")), m.Must("because").Line("why it matters", maxLine)})
	}
	for _, v := range k.Get("mistakes").Some("a list of mistakes", "mistakes", 1, MaxMistakes) {
		m := v.Open("mistake", "weight", "when", "because", "shown")
		c.Mistakes = append(c.Mistakes, Mistake{m.Must("mistake").Line("what went wrong", maxLine), document.Word(m.Must("weight"), Weights, Minor),
			c.condition(m.Must("when")), m.Must("because").Line("why it matters", maxLine), c.edits(m.Must("shown"))})
	}
	c.Right = c.acts(k.Must("right"))
	if page := k.Get("page"); page.Given() {
		c.Page = page.Plain(example)
	}
	return c
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
		off := int(document.Quantity(e, units.ParsePerMille, 0))
		t.FlowErrorPerMille = &off
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
		Is:    k.Must("is").Line("who the patient is: a patient, 68, with cancer pain", maxLine),
		Says:  readReplies(k.Get("says"), Topics),
		Shows: readReplies(k.Get("shows"), Sights),
	}
}

func readReplies(v document.Value, known []string) map[string]string {
	replies := map[string]string{}
	k := v.Open(known...)
	for _, name := range k.Names() {
		replies[name] = k.Get(name).Line("what is answered or seen", maxLine)
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
		Fill:         document.Quantity(k.Get("fill"), units.ParseVolume, 0),
	}
}

func readVial(v document.Value) Vial {
	k := v.Open("vial", "label", "drug", "concentration", "holds")
	return Vial{
		Name:          k.Must("vial").Plain(example),
		Label:         k.Must("label").Line("what the label says", maxLine),
		Drug:          scenario.ReadDrug(k.Must("drug")),
		Concentration: document.Quantity(k.Must("concentration"), units.ParseConcentration, 0),
		Holds:         document.Quantity(k.Must("holds"), units.ParseVolume, 0),
	}
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
		Ask:     k.Must("ask").Line("the question", maxLine),
		Answer:  document.Quantity(k.Must("answer"), ParseAmount, Amount{}),
		Within:  document.Quantity(k.Must("within"), ParseAmount, Amount{}),
		Because: k.Must("because").Line("how it is worked out", maxLine),
	}
	if within := k.Get("within"); within.Given() && amountUnits[q.Within.Unit].base != amountUnits[q.Answer.Unit].base {
		within.Fail(within.Written(), "this is of another kind than the answer", "an amount in "+q.Answer.Unit)
	}
	return q
}

// acts reads a script.
func (c *Case) acts(v document.Value) []Act {
	var acts []Act
	for _, entry := range v.Some("a list of acts", "acts", 1, MaxActs) {
		acts = append(acts, c.act(entry, false))
	}
	return acts
}

// act reads one act; in a condition all but its verb may be left out.
func (c *Case) act(v document.Value, condition bool) Act {
	k := v.Entries("an act such as {do: interrogate}")
	do := k.Must("do")
	verb := do.OneOf(Verbs())
	if !v.Given() || verb == "" {
		return Act{}
	}
	a := Act{Verb: Verb(verb)}
	if slices.Contains(tablet, verb) {
		a.Command = readTablet(v, verb, condition)
		return a
	}
	f := forms[a.Verb]
	keys := append([]string{"do"}, f.more...)
	if f.key != "" {
		keys = append(keys, f.key)
	}
	k = v.Open(keys...)
	need := func(key string) document.Value {
		if condition {
			return k.Get(key)
		}
		return k.Must(key)
	}
	if f.key != "" {
		a.Word = c.word(need(f.key), a.Verb, f.words)
	}
	switch a.Verb {
	case DrawUp:
		a.Volume = document.Quantity(need("volume"), units.ParseVolume, 0)
		a.Filter = k.Get("filter").Boolean()
	case Inject:
		a.Volume = document.Quantity(need("volume"), units.ParseVolume, 0)
	case Answer:
		a.Value = document.Quantity(need("value"), ParseAmount, Amount{})
	case Wait:
		a.For = document.AtMost(need("for"), document.Quantity(need("for"), units.ParseSpan, 0), scenario.MaxLength)
	}
	return a
}

// word reads the word of an act: one of those there are, or a name of the
// case's own.
func (c *Case) word(v document.Value, verb Verb, known []string) string {
	if known == nil {
		switch verb {
		case DrawUp:
			for _, vial := range c.Tray {
				known = append(known, vial.Name)
			}
		case Decide:
			for _, choice := range c.Choices {
				known = append(known, choice.Name)
			}
		case Answer:
			for _, q := range c.Questions {
				known = append(known, q.Name)
			}
		}
	}
	if len(known) == 0 && v.Given() {
		v.Fail(v.Written(), "this case has nothing of the kind", "vials in the tray, choices or questions to speak of")
	}
	return v.OneOf(known)
}

// readTablet reads a command from the tablet. In a condition a programme is
// known by its bridge alone.
func readTablet(v document.Value, verb string, condition bool) pump.Command {
	if !condition {
		return scenario.ReadCommand(v, verb, "do")
	}
	if verb != "program" && verb != "commit_update" {
		v.Open("do")
		return pump.Interrogate{}
	}
	return pump.Program{Change: pump.Change{Bridge: v.Open("do", "bridge").Get("bridge").Boolean()}}
}

// editWays are the words for the ways to change a script, in their order.
var editWays = []string{LeaveOut: "leave_out", InsteadOf: "instead_of", After: "after"}

func (c *Case) edits(v document.Value) []Edit {
	var edits []Edit
	for _, entry := range v.Some("a list of changes", "changes", 1, MaxActs) {
		k := entry.Open("leave_out", "instead_of", "after", "do")
		e, verb := Edit{}, document.Value{}
		for kind, way := range editWays {
			if v := k.Get(way); v.Given() {
				if verb.Given() {
					v.Fail("", "a change is of one kind", "a change for each of them")
				}
				e.Kind, verb = EditKind(kind), v
			}
		}
		if !verb.Given() {
			entry.Fail("", "this changes nothing", document.List(editWays)+", and a verb")
		}
		if do := k.Get("do"); e.Kind == LeaveOut && do.Given() {
			do.Fail("", "what is left out has nothing in its place", "instead_of in the place of leave_out, or no do")
		}
		e.Verb = Verb(verb.OneOf(Verbs()))
		if e.Kind != LeaveOut {
			e.Acts = c.acts(k.Must("do"))
		}
		edits = append(edits, e)
	}
	return edits
}
