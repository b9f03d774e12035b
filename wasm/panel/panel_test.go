package panel_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/panel"
)

func screen(children ...panel.Node) *panel.Node {
	return &panel.Node{ID: "root", Role: panel.Region, Name: "A screen",
		Bounds: panel.Rect{W: 400, H: 300}, Children: children}
}

var ask = panel.Node{ID: "ask", Role: panel.Button, Name: "Ask", Bounds: panel.Rect{X: 10, Y: 10, W: 100, H: 50}}

func with(n panel.Node, change func(*panel.Node)) panel.Node {
	change(&n)
	return n
}

func TestASoundScreenPassesTheAudit(t *testing.T) {
	words := panel.Node{ID: "words", Role: panel.Text, Value: "Ready", Bounds: panel.Rect{X: 10, Y: 80, W: 100, H: 20}}
	assert.Empty(t, panel.Audit(screen(ask, words)))
}

func TestTheAuditNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		node panel.Node
		says string
	}{
		{with(ask, func(n *panel.Node) { n.Name = "" }), `button "ask": has no name`},
		{with(ask, func(n *panel.Node) { n.Bounds.H = 43 }), `button "ask": is 100 x 43 px, less than 44 x 44`},
		{with(ask, func(n *panel.Node) { n.Bounds.X = 320 }), `button "ask": stands outside the screen at {320 10 100 50}`},
		{panel.Node{ID: "root", Role: panel.Text, Value: "x"}, `text "root": its ID is missing or stands for two nodes`},
		{panel.Node{ID: "t", Role: panel.Text}, `text "t": says nothing`},
		{panel.Node{ID: "p", Role: panel.Picture, Name: "The pump"}, `picture "p": does not say what it shows`},
		{with(ask, func(n *panel.Node) { n.Look.Letters = panel.Letters{Lines: []string{"As", "k"}, Leading: 30} }),
			`button "ask": its words are higher than it`},
		{with(ask, func(n *panel.Node) { n.Look.Letters.Lines = []string{"Press"} }),
			`"ask" draws the words "Press", which nobody can hear`},
	} {
		assert.Contains(t, panel.Audit(screen(c.node)), c.says)
	}
}

func TestTheAuditSeesControlsThatCoverOneAnother(t *testing.T) {
	other := with(ask, func(n *panel.Node) { n.ID, n.Bounds.X = "other", 109 })
	assert.Equal(t, []string{`"ask" and "other" cover one another`}, panel.Audit(screen(ask, other)))
	other.Bounds.X = 110
	assert.Empty(t, panel.Audit(screen(ask, other)))
}

func TestADumpReadsAsItIsHeard(t *testing.T) {
	look := panel.Node{ID: "glass", Children: []panel.Node{
		{ID: "ring", Role: panel.Progress, Name: "Dose", Value: "half given", Part: 0.5}}}
	picked := panel.Node{ID: "x1", Role: panel.Radio, Name: "Real time", Checked: true, Focused: true}
	assert.Equal(t, `region "A screen"
  button "Ask"
  progress "Dose" ="half given" 50%
  radio "Real time" checked focused
`, panel.Dump(screen(ask, look, picked)))
}

func TestEqualSeesEveryDifferenceThatShows(t *testing.T) {
	same := screen(ask)
	assert.True(t, panel.Equal(same, screen(ask)))
	for name, change := range map[string]func(*panel.Node){
		"name":    func(n *panel.Node) { n.Name = "x" },
		"value":   func(n *panel.Node) { n.Value = "x" },
		"part":    func(n *panel.Node) { n.Part = 0.1 },
		"place":   func(n *panel.Node) { n.Bounds.X++ },
		"focus":   func(n *panel.Node) { n.Focused = true },
		"fill":    func(n *panel.Node) { n.Look.Fill = "ink" },
		"turn":    func(n *panel.Node) { n.Look.Turn = 1 },
		"level":   func(n *panel.Node) { n.Look.From = 0.1 },
		"lines":   func(n *panel.Node) { n.Look.Letters.Lines = []string{"x"} },
		"drawing": func(n *panel.Node) { n.Look.Drawing = &panel.Drawing{} },
		"child":   func(n *panel.Node) { n.Children = []panel.Node{{ID: "c"}} },
	} {
		assert.False(t, panel.Equal(same, screen(with(ask, change))), name)
	}
}

func TestAStyleIsReadFromTheTokensAndGrowsWithTheReadersType(t *testing.T) {
	tokens := map[string]string{"--leading": "1.5", "--line-thin": "1.5px", "--line-bold": "3px", "--target": "40px",
		"--radius-s": "6px", "--radius-m": "14px", "--radius-l": "28px"}
	for _, n := range []string{"--text-s", "--text-m", "--text-l", "--text-xl", "--text-xxl",
		"--space-1", "--space-2", "--space-3", "--space-4", "--space-5", "--space-6"} {
		tokens[n] = " 1.5rem"
	}
	s, err := panel.ReadStyle(func(n string) string { return tokens[n] }, 20)
	require.NoError(t, err)
	assert.InDelta(t, 30, s.Medium, 1e-9)
	assert.InDelta(t, 3, s.Bold, 1e-9)
	assert.InDelta(t, panel.Target, s.Target, 1e-9, "never less than what a finger needs")

	tokens["--text-m"] = "large"
	_, err = panel.ReadStyle(func(n string) string { return tokens[n] }, 20)
	assert.ErrorContains(t, err, `design token --text-m: "large" is not a length; write it in px or rem`)
}

func TestAnArcStaysOnItsCircle(t *testing.T) {
	for _, s := range panel.Arc(10, 20, 5, -1, 4) {
		end := s.P[0]
		if s.Verb == panel.Curve {
			end = s.P[2]
		}
		assert.InDelta(t, 5, math.Hypot(end.X-10, end.Y-20), 1e-9)
	}
}
