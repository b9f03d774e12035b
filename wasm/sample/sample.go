// Package sample shows screens to tests: with the words, measures and colours of
// the site, and as pictures to be looked at.
package sample

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
)

// Words are the words of the simulator and of the practice ward, as the site hands
// them over.
func Words(t testing.TB) form.Words {
	w, err := read()
	require.NoError(t, err)
	return w
}

// read reads the words once: they are long.
var read = sync.OnceValues(func() (form.Words, error) {
	src, err := os.ReadFile("../../content/messages/en.yaml")
	if err != nil {
		return nil, err
	}
	var tree struct{ Simulator, Ward map[string]any }
	if err := yaml.Unmarshal(src, &tree); err != nil {
		return nil, err
	}
	w := form.Words{}
	flatten(w, "", tree.Simulator)
	flatten(w, "ward.", tree.Ward)
	return w, nil
})

func flatten(w form.Words, prefix string, tree map[string]any) {
	for k, v := range tree {
		if below, ok := v.(map[string]any); ok {
			flatten(w, prefix+k+".", below)
		} else {
			w[prefix+k] = v.(string)
		}
	}
}

// Style is the measures of the design tokens, for a reader whose rem is root.
func Style(t testing.TB, root float64) panel.Style {
	css, err := os.ReadFile("../../site/theme/tokens.css")
	require.NoError(t, err)
	s, err := panel.ReadStyle(func(name string) string {
		m := regexp.MustCompile(regexp.QuoteMeta(name) + `:([^;]*);`).FindSubmatch(css)
		require.NotNil(t, m, name)
		return string(m[1])
	}, root)
	require.NoError(t, err)
	return s
}

// Compose paints a tree as the canvas does.
func Compose(dst *image.RGBA, n *panel.Node, scale float64, colours paint.Palette) {
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
		Compose(dst, &n.Children[i], scale, colours)
	}
}

// Palette is the colours of the design tokens, by day or by night.
func Palette(t testing.TB, night bool) paint.Palette {
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

// Shoot writes a screen to files in a folder, by day and by night, at the sizes of
// a telephone, a tablet and a desk; nothing where the folder has no name.
func Shoot(t testing.TB, folder, name string, view func(message.Resize) *panel.Node) {
	if folder == "" {
		return
	}
	require.NoError(t, os.MkdirAll(folder, 0o755))
	for _, size := range [][2]int{{360, 740}, {820, 1180}, {1440, 900}} {
		for _, night := range []bool{false, true} {
			colours := Palette(t, night)
			n := view(message.Resize{Width: float64(size[0]), Height: float64(size[1]), Style: Style(t, 16)})
			img := image.NewRGBA(image.Rect(0, 0, size[0], int(n.Bounds.H)))
			draw.Draw(img, img.Bounds(), image.NewUniform(color.RGBA(colours["paper"])), image.Point{}, draw.Src)
			Compose(img, n, 1, colours)
			file, err := os.Create(filepath.Join(folder, fmt.Sprintf("%s-%d-%s.png", name, size[0], map[bool]string{false: "light", true: "dark"}[night])))
			require.NoError(t, err)
			require.NoError(t, png.Encode(file, img))
			require.NoError(t, file.Close())
		}
	}
}
