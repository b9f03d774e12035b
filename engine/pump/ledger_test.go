package pump_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

func drawLedger(t *rapid.T) pump.LedgerCase {
	c := pump.LedgerCase{
		Ticks:      rapid.Int64Range(0, 40_000_000*pump.TicksPerNL).Draw(t, "ticks"),
		PerMille:   rapid.Int64Range(700, 1300).Draw(t, "per mille"),
		Background: units.FlowRate(rapid.Int64Range(0, 24_000).Draw(t, "background") * 1000),
	}
	if rapid.Bool().Draw(t, "bolus") {
		c.Lasts = units.Span(rapid.Int64Range(1, int64(13*units.Hour)).Draw(t, "lasts"))
		c.Volume = units.Volume(rapid.Int64Range(1, 1+277*int64(c.Lasts)/1000).Draw(t, "volume"))
		c.From = units.Span(rapid.Int64Range(0, int64(c.Lasts)-1).Draw(t, "from"))
		c.Now = units.Span(rapid.Int64Range(int64(c.From), int64(c.Lasts)).Draw(t, "now"))
	}
	c.Level = rapid.Int64Range(0, 10).Draw(t, "level") * 1_000_000 * pump.TicksPerNL
	return c
}

func TestTheQuickWayToAnInstantIsTheRightOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawLedger(t)
		if c.Background == 0 && c.Volume == 0 {
			return
		}
		quick, slow := c.Reaches()
		require.Equal(t, slow, quick)
		if quick > c.Now && quick < c.Now+units.Day && (c.Volume == 0 || quick <= c.Lasts) {
			level := new(big.Rat).SetInt64(c.Level)
			require.LessOrEqual(t, c.Exact(quick).Cmp(level), 0, "at the instant it is reached")
			require.Positive(t, c.Exact(quick-1).Cmp(level), "a millisecond earlier it is not")
		}
	})
}

func TestAnAccountThatIsSettledSaysWhatItSaidBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawLedger(t)
		c.Ticks = max(c.Ticks, 20_000_000*pump.TicksPerNL)
		settled, asked := c.Whole(c.Now)
		require.Equal(t, settled, asked)
	})
}

func TestABolusThatRunsUndisturbedComesToExactlyItsVolume(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawLedger(t)
		c.Ticks, c.Background, c.From, c.Now, c.PerMille = 39_000_000*pump.TicksPerNL, 0, 0, 0, 1000
		if c.Volume == 0 {
			return
		}
		left := c.Exact(c.Lasts)
		want := new(big.Rat).SetInt64(c.Ticks - int64(c.Volume)*pump.TicksPerNL)
		require.Zero(t, left.Cmp(want))
	})
}
