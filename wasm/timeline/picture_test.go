package timeline_test

import (
	"flag"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
	"iddtestdrive/site/tokens"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/timeline"
)

var pictures = flag.Bool("pictures", false, "paint the timeline into build/pictures, to be looked at")

// painted is a tree as the canvas shows it.
func painted(root *panel.Node, scale float64, colours paint.Palette) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, int(root.Bounds.W*scale), int(root.Bounds.H*scale)))
	root.Walk(func(n *panel.Node) {
		if n.Bounds.W <= 0 || n.Bounds.H <= 0 {
			return
		}
		one := paint.Look(n.Look, n.Bounds.W, n.Bounds.H, scale, colours)
		at := image.Pt(int(math.Round(n.Bounds.X*scale)), int(math.Round(n.Bounds.Y*scale)))
		draw.Draw(img, one.Rect.Add(at), one, image.Point{}, draw.Over)
	})
	return img
}

func palette(t *testing.T, set tokens.Set) paint.Palette {
	p, err := paint.ReadPalette(panel.Tokens, func(name string) string { return set[name[2:]] })
	require.NoError(t, err)
	return p
}

// states are the states worth looking at.
func states(t *testing.T) map[string]*stage {
	at := func(h float64) units.Instant { return units.Instant(h * float64(hour)) }
	flares := []timeline.Flare{
		{At: at(3), Lasts: 90 * units.Minute, Strength: 6}, {At: at(10), Lasts: 2 * units.Hour, Strength: 8}, {At: at(19), Lasts: units.Hour, Strength: 5}}
	out := map[string]*stage{}
	s := onStage(t, "remote").ask(at(3.2), at(3.6), at(10.3), at(11), at(19.2)).run(at(21.4))
	s.scene.Until, s.scene.Flares = day, flares
	out["1-a-day"] = s
	s = onStage(t, "remote").ask(at(3.2), at(3.6), at(10.3), at(11), at(19.2)).run(at(21.4))
	s.scene.Until, s.scene.Flares, s.scene.At, s.scene.Zoom = day, flares, at(11.1), timeline.Hours
	out["2-looking-back"] = s
	s = onStage(t, "steady", "flex", "remote").named("Steady dose", "Flex dosing", "Steady dose and remote").run(at(3.1))
	s.scene.Lanes[2].Session.Do(pump.RequestPatientBolus{})
	s.run(at(10.2)).scene.Lanes[2].Session.Do(pump.RequestPatientBolus{})
	s.run(at(20))
	s.scene.Until, s.scene.Flares = day, flares
	out["3-three-lanes"] = s
	s = onStage(t, "remote")
	for d := range units.Instant(25) {
		s.ask(d*day+at(4), d*day+at(5), d*day+at(12), d*day+at(15.5))
	}
	s.run(26*day + at(5))
	s.scene.Until, s.scene.Zoom = 30*day, timeline.Week
	out["4-week-of-a-month"] = s
	w := onStage(t, "remote")
	w.scene.Lanes, w.scene.Until, w.scene.At = s.scene.Lanes, 30*day, s.scene.At
	out["5-whole-month"] = w
	s = onStage(t, "remote").ask(at(1))
	s.run(at(2)).main().Do(pump.RequestPatientBolus{Link: pump.NoConnection})
	s.run(at(5)).main().Do(pump.BeginStall{})
	s.run(at(8)).main().Do(pump.EndStall{})
	s.run(at(10)).main().Do(pump.SetReservoir{Volume: 1_900_000})
	s.run(at(14)).main().Do(pump.Interrogate{})
	s.run(at(14.2)).main().Do(pump.SetReservoir{Volume: 18_000_000})
	s.run(at(17))
	s.scene.Until = day
	out["6-alarms"] = s
	s = onStage(t, "remote").run(0)
	s.scene.Zoom = timeline.Day
	out["7-start"] = s
	return out
}

// TestPicturesAreLookedAt paints the states when it is asked to.
func TestPicturesAreLookedAt(t *testing.T) {
	if !*pictures {
		return
	}
	dir := filepath.Join("..", "..", "build", "pictures", "timeline")
	require.NoError(t, os.MkdirAll(dir, 0o755))
	themes := theTokens()
	for name, s := range states(t) {
		for _, c := range []struct {
			suffix      string
			width, root float64
			scale       float64
			set         tokens.Set
		}{
			{"wide", 820, 16, 1, themes.Light}, {"wide-dark", 820, 16, 1, themes.Dark},
			{"phone", 320, 16, 1.5, themes.Light}, {"large", 320, 32, 1, themes.Light}, {"huge", 1800, 28, 1, themes.Light},
		} {
			s.scene.Style = style(t, c.root)
			f, err := os.Create(filepath.Join(dir, name+"-"+c.suffix+".png"))
			require.NoError(t, err)
			require.NoError(t, png.Encode(f, painted(s.draw(c.width), c.scale, palette(t, c.set))))
			require.NoError(t, f.Close())
		}
	}
}
