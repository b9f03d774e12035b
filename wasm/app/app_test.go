package app_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/scenarios"
	"iddtestdrive/wasm/app"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/sample"
)

func firstHours(t testing.TB) []byte {
	src, err := scenarios.FS.ReadFile("first-hours.yaml")
	require.NoError(t, err)
	return src
}

// drive is a model under test with a hand on it.
type drive struct {
	t testing.TB
	*app.Model
	effects []message.Effect
}

func begin(t testing.TB, saved []byte) *drive {
	m, err := app.New(app.Config{Words: sample.Words(t), Measure: paint.Type{}, Scenarios: map[string][]byte{"first-hours": firstHours(t)}, Saved: saved, Picture: true})
	require.NoError(t, err)
	d := &drive{t: t, Model: m}
	d.send(message.Resize{Width: 900, Height: 800, Style: sample.Style(t, 16)})
	return d
}

func (d *drive) send(m message.Message) { d.effects = append(d.effects, d.Update(m)...) }

// pass lets so many seconds of real time pass, in frames.
func (d *drive) pass(seconds float64) {
	for frames := int(seconds * 60); frames > 0; frames-- {
		d.send(message.Tick{Elapsed: 1000.0 / 60})
	}
}

// long lets so many seconds of real time pass, in the longest steps there are.
func (d *drive) long(seconds int) {
	for range seconds {
		d.send(message.Tick{Elapsed: 1000})
	}
}

func (d *drive) press(name string) {
	var found *panel.Node
	d.View().Walk(func(n *panel.Node) {
		if n.Role.Operable() && n.Name == name {
			found = n
		}
	})
	require.NotNil(d.t, found, "no control is called %q", name)
	if found.Role == panel.Check {
		d.send(message.Change{ID: found.ID, Value: map[bool]string{false: "on", true: "off"}[found.Checked]})
		return
	}
	d.send(message.Press{ID: found.ID})
}

func (d *drive) says(id string) string {
	n := d.View().Find(id)
	require.NotNil(d.t, n, id)
	return n.Value
}

// heard is what was announced politely on the latest occasion.
func (d *drive) heard() string {
	var said []string
	for _, n := range d.View().Find("say").Children {
		said = append(said, n.Value)
	}
	return strings.Join(said, " ")
}

func TestTheStoryOfOneBolus(t *testing.T) {
	d := begin(t, nil)
	assert.Equal(t, "Ready", d.says("remote.title"))
	assert.Equal(t, "4 of 4 doses left in 24 hours", d.says("remote.left"))

	d.press("Ask for a dose")
	assert.Equal(t, "Asking …", d.says("remote.title"))
	d.pass(1.5)
	assert.Equal(t, "Dose on its way", d.says("remote.title"))
	assert.Contains(t, d.heard(), "The pump said yes. 0.3 mg is on its way and will all be given by 08:10.")
	assert.Equal(t, "3 of 4 doses left in 24 hours", d.says("remote.left"))
	assert.Contains(t, d.says("scene.flow"), "the extra dose on top")

	d.pass(11)
	assert.Equal(t, "The whole dose has been given.", d.heard())
	assert.Equal(t, "Please wait", d.says("remote.title"))

	d.press("Ask for a dose")
	d.pass(1.5)
	assert.Equal(t, "Not yet", d.says("remote.title"))
	assert.Equal(t, "Not yet. This is your safety limit at work. It is too soon after the last dose. You can ask again from 11:00.", d.heard())
	assert.Equal(t, "3 of 4 doses left in 24 hours", d.says("remote.left"), "a refusal costs nothing")

	d.press("1 hour a second")
	d.pass(3.2)
	assert.Equal(t, "Ready", d.says("remote.title"))
	assert.Equal(t, "The waiting time is over. You can ask for a dose again.", d.heard())
}

// With the day's doses used up, the end of a lockout promises nothing; the
// remote speaks of the next morning from the start, and says so when it has
// come.
func TestAUsedUpDayIsToldFromTheStartAndItsEndToo(t *testing.T) {
	d := begin(t, nil)
	for range 4 {
		d.press("Ask for a dose")
		d.pass(1.5)
		d.press("1 hour a second")
		d.pass(3.2)
	}
	assert.Equal(t, "No doses left", d.says("remote.title"))
	assert.Contains(t, d.says("remote.text"), "The next one is possible from 08:00.", "it is past midnight")
	assert.NotContains(t, d.heard(), "You can ask")

	d.press("Ask for a dose")
	d.pass(1.5)
	assert.Equal(t, "No more for now", d.says("remote.title"))
	d.press("1 hour a second")
	d.pass(13)
	assert.Equal(t, "The waiting time is over. You can ask for a dose again.", d.heard())
	assert.Equal(t, "Ready", d.says("remote.title"))
	assert.Equal(t, "The waiting time is over. You can ask for a dose again.", d.says("scene.caption"))
}

// Refused in the lockout after the last dose of a day, the patient hears of the
// day, not of the lockout's end.
func TestARefusalNamesTheTimeAtWhichADoseWouldTrulyBeGiven(t *testing.T) {
	d := begin(t, nil)
	for range 3 {
		d.press("Ask for a dose")
		d.pass(1.5)
		d.press("1 hour a second")
		d.pass(3.2)
	}
	d.press("Ask for a dose")
	d.pass(1.5)
	d.press("Ask for a dose")
	d.pass(15)
	d.press("Ask for a dose")
	d.pass(1.5)
	assert.Contains(t, d.heard(), "You have had all 4 doses of the last 24 hours. You can ask again from Tue 3 Mar 2026, 08:0")
}

func TestAnEmptyPumpSaysThatNothingComes(t *testing.T) {
	d := begin(t, nil)
	d.press("Play")
	d.press("1 hour a second")
	d.long(61 * 24)
	assert.Equal(t, "Flowing now: nothing. The pump is empty.", d.says("scene.flow"))
	assert.Equal(t, "In the pump: 0.0 of 20 mL", d.says("scene.reservoir"))
	assert.Equal(t, "The pump cannot give it", d.says("remote.title"))
}

func TestARequestSlowsTimeSoThatTheDoseCanBeWatched(t *testing.T) {
	d := begin(t, nil)
	d.press("1 hour a second")
	d.press("Ask for a dose")
	d.pass(1.5)
	assert.True(t, d.View().Find("clock.x60").Checked)
	assert.NotNil(t, d.View().Find("clock.play"))
	assert.Equal(t, "Dose on its way", d.says("remote.title"))
}

func TestOfTwoThingsInOneInstantNeitherIsLost(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(9.9) // the dose is given but for its last seconds
	d.press("Ask for a dose")
	d.pass(1.1)
	d.send(message.Tick{Elapsed: 250})
	assert.Equal(t, "No second dose. The pump is giving a dose now. Wait until it has finished. "+
		"The whole dose has been given.", d.heard())
}

func TestPressingTwiceSendsOnce(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(0.2)
	d.press("Ask for a dose")
	d.pass(3)
	events := 0
	for _, e := range d.effects {
		if tell, ok := e.(message.Tell); ok && strings.Contains(string(tell.Line), `"patient_bolus_`) {
			events++
		}
	}
	assert.Equal(t, 1, events)
}

func TestNothingMovesWhileNobodyLooksOrTimeStands(t *testing.T) {
	d := begin(t, nil)
	assert.False(t, d.Busy())
	d.press("Play")
	d.send(message.Shown{Yes: false})
	assert.False(t, d.Busy())
	was := d.View()
	d.pass(2)
	assert.True(t, panel.Equal(was, d.View()))
	d.send(message.Shown{Yes: true})
	assert.True(t, d.Busy())
}

func TestAKeptSessionGoesOnWhereItWasLeft(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(3)
	d.press("Pause")
	back := begin(t, d.Save())
	for _, id := range []string{"clock.time", "remote.title", "remote.text", "remote.left", "scene.reservoir"} {
		assert.Equal(t, d.says(id), back.says(id), id)
	}
	assert.Equal(t, d.Save(), back.Save())
	assert.False(t, back.PutAside())
}

func TestADamagedSaveIsPutAsideAndTold(t *testing.T) {
	d := begin(t, nil)
	d.press("Ask for a dose")
	d.pass(3)
	good := d.Save()
	for name, saved := range map[string][]byte{
		"cut short": good[:len(good)/2],
		"changed":   []byte(strings.Replace(string(good), "0.3 mg", "3 mg", 1)),
		"foreign":   []byte("<html>"),
		"empty":     {},
	} {
		back := begin(t, saved)
		assert.True(t, back.PutAside(), name)
		assert.Contains(t, back.heard(), "could not be read", name)
		assert.Equal(t, "Ready", back.says("remote.title"), name)
	}
}
