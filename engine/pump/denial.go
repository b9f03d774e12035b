package pump

import "iddtestdrive/engine/therapy"

// Denial is why the pump does not start a patient bolus. Denials are answers
// of a working pump: protection, not a fault.
type Denial uint8

// The denials, in the order in which they are looked for; request.go has the
// rule for each.
const (
	NotDenied           Denial = iota
	DeniedNotPrescribed        // no patient bolus in the prescription
	DeniedUnavailable          // stopped, updating, stalled, empty or ended
	DeniedBusy                 // a prime, bridge or bolus is running
	DeniedLockout              // too soon after the last one, or after a programming
	DeniedCount                // the day's number is used up
	DeniedLimit                // it could take some 24 hours above their limit
)

var denialNames = [...]string{
	NotDenied: "", DeniedNotPrescribed: "not_prescribed", DeniedUnavailable: "pump_unavailable",
	DeniedBusy: "busy", DeniedLockout: "lockout", DeniedCount: "daily_count", DeniedLimit: "daily_limit",
}

// String is the reason in the log, such as "lockout".
func (d Denial) String() string { return denialNames[d] }

// Denials lists every reason, in the order in which they are looked for.
func Denials() []Denial {
	return []Denial{DeniedNotPrescribed, DeniedUnavailable, DeniedBusy, DeniedLockout, DeniedCount, DeniedLimit}
}

// Refusal is the stable code for why a program or command was refused. What
// concerns the prescription itself has its codes in package therapy.
type Refusal = therapy.Code

// The refusals that the pump's state gives rise to.
const (
	RefusedEndOfService    Refusal = "end_of_service"     // the pump has ended for good
	RefusedInUpdate        Refusal = "update_in_progress" // commit or abandon it first
	RefusedNoUpdate        Refusal = "no_update"          // none was begun
	RefusedStopped         Refusal = "stopped"            // nothing can be given
	RefusedAlreadyStopped  Refusal = "already_stopped"    // there is no flow to stop
	RefusedNotStopped      Refusal = "not_stopped"        // it is running
	RefusedNothingToDo     Refusal = "nothing_to_restart" // the prescription is to be stopped
	RefusedStalled         Refusal = "motor_stalled"      // a stall is detected
	RefusedEmpty           Refusal = "reservoir_empty"    // the computed volume is 0
	RefusedBusy            Refusal = "busy"               // a prime, bridge or bolus is running
	RefusedThreshold       Refusal = "threshold_out_of_range"
	RefusedAboveCapacity   Refusal = "volume_above_capacity"
	RefusedQueryFirst      Refusal = "query_first"       // the remote has lost an answer
	RefusedStallInProgress Refusal = "stall_in_progress" // the rotor stands already
	RefusedNoStall         Refusal = "no_stall"          // nothing to end
	RefusedNotInMRI        Refusal = "not_in_mri"        // no field to leave
)

// refusalLog says who knows of a refused command.
func refusalLog(r Refusal) LogName {
	switch r {
	case RefusedQueryFirst:
		return RemoteLog
	case RefusedStallInProgress, RefusedNoStall, RefusedNotInMRI:
		return TruthLog
	}
	return PumpLog
}
