package pump

import (
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Setup is the world at the start of a session: the pump as implanted and
// filled, the patient, what is prescribed, and where the truth differs from
// what the pump believes. Its zero fields are not defaults: a reader of
// scenarios fills in each of them.
type Setup struct {
	OpioidNaive bool // the patient has not been taking opioids

	Model          Model
	Age            units.Span // since implant; below 2,557 days
	Catheter       Catheter
	LowReservoir   units.Volume // threshold of the alarm, 1 to 10 mL
	Residual       units.Volume // what can be neither drawn nor delivered [design]
	StallDetection units.Span   // [design]
	MorphineStable units.Span   // how long morphine keeps in the pump, 90 to 180 days
	Reservoir      units.Volume // what the pump believes it holds
	FilledAgo      units.Span
	FirstFill      bool       // the first fill of a new pump
	StartOfDay     units.Span // time of day at the session's start
	StartWeekday   int        // 0 is Monday
	Truth          Truth
	Prescription   therapy.Prescription
}

// Model is a pump model, named by the size of its reservoir.
type Model uint8

// The pump models [fact].
const (
	Model20 Model = iota // 8637-20, 20 mL
	Model40              // 8637-40, 40 mL
)

// Catheter is the drug path between the pump and the tip.
type Catheter struct {
	LengthCM    int64        // in whole centimetres
	Tubing      units.Volume // inside the pump
	PerCM       units.Volume // of one centimetre
	HoldsSaline bool         // at the start; otherwise the prescribed drug
}

// Truth is where the world differs from what the pump believes.
type Truth struct {
	FlowErrorPerMille int // -300 to +300
	Reservoir         units.Volume
	Drug              therapy.Drug
	Concentration     units.Concentration
	LengthCM          int64 // of the catheter, in whole centimetres; 0: as the pump believes
	MRITelemetryMode  bool  // the field leaves an alarming pump in telemetry mode
}

var siteNames = [...]string{ReservoirPort: "reservoir", CatheterPort: "catheter_port", Pocket: "pocket"}

// String is the place's name in files and logs, such as "catheter_port".
func (s Site) String() string { return siteNames[s] }
