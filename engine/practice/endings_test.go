package practice_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Acts that stories are made of.
const (
	look   = "{do: interrogate}" // changes nothing
	inside = "{do: take, needle: refill}, {do: insert, port: reservoir}"
	change = "{drug: morphine, concentration: 10 mg/mL, infusion: {continuous: 3 mg/day}}"
)

// program is a new prescription, another infusion than the present one.
func program(infusion string) string {
	return "{do: program, prescription: {drug: morphine, concentration: 10 mg/mL, infusion: " + infusion + ", acknowledge: true}}"
}

// refilled empties the pump and fills it from the vial of 10 mg/mL.
func refilled(volume string) string {
	return inside + `, {do: empty}, {do: draw_up, vial: "null", volume: ` + volume + "}, {do: inject, volume: " + volume + "}"
}

// steps is the scenario with these in the place of its own.
func steps(all ...string) string {
	return strings.Replace(refill, "  - {at: 30 s, do: end_stall}\n", strings.Join(all, ""), 1)
}

func TestEachStateThatACaseEndsInHoldsOrNot(t *testing.T) {
	const stall, free = "  - {at: 10 s, do: begin_stall}\n", "  - {at: 20 s, do: end_stall}\n"
	const enter, leave = "  - {at: 10 s, do: enter_mri}\n", "  - {at: 20 s, do: leave_mri}\n"
	const periodic = "{periodic: {give: 1 mg, over: 30 min, every: 8 h, background: 1 mg/day}}"
	for _, c := range []struct {
		state, scenario, acts string
		so                    bool
	}{
		{"running", refill, look, true},
		{"running", refill, "{do: stop}", false},
		{"running", refill, "{do: stop}, {do: restart}", true},
		{"running", refill, "{do: begin_update}", false},
		{"running", refill, "{do: begin_update}, {do: abandon_update}", false},
		{"running", refill, "{do: begin_update}, {do: abandon_update}, {do: restart}", true},
		{"running", refill, "{do: begin_update}, {do: commit_update, prescription: " + change + "}", true},
		{"running", refill, program("stopped"), false},
		{"running", refill, program("minimum_rate"), true},
		{"running", steps(stall), look, false},
		{"running", steps(stall, free), look, true},
		{"running", steps(enter), look, false},
		{"running", steps(enter, leave), look, true},

		{"as_prescribed", refill, look, true},
		{"as_prescribed", refill, program("{continuous: 4 mg/day}"), false},
		{"as_prescribed", refill, program("{continuous: 4 mg/day}") + ", " + program("{continuous: 3 mg/day}"), true},
		{"as_prescribed", refill, program("{continuous: 400 mg/day}"), true}, // refused
		{"as_prescribed", refill, "{do: program, prescription: {drug: morphine, concentration: 20 mg/mL, infusion: {continuous: 3 mg/day}}}", false},
		{"as_prescribed", refill, "{do: program, prescription: {drug: morphine, concentration: 10 mg/mL, infusion: {continuous: 3 mg/day}, " +
			"patient_bolus: {dose: 0.3 mg, over: 10 min, lockout: 3 h, per_day: 4}}}", false},
		{"as_prescribed", refill, "{do: stop}", true},

		{"volume_told", refill, look, true},
		{"volume_told", refill, "{do: set_reservoir, volume: 4.7 mL}", true},
		{"volume_told", refill, "{do: set_reservoir, volume: 4.700001 mL}", false},
		{"volume_told", refill, "{do: set_reservoir, volume: 3.7 mL}", true},
		{"volume_told", refill, "{do: set_reservoir, volume: 3.699999 mL}", false},
		{"volume_told", refill, inside + ", {do: empty}", false},
		{"volume_told", refill, inside + ", {do: empty}, {do: set_reservoir, volume: 0 mL}", true},

		{"filled", refill, look, false},
		{"filled", refill, refilled("18 mL"), true},
		{"filled", refill, refilled("17.501 mL"), true},
		{"filled", refill, refilled("17.5 mL"), false}, // a little is given in the minute
		{"filled", refill, refilled("18.5 mL"), true},
		{"filled", refill, refilled("18.501 mL"), false},
		{"filled", refill, strings.Replace(refilled("18 mL"), "port: reservoir", "port: beside", 1), false},

		{"needle_out", refill, look, true},
		{"needle_out", refill, "{do: take, needle: refill}", true},
		{"needle_out", refill, "{do: take, needle: refill}, {do: insert, port: catheter}", true}, // it does not go in
		{"needle_out", refill, inside, false},
		{"needle_out", refill, inside + ", {do: withdraw}", true},

		{"nothing_astray", refill, look, true},
		{"nothing_astray", refill, refilled("18 mL"), true},
		{"nothing_astray", refill, strings.Replace(refilled("18 mL"), "port: reservoir", "port: beside", 1), false},
		{"nothing_astray", refill, strings.NewReplacer("port: reservoir", "port: catheter", "needle: refill", "needle: access").Replace(refilled("1 mL")), false},
		{"nothing_astray", refill, "{do: take, needle: refill}, {do: insert, port: beside}, {do: draw_back}", true},

		{"steady", refill, look, true},
		{"steady", refill, "{do: stop}", false},
		{"steady", refill, program("{continuous: 3.75 mg/day}"), true},
		{"steady", refill, program("{continuous: 3.76 mg/day}"), false},
		{"steady", refill, program("{continuous: 2.25 mg/day}"), true},
		{"steady", refill, program("{continuous: 2.24 mg/day}"), false},
		{"steady", refill, "{do: clinician_bolus, dose: 0.3 mg, over: 30 min}", false},
		{"steady", refill, inside + ", {do: empty}", false},
		{"steady", refill, program(periodic), false},
	} {
		assert.Equal(t, c.so, ends(t, c.state, c.scenario, level, c.acts), "%s: %s", c.state, c.acts)
	}

	// A dose that is not the same all day is looked at day by day.
	for infusion, so := range map[string]bool{
		periodic: true,
		"{periodic: {give: 1 mg, over: 30 min, every: 24 h, background: 1 mg/day}}":  false,
		"{periodic: {give: 0.5 mg, over: 30 min, every: 4 h, background: 1 mg/day}}": true,
	} {
		of := func(src, infusion string) string { return strings.Replace(src, "{continuous: 3 mg/day}", infusion, 1) }
		assert.Equal(t, so, ends(t, "steady", of(refill, infusion), of(level, periodic), look), infusion)
	}

	// Where nothing is ordered, what was in the pump counts.
	for acts, so := range map[string]bool{look: true, "{do: stop}": false} {
		assert.Equal(t, so, ends(t, "steady", refill, spare, acts), acts)
	}
}

// ends tells whether a case ends in a state after these acts.
func ends(t *testing.T, state, world, src, acts string) bool {
	t.Helper()
	src = strings.NewReplacer("{did: {do: interrogate}, before: {do: insert}}", "{ends: "+state+"}",
		"{did: {do: interrogate}}", "{ends: "+state+"}").Replace(src)
	return toldIn(t, world, src, acts).Score().Wants[0].So
}

// level is the case with every key, but without chance.
var level = strings.Replace(everything, "draw:\n  - {flow_error: -2 %, reservoir: 4.5 mL}\n  - {flow_error: +3 %}\n", "", 1)
