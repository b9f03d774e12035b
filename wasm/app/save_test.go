package app_test

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/wasm/app"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/sample"
)

// sealed puts the right head before a body, as somebody might who wants to
// bring something in.
func sealed(body []byte) []byte {
	return append(fmt.Appendf(nil, "# idd session 1 crc32 %08x\n", crc32.ChecksumIEEE(body)), body...)
}

func TestAKeptSessionIsAScenarioThatRuns(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(3)
	sc, err := scenario.Parse("kept.yaml", d.Save())
	require.NoError(t, err)
	require.Len(t, sc.Steps, 1)
	s, err := sc.Session()
	require.NoError(t, err)
	require.NoError(t, s.AdvanceTo(sc.Steps[0].At))
	assert.Equal(t, "patient_bolus_started", s.Do(sc.Steps[0].Command)[0].Event.Kind.String())
}

func TestASessionKeptAtItsFirstInstantComesBack(t *testing.T) {
	back := begin(t, begin(t, nil).Save())
	assert.False(t, back.PutAside())
	assert.Equal(t, "Ready", back.says("remote.title"))
}

func TestAChangedScenarioLeavesTheKeptSessionButStartsAnewWithTheChange(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(3)
	changed := bytes.Replace(firstHours(t), []byte("dose: 0.3 mg"), []byte("dose: 0.2 mg"), 1)
	m, err := app.New(app.Config{Words: sample.Words(t), Measure: paint.Type{}, Scenarios: map[string][]byte{"first-hours": changed}, Saved: d.Save(), Picture: true})
	require.NoError(t, err)
	back := &drive{t: t, Model: m}
	back.send(message.Resize{Width: 900, Height: 800, Style: sample.Style(t, 16)})
	assert.Contains(t, back.heard(), "has changed since")
	assert.Equal(t, "Dose on its way", back.says("remote.title"))
	back.press("Start again")
	assert.Equal(t, "1 dose of 0.2 mg", back.says("remote.dose"))
}

// Whatever stands where a session was kept, the simulator starts, and anything
// it does not take is put aside.
func FuzzWhateverWasKeptTheSimulatorStarts(f *testing.F) {
	d := begin(f, nil)
	d.press("Ask for a dose")
	d.pass(3)
	kept := d.Save()
	_, body, _ := bytes.Cut(kept, []byte("\n"))
	f.Add(body)
	f.Add(bytes.Replace(body, []byte("until:"), []byte("until: 9 d #"), 1))
	f.Add(bytes.Replace(body, []byte("3 mg/day"), []byte("30 mg/day"), 1))
	f.Add([]byte{})
	said := sample.Words(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, saved := range [][]byte{body, sealed(body)} {
			m, err := app.New(app.Config{Words: said, Measure: paint.Type{}, Scenarios: map[string][]byte{"first-hours": firstHours(t)}, Saved: saved})
			require.NoError(t, err)
			m.Update(message.Tick{Elapsed: 16})
			require.NotEmpty(t, m.Save())
		}
	})
}
