package practice

import (
	"slices"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

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
	f, _ := formOf(a.Verb)
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
		var words []string
		if f.words != nil {
			words = *f.words
		}
		a.Word = c.word(need(f.key), a.Verb, words)
	}
	switch a.Verb {
	case DrawUp:
		a.Volume = some(need("volume"), units.ParseVolume)
		a.Filter = k.Get("filter").Boolean()
		if condition {
			onlyTrue(k.Get("filter"), a.Filter)
		}
	case Inject:
		a.Volume = some(need("volume"), units.ParseVolume)
		a.Fast = k.Get("fast").Boolean()
		if condition {
			onlyTrue(k.Get("fast"), a.Fast)
		}
	case Answer:
		a.Value = document.Quantity(need("value"), ParseAmount, Amount{})
	case Wait:
		a.For = document.AtMost(need("for"), some(need("for"), units.ParseSpan), scenario.MaxLength)
	}
	return a
}

// some reads a quantity that is more than nothing; 0 where the key is not there.
func some[T interface {
	~int64
	String() string
}](v document.Value, read func(string) (T, error)) T {
	got := document.Quantity(v, read, 0)
	if v.Given() && got == 0 {
		v.Fail(v.Written(), "this is nothing", "more than "+got.String())
	}
	return got
}

// onlyTrue refuses false in a condition, where it would stand for anything.
func onlyTrue(v document.Value, is bool) {
	if v.Given() && !is {
		v.Fail("false", "a condition asks for what is there", "true; for what is not there, a not around the condition")
	}
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
	bridge := v.Open("do", "bridge").Get("bridge")
	is := bridge.Boolean()
	onlyTrue(bridge, is)
	return pump.Program{Change: pump.Change{Bridge: is}}
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
