package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Status is the state of pump and patient at one instant, as it is reported:
// amounts are the floors of the exact ones.
type Status struct {
	At                units.Instant
	Mode              therapy.Mode   // Stopped while stopped, updating or ended
	Rate              units.FlowRate // programmed, the running bolus included
	ComputedReservoir units.Volume   // what the pump believes it holds
	TrueReservoir     units.Volume
	Path              units.Volume              // what the drug path holds
	Pumped            units.Volume              // true volume that left the reservoir through the pump
	Delivered         units.Volume              // left the tip
	DeliveredMass     [therapy.Drugs]units.Mass // left the tip
	PocketMass        [therapy.Drugs]units.Mass // injected beside the pump
	TipConcentration  [therapy.Drugs]units.Concentration
	Alarms            []Alarm // those that are on, in their order
	HasLockout        bool    // LockoutUntil counts
	LockoutUntil      units.Instant
	BolusesLast24h    int           // patient boluses that started in the last 24 h
	Bolus             *RunningBolus // nil: none runs
	Battery           Battery
	LowAt             units.Volume // at which the pump warns of a low reservoir
	Forecast          Forecast

	Updating      bool // an update was begun and not yet ended
	StallDetected bool // and not yet seen to have recovered
	AnswerMissing bool // the remote has to query the pump before it may ask again

	Readiness Readiness      // for a request of the patient
	Rotor     units.FlowRate // what the rotor turns for: 0 while it stands
	Flow      units.FlowRate // what truly flows, floored
	Stuck     bool           // the rotor stands by itself
	InMRI     bool           // the pump is in an MRI field, or held by it afterwards
	// ReservoirConcentration is what the reservoir truly holds, floored.
	ReservoirConcentration [therapy.Drugs]units.Concentration
	AlarmSince             [alarmCount]units.Instant // of the alarms that are on
}

// RunningBolus is a bolus, prime or bridge while it runs.
type RunningBolus struct {
	Kind    BolusKind
	Volume  units.Volume
	Rate    units.FlowRate // its own
	Started units.Instant
	Ends    units.Instant
	Given   units.Volume // by the pump's own count
}

// Battery is the condition of the battery.
type Battery uint8

// The conditions of the battery.
const (
	BatteryOK Battery = iota
	BatteryERI
	BatteryEnded
)

var batteryNames = [...]string{BatteryOK: "ok", BatteryERI: "eri", BatteryEnded: "end_of_service"}

// String is the condition's name in a state line, such as "ok".
func (b Battery) String() string { return batteryNames[b] }

// Forecast says how long what is in the pump lasts, in whole days, rounded
// down, never below 0.
type Forecast struct {
	HasFlow            bool // the two that follow count: the programme flows
	DaysToLow          int64
	DaysToLowWithBolus int64 // with every patient bolus that is allowed, every day
	StabilityDaysLeft  int64
	RefillByDays       int64
}
