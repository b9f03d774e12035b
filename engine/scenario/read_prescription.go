package scenario

import (
	"fmt"
	"math"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// ReadPrescription reads what a clinician prescribes. Whether the pump can do
// it and the therapy allows it is the engine's question.
func ReadPrescription(v document.Value) therapy.Prescription {
	k := v.Open("drug", "concentration", "infusion", "patient_bolus", "acknowledge")
	concentration := k.Must("concentration")
	p := therapy.Prescription{
		Drug:          ReadDrug(k.Must("drug")),
		Concentration: document.Quantity(concentration, units.ParseConcentration, 0),
		Infusion:      readInfusion(k.Must("infusion")),
		PatientBolus:  readPatientBolus(k.Get("patient_bolus")),
		Acknowledge:   k.Get("acknowledge").Boolean(),
	}
	if p.Concentration == 0 && concentration.Given() {
		concentration.Fail(concentration.Written(), "a concentration of 0 is no drug", "more than 0")
	}
	return p
}

const allowedInfusion = "stopped, minimum_rate, or one of {continuous: ...}, {periodic: ...} and {flex: ...}"

func readInfusion(v document.Value) therapy.Infusion {
	if text, isWord := v.Bare(); isWord {
		mode, known := plainInfusions.Meaning(text)
		if !known {
			v.Fail(document.Shorten(text), "this is no infusion", allowedInfusion)
		}
		return therapy.Infusion{Mode: mode}
	}
	kinds := []string{"continuous", "periodic", "flex"}
	switch name, inner := v.Open(kinds...).One(kinds); name {
	case "continuous":
		return therapy.Infusion{Mode: therapy.Continuous, Daily: document.Quantity(inner, units.ParseDailyDose, 0)}
	case "periodic":
		return therapy.Infusion{Mode: therapy.Periodic, Periodic: readPeriodic(inner)}
	case "flex":
		return readFlex(inner)
	}
	return therapy.Infusion{}
}

func readPeriodic(v document.Value) therapy.PeriodicBolus {
	k := v.Open("give", "over", "every", "background")
	return therapy.PeriodicBolus{
		Give:       document.Quantity(k.Must("give"), units.ParseMass, 0),
		Over:       document.Quantity(k.Must("over"), units.ParseSpan, 0),
		Every:      document.Quantity(k.Must("every"), units.ParseSpan, 0),
		Background: document.Quantity(k.Must("background"), units.ParseDailyDose, 0),
	}
}

func readPatientBolus(v document.Value) *therapy.PatientBolus {
	if !v.Given() {
		return nil
	}
	k := v.Open("dose", "over", "lockout", "per_day", "daily_limit")
	b := &therapy.PatientBolus{
		Dose:    document.Quantity(k.Must("dose"), units.ParseMass, 0),
		Over:    document.Quantity(k.Must("over"), units.ParseSpan, 0),
		Lockout: document.Quantity(k.Must("lockout"), units.ParseSpan, 0),
		PerDay:  int(k.Must("per_day").Number(math.MaxInt32)),
	}
	if limit := k.Get("daily_limit"); limit.Given() {
		dose := document.Quantity(limit, units.ParseMass, 0)
		b.DailyLimit = &dose
	}
	return b
}

// The size of a flex infusion.
const (
	maxPatterns = 7
	maxFlex     = 13 // steps in a pattern [fact]
	maxName     = 40 // characters of a pattern's name [design]
)

func readFlex(v document.Value) therapy.Infusion {
	k := v.Open("patterns", "week")
	f := therapy.Infusion{Mode: therapy.Flex}
	patterns := k.Must("patterns")
	named := patterns.Entries("day patterns by name")
	if n := len(named.Names()); patterns.Given() && (n < 1 || n > maxPatterns) {
		patterns.Fail("", fmt.Sprintf("%d day patterns stand here", n), fmt.Sprintf("1 to %d", maxPatterns))
	}
	for _, name := range named.Names() {
		f.Patterns = append(f.Patterns, readPattern(name, named.Get(name)))
	}
	days := k.Must("week").Open(weekdays[:]...)
	for i, day := range weekdays {
		f.Week[i] = readDay(days.Must(day), named)
	}
	return f
}

// readDay reads which pattern a weekday has.
func readDay(v document.Value, named document.Mapping) int {
	name := v.Text("the name of a day pattern")
	for i, known := range named.Names() {
		if known == name {
			return i
		}
	}
	if v.Given() {
		v.Unknown(name, named.Names())
	}
	return 0
}

func readPattern(name string, v document.Value) therapy.Pattern {
	p := therapy.Pattern{Name: name}
	if v.Given() && (name == "" || len([]rune(name)) > maxName || !document.Printable(name)) {
		v.Fail(document.Shorten(name), "this is not a name for a day pattern", fmt.Sprintf("1 to %d printable characters", maxName))
	}
	const wanted = `a list of steps such as {from: "00:00", give: 0.6 mg}`
	entries := v.Items(wanted)
	if n := len(entries); v.Given() && (n < 1 || n > maxFlex) {
		v.Fail("", fmt.Sprintf("%d steps stand here", n), fmt.Sprintf("1 to %d", maxFlex))
	}
	for i, entry := range entries {
		if v.Err() != nil {
			break
		}
		step, from := readFlexStep(entry)
		switch {
		case i == 0 && step.From != 0:
			from.Fail(from.Written(), "the first step does not start the day", `"00:00"`)
		case i > 0 && step.From <= p.Steps[i-1].From:
			from.Fail(from.Written(), "the steps are not in order of time",
				"later than "+units.FormatTimeOfDay(p.Steps[i-1].From))
		}
		p.Steps = append(p.Steps, step)
	}
	return p
}

// readFlexStep reads a step and says where its time stands.
func readFlexStep(v document.Value) (therapy.FlexStep, document.Value) {
	k := v.Open("from", "give", "minimum")
	from, give, minimum := k.Must("from"), k.Get("give"), k.Get("minimum")
	step := therapy.FlexStep{
		From:    document.Quantity(from, units.ParseTimeOfDay, 0),
		Give:    document.Quantity(give, units.ParseMass, 0),
		Minimum: minimum.Boolean(),
	}
	switch {
	case minimum.Given() && !step.Minimum:
		minimum.Fail("false", "the key is left out where a step is not the minimum rate", "true")
	case give.Given() == minimum.Given() && v.Given():
		v.Fail("", "a step needs one of two keys", "either give: and an amount, or minimum: true")
	}
	return step, from
}
