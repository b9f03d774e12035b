package picture_test

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/draw"

	"iddtestdrive/wasm/panel"
	"iddtestdrive/wasm/picture"
	"iddtestdrive/wasm/sample"
)

var shots = flag.String("shots", "", "a folder for pictures of the picture, as PNG, to be looked at")

// shoot writes a picture to a file.
func shoot(t *testing.T, name string, w, h float64, m picture.Moment, l picture.Look) {
	for _, night := range []bool{false, true} {
		colours := sample.Palette(t, night)
		var p picture.Painter
		n := p.Draw(panel.Rect{X: 16, Y: 16, W: w, H: h}, m, l)
		scale := 1.0
		if w < 500 {
			scale = 2
		}
		img := image.NewRGBA(image.Rect(0, 0, int((w+32)*scale), int((h+32)*scale)))
		draw.Draw(img, img.Bounds(), image.NewUniform(color.RGBA(colours["paper-raised"])), image.Point{}, draw.Src)
		sample.Compose(img, &n, scale, colours)
		file, err := os.Create(filepath.Join(*shots, fmt.Sprintf("%s-%s.png", name, map[bool]string{false: "light", true: "dark"}[night])))
		require.NoError(t, err)
		require.NoError(t, png.Encode(file, img))
		require.NoError(t, file.Close())
	}
}

// With -shots, every state is pictured on a desktop, a phone and the smallest
// place, and some with labels:
//
//	go test ./wasm/picture -run Pictured -shots ../../build/pictures
func TestEveryStateCanBePictured(t *testing.T) {
	if *shots == "" {
		return
	}
	require.NoError(t, os.MkdirAll(*shots, 0o755))
	l := look(t, 16)
	for name, m := range moments() {
		shoot(t, "desktop-"+name, 900, 460, m, l)
	}
	shoot(t, "phone-running", 328, 380, running(), l)
	shoot(t, "small-running", 280, 240, running(), l)
	shoot(t, "phone-tall", 328, 640, moments()["bolus"], l)
	shoot(t, "wall", 1800, 900, moments()["bolus"], l)
	for views, name := range map[picture.Views]string{picture.Body: "body", picture.Spine: "spine", picture.Pump: "pump"} {
		l.Views = views
		shoot(t, "view-"+name, 600, 800, moments()["bolus"], l)
	}
	l.Views = 0
	l.Pointed = picture.PartReservoir
	shoot(t, "desktop-pointed", 900, 460, running(), l)
	l.Pointed = picture.PartTip
	shoot(t, "phone-pointed", 328, 380, running(), l)
	l.Labels = true
	var p picture.Painter
	for _, w := range []float64{280, 328, 560, 1000, 1400} {
		shoot(t, fmt.Sprintf("labels-%v", w), w, p.Height(w, l), running(), l)
	}
	shoot(t, "labels-tight", 328, 420, running(), l)
}
