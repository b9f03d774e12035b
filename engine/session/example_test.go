package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// teaching is the setup of the specification's worked example: an 8637-20 that
// holds 18 mL, filled 3 days ago with morphine 10 mg/mL, 3 mg a day, and a
// remote for 0.3 mg over 10 min.
func teaching() pump.Setup {
	limit := units.Mass(5_000_000)
	return pump.Setup{
		Model:          pump.Model20,
		Age:            400 * units.Day,
		Catheter:       pump.Catheter{LengthCM: 80, Tubing: 140_000, PerCM: 2_200},
		LowReservoir:   2_000_000,
		StallDetection: 20 * units.Minute,
		MorphineStable: 90 * units.Day,
		Reservoir:      18_000_000,
		FilledAgo:      3 * units.Day,
		StartOfDay:     8 * units.Hour,
		Truth:          pump.Truth{Reservoir: 18_000_000, Drug: therapy.Morphine, Concentration: 10_000},
		Prescription: therapy.Prescription{
			Drug: therapy.Morphine, Concentration: 10_000,
			Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000},
			PatientBolus: &therapy.PatientBolus{
				Dose: 300_000, Over: 10 * units.Minute, Lockout: 3 * units.Hour, PerDay: 4, DailyLimit: &limit,
			},
		},
	}
}

// at lets time pass.
func at(t *testing.T, s *session.Session, when units.Span) {
	t.Helper()
	require.NoError(t, s.AdvanceTo(units.Instant(when)))
}

// lines is entries as they are printed.
func lines(entries []session.Entry) []string {
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = string(e.AppendJSON(nil))
	}
	return all
}

func TestTheWorkedExampleOfTheStateLine(t *testing.T) {
	s, err := session.New(teaching())
	require.NoError(t, err)
	s.Do(pump.RequestPatientBolus{})
	at(t, s, 5*units.Minute)
	assert.Equal(t, `{"state":{"at_ms":300000,"mode":"continuous","rate_nl_per_day":4620000,`+
		`"computed_reservoir_nl":17983958,"true_reservoir_nl":17983958,"path_nl":316000,"pumped_nl":16041,"delivered_nl":16041,`+
		`"delivered_ng":{"morphine":160416,"ziconotide":0,"baclofen":0},"pocket_ng":{"morphine":0,"ziconotide":0,"baclofen":0},`+
		`"tip_concentration_ug_per_ml":{"morphine":10000,"ziconotide":0,"baclofen":0},`+
		`"alarms":[],"lockout_until_ms":10800000,"boluses_last_24h":1,`+
		`"bolus":{"kind":"patient","volume_nl":30000,"rate_nl_per_day":4320000,"started_ms":0,"ends_ms":600000,"given_nl":15000},`+
		`"battery":"ok","forecast":{"days_to_low":53,"days_to_low_with_boluses":38,"stability_days_left":86,"refill_by_days":38}}}`,
		string(s.Status().AppendJSON(nil)))
}

func TestTheFirstDayWithARemote(t *testing.T) {
	s, err := session.New(teaching())
	require.NoError(t, err)
	ask := func(when units.Span) { at(t, s, when); s.Do(pump.RequestPatientBolus{}) }
	ask(0)
	ask(5 * units.Minute)
	ask(3*units.Hour - 1)
	ask(3 * units.Hour)
	ask(6 * units.Hour)
	ask(9 * units.Hour)
	ask(12 * units.Hour)
	ask(units.Day - 1)
	ask(units.Day)
	at(t, s, 2*units.Day)
	assert.Equal(t, []string{
		`{"seq":1,"at_ms":0,"log":"pump","cause":"start","event":"programmed","mode":"continuous","rate_nl_per_day":300000,"warnings":[]}`,
		`{"seq":2,"at_ms":0,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_started","dose_ng":300000,"volume_nl":30000,"ends_ms":600000,"left_today":3}`,
		`{"seq":3,"at_ms":300000,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_denied","reason":"busy"}`,
		`{"seq":4,"at_ms":600000,"log":"pump","cause":"time","event":"bolus_completed","kind":"patient","given_nl":30000}`,
		`{"seq":5,"at_ms":10799999,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_denied","reason":"lockout","retry_at_ms":10800000}`,
		`{"seq":6,"at_ms":10800000,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_started","dose_ng":300000,"volume_nl":30000,"ends_ms":11400000,"left_today":2}`,
		`{"seq":7,"at_ms":11400000,"log":"pump","cause":"time","event":"bolus_completed","kind":"patient","given_nl":30000}`,
		`{"seq":8,"at_ms":21600000,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_started","dose_ng":300000,"volume_nl":30000,"ends_ms":22200000,"left_today":1}`,
		`{"seq":9,"at_ms":22200000,"log":"pump","cause":"time","event":"bolus_completed","kind":"patient","given_nl":30000}`,
		`{"seq":10,"at_ms":32400000,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_started","dose_ng":300000,"volume_nl":30000,"ends_ms":33000000,"left_today":0}`,
		`{"seq":11,"at_ms":33000000,"log":"pump","cause":"time","event":"bolus_completed","kind":"patient","given_nl":30000}`,
		`{"seq":12,"at_ms":43200000,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_denied","reason":"daily_count","retry_at_ms":86400000}`,
		`{"seq":13,"at_ms":86399999,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_denied","reason":"daily_count","retry_at_ms":86400000}`,
		`{"seq":14,"at_ms":86400000,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_started","dose_ng":300000,"volume_nl":30000,"ends_ms":87000000,"left_today":0}`,
		`{"seq":15,"at_ms":87000000,"log":"pump","cause":"time","event":"bolus_completed","kind":"patient","given_nl":30000}`,
	}, lines(s.Log()))
}
