package practice_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// TestWhateverIsDoneTheAttemptHolds: no row of acts panics; what is impossible
// changes nothing; points stay within their bounds; and the code gives the same
// attempt again.
func TestWhateverIsDoneTheAttemptHolds(t *testing.T) {
	type one struct {
		c  *practice.Case
		sc *scenario.Scenario
	}
	every := one{parse(t, everything), scenarioOf(t, refill)}
	all := []one{every, every}
	for _, name := range []string{"routine-refill", "catheter-port", "concentration-change", "alarm-call"} {
		c, sc := theCase(t, name)
		all = append(all, one{c, sc})
	}
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.SampledFrom(all).Draw(t, "case")
		a, err := practice.New(of.c, of.sc, rapid.Uint64().Draw(t, "seed"))
		require.NoError(t, err)
		was := seen(a)
		start := rapid.SampledFrom(turns(of.c.Right)).Draw(t, "begins well")
		for i := range start + rapid.IntRange(0, 25).Draw(t, "acts") {
			act := anAct(of.c).Draw(t, "act")
			if i < start {
				act = of.c.Right[i]
			}
			o, err := a.Do(act)
			is := seen(a)
			if err != nil {
				var no *practice.Impossible
				require.ErrorAs(t, err, &no)
				require.Equal(t, act, no.Act)
				require.NotEmpty(t, no.Error())
				require.Equal(t, was, is)
				continue
			}
			require.Len(t, is.acts, len(was.acts)+1)
			require.Equal(t, practice.Done{At: was.now, Act: is.acts[len(was.acts)].Act, Outcome: o}, is.acts[len(was.acts)])
			require.Equal(t, was.acts, is.acts[:len(was.acts)])
			require.Len(t, o.Entries, is.entries-was.entries)
			require.GreaterOrEqual(t, is.score.Points, 0)
			require.LessOrEqual(t, is.score.Points, is.score.Of)
			require.Equal(t, was.score.Of, is.score.Of)
			require.GreaterOrEqual(t, is.left, units.Volume(0))
			was = is
		}
		replayed(t, a, of.c, func(code string) (*practice.Attempt, error) { return practice.Replay(of.c, of.sc, code) })
	})
}

// turns are the places in a script from which much is possible: its two ends and
// behind each act with a needle or a syringe.
func turns(script []practice.Act) []int {
	places := []int{0, len(script)}
	for i, act := range script {
		if slices.Contains([]practice.Verb{practice.DrawUp, practice.Take, practice.Insert, practice.Empty, practice.Inject}, act.Verb) {
			places = append(places, i+1)
		}
	}
	return places
}

// sight is all that can be seen of an attempt.
type sight struct {
	acts         []practice.Done
	score        practice.Score
	code, digest string
	entries      int
	now          units.Instant
	status       pump.Status
	needle, port string
	vial         *practice.Vial
	left         units.Volume
}

func seen(a *practice.Attempt) sight {
	s := sight{acts: append([]practice.Done{}, a.Acts()...), score: a.Score(), code: a.Code(), digest: a.Session().Digest(), entries: len(a.Session().Log()),
		now: a.Session().Now(), status: a.Session().Status()}
	s.needle, s.port = a.Needle()
	s.vial, s.left = a.Syringe()
	return s
}

// anAct is an act, more often than not one that there is.
func anAct(c *practice.Case) *rapid.Generator[practice.Act] {
	words := map[practice.Verb][]string{
		practice.Ask: practice.Topics, practice.Look: practice.Sights, practice.CheckIt: practice.Checks, practice.Prepare: practice.Preparations,
		practice.FindPort: practice.Ways, practice.Take: practice.Needles, practice.Insert: practice.Ports, practice.Tell: practice.Tellings,
		practice.Record: practice.Records, practice.DrawUp: {"none"}, practice.Decide: {"none"}, practice.Answer: {"none"},
	}
	for _, v := range c.Tray {
		words[practice.DrawUp] = append(words[practice.DrawUp], v.Name)
	}
	for _, d := range c.Choices {
		words[practice.Decide] = append(words[practice.Decide], d.Name)
	}
	for _, q := range c.Questions {
		words[practice.Answer] = append(words[practice.Answer], q.Name)
	}
	verbs := append(practice.Verbs(), "insert", "insert", "take", "draw_up", "inject", "inject", "empty", "wait", "withdraw", "dance", "aspirate")
	return rapid.Custom(func(t *rapid.T) practice.Act {
		a := practice.Act{Verb: practice.Verb(rapid.SampledFrom(verbs).Draw(t, "verb"))}
		if known := words[a.Verb]; known != nil {
			a.Word = rapid.SampledFrom(known).Draw(t, "word")
		}
		switch a.Verb {
		case practice.DrawUp, practice.Inject:
			a.Volume, a.Filter = units.Volume(aNumber(20*int64(mL)).Draw(t, "volume")), rapid.Bool().Draw(t, "filter")
		case practice.Wait:
			a.For = units.Span(aNumber(int64(6*units.Hour)).Draw(t, "for"))
		case practice.Answer:
			a.Value = practice.Amount{Millionths: aNumber(30_000_000).Draw(t, "value"), Unit: rapid.SampledFrom([]string{"mL", "mL/day", "mg", "d", "%", "", "miles"}).Draw(t, "unit")}
		default:
			a.Command = aCommand(string(a.Verb)).Draw(t, "command")
		}
		if rapid.IntRange(0, 9).Draw(t, "other") == 0 {
			a.Word, a.Volume = rapid.SampledFrom([]string{"", "x", "hands", "reservoir"}).Draw(t, "other word"), 1
		}
		return a
	})
}

// aNumber is one up to a bound, or any there is.
func aNumber(most int64) *rapid.Generator[int64] {
	return rapid.OneOf(rapid.Int64Range(1, most), rapid.Int64Range(1, most), rapid.Int64Range(1, most), rapid.SampledFrom([]int64{0, -1, math.MaxInt64, math.MinInt64}), rapid.Int64())
}

// aCommand is the tablet's command of that name, and seldom another; nil where
// there is none.
func aCommand(name string) *rapid.Generator[pump.Command] {
	return rapid.Custom(func(t *rapid.T) pump.Command {
		if rapid.IntRange(0, 19).Draw(t, "stray") == 0 {
			name = rapid.SampledFrom([]string{"stop", "restart", "aspirate", "none"}).Draw(t, "name")
		}
		switch name {
		case "interrogate":
			return pump.Interrogate{}
		case "program":
			return pump.Program{Change: aChange(t)}
		case "begin_update":
			return pump.BeginUpdate{}
		case "commit_update":
			return pump.CommitUpdate{Change: aChange(t)}
		case "abandon_update":
			return pump.AbandonUpdate{}
		case "stop":
			return pump.Stop{}
		case "restart":
			return pump.Restart{}
		case "set_reservoir":
			return pump.SetReservoir{Volume: units.Volume(aNumber(20*int64(mL)).Draw(t, "volume"))}
		case "clinician_bolus":
			return pump.ClinicianBolus{Dose: units.Mass(aNumber(1_000_000).Draw(t, "dose")), Over: units.Span(aNumber(int64(units.Hour)).Draw(t, "over"))}
		case "prime":
			return pump.Prime{}
		case "aspirate":
			return pump.Aspirate{}
		}
		return nil
	})
}

func aChange(t *rapid.T) pump.Change {
	p := therapy.Prescription{
		Drug:          rapid.SampledFrom([]therapy.Drug{therapy.Morphine, therapy.Morphine, therapy.Baclofen, therapy.Ziconotide, therapy.Drugs}).Draw(t, "drug"),
		Concentration: rapid.SampledFrom([]units.Concentration{10_000, 20_000, 25_000, 1, 0, -1, 1 << 62}).Draw(t, "concentration"),
		Acknowledge:   rapid.Bool().Draw(t, "acknowledge"),
	}
	daily := units.Mass(aNumber(10_000_000).Draw(t, "daily"))
	switch p.Infusion.Mode = rapid.SampledFrom([]therapy.Mode{therapy.Continuous, therapy.Continuous, therapy.Stopped, therapy.MinimumRate, therapy.Flex, therapy.Periodic, 99}).Draw(t, "mode"); p.Infusion.Mode {
	case therapy.Continuous:
		p.Infusion.Daily = daily
	case therapy.Periodic: // at most once in ten minutes, so that it does not take long
		p.Infusion.Periodic = therapy.PeriodicBolus{Give: daily / 10, Over: 5 * units.Minute, Every: units.Span(rapid.Int64Range(int64(10*units.Minute), int64(units.Day)).Draw(t, "every")), Background: daily}
	case therapy.Flex:
		for range rapid.IntRange(0, 2).Draw(t, "patterns") {
			d := therapy.Pattern{Name: rapid.StringN(0, 41, -1).Draw(t, "name")}
			for i := range rapid.IntRange(0, 14).Draw(t, "steps") {
				d.Steps = append(d.Steps, therapy.FlexStep{From: units.Span(i) * rapid.SampledFrom([]units.Span{units.Minute, units.Hour, units.Second}).Draw(t, "step"), Give: daily / 24, Minimum: rapid.Bool().Draw(t, "minimum")})
			}
			p.Infusion.Patterns = append(p.Infusion.Patterns, d)
		}
		p.Infusion.Week[rapid.IntRange(0, 6).Draw(t, "day")] = rapid.IntRange(-1, 2).Draw(t, "pattern")
	}
	if rapid.Bool().Draw(t, "remote") {
		p.PatientBolus = &therapy.PatientBolus{Dose: 300_000, Over: 10 * units.Minute, Lockout: 3 * units.Hour, PerDay: rapid.IntRange(-1, 30).Draw(t, "per day")}
	}
	c := pump.Change{Prescription: p, Bridge: rapid.Bool().Draw(t, "bridge")}
	if rapid.Bool().Draw(t, "reservoir") {
		v := units.Volume(aNumber(20*int64(mL)).Draw(t, "holds"))
		c.Reservoir = &v
	}
	return c
}
