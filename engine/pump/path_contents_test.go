package pump_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

func opened(t require.TestingT, change func(*pump.Setup)) *pump.State {
	mine := setup()
	change(&mine)
	s, _, err := pump.New(mine)
	require.NoError(t, err)
	return &s
}

// passes lets so much time pass, with all that is due in it.
func passes(s *pump.State, t units.Instant) {
	for due, ok := pump.Due(s); ok && due <= t; due, ok = pump.Due(s) {
		pump.Flow(s, due)
		for _, e := range pump.Fire(s, nil) {
			pump.Evolve(s, &e)
		}
	}
	pump.Flow(s, t)
}

func told(s *pump.State, c pump.Command) {
	for _, e := range pump.Decide(s, c, nil) {
		pump.Evolve(s, &e)
	}
}

func morphine(c units.Concentration) (holds [therapy.Drugs]units.Concentration) {
	holds[therapy.Morphine] = c
	return holds
}

func TestAFullPathIsOneStretch(t *testing.T) {
	s := opened(t, func(*pump.Setup) {})
	assert.Equal(t, []pump.PathStretch{{Volume: 316_000, Holds: morphine(10_000)}}, s.PathContents())
}

func TestANewConcentrationGoesUpThePathWithTheFlow(t *testing.T) {
	s := opened(t, func(p *pump.Setup) { p.Catheter.HoldsSaline = true })
	assert.Equal(t, []pump.PathStretch{{Volume: 316_000}}, s.PathContents())

	passes(s, units.Instant(8*units.Hour)) // 0.3 mL a day
	assert.Equal(t, []pump.PathStretch{
		{Volume: 100_000, Holds: morphine(10_000)}, {Volume: 216_000},
	}, s.PathContents())

	told(s, pump.Aspirate{})
	told(s, pump.Inject{Volume: 18_000_000, Drug: therapy.Morphine, Concentration: 20_000})
	told(s, pump.SetReservoir{Volume: 18_000_000})
	passes(s, units.Instant(12*units.Hour))
	assert.Equal(t, []pump.PathStretch{
		{Volume: 50_000, Holds: morphine(20_000)}, {Volume: 100_000, Holds: morphine(10_000)}, {Volume: 166_000},
	}, s.PathContents())

	passes(s, units.Instant(26*units.Hour))
	assert.Equal(t, []pump.PathStretch{
		{Volume: 225_000, Holds: morphine(20_000)}, {Volume: 91_000, Holds: morphine(10_000)},
	}, s.PathContents())
}

func TestThePathIsAlwaysFullAndItsTipIsWhatLeaves(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := opened(t, func(p *pump.Setup) { p.Catheter.HoldsSaline = rapid.Bool().Draw(r, "saline") })
		for range rapid.IntRange(1, 12).Draw(r, "steps") {
			switch rapid.IntRange(0, 3).Draw(r, "what") {
			case 0:
				told(s, pump.Inject{Volume: 1_000_000, Drug: therapy.Morphine,
					Concentration: units.Concentration(rapid.IntRange(0, 30).Draw(r, "mg/mL") * 1000)})
			case 1:
				told(s, pump.RequestPatientBolus{})
			case 2:
				told(s, pump.Inject{Site: pump.CatheterPort, Drug: therapy.Baclofen, Concentration: 500,
					Volume: units.Volume(rapid.IntRange(1, 500).Draw(r, "uL") * 1000)})
			}
			passes(s, s.Now()+units.Instant(rapid.IntRange(0, 90).Draw(r, "minutes"))*units.Instant(units.Minute))
			contents, status := s.PathContents(), s.Status()
			all := units.Volume(0)
			for i, stretch := range contents {
				require.Positive(r, stretch.Volume)
				if i > 0 {
					require.NotEqual(r, contents[i-1].Holds, stretch.Holds, "stretches that hold the same are one")
				}
				all += stretch.Volume
			}
			require.Equal(r, status.Path, all)
			require.Equal(r, status.TipConcentration, contents[len(contents)-1].Holds)
		}
	})
}
