package pump_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

func setup() pump.Setup {
	return pump.Setup{
		Model: pump.Model20, Catheter: pump.Catheter{LengthCM: 80, Tubing: 140_000, PerCM: 2_200},
		LowReservoir: 2_000_000, StallDetection: 20 * units.Minute, MorphineStable: 90 * units.Day,
		Reservoir: 18_000_000, Truth: pump.Truth{Reservoir: 18_000_000, Concentration: 10_000},
		Prescription: therapy.Prescription{
			Drug: therapy.Morphine, Concentration: 10_000,
			Infusion:     therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000},
			PatientBolus: &therapy.PatientBolus{Dose: 300_000, Over: 10 * units.Minute, Lockout: units.Hour, PerDay: 4},
		},
	}
}

func TestDecidingAndFiringChangeNothing(t *testing.T) {
	s, opening, err := pump.New(setup())
	require.NoError(t, err)
	assert.Equal(t, pump.Programmed, opening.Kind)
	before := s
	for _, c := range []pump.Command{
		pump.RequestPatientBolus{Link: pump.ReplyLost}, pump.Stop{}, pump.Prime{}, pump.BeginUpdate{}, pump.Aspirate{},
		pump.Inject{Volume: 5_000_000, Concentration: 20_000}, pump.SetReservoir{}, pump.EnterMRI{},
		pump.Program{Change: pump.Change{Prescription: setup().Prescription}},
	} {
		assert.NotEmpty(t, pump.Decide(&s, c, nil))
		assert.Equal(t, before, s, c.Name())
	}
	for _, e := range pump.Decide(&s, pump.RequestPatientBolus{}, nil) {
		pump.Evolve(&s, &e)
	}
	due, ok := pump.Due(&s)
	require.True(t, ok)
	pump.Flow(&s, due)
	before = s
	assert.Equal(t, pump.BolusCompleted, pump.Fire(&s, nil)[0].Kind)
	assert.Equal(t, before, s)
}

func TestACopyOfAStateIsASnapshot(t *testing.T) {
	s, _, err := pump.New(setup())
	require.NoError(t, err)
	before, status := s, s.Status()
	for _, c := range []pump.Command{
		pump.RequestPatientBolus{}, pump.Inject{Volume: 1_000_000, Drug: therapy.Baclofen, Concentration: 500},
		pump.Inject{Site: pump.CatheterPort, Volume: 500_000, Drug: therapy.Baclofen, Concentration: 500},
		pump.Inject{Site: pump.Pocket, Volume: 1_000, Concentration: 500}, pump.Aspirate{}, pump.SetReservoir{Volume: 1},
	} {
		for _, e := range pump.Decide(&s, c, nil) {
			pump.Evolve(&s, &e)
		}
	}
	assert.Equal(t, status, before.Status())
	assert.NotEqual(t, status, s.Status())
}

func TestASetupIsNotSharedWithItsPump(t *testing.T) {
	mine := setup()
	mine.Prescription.Infusion = therapy.Infusion{Mode: therapy.Flex, Patterns: []therapy.Pattern{
		{Name: "day", Steps: []therapy.FlexStep{{Give: 3_000_000}}},
	}}
	s, _, err := pump.New(mine)
	require.NoError(t, err)
	mine.Prescription.PatientBolus.Dose = 1
	mine.Prescription.Infusion.Patterns[0].Steps[0].Give = 1
	assert.EqualValues(t, 300_000, s.Prescription().PatientBolus.Dose)
	assert.EqualValues(t, 3_000_000, s.Prescription().Infusion.Patterns[0].Steps[0].Give)
}

func TestTheWordsOfTheLogAreDistinct(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range pump.EventKinds() {
		assert.NotEmpty(t, k.String())
		assert.False(t, seen[k.String()], k.String())
		seen[k.String()] = true
	}
	assert.Len(t, seen, 30)
}

func TestTextInTheLogIsEscaped(t *testing.T) {
	assert.Equal(t, `"a\"b\\c\u000a\u001fé`+"\ufffd"+`"`, string(pump.AppendString(nil, "a\"b\\c\n\x1fé\xff")))
}
