package scenario

import (
	"fmt"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// commandReaders says for each command which keys its step has besides at,
// do and expect, and how they are read.
var commandReaders = []struct {
	name string
	keys []string
	read func(keys) pump.Command
}{
	{"request_patient_bolus", []string{"link"}, func(k keys) pump.Command {
		return pump.RequestPatientBolus{Link: word(k.get("link"), links, pump.LinkOK)}
	}},
	{"query_pump", nil, plain(pump.QueryPump{})},
	{"interrogate", nil, plain(pump.Interrogate{})},
	{"program", changeKeys, func(k keys) pump.Command { return pump.Program{Change: readChange(k)} }},
	{"begin_update", nil, plain(pump.BeginUpdate{})},
	{"commit_update", changeKeys, func(k keys) pump.Command { return pump.CommitUpdate{Change: readChange(k)} }},
	{"abandon_update", nil, plain(pump.AbandonUpdate{})},
	{"stop", nil, plain(pump.Stop{})},
	{"restart", nil, plain(pump.Restart{})},
	{"clinician_bolus", []string{"dose", "over"}, func(k keys) pump.Command {
		return pump.ClinicianBolus{
			Dose: quantity(k.must("dose"), units.ParseMass, 0),
			Over: quantity(k.must("over"), units.ParseSpan, 0),
		}
	}},
	{"prime", nil, plain(pump.Prime{})},
	{"aspirate", nil, plain(pump.Aspirate{})},
	{"inject", []string{"site", "volume", "drug", "concentration"}, readInject},
	{"set_reservoir", []string{"volume"}, func(k keys) pump.Command {
		return pump.SetReservoir{Volume: quantity(k.must("volume"), units.ParseVolume, 0)}
	}},
	{"begin_stall", nil, plain(pump.BeginStall{})},
	{"end_stall", nil, plain(pump.EndStall{})},
	{"enter_mri", nil, plain(pump.EnterMRI{})},
	{"leave_mri", nil, plain(pump.LeaveMRI{})},
}

// plain is the reader of a command that needs nothing but its name.
func plain(c pump.Command) func(keys) pump.Command {
	return func(keys) pump.Command { return c }
}

var changeKeys = []string{"prescription", "bridge", "reservoir"}

func readChange(k keys) pump.Change {
	c := pump.Change{
		Prescription: readPrescription(k.must("prescription")),
		Bridge:       k.get("bridge").boolean(),
	}
	if v := k.get("reservoir"); v.given() {
		volume := quantity(v, units.ParseVolume, 0)
		c.Reservoir = &volume
	}
	return c
}

func readInject(k keys) pump.Command {
	volume, concentration := k.must("volume"), k.must("concentration")
	return pump.Inject{
		Site:          word(k.must("site"), sites, pump.ReservoirPort),
		Volume:        atMost(volume, quantity(volume, units.ParseVolume, 0), syringe),
		Drug:          readDrug(k.must("drug")),
		Concentration: atMost(concentration, quantity(concentration, units.ParseConcentration, 0), strongest),
	}
}

func readSteps(v value) []Step {
	entries := v.items("a list of steps such as {at: 30 min, do: request_patient_bolus}")
	if len(entries) > MaxSteps {
		v.fail("", fmt.Sprintf("%d steps stand here", len(entries)), fmt.Sprintf("at most %d", MaxSteps))
		return nil
	}
	var steps []Step
	for _, entry := range entries {
		if v.err != nil {
			return nil
		}
		step, at := readStep(entry)
		if n := len(steps); n > 0 && step.At < steps[n-1].At {
			at.fail(writtenAt(at.show), "the steps are not in order of time",
				"not before the step above it, at "+steps[n-1].At.String())
		}
		steps = append(steps, step)
	}
	return steps
}

// readStep reads a step and says where its time stands. What it does decides
// which other keys it may have, so that is read first.
func readStep(v value) (Step, value) {
	k := v.entries("a step such as {at: 30 min, do: request_patient_bolus}")
	name := k.must("do").text("the name of a command")
	if !k.whole.given() {
		return Step{}, v
	}
	for _, c := range commandReaders {
		if c.name != name {
			continue
		}
		v.open(append([]string{"at", "do", "expect"}, c.keys...)...)
		at := k.must("at")
		return Step{
			At:      units.Instant(atMost(at, quantity(at, units.ParseSpan, 0), MaxLength)),
			Command: c.read(k),
			Expect:  readExpect(k.get("expect")),
		}, at
	}
	names := make([]string, len(commandReaders))
	for i, c := range commandReaders {
		names[i] = c.name
	}
	k.get("do").unknownWord(name, names)
	return Step{}, v
}
