package app_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/wasm/message"
)

func TestWhatACareTeamCouldChangeCanBeTried(t *testing.T) {
	d := begin(t, nil)
	d.press("Try changes")
	assert.Equal(t, "3 mg a day", d.says("free.daily"))
	d.send(message.Change{ID: "free.daily", Value: "45"})
	d.send(message.Change{ID: "free.lockout", Value: "2"})
	d.send(message.Change{ID: "free.per_day", Value: "6"})
	d.press("More by day")
	assert.Contains(t, d.says("scene.flow"), "3 mg a day", "not before it is in the pump")
	d.press("Put it into the pump")
	assert.Equal(t, "The care team has changed the settings. The waiting time begins anew.", d.heard())
	assert.Equal(t, "6 of 6 doses left in 24 hours", d.says("remote.left"))
	assert.Equal(t, "Please wait", d.says("remote.title"))
	assert.Contains(t, d.says("remote.text"), "10:00")
	assert.Contains(t, d.says("scene.flow"), "5.01 mg a day", "13 of 20 parts in 14 hours of the day")
	assert.True(t, d.View().Find("free.pattern.day").Checked)
}

// Nothing that can be set in free play is refused by the pump.
func TestNoSettingOfFreePlayIsRefused(t *testing.T) {
	d := begin(t, nil)
	d.press("Try changes")
	for _, id := range []string{"free.daily", "free.dose", "free.lockout", "free.per_day"} {
		for _, end := range []string{"-1e9", "1e9", "NaN", "x", ""} {
			d.send(message.Change{ID: id, Value: end})
			for _, pattern := range []string{"The same all day", "More by day", "More in the evening"} {
				d.press(pattern)
				d.press("Put it into the pump")
				assert.Contains(t, d.heard(), "The care team has changed the settings.", "%s %s %s", id, end, pattern)
			}
		}
	}
	d.press("A remote for extra doses")
	d.press("Put it into the pump")
	assert.Equal(t, "No extra doses", d.says("remote.title"))
}

func TestWhatBefallsAPumpIsShownAndTold(t *testing.T) {
	d := begin(t, nil)
	d.press("Try changes")
	d.press("The motor stops")
	assert.Contains(t, d.says("scene.flow"), "The motor stands still.")
	d.press("The motor turns again")
	assert.Contains(t, d.says("scene.flow"), "3 mg a day")
	d.press("Go into an MRI scanner")
	assert.Contains(t, d.heard(), "You are in the scanner.")
	d.press("Leave the scanner")
	assert.Contains(t, d.says("scene.flow"), "3 mg a day")
	d.press("Stop the pump")
	assert.Contains(t, d.says("scene.flow"), "The pump is stopped.")
	assert.Equal(t, "The pump cannot give it", d.says("remote.title"))
	d.press("Start the pump")
	d.press("A refill visit")
	assert.Contains(t, d.heard(), "18.0 mL of fresh drug went in.")
	assert.Contains(t, d.heard(), "The waiting time begins anew.")
}

func TestALostAnswerMustBeAskedAfterBeforeAnotherDose(t *testing.T) {
	d := begin(t, nil)
	d.press("Try changes")
	d.press("The answer gets lost")
	d.press("Ask for a dose")
	d.pass(1.5)
	assert.Equal(t, "Check with the pump", d.says("remote.title"))
	assert.Nil(t, d.View().Find("remote.request"))
	d.press("It reaches the pump")
	d.press("Ask the pump what it did")
	assert.Equal(t, "Dose on its way", d.says("remote.title"))
	assert.Equal(t, "3 of 4 doses left in 24 hours", d.says("remote.left"))
}

func TestWithoutAConnectionNothingIsGivenAndTheRemoteSaysSo(t *testing.T) {
	d := begin(t, nil)
	d.press("Try changes")
	d.press("It does not reach it")
	d.press("Ask for a dose")
	d.pass(1.5)
	assert.Equal(t, "No connection", d.says("remote.title"))
	assert.Equal(t, "4 of 4 doses left in 24 hours", d.says("remote.left"))
	d.press("It reaches the pump")
	d.press("Ask for a dose")
	d.pass(1.5)
	assert.Equal(t, "Dose on its way", d.says("remote.title"))
	d.press("History")
	lines := d.View().Find("history.lines").Children
	assert.Equal(t, "08:00 Not given. No connection.", lines[0].Value)
	assert.Contains(t, lines[2].Value, "Dose of 0.3 mg given")
	assert.Equal(t, "1 given, 1 not given", d.says("history.sum"))
}

// sounded are the tones that were asked for, a line each.
func (d *drive) sounded() string {
	var all []string
	for _, e := range d.effects {
		if s, ok := e.(message.Sound); ok {
			all = append(all, strings.Repeat("♪", len(s.Tones)))
		}
	}
	return strings.Join(all, " ")
}

func TestSoundsAreOffUntilTheyAreAskedFor(t *testing.T) {
	d := begin(t, nil)
	d.press("Alerts")
	d.press("Hear the two tones")
	assert.Empty(t, d.sounded())
	assert.Equal(t, "Two tones, again and again: call your care team now.", d.heard(), "it is told in words all the same")
	d.press("Sound")
	d.press("Hear the one tone")
	d.press("Hear the two tones")
	assert.Equal(t, "♪ ♪♪♪♪", d.sounded())
	d.press("Back to the doses")
	d.press("Ask for a dose")
	d.pass(1.5)
	assert.Equal(t, "♪ ♪♪♪♪ ♪♪", d.sounded(), "a dose has a soft sound of its own")
}

func TestAnAlarmSoundsAgainWhileItLasts(t *testing.T) {
	d := begin(t, nil)
	d.press("Settings")
	d.press("Sound")
	d.press("Try changes")
	d.press("The motor stops")
	d.press("1 min a second")
	d.press("Play")
	d.long(45) // 20 minutes until the pump notices, then every 10 minutes
	assert.Equal(t, "♪♪♪♪ ♪♪♪♪ ♪♪♪♪", d.sounded())
}
