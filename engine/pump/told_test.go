package pump_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

func TestThePumpIsToldWhatItsRateHoldsByItsOwnBelief(t *testing.T) {
	p := therapy.Prescription{Concentration: 10_000, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000}}
	for _, c := range []struct {
		status pump.Status
		want   units.Mass
	}{
		{pump.Status{}, 0},
		{pump.Status{Rate: 300_000}, 3_000_000},
		{pump.Status{Rate: 4_620_000, Bolus: &pump.RunningBolus{Kind: pump.PatientBolus}}, 46_200_000},
		{pump.Status{Rate: 150_000, Bolus: &pump.RunningBolus{Kind: pump.BridgeBolus}}, 3_000_000},
	} {
		assert.Equal(t, c.want, c.status.Told(p))
	}
}
