package scenario

import (
	"fmt"
	"slices"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// commandReaders says for each command which keys its step has besides at,
// do and expect, and how they are read.
var commandReaders = []struct {
	name string
	keys []string
	read func(document.Mapping) pump.Command
}{
	{"request_patient_bolus", []string{"link"}, func(k document.Mapping) pump.Command {
		return pump.RequestPatientBolus{Link: document.Word(k.Get("link"), Links, pump.LinkOK)}
	}},
	{"query_pump", nil, plain(pump.QueryPump{})},
	{"interrogate", nil, plain(pump.Interrogate{})},
	{"program", changeKeys, func(k document.Mapping) pump.Command { return pump.Program{Change: readChange(k)} }},
	{"begin_update", nil, plain(pump.BeginUpdate{})},
	{"commit_update", changeKeys, func(k document.Mapping) pump.Command { return pump.CommitUpdate{Change: readChange(k)} }},
	{"abandon_update", nil, plain(pump.AbandonUpdate{})},
	{"stop", nil, plain(pump.Stop{})},
	{"restart", nil, plain(pump.Restart{})},
	{"clinician_bolus", []string{"dose", "over"}, func(k document.Mapping) pump.Command {
		return pump.ClinicianBolus{
			Dose: document.Quantity(k.Must("dose"), units.ParseMass, 0),
			Over: document.Quantity(k.Must("over"), units.ParseSpan, 0),
		}
	}},
	{"prime", nil, plain(pump.Prime{})},
	{"aspirate", []string{"site"}, func(k document.Mapping) pump.Command {
		return pump.Aspirate{Site: document.Word(k.Get("site"), drawnFrom, pump.ReservoirPort)}
	}},
	{"inject", []string{"site", "volume", "drug", "concentration"}, readInject},
	{"set_reservoir", []string{"volume"}, func(k document.Mapping) pump.Command {
		return pump.SetReservoir{Volume: document.Quantity(k.Must("volume"), units.ParseVolume, 0)}
	}},
	{"set_low_alarm", []string{"volume"}, func(k document.Mapping) pump.Command {
		return pump.SetLowAlarm{Volume: document.Quantity(k.Must("volume"), units.ParseVolume, 0)}
	}},
	{"begin_stall", nil, plain(pump.BeginStall{})},
	{"end_stall", nil, plain(pump.EndStall{})},
	{"enter_mri", nil, plain(pump.EnterMRI{})},
	{"leave_mri", nil, plain(pump.LeaveMRI{})},
}

// plain is the reader of a command that needs nothing but its name.
func plain(c pump.Command) func(document.Mapping) pump.Command {
	return func(document.Mapping) pump.Command { return c }
}

var changeKeys = []string{"prescription", "bridge", "reservoir"}

func readChange(k document.Mapping) pump.Change {
	c := pump.Change{
		Prescription: ReadPrescription(k.Must("prescription")),
		Bridge:       k.Get("bridge").Boolean(),
	}
	if v := k.Get("reservoir"); v.Given() {
		volume := document.Quantity(v, units.ParseVolume, 0)
		c.Reservoir = &volume
	}
	return c
}

func readInject(k document.Mapping) pump.Command {
	volume, concentration := k.Must("volume"), k.Must("concentration")
	return pump.Inject{
		Site:          document.Word(k.Must("site"), Sites, pump.ReservoirPort),
		Volume:        document.AtMost(volume, document.Quantity(volume, units.ParseVolume, 0), syringe),
		Drug:          ReadDrug(k.Must("drug")),
		Concentration: document.AtMost(concentration, document.Quantity(concentration, units.ParseConcentration, 0), strongest),
	}
}

func readSteps(v document.Value) []Step {
	entries := v.Items("a list of steps such as {at: 30 min, do: request_patient_bolus}")
	if len(entries) > MaxSteps {
		v.Fail("", fmt.Sprintf("%d steps stand here", len(entries)), fmt.Sprintf("at most %d", MaxSteps))
		return nil
	}
	var steps []Step
	for _, entry := range entries {
		if v.Err() != nil {
			return nil
		}
		step, at := readStep(entry)
		if n := len(steps); n > 0 && step.At < steps[n-1].At {
			at.Fail(at.Written(), "the steps are not in order of time",
				"not before the step above it, at "+steps[n-1].At.String())
		}
		steps = append(steps, step)
	}
	return steps
}

// readStep reads a step and says where its time stands. What it does decides
// which other keys it may have, so that is read first.
func readStep(v document.Value) (Step, document.Value) {
	k := v.Entries("a step such as {at: 30 min, do: request_patient_bolus}")
	do := k.Must("do")
	name := do.Text("the name of a command")
	if !v.Given() {
		return Step{}, v
	}
	if !slices.Contains(CommandNames(), name) {
		do.Unknown(name, CommandNames())
		return Step{}, v
	}
	command := ReadCommand(v, name, "at", "do", "expect")
	at := k.Must("at")
	return Step{
		At:      units.Instant(document.AtMost(at, document.Quantity(at, units.ParseSpan, 0), MaxLength)),
		Command: command,
		Expect:  readExpect(k.Get("expect")),
	}, at
}

// CommandNames are the names of all commands, as they stand after do.
func CommandNames() []string {
	names := make([]string, len(commandReaders))
	for i, c := range commandReaders {
		names[i] = c.name
	}
	return names
}

// ReadCommand reads the command of that name, one of CommandNames, from a
// mapping that may have the given keys, do among them, and those that the
// command needs.
func ReadCommand(v document.Value, name string, keys ...string) pump.Command {
	for _, c := range commandReaders {
		if c.name == name {
			return c.read(v.Open(append(keys, c.keys...)...))
		}
	}
	return nil
}
