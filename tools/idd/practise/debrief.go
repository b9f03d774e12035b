package practise

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// debrief prints an attempt for people: what was done and what came of it, what
// was wanted, which mistakes were made, and what follows for the patient.
func debrief(out io.Writer, sc *scenario.Scenario, a *practice.Attempt) error {
	c, s := a.Case(), a.Score()
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	line := func(columns ...string) { fmt.Fprintln(w, strings.Join(columns, "\t")) }
	line(c.Title)
	line(c.Patient.Is)
	line("Training simulation. Not for dosing a real patient.")
	line()
	for _, d := range a.Acts() {
		line(sc.Start.Add(units.Span(d.At)).Long(), act(d.Act), outcome(d.Outcome))
	}
	line()
	line(fmt.Sprintf("%d of %d points. %s", s.Points, s.Of, verdict(s.Safe)))
	for _, j := range s.Wants {
		if j.So {
			line("done", practice.Weights.Word(j.Weight), j.Say)
		} else {
			line("MISSING", practice.Weights.Word(j.Weight), j.Say+". "+j.Because)
		}
	}
	for _, j := range s.Mistakes {
		if j.So {
			line("MISTAKE", practice.Weights.Word(j.Weight), j.Say+". "+j.Because)
		}
	}
	line()
	line("At the tip, if nobody does anything more:")
	line("from", "given", "prescribed")
	for i, h := range a.Aftermath() {
		if i%6 == 0 { // every sixth of them tells enough
			line(sc.Start.Add(units.Span(h.From)).Long(), h.Given.String()+" in an hour", h.Prescribed.String())
		}
	}
	for drug, mass := range a.Session().Status().PocketMass {
		if mass > 0 {
			line("Under the skin, beside the pump: " + mass.String() + " of " + therapy.Drug(drug).String())
		}
	}
	line()
	line(c.Debrief)
	line("The code of this attempt: " + a.Code())
	return w.Flush()
}

func verdict(safe bool) string {
	if safe {
		return "Safe."
	}
	return "Not safe yet."
}

// act is an act in words.
func act(a practice.Act) string {
	words := strings.ReplaceAll(string(a.Verb), "_", " ")
	for _, more := range []string{strings.ReplaceAll(a.Word, "_", " "), amount(a)} {
		if more != "" {
			words += " " + more
		}
	}
	return words
}

func amount(a practice.Act) string {
	switch {
	case a.Volume > 0:
		return a.Volume.String()
	case a.For > 0:
		return a.For.String()
	case a.Value.Unit != "":
		return a.Value.String()
	}
	return ""
}

var fluids = map[practice.Fluid]string{
	practice.Nothing: "nothing comes", practice.Drug: "drug comes", practice.ClearFluid: "a clear fluid comes",
}

// outcome is what came of an act, in words.
func outcome(o practice.Outcome) string {
	var said []string
	add := func(words string, is bool) {
		if is {
			said = append(said, words)
		}
	}
	add(o.Says, o.Says != "")
	add(fluids[o.Fluid], o.Fluid != practice.NoFluid)
	add(o.Volume.String(), o.Volume > 0)
	add("it does not go in", o.Blocked)
	add("not right", o.Wrong)
	for _, e := range o.Entries {
		add(strings.ReplaceAll(e.Event.Kind.String(), "_", " "), true)
	}
	return strings.Join(said, "; ")
}
