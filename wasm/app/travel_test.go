package app_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/wasm/app"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/sample"
)

// scrub moves the timeline's slider to so many minutes.
func (d *drive) scrub(minutes string) {
	d.send(message.Change{ID: "timeline.scrub", Value: minutes})
}

func TestTheNextEventIsWhatAPatientWouldNotice(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(1.5)
	for _, want := range []struct{ clock, caption string }{
		{"08:10", "The whole dose has been given."},
		{"11:00", "The waiting time is over. You can ask for a dose again."},
		{"Fri 24 Apr", "The pump is running low. In real life, call your care team today and ask for a refill."},
	} {
		for range 3 { // where nothing happens for a month, it says so and goes on
			d.press("Next event")
			if !strings.Contains(d.says("scene.caption"), "Nothing happened") {
				break
			}
		}
		assert.Contains(t, d.says("clock.time"), want.clock)
		assert.Equal(t, want.caption, d.says("scene.caption"))
		assert.False(t, d.Playing())
	}
}

func TestTheNextDayBeginsInTheMorning(t *testing.T) {
	d := begin(t, nil)
	for _, want := range []string{"Tue 3 Mar 2026, 08:00", "Wed 4 Mar 2026, 08:00"} {
		d.press("Next day")
		assert.Equal(t, want, d.says("clock.time"))
	}
}

func TestLookingBackShowsThePastAndChangesNothing(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(1.5)
	d.press("Next event")
	d.press("Next day")
	kept := d.Save()
	d.scrub("5")
	assert.Equal(t, "Mon 2 Mar 2026, 08:05", d.says("clock.time"))
	assert.Equal(t, "Dose on its way", d.says("remote.title"))
	assert.Contains(t, d.says("scene.caption"), "08:00: The pump said yes.")
	ask := d.View().Find("remote.request")
	assert.True(t, ask.Disabled)
	assert.Equal(t, "You are looking back. Go back to now to change things.", ask.Description)
	d.send(message.Press{ID: "remote.request"})
	d.send(message.Press{ID: "free.refill"})
	assert.Equal(t, kept, d.Save())

	d.press("Play") // the past goes on until it has come to the present
	d.press("1 hour a second")
	d.long(30)
	assert.Nil(t, d.View().Find("back"))
	assert.Equal(t, "Tue 3 Mar 2026, 08:00", d.says("clock.time"))
	assert.Equal(t, kept, d.Save())

	d.scrub("5")
	d.press("Back to now")
	assert.Equal(t, "Tue 3 Mar 2026, 08:00", d.says("clock.time"))
}

// From an instant of the past one can go on otherwise; what came later has not
// happened, not even in the diary.
func TestGoingOnFromThePastForgetsWhatCameLater(t *testing.T) {
	d := begin(t, nil)
	d.press("Next day")
	d.press("Ask for a dose")
	d.pass(1.5)
	d.press("Diary")
	d.press("Write it down")
	assert.NotNil(t, d.View().Find("diary.lines"))
	d.scrub("60")
	d.press("Go on from here")
	assert.Equal(t, "Mon 2 Mar 2026, 09:00", d.says("clock.time"))
	assert.Nil(t, d.View().Find("diary.lines"))
	sc, err := scenario.Parse("kept.yaml", d.Save())
	require.NoError(t, err)
	assert.Empty(t, sc.Steps)
	d.press("Back to the doses")
	assert.Equal(t, "4 of 4 doses left in 24 hours", d.says("remote.left"))
}

// The world of a scenario does what its file says, whatever the reader does, and
// does it again after the past was changed or the session was kept.
func TestTheWorldGoesOnAsTheFileSays(t *testing.T) {
	file := strings.Replace(string(firstHours(t)), "until: 2 d", "steps:\n  - {at: 2 h, do: begin_stall}\nuntil: 2 d", 1)
	open := func(saved []byte) *drive {
		m, err := app.New(app.Config{Words: sample.Words(t), Measure: paint.Type{}, Saved: saved, Picture: true,
			Scenarios: map[string][]byte{"stall": []byte(file)}})
		require.NoError(t, err)
		d := &drive{t: t, Model: m}
		d.send(message.Resize{Width: 900, Height: 800, Style: sample.Style(t, 16)})
		return d
	}
	d := open(nil)
	d.press("Next event")
	assert.Equal(t, "Mon 2 Mar 2026, 10:00", d.says("clock.time"))
	assert.Contains(t, d.says("scene.flow"), "The motor stands still.")
	d.press("Next event")
	assert.Equal(t, "Mon 2 Mar 2026, 10:20", d.says("clock.time"), "the pump notices")
	assert.NotNil(t, d.View().Find("alarm.motor_stall"))
	d.scrub("30")
	d.press("Go on from here")
	back := open(d.Save())
	assert.False(t, back.PutAside())
	back.press("Next event")
	assert.Equal(t, "Mon 2 Mar 2026, 10:00", back.says("clock.time"), "it comes again")
}
