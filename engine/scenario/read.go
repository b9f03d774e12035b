package scenario

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	doc, err := open(name, src)
	if err != nil {
		return nil, err
	}
	root := value{reader: &reader{doc: doc}, node: doc.root, show: doc.root}
	sc := readScenario(root)
	if root.err == nil {
		checkStart(root, sc)
	}
	if root.err != nil {
		return nil, root.err
	}
	return sc, nil
}

func readScenario(root value) *Scenario {
	k := root.open("title", "audience", "summary", "start", "seed",
		"patient", "pump", "truth", "prescription", "steps", "until")
	sc := &Scenario{
		Title:    k.must("title").prose("a name for the scenario, in one line", maxTitle),
		Audience: word(k.must("audience"), audiences, Patient),
		Summary:  k.must("summary").prose("one or two plain sentences", maxSummary),
		Start:    quantity(k.must("start"), ParseCivil, Civil{}),
		Seed:     1,
	}
	if seed := k.get("seed"); seed.given() {
		sc.Seed = seed.number(1<<64 - 1)
	}
	sc.Setup = readSetup(k, sc.Start)
	sc.Steps = readSteps(k.get("steps"))
	until := k.must("until")
	sc.Until = atMost(until, quantity(until, units.ParseSpan, 0), MaxLength)
	return sc
}

// prose reads words for people: some, and not a book. A block of lines ends
// without its last line end.
func (v value) prose(wanted string, most int) string {
	text := strings.TrimRight(v.text(wanted), "\n")
	switch {
	case !v.given():
	case strings.TrimSpace(text) == "":
		v.fail("", "no words are written here", wanted)
	case utf8.RuneCountInString(text) > most:
		v.fail(shorten(text), "the text is too long", wanted)
	case most == maxTitle && strings.Contains(text, "\n"):
		v.fail(shorten(text), "the text has more than one line", wanted)
	case !printable(text):
		v.fail(shorten(text), "there is a character that cannot be printed", wanted)
	}
	return text
}

// readSetup reads the world at the start of the session.
func readSetup(k keys, start Civil) pump.Setup {
	s := pump.Setup{StartOfDay: start.TimeOfDay(), StartWeekday: start.Weekday()}
	patient := k.get("patient").open("opioid_naive")
	s.OpioidNaive = patient.get("opioid_naive").boolean()
	readPump(k.must("pump"), &s)
	s.Prescription = readPrescription(k.must("prescription"))
	readTruth(k.get("truth"), &s)
	return s
}

// printable says whether a text is made of characters that can be seen, of
// spaces and line ends.
func printable(text string) bool {
	for _, r := range text {
		if r != '\n' && !unicode.IsGraphic(r) {
			return false
		}
	}
	return true
}
