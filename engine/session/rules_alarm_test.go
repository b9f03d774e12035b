package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Sections 3, 4 and 7.

// At 0.3 mL a day from 2.3 mL, the threshold of 2 mL comes after a day and 0
// after 7 d 16 h.
func TestLowAndEmptyComeWhenTheComputedVolumeReachesThem(t *testing.T) {
	b := open(t, holding(2_300_000), remote(nil))
	b.at(units.Day - 1).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]`)
	b.at(units.Day).says(`
		1 d: time: alarm_raised alarm=low_reservoir class=non-critical`)
	b.at(8*units.Day, ask, pump.SetReservoir{Volume: 2_000_000}, pump.SetReservoir{Volume: 2_000_001}).says(`
		7 d 16 h: time: alarm_raised alarm=reservoir_empty class=critical
		7 d 16 h: time: ran_dry
		8 d: request_patient_bolus: patient_bolus_denied reason=not_prescribed
		8 d: set_reservoir: reservoir_set volume_nl=2000000
		8 d: set_reservoir: alarm_cleared alarm=reservoir_empty class=critical
		8 d: set_reservoir: reservoir_set volume_nl=2000001
		8 d: set_reservoir: alarm_cleared alarm=low_reservoir class=non-critical`)
	b.at(8*units.Day, pump.SetReservoir{}, pump.SetReservoir{Volume: 1}).says(`
		8 d: set_reservoir: reservoir_set volume_nl=0
		8 d: set_reservoir: alarm_raised alarm=low_reservoir class=non-critical
		8 d: set_reservoir: alarm_raised alarm=reservoir_empty class=critical
		8 d: set_reservoir: reservoir_set volume_nl=1
		8 d: set_reservoir: alarm_cleared alarm=reservoir_empty class=critical`)
	b.at(9 * units.Day).says(`
		8 d 288 ms: time: alarm_raised alarm=reservoir_empty class=critical`)
}

// At 0.7 mL a day, 1 nL is gone after 123.4 ms: the instant is rounded up.
func TestTheInstantAtWhichAnAmountIsReachedIsRoundedUp(t *testing.T) {
	b := open(t, holding(2_000_001), remote(nil), continuous(7_000_000))
	b.at(units.Second).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=700000 warnings=[]
		124 ms: time: alarm_raised alarm=low_reservoir class=non-critical`)
}

func TestAlarmsOfTheOpeningHaveStartAsTheirCause(t *testing.T) {
	b := open(t, holding(0), func(s *pump.Setup) { s.Age = 2_500 * units.Day })
	b.at(0).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: start: alarm_raised alarm=low_reservoir class=non-critical
		0 h: start: alarm_raised alarm=reservoir_empty class=critical
		0 h: start: alarm_raised alarm=eri class=non-critical`)
}

func TestThePumpRunsDryUnnoticed(t *testing.T) {
	b := open(t, remote(nil), func(s *pump.Setup) { s.Truth.Reservoir, s.Residual = 600_000, 300_000 })
	b.at(3*units.Day, pump.Aspirate{}, pump.Inject{Volume: 300, Drug: therapy.Morphine, Concentration: 10_000}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		1 d: time: ran_dry
		3 d: aspirate: aspirated volume_nl=0 expected_nl=17100000
		3 d: inject: injected site=reservoir volume_nl=300 drug=morphine concentration_ug_per_ml=10000`)
	b.at(4 * units.Day).says(`
		3 d 1 min 26 s 400 ms: time: ran_dry`)
	assert.EqualValues(t, 300_300, b.s.Status().Pumped)
	assert.EqualValues(t, 300_000, b.s.Status().TrueReservoir)
}

func TestAStallIsNoticedAfterTheDelayAndSoIsItsEnd(t *testing.T) {
	b := open(t)
	b.at(0, ask, pump.BeginStall{}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3
		0 h: begin_stall: stall_began`)
	b.at(5*units.Minute, pump.EndStall{}).says(`
		5 min: end_stall: stall_ended`)
	b.at(10 * units.Minute).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000`)
	b.at(3*units.Hour, ask, pump.BeginStall{}).says(`
		3 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=11400000 left_today=2
		3 h: begin_stall: stall_began`)
	b.at(4*units.Hour, pump.EndStall{}).says(`
		3 h 10 min: time: bolus_completed kind=patient given_nl=30000
		3 h 20 min: time: motor_stall_detected
		3 h 20 min: time: alarm_raised alarm=motor_stall class=critical
		4 h: end_stall: stall_ended`)
	// A stall that begins before the recovery was noticed cancels it.
	b.at(4*units.Hour+10*units.Minute, pump.BeginStall{}).says(`
		4 h 10 min: begin_stall: stall_began`)
	b.at(5*units.Hour, pump.EndStall{}).says(`
		5 h: end_stall: stall_ended`)
	b.at(6 * units.Hour).says(`
		5 h 20 min: time: motor_stall_recovered
		5 h 20 min: time: alarm_cleared alarm=motor_stall class=critical`)
}

func TestADetectedStallInterruptsABolus(t *testing.T) {
	b := open(t)
	b.at(0, pump.ClinicianBolus{Dose: 1_000_000, Over: units.Hour}, pump.BeginStall{}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: clinician_bolus: bolus_started kind=clinician volume_nl=100000 rate_nl_per_day=2400000 ends_ms=3600000
		0 h: begin_stall: stall_began`)
	b.at(units.Hour).says(`
		20 min: time: motor_stall_detected
		20 min: time: alarm_raised alarm=motor_stall class=critical
		20 min: time: bolus_interrupted kind=clinician given_nl=33333`)
}

func TestAnAlarmingPumpMayStayInTelemetryModeAfterTheScan(t *testing.T) {
	telemetry := func(s *pump.Setup) { s.Truth.MRITelemetryMode = true }
	b := open(t, telemetry, holding(1_000_000))
	b.at(0, pump.EnterMRI{}, pump.EnterMRI{}, pump.EndStall{}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: start: alarm_raised alarm=low_reservoir class=non-critical
		0 h: enter_mri: stall_began
		0 h: enter_mri: command_refused error=stall_in_progress
		0 h: end_stall: command_refused error=no_stall`)
	b.at(30*units.Minute, pump.Interrogate{}, pump.LeaveMRI{}, pump.LeaveMRI{}, pump.EndStall{}, pump.BeginStall{}).says(`
		20 min: time: motor_stall_detected
		20 min: time: alarm_raised alarm=motor_stall class=critical
		30 min: interrogate: interrogated
		30 min: leave_mri: command_refused error=not_in_mri
		30 min: end_stall: command_refused error=no_stall
		30 min: begin_stall: command_refused error=stall_in_progress`)
	b.at(2*units.Hour, pump.QueryPump{}).says(`
		2 h: query_pump: queried
		2 h: query_pump: stall_ended`)
	b.at(3 * units.Hour).says(`
		2 h 20 min: time: motor_stall_recovered
		2 h 20 min: time: alarm_cleared alarm=motor_stall class=critical`)
	quiet := open(t, telemetry)
	quiet.at(0, pump.EnterMRI{}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: enter_mri: stall_began`)
	quiet.at(30*units.Minute, pump.LeaveMRI{}).says(`
		20 min: time: motor_stall_detected
		20 min: time: alarm_raised alarm=motor_stall class=critical
		30 min: leave_mri: stall_ended`)
}

func TestFortyEightHoursWithoutFlowAlarm(t *testing.T) {
	b := open(t, infusion(therapy.Infusion{Mode: therapy.Stopped}))
	b.at(47*units.Hour, pump.BeginUpdate{}, pump.AbandonUpdate{}).says(`
		0 h: start: programmed mode=stopped rate_nl_per_day=0 warnings=[patient_bolus_large]
		1 d 23 h: begin_update: update_begun
		1 d 23 h: abandon_update: update_abandoned`)
	b.at(48*units.Hour, program(plain(3_000_000))).says(`
		2 d: time: alarm_raised alarm=stopped_48h class=critical
		2 d: program: programmed mode=continuous rate_nl_per_day=300000 warnings=[daily_dose_changed]
		2 d: program: alarm_cleared alarm=stopped_48h class=critical`)
	b.at(49*units.Hour, pump.BeginUpdate{}).says(`
		2 d 1 h: begin_update: update_begun`)
	b.at(97*units.Hour, pump.CommitUpdate{Change: pump.Change{Prescription: plain(3_000_000)}}).says(`
		4 d 1 h: time: alarm_raised alarm=stopped_48h class=critical
		4 d 1 h: commit_update: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		4 d 1 h: commit_update: alarm_cleared alarm=stopped_48h class=critical`)
}

// At 0.5 mL a day wear runs at 1.2 of time: from an age of 2,461 d, 6 d of wear
// are gone in 5 d. The pump ends 90 d later, or 2,557 d after implant.
func TestTheBatteryWearsOutAndThePumpEndsForGood(t *testing.T) {
	b := open(t, continuous(5_000_000), holding(20_000_000), func(s *pump.Setup) { s.Age = 2_461 * units.Day })
	b.at(5*units.Day - 1).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=500000 warnings=[]`)
	b.at(94*units.Day, pump.SetReservoir{Volume: 20_000_000}).says(`
		5 d: time: alarm_raised alarm=eri class=non-critical
		36 d: time: alarm_raised alarm=low_reservoir class=non-critical
		40 d: time: alarm_raised alarm=reservoir_empty class=critical
		40 d: time: ran_dry
		94 d: set_reservoir: reservoir_set volume_nl=20000000
		94 d: set_reservoir: alarm_cleared alarm=low_reservoir class=non-critical
		94 d: set_reservoir: alarm_cleared alarm=reservoir_empty class=critical`)
	b.at(95*units.Day-units.Minute, ask).says(`
		94 d 23 h 59 min: request_patient_bolus: patient_bolus_denied reason=daily_limit`)
	b.at(95*units.Day, pump.BeginUpdate{}, pump.AbandonUpdate{}, pump.Stop{}, pump.Restart{}, pump.Prime{},
		pump.ClinicianBolus{Dose: 1_000_000, Over: units.Hour}, program(plain(3_000_000)), pump.CommitUpdate{}, ask, pump.Interrogate{}).says(`
		95 d: time: alarm_raised alarm=end_of_service class=critical
		95 d: begin_update: command_refused error=end_of_service
		95 d: abandon_update: command_refused error=end_of_service
		95 d: stop: command_refused error=end_of_service
		95 d: restart: command_refused error=end_of_service
		95 d: prime: command_refused error=end_of_service
		95 d: clinician_bolus: command_refused error=end_of_service
		95 d: program: program_refused error=end_of_service
		95 d: commit_update: program_refused error=end_of_service
		95 d: request_patient_bolus: patient_bolus_denied reason=pump_unavailable
		95 d: interrogate: interrogated`)
	b.at(98 * units.Day).says(`
		97 d: time: alarm_raised alarm=stopped_48h class=critical`)
}

// A day of wear is left. At 6,000 nL a day and a bolus of 2.5 mL a day on top,
// 6 h take 12 h 51.84 s of it; the rest lasts for 11 h 57 min 24.853 s.
func TestABolusWearsTheBatteryToo(t *testing.T) {
	b := open(t, remote(nil), infusion(therapy.Infusion{Mode: therapy.MinimumRate}), func(s *pump.Setup) { s.Age = 2_466 * units.Day })
	b.at(0, pump.ClinicianBolus{Dose: 6_250_000, Over: 6 * units.Hour})
	b.at(units.Day).says(`
		0 h: start: programmed mode=minimum_rate rate_nl_per_day=6000 warnings=[]
		0 h: clinician_bolus: bolus_started kind=clinician volume_nl=625000 rate_nl_per_day=2500000 ends_ms=21600000
		6 h: time: bolus_completed kind=clinician given_nl=625000
		17 h 57 min 24 s 853 ms: time: alarm_raised alarm=eri class=non-critical`)
}

func TestAPumpEndsAtItsGreatestAge(t *testing.T) {
	b := open(t, holding(20_000_000), func(s *pump.Setup) { s.Age = 2_556 * units.Day })
	b.at(2*units.Day, pump.BeginUpdate{}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: start: alarm_raised alarm=eri class=non-critical
		1 d: time: alarm_raised alarm=end_of_service class=critical
		2 d: begin_update: command_refused error=end_of_service`)
}

// The threshold can be moved: the alarm goes by the new one at once, either way.
func TestTheLowAlarmGoesByTheThresholdThatIsSet(t *testing.T) {
	b := open(t, remote(nil)).at(0, pump.SetLowAlarm{Volume: 999_999}, pump.SetReservoir{Volume: 4_000_000}, pump.SetLowAlarm{Volume: 4_500_000})
	assert.Contains(t, b.s.Status().Alarms, pump.LowReservoir)
	b.at(units.Minute, pump.SetLowAlarm{Volume: 3_000_000})
	assert.NotContains(t, b.s.Status().Alarms, pump.LowReservoir)
	b.at(3 * units.Day)
	assert.NotContains(t, b.s.Status().Alarms, pump.LowReservoir)
	b.at(4 * units.Day)
	assert.Contains(t, b.s.Status().Alarms, pump.LowReservoir)
	assert.EqualValues(t, 3_000_000, b.s.Status().LowAt)
}
