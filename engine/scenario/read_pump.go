package scenario

import (
	"iddtestdrive/engine/document"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// What holds where a file does not say otherwise.
const (
	defaultLengthCM       = 80
	defaultTubing         = units.Volume(140_000)   // [fact]
	defaultPerCM          = units.Volume(2200)      // [fact]
	defaultLowReservoir   = units.Volume(2_000_000) // [fact]
	defaultStallDetection = 20 * units.Minute       // [design]
	defaultMorphineStable = 90 * units.Day          // [fact]
)

// What has no meaning beyond, where the engine has no limit of its own.
const (
	mostFlowError = 300                            // per mille
	syringe       = units.Volume(1_000_000_000)    // more is in no syringe [design]
	strongest     = units.Concentration(1_000_000) // 1 g/mL: more is no solution [design]
)

// readPump reads the pump. Whether its settings are in range the engine says,
// when a session is opened.
func readPump(v document.Value, s *pump.Setup) {
	k := v.Open("model", "age", "catheter", "low_reservoir_alarm", "residual",
		"stall_detection", "morphine_stability", "reservoir", "fill")
	s.Model = document.Word(k.Must("model"), models, pump.Model20)
	s.Age = document.Quantity(k.Get("age"), units.ParseSpan, 0)
	s.Catheter = readCatheter(k.Get("catheter"))
	s.LowReservoir = document.Quantity(k.Get("low_reservoir_alarm"), units.ParseVolume, defaultLowReservoir)
	s.Residual = document.Quantity(k.Get("residual"), units.ParseVolume, 0)
	s.StallDetection = document.Quantity(k.Get("stall_detection"), units.ParseSpan, defaultStallDetection)
	s.MorphineStable = document.Quantity(k.Get("morphine_stability"), units.ParseSpan, defaultMorphineStable)
	s.FirstFill = document.Word(k.Get("fill"), fills, false)
	reservoir := k.Must("reservoir").Open("volume", "filled")
	s.Reservoir = document.Quantity(reservoir.Must("volume"), units.ParseVolume, 0)
	s.FilledAgo = document.Quantity(reservoir.Get("filled"), units.ParseSpan, 0)
}

// UsualCatheter is the drug path of a catheter where a scenario says nothing but
// its length in centimetres.
func UsualCatheter(cm int64) pump.Catheter {
	return pump.Catheter{LengthCM: cm, Tubing: defaultTubing, PerCM: defaultPerCM}
}

func readCatheter(v document.Value) pump.Catheter {
	k := v.Open("length", "tubing", "per_cm", "holds")
	return pump.Catheter{
		LengthCM:    document.Quantity(k.Get("length"), units.ParseCentimetres, defaultLengthCM),
		Tubing:      document.Quantity(k.Get("tubing"), units.ParseVolume, defaultTubing),
		PerCM:       document.Quantity(k.Get("per_cm"), units.ParseVolume, defaultPerCM),
		HoldsSaline: document.Word(k.Get("holds"), catheterContents, false),
	}
}

// readTruth reads where the world differs from what the pump believes; what
// is left out is as the pump believes.
func readTruth(v document.Value, s *pump.Setup) {
	k := v.Open("flow_error", "reservoir", "catheter_length", "mri_telemetry_mode")
	flow := k.Get("flow_error")
	perMille := document.Quantity(flow, units.ParsePerMille, 0)
	if perMille < -mostFlowError || perMille > mostFlowError {
		flow.Fail(flow.Written(), "this is out of range",
			units.FormatPerMille(-mostFlowError)+" to "+units.FormatPerMille(mostFlowError))
	}
	r := k.Get("reservoir").Open("volume", "drug", "concentration")
	s.Truth = pump.Truth{
		FlowErrorPerMille: int(perMille),
		Reservoir:         document.Quantity(r.Get("volume"), units.ParseVolume, s.Reservoir),
		Drug:              document.Word(r.Get("drug"), drugs, s.Prescription.Drug),
		Concentration:     document.Quantity(r.Get("concentration"), units.ParseConcentration, s.Prescription.Concentration),
		LengthCM:          document.Quantity(k.Get("catheter_length"), units.ParseCentimetres, 0),
		MRITelemetryMode:  k.Get("mri_telemetry_mode").Boolean(),
	}
}

// ReadDrug reads a drug, which has to be given.
func ReadDrug(v document.Value) therapy.Drug { return document.Word(v, drugs, therapy.Morphine) }
