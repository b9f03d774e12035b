package scenario_test

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// plainScenario is a valid scenario that needs nothing it does not have to.
const plainScenario = `title: A pump alone
audience: nurse
summary: Nothing is done.
start: 2026-03-02T08:00
pump:
  model: 8637-40
  reservoir: {volume: 18 mL}
prescription:
  drug: morphine
  concentration: 10 mg/mL
  infusion: {continuous: 3 mg/day}
until: 2 d
`

// TestABadFileGivesOneClearError holds the message for each bad file against
// the text beside it.
func TestABadFileGivesOneClearError(t *testing.T) {
	for _, name := range filesIn(t, testdata, "testdata/bad") {
		t.Run(path.Base(name), func(t *testing.T) {
			sc, err := scenario.Parse(path.Base(name), []byte(read(t, testdata, name)))
			require.Error(t, err)
			assert.Nil(t, sc)
			var fault *scenario.Error
			require.ErrorAs(t, err, &fault)
			assert.NotEmpty(t, fault.Problem)
			assert.NotEmpty(t, fault.Allowed)
			golden(t, strings.TrimSuffix(name, ".yaml")+".txt", err.Error()+"\n")
		})
	}
}

func TestWhatAFileLeavesOutHasItsDefault(t *testing.T) {
	sc, err := scenario.Parse("plain.yaml", []byte(plainScenario))
	require.NoError(t, err)
	assert.Equal(t, scenario.Nurse, sc.Audience)
	assert.Equal(t, uint64(1), sc.Seed)
	assert.Equal(t, units.Span(0), sc.Setup.Age)
	assert.Equal(t, int64(80), sc.Setup.Catheter.LengthCM)
	assert.Equal(t, units.Volume(140_000), sc.Setup.Catheter.Tubing)
	assert.Equal(t, units.Volume(2200), sc.Setup.Catheter.PerCM)
	assert.Equal(t, units.Volume(2_000_000), sc.Setup.LowReservoir)
	assert.Equal(t, units.Volume(0), sc.Setup.Residual)
	assert.Equal(t, 20*units.Minute, sc.Setup.StallDetection)
	assert.Equal(t, 90*units.Day, sc.Setup.MorphineStable)
	assert.Equal(t, sc.Setup.Reservoir, sc.Setup.Truth.Reservoir)
	assert.Equal(t, sc.Setup.Prescription.Concentration, sc.Setup.Truth.Concentration)
	assert.Equal(t, 8*units.Hour, sc.Setup.StartOfDay)
	assert.Nil(t, sc.Setup.Prescription.PatientBolus)
}

func TestTheTruthTakesFromTheBeliefWhatItLeavesOut(t *testing.T) {
	src := strings.Replace(plainScenario, "prescription:", "truth: {reservoir: {concentration: 20 mg/mL}}\nprescription:", 1)
	sc, err := scenario.Parse("truth.yaml", []byte(src))
	require.NoError(t, err)
	assert.Equal(t, units.Volume(18_000_000), sc.Setup.Truth.Reservoir)
	assert.Equal(t, sc.Setup.Prescription.Drug, sc.Setup.Truth.Drug)
	assert.Equal(t, units.Concentration(20_000), sc.Setup.Truth.Concentration)
}

func TestTheSameScenarioIsReadWithOtherLineEndsAndAByteOrderMark(t *testing.T) {
	want, err := scenario.Parse("plain.yaml", []byte(plainScenario))
	require.NoError(t, err)
	got, err := scenario.Parse("plain.yaml", []byte("\ufeff"+strings.ReplaceAll(plainScenario, "\n", "\r\n")))
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

// TestAFileBeyondTheBoundsIsRefused: these would be hard work, or a crash, if
// they were read at all.
func TestAFileBeyondTheBoundsIsRefused(t *testing.T) {
	step := "  - {at: 0 h, do: stop}\n"
	for _, c := range []struct{ problem, after string }{
		{"f.yaml: the file is too large", strings.Repeat("#", 2<<20)},
		{"f.yaml: the file is too large", "steps:\n" + strings.Repeat(step, 1_000_000)},
		{"steps: 10001 steps stand here", "steps:\n" + strings.Repeat(step, 10_001)},
		{"steps: 100000 steps stand here", "steps: [" + strings.Repeat("0,", 100_000) + "]"},
		{"f.yaml:13:40: the file is nested", "steps: " + strings.Repeat("[", 200_000)},
		{"f.yaml:13:132: the file is nested", "x: {" + strings.Repeat("y: {", 30_000)},
		{"f.yaml:14:201: the file is nested", "x:\n" + strings.Repeat("- ", 100_000)},
		{"f.yaml:13:1: anchors", strings.Repeat("? ", 100_000)},
		{"f.yaml:213:201: the file is nested", staircase(400)},
		{"f.yaml:13:1: x: the key is not known here", "x: |\n" + strings.Repeat("\n", 1_000_000)},
		{"f.yaml:13:1: x: the key is not known here", "x: >\n  a\n" + strings.Repeat("  \n", 100_000)},
		{"f.yaml:13:4: there is a control", "x: \x00"},
		{"f.yaml:13:4: this is not text", "x: \xff"},
		{"f.yaml:13:2: there is a control", "x\r: 3"},
	} {
		_, err := scenario.Parse("f.yaml", []byte(plainScenario+c.after))
		if assert.ErrorContains(t, err, c.problem) {
			assert.Less(t, len(err.Error()), 1000)
		}
	}
}

// staircase is a mapping within a mapping, one space deeper in each line.
func staircase(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func TestTenThousandStepsAreRead(t *testing.T) {
	sc, err := scenario.Parse("long.yaml", []byte(plainScenario+"steps:\n"+strings.Repeat("  - {at: 0 h, do: stop}\n", 10_000)))
	require.NoError(t, err)
	assert.Len(t, sc.Steps, 10_000)
}

func TestAnErrorCarriesItsPartsForThoseWhoShowThemOtherwise(t *testing.T) {
	_, err := scenario.Parse("f.yaml", []byte(strings.Replace(plainScenario, "18 mL", "18 mg", 1)))
	var fault *scenario.Error
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, scenario.Error{
		File: "f.yaml", Line: 7, Column: 23, Key: "pump.reservoir.volume",
		Found: "18 mg", Problem: `"mg" is not a unit of a volume`,
		Allowed: "a volume: a number, one space and mL, such as 18 mL",
		Picture: "  7 |   reservoir: {volume: 18 mg}\n    |                       ^^^^^",
	}, *fault)
}

func TestThePictureOfALongLineShowsThePartThatMatters(t *testing.T) {
	line := fmt.Sprintf("patient: {%sopioid_naive: perhaps}", strings.Repeat(" ", 3000))
	_, err := scenario.Parse("f.yaml", []byte(plainScenario+line))
	var fault *scenario.Error
	require.ErrorAs(t, err, &fault)
	lines := strings.Split(fault.Picture, "\n")
	require.Len(t, lines, 2)
	assert.Less(t, len(lines[0]), 120)
	mark := strings.Index(lines[1], "^^^^^^^")
	assert.Equal(t, "perhaps", lines[0][mark:mark+len("perhaps")])
}

func FuzzAnyFileIsReadOrRefused(f *testing.F) {
	for _, folder := range []string{"testdata/bad", "testdata/golden"} {
		for _, name := range filesIn(f, testdata, folder) {
			f.Add([]byte(read(f, testdata, name)))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		sc, err := scenario.Parse("fuzz.yaml", src)
		if err != nil {
			var fault *scenario.Error
			require.ErrorAs(t, err, &fault)
			require.Nil(t, sc)
			require.Less(t, len(err.Error()), 3000)
			return
		}
		again, err := scenario.Parse("again.yaml", scenario.Format(sc))
		require.NoError(t, err)
		require.Equal(t, sc, again)
	})
}
