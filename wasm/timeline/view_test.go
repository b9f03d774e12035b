package timeline_test

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/timeline"
)

var update = flag.Bool("update", false, "rewrite the golden trees")

// What a listener meets in each of the states that are worth looking at.
func TestTheStatesReadAsTheyShould(t *testing.T) {
	for name, s := range states(t) {
		path := filepath.Join("testdata", name+".txt")
		root := s.draw(800)
		assert.Empty(t, panel.Audit(root), name)
		got := panel.Dump(root)
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, string(want), got, name)
	}
}

// Whatever happened, whatever is looked at, at any size: all is named, in reach
// and heard as it is seen; nothing that is drawn is no number.
func TestNoSceneFailsTheAudit(t *testing.T) {
	usual, large := style(t, 16), style(t, 32)
	rapid.Check(t, func(r *rapid.T) {
		s := onStage(r, rapid.SampledFrom([][]string{kinds[:1], kinds[1:2], kinds[2:], {kinds[0], kinds[1], kinds[2]}}).Draw(r, "lanes")...)
		for i := range s.scene.Lanes {
			s.scene.Lanes[i].Name = rapid.SampledFrom([]string{"", "Flex dosing", "Steady dose and the personal remote"}).Draw(r, "name")
		}
		for range rapid.IntRange(0, 12).Draw(r, "things") {
			live(r, s.main())
			s.run(s.main().Now())
		}
		s.scene.At = instant(r, "at", s.main().Now())
		s.scene.Until = instant(r, "until", 40*day)
		s.scene.Zoom = timeline.Zoom(rapid.IntRange(0, 4).Draw(r, "zoom")) // one too many as well
		s.scene.Style = rapid.SampledFrom([]panel.Style{usual, large}).Draw(r, "style")
		for range rapid.IntRange(0, 3).Draw(r, "flares") {
			s.scene.Flares = append(s.scene.Flares, timeline.Flare{
				At: instant(r, "flare", 2*day), Lasts: units.Span(rapid.IntRange(1, 300).Draw(r, "lasts")) * units.Minute, Strength: rapid.IntRange(1, 10).Draw(r, "strength")})
		}
		root := s.draw(float64(rapid.SampledFrom([]int{272, 312, 320, 375, 640, 1024, 3840}).Draw(r, "width")))
		require.Empty(r, panel.Audit(root))
		root.Walk(func(n *panel.Node) {
			require.False(r, math.IsNaN(n.Bounds.X+n.Bounds.Y+n.Bounds.W+n.Bounds.H), n.ID)
			if n.Look.Drawing != nil {
				sound(r, n)
			}
		})
	})
}

// sound holds that a drawing's points are numbers and not far out of it.
func sound(t require.TestingT, n *panel.Node) {
	for _, shape := range n.Look.Drawing.Shapes {
		for _, s := range shape.Path {
			for _, p := range s.P {
				require.False(t, math.IsNaN(p.X+p.Y), n.ID)
				require.Less(t, math.Abs(p.X), n.Bounds.W+400, n.ID)
				require.Less(t, math.Abs(p.Y), n.Bounds.H+100, n.ID)
			}
		}
	}
}

func TestAPictureSaysInWordsWhatItShows(t *testing.T) {
	s := onStage(t, "remote").ask(hour, 2*hour, 5*hour, 9*hour).run(20 * hour)
	s.scene.Until = day
	said := s.draw(800).Find("timeline.lane.0").Description
	assert.Contains(t, said, "Mon 2 Mar 2026, 08:00 to Tue 3 Mar 2026, 04:00: 3 extra doses given, 1 refused, no alarm. 3.4 mg left the end of the tube.")
	assert.Contains(t, said, "The scale goes from 0 to 3.5 mg a day.")
	assert.NotContains(t, said, "Nothing flowed")
}

func TestASceneWithoutLanesIsEmpty(t *testing.T) {
	s := onStage(t)
	root := s.draw(400)
	assert.Empty(t, root.Find("timeline").Children)
	assert.Empty(t, root.Find("feeling").Children)
}

// The picture of a feeling is no promise: no figure is put to it, and the word
// stands in every one of them.
func TestAFeelingIsAlwaysIllustrativeAndNeverANumber(t *testing.T) {
	figure := regexp.MustCompile(`[0-9.]+ ?(%|mg|mcg|mL|points?)`)
	for name, s := range states(t) {
		feel := s.draw(800).Find("feeling")
		assert.Contains(t, feel.Name, "illustrative", name)
		for i := range s.scene.Lanes {
			lane := feel.Find("feeling.lane." + strconv.Itoa(i))
			assert.True(t, strings.HasPrefix(lane.Description, "Illustrative."), name)
			drawn := false
			lane.Walk(func(n *panel.Node) { drawn = drawn || strings.Join(n.Look.Letters.Lines, "") == "Illustrative" })
			assert.True(t, drawn, "%s: the word is seen", name)
		}
		feel.Walk(func(n *panel.Node) {
			for _, text := range append(n.Look.Letters.Lines, n.Name, n.Value, n.Description) {
				assert.NotRegexp(t, figure, text, n.ID)
			}
		})
	}
}

func TestTheFeelingFollowsWhatLeftTheTip(t *testing.T) {
	said := func(s *stage) string { return s.draw(800).Find("feeling.lane.0").Description }
	steady := onStage(t, "remote").run(20 * hour)
	assert.Contains(t, said(steady), "fair relief, hardly any drowsiness")
	stopped := onStage(t, "remote").run(hour)
	stopped.scene.Flares = []timeline.Flare{{At: 12 * hour, Lasts: units.Hour, Strength: 8}}
	stopped.main().Do(stop)
	assert.Contains(t, said(stopped.run(20*hour)), "hardly any relief, hardly any drowsiness. Most of the pain from 20:00 is left.")
	stopped.scene.At = hour
	assert.Contains(t, said(stopped), "Mon 2 Mar 2026, 09:00: fair relief", "looking back, it is that of then")
}

func TestAnotherDrugHasNoFeelingDrawn(t *testing.T) {
	s := onStage(t, "ziconotide").run(5 * hour)
	root := s.draw(800)
	assert.Contains(t, root.Find("feeling.note").Value, "morphine alone")
	assert.Contains(t, root.Find("feeling.lane.0").Description, "morphine alone")
	assert.NotContains(t, root.Find("feeling.lane.0").Description, "relief")
	assert.Contains(t, root.Find("timeline.lane.0").Description, "mcg a day")
	assert.Nil(t, root.Find("timeline.legend.given"), "no doses can be asked for")
}

func TestEveryWordIsSaidSomewhere(t *testing.T) {
	said := map[string]bool{}
	all := states(t)
	all["another drug"] = onStage(t, "ziconotide")
	for _, s := range all {
		s.scene.Words = words{t, said}.say
		s.draw(800)
	}
	for key := range english() {
		if !regexp.MustCompile(`\.(none|one|many|minutes|hours|days|hardly|little|fair|much|morphine)$`).MatchString(key) {
			assert.True(t, said[key], "%s is never said", key)
		}
	}
}
