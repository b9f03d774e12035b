package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Event is something that happened. It is one flat value for all kinds, so
// that a pump's whole life is logged without an allocation for each event;
// Kind says which of the fields count, as its comment lists.
type Event struct {
	Kind     EventKind
	Denial   Denial
	Alarm    Alarm
	Bolus    BolusKind
	Mode     therapy.Mode
	Drug     therapy.Drug
	Site     Site
	Warnings therapy.Warnings

	HasRetry  bool  // RetryAt counts: waiting is enough
	LeftToday int16 // boluses left of the day's number, after this one
	Step      int16 // flex step within the pattern, counted from 1

	Rate          units.FlowRate      // programmed
	Dose          units.Mass          // as prescribed
	Volume        units.Volume        // of the bolus, given, drawn, injected, left over or set
	Expected      units.Volume        // what the pump believed it held
	Ends          units.Instant       // of a bolus
	RetryAt       units.Instant       // the first instant at which this reason no longer holds
	Concentration units.Concentration // of what was injected
	Pattern       string              // name of the flex pattern
	Refusal       Refusal             // why a program or command was refused
	Fault         *therapy.Fault      // where a prescription breaks a limit; nil: no field to name

	programme *therapy.Programme // Programmed: what came into force
	opening   bool               // Programmed: at the start of the session, without a lockout
	brimful   bool               // Injected: the reservoir is full, Volume is the floor of what fitted
	field     bool               // StallBegan: in an MRI field
}

// EventKind is what kind of thing happened.
type EventKind uint8

// The kinds of event, with the fields that count.
const (
	noEvent             EventKind = iota
	Programmed                    // Mode, Rate, Warnings: a prescription came into force
	ProgramRefused                // Refusal, Fault, Warnings
	UpdateBegun                   // the pump stops for an update
	UpdateAbandoned               // the pump stays stopped
	PumpStopped                   // Rate (0)
	PumpRestarted                 // Rate
	FlexStepBegan                 // Step, Pattern, Rate
	PatientBolusStarted           // Dose, Volume, Ends, LeftToday
	PatientBolusDenied            // Denial, RetryAt where HasRetry
	BolusStarted                  // Bolus, Volume, Rate, Ends
	BolusCompleted                // Bolus, Volume (given)
	BolusInterrupted              // Bolus, Volume (given)
	AlarmRaised                   // Alarm
	AlarmCleared                  // Alarm
	StallDetected                 // the pump noticed that its rotor stands
	StallRecovered                // the pump noticed that its rotor turns again
	Interrogated                  // by the clinician's programmer
	Queried                       // by the remote
	ConnectionFailed              // the remote could not reach the pump
	AnswerLost                    // the pump acted, the remote does not know how
	Aspirated                     // Volume, Expected
	CatheterAspirated             // Volume
	Injected                      // Site, Volume, Drug, Concentration
	OverfillRefused               // Volume (what stayed in the syringe)
	ReservoirSet                  // Volume
	LowAlarmSet                   // Volume
	RanDry                        // the rotor took the last that could be had
	StallBegan                    // the rotor stands
	StallEnded                    // the rotor is free
	CommandRefused                // Refusal
	periodicPassed                // a periodic bolus that could not start; never logged
	fieldLeft                     // the pump is out of the field but held in telemetry mode; never logged

	eventKinds = iota
)

var eventNames = [eventKinds]string{
	Programmed: "programmed", ProgramRefused: "program_refused",
	UpdateBegun: "update_begun", UpdateAbandoned: "update_abandoned",
	PumpStopped: "stopped", PumpRestarted: "restarted", FlexStepBegan: "flex_step_began",
	PatientBolusStarted: "patient_bolus_started", PatientBolusDenied: "patient_bolus_denied",
	BolusStarted: "bolus_started", BolusCompleted: "bolus_completed", BolusInterrupted: "bolus_interrupted",
	AlarmRaised: "alarm_raised", AlarmCleared: "alarm_cleared",
	StallDetected: "motor_stall_detected", StallRecovered: "motor_stall_recovered",
	Interrogated: "interrogated", Queried: "queried",
	ConnectionFailed: "no_connection", AnswerLost: "reply_lost",
	Aspirated: "aspirated", CatheterAspirated: "catheter_aspirated", Injected: "injected", OverfillRefused: "overfill_refused",
	ReservoirSet: "reservoir_set", LowAlarmSet: "low_alarm_set", RanDry: "ran_dry",
	StallBegan: "stall_began", StallEnded: "stall_ended", CommandRefused: "command_refused",
	periodicPassed: "", fieldLeft: "",
}

// String is the kind's name in the log, such as "patient_bolus_denied".
func (k EventKind) String() string { return eventNames[k] }

// EventKinds lists every kind that a log may hold, in the order of their table.
func EventKinds() []EventKind {
	kinds := make([]EventKind, 0, eventKinds)
	for k := Programmed; k <= CommandRefused; k++ {
		kinds = append(kinds, k)
	}
	return kinds
}

// LogName says who knows of an event.
type LogName uint8

// The logs.
const (
	PumpLog   LogName = iota // the pump knows and keeps it
	RemoteLog                // only the patient's remote knows
	TruthLog                 // only the simulator knows
)

var logNames = [...]string{PumpLog: "pump", RemoteLog: "remote", TruthLog: "truth"}

// String is the log's name, such as "pump".
func (l LogName) String() string { return logNames[l] }

// Log says who knows of the event.
func (e Event) Log() LogName {
	switch e.Kind {
	case ConnectionFailed, AnswerLost:
		return RemoteLog
	case Aspirated, CatheterAspirated, Injected, OverfillRefused, RanDry, StallBegan, StallEnded:
		return TruthLog
	case CommandRefused:
		return refusalLog(e.Refusal)
	}
	return PumpLog
}

// Logged says whether the event belongs in a log at all. Two do not: a
// periodic bolus passing by unstarted, and a scanner left by a pump that it has
// put in telemetry mode.
func (e Event) Logged() bool { return noEvent < e.Kind && e.Kind <= CommandRefused }

// BolusKind is what kind of bolus runs.
type BolusKind uint8

// The kinds of bolus. All flow on top of the background [design], except
// prime and bridge, which replace it.
const (
	PatientBolus  BolusKind = iota // asked for with the remote
	ClinicianDose                  // given by the clinician
	PeriodicDose                   // of the periodic infusion
	PrimingBolus                   // one path volume at the highest rate
	BridgeBolus                    // one path volume of the old concentration
)

var bolusNames = [...]string{
	PatientBolus: "patient", ClinicianDose: "clinician", PeriodicDose: "periodic",
	PrimingBolus: "prime", BridgeBolus: "bridge",
}

// String is the kind's name in the log, such as "patient".
func (k BolusKind) String() string { return bolusNames[k] }

// replacesBackground says whether the background waits while the bolus runs.
func (k BolusKind) replacesBackground() bool { return k == PrimingBolus || k == BridgeBolus }
