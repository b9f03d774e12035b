package scenario

import (
	"strconv"
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// Format writes a scenario in its one canonical form. What Parse would take by
// default is left out, so that a file shows what is particular about it, but
// for what has to be there. Parse(Format(sc)) equals sc for every scenario
// that Parse could have given.
func Format(sc *Scenario) []byte {
	w := &writer{}
	w.line("title: ", prose(sc.Title))
	w.line("audience: ", sc.Audience.String())
	w.line("summary: ", prose(sc.Summary))
	w.line("start: ", sc.Start.String())
	if sc.Seed != 1 {
		w.line("seed: ", strconv.FormatUint(sc.Seed, 10))
	}
	if sc.Setup.OpioidNaive {
		w.line("patient: {opioid_naive: true}")
	}
	w.pump(sc.Setup)
	w.truth(sc.Setup)
	w.line("prescription:")
	w.indented(func() { w.prescription(sc.Setup.Prescription) })
	if len(sc.Steps) > 0 {
		w.line("steps:")
		for _, s := range sc.Steps {
			w.step(s)
		}
	}
	w.line("until: ", sc.Until.String())
	return []byte(w.String())
}

// writer writes lines of YAML at a depth of indentation.
type writer struct {
	strings.Builder
	depth int
}

func (w *writer) line(parts ...string) {
	w.WriteString(strings.Repeat("  ", w.depth))
	for _, p := range parts {
		w.WriteString(p)
	}
	w.WriteByte('\n')
}

func (w *writer) indented(write func()) {
	w.depth++
	write()
	w.depth--
}

// flow is a mapping in braces, written a key at a time.
type flow []string

func (f *flow) add(key, text string) { *f = append(*f, key+": "+text) }

// addUnless adds a key unless its value is the one taken by default.
func addUnless[T comparable](f *flow, key string, value, absent T, text string) {
	if value != absent {
		f.add(key, text)
	}
}

func (f flow) String() string { return "{" + strings.Join(f, ", ") + "}" }

func (w *writer) pump(s pump.Setup) {
	w.line("pump:")
	w.indented(func() {
		w.line("model: ", models.Word(s.Model))
		var f flow
		addUnless(&f, "age", s.Age, 0, s.Age.String())
		if c := catheter(s.Catheter); len(c) > 0 {
			f.add("catheter", c.String())
		}
		addUnless(&f, "low_reservoir_alarm", s.LowReservoir, defaultLowReservoir, s.LowReservoir.String())
		addUnless(&f, "residual", s.Residual, 0, s.Residual.String())
		addUnless(&f, "stall_detection", s.StallDetection, defaultStallDetection, s.StallDetection.String())
		addUnless(&f, "morphine_stability", s.MorphineStable, defaultMorphineStable, s.MorphineStable.String())
		reservoir := flow{"volume: " + s.Reservoir.String()}
		addUnless(&reservoir, "filled", s.FilledAgo, 0, s.FilledAgo.String())
		f.add("reservoir", reservoir.String())
		addUnless(&f, "fill", s.FirstFill, false, fills.Word(s.FirstFill))
		for _, pair := range f {
			w.line(pair)
		}
	})
}

func catheter(c pump.Catheter) flow {
	var f flow
	addUnless(&f, "length", c.LengthCM, defaultLengthCM, units.FormatCentimetres(c.LengthCM))
	addUnless(&f, "tubing", c.Tubing, defaultTubing, c.Tubing.String())
	addUnless(&f, "per_cm", c.PerCM, defaultPerCM, c.PerCM.String())
	addUnless(&f, "holds", c.HoldsSaline, false, catheterContents.Word(c.HoldsSaline))
	return f
}

func (w *writer) truth(s pump.Setup) {
	var f, r flow
	flowError := int64(s.Truth.FlowErrorPerMille)
	addUnless(&f, "flow_error", flowError, 0, units.FormatPerMille(flowError))
	addUnless(&r, "volume", s.Truth.Reservoir, s.Reservoir, s.Truth.Reservoir.String())
	addUnless(&r, "drug", s.Truth.Drug, s.Prescription.Drug, drugs.Word(s.Truth.Drug))
	addUnless(&r, "concentration", s.Truth.Concentration, s.Prescription.Concentration,
		concentration(s.Truth.Drug, s.Truth.Concentration))
	if len(r) > 0 {
		f.add("reservoir", r.String())
	}
	addUnless(&f, "catheter_length", s.Truth.LengthCM, 0, units.FormatCentimetres(s.Truth.LengthCM))
	addUnless(&f, "mri_telemetry_mode", s.Truth.MRITelemetryMode, false, "true")
	if len(f) == 0 {
		return
	}
	w.line("truth:")
	w.indented(func() {
		for _, pair := range f {
			w.line(pair)
		}
	})
}

func (w *writer) prescription(p therapy.Prescription) {
	w.line("drug: ", drugs.Word(p.Drug))
	w.line("concentration: ", concentration(p.Drug, p.Concentration))
	w.infusion(p)
	if b := p.PatientBolus; b != nil {
		f := flow{"dose: " + dose(p.Drug, b.Dose), "over: " + b.Over.String(),
			"lockout: " + b.Lockout.String(), "per_day: " + strconv.Itoa(b.PerDay)}
		if b.DailyLimit != nil {
			f.add("daily_limit", dose(p.Drug, *b.DailyLimit))
		}
		w.line("patient_bolus: ", f.String())
	}
	if p.Acknowledge {
		w.line("acknowledge: true")
	}
}

func (w *writer) infusion(p therapy.Prescription) {
	switch i := p.Infusion; i.Mode {
	case therapy.Continuous:
		w.line("infusion: {continuous: ", dose(p.Drug, i.Daily), "/day}")
	case therapy.Periodic:
		f := flow{"give: " + dose(p.Drug, i.Periodic.Give), "over: " + i.Periodic.Over.String(),
			"every: " + i.Periodic.Every.String(), "background: " + dose(p.Drug, i.Periodic.Background) + "/day"}
		w.line("infusion: {periodic: ", f.String(), "}")
	case therapy.Flex:
		w.line("infusion:")
		w.indented(func() {
			w.line("flex:")
			w.indented(func() { w.flex(p) })
		})
	default:
		w.line("infusion: ", plainInfusions.Word(i.Mode))
	}
}

func (w *writer) flex(p therapy.Prescription) {
	w.line("patterns:")
	w.indented(func() {
		for _, pattern := range p.Infusion.Patterns {
			w.line(name(pattern.Name), ":")
			for _, s := range pattern.Steps {
				f := flow{`from: "` + units.FormatTimeOfDay(s.From) + `"`}
				if s.Minimum {
					f.add("minimum", "true")
				} else {
					f.add("give", dose(p.Drug, s.Give))
				}
				w.line("  - ", f.String())
			}
		}
	})
	var week flow
	for day, pattern := range p.Infusion.Week {
		week.add(weekdays[day], name(p.Infusion.Patterns[pattern].Name))
	}
	w.line("week: ", week.String())
}

// dose writes a dose in the unit its drug is prescribed in.
func dose(d therapy.Drug, m units.Mass) string {
	if d == therapy.Morphine {
		return m.Milligrams()
	}
	return m.Micrograms()
}

// concentration writes a concentration in the unit its drug is labelled with.
func concentration(d therapy.Drug, c units.Concentration) string {
	if d == therapy.Morphine {
		return c.MilligramsPerML()
	}
	return c.MicrogramsPerML()
}
