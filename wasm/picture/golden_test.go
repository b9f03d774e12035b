package picture_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/picture"
)

// golden compares a picture, as it is heard, with the one on file.
func golden(t *testing.T, name string, n panel.Node) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := panel.Dump(&n)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, name)
}

func TestThePictureIsHeardAsItIsSeen(t *testing.T) {
	var p picture.Painter
	l := look(t, 16)
	golden(t, "running", p.Draw(panel.Rect{W: 900, H: 460}, running(), l))
	m := moments()["empty"]
	m.ShowBelief, m.Believed = true, 3.26
	m.Path = []picture.Stretch{{Part: 0.4, Strength: 1}, {Part: 0.6, Strength: 0.5}}
	l.Labels, l.Pointed = true, picture.PartRotor
	golden(t, "trouble", p.Draw(panel.Rect{W: 328, H: 760}, m, l))
}

func TestTheDescriptionSaysWhatMattersOfEachState(t *testing.T) {
	l := look(t, 16)
	for name, keys := range map[string][]string{
		"running":  {"level", "flow"},
		"bolus":    {"bolus"},
		"stalled":  {"stalled", "alarm.critical"},
		"stopped":  {"stopped"},
		"low":      {"level", "alarm.noncritical", "battery.soon"},
		"empty":    {"empty", "dry", "battery.ended"},
		"ended":    {"still", "battery.ended"},
		"mri":      {"mri"},
		"updating": {"updating"},
		"both":     {"legend.true", "legend.count"},
		"front":    {"front.stronger"},
		"saline":   {"front.first"},
	} {
		m := moments()[name]
		var p picture.Painter
		n := p.Draw(panel.Rect{W: 900, H: 460}, m, l)
		for _, key := range keys {
			now := map[string]string{"both": "15.2", "low": "1.9"}[name]
			switch {
			case key == "legend.count":
				now = "9.6"
			case now == "":
				now = "17.4"
			}
			percent := map[string]string{"front": "62", "saline": "30"}[name]
			assert.Contains(t, n.Description, l.Words("picture."+key, "now", now, "all", "20", "percent", percent,
				"rate", fmt.Sprintf("%.2f", m.Flow)), name)
		}
		assert.NotContains(t, n.Description, "⟦", name)
		assert.NotContains(t, n.Description, "{", name)
	}
}

func TestEveryPartIsExplained(t *testing.T) {
	say := says(t)
	for _, part := range picture.Parts {
		for _, key := range []string{".name", ".about"} {
			assert.NotContains(t, say("part."+part+key), "⟦", part)
		}
	}
}

func TestWithLabelsEveryPartHasAButtonAndWithoutNone(t *testing.T) {
	l := look(t, 16)
	for _, w := range []float64{280, 328, 560, 1000, 1400, 3840} {
		var p picture.Painter
		l.Labels = true
		n := p.Draw(panel.Rect{W: w, H: p.Height(w, l)}, running(), l)
		for _, part := range picture.Parts {
			b := n.Find("part." + part)
			require.NotNil(t, b, "%s at %v", part, w)
			assert.Equal(t, panel.Button, b.Role)
			assert.Equal(t, l.Words("part."+part+".name"), b.Name)
			assert.True(t, named(b), "at its best height %v wide shows the name of the %s", w, part)
		}
		l.Labels = false
		n = p.Draw(panel.Rect{W: w, H: p.Height(w, l)}, running(), l)
		n.Walk(func(c *panel.Node) { assert.False(t, c.Role.Operable(), c.ID) })
	}
}

// named tells whether a button's words can be seen.
func named(b *panel.Node) bool {
	found := false
	b.Walk(func(n *panel.Node) {
		found = found || strings.Join(n.Look.Letters.Lines, " ") == b.Name
	})
	return found
}

func TestThePartPointedAtIsRingedInEveryView(t *testing.T) {
	l := look(t, 16)
	for _, views := range []picture.Views{0, picture.Body, picture.Spine, picture.Pump} {
		for _, part := range picture.Parts {
			var p picture.Painter
			l.Views, l.Pointed = views, part
			n := p.Draw(panel.Rect{X: 10, Y: 10, W: 400, H: 400}, running(), l)
			said := strings.Contains(n.Description, l.Words("part."+part+".name"))
			assert.Equal(t, n.Find("picture.ring") != nil, said, "%s in %v", part, views)
			if views == 0 {
				assert.True(t, said, part)
			}
		}
	}
}

func TestTwoPicturesOnOneScreenDoNotShareNames(t *testing.T) {
	l := look(t, 16)
	l.Labels = true
	a, b := picture.Painter{ID: "left"}, picture.Painter{ID: "right"}
	screen := panel.Node{ID: "root", Role: panel.Region, Name: "Two", Bounds: panel.Rect{W: 800, H: 900}, Children: []panel.Node{
		a.Draw(panel.Rect{W: 390, H: 900}, running(), l), b.Draw(panel.Rect{X: 410, W: 390, H: 900}, running(), l)}}
	assert.Empty(t, panel.Audit(&screen))
}

func moment(r *rapid.T) picture.Moment {
	amount := func(name string) float64 { return float64(rapid.IntRange(0, 400).Draw(r, name)) / 10 }
	yes := func(name string) bool { return rapid.Bool().Draw(r, name) }
	m := picture.Moment{
		Capacity: rapid.SampledFrom([]float64{20, 40}).Draw(r, "capacity"), True: amount("true"), Believed: amount("believed"),
		ShowBelief: yes("both"), Rotor: amount("rotor"), Flow: amount("flow"), Phase: amount("phase"), Bolus: yes("bolus"),
		Inside: amount("inside") / 40, Tip: amount("tip") / 40,
		Alarm:   picture.Alarm(rapid.IntRange(0, 2).Draw(r, "alarm")),
		Battery: picture.Battery(rapid.IntRange(0, 2).Draw(r, "battery")),
		InMRI:   yes("mri"), Stalled: yes("stalled"), Stopped: yes("stopped"), Updating: yes("updating"),
	}
	for range rapid.IntRange(0, 4).Draw(r, "stretches") {
		m.Path = append(m.Path, picture.Stretch{Part: amount("part") / 80, Strength: amount("strength") / 40})
	}
	return m
}

// Whatever there is to see, in whatever place, everything in the picture is
// named, large enough, in reach and said.
func TestNoPictureFailsTheAudit(t *testing.T) {
	usual, large := look(t, 16), look(t, 28)
	rapid.Check(t, func(r *rapid.T) {
		var p picture.Painter
		for range 3 {
			l := rapid.SampledFrom([]picture.Look{usual, large}).Draw(r, "type")
			l.Views = picture.Views(rapid.IntRange(0, 7).Draw(r, "views"))
			l.Labels = rapid.Bool().Draw(r, "labels")
			l.Pointed = rapid.SampledFrom(append(picture.Parts, "", "nothing")).Draw(r, "pointed")
			w := float64(rapid.SampledFrom([]int{280, 300, 328, 412, 560, 700, 760, 900, 1200, 2000, 3840}).Draw(r, "width"))
			h := rapid.SampledFrom([]float64{240, 300, 420, 640, 1000, 2000, p.Height(w, l)}).Draw(r, "height")
			at := panel.Rect{X: 16, Y: 20, W: w, H: h}
			n := p.Draw(at, moment(r), l)
			require.Equal(r, at, n.Bounds)
			require.Empty(r, panel.Audit(&n))
			require.NotContains(r, panel.Dump(&n), "⟦")
			n.Walk(func(c *panel.Node) {
				for _, v := range []float64{c.Bounds.X, c.Bounds.Y, c.Bounds.W, c.Bounds.H, c.Look.Turn, c.Look.From} {
					require.False(r, math.IsNaN(v) || math.IsInf(v, 0), c.ID)
				}
				require.True(r, c.Bounds.W >= 0 && c.Bounds.H >= 0, "%s has no room: %v", c.ID, c.Bounds)
			})
		}
	})
}

func TestNumbersThatAreNoneAreDrawnAsNothing(t *testing.T) {
	var p picture.Painter
	bad := math.NaN()
	n := p.Draw(panel.Rect{W: 400, H: 400}, picture.Moment{Capacity: bad, True: math.Inf(1), Flow: bad, Phase: math.Inf(-1),
		Path: []picture.Stretch{{Part: bad, Strength: bad}, {Part: -3, Strength: 7}}, Inside: bad, Tip: bad}, look(t, 16))
	assert.Contains(t, n.Description, look(t, 16).Words("picture.empty", "all", "0.1"))
	assert.NotContains(t, fmt.Sprintf("%v", n.Children), "NaN")
}

// The painter's brush fills what is closed; what is open it would smear over
// the whole drawing.
func TestWhateverIsFilledIsClosed(t *testing.T) {
	for name, m := range moments() {
		var p picture.Painter
		l := look(t, 16)
		l.Labels, l.Pointed = true, picture.PartTip
		n := p.Draw(panel.Rect{W: 900, H: 460}, m, l)
		n.Walk(func(c *panel.Node) {
			if c.Look.Drawing == nil {
				return
			}
			assert.NotEmpty(t, c.Look.Drawing.Shapes, c.ID)
			for i, s := range c.Look.Drawing.Shapes {
				for j, step := range s.Path {
					ends := j == len(s.Path)-1 || s.Path[j+1].Verb == panel.Move
					if s.Fill != "" && ends && step.Verb != panel.Close {
						t.Errorf("%s: shape %d of %s is filled and open", name, i, c.ID)
					}
				}
			}
		})
	}
}

// A frame in which time has passed and no more changes places and turns; it
// makes no new drawing, so the canvas paints nothing.
func TestWhatMovesIsNotDrawnAnew(t *testing.T) {
	for name, m := range moments() {
		var p picture.Painter
		l := look(t, 16)
		at := panel.Rect{X: 8, Y: 9.5, W: 900.4, H: 460}
		known := map[*panel.Drawing]bool{}
		draw := func(phase, fresh float64) {
			m.Phase = phase
			n := p.Draw(at, m, l)
			made := 0
			n.Walk(func(c *panel.Node) {
				if d := c.Look.Drawing; d != nil && !known[d] {
					known[d] = true
					made++
				}
			})
			if fresh == 0 {
				assert.Zero(t, made, "%s at %v", name, phase)
			}
		}
		for phase := 0.0; phase < 1; phase += 0.05 {
			draw(phase, 1)
		}
		if name == "front" || name == "saline" {
			continue // a drop changes its colour where it passes the front
		}
		for phase := 1.0; phase < 3; phase += 0.05 {
			draw(phase, 0)
		}
	}
}

func TestTheWheelTurnsAboutItsAxleAndTheLevelFalls(t *testing.T) {
	var p picture.Painter
	l := look(t, 16)
	m := running()
	first := p.Draw(panel.Rect{W: 900, H: 460}, m, l)
	m.Phase, m.True = m.Phase+0.25, 8.7
	then := p.Draw(panel.Rect{W: 900, H: 460}, m, l)
	a, b := first.Find("picture.pump.rotor"), then.Find("picture.pump.rotor")
	assert.InDelta(t, math.Pi/2, b.Look.Turn-a.Look.Turn, 1e-9)
	assert.Equal(t, a.Bounds, b.Bounds)
	assert.InDelta(t, 2*math.Round(a.Bounds.W/2), a.Bounds.W, 1e-9, "an even side has its middle on a pixel")
	assert.InDelta(t, 1-17.4/20, first.Find("picture.pump.liquid").Look.From, 1e-9)
	assert.Greater(t, then.Find("picture.pump.level").Bounds.Y, first.Find("picture.pump.level").Bounds.Y)
}

func TestNothingMovesInTheTubeWhereNothingFlows(t *testing.T) {
	for name, m := range moments() {
		var p picture.Painter
		n := p.Draw(panel.Rect{W: 900, H: 460}, m, look(t, 16))
		assert.Equal(t, m.Flow > 0, n.Find("picture.body.bead0") != nil, name)
		assert.Equal(t, m.Bolus, n.Find("picture.body.bead.glow0") != nil, name)
	}
}

func TestTheBestHeightGrowsWithWhatIsAskedFor(t *testing.T) {
	var p picture.Painter
	plain, labelled := look(t, 16), look(t, 16)
	labelled.Labels = true
	for _, w := range []float64{280, 400, 640, 900, 1600} {
		assert.GreaterOrEqual(t, p.Height(w, labelled), p.Height(w, plain), w)
		assert.Greater(t, p.Height(w, look(t, 28)), 0.0)
	}
}
