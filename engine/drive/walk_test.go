package drive_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/drive"
)

const (
	wantsDose    = "  - {say: Ask., task: {do: It., wants: {event: patient_bolus_started}, help: Here.}}\n"
	wantsLockout = "  - {say: Ask., task: {do: It., wants: {denied: lockout}, help: Here.}}\n"
)

// TestADriveThatDoesNotFitItsScenarioIsNamedWithStepAndRemedy: what Check finds,
// and Walk with it.
func TestADriveThatDoesNotFitItsScenarioIsNamedWithStepAndRemedy(t *testing.T) {
	later := drive.Scenarios{"here": changed(t, ""), "there": changed(t, "08:00 => 09:00")}
	two := stepsOf(t, "  - say: One.\n")
	two.Lanes = append(two.Lanes, drive.Lane{Scenario: "there", Name: "Two"})
	flare := stepsOf(t, "  - say: One.\n")
	flare.Flares = []drive.Flare{{At: hours(96), Lasts: 1, Strength: 1}}
	for _, c := range []struct {
		drive         *drive.Drive
		scenarios     drive.Scenarios
		step          int
		what, allowed string
	}{
		{two, here(t, ""), 0, "there is no scenario there", "the plain name of a file in content/scenarios"},
		{two, later, 0, "the scenario there starts at another time than the first", "lanes that start at the same civil time"},
		{stepsOf(t, "  - say: One.\n  - {say: Two., run: {until: 97 h}}\n"), here(t, ""), 2,
			"the scenario here ends at 4 d, before this run", "until: 4 d 1 h or more in the scenario"},
		{flare, here(t, ""), 0, "a flare at 4 d comes after the scenario's end", "an instant before 4 d"},
		{stepsOf(t, "  - say: One.\n"+wantsDose), here(t, bolus+" => "), 2, notPossible, otherWant},
		{stepsOf(t, wantsLockout), here(t, bolus+" => "), 1, notPossible, otherWant},
		{stepsOf(t, "  - {say: Ask., task: {do: It., wants: {denied: daily_limit}, help: Here.}}\n"), here(t, unlimited), 1, notPossible, otherWant},
		{stepsOf(t, "  - {say: Ask., task: {do: It., wants: {denied: not_prescribed}, help: Here.}}\n"), here(t, ""), 1, notPossible, otherWant},
	} {
		for _, err := range []error{drive.Check(c.drive, c.scenarios), drive.Walk(c.drive, c.scenarios)} {
			var misfit *drive.Misfit
			require.ErrorAs(t, err, &misfit, c.what)
			assert.Equal(t, drive.Misfit{Drive: "a-drive", Step: c.step, Problem: c.what, Allowed: c.allowed}, *misfit)
		}
	}
}

const (
	notPossible = "no prescription of the scenario here makes possible what is wanted"
	otherWant   = "another want, or a scenario that prescribes it"
)

func TestAMisfitIsToldInTwoLines(t *testing.T) {
	err := drive.Misfit{Drive: "first-day", Step: 3, Problem: "it is so", Allowed: "it to be otherwise"}
	assert.EqualError(t, &err, "first-day: step 3: it is so\n    allowed: it to be otherwise")
	err.Step = 0
	assert.EqualError(t, &err, "first-day: it is so\n    allowed: it to be otherwise")
}

// TestADriveThatGetsStuckIsNamedWithItsStep: what only walking finds.
func TestADriveThatGetsStuckIsNamedWithItsStep(t *testing.T) {
	for _, c := range []struct {
		steps string
		step  int
		what  string
	}{
		{wantsLockout + "  - {say: On., run: {until: 5 min}}\n", 2, "time has come to 10 min before this run begins"},
		{wantsLockout + "  - {say: On., run: {until: 10 min}}\n", 2, "time has come to 10 min before this run begins"},
		{"  - {say: On., run: {until: {event: motor_stall_detected}, most: 30 h}}\n", 1, "no motor_stall_detected comes within 1 d 6 h"},
		{"  - {say: On., run: {until: {event: flex_step_began}, most: 10 d}}\n", 1, "the scenario here ends at 4 d, before this step"},
		{"  - {say: Ask., task: {do: It., wants: {denied: pump_unavailable}, help: Here.}}\n", 1, "what the task wants cannot be had at 0 h"},
		{"  - {say: On., run: {until: 31 h}}\n" + wantsDose, 2, "what the task wants cannot be had at 1 d 7 h"},
		{"  - {say: Ask., task: {do: It., wants: {denied: daily_count}, help: Here.}}\n", 1, "the scenario here ends at 4 d, before this step"},
	} {
		d := stepsOf(t, c.steps)
		require.NoError(t, drive.Check(d, here(t, "")))
		err := drive.Walk(d, here(t, ""))
		var misfit *drive.Misfit
		if assert.ErrorAs(t, err, &misfit, c.steps) {
			assert.Equal(t, c.step, misfit.Step, c.steps)
			assert.Equal(t, c.what, misfit.Problem)
			assert.NotEmpty(t, misfit.Allowed)
		}
	}
}

func TestAWalkHearsEveryEventOnTheWay(t *testing.T) {
	for _, steps := range []string{
		"  - {say: On., run: {until: {event: alarm_raised}, most: 1 d}}\n  - {say: On., run: {until: 30 h 10 min}}\n" +
			"  - {say: On., run: {until: {event: motor_stall_detected}, most: 11 min}}\n  - {say: On., run: {until: 30 h 21 min}}\n",
		wantsDose + "  - {say: On., run: {until: {event: bolus_completed}, most: 10 min}}\n  - {say: On., run: {until: 10 min 1 ms}}\n",
		"  - {say: On., run: {until: {event: stall_began}, most: 30 h}}\n  - {say: On., run: {until: {event: stall_ended}, most: 4 h}}\n",
	} {
		assert.NoError(t, drive.Walk(stepsOf(t, steps), here(t, "")), steps)
	}
}

func TestAWantMayComeWithALaterPrescription(t *testing.T) {
	program := bolus + "steps: => steps:\n  - at: 1 h\n    do: program\n    prescription: {drug: morphine, concentration: 10 mg/mL, infusion: {continuous: 3 mg/day}, patient_bolus: {dose: 0.3 mg, over: 10 min, lockout: 3 h, per_day: 3}}"
	d := stepsOf(t, "  - {say: On., run: {until: 2 h}}\n"+wantsDose)
	assert.NoError(t, drive.Walk(d, here(t, program)))
}

func TestEveryLaneRunsBesideTheFirst(t *testing.T) {
	d := stepsOf(t, "  - {say: On., run: {until: 50 h}}\n")
	d.Lanes = append(d.Lanes, drive.Lane{Scenario: "short", Name: "Two"})
	scenarios := here(t, "")
	scenarios["short"] = changed(t, "until: 4 d => until: 49 h")
	assert.ErrorContains(t, drive.Walk(d, scenarios), "the scenario short ends at 2 d 1 h, before this run")
}
