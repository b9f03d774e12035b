package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Command is something a person, a remote, a programmer or the world does to
// the pump. The types below are all there are.
type Command interface {
	// Name is the word for the command in scenarios and logs, such as
	// "request_patient_bolus".
	Name() string
}

// Link says how the radio link between remote and pump behaves.
type Link uint8

// The states of the link during one request.
const (
	LinkOK       Link = iota
	NoConnection      // the request does not reach the pump
	ReplyLost         // the pump acts, its answer does not come back
)

// Site is where a needle is when something is injected.
type Site uint8

// The places a drug can be injected into.
const (
	ReservoirPort Site = iota
	CatheterPort
	Pocket // under the skin, beside the pump
)

// The commands.
type (
	// RequestPatientBolus is the patient's press on the remote.
	RequestPatientBolus struct{ Link Link }
	// QueryPump is the remote asking the pump what it did.
	QueryPump struct{}
	// Interrogate is the clinician's programmer reading the pump.
	Interrogate struct{}
	// Program replaces the prescription in one instant.
	Program struct{ Change Change }
	// BeginUpdate stops the pump for an update.
	BeginUpdate struct{}
	// CommitUpdate brings the new prescription into force and restarts.
	CommitUpdate struct{ Change Change }
	// AbandonUpdate ends an update without a commit: the pump stays stopped.
	AbandonUpdate struct{}
	// Stop stops the pump.
	Stop struct{}
	// Restart brings the prescription in force back.
	Restart struct{}
	// ClinicianBolus gives a dose over a time, on top of the background.
	ClinicianBolus struct {
		Dose units.Mass
		Over units.Span
	}
	// Prime fills the drug path at the highest rate.
	Prime struct{}
	// Aspirate draws everything above the residual out of the reservoir, or at
	// the catheter port all that the drug path holds: the patient's own fluid
	// follows it in. From beside the pump nothing comes.
	Aspirate struct{ Site Site }
	// Inject puts a drug somewhere with a needle.
	Inject struct {
		Site          Site
		Volume        units.Volume
		Drug          therapy.Drug
		Concentration units.Concentration
	}
	// SetReservoir tells the pump how much it now holds.
	SetReservoir struct{ Volume units.Volume }
	// SetLowAlarm sets at how much the pump warns of a low reservoir, 1 to 10 mL.
	SetLowAlarm struct{ Volume units.Volume }
	// BeginStall stops the rotor; EndStall frees it.
	BeginStall struct{}
	// EndStall ends a stall.
	EndStall struct{}
	// EnterMRI is a stall with a cause; LeaveMRI ends it.
	EnterMRI struct{}
	// LeaveMRI takes the pump out of the field.
	LeaveMRI struct{}
)

// Change is what a programme brings: the prescription, whether the old
// contents of the drug path are bridged, and the volume now in the reservoir.
type Change struct {
	Prescription therapy.Prescription
	Bridge       bool
	Reservoir    *units.Volume // nil: the computed volume stays
}

// Clone is a copy that shares nothing with the change.
func (c Change) Clone() Change {
	c.Prescription = c.Prescription.Clone()
	if c.Reservoir != nil {
		v := *c.Reservoir
		c.Reservoir = &v
	}
	return c
}

// Name implements Command.
func (RequestPatientBolus) Name() string { return "request_patient_bolus" }

// Name implements Command.
func (QueryPump) Name() string { return "query_pump" }

// Name implements Command.
func (Interrogate) Name() string { return "interrogate" }

// Name implements Command.
func (Program) Name() string { return "program" }

// Name implements Command.
func (BeginUpdate) Name() string { return "begin_update" }

// Name implements Command.
func (CommitUpdate) Name() string { return "commit_update" }

// Name implements Command.
func (AbandonUpdate) Name() string { return "abandon_update" }

// Name implements Command.
func (Stop) Name() string { return "stop" }

// Name implements Command.
func (Restart) Name() string { return "restart" }

// Name implements Command.
func (ClinicianBolus) Name() string { return "clinician_bolus" }

// Name implements Command.
func (Prime) Name() string { return "prime" }

// Name implements Command.
func (Aspirate) Name() string { return "aspirate" }

// Name implements Command.
func (Inject) Name() string { return "inject" }

// Name implements Command.
func (SetReservoir) Name() string { return "set_reservoir" }

// Name implements Command.
func (SetLowAlarm) Name() string { return "set_low_alarm" }

// Name implements Command.
func (BeginStall) Name() string { return "begin_stall" }

// Name implements Command.
func (EndStall) Name() string { return "end_stall" }

// Name implements Command.
func (EnterMRI) Name() string { return "enter_mri" }

// Name implements Command.
func (LeaveMRI) Name() string { return "leave_mri" }
