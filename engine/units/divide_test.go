package units_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/units"
)

func TestDosesAndRatesAreRoundedHalfToEven(t *testing.T) {
	for _, c := range []struct{ dose, conc, want int64 }{
		{0, 1, 0}, {300_000, 10_000, 30_000}, {5, 10_000, 0}, {15, 10_000, 2}, {25, 10_000, 2}, {26, 10_000, 3},
		{-15, 10_000, -2}, {math.MaxInt64, 1, math.MaxInt64}, {math.MinInt64, 1, -math.MaxInt64},
	} {
		assert.EqualValues(t, c.want, units.VolumeOf(units.Mass(c.dose), units.Concentration(c.conc)), "%+v", c)
	}
	assert.EqualValues(t, 4_320_000, units.RateOf(30_000, 10*units.Minute))
	assert.EqualValues(t, 274_286, units.RateOf(160_000, 14*units.Hour))
	assert.EqualValues(t, -274_286, units.RateOf(-160_000, 14*units.Hour))
	assert.EqualValues(t, int64(math.MaxInt64), units.RateOf(math.MaxInt64, 1))
}

func TestDivisionsAreThoseOfFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := units.Volume(rapid.Int64Range(0, 1<<32).Draw(t, "volume"))
		r := units.FlowRate(rapid.Int64Range(1, 1<<30).Draw(t, "rate"))
		over := units.Span(rapid.Int64Range(1, 1<<40).Draw(t, "over"))
		exact := big.NewRat(int64(v), int64(over))
		exact.Mul(exact, big.NewRat(int64(units.Day), 1))
		require.Equal(t, exact.Cmp(big.NewRat(int64(r), 1)) > 0, units.Faster(v, over, r))
		time := new(big.Rat).Mul(big.NewRat(int64(v), int64(r)), big.NewRat(int64(units.Day), 1))
		took := big.NewRat(int64(units.TimeFor(v, r)), 1)
		require.GreaterOrEqual(t, took.Cmp(time), 0)
		require.Negative(t, took.Sub(took, big.NewRat(1, 1)).Cmp(time))
		gone := units.Span(rapid.Int64Range(0, int64(over)).Draw(t, "gone"))
		part := new(big.Rat).Mul(big.NewRat(int64(v), 1), big.NewRat(int64(gone), int64(over)))
		require.Equal(t, new(big.Int).Div(part.Num(), part.Denom()).Int64(), int64(units.PartOf(v, gone, over)))
	})
}

func TestAnyVolumeInNoTimeIsTooFast(t *testing.T) {
	assert.True(t, units.Faster(1, 0, 24_000_000))
	assert.True(t, units.Faster(0, units.Hour, -1))
	assert.False(t, units.Faster(1_000_000, units.Hour, 24_000_000))
	assert.True(t, units.Faster(1_000_001, units.Hour, 24_000_000))
	assert.Equal(t, units.Span(math.MaxInt64), units.TimeFor(math.MaxInt64, 1))
}

func TestAnInstantDoesNotOverflow(t *testing.T) {
	assert.EqualValues(t, 5, units.Instant(3).Add(2))
	assert.EqualValues(t, 1, units.Instant(3).Add(-2))
	assert.Equal(t, units.Instant(math.MaxInt64), units.Instant(3).Add(math.MaxInt64))
}
