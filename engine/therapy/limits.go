package therapy

import "iddtestdrive/engine/units"

// The flows a pump can be programmed to [fact: implant manual and programmer
// guide, 0.048 to 24 mL/day and the minimum rate of 0.006 mL/day].
const (
	LowestRate  units.FlowRate = 48_000
	HighestRate units.FlowRate = 24_000_000
	MinimumFlow units.FlowRate = 6_000
)

// The shape of a flex infusion.
const (
	MaxSteps    = 13 // steps of a day [fact]
	MaxPatterns = 7  // one for each day of the week [design]
	Week        = 7 * units.Day
)

// What the patient's remote may be set to [design].
const (
	ShortestOver    = units.Minute
	LongestOver     = 12 * units.Hour
	ShortestLockout = 5 * units.Minute
	LongestLockout  = 24 * units.Hour
	MostPerDay      = 24
)

// limits are a drug's own.
type limits struct {
	concentration units.Concentration // the strongest that is taken [design]
	unusual       units.Mass          // a daily dose above this wants acknowledging [design]
	most          units.Mass          // a daily dose above this is refused; 0: none [design]
}

// ofDrug holds each drug's limits. Ziconotide's daily doses are those of its
// labels: 19.2 ug in the USA, 21.6 ug in Europe.
var ofDrug = [Drugs]limits{
	Morphine:   {concentration: 25_000, unusual: 15_000_000},
	Ziconotide: {concentration: 100, unusual: 19_200, most: 21_600},
	Baclofen:   {concentration: 2_000, unusual: 1_000_000},
}
