package session_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// linesOfLog is one line of every kind, and of the kinds that have several
// shapes each of those.
const linesOfLog = `
{"seq":1,"at_ms":0,"log":"pump","cause":"start","event":"programmed","mode":"minimum_rate","rate_nl_per_day":6000,"warnings":["daily_dose_high","daily_dose_changed","patient_bolus_large"]}
{"seq":2,"at_ms":1,"log":"pump","cause":"program","event":"program_refused","error":"over_out_of_range","field":"patient_bolus.over","got":59999,"min":60000,"max":43200000}
{"seq":3,"at_ms":2,"log":"pump","cause":"program","event":"program_refused","error":"warning_not_acknowledged","warnings":["daily_dose_changed"]}
{"seq":4,"at_ms":3,"log":"pump","cause":"program","event":"program_refused","error":"end_of_service"}
{"seq":5,"at_ms":4,"log":"pump","cause":"begin_update","event":"update_begun"}
{"seq":6,"at_ms":5,"log":"pump","cause":"abandon_update","event":"update_abandoned"}
{"seq":7,"at_ms":6,"log":"pump","cause":"stop","event":"stopped","rate_nl_per_day":0}
{"seq":8,"at_ms":7,"log":"pump","cause":"restart","event":"restarted","rate_nl_per_day":300000}
{"seq":9,"at_ms":8,"log":"pump","cause":"time","event":"flex_step_began","step":13,"pattern":"week\"end","rate_nl_per_day":180000}
{"seq":10,"at_ms":9,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_started","dose_ng":300000,"volume_nl":30000,"ends_ms":600009,"left_today":3}
{"seq":11,"at_ms":10,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_denied","reason":"busy"}
{"seq":12,"at_ms":11,"log":"pump","cause":"request_patient_bolus","event":"patient_bolus_denied","reason":"daily_count","retry_at_ms":0}
{"seq":13,"at_ms":12,"log":"pump","cause":"prime","event":"bolus_started","kind":"prime","volume_nl":316000,"rate_nl_per_day":24000000,"ends_ms":1137612}
{"seq":14,"at_ms":13,"log":"pump","cause":"time","event":"bolus_completed","kind":"periodic","given_nl":50000}
{"seq":15,"at_ms":14,"log":"pump","cause":"time","event":"bolus_interrupted","kind":"bridge","given_nl":0}
{"seq":16,"at_ms":15,"log":"pump","cause":"time","event":"alarm_raised","alarm":"stopped_48h","class":"critical"}
{"seq":17,"at_ms":16,"log":"pump","cause":"set_reservoir","event":"alarm_cleared","alarm":"low_reservoir","class":"non-critical"}
{"seq":18,"at_ms":17,"log":"pump","cause":"time","event":"motor_stall_detected"}
{"seq":19,"at_ms":18,"log":"pump","cause":"time","event":"motor_stall_recovered"}
{"seq":20,"at_ms":19,"log":"pump","cause":"interrogate","event":"interrogated"}
{"seq":21,"at_ms":20,"log":"pump","cause":"query_pump","event":"queried"}
{"seq":22,"at_ms":21,"log":"remote","cause":"request_patient_bolus","event":"no_connection"}
{"seq":23,"at_ms":22,"log":"remote","cause":"request_patient_bolus","event":"reply_lost"}
{"seq":24,"at_ms":23,"log":"truth","cause":"aspirate","event":"aspirated","volume_nl":17000000,"expected_nl":17100000}
{"seq":25,"at_ms":24,"log":"truth","cause":"inject","event":"injected","site":"catheter_port","volume_nl":1,"drug":"ziconotide","concentration_ug_per_ml":25}
{"seq":26,"at_ms":25,"log":"truth","cause":"inject","event":"overfill_refused","volume_nl":5}
{"seq":27,"at_ms":26,"log":"pump","cause":"set_reservoir","event":"reservoir_set","volume_nl":20000000}
{"seq":28,"at_ms":27,"log":"truth","cause":"time","event":"ran_dry"}
{"seq":29,"at_ms":28,"log":"truth","cause":"enter_mri","event":"stall_began"}
{"seq":30,"at_ms":29,"log":"truth","cause":"leave_mri","event":"stall_ended"}
{"seq":31,"at_ms":30,"log":"pump","cause":"stop","event":"command_refused","error":"already_stopped"}
{"seq":32,"at_ms":31,"log":"remote","cause":"request_patient_bolus","event":"command_refused","error":"query_first"}
{"seq":33,"at_ms":32,"log":"truth","cause":"end_stall","event":"command_refused","error":"no_stall"}
{"seq":34,"at_ms":33,"log":"truth","cause":"aspirate","event":"catheter_aspirated","volume_nl":316000}
{"seq":35,"at_ms":34,"log":"pump","cause":"set_low_alarm","event":"low_alarm_set","volume_nl":3000000}
`

func TestEveryKindOfEventIsALineOfItsOwnShape(t *testing.T) {
	fault := &therapy.Fault{Field: "patient_bolus.over", Got: 59_999, Min: 60_000, Max: 43_200_000, HasGot: true, HasMin: true, HasMax: true}
	const changed = therapy.DailyDoseChanged
	ask, refused := "request_patient_bolus", pump.CommandRefused
	entries := []session.Entry{
		{Cause: "start", Event: pump.Event{Kind: pump.Programmed, Mode: therapy.MinimumRate, Rate: 6_000, Warnings: 7}},
		{Cause: "program", Event: pump.Event{Kind: pump.ProgramRefused, Refusal: therapy.OverOutOfRange, Fault: fault}},
		{Cause: "program", Event: pump.Event{Kind: pump.ProgramRefused, Refusal: therapy.WarningNotAcknowledged, Warnings: changed}},
		{Cause: "program", Event: pump.Event{Kind: pump.ProgramRefused, Refusal: pump.RefusedEndOfService}},
		{Cause: "begin_update", Event: pump.Event{Kind: pump.UpdateBegun}},
		{Cause: "abandon_update", Event: pump.Event{Kind: pump.UpdateAbandoned}},
		{Cause: "stop", Event: pump.Event{Kind: pump.PumpStopped}},
		{Cause: "restart", Event: pump.Event{Kind: pump.PumpRestarted, Rate: 300_000}},
		{Cause: "time", Event: pump.Event{Kind: pump.FlexStepBegan, Step: 13, Pattern: `week"end`, Rate: 180_000}},
		{Cause: ask, Event: pump.Event{Kind: pump.PatientBolusStarted, Dose: 300_000, Volume: 30_000, Ends: 600_009, LeftToday: 3}},
		{Cause: ask, Event: pump.Event{Kind: pump.PatientBolusDenied, Denial: pump.DeniedBusy, RetryAt: 7}},
		{Cause: ask, Event: pump.Event{Kind: pump.PatientBolusDenied, Denial: pump.DeniedCount, HasRetry: true}},
		{Cause: "prime", Event: pump.Event{Kind: pump.BolusStarted, Bolus: pump.PrimingBolus, Volume: 316_000, Rate: 24_000_000, Ends: 1_137_612}},
		{Cause: "time", Event: pump.Event{Kind: pump.BolusCompleted, Bolus: pump.PeriodicDose, Volume: 50_000}},
		{Cause: "time", Event: pump.Event{Kind: pump.BolusInterrupted, Bolus: pump.BridgeBolus}},
		{Cause: "time", Event: pump.Event{Kind: pump.AlarmRaised, Alarm: pump.Stopped48h}},
		{Cause: "set_reservoir", Event: pump.Event{Kind: pump.AlarmCleared, Alarm: pump.LowReservoir}},
		{Cause: "time", Event: pump.Event{Kind: pump.StallDetected}},
		{Cause: "time", Event: pump.Event{Kind: pump.StallRecovered}},
		{Cause: "interrogate", Event: pump.Event{Kind: pump.Interrogated}},
		{Cause: "query_pump", Event: pump.Event{Kind: pump.Queried}},
		{Cause: ask, Event: pump.Event{Kind: pump.ConnectionFailed}},
		{Cause: ask, Event: pump.Event{Kind: pump.AnswerLost}},
		{Cause: "aspirate", Event: pump.Event{Kind: pump.Aspirated, Volume: 17_000_000, Expected: 17_100_000}},
		{Cause: "inject", Event: pump.Event{Kind: pump.Injected, Site: pump.CatheterPort, Volume: 1, Drug: therapy.Ziconotide, Concentration: 25}},
		{Cause: "inject", Event: pump.Event{Kind: pump.OverfillRefused, Volume: 5}},
		{Cause: "set_reservoir", Event: pump.Event{Kind: pump.ReservoirSet, Volume: 20_000_000}},
		{Cause: "time", Event: pump.Event{Kind: pump.RanDry}},
		{Cause: "enter_mri", Event: pump.Event{Kind: pump.StallBegan}},
		{Cause: "leave_mri", Event: pump.Event{Kind: pump.StallEnded}},
		{Cause: "stop", Event: pump.Event{Kind: refused, Refusal: pump.RefusedAlreadyStopped}},
		{Cause: ask, Event: pump.Event{Kind: refused, Refusal: pump.RefusedQueryFirst}},
		{Cause: "end_stall", Event: pump.Event{Kind: refused, Refusal: pump.RefusedNoStall}},
		{Cause: "aspirate", Event: pump.Event{Kind: pump.CatheterAspirated, Volume: 316_000}},
		{Cause: "set_low_alarm", Event: pump.Event{Kind: pump.LowAlarmSet, Volume: 3_000_000}},
	}
	seen := map[pump.EventKind]bool{}
	for i := range entries {
		entries[i].Seq, entries[i].At = i+1, units.Instant(i)
		seen[entries[i].Event.Kind] = true
		assert.True(t, entries[i].Event.Logged())
	}
	assert.Equal(t, strings.TrimSpace(linesOfLog), strings.Join(lines(entries), "\n"))
	assert.Len(t, seen, len(pump.EventKinds()))
}
