package app_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/drives"
	"iddtestdrive/content/scenarios"
	"iddtestdrive/wasm/app"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/sample"
)

// everything is the scenario files that there are, by name.
func everything(t testing.TB) map[string][]byte {
	all := map[string][]byte{}
	names, err := fs.Glob(scenarios.FS, "*.yaml")
	require.NoError(t, err)
	for _, name := range names {
		src, err := scenarios.FS.ReadFile(name)
		require.NoError(t, err)
		all[name[:len(name)-len(".yaml")]] = src
	}
	return all
}

// guided begins a test drive.
func guided(t testing.TB, name string, saved []byte) *drive {
	src, err := drives.FS.ReadFile(name)
	require.NoError(t, err)
	m, err := app.New(app.Config{Words: sample.Words(t), Measure: paint.Type{}, Name: strings.TrimSuffix(name, ".yaml"), Drive: src, Scenarios: everything(t), Saved: saved, Picture: true})
	require.NoError(t, err)
	d := &drive{t: t, Model: m}
	d.send(message.Resize{Width: 900, Height: 800, Style: sample.Style(t, 16)})
	return d
}

// operable is the node that can be operated with this ID, or nil.
func (d *drive) operable(id string) *panel.Node {
	if n := d.View().Find(id); n != nil && !n.Disabled {
		return n
	}
	return nil
}

// goOn does what a reader who is in doubt would do: go on where that is offered,
// else answer, else have it shown or skipped.
func (d *drive) goOn() {
	for _, id := range []string{"guide.continue", "guide.answer.1", "guide.skip", "guide.show"} {
		if d.operable(id) != nil {
			d.send(message.Press{ID: id})
			return
		}
	}
	require.Fail(d.t, "there is no way on", "%s", panel.Dump(d.View()))
}

// finished tells whether the embedding page was told of the drive's end.
func (d *drive) finished() bool {
	for _, e := range d.effects {
		if f, ok := e.(message.Finished); ok {
			assert.NotEmpty(d.t, f.Drive)
			return true
		}
	}
	return false
}

func TestEveryDriveCanBeFinishedByThoseWhoAreInDoubt(t *testing.T) {
	names, err := fs.Glob(drives.FS, "*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			d := guided(t, name, nil)
			for presses := 0; !d.finished(); presses++ {
				require.Less(t, presses, 200, "no end comes")
				for _, width := range []float64{320, 1440} {
					d.send(message.Resize{Width: width, Height: 900, Style: sample.Style(t, 16)})
					require.Empty(t, panel.Audit(d.View()), d.says("guide.words"))
				}
				d.goOn()
			}
			assert.Len(t, d.View().Find("guide.learnt").Children, 6, "three lines with a rule each")
			d.press("Print this")
			paper := d.effects[len(d.effects)-1].(message.Print).Report
			assert.NotEmpty(t, paper.Title)
			assert.Len(t, paper.Parts[1].Lines, 3)
			assert.NotEmpty(t, paper.Parts[2].Ticks)
		})
	}
}

func TestWhatIsToldBesideTheLanesStandsOnTheScreen(t *testing.T) {
	d := guided(t, "one-day-three-ways.yaml", nil)
	assert.Equal(t, "The same day with tablets (an illustration)", d.View().Find("beside").Name)
	assert.Contains(t, d.View().Find("beside.lines.4").Value, "It promises nothing")
	assert.Nil(t, d.View().Find("picture"), "this drive has no use for the body")
	assert.NotNil(t, d.View().Find("feeling"))
}

// Left in the middle and taken up again, a drive is where it was.
func TestADriveGoesOnWhereItWasLeft(t *testing.T) {
	d := guided(t, "first-day.yaml", nil)
	for range 7 {
		d.goOn()
	}
	back := guided(t, "first-day.yaml", d.Save())
	assert.False(t, back.PutAside())
	for _, id := range []string{"guide.step", "guide.words", "clock.time"} {
		assert.Equal(t, d.says(id), back.says(id), id)
	}
	assert.Equal(t, d.Save(), back.Save())
}

func TestAReaderCanReadAStepAgainAndLeaveTheGuide(t *testing.T) {
	d := guided(t, "first-day.yaml", nil)
	first := d.says("guide.words")
	d.press("Go on")
	assert.NotEqual(t, first, d.says("guide.words"))
	d.press("One step back")
	assert.Equal(t, first, d.says("guide.words"))
	d.press("Leave the guide")
	assert.Nil(t, d.View().Find("guide"))
	assert.NotNil(t, d.View().Find("free"))
}
