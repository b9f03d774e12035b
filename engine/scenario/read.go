package scenario

import (
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// The lengths of what people read [design].
const (
	maxTitle   = 200  // characters
	maxSummary = 2000 // characters
)

// Parse reads a scenario. The name stands for the file in errors, which are
// all of type *Error.
func Parse(name string, src []byte) (*Scenario, error) {
	root, err := document.Form{Holds: "scenario", MaxBytes: MaxBytes}.Open(name, src)
	if err != nil {
		return nil, err
	}
	sc := readScenario(root)
	if root.Err() == nil {
		checkStart(root, sc)
	}
	if err := root.Err(); err != nil {
		return nil, err
	}
	return sc, nil
}

func readScenario(root document.Value) *Scenario {
	k := root.Open("title", "audience", "summary", "start", "seed",
		"patient", "pump", "truth", "prescription", "steps", "until")
	sc := &Scenario{
		Title:    k.Must("title").Line("a name for the scenario, in one line", maxTitle),
		Audience: document.Word(k.Must("audience"), audiences, Patient),
		Summary:  k.Must("summary").Prose("one or two plain sentences", maxSummary),
		Start:    document.Quantity(k.Must("start"), ParseCivil, Civil{}),
		Seed:     1,
	}
	if seed := k.Get("seed"); seed.Given() {
		sc.Seed = seed.Number(1<<64 - 1)
	}
	sc.Setup = readSetup(k, sc.Start)
	sc.Steps = readSteps(k.Get("steps"))
	until := k.Must("until")
	sc.Until = document.AtMost(until, document.Quantity(until, units.ParseSpan, 0), MaxLength)
	return sc
}

// readSetup reads the world at the start of the session.
func readSetup(k document.Mapping, start Civil) pump.Setup {
	s := pump.Setup{StartOfDay: start.TimeOfDay(), StartWeekday: start.Weekday()}
	patient := k.Get("patient").Open("opioid_naive")
	s.OpioidNaive = patient.Get("opioid_naive").Boolean()
	readPump(k.Must("pump"), &s)
	s.Prescription = ReadPrescription(k.Must("prescription"))
	readTruth(k.Get("truth"), &s)
	return s
}
