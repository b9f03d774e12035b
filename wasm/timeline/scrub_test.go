package timeline_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/timeline"
)

var stop = pump.Stop{}

// Every place the slider can stand at is an instant of the session, and its last
// one is the present.
func TestTheSliderGoesFromTheStartToNow(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := onStage(r, "remote").run(instant(r, "now", 400*day))
		now := s.main().Now()
		s.scene.At = instant(r, "at", now)
		if rapid.Bool().Draw(r, "a moment ago") {
			s.scene.At = max(0, now-1)
		}
		n := s.draw(400).Find("timeline.scrub")
		v := n.Range
		require.Zero(r, v.Least)
		write := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
		last, ok := timeline.Scrubbed(write(v.Most), now)
		require.True(r, ok)
		require.Equal(r, now, last)
		at, ok := timeline.Scrubbed(write(v.Now), now)
		require.True(r, ok)
		require.InDelta(r, float64(s.scene.At), float64(at), v.Step*float64(units.Minute))
		require.Equal(r, s.scene.At == now, at == now, "the present and nothing else is the last step")
		require.LessOrEqual(r, v.Most/v.Step, 1600.0, "the keyboard gets along it")
	})
}

func TestAScrubbedValueIsBounded(t *testing.T) {
	for value, want := range map[string]units.Instant{
		"-5": 0, "0": 0, "12.5": 12*minute + minute/2, "1e300": hour, "+Inf": hour, "-Inf": 0, "61": hour,
	} {
		got, ok := timeline.Scrubbed(value, hour)
		assert.True(t, ok, value)
		assert.Equal(t, want, got, value)
	}
	for _, value := range []string{"", "NaN", "one", "1 min"} {
		_, ok := timeline.Scrubbed(value, hour)
		assert.False(t, ok, value)
	}
}

func TestTheSliderSaysTheInstantInWords(t *testing.T) {
	s := onStage(t, "remote").run(5*hour + 30*1000)
	n := s.draw(400).Find("timeline.scrub")
	assert.Equal(t, "Now: Mon 2 Mar 2026, 13:00", n.Value)
	s.scene.At = 2 * hour
	n = s.draw(400).Find("timeline.scrub")
	assert.Equal(t, "Looking back at Mon 2 Mar 2026, 10:00", n.Value)
	assert.Equal(t, []string{"10:00"}, n.Find("timeline.pill").Look.Letters.Lines)
}

// The slider lies where it is drawn: its knob keeps half the slider's height off
// both ends, as that of the mirrored control does.
func TestTheSlidersKnobStandsWhereTheBrowsersDoes(t *testing.T) {
	s := onStage(t, "remote").run(10 * hour)
	s.scene.Until = day
	for at := range units.Instant(11) {
		s.scene.At = at * hour
		root := s.draw(600)
		n := root.Find("timeline.scrub")
		k := n.Find("timeline.scrub.knob").Bounds
		part := (n.Range.Now - n.Range.Least) / (n.Range.Most - n.Range.Least)
		assert.InDelta(t, n.Bounds.X+n.Bounds.H/2+part*(n.Bounds.W-n.Bounds.H), k.X+k.W/2, 0.5)
		cursor := root.Find("timeline.cursor.0").Bounds
		assert.InDelta(t, cursor.X+cursor.W/2, k.X+k.W/2, 0.01, "the whole session stands over the slider")
	}
}

func TestTheZoomsAreKnownByTheirRadios(t *testing.T) {
	s := onStage(t, "remote").run(3 * hour)
	for want, id := range map[timeline.Zoom]string{timeline.Hours: "timeline.zoom.hours", timeline.Day: "timeline.zoom.day",
		timeline.Week: "timeline.zoom.week", timeline.Whole: "timeline.zoom.whole"} {
		got, ok := timeline.ZoomOf(id)
		require.True(t, ok)
		assert.Equal(t, want, got)
		s.scene.Zoom = got
		s.draw(600).Find("timeline.zoom").Walk(func(n *panel.Node) { assert.Equal(t, n.ID == id, n.Checked, n.ID) })
	}
	_, ok := timeline.ZoomOf("timeline.zoom")
	assert.False(t, ok)
}

// tiles are the drawings of the first lane by ID.
func tiles(root *panel.Node) map[string]*panel.Drawing {
	out := map[string]*panel.Drawing{}
	for _, n := range append(root.Find("timeline.lane.0").Children, root.Find("feeling.lane.0").Children...) {
		if n.Look.Drawing != nil && n.Role == panel.None && len(n.ID) > 0 {
			out[n.ID] = n.Look.Drawing
		}
	}
	return out
}

// What the canvas painted once it need not paint again.
func TestOnlyWhatChangedIsDrawnAnew(t *testing.T) {
	s := onStage(t, "remote").ask(2 * hour).run(9*hour + 30*minute)
	s.scene.Until = day
	was := s.draw(600)
	assert.True(t, panel.Equal(was, s.draw(600)), "the same scene is the same tree")
	s.run(9*hour + 35*minute)
	renewed := 0
	before := tiles(was)
	for id, d := range tiles(s.draw(600)) {
		if before[id] != d {
			renewed++
			assert.Contains(t, id, ".tile.3", "the one that the present is in")
		}
	}
	assert.Equal(t, 2, renewed)
	s.scene.Lanes[0].Generation++
	for id, d := range tiles(s.draw(600)) {
		if before[id] != nil && id[len(id)-7:len(id)-1] == ".tile." {
			assert.NotSame(t, before[id], d, id)
		}
	}
}

// The window moves in quarters and holds the instant that is looked at.
func TestTheWindowHoldsWhatIsLookedAt(t *testing.T) {
	s := onStage(t, "remote").run(12*day + hour)
	s.scene.Until, s.scene.Zoom = 14*day, timeline.Day
	starts := map[string]bool{}
	for at := units.Instant(0); at <= s.main().Now(); at += hour {
		s.scene.At = at
		root := s.draw(600)
		plot := root.Find("timeline.lane.0.frame").Bounds
		cursor := root.Find("timeline.cursor.0").Bounds
		x := cursor.X + cursor.W/2
		require.True(t, plot.X-0.01 <= x && x <= plot.Right()+0.01, "at %v", at)
		starts[root.Find("timeline.lane.0").Description[:25]] = true
	}
	assert.InDelta(t, 12*4-3, len(starts), 1)
}
