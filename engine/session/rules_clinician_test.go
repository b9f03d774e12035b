package session_test

import (
	"testing"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Sections 4, 5 and 8.

func TestStateIsLookedAtBeforeValues(t *testing.T) {
	wrong := pump.ClinicianBolus{Dose: 1, Over: units.Hour}
	b := open(t)
	b.at(0, pump.BeginUpdate{}, pump.BeginUpdate{}, wrong, pump.Prime{}, pump.Stop{}, pump.Restart{}, program(plain(1))).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: begin_update: update_begun
		0 h: begin_update: command_refused error=update_in_progress
		0 h: clinician_bolus: command_refused error=update_in_progress
		0 h: prime: command_refused error=update_in_progress
		0 h: stop: command_refused error=update_in_progress
		0 h: restart: command_refused error=update_in_progress
		0 h: program: command_refused error=update_in_progress`)
	b.at(1, pump.AbandonUpdate{}, wrong, pump.Prime{}, pump.Stop{}, pump.AbandonUpdate{}, pump.CommitUpdate{}).says(`
		1 ms: abandon_update: update_abandoned
		1 ms: clinician_bolus: command_refused error=stopped
		1 ms: prime: command_refused error=stopped
		1 ms: stop: command_refused error=already_stopped
		1 ms: abandon_update: command_refused error=no_update
		1 ms: commit_update: command_refused error=no_update`)
	b.at(2, pump.Restart{}, pump.Restart{}, pump.SetReservoir{}, wrong, pump.Prime{}).says(`
		2 ms: restart: restarted rate_nl_per_day=300000
		2 ms: restart: command_refused error=not_stopped
		2 ms: set_reservoir: reservoir_set volume_nl=0
		2 ms: set_reservoir: alarm_raised alarm=low_reservoir class=non-critical
		2 ms: set_reservoir: alarm_raised alarm=reservoir_empty class=critical
		2 ms: clinician_bolus: command_refused error=reservoir_empty
		2 ms: prime: command_refused error=reservoir_empty`)
	b.at(3, pump.SetReservoir{Volume: 18_000_000}, pump.Prime{}, wrong, pump.Prime{}).says(`
		3 ms: set_reservoir: reservoir_set volume_nl=18000000
		3 ms: set_reservoir: alarm_cleared alarm=low_reservoir class=non-critical
		3 ms: set_reservoir: alarm_cleared alarm=reservoir_empty class=critical
		3 ms: prime: bolus_started kind=prime volume_nl=316000 rate_nl_per_day=24000000 ends_ms=1137603
		3 ms: clinician_bolus: command_refused error=busy
		3 ms: prime: command_refused error=busy`)
	b.at(units.Hour, wrong, pump.ClinicianBolus{Dose: 10_000_000, Over: units.Hour}).says(`
		18 min 57 s 603 ms: time: bolus_completed kind=prime given_nl=316000
		1 h: clinician_bolus: command_refused error=dose_too_small
		1 h: clinician_bolus: command_refused error=rate_above_maximum`)
}

func TestAClinicianBolusOrPrimeIsRefusedWhileAStallIsDetected(t *testing.T) {
	b := open(t)
	b.at(0, pump.BeginStall{}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: begin_stall: stall_began`)
	b.at(20*units.Minute, pump.Prime{}, pump.ClinicianBolus{Dose: 100_000, Over: units.Hour}).says(`
		20 min: time: motor_stall_detected
		20 min: time: alarm_raised alarm=motor_stall class=critical
		20 min: prime: command_refused error=motor_stalled
		20 min: clinician_bolus: command_refused error=motor_stalled`)
}

func TestAPumpThatIsPrescribedToBeStoppedCannotBeRestarted(t *testing.T) {
	b := open(t, infusion(therapy.Infusion{Mode: therapy.Stopped}))
	b.at(0, pump.Stop{}, pump.Restart{}, pump.Prime{}, ask).says(`
		0 h: start: programmed mode=stopped rate_nl_per_day=0 warnings=[patient_bolus_large]
		0 h: stop: command_refused error=already_stopped
		0 h: restart: command_refused error=nothing_to_restart
		0 h: prime: command_refused error=stopped
		0 h: request_patient_bolus: patient_bolus_denied reason=pump_unavailable`)
	b.at(units.Hour, program(plain(3_000_000)), pump.Stop{}, program(therapy.Prescription{Drug: therapy.Morphine, Concentration: 10_000, Acknowledge: true}), pump.Restart{}).says(`
		1 h: program: programmed mode=continuous rate_nl_per_day=300000 warnings=[daily_dose_changed]
		1 h: stop: stopped rate_nl_per_day=0
		1 h: program: programmed mode=stopped rate_nl_per_day=0 warnings=[daily_dose_changed]
		1 h: restart: command_refused error=nothing_to_restart`)
}

func TestStoppingInterruptsABolusAndItDoesNotResume(t *testing.T) {
	b := open(t)
	b.at(0, pump.ClinicianBolus{Dose: 1_000_000, Over: units.Hour}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: clinician_bolus: bolus_started kind=clinician volume_nl=100000 rate_nl_per_day=2400000 ends_ms=3600000`)
	b.at(20*units.Minute+1, pump.Stop{}).says(`
		20 min 1 ms: stop: stopped rate_nl_per_day=0
		20 min 1 ms: stop: bolus_interrupted kind=clinician given_nl=33333`)
	b.at(30*units.Minute, pump.Restart{}).says(`
		30 min: restart: restarted rate_nl_per_day=300000`)
	b.at(2*units.Hour, pump.ClinicianBolus{Dose: 1_000_000, Over: units.Hour}).says(`
		2 h: clinician_bolus: bolus_started kind=clinician volume_nl=100000 rate_nl_per_day=2400000 ends_ms=10800000`)
	b.at(2*units.Hour+units.Minute, pump.BeginUpdate{}).says(`
		2 h 1 min: begin_update: update_begun
		2 h 1 min: begin_update: bolus_interrupted kind=clinician given_nl=1666`)
	b.at(2*units.Hour+2*units.Minute, pump.CommitUpdate{Change: pump.Change{Prescription: plain(3_000_000)}}, pump.Prime{}).says(`
		2 h 2 min: commit_update: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		2 h 2 min: prime: bolus_started kind=prime volume_nl=316000 rate_nl_per_day=24000000 ends_ms=8457600`)
	b.at(2*units.Hour+3*units.Minute, program(plain(2_000_000))).says(`
		2 h 3 min: program: programmed mode=continuous rate_nl_per_day=200000 warnings=[]
		2 h 3 min: program: bolus_interrupted kind=prime given_nl=16666`)
}

func TestARefusedCommitLeavesTheUpdateOpen(t *testing.T) {
	p := plain(9_000_000)
	p.Acknowledge = false
	b := open(t)
	b.at(0, pump.BeginUpdate{}, pump.CommitUpdate{Change: pump.Change{Prescription: p}}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: begin_update: update_begun
		0 h: commit_update: program_refused error=warning_not_acknowledged warnings=[daily_dose_changed]`)
	p.Acknowledge = true
	b.at(units.Minute, pump.CommitUpdate{Change: pump.Change{Prescription: p, Reservoir: volume(20_000_000)}}).says(`
		1 min: commit_update: programmed mode=continuous rate_nl_per_day=900000 warnings=[daily_dose_changed]
		1 min: commit_update: reservoir_set volume_nl=20000000`)
}

// From 10 to 20 mg/mL at 3 mg a day: the bridge gives 0.3 mL a day of the old
// for one path volume, 316,000 nL, in 25 h 16 min 48 s.
func TestABridgeRunsAtTheNewDoseAndTheOldConcentration(t *testing.T) {
	p := plain(3_000_000)
	p.Concentration = 20_000
	b := open(t)
	b.at(0, ask).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=600000 left_today=3`)
	b.at(units.Minute, pump.Program{Change: pump.Change{Prescription: p, Bridge: true, Reservoir: volume(1_500_000)}}, ask, pump.Prime{}).says(`
		1 min: program: programmed mode=continuous rate_nl_per_day=150000 warnings=[]
		1 min: program: bolus_interrupted kind=patient given_nl=3000
		1 min: program: reservoir_set volume_nl=1500000
		1 min: program: bolus_started kind=bridge volume_nl=316000 rate_nl_per_day=300000 ends_ms=91068000
		1 min: program: alarm_raised alarm=low_reservoir class=non-critical
		1 min: request_patient_bolus: patient_bolus_denied reason=not_prescribed
		1 min: prime: command_refused error=busy`)
	b.at(30 * units.Hour).says(`
		1 d 1 h 17 min 48 s: time: bolus_completed kind=bridge given_nl=316000`)
}

func TestAnInterruptedBridgeLeavesTheNewProgrammeInForce(t *testing.T) {
	p := plain(3_000_000)
	p.Concentration = 20_000
	b := open(t)
	b.at(0, pump.Program{Change: pump.Change{Prescription: p, Bridge: true}}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: program: programmed mode=continuous rate_nl_per_day=150000 warnings=[]
		0 h: program: bolus_started kind=bridge volume_nl=316000 rate_nl_per_day=300000 ends_ms=91008000`)
	b.at(units.Hour, pump.Stop{}, pump.Restart{}).says(`
		1 h: stop: stopped rate_nl_per_day=0
		1 h: stop: bolus_interrupted kind=bridge given_nl=12500
		1 h: restart: restarted rate_nl_per_day=150000`)
	b.at(2*units.Hour, pump.Program{Change: pump.Change{Prescription: plain(3_000_000), Bridge: true}}).says(`
		2 h: program: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		2 h: program: bolus_started kind=bridge volume_nl=316000 rate_nl_per_day=150000 ends_ms=189216000`)
	b.at(3*units.Hour, pump.BeginStall{}).says(`
		3 h: begin_stall: stall_began`)
	b.at(4 * units.Hour).says(`
		3 h 20 min: time: motor_stall_detected
		3 h 20 min: time: alarm_raised alarm=motor_stall class=critical
		3 h 20 min: time: bolus_interrupted kind=bridge given_nl=8333`)
}

func TestABridgeIsRefusedWhereItCannotBe(t *testing.T) {
	bridge := func(edit func(*pump.Change)) pump.Program {
		c := pump.Change{Prescription: plain(3_000_000), Bridge: true}
		c.Prescription.Concentration = 20_000
		edit(&c)
		return pump.Program{Change: c}
	}
	b := open(t)
	b.at(0,
		bridge(func(c *pump.Change) {
			c.Prescription.Drug, c.Prescription.Concentration, c.Prescription.Infusion.Daily = therapy.Baclofen, 2_000, 1_000_000
		}),
		bridge(func(c *pump.Change) { c.Prescription.Concentration = 10_000 }),
		bridge(func(c *pump.Change) { c.Prescription.Infusion = therapy.Infusion{Mode: therapy.MinimumRate} }),
		bridge(func(c *pump.Change) { c.Prescription.Infusion.Daily = 250_000_000 }),
		bridge(func(c *pump.Change) { c.Reservoir = volume(0) }),
		bridge(func(c *pump.Change) { c.Reservoir = volume(20_000_001) })).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: program: program_refused error=bridge_drug_changed field=bridge
		0 h: program: program_refused error=bridge_concentration_unchanged field=bridge
		0 h: program: program_refused error=bridge_rate_out_of_range field=bridge got=0 min=48000 max=24000000
		0 h: program: program_refused error=bridge_rate_out_of_range field=bridge got=25000000 min=48000 max=24000000
		0 h: program: program_refused error=reservoir_empty field=bridge
		0 h: program: program_refused error=volume_above_capacity field=reservoir got=20000001 max=20000000`)
	b.at(0, pump.SetReservoir{}, bridge(func(*pump.Change) {}), pump.BeginStall{}).says(`
		0 h: set_reservoir: reservoir_set volume_nl=0
		0 h: set_reservoir: alarm_raised alarm=low_reservoir class=non-critical
		0 h: set_reservoir: alarm_raised alarm=reservoir_empty class=critical
		0 h: program: program_refused error=reservoir_empty field=bridge
		0 h: begin_stall: stall_began`)
	b.at(20*units.Minute, bridge(func(*pump.Change) {})).says(`
		20 min: time: motor_stall_detected
		20 min: time: alarm_raised alarm=motor_stall class=critical
		20 min: program: program_refused error=motor_stalled field=bridge`)
}

func TestFlexStepsAreLoggedWhereTheFlowingRateChanges(t *testing.T) {
	weekday := therapy.Pattern{Name: "weekday", Steps: []therapy.FlexStep{
		{From: 0, Give: 600_000}, {From: 8 * units.Hour, Give: 1_600_000}, {From: 22 * units.Hour, Minimum: true},
	}}
	weekend := therapy.Pattern{Name: "weekend", Steps: []therapy.FlexStep{{From: 0, Give: 1_800_000}}}
	b := open(t, infusion(therapy.Infusion{
		Mode: therapy.Flex, Patterns: []therapy.Pattern{weekday, weekend}, Week: [7]int{0, 0, 0, 0, 0, 1, 1},
	}))
	b.at(2 * units.Day).says(`
		0 h: start: programmed mode=flex rate_nl_per_day=274286 warnings=[]
		14 h: time: flex_step_began step=3 pattern=weekday rate_nl_per_day=6000
		16 h: time: flex_step_began step=1 pattern=weekday rate_nl_per_day=180000
		1 d: time: flex_step_began step=2 pattern=weekday rate_nl_per_day=274286
		1 d 14 h: time: flex_step_began step=3 pattern=weekday rate_nl_per_day=6000
		1 d 16 h: time: flex_step_began step=1 pattern=weekday rate_nl_per_day=180000
		2 d: time: flex_step_began step=2 pattern=weekday rate_nl_per_day=274286`)
	// Wednesday 21:59: the prime lasts over the step at 22:00.
	b.at(2*units.Day+13*units.Hour+59*units.Minute, pump.Prime{}).says(`
		2 d 13 h 59 min: prime: bolus_started kind=prime volume_nl=316000 rate_nl_per_day=24000000 ends_ms=224277600`)
	b.at(2*units.Day+17*units.Hour, pump.Stop{}).says(`
		2 d 14 h 17 min 57 s 600 ms: time: bolus_completed kind=prime given_nl=316000
		2 d 16 h: time: flex_step_began step=1 pattern=weekday rate_nl_per_day=180000
		2 d 17 h: stop: stopped rate_nl_per_day=0`)
	b.at(2*units.Day+26*units.Hour, pump.Restart{}).says(`
		3 d 2 h: restart: restarted rate_nl_per_day=274286`)
	b.at(7 * units.Day).says(`
		3 d 14 h: time: flex_step_began step=3 pattern=weekday rate_nl_per_day=6000
		3 d 16 h: time: flex_step_began step=1 pattern=weekday rate_nl_per_day=180000
		4 d: time: flex_step_began step=2 pattern=weekday rate_nl_per_day=274286
		4 d 14 h: time: flex_step_began step=3 pattern=weekday rate_nl_per_day=6000
		4 d 16 h: time: flex_step_began step=1 pattern=weekend rate_nl_per_day=180000
		7 d: time: flex_step_began step=2 pattern=weekday rate_nl_per_day=274286`)
}

func TestAStallDoesNotSilenceAFlexStep(t *testing.T) {
	day := therapy.Pattern{Name: "day", Steps: []therapy.FlexStep{{From: 0, Give: 600_000}, {From: 12 * units.Hour, Give: 1_600_000}}}
	b := open(t, infusion(therapy.Infusion{Mode: therapy.Flex, Patterns: []therapy.Pattern{day}}))
	b.at(0, pump.BeginStall{}).says(`
		0 h: start: programmed mode=flex rate_nl_per_day=120000 warnings=[]
		0 h: begin_stall: stall_began`)
	b.at(units.Day).says(`
		20 min: time: motor_stall_detected
		20 min: time: alarm_raised alarm=motor_stall class=critical
		4 h: time: flex_step_began step=2 pattern=day rate_nl_per_day=320000
		16 h: time: flex_step_began step=1 pattern=day rate_nl_per_day=120000`)
}

func periodic() therapy.Infusion {
	return therapy.Infusion{Mode: therapy.Periodic, Periodic: therapy.PeriodicBolus{
		Give: 500_000, Over: 10 * units.Minute, Every: 6 * units.Hour, Background: 1_000_000,
	}}
}

func TestPeriodicBolusesComeAtTheirIntervalsFromTheStartOfTheProgramme(t *testing.T) {
	b := open(t, infusion(periodic()))
	b.at(0).says(`
		0 h: start: programmed mode=periodic rate_nl_per_day=100000 warnings=[]
		0 h: start: bolus_started kind=periodic volume_nl=50000 rate_nl_per_day=7200000 ends_ms=600000`)
	// The one due at 6 h finds the pump busy.
	b.at(6*units.Hour-units.Minute, ask).says(`
		10 min: time: bolus_completed kind=periodic given_nl=50000
		5 h 59 min: request_patient_bolus: patient_bolus_started dose_ng=300000 volume_nl=30000 ends_ms=22140000 left_today=3`)
	b.at(12*units.Hour-units.Minute, pump.Stop{}).says(`
		6 h 9 min: time: bolus_completed kind=patient given_nl=30000
		11 h 59 min: stop: stopped rate_nl_per_day=0`)
	// The one due at 12 h finds it stopped.
	b.at(12*units.Hour, pump.Restart{}).says(`
		12 h: restart: restarted rate_nl_per_day=100000`)
	b.at(13*units.Hour, program(func() therapy.Prescription { p := plain(0); p.Infusion = periodic(); return p }())).says(`
		13 h: program: programmed mode=periodic rate_nl_per_day=100000 warnings=[]
		13 h: program: bolus_started kind=periodic volume_nl=50000 rate_nl_per_day=7200000 ends_ms=47400000`)
	b.at(20 * units.Hour).says(`
		13 h 10 min: time: bolus_completed kind=periodic given_nl=50000
		19 h: time: bolus_started kind=periodic volume_nl=50000 rate_nl_per_day=7200000 ends_ms=69000000
		19 h 10 min: time: bolus_completed kind=periodic given_nl=50000`)
}

func TestAPeriodicProgrammeBeginsWhenItsBridgeEnds(t *testing.T) {
	p := plain(0)
	p.Infusion, p.Concentration = periodic(), 20_000
	b := open(t)
	b.at(0, pump.Program{Change: pump.Change{Prescription: p, Bridge: true}}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: program: programmed mode=periodic rate_nl_per_day=50000 warnings=[]
		0 h: program: bolus_started kind=bridge volume_nl=316000 rate_nl_per_day=300000 ends_ms=91008000`)
	b.at(40 * units.Hour).says(`
		1 d 1 h 16 min 48 s: time: bolus_completed kind=bridge given_nl=316000
		1 d 1 h 16 min 48 s: time: bolus_started kind=periodic volume_nl=25000 rate_nl_per_day=3600000 ends_ms=91608000
		1 d 1 h 26 min 48 s: time: bolus_completed kind=periodic given_nl=25000
		1 d 7 h 16 min 48 s: time: bolus_started kind=periodic volume_nl=25000 rate_nl_per_day=3600000 ends_ms=113208000
		1 d 7 h 26 min 48 s: time: bolus_completed kind=periodic given_nl=25000
		1 d 13 h 16 min 48 s: time: bolus_started kind=periodic volume_nl=25000 rate_nl_per_day=3600000 ends_ms=134808000
		1 d 13 h 26 min 48 s: time: bolus_completed kind=periodic given_nl=25000`)
}

func TestARefillIsNotedAndTheVolumeBounded(t *testing.T) {
	b := open(t, func(s *pump.Setup) {
		s.Truth.Reservoir, s.Truth.FlowErrorPerMille, s.Residual = 17_000_000, 100, 500_000
	})
	b.at(units.Day, pump.Interrogate{}, pump.Aspirate{}, pump.Aspirate{},
		pump.Inject{Volume: 19_500_000, Drug: therapy.Morphine, Concentration: 10_000},
		pump.Inject{Volume: 5, Drug: therapy.Morphine, Concentration: 10_000},
		pump.Inject{Site: pump.Pocket, Volume: 1_000_000, Drug: therapy.Ziconotide, Concentration: 25},
		pump.Inject{Site: pump.CatheterPort, Volume: 1_000_000, Drug: therapy.Baclofen, Concentration: 500},
		pump.SetReservoir{Volume: 20_000_001}, pump.SetReservoir{Volume: 20_000_000}).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		1 d: interrogate: interrogated
		1 d: aspirate: aspirated volume_nl=16170000 expected_nl=17700000
		1 d: aspirate: aspirated volume_nl=0 expected_nl=17700000
		1 d: inject: injected site=reservoir volume_nl=19500000 drug=morphine concentration_ug_per_ml=10000
		1 d: inject: overfill_refused volume_nl=5
		1 d: inject: injected site=pocket volume_nl=1000000 drug=ziconotide concentration_ug_per_ml=25
		1 d: inject: injected site=catheter_port volume_nl=1000000 drug=baclofen concentration_ug_per_ml=500
		1 d: set_reservoir: command_refused error=volume_above_capacity
		1 d: set_reservoir: reservoir_set volume_nl=20000000`)
}

func TestEveryFaultOfAPrescriptionHasItsCode(t *testing.T) {
	fault := func(edit func(*therapy.Prescription)) pump.Program {
		p := plain(3_000_000)
		b := *teaching().Prescription.PatientBolus
		p.PatientBolus = &b
		edit(&p)
		return program(p)
	}
	flex := func(steps ...therapy.FlexStep) therapy.Infusion {
		return therapy.Infusion{Mode: therapy.Flex, Patterns: []therapy.Pattern{{Name: "day", Steps: steps}}}
	}
	b := open(t)
	b.at(0,
		fault(func(p *therapy.Prescription) { p.Drug = 3 }),
		fault(func(p *therapy.Prescription) { p.Concentration = 25_001 }),
		fault(func(p *therapy.Prescription) { p.Concentration = 0 }),
		fault(func(p *therapy.Prescription) { p.Infusion = flex() }),
		fault(func(p *therapy.Prescription) { p.Infusion = flex(therapy.FlexStep{From: 1, Give: 3_000_000}) }),
		fault(func(p *therapy.Prescription) { p.Infusion.Daily = 479_990 }),
		fault(func(p *therapy.Prescription) { p.Infusion.Daily = 240_000_010 }),
		fault(func(p *therapy.Prescription) {
			p.Infusion = flex(therapy.FlexStep{Give: 900_000_000}, therapy.FlexStep{From: 12 * units.Hour, Give: 0})
		}),
		fault(func(p *therapy.Prescription) { p.Infusion = periodic(); p.Infusion.Periodic.Background = 0 }),
		fault(func(p *therapy.Prescription) { p.Infusion = periodic(); p.Infusion.Periodic.Give = 5 }),
		fault(func(p *therapy.Prescription) { p.Infusion = periodic(); p.Infusion.Periodic.Over = 7 * units.Hour }),
		fault(func(p *therapy.Prescription) { p.Infusion = periodic(); p.Infusion.Periodic.Over = units.Second }),
		fault(func(p *therapy.Prescription) {
			p.Drug, p.Concentration, p.Infusion.Daily = therapy.Ziconotide, 25, 21_601
		}),
		fault(func(p *therapy.Prescription) {
			p.Drug, p.Concentration, p.Infusion.Daily = therapy.Ziconotide, 25, 21_600
		}),
		fault(func(p *therapy.Prescription) { p.PatientBolus.Over = units.Minute - 1 }),
		fault(func(p *therapy.Prescription) { p.PatientBolus.Over = 12*units.Hour + 1 }),
		fault(func(p *therapy.Prescription) { p.PatientBolus.Lockout = 5*units.Minute - 1 }),
		fault(func(p *therapy.Prescription) { p.PatientBolus.Over, p.PatientBolus.Lockout = units.Hour, units.Hour-1 }),
		fault(func(p *therapy.Prescription) { p.PatientBolus.PerDay = 25 }),
		fault(func(p *therapy.Prescription) { p.PatientBolus.Dose = 5 }),
		fault(func(p *therapy.Prescription) { p.PatientBolus.Dose, p.PatientBolus.Over = 2_000_000, units.Minute }),
		fault(func(p *therapy.Prescription) {
			p.Infusion.Daily, p.Acknowledge = 16_000_000, false
			p.PatientBolus.Dose, p.PatientBolus.Over = 3_200_001, units.Hour
		}),
		fault(func(p *therapy.Prescription) { p.Infusion.Daily, p.Acknowledge = 1_499_999, false }),
		fault(func(p *therapy.Prescription) { p.Infusion.Daily, p.Acknowledge = 1_500_000, false })).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: program: program_refused error=unknown_drug field=drug
		0 h: program: program_refused error=concentration_out_of_range field=concentration got=25001 min=1 max=25000
		0 h: program: program_refused error=concentration_out_of_range field=concentration got=0 min=1 max=25000
		0 h: program: program_refused error=flex_malformed field=infusion.flex
		0 h: program: program_refused error=flex_malformed field=infusion.flex
		0 h: program: program_refused error=rate_below_minimum field=infusion.continuous got=47999 min=48000
		0 h: program: program_refused error=rate_above_maximum field=infusion.continuous got=24000001 max=24000000
		0 h: program: program_refused error=rate_below_minimum field=infusion.flex.patterns.day.2.give got=0 min=48000
		0 h: program: program_refused error=rate_below_minimum field=infusion.periodic.background got=0 min=48000
		0 h: program: program_refused error=dose_too_small field=infusion.periodic.give got=5 min=6
		0 h: program: program_refused error=over_longer_than_every field=infusion.periodic.over got=25200000 max=21600000
		0 h: program: program_refused error=rate_above_maximum field=infusion.periodic got=4320100000 max=24000000
		0 h: program: program_refused error=daily_dose_above_maximum field=infusion.continuous got=21601 max=21600
		0 h: program: program_refused error=patient_bolus_not_morphine field=patient_bolus
		0 h: program: program_refused error=over_out_of_range field=patient_bolus.over got=59999 min=60000 max=43200000
		0 h: program: program_refused error=over_out_of_range field=patient_bolus.over got=43200001 min=60000 max=43200000
		0 h: program: program_refused error=lockout_out_of_range field=patient_bolus.lockout got=299999 min=600000 max=86400000
		0 h: program: program_refused error=lockout_out_of_range field=patient_bolus.lockout got=3599999 min=3600000 max=86400000
		0 h: program: program_refused error=per_day_out_of_range field=patient_bolus.per_day got=25 min=1 max=24
		0 h: program: program_refused error=dose_too_small field=patient_bolus.dose got=5 min=6
		0 h: program: program_refused error=rate_above_maximum field=patient_bolus got=288300000 max=24000000
		0 h: program: program_refused error=warning_not_acknowledged warnings=[daily_dose_high daily_dose_changed patient_bolus_large]
		0 h: program: program_refused error=warning_not_acknowledged warnings=[daily_dose_changed patient_bolus_large]
		0 h: program: programmed mode=continuous rate_nl_per_day=150000 warnings=[]`)
	naive := open(t, remote(nil), func(s *pump.Setup) { s.OpioidNaive = true })
	naive.at(0, fault(func(*therapy.Prescription) {})).says(`
		0 h: start: programmed mode=continuous rate_nl_per_day=300000 warnings=[]
		0 h: program: program_refused error=opioid_naive field=patient_bolus`)
}
