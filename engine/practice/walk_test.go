package practice_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/cases"
	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// spoiled is the routine refill with a part of its text replaced.
func spoiled(t *testing.T, from, to string) (*practice.Case, error) {
	t.Helper()
	src, err := cases.FS.ReadFile("routine-refill.yaml")
	require.NoError(t, err)
	require.Contains(t, string(src), from)
	return practice.Parse("routine-refill.yaml", bytes.Replace(src, []byte(from), []byte(to), 1))
}

func TestWalkNamesWhatDoesNotDoWhatTheCaseSays(t *testing.T) {
	_, sc := theCase(t, "routine-refill")
	for _, c := range []struct{ from, to, wanted string }{
		{"  - {do: prepare, what: mask}\n", "", "right: it does not do what is wanted: Hands, mask, gloves and skin were made ready"},
		{"{do: set_reservoir, volume: 18 mL}", "{do: begin_update}", "right: it does not do what is wanted: The pump counts what is truly in it"},
		{"  - {do: insert, port: reservoir}\n", "", "right: act 25, seat is impossible now: no_needle"},
		{"shown: [{leave_out: empty}]", "shown: [{leave_out: record}]", "mistakes.5.shown: it does not make the mistake: Filled without emptying it first"},
		{"shown: [{leave_out: empty}]", "shown: [{leave_out: prime}]", "mistakes.5.shown: the right script has no prime"},
	} {
		changed, err := spoiled(t, c.from, c.to)
		require.NoError(t, err)
		err = practice.Walk(changed, sc)
		var misfit *practice.Misfit
		require.ErrorAs(t, err, &misfit, c.wanted)
		assert.Contains(t, err.Error(), "routine-refill: "+c.wanted)
	}
	good, _ := theCase(t, "routine-refill")
	assert.ErrorContains(t, practice.Walk(good, nil), "there is no scenario ward-refill")
	forPatients := *sc
	forPatients.Audience = scenario.Patient
	assert.ErrorContains(t, practice.Walk(good, &forPatients), "is not for nurses")
}

func TestWhatIsImpossibleChangesNothing(t *testing.T) {
	c, sc := theCase(t, "routine-refill")
	a, err := practice.New(c, sc, 1)
	require.NoError(t, err)
	take, in := practice.Act{Verb: practice.Take, Word: "refill"}, practice.Act{Verb: practice.Insert, Word: "reservoir"}
	impossible := func(act practice.Act, why practice.Reason) {
		t.Helper()
		before := seen(a)
		_, err := a.Do(act)
		var no *practice.Impossible
		require.ErrorAs(t, err, &no)
		assert.Equal(t, why, no.Why)
		assert.Equal(t, before, seen(a))
	}
	possible := func(act practice.Act) practice.Outcome {
		t.Helper()
		o, err := a.Do(act)
		require.NoError(t, err)
		return o
	}
	impossible(in, practice.NoNeedle)
	impossible(practice.Act{Verb: practice.Withdraw}, practice.NoNeedle)
	impossible(practice.Act{Verb: practice.Inject, Volume: 1}, practice.NoNeedle)
	impossible(practice.Act{Verb: practice.DrawUp, Word: "none", Volume: 1}, practice.NoSuchThing)
	impossible(practice.Act{Verb: practice.DrawUp, Word: "ten", Volume: 20_000_001}, practice.VialEmpty)
	impossible(practice.Act{Verb: practice.DrawUp, Word: "ten"}, practice.NothingAsked)
	impossible(practice.Act{Verb: practice.Decide, Word: "none"}, practice.NoSuchThing)
	impossible(practice.Act{Verb: practice.Answer, Word: "none"}, practice.NoSuchThing)
	impossible(practice.Act{Verb: practice.Wait, For: 5 * units.Day}, practice.Over)

	possible(practice.Act{Verb: practice.FindPort, Word: "template"})
	possible(take)
	possible(in)
	impossible(in, practice.NeedleIsIn)
	impossible(practice.Act{Verb: practice.Take, Word: "access"}, practice.NeedleIsIn)
	impossible(practice.Act{Verb: practice.Inject, Volume: 1}, practice.NothingToGive)

	// What the reservoir cannot take stays in the syringe.
	possible(practice.Act{Verb: practice.DrawUp, Word: "ten", Volume: 20_000_000})
	given := possible(practice.Act{Verb: practice.Inject, Volume: 20_000_000})
	_, left := a.Syringe()
	assert.Less(t, given.Volume, units.Volume(20_000_000))
	assert.Equal(t, units.Volume(20_000_000)-given.Volume, left)
	assert.Equal(t, pump.OverfillRefused, given.Entries[1].Event.Kind)
	impossible(practice.Act{Verb: practice.DrawUp, Word: "ten", Volume: 1}, practice.VialEmpty)

	// All that comes is drawn out, and then nothing more.
	all := possible(practice.Act{Verb: practice.Empty})
	assert.Equal(t, practice.Drug, all.Fluid)
	assert.InDelta(t, 20_000_000, int64(all.Volume), 1000)
	assert.Equal(t, practice.Nothing, possible(practice.Act{Verb: practice.DrawBack}).Fluid)
}

func TestWhatAScenarioBeginsWithHasHappenedBeforeTheFirstAct(t *testing.T) {
	c, sc := theCase(t, "update-abandoned")
	a, err := practice.New(c, sc, 1)
	require.NoError(t, err)
	assert.Zero(t, a.Session().Status().Rate, "the update that broke off has left the pump stopped")
}

func TestChanceComesFromTheSeedAlone(t *testing.T) {
	c, sc := theCase(t, "routine-refill")
	seen := map[units.Volume]bool{}
	for seed := range uint64(40) {
		a, err := practice.New(c, sc, seed)
		require.NoError(t, err)
		b, err := practice.New(c, sc, seed)
		require.NoError(t, err)
		assert.Equal(t, a.Session().Status(), b.Session().Status())
		seen[a.Session().Status().TrueReservoir] = true
	}
	assert.Len(t, seen, len(c.Draw), "every draw comes up")
}
