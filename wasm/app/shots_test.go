package app_test

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
)

var shots = flag.String("shots", "", "a folder for pictures of the screens, as PNG, to be looked at")

// compose paints a tree as the canvas does.
func compose(dst *image.RGBA, n *panel.Node, scale float64, colours paint.Palette) {
	l := n.Look
	if l.Drawing != nil || l.Fill != "" || l.Edge != "" || len(l.Letters.Lines) > 0 {
		src := paint.Look(l, n.Bounds.W, n.Bounds.H, scale, colours)
		b := src.Bounds()
		x, y := n.Bounds.X*scale, n.Bounds.Y*scale
		switch {
		case l.Turn != 0:
			sin, cos := math.Sincos(l.Turn)
			cx, cy := float64(b.Dx())/2, float64(b.Dy())/2
			draw.BiLinear.Transform(dst, f64.Aff3{cos, -sin, x + cx - cos*cx + sin*cy, sin, cos, y + cy - sin*cx - cos*cy}, src, b, draw.Over, nil)
		case l.Drawing != nil && b.Dx() < 64:
			draw.BiLinear.Transform(dst, f64.Aff3{1, 0, x, 0, 1, y}, src, b, draw.Over, nil)
		default:
			from := int(math.Round(l.From * float64(b.Dy())))
			at := image.Pt(int(math.Round(x)), int(math.Round(y))+from)
			draw.Draw(dst, image.Rectangle{at, at.Add(image.Pt(b.Dx(), b.Dy()-from))}, src, image.Pt(0, from), draw.Over)
		}
	}
	for i := range n.Children {
		compose(dst, &n.Children[i], scale, colours)
	}
}

// palette is the colours of the design tokens, by day or by night.
func palette(t testing.TB, night bool) paint.Palette {
	css, err := os.ReadFile("../../site/theme/tokens.css")
	require.NoError(t, err)
	p, err := paint.ReadPalette(panel.Tokens, func(name string) string {
		all := regexp.MustCompile(regexp.QuoteMeta(name)+`:([^;]*);`).FindAllSubmatch(css, -1)
		require.NotEmpty(t, all, name)
		if night {
			return string(all[len(all)-1][1])
		}
		return string(all[0][1])
	})
	require.NoError(t, err)
	return p
}

// shoot writes the screen as it is now to files, by day and by night, at the
// sizes of a telephone, a tablet and a desk.
func (d *drive) shoot(name string) {
	if *shots == "" {
		return
	}
	t := d.t
	require.NoError(t, os.MkdirAll(*shots, 0o755))
	for _, size := range [][2]int{{360, 740}, {820, 1180}, {1440, 900}} {
		for _, night := range []bool{false, true} {
			colours := palette(t, night)
			d.send(message.Resize{Width: float64(size[0]), Height: float64(size[1]), Style: style(t, 16)})
			n := d.View()
			img := image.NewRGBA(image.Rect(0, 0, size[0], int(n.Bounds.H)))
			draw.Draw(img, img.Bounds(), image.NewUniform(color.RGBA(colours["paper"])), image.Point{}, draw.Src)
			compose(img, n, 1, colours)
			file, err := os.Create(filepath.Join(*shots, fmt.Sprintf("%s-%d-%s.png", name, size[0], map[bool]string{false: "light", true: "dark"}[night])))
			require.NoError(t, err)
			require.NoError(t, png.Encode(file, img))
			require.NoError(t, file.Close())
		}
	}
}

// With -shots, the screens are pictured:
//
//	go test ./wasm/app -run Pictured -shots ../../build/screens
func TestTheScreensCanBePictured(t *testing.T) {
	d := begin(t, nil)
	d.shoot("ready")
	d.press("Ask for a dose")
	d.pass(4)
	d.shoot("giving")
	d.press("Names of the parts")
	d.shoot("labels")
	d.press("Names of the parts")
	d.press("Next event")
	d.press("Ask for a dose")
	d.pass(1.5)
	d.press("History")
	d.shoot("history")
	d.press("Back to the doses")
	d.press("Diary")
	d.press("Write it down")
	d.shoot("diary")
	d.press("Back to the doses")
	d.press("Alerts")
	d.shoot("alerts")
	d.press("Back to the doses")
	d.press("Try changes")
	d.press("Keep and share")
	d.press("How it may feel")
	d.press("Next day")
	d.shoot("all")

	g := guided(t, "first-day.yaml", nil)
	for range 4 {
		g.goOn()
	}
	g.shoot("guide")
	for g.View().Find("guide.question") == nil {
		g.goOn()
	}
	g.send(message.Press{ID: "guide.answer.1"})
	g.shoot("question")
	for !g.finished() {
		g.goOn()
	}
	g.shoot("learnt")
	three := guided(t, "one-day-three-ways.yaml", nil)
	for range 12 {
		three.goOn()
	}
	three.shoot("three")
	alarm := guided(t, "night-alarm.yaml", nil)
	for len(alarm.View().Find("urge").Children) == 0 {
		alarm.goOn()
	}
	alarm.shoot("alarm")
}
