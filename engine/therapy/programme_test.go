package therapy_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

func drawFlex(t *rapid.T) therapy.Prescription {
	p := therapy.Prescription{Drug: therapy.Morphine, Concentration: 10_000}
	p.Infusion.Mode = therapy.Flex
	for range rapid.IntRange(1, 3).Draw(t, "patterns") {
		d := therapy.Pattern{Name: "day"}
		from := units.Span(0)
		for from < units.Day && len(d.Steps) < therapy.MaxSteps {
			// Few different amounts, so that neighbours often have one rate.
			give := units.Mass(rapid.IntRange(1, 3).Draw(t, "give")) * 900_000
			d.Steps = append(d.Steps, therapy.FlexStep{From: from, Give: give, Minimum: rapid.IntRange(0, 5).Draw(t, "minimum") == 0})
			from += units.Span(rapid.IntRange(1, 24).Draw(t, "hours")) * units.Hour
		}
		p.Infusion.Patterns = append(p.Infusion.Patterns, d)
	}
	for i := range p.Infusion.Week {
		p.Infusion.Week[i] = rapid.IntRange(0, len(p.Infusion.Patterns)-1).Draw(t, "day")
	}
	return p
}

// rateAt finds the rate by looking through the pattern of the day.
func rateAt(p therapy.Prescription, ofWeek units.Span) units.FlowRate {
	day := p.Infusion.Patterns[p.Infusion.Week[ofWeek/units.Day]]
	end := units.Day
	for i := len(day.Steps) - 1; i >= 0; i-- {
		if s := day.Steps[i]; s.From <= ofWeek%units.Day {
			if s.Minimum {
				return therapy.MinimumFlow
			}
			return units.RateOf(units.VolumeOf(s.Give, p.Concentration), end-s.From)
		}
		end = day.Steps[i].From
	}
	panic("no step")
}

func TestTheWeekIsWhatItsPatternsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawFlex(t)
		g := p.Programme()
		sum, most := int64(0), int64(0)
		day := make([]int64, 2*7*24)
		for h := range day {
			now := units.Span(h%(7*24)) * units.Hour
			rate := rateAt(p, now)
			i := g.At(now)
			require.Equal(t, rate, g.Week[i].Rate)
			if wait, ok := g.Until(now, i); ok {
				require.NotEqual(t, rate, rateAt(p, (now+wait)%therapy.Week), "the stretch ends where the rate changes")
				require.Equal(t, rate, rateAt(p, (now+wait-1)%therapy.Week), "and not before")
			} else {
				require.Len(t, g.Week, 1)
			}
			day[h] = int64(rate)
			if sum += day[h]; h >= 24 {
				sum -= day[h-24]
				most = max(most, sum)
			}
		}
		require.Zero(t, big.NewRat(most, 24).Cmp(g.MostVolume24h()), "steps begin on the hour, and so does the day with most")
		require.GreaterOrEqual(t, g.Highest, g.Week[0].Rate)
	})
}

func TestTheRoomForBolusesIsTheLimitLessTheMostBackground(t *testing.T) {
	limit := units.Mass(5_000_000)
	p := therapy.Prescription{
		Drug: therapy.Morphine, Concentration: 10_000,
		Infusion: therapy.Infusion{Mode: therapy.Periodic, Periodic: therapy.PeriodicBolus{
			Give: 100_000, Over: 3 * units.Hour, Every: 7 * units.Hour, Background: 1_000_000,
		}},
		PatientBolus: &therapy.PatientBolus{Dose: 100_000, Over: units.Hour, Lockout: units.Hour, PerDay: 3, DailyLimit: &limit},
	}
	// In 24 hours that begin with one: three whole ones, and all 3 of the last
	// 3 hours.
	assert.Equal(t, "140000/1", p.Programme().MostVolume24h().String())
	assert.Equal(t, therapy.MeteredMass(5_000_000_000-1_400_000_000), p.Programme().BolusRoom)
	// Three whole ones, and 90 of the last 180 minutes.
	p.Infusion.Periodic.Every = 7*units.Hour + 30*units.Minute
	assert.Equal(t, "135000/1", p.Programme().MostVolume24h().String())
	huge := units.Mass(1<<63 - 1)
	p.PatientBolus.DailyLimit = &huge
	assert.Positive(t, p.Programme().BolusRoom)
	tiny := units.Mass(-1 << 63)
	p.PatientBolus.DailyLimit = &tiny
	assert.Negative(t, p.Programme().BolusRoom)
}

func TestDailyDosesAreAsTyped(t *testing.T) {
	p := therapy.Prescription{Drug: therapy.Morphine, Concentration: 3, Infusion: therapy.Infusion{
		Mode: therapy.Flex,
		Patterns: []therapy.Pattern{
			{Name: "a", Steps: []therapy.FlexStep{{Give: 1_000}, {From: units.Hour, Minimum: true, Give: 77}, {From: 2 * units.Hour, Give: 1}}},
			{Name: "b", Steps: []therapy.FlexStep{{Give: 2_000}}},
		},
		Week: [7]int{0, 0, 0, 0, 0, 1, 1},
	}}
	assert.Equal(t, "2000/1", p.HighestDailyDose().String())
	assert.Equal(t, "9005/7", p.MeanDailyDose().String())
}

func TestABridgeKeepsTheNewDoseAtTheOldConcentration(t *testing.T) {
	p := therapy.Prescription{Concentration: 20_000, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 6_000_000}}
	assert.EqualValues(t, 600_000, p.BridgeRate(10_000))
	p.Infusion.Daily = 5
	assert.EqualValues(t, 0, p.BridgeRate(10_000), "half a nanolitre goes to the even number")
	p.Infusion.Daily = 15
	assert.EqualValues(t, 2, p.BridgeRate(10_000))
	p.Infusion.Daily = 16
	assert.EqualValues(t, 2, p.BridgeRate(10_000))
	p.Infusion.Daily = 1<<63 - 1
	assert.EqualValues(t, int64(1<<63-1), p.BridgeRate(1))
}

func TestACloneSharesNothing(t *testing.T) {
	limit := units.Mass(1)
	p := therapy.Prescription{
		Infusion:     therapy.Infusion{Mode: therapy.Flex, Patterns: []therapy.Pattern{{Steps: []therapy.FlexStep{{Give: 1}}}}},
		PatientBolus: &therapy.PatientBolus{DailyLimit: &limit},
	}
	c := p.Clone()
	require.Equal(t, p, c)
	p.Infusion.Patterns[0].Steps[0].Give = 2
	*p.PatientBolus.DailyLimit = 2
	p.PatientBolus.PerDay = 2
	assert.EqualValues(t, 1, c.Infusion.Patterns[0].Steps[0].Give)
	assert.EqualValues(t, 1, *c.PatientBolus.DailyLimit)
	assert.Zero(t, c.PatientBolus.PerDay)
}
