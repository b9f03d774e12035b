package units_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/engine/units"
)

func TestAmountsArePrintedAsTheBedsideWritesThem(t *testing.T) {
	for _, c := range [][2]string{
		{"18 mL", units.Volume(18_000_000).String()},
		{"0.0022 mL", units.Volume(2200).String()},
		{"0 mL", units.Volume(0).String()},
		{"0.3 mg", units.Mass(300_000).String()},
		{"90 mcg", units.Mass(90_000).String()},
		{"0.001 mcg", units.Mass(1).String()},
		{"0 mg", units.Mass(0).String()},
		{"300 mcg", units.Mass(300_000).Micrograms()},
		{"10 mg/mL", units.Concentration(10_000).String()},
		{"25 mcg/mL", units.Concentration(25).String()},
		{"0 mg/mL", units.Concentration(0).String()},
		{"2000 mcg/mL", units.Concentration(2000).MicrogramsPerML()},
		{"0.3 mL/day", units.FlowRate(300_000).String()},
		{"0 h", units.Span(0).String()},
		{"1 d 6 h 30 min", (30*units.Hour + 30*units.Minute).String()},
		{"2 h 59 min 59 s 999 ms", (3*units.Hour - 1).String()},
		{"-3 h", (-3 * units.Hour).String()},
		{"-1 h 1 ms", (-units.Hour - 1).String()},
		{"5 min", units.Instant(300_000).String()},
		{"+12 %", units.FormatPerMille(120)},
		{"-3.5 %", units.FormatPerMille(-35)},
		{"0 %", units.FormatPerMille(0)},
		{"80 cm", units.FormatCentimetres(80)},
		{"00:00", units.FormatTimeOfDay(0)},
		{"23:59", units.FormatTimeOfDay(units.Day - 1)},
		{"-9223372036854.775808 mL", units.Volume(math.MinInt64).String()},
	} {
		assert.Equal(t, c[0], c[1])
	}
}
