package session_test

import (
	"testing"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

var ask = pump.RequestPatientBolus{}

func mass(m units.Mass) *units.Mass { return &m }

func volume(v units.Volume) *units.Volume { return &v }

// Section 6, in the order of its table.

func TestARequestThatDoesNotArriveIsKnownToTheRemoteAlone(t *testing.T) {
	b := open(t)
	b.at(0, pump.RequestPatientBolus{Link: pump.NoConnection}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: no_connection`)
	b.at(units.Minute, ask).says(`
		1 min: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=660000 left_today=3`)
}

func TestWithoutAPrescribedBolusEveryRequestIsDenied(t *testing.T) {
	b := open(t, remote(nil))
	b.at(0, pump.Stop{}, ask, pump.Restart{}, pump.Prime{}, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: stop: stopped rate_nl_per_day=0
		0 h: request_patient_bolus: patient_bolus_denied reason=not_prescribed
		0 h: restart: restarted rate_nl_per_day=300000
		0 h: prime: bolus_started kind=prime volume_nl=316000 rate_nl_per_day=24000000 ends_ms=1137600
		0 h: request_patient_bolus: patient_bolus_denied reason=not_prescribed`)
}

func TestAPumpThatCannotGiveDeniesBeforeAnythingElse(t *testing.T) {
	b := open(t)
	b.at(0, ask, pump.Stop{}, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3
		0 h: stop: stopped rate_nl_per_day=0
		0 h: stop: bolus_interrupted kind=patient given_nl=0
		0 h: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(units.Minute, pump.BeginUpdate{}, ask).says(`
		1 min: begin_update: update_begun
		1 min: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(2*units.Minute, pump.AbandonUpdate{}, ask, pump.Restart{}, ask).says(`
		2 min: abandon_update: update_abandoned
		2 min: request_patient_bolus: patient_bolus_denied reason=pump_unavailable
		2 min: restart: restarted rate_nl_per_day=300000
		2 min: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=10800000`)
	b.at(1*units.Hour, pump.BeginStall{}).says(`
		1 h: begin_stall: stall_began`)
	b.at(80*units.Minute-1, ask).says(`
		1 h 19 min 59 s 999 ms: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=10800000`)
	b.at(80*units.Minute, ask).says(`
		1 h 20 min: time: motor_stall_detected
		1 h 20 min: time: alarm_raised alarm=motor_stall class=critical
		1 h 20 min: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(90*units.Minute, pump.EndStall{}, ask).says(`
		1 h 30 min: end_stall: stall_ended
		1 h 30 min: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(110*units.Minute-1, ask).says(`
		1 h 49 min 59 s 999 ms: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(110*units.Minute, ask).says(`
		1 h 50 min: time: motor_stall_recovered
		1 h 50 min: time: alarm_cleared alarm=motor_stall class=critical
		1 h 50 min: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=10800000`)
	b.at(4*units.Hour, pump.SetReservoir{}, ask).says(`
		4 h: set_reservoir: reservoir_set volume_nl=0
		4 h: set_reservoir: alarm_raised alarm=low_reservoir class=non-critical
		4 h: set_reservoir: alarm_raised alarm=reservoir_empty class=critical
		4 h: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(5*units.Hour, pump.SetReservoir{Volume: 18_000_000}, ask).says(`
		5 h: set_reservoir: reservoir_set volume_nl=18000000
		5 h: set_reservoir: alarm_cleared alarm=low_reservoir class=non-critical
		5 h: set_reservoir: alarm_cleared alarm=reservoir_empty class=critical
		5 h: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=28800000`)
}

// A computed volume of 0 does not interrupt a bolus; a request is then denied
// for the first of two reasons.
func TestAPumpThatIsEmptyAndBusyIsUnavailable(t *testing.T) {
	b := open(t, holding(2_000_000))
	b.at(0, ask, pump.SetReservoir{}, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: start: alarm_raised alarm=low_reservoir class=non-critical
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3
		0 h: set_reservoir: reservoir_set volume_nl=0
		0 h: set_reservoir: alarm_raised alarm=reservoir_empty class=critical
		0 h: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(10 * units.Minute).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000`)
}

func TestWhileABolusRunsAnotherIsDeniedAsBusy(t *testing.T) {
	b := open(t)
	b.at(0, ask, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3
		0 h: request_patient_bolus: patient_bolus_denied reason=busy`)
	b.at(10*units.Minute-1, ask).says(`
		9 min 59 s 999 ms: request_patient_bolus: patient_bolus_denied reason=busy`)
	b.at(10*units.Minute, ask).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000
		10 min: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=10800000`)
}

func TestTheLockoutRunsFromTheStartOfABolus(t *testing.T) {
	b := open(t)
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3`)
	b.at(3*units.Hour-1, ask).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000
		2 h 59 min 59 s 999 ms: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=10800000`)
	b.at(3*units.Hour, ask).says(`
		3 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=11400000 left_today=2`)
}

func TestTheLockoutRunsFromProgrammingAndRefillAndNothingElse(t *testing.T) {
	p := teaching().Prescription
	b := open(t)
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3`)
	b.at(2*units.Hour, program(p), ask).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000
		2 h: program: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		2 h: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=18000000`)
	b.at(5*units.Hour, ask).says(`
		5 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=18600000 left_today=2`)
	b.at(7*units.Hour, pump.SetReservoir{Volume: 18_000_000}, ask).says(`
		5 h 10 min: time: bolus_completed kind=patient given_nl=30000
		7 h: set_reservoir: reservoir_set volume_nl=18000000
		7 h: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=36000000`)
	b.at(10*units.Hour, pump.BeginUpdate{}, pump.AbandonUpdate{}, pump.Restart{}, pump.Aspirate{},
		pump.Inject{Volume: 18_000_000, Drug: therapy.Morphine, Concentration: 10_000}, ask).says(`
		10 h: begin_update: update_begun
		10 h: abandon_update: update_abandoned
		10 h: restart: restarted rate_nl_per_day=300000
		10 h: aspirate: aspirated volume_nl=17815000 expected_nl=17962500
		10 h: inject: injected site=reservoir volume_nl=18000000 drug=morphine concentration_ug_per_ml=10000
		10 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=36600000 left_today=1`)
	b.at(14*units.Hour, pump.BeginUpdate{}, pump.CommitUpdate{Change: pump.Change{Prescription: p}}, ask).says(`
		10 h 10 min: time: bolus_completed kind=patient given_nl=30000
		14 h: begin_update: update_begun
		14 h: commit_update: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		14 h: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=61200000`)
}

func TestTheLockoutIsThatOfThePrescriptionInForce(t *testing.T) {
	p := teaching().Prescription
	short := *p.PatientBolus
	short.Lockout = 30 * units.Minute
	p.PatientBolus = &short
	b := open(t)
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3`)
	b.at(units.Hour, program(p)).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000
		1 h: program: programmed mode=continuous rate_nl_per_day=300000 warnings=[]`)
	b.at(90*units.Minute, ask).says(`
		1 h 30 min: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=6000000 left_today=2`)
}

func TestABolusCountsUntilExactly24HoursAfterItsStart(t *testing.T) {
	b := open(t, remote(&therapy.PatientBolus{Dose: 300_000, Over: 5 * units.Minute, Lockout: 5 * units.Minute, PerDay: 2}))
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=300000 left_today=1`)
	b.at(units.Hour, ask).says(`
		5 min: time: bolus_completed kind=patient given_nl=30000
		1 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=3900000 left_today=0`)
	b.at(2*units.Hour, ask).says(`
		1 h 5 min: time: bolus_completed kind=patient given_nl=30000
		2 h: request_patient_bolus: patient_bolus_denied reason=daily_count retry_at_ms=86400000`)
	b.at(units.Day-1, ask).says(`
		23 h 59 min 59 s 999 ms: request_patient_bolus: patient_bolus_denied reason=daily_count retry_at_ms=86400000`)
	b.at(units.Day, ask).says(`
		1 d: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=86700000 left_today=0`)
	b.at(units.Day+10*units.Minute, ask).says(`
		1 d 5 min: time: bolus_completed kind=patient given_nl=30000
		1 d 10 min: request_patient_bolus: patient_bolus_denied reason=daily_count retry_at_ms=90000000`)
	b.at(units.Day+units.Hour, ask).says(`
		1 d 1 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=90300000 left_today=0`)
}

func TestAnInterruptedBolusCountsAsStarted(t *testing.T) {
	b := open(t, remote(&therapy.PatientBolus{Dose: 300_000, Over: 10 * units.Minute, Lockout: 10 * units.Minute, PerDay: 1}))
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=0`)
	b.at(units.Minute, pump.Stop{}, pump.Restart{}).says(`
		1 min: stop: stopped rate_nl_per_day=0
		1 min: stop: bolus_interrupted kind=patient given_nl=3000
		1 min: restart: restarted rate_nl_per_day=300000`)
	b.at(units.Hour, ask).says(`
		1 h: request_patient_bolus: patient_bolus_denied reason=daily_count retry_at_ms=86400000`)
}

// At 10 mg/mL and 3 mg a day, a limit of 3.9 mg leaves room for two boluses of
// 0.3 mg beside a day of background and for this one.
func TestTheDailyLimitCountsAFullDayOfBackgroundAndEveryBolusOfWhichAnyPartIsInTheLast24Hours(t *testing.T) {
	b := open(t, remote(&therapy.PatientBolus{
		Dose: 300_000, Over: 10 * units.Minute, Lockout: 10 * units.Minute, PerDay: 24, DailyLimit: mass(3_900_000),
	}))
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=23`)
	b.at(units.Hour, ask).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000
		1 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=4200000 left_today=22`)
	b.at(2*units.Hour, ask).says(`
		1 h 10 min: time: bolus_completed kind=patient given_nl=30000
		2 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=7800000 left_today=21`)
	b.at(3*units.Hour, ask).says(`
		2 h 10 min: time: bolus_completed kind=patient given_nl=30000
		3 h: request_patient_bolus: patient_bolus_denied reason=daily_limit retry_at_ms=87000000`)
	b.at(units.Day, ask).says(`
		1 d: request_patient_bolus: patient_bolus_denied reason=daily_limit retry_at_ms=87000000`)
	b.at(units.Day+10*units.Minute-1, ask).says(`
		1 d 9 min 59 s 999 ms: request_patient_bolus: patient_bolus_denied reason=daily_limit retry_at_ms=87000000`)
	b.at(units.Day+10*units.Minute, ask).says(`
		1 d 10 min: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=87600000 left_today=21`)
}

func TestAnInterruptedBolusCountsWholeUntil24HoursAfterItsInterruption(t *testing.T) {
	b := open(t, remote(&therapy.PatientBolus{
		Dose: 300_000, Over: 10 * units.Minute, Lockout: 10 * units.Minute, PerDay: 24, DailyLimit: mass(3_300_000),
	}))
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=23`)
	b.at(4*units.Minute, pump.Stop{}, pump.Restart{}).says(`
		4 min: stop: stopped rate_nl_per_day=0
		4 min: stop: bolus_interrupted kind=patient given_nl=12000
		4 min: restart: restarted rate_nl_per_day=300000`)
	b.at(units.Hour, ask).says(`
		1 h: request_patient_bolus: patient_bolus_denied reason=daily_limit retry_at_ms=86640000`)
	b.at(units.Day+4*units.Minute, ask).says(`
		1 d 4 min: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=87240000 left_today=23`)
}

func TestALimitThatNeverFitsIsDeniedWithoutARetry(t *testing.T) {
	b := open(t, remote(&therapy.PatientBolus{
		Dose: 300_000, Over: 10 * units.Minute, Lockout: 10 * units.Minute, PerDay: 24, DailyLimit: mass(3_299_999),
	}))
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_denied reason=daily_limit`)
}

// A typed dose of 0.3003333 mg is metered as 30,033 nL, which holds 0.30033 mg:
// what is compared is what the pump meters.
func TestTheDailyLimitComparesWhatThePumpMeters(t *testing.T) {
	bolus := therapy.PatientBolus{
		Dose: 300_333, Over: 10 * units.Minute, Lockout: 10 * units.Minute, PerDay: 24, DailyLimit: mass(3_300_330),
	}
	open(t, remote(&bolus)).at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300333 volume_nl=30033 ends_ms=600000 left_today=23`)
	less := bolus
	less.DailyLimit = mass(3_300_329)
	open(t, remote(&less)).at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_denied reason=daily_limit`)
}

func TestAfterALostReplyTheRemoteHasToAskThePump(t *testing.T) {
	b := open(t)
	b.at(0, pump.RequestPatientBolus{Link: pump.ReplyLost}, ask, pump.RequestPatientBolus{Link: pump.NoConnection}, pump.Interrogate{}, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3
		0 h: request_patient_bolus: reply_lost
		0 h: request_patient_bolus: command_refused error=query_first
		0 h: request_patient_bolus: command_refused error=query_first
		0 h: interrogate: interrogated
		0 h: request_patient_bolus: command_refused error=query_first`)
	b.at(units.Hour, pump.QueryPump{}, ask).says(`
		10 min: time: bolus_completed kind=patient given_nl=30000
		1 h: query_pump: queried
		1 h: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=10800000`)
	b.at(2*units.Hour, pump.RequestPatientBolus{Link: pump.ReplyLost}, pump.QueryPump{}).says(`
		2 h: request_patient_bolus: patient_bolus_denied reason=lockout retry_at_ms=10800000
		2 h: request_patient_bolus: reply_lost
		2 h: query_pump: queried`)
}

func TestALowReservoirWarnsAndDoesNotBlock(t *testing.T) {
	b := open(t, holding(2_000_000))
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: start: alarm_raised alarm=low_reservoir class=non-critical
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3`)
}
