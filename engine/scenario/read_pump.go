package scenario

import (
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
func readPump(v value, s *pump.Setup) {
	k := v.open("model", "age", "catheter", "low_reservoir_alarm", "residual",
		"stall_detection", "morphine_stability", "reservoir", "fill")
	s.Model = word(k.must("model"), models, pump.Model20)
	s.Age = quantity(k.get("age"), units.ParseSpan, 0)
	s.Catheter = readCatheter(k.get("catheter"))
	s.LowReservoir = quantity(k.get("low_reservoir_alarm"), units.ParseVolume, defaultLowReservoir)
	s.Residual = quantity(k.get("residual"), units.ParseVolume, 0)
	s.StallDetection = quantity(k.get("stall_detection"), units.ParseSpan, defaultStallDetection)
	s.MorphineStable = quantity(k.get("morphine_stability"), units.ParseSpan, defaultMorphineStable)
	s.FirstFill = word(k.get("fill"), fills, false)
	reservoir := k.must("reservoir").open("volume", "filled")
	s.Reservoir = quantity(reservoir.must("volume"), units.ParseVolume, 0)
	s.FilledAgo = quantity(reservoir.get("filled"), units.ParseSpan, 0)
}

func readCatheter(v value) pump.Catheter {
	k := v.open("length", "tubing", "per_cm", "holds")
	return pump.Catheter{
		LengthCM:    quantity(k.get("length"), units.ParseCentimetres, defaultLengthCM),
		Tubing:      quantity(k.get("tubing"), units.ParseVolume, defaultTubing),
		PerCM:       quantity(k.get("per_cm"), units.ParseVolume, defaultPerCM),
		HoldsSaline: word(k.get("holds"), catheterContents, false),
	}
}

// readTruth reads where the world differs from what the pump believes; what
// is left out is as the pump believes.
func readTruth(v value, s *pump.Setup) {
	k := v.open("flow_error", "reservoir", "mri_telemetry_mode")
	flow := k.get("flow_error")
	perMille := quantity(flow, units.ParsePerMille, 0)
	if perMille < -mostFlowError || perMille > mostFlowError {
		flow.fail(writtenAt(flow.show), "this is out of range",
			units.FormatPerMille(-mostFlowError)+" to "+units.FormatPerMille(mostFlowError))
	}
	r := k.get("reservoir").open("volume", "drug", "concentration")
	s.Truth = pump.Truth{
		FlowErrorPerMille: int(perMille),
		Reservoir:         quantity(r.get("volume"), units.ParseVolume, s.Reservoir),
		Drug:              word(r.get("drug"), drugs, s.Prescription.Drug),
		Concentration:     quantity(r.get("concentration"), units.ParseConcentration, s.Prescription.Concentration),
		MRITelemetryMode:  k.get("mri_telemetry_mode").boolean(),
	}
}

// readDrug reads a drug, which has to be given.
func readDrug(v value) therapy.Drug { return word(v, drugs, therapy.Morphine) }
