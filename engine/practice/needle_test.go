package practice_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// TestWhatIsInjectedGoesWhereTheNeedleIs: the log and the pump tell it, and the
// needle's place shows in what comes into the syringe.
func TestWhatIsInjectedGoesWhereTheNeedleIs(t *testing.T) {
	const mg units.Mass = 1_000_000
	for _, c := range []struct {
		needle, port       string
		site               pump.Site
		comes              practice.Fluid
		drawn              units.Volume // by emptying
		reservoir          units.Volume // afterwards
		pocket, leastAtTip units.Mass
	}{
		{"refill", "reservoir", pump.ReservoirPort, practice.Drug, 42 * mL / 10, 2 * mL, 0, 0},
		{"access", "reservoir", pump.ReservoirPort, practice.Drug, 42 * mL / 10, 2 * mL, 0, 0},
		{"access", "catheter", pump.CatheterPort, practice.ClearFluid, 316_000, 42 * mL / 10, 0, 16 * mg},
		{"refill", "beside", pump.Pocket, practice.Nothing, 0, 42 * mL / 10, 20 * mg, 0},
		{"access", "beside", pump.Pocket, practice.Nothing, 0, 42 * mL / 10, 20 * mg, 0},
	} {
		a := told(t, level, "{do: take, needle: "+c.needle+"}, {do: insert, port: "+c.port+"}, {do: draw_back}, {do: empty}, "+
			`{do: draw_up, vial: "null", volume: 3 mL}, {do: inject, volume: 2 mL}, {do: draw_back}`)
		const little = 1000 * units.Volume(1) // given by the pump in these minutes, in nL
		did := a.Acts()
		assert.Equal(t, c.comes, did[2].Outcome.Fluid, c)
		assert.Equal(t, c.comes, did[3].Outcome.Fluid, c)
		assert.InDelta(t, int64(c.drawn), int64(did[3].Outcome.Volume), float64(little), "%v", c)
		assert.Equal(t, c.comes, did[6].Outcome.Fluid, c)

		injected := did[5].Outcome
		assert.Equal(t, 2*mL, injected.Volume)
		require.Len(t, injected.Entries, 1, c)
		assert.Equal(t, pump.Event{Kind: pump.Injected, Site: c.site, Volume: 2 * mL, Drug: therapy.Morphine, Concentration: 10_000}, injected.Entries[0].Event)
		assert.Equal(t, "inject", injected.Entries[0].Cause)
		assert.Contains(t, a.Session().Log(), injected.Entries[0])
		vial, left := a.Syringe()
		assert.Equal(t, "null", vial.Name)
		assert.Equal(t, mL, left)

		st := a.Session().Status()
		assert.InDelta(t, int64(c.reservoir), int64(st.TrueReservoir), float64(5*little), "%v", c)
		assert.InDelta(t, 42*int64(mL)/10, int64(st.ComputedReservoir), float64(5*little), "no hand tells the pump")
		assert.Equal(t, c.pocket, st.PocketMass[therapy.Morphine], c)
		if c.leastAtTip > 0 {
			assert.GreaterOrEqual(t, st.DeliveredMass[therapy.Morphine], c.leastAtTip, "straight to the fluid around the spinal cord, but for what fills the empty catheter")
		} else {
			assert.Less(t, st.DeliveredMass[therapy.Morphine], mg/10, c)
		}
	}
}

// TestWhereANeedleGetsToDependsOnHowThePortWasFound: only one that is meant for
// the reservoir does.
func TestWhereANeedleGetsToDependsOnHowThePortWasFound(t *testing.T) {
	for _, c := range []struct{ by, meant, got string }{
		{"palpation", "reservoir", "beside"}, {"template", "reservoir", "reservoir"}, {"ultrasound", "reservoir", "reservoir"},
		{"palpation", "beside", "beside"}, {"palpation", "catheter", "catheter"}, {"template", "beside", "beside"},
		{"", "reservoir", "reservoir"},
	} {
		found := ""
		if c.by != "" {
			found = "{do: find_port, by: " + c.by + "}, "
		}
		a := told(t, everything, found+"{do: take, needle: access}, {do: insert, port: "+c.meant+"}")
		taken, port := a.Needle()
		assert.Equal(t, "access", taken)
		assert.Equal(t, c.got, port, c)
	}
	a := told(t, everything, "{do: find_port, by: palpation}, {do: find_port, by: template}, "+inside)
	_, port := a.Needle()
	assert.Equal(t, "reservoir", port, "the last way counts")
	a = told(t, everything, inside+", {do: withdraw}")
	taken, port := a.Needle()
	assert.Empty(t, taken+port, "a needle is used once")
}

// TestAVialHoldsNoMoreThanItHolds: however often and however much is asked for.
func TestAVialHoldsNoMoreThanItHolds(t *testing.T) {
	for _, more := range []string{"2.000001 mL", "9223372036854.775807 mL"} {
		a := told(t, level, `{do: draw_up, vial: "null", volume: 10 mL}, {do: draw_up, vial: "null", volume: 8 mL}`)
		volume, err := units.ParseVolume(more)
		require.NoError(t, err)
		_, err = a.Do(practice.Act{Verb: practice.DrawUp, Word: "null", Volume: volume})
		var no *practice.Impossible
		require.ErrorAs(t, err, &no)
		assert.Equal(t, practice.VialEmpty, no.Why)
	}
	vial, left := told(t, level, `{do: draw_up, vial: "null", volume: 18 mL}, {do: draw_up, vial: "null", volume: 2 mL}`).Syringe()
	assert.Equal(t, "null", vial.Name)
	assert.Equal(t, 2*mL, left, "a new syringe each time")
}

// TestWhatStaysInTheReservoirCannotBeDrawn: nothing comes from a reservoir that
// holds no more than that.
func TestWhatStaysInTheReservoirCannotBeDrawn(t *testing.T) {
	world := strings.Replace(refill, "  reservoir: {volume: 4.2 mL}", "  residual: 1 mL\n  reservoir: {volume: 4.2 mL}", 1)
	a := toldIn(t, world, level, inside+", {do: empty}, {do: draw_back}, {do: empty}")
	first, then, again := a.Acts()[2].Outcome, a.Acts()[3].Outcome, a.Acts()[4].Outcome
	assert.Equal(t, practice.Drug, first.Fluid)
	assert.InDelta(t, 32*int64(mL)/10, int64(first.Volume), 1000)
	assert.Equal(t, practice.Nothing, then.Fluid)
	assert.Equal(t, practice.Nothing, again.Fluid)
	assert.Zero(t, again.Volume)
}

func TestTheMeshKeepsTheRefillNeedleOutHoweverItGetsThere(t *testing.T) {
	there := strings.Replace(everything, "palpation: beside", "palpation: catheter", 1)
	for _, port := range []string{"catheter", "reservoir"} {
		for needle, where := range map[string]string{"refill": "", "access": "catheter"} {
			a := told(t, there, "{do: find_port, by: palpation}, {do: take, needle: "+needle+"}, {do: insert, port: "+port+"}")
			_, got := a.Needle()
			assert.Equal(t, where, got, "%s, %s", needle, port)
			assert.Equal(t, where == "", a.Acts()[2].Outcome.Blocked)
		}
	}
}

func TestASyringeGivesNoMoreThanItHolds(t *testing.T) {
	for _, port := range practice.Ports {
		a := told(t, level, "{do: take, needle: access}, {do: insert, port: "+port+`}, {do: empty}, {do: draw_up, vial: "null", volume: 1 mL}`)
		inject := func(volume units.Volume) error {
			_, err := a.Do(practice.Act{Verb: practice.Inject, Volume: volume})
			return err
		}
		for _, step := range []struct {
			volume   units.Volume
			possible bool
		}{{mL + 1, false}, {mL * 6 / 10, true}, {mL*4/10 + 1, false}, {1 << 62, false}, {mL * 4 / 10, true}, {1, false}} {
			before := seen(a)
			err := inject(step.volume)
			if step.possible {
				require.NoError(t, err)
				continue
			}
			var no *practice.Impossible
			require.ErrorAs(t, err, &no)
			assert.Equal(t, practice.NothingToGive, no.Why)
			assert.Equal(t, before, seen(a))
		}
		_, left := a.Syringe()
		assert.Zero(t, left)
	}
}

func TestTheStopIsFeltOverAPortAndNowhereElse(t *testing.T) {
	for port, hard := range map[string]bool{"reservoir": true, "catheter": true, "beside": false} {
		a := told(t, level, "{do: take, needle: access}, {do: insert, port: "+port+"}, {do: seat}, {do: withdraw}, {do: dress}")
		assert.Equal(t, hard, a.Acts()[2].Outcome.Hard, port)
		_, err := a.Do(practice.Act{Verb: practice.Seat})
		var no *practice.Impossible
		require.ErrorAs(t, err, &no)
		assert.Equal(t, practice.NoNeedle, no.Why)
	}
}

func TestSpeedCountsWhereAConditionAsksForIt(t *testing.T) {
	a := told(t, level, `{do: take, needle: refill}, {do: insert, port: reservoir}, {do: draw_up, vial: "null", volume: 3 mL}, `+
		`{do: inject, volume: 1 mL}, {do: inject, volume: 2 mL, fast: true}`)
	slow, fast := a.Acts()[3].Act, a.Acts()[4].Act
	assert.False(t, slow.Fast)
	assert.True(t, fast.Fast, "the record keeps it")
}

// TestTheNewerActsCountForWhatAsksForThem: and others of their kind do not.
func TestTheNewerActsCountForWhatAsksForThem(t *testing.T) {
	const (
		catheter = "{do: take, needle: access}, {do: insert, port: catheter}"
		drawn    = inside + `, {do: draw_up, vial: "null", volume: 1 mL}, `
	)
	for _, c := range []struct {
		when, acts string
		so         bool
	}{
		{"{did: {do: inject, fast: true}}", drawn + "{do: inject, volume: 1 mL, fast: true}", true},
		{"{did: {do: inject, fast: true}}", drawn + "{do: inject, volume: 1 mL}", false},
		{"{did: {do: inject}}", drawn + "{do: inject, volume: 1 mL, fast: true}", true},
		{"{did: {do: seat}, before: {do: empty}}", inside + ", {do: seat}, {do: empty}", true},
		{"{did: {do: seat}, before: {do: empty}}", inside + ", {do: empty}, {do: seat}", false},
		{"{did: {do: dress}, after: {do: withdraw}}", inside + ", {do: withdraw}, {do: dress}", true},
		{"{did: {do: dress}, after: {do: withdraw}}", inside + ", {do: dress}, {do: withdraw}", false},
		{"{did: {do: prepare, what: position}}", "{do: prepare, what: position}", true},
		{"{did: {do: prepare, what: line}}", "{do: prepare, what: position}", false},
		{"{did: {do: check, what: supervision}}", "{do: check, what: supervision}", true},
		{"{did: {do: check, what: alarm_level}}", "{do: check, what: catheter}", false},
		{"{log: catheter_aspirated}", catheter + ", {do: empty}", true},
		{"{log: catheter_aspirated}", catheter + ", {do: draw_back}", false},
		{"{log: catheter_aspirated}", inside + ", {do: empty}", false},
		{"{log: aspirated}", catheter + ", {do: empty}", false},
	} {
		src := strings.Replace(level, "{did: {do: interrogate}, before: {do: insert}}", c.when, 1)
		require.NotEqual(t, level, src)
		assert.Equal(t, c.so, told(t, src, c.acts).Score().Wants[0].So, "%s: %s", c.when, c.acts)
	}
}
