package app_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/app"
	"iddtestdrive/wasm/keep"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/sample"
)

// last is the latest effect.
func (d *drive) last() message.Effect { return d.effects[len(d.effects)-1] }

// asked begins a session in which a dose was asked for and noted down.
func asked(t *testing.T) *drive {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(3)
	d.press("Pause")
	d.press("Diary")
	d.send(message.Change{ID: "diary.before", Value: "7"})
	d.send(message.Change{ID: "diary.note", Value: "on the stairs"})
	d.press("Write it down")
	d.press("Back to the doses")
	d.press("Keep and share")
	return d
}

// opening begins with what an address or the browser's store brings.
func opening(t *testing.T, shared string, saved []byte) *drive {
	m, err := app.New(app.Config{Words: sample.Words(t), Measure: paint.Type{}, Shared: shared, Saved: saved, Picture: true,
		Scenarios: map[string][]byte{"first-hours": firstHours(t)}})
	require.NoError(t, err)
	d := &drive{t: t, Model: m}
	d.send(message.Resize{Width: 900, Height: 800, Style: sample.Style(t, 16)})
	return d
}

func TestASharedSessionShowsTheSameToOthersButTheDiary(t *testing.T) {
	d := asked(t)
	d.press("Copy a link to it")
	packed := d.last().(message.ShareLink).Packed
	other := opening(t, packed, nil)
	for _, id := range []string{"clock.time", "remote.title", "remote.text", "remote.left", "scene.reservoir"} {
		assert.Equal(t, d.says(id), other.says(id), id)
	}
	assert.Contains(t, other.says("guest.words"), "Your own session is kept as it was.")
	assert.NotContains(t, string(other.Save()), "stairs")
	other.press("Back to my own session")
	assert.Equal(t, message.Leave{}, other.last())
}

func TestADamagedLinkIsToldAndTheScenarioBegins(t *testing.T) {
	d := asked(t)
	d.press("Copy a link to it")
	packed := d.last().(message.ShareLink).Packed
	for _, link := range []string{packed[:len(packed)/2], "A" + strings.Repeat("x", 100), "<script>", strings.Repeat("A", 70_000)} {
		other := opening(t, link, nil)
		assert.Equal(t, "Ready", other.says("remote.title"))
		assert.NotEmpty(t, other.View().Find("urge").Children, "why it does not open")
	}
}

func TestTheSessionGoesOutAsFilesAndComesBack(t *testing.T) {
	d := asked(t)
	d.press("Save it as a file")
	file := d.last().(message.Download)
	assert.Equal(t, "session.yaml", file.Name)
	d.press("Save the log as a table")
	assert.True(t, bytes.HasPrefix(d.last().(message.Download).Data, []byte("seq,time,at_ms,")))
	d.press("Save the log for programs")
	assert.True(t, bytes.HasPrefix(d.last().(message.Download).Data, []byte(`{"seq":1,`)))
	d.press("Save the picture")
	assert.Equal(t, message.KeepPicture{Name: "simulator.png"}, d.last())

	other := begin(t, nil)
	other.press("Next day")
	own := other.Save()
	other.send(message.Opened{ID: "keep.import", Name: "mine.yaml", Data: file.Data})
	assert.Equal(t, d.says("clock.time"), other.says("clock.time"))
	assert.Nil(t, other.Save(), "it does not take the place of the reader's own before the reader says so")
	other.press("Back to my own session")
	assert.Equal(t, own, other.Save())
	other.send(message.Opened{ID: "keep.import", Name: "mine.yaml", Data: file.Data})
	other.press("Keep it in the place of mine")
	assert.Equal(t, d.Save(), other.Save())
}

func TestAScenarioFileCanBeOpenedAndItsMistakesAreNamed(t *testing.T) {
	d := begin(t, nil)
	d.send(message.Opened{ID: "keep.import", Name: "class.yaml", Data: bytes.Replace(firstHours(t), []byte("per_day: 4"), []byte("per_day: 2"), 1)})
	assert.Equal(t, "2 of 2 doses left in 24 hours", d.says("remote.left"))
	for name, data := range map[string][]byte{
		"class.yaml": bytes.Replace(firstHours(t), []byte("0.3 mg"), []byte(".3 mg"), 1),
		"photo.png":  {0x89, 'P', 'N', 'G'},
		"empty":      nil,
	} {
		d.send(message.Opened{ID: "keep.import", Name: name, Data: data})
		said := d.View().Find("urge").Children
		require.NotEmpty(t, said, name)
		assert.Contains(t, said[len(said)-1].Value, name)
		assert.Equal(t, "2 of 2 doses left in 24 hours", d.says("remote.left"), "nothing changed")
	}
	d.send(message.Opened{ID: "keep.import", Name: "film.mp4", TooLarge: true})
	assert.Contains(t, d.View().Find("urge").Children[0].Value, "film.mp4 is too long")
}

func TestTheReportSaysWhatHappenedDayByDay(t *testing.T) {
	d := asked(t)
	d.press("Ask for a dose")
	d.pass(1.5)
	d.press("Next day")
	d.press("Print a report")
	r := d.last().(message.Print).Report
	day := r.Parts[1]
	assert.Equal(t, "Mon 2 Mar 2026", day.Heading)
	assert.Equal(t, []string{"08:00", "Dose of 0.3 mg given"}, day.Rows[0])
	assert.Equal(t, []string{"08:01", "Not given. A dose was running."}, day.Rows[1])
	assert.Contains(t, day.Words[0], "1 doses given, 1 not given.")
	assert.Contains(t, day.Lines[0], "before 7, after 0. on the stairs")
}

// Every kind of refusal has words for the reader.
func TestEveryReasonWhyAFileIsNotTakenHasWords(t *testing.T) {
	have := sample.Words(t)
	for _, k := range keep.Kinds() {
		assert.Contains(t, have["keep.wrong."+k.String()], ".", k.String())
	}
}
