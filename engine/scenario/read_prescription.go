package scenario

import (
	"fmt"
	"math"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// readPrescription reads what a clinician prescribes. Whether the pump can do
// it and the therapy allows it is the engine's question.
func readPrescription(v value) therapy.Prescription {
	k := v.open("drug", "concentration", "infusion", "patient_bolus", "acknowledge")
	concentration := k.must("concentration")
	p := therapy.Prescription{
		Drug:          readDrug(k.must("drug")),
		Concentration: quantity(concentration, units.ParseConcentration, 0),
		Infusion:      readInfusion(k.must("infusion")),
		PatientBolus:  readPatientBolus(k.get("patient_bolus")),
		Acknowledge:   k.get("acknowledge").boolean(),
	}
	if p.Concentration == 0 && concentration.given() {
		concentration.fail(writtenAt(concentration.show), "a concentration of 0 is no drug", "more than 0")
	}
	return p
}

const allowedInfusion = "stopped, minimum_rate, or one of {continuous: ...}, {periodic: ...} and {flex: ...}"

func readInfusion(v value) therapy.Infusion {
	if text, isWord := v.plainWord(); isWord {
		mode, known := plainInfusions.meaning(text)
		if !known {
			v.fail(shorten(text), "this is no infusion", allowedInfusion)
		}
		return therapy.Infusion{Mode: mode}
	}
	kinds := []string{"continuous", "periodic", "flex"}
	switch name, inner := v.open(kinds...).one(kinds); name {
	case "continuous":
		return therapy.Infusion{Mode: therapy.Continuous, Daily: quantity(inner, units.ParseDailyDose, 0)}
	case "periodic":
		return therapy.Infusion{Mode: therapy.Periodic, Periodic: readPeriodic(inner)}
	case "flex":
		return readFlex(inner)
	}
	return therapy.Infusion{}
}

func readPeriodic(v value) therapy.PeriodicBolus {
	k := v.open("give", "over", "every", "background")
	return therapy.PeriodicBolus{
		Give:       quantity(k.must("give"), units.ParseMass, 0),
		Over:       quantity(k.must("over"), units.ParseSpan, 0),
		Every:      quantity(k.must("every"), units.ParseSpan, 0),
		Background: quantity(k.must("background"), units.ParseDailyDose, 0),
	}
}

func readPatientBolus(v value) *therapy.PatientBolus {
	if !v.given() {
		return nil
	}
	k := v.open("dose", "over", "lockout", "per_day", "daily_limit")
	b := &therapy.PatientBolus{
		Dose:    quantity(k.must("dose"), units.ParseMass, 0),
		Over:    quantity(k.must("over"), units.ParseSpan, 0),
		Lockout: quantity(k.must("lockout"), units.ParseSpan, 0),
		PerDay:  int(k.must("per_day").number(math.MaxInt32)),
	}
	if limit := k.get("daily_limit"); limit.given() {
		dose := quantity(limit, units.ParseMass, 0)
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

func readFlex(v value) therapy.Infusion {
	k := v.open("patterns", "week")
	f := therapy.Infusion{Mode: therapy.Flex}
	named := k.must("patterns").entries("day patterns by name")
	if n := len(named.order); named.whole.given() && (n < 1 || n > maxPatterns) {
		named.whole.fail("", fmt.Sprintf("%d day patterns stand here", n), fmt.Sprintf("1 to %d", maxPatterns))
	}
	for _, name := range named.order {
		f.Patterns = append(f.Patterns, readPattern(name, named.get(name)))
	}
	days := k.must("week").open(weekdays[:]...)
	for i, day := range weekdays {
		f.Week[i] = readDay(days.must(day), named)
	}
	return f
}

// readDay reads which pattern a weekday has.
func readDay(v value, named keys) int {
	name := v.text("the name of a day pattern")
	for i, known := range named.order {
		if known == name {
			return i
		}
	}
	if v.given() {
		v.unknownWord(name, named.order)
	}
	return 0
}

func readPattern(name string, v value) therapy.Pattern {
	p := therapy.Pattern{Name: name}
	if v.given() && (name == "" || len([]rune(name)) > maxName || !printable(name)) {
		v.fail(shorten(name), "this is not a name for a day pattern", fmt.Sprintf("1 to %d printable characters", maxName))
	}
	const wanted = `a list of steps such as {from: "00:00", give: 0.6 mg}`
	entries := v.items(wanted)
	if n := len(entries); v.given() && (n < 1 || n > maxFlex) {
		v.fail("", fmt.Sprintf("%d steps stand here", n), fmt.Sprintf("1 to %d", maxFlex))
	}
	for i, entry := range entries {
		if v.err != nil {
			break
		}
		step, from := readFlexStep(entry)
		switch {
		case i == 0 && step.From != 0:
			from.fail(writtenAt(from.show), "the first step does not start the day", `"00:00"`)
		case i > 0 && step.From <= p.Steps[i-1].From:
			from.fail(writtenAt(from.show), "the steps are not in order of time",
				"later than "+units.FormatTimeOfDay(p.Steps[i-1].From))
		}
		p.Steps = append(p.Steps, step)
	}
	return p
}

// readFlexStep reads a step and says where its time stands.
func readFlexStep(v value) (therapy.FlexStep, value) {
	k := v.open("from", "give", "minimum")
	from, give, minimum := k.must("from"), k.get("give"), k.get("minimum")
	step := therapy.FlexStep{
		From:    quantity(from, units.ParseTimeOfDay, 0),
		Give:    quantity(give, units.ParseMass, 0),
		Minimum: minimum.boolean(),
	}
	switch {
	case minimum.given() && !step.Minimum:
		minimum.fail("false", "the key is left out where a step is not the minimum rate", "true")
	case give.given() == minimum.given() && v.given():
		v.fail("", "a step needs one of two keys", "either give: and an amount, or minimum: true")
	}
	return step, from
}
