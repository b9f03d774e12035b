package body_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/body"
	"iddtestdrive/engine/units"
)

const milligram = units.Mass(1_000_000)

// peak is when, in minutes, the effect of a dose given at once is greatest.
func peak(v body.Variant) int {
	f := body.New(v).Take(milligram, 0)
	most, at := 0.0, 0
	for minute := 1; minute < 1000; minute++ {
		if f = f.Take(0, units.Minute); f.Effect() > most {
			most, at = f.Effect(), minute
		}
	}
	return at
}

func TestTheFluidClearsWithTheHalfLivesOfItsVariants(t *testing.T) {
	for _, c := range []struct {
		variant body.Variant
		minutes float64
	}{{body.Usual, 90.1}, {body.Slow, 173.3}} {
		f := body.New(c.variant).Take(milligram, 0)
		later := f.Take(0, units.Span(c.minutes*float64(units.Minute)))
		assert.InDelta(t, 0.5, later.Concentration()/f.Concentration(), 0.001)
	}
}

func TestASingleDoseActsMostAfterAboutAnHour(t *testing.T) {
	assert.InDelta(t, 64, peak(body.Usual), 2)
	assert.Greater(t, peak(body.Slow), peak(body.Usual))
}

// 3 mg/day at a clearance of 0.20 mL/min settles at 10.4 micrograms per mL.
func TestASteadyDoseSettlesAndStays(t *testing.T) {
	f := body.New(body.Usual)
	for range 60 {
		f = f.Take(3*milligram/24, units.Hour)
	}
	settled := body.Settled(body.Usual, 3*milligram)
	assert.InDelta(t, 10.42, settled.Concentration(), 0.01)
	assert.InDelta(t, settled.Concentration(), f.Concentration(), 0.001)
	assert.InDelta(t, settled.Effect(), f.Effect(), 0.001)
}

func TestTakingInPiecesComesToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.IntRange(1, 50).Draw(t, "pieces")
		mass := units.Mass(rapid.IntRange(0, 100).Draw(t, "mass")) * 10_000 * units.Mass(pieces)
		over := units.Span(rapid.IntRange(1, 600).Draw(t, "minutes")) * units.Minute * units.Span(pieces)
		start := body.Settled(body.Slow, units.Mass(rapid.IntRange(0, 10).Draw(t, "daily"))*milligram)
		whole, parts := start.Take(mass, over), start
		for range pieces {
			parts = parts.Take(mass/units.Mass(pieces), over/units.Span(pieces))
		}
		require.InDelta(t, whole.Effect(), parts.Effect(), 1e-9*(1+whole.Effect()))
		require.InDelta(t, whole.Concentration(), parts.Concentration(), 1e-9*(1+whole.Concentration()))
	})
}

func TestThePictureStaysBetween0And100AndRisesWithTheEffect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := body.Used(units.Mass(rapid.IntRange(0, 20).Draw(t, "used")) * milligram)
		less := body.Settled(body.Usual, units.Mass(rapid.IntRange(0, 50).Draw(t, "less"))*milligram)
		more := less.Take(units.Mass(rapid.IntRange(0, 50).Draw(t, "more"))*milligram, units.Hour)
		for _, feel := range []func(body.Fluid) float64{p.Relief, p.Drowsiness} {
			v := feel(less)
			require.True(t, v >= 0 && v <= 100 && !math.IsNaN(v), v)
			if more.Effect() > less.Effect() {
				require.GreaterOrEqual(t, feel(more), v)
			}
		}
	})
}

// The same picture belongs to every settled person: no dose means an outcome.
func TestEveryoneSettledFeelsTheSameWhateverTheDose(t *testing.T) {
	small, large := body.Used(milligram), body.Used(12*milligram)
	assert.InDelta(t, small.Relief(body.Settled(body.Usual, milligram)), large.Relief(body.Settled(body.Usual, 12*milligram)), 1e-9)
	assert.Greater(t, small.Relief(body.Settled(body.Usual, milligram)), 50.0)
	assert.Less(t, small.Drowsiness(body.Settled(body.Usual, milligram)), 15.0)
}

func TestACourseFollowsWhatLeftTheTip(t *testing.T) {
	delivered := func(at units.Instant) units.Mass { return units.Mass(at) * 3 * milligram / units.Mass(units.Day) }
	p := body.Used(3 * milligram)
	steady := body.Course(p, body.Settled(body.Usual, 3*milligram), 0, units.Instant(units.Day), units.Hour, delivered)
	require.Len(t, steady, 25)
	assert.InDelta(t, steady[0].Relief, steady[24].Relief, 0.01)

	stopped := body.Course(p, body.Settled(body.Usual, 3*milligram), 0, units.Instant(10*units.Hour), 3*units.Hour,
		func(units.Instant) units.Mass { return 0 })
	require.Len(t, stopped, 5, "the last step is shorter")
	assert.Equal(t, units.Instant(10*units.Hour), stopped[4].At)
	for i := 1; i < len(stopped); i++ {
		assert.Less(t, stopped[i].Relief, stopped[i-1].Relief)
	}
}
