package keep_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
)

const firstHours = `title: "First hours: with a \"remote\", café"
audience: patient
summary: Your pump gives you morphine all day. You may ask for more.
start: 2026-03-02T08:00
pump:
  model: 8637-20
  age: 400 d
  reservoir: {volume: 18 mL, filled: 3 d}
truth: {flow_error: +12 %}
prescription:
  drug: morphine
  concentration: 10 mg/mL
  infusion: {continuous: 3 mg/day}
  patient_bolus: {dose: 0.3 mg, over: 10 min, lockout: 3 h, per_day: 4, daily_limit: 5 mg}
until: 2 d
`

const twoPatterns = `title: Week and weekend
audience: nurse
summary: More by day than by night.
start: 2026-03-06T00:00
pump: {model: 8637-40, reservoir: {volume: 30 mL}}
prescription:
  drug: morphine
  concentration: 20 mg/mL
  infusion:
    flex:
      patterns:
        "=week": [{from: "00:00", give: 0.6 mg}, {from: "08:00", give: 1.6 mg}, {from: "22:00", minimum: true}]
        weekend: [{from: "00:00", give: 2.4 mg}]
      week: {mon: "=week", tue: "=week", wed: "=week", thu: "=week", fri: "=week", sat: weekend, sun: weekend}
until: 3 d
`

func parsed(t require.TestingT, text string) *scenario.Scenario {
	sc, err := scenario.Parse("test.yaml", []byte(text))
	require.NoError(t, err)
	return sc
}

// drawKept draws a session of a few commands with all that is kept of it.
func drawKept(t *rapid.T) keep.Kept {
	sc := parsed(t, rapid.SampledFrom([]string{firstHours, twoPatterns}).Draw(t, "scenario"))
	now := units.Instant(0)
	for range rapid.IntRange(0, 12).Draw(t, "commands") {
		now += units.Instant(rapid.Int64Range(0, 300).Draw(t, "minutes")) * units.Instant(units.Minute)
		sc.Steps = append(sc.Steps, scenario.Step{At: now, Command: drawCommand(t)})
	}
	now += units.Instant(rapid.Int64Range(0, 40_000_000).Draw(t, "more"))
	sc.Until = units.Span(now)
	k := keep.Kept{Scenario: sc, Settings: keep.Settings{
		Sound: rapid.Bool().Draw(t, "sound"), LargeText: rapid.Bool().Draw(t, "large"),
		Plain: rapid.Bool().Draw(t, "plain"), Labels: rapid.Bool().Draw(t, "labels"),
	}}
	if rapid.Bool().Draw(t, "in a drive") {
		k.Drive = rapid.StringMatching(`[a-z-]{1,20} [0-9]{1,2} [0-3?]{0,9}x`).Draw(t, "drive")
	}
	at := int64(0)
	for range rapid.IntRange(0, 4).Draw(t, "notes") {
		at = rapid.Int64Range(at, int64(now)).Draw(t, "at")
		k.Notes = append(k.Notes, keep.Note{
			At: units.Instant(at), Before: int8(rapid.IntRange(-1, 10).Draw(t, "before")), After: int8(rapid.IntRange(-1, 10).Draw(t, "after")),
			Words: keep.Clean(rapid.String().Draw(t, "words")),
		})
	}
	return k
}

func drawCommand(t *rapid.T) pump.Command {
	volume := units.Volume(19_000_000)
	return rapid.SampledFrom([]pump.Command{
		pump.RequestPatientBolus{}, pump.RequestPatientBolus{}, pump.RequestPatientBolus{Link: pump.NoConnection},
		pump.RequestPatientBolus{Link: pump.ReplyLost}, pump.QueryPump{}, pump.BeginStall{}, pump.EndStall{}, pump.EnterMRI{},
		pump.LeaveMRI{}, pump.Stop{}, pump.Restart{}, pump.Aspirate{}, pump.Interrogate{},
		pump.Inject{Volume: 18_000_000, Concentration: 10_000}, pump.ClinicianBolus{Dose: 200_000, Over: 5 * units.Minute},
		pump.Program{Change: pump.Change{Reservoir: &volume, Bridge: true, Prescription: therapy.Prescription{
			Concentration: 20_000, Infusion: therapy.Infusion{Mode: therapy.Continuous, Daily: 4_000_000}}}},
	}).Draw(t, "command")
}

// edit changes a text as it may be changed on its way: bits flip, a stretch is
// cut, doubled, moved or filled with something else.
func edit(t *rapid.T, text []byte) []byte {
	text = append([]byte(nil), text...)
	for range rapid.IntRange(1, 3).Draw(t, "changes") {
		if len(text) == 0 {
			return text
		}
		from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
		to := min(len(text), from+rapid.IntRange(1, 80).Draw(t, "length"))
		stretch := append([]byte(nil), text[from:to]...)
		switch rapid.IntRange(0, 5).Draw(t, "what") {
		case 0:
			text[from] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		case 1:
			text = append(text[:from], text[to:]...)
		case 2:
			text = append(text[:to], append(stretch, text[to:]...)...)
		case 3:
			text = append(text[:from], append(text[to:], stretch...)...)
		case 4:
			text = append(text[:from], append(rapid.SliceOfN(rapid.Byte(), 1, 20).Draw(t, "insert"), text[from:]...)...)
		case 5:
			text = text[:from]
		}
	}
	return text
}

var examples = map[string]string{"first hours": firstHours, "two patterns": twoPatterns}

func kept(t *testing.T, text string) keep.Kept { return keep.Kept{Scenario: parsed(t, text)} }
