package scenario_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

func TestWhatIsFormattedIsReadBackAsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sc := drawScenario(t)
		text := scenario.Format(sc)
		got, err := scenario.Parse("drawn.yaml", text)
		require.NoError(t, err, "%s", text)
		require.Equal(t, sc, got, "%s", text)
		require.Equal(t, string(text), string(scenario.Format(got)))
	})
}

func TestAScenarioIsFormattedAsATeacherWouldWriteIt(t *testing.T) {
	sc, err := scenario.Parse("everything.yaml", []byte(read(t, testdata, "testdata/format/everything.yaml")))
	require.NoError(t, err)
	golden(t, "testdata/format/everything.txt", string(scenario.Format(sc)))
}

func TestWhatAFileMayLeaveOutIsNotWritten(t *testing.T) {
	sc, err := scenario.Parse("plain.yaml", []byte(plainScenario))
	require.NoError(t, err)
	assert.Equal(t, plainScenario, string(scenario.Format(sc)))
}

// drawScenario draws a scenario that starts: its first prescription is one of
// a few good ones, everything else is anything that can be read.
func drawScenario(t *rapid.T) *scenario.Scenario {
	start := scenario.NewCivil(rapid.IntRange(1901, 2198).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"),
		rapid.IntRange(1, 28).Draw(t, "day"), units.Span(rapid.Int64Range(0, 1439).Draw(t, "minute"))*units.Minute)
	sc := &scenario.Scenario{
		Title:    drawProse(t, "title"),
		Audience: rapid.SampledFrom([]scenario.Audience{scenario.Patient, scenario.Nurse}).Draw(t, "audience"),
		Summary:  drawProse(t, "summary"),
		Start:    start,
		Seed:     rapid.Uint64().Draw(t, "seed"),
		Setup:    drawSetup(t, start),
		Until:    drawSpan(t, "until"),
	}
	at := units.Instant(0)
	for range rapid.IntRange(0, 6).Draw(t, "steps") {
		at += units.Instant(drawSpan(t, "later"))
		step := scenario.Step{At: at, Command: drawCommand(t)}
		if rapid.Bool().Draw(t, "expects") {
			step.Expect = rapid.SampledFrom([]*scenario.Expect{
				{What: scenario.ExpectEvent, Word: "programmed"},
				{What: scenario.ExpectDenied, Word: "lockout"},
				{What: scenario.ExpectRefused, Word: "busy"},
			}).Draw(t, "expect")
		}
		sc.Steps = append(sc.Steps, step)
	}
	return sc
}

// drawProse draws words for people: any text, in one line, that can be seen.
func drawProse(t *rapid.T, label string) string {
	plain := rapid.StringMatching(`[A-Za-z][A-Za-z0-9 .,'()-]{0,30}[A-Za-z.]`)
	odd := rapid.StringOfN(rapid.RuneFrom([]rune(`a#:-"'\{}[]&*!|>%@,? é日😀`)), 0, 20, -1).
		Filter(func(s string) bool { return strings.TrimSpace(s) != "" })
	words := rapid.SampledFrom([]string{"true", "null", "~", "42", "1e3", "0x1", "yes", "a: b", "a #b", "- a", "--- a", "... a"})
	return rapid.OneOf(plain, odd, words).Draw(t, label)
}

func drawSpan(t *rapid.T, label string) units.Span {
	unit := rapid.SampledFrom([]units.Span{1, units.Second, units.Minute, units.Hour, units.Day}).Draw(t, label+" unit")
	return units.Span(rapid.Int64Range(0, 99).Draw(t, label)) * unit
}

func drawVolume(t *rapid.T, label string, most int64) units.Volume {
	n := rapid.Int64Range(0, most).Draw(t, label)
	return units.Volume(n - n%rapid.SampledFrom([]int64{1, 1000, 100_000, 1_000_000}).Draw(t, label+" step"))
}

func drawMass(t *rapid.T, label string) units.Mass {
	unit := rapid.SampledFrom([]units.Mass{1, 1000, 100_000, 1_000_000}).Draw(t, label+" unit")
	return units.Mass(rapid.Int64Range(0, 999).Draw(t, label)) * unit
}

func drawConcentration(t *rapid.T, label string) units.Concentration {
	unit := rapid.SampledFrom([]units.Concentration{1, 25, 1000}).Draw(t, label+" unit")
	return units.Concentration(rapid.Int64Range(1, 50).Draw(t, label)) * unit
}

func drawDrug(t *rapid.T) therapy.Drug {
	return rapid.SampledFrom([]therapy.Drug{therapy.Morphine, therapy.Ziconotide, therapy.Baclofen}).Draw(t, "drug")
}

func drawSetup(t *rapid.T, start scenario.Civil) pump.Setup {
	limit := units.Mass(5_000_000)
	s := pump.Setup{
		Model:          rapid.SampledFrom([]pump.Model{pump.Model20, pump.Model40}).Draw(t, "model"),
		Age:            drawSpan(t, "age"),
		LowReservoir:   1_000_000 + drawVolume(t, "threshold", 9_000_000),
		Residual:       drawVolume(t, "residual", 2_000_000),
		StallDetection: drawSpan(t, "detection") / 60,
		MorphineStable: 90*units.Day + drawSpan(t, "stability")/2,
		Reservoir:      drawVolume(t, "reservoir", 20_000_000),
		FilledAgo:      drawSpan(t, "filled"),
		FirstFill:      rapid.Bool().Draw(t, "first fill"),
		StartOfDay:     start.TimeOfDay(),
		StartWeekday:   start.Weekday(),
		Catheter: pump.Catheter{
			LengthCM:    rapid.Int64Range(1, 140).Draw(t, "length"),
			Tubing:      drawVolume(t, "tubing", 200_000),
			PerCM:       1 + drawVolume(t, "per cm", 5000),
			HoldsSaline: rapid.Bool().Draw(t, "saline"),
		},
		Prescription: rapid.SampledFrom([]therapy.Prescription{
			{Concentration: 10_000, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000}},
			{Concentration: 10_000, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 3_000_000},
				PatientBolus: &therapy.PatientBolus{Dose: 300_000, Over: 10 * units.Minute, Lockout: 3 * units.Hour, PerDay: 4, DailyLimit: &limit}},
			{Drug: therapy.Ziconotide, Concentration: 25, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 2400}},
			{Drug: therapy.Baclofen, Concentration: 2000, Infusion: therapy.Infusion{Mode: therapy.Stopped}},
		}).Draw(t, "prescription"),
	}
	s.Truth = pump.Truth{
		FlowErrorPerMille: rapid.IntRange(-300, 300).Draw(t, "flow error"),
		Reservoir:         drawVolume(t, "true volume", 20_000_000),
		Drug:              drawDrug(t),
		Concentration:     drawConcentration(t, "true concentration"),
		LengthCM:          rapid.SampledFrom([]int64{0, 1, 62}).Draw(t, "true length"),
		MRITelemetryMode:  rapid.Bool().Draw(t, "telemetry"),
	}
	return s
}

func drawCommand(t *rapid.T) pump.Command {
	return rapid.OneOf(
		rapid.SampledFrom([]pump.Command{
			pump.QueryPump{}, pump.Interrogate{}, pump.BeginUpdate{}, pump.AbandonUpdate{}, pump.Stop{}, pump.Restart{},
			pump.Prime{}, pump.SetLowAlarm{Volume: 3_000_000}, pump.Aspirate{}, pump.Aspirate{Site: pump.CatheterPort}, pump.BeginStall{}, pump.EndStall{}, pump.EnterMRI{}, pump.LeaveMRI{},
			pump.RequestPatientBolus{}, pump.RequestPatientBolus{Link: pump.NoConnection}, pump.RequestPatientBolus{Link: pump.ReplyLost},
		}),
		rapid.Custom(func(t *rapid.T) pump.Command { return pump.Program{Change: drawChange(t)} }),
		rapid.Custom(func(t *rapid.T) pump.Command { return pump.CommitUpdate{Change: drawChange(t)} }),
		rapid.Custom(func(t *rapid.T) pump.Command {
			return pump.ClinicianBolus{Dose: drawMass(t, "dose"), Over: drawSpan(t, "over")}
		}),
		rapid.Custom(func(t *rapid.T) pump.Command {
			return pump.SetReservoir{Volume: drawVolume(t, "set", 50_000_000)}
		}),
		rapid.Custom(func(t *rapid.T) pump.Command {
			return pump.Inject{
				Site:   rapid.SampledFrom([]pump.Site{pump.ReservoirPort, pump.CatheterPort, pump.Pocket}).Draw(t, "site"),
				Volume: drawVolume(t, "injected", 50_000_000), Drug: drawDrug(t), Concentration: drawConcentration(t, "of")}
		}),
	).Draw(t, "command")
}

func drawChange(t *rapid.T) pump.Change {
	c := pump.Change{
		Bridge: rapid.Bool().Draw(t, "bridge"),
		Prescription: therapy.Prescription{
			Drug: drawDrug(t), Concentration: drawConcentration(t, "concentration"),
			Infusion: drawInfusion(t), Acknowledge: rapid.Bool().Draw(t, "acknowledge"),
		},
	}
	if rapid.Bool().Draw(t, "with bolus") {
		limit := drawMass(t, "limit")
		c.Prescription.PatientBolus = &therapy.PatientBolus{Dose: drawMass(t, "bolus"), Over: drawSpan(t, "bolus over"),
			Lockout: drawSpan(t, "lockout"), PerDay: rapid.IntRange(0, 30).Draw(t, "per day"), DailyLimit: &limit}
	}
	if rapid.Bool().Draw(t, "with volume") {
		v := drawVolume(t, "holds", 50_000_000)
		c.Reservoir = &v
	}
	return c
}

func drawInfusion(t *rapid.T) therapy.Infusion {
	switch mode := rapid.SampledFrom([]therapy.Mode{therapy.Stopped, therapy.MinimumRate, therapy.Continuous, therapy.Periodic, therapy.Flex}).
		Draw(t, "mode"); mode {
	case therapy.Continuous:
		return therapy.Infusion{Mode: mode, Daily: drawMass(t, "daily")}
	case therapy.Periodic:
		return therapy.Infusion{Mode: mode, Periodic: therapy.PeriodicBolus{Give: drawMass(t, "give"),
			Over: drawSpan(t, "give over"), Every: drawSpan(t, "every"), Background: drawMass(t, "background")}}
	case therapy.Flex:
		return drawFlex(t)
	default:
		return therapy.Infusion{Mode: mode}
	}
}

func drawFlex(t *rapid.T) therapy.Infusion {
	f := therapy.Infusion{Mode: therapy.Flex}
	names := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z][a-z_-]{0,8}[a-z]|true|null|no|[0-9]{1,3}|[#:é"' -]{1,5}`),
		1, 7, rapid.ID[string]).Draw(t, "patterns")
	for _, name := range names {
		p := therapy.Pattern{Name: name}
		minute := int64(0)
		for range rapid.IntRange(1, 13).Draw(t, "flex steps") {
			s := therapy.FlexStep{From: units.Span(minute) * units.Minute, Minimum: rapid.Bool().Draw(t, "minimum")}
			if !s.Minimum {
				s.Give = drawMass(t, "step gives")
			}
			p.Steps = append(p.Steps, s)
			minute += rapid.Int64Range(1, 110).Draw(t, "step lasts")
		}
		f.Patterns = append(f.Patterns, p)
	}
	for day := range f.Week {
		f.Week[day] = rapid.IntRange(0, len(names)-1).Draw(t, "pattern of the day")
	}
	return f
}

func TestASummaryOfSeveralLinesIsKept(t *testing.T) {
	sc, err := scenario.Parse("plain.yaml", []byte(plainScenario))
	require.NoError(t, err)
	sc.Summary = "One line.\nAnd: another \"line\"."
	got, err := scenario.Parse("lines.yaml", scenario.Format(sc))
	require.NoError(t, err)
	assert.Equal(t, sc, got)
}
