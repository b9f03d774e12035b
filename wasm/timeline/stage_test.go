package timeline_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/timeline"
)

const (
	hour = units.Instant(units.Hour)
	day  = units.Instant(units.Day)
)

// calendar says instants in the civil time of a scenario.
type calendar struct{ start scenario.Civil }

func (c calendar) Long(t units.Instant) string  { return c.start.Add(units.Span(t)).Long() }
func (c calendar) Date(t units.Instant) string  { return c.start.Add(units.Span(t)).LongDate() }
func (c calendar) Clock(t units.Instant) string { return c.start.Add(units.Span(t)).Clock() }
func (c calendar) Day(t units.Instant) string {
	date := c.Date(t)
	return date[:len(date)-len(" 2026")]
}

// theTokens are the design tokens.
var theTokens = sync.OnceValue(func() tokens.Theme {
	css, err := theme.Files.ReadFile("tokens.css")
	if err != nil {
		panic(err)
	}
	set, err := tokens.Parse(css)
	if err != nil {
		panic(err)
	}
	return set
})

// parsed remembers scenarios, which are not changed by being run.
var parsed = map[string]*scenario.Scenario{}

// read reads a scenario of testdata.
func read(t require.TestingT, name string) *scenario.Scenario {
	if sc := parsed[name]; sc != nil {
		return sc
	}
	src, err := os.ReadFile(filepath.Join("testdata", name+".yaml"))
	require.NoError(t, err)
	sc, err := scenario.Parse(name, src)
	require.NoError(t, err)
	parsed[name] = sc
	return sc
}

// style is the measures with a root size, 16 being the usual one.
func style(t require.TestingT, root float64) panel.Style {
	set := theTokens().Light
	st, err := panel.ReadStyle(func(name string) string { return set[strings.TrimPrefix(name, "--")] }, root)
	require.NoError(t, err)
	return st
}

// stage is sessions run at the same instants, ready to be shown.
type stage struct {
	t     require.TestingT
	chart timeline.Chart
	scene timeline.Scene
}

// onStage opens a lane for each scenario.
func onStage(t require.TestingT, scenarios ...string) *stage {
	s := &stage{t: t}
	s.scene = timeline.Scene{Zoom: timeline.Whole, Style: style(t, 16), Measure: paint.Type{}, Words: words{t: t}.say}
	for _, name := range scenarios {
		sc := read(t, name)
		one, err := sc.Session()
		require.NoError(t, err)
		s.scene.Lanes = append(s.scene.Lanes, timeline.Lane{Session: one})
		s.scene.Calendar = calendar{sc.Start}
		s.scene.Until = max(s.scene.Until, units.Instant(sc.Until))
	}
	return s
}

// named names the lanes.
func (s *stage) named(names ...string) *stage {
	for i, n := range names {
		s.scene.Lanes[i].Name = n
	}
	return s
}

// main is the session of the first lane.
func (s *stage) main() *session.Session { return s.scene.Lanes[0].Session }

// run lets time pass in every lane, and looks at its end.
func (s *stage) run(to units.Instant) *stage {
	for _, l := range s.scene.Lanes {
		require.NoError(s.t, l.Session.AdvanceTo(to))
	}
	s.scene.At = to
	return s
}

// ask asks for doses in the first lane, at instants in order.
func (s *stage) ask(at ...units.Instant) *stage {
	for _, t := range at {
		s.run(t)
		s.main().Do(pump.RequestPatientBolus{})
	}
	return s
}

// draw is both pictures, one below the other, as a screen.
func (s *stage) draw(width float64) *panel.Node {
	pad := 16.0
	root := panel.Node{ID: "screen", Role: panel.Region, Name: "Screen", Bounds: panel.Rect{W: width}, Look: panel.Look{Fill: "paper-raised"}}
	line := s.chart.Draw(panel.Rect{X: pad, Y: pad, W: width - 2*pad}, s.scene)
	feel := s.chart.Feeling(panel.Rect{X: pad, Y: line.Bounds.Bottom() + 2*pad, W: width - 2*pad}, s.scene)
	root.Children = []panel.Node{line, feel}
	root.Bounds.H = feel.Bounds.Bottom() + pad
	return &root
}
