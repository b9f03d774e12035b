package paint_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
)

var colours = paint.Palette{
	"ink": color.RGBA{0, 0, 0, 255}, "coral": color.RGBA{200, 80, 60, 255}, "paper": color.RGBA{255, 255, 255, 255},
}

func drawing(s panel.Shape) panel.Look {
	return panel.Look{Drawing: &panel.Drawing{Shapes: []panel.Shape{s}}}
}

// covered is how much of an image is painted, in pixels.
func covered(img *image.RGBA) float64 {
	sum := 0.0
	for i := 3; i < len(img.Pix); i += 4 {
		sum += float64(img.Pix[i]) / 255
	}
	return sum
}

func TestTextIsBrokenAtSpacesAndNowhereElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zA-Z0-9,.]{1,12}`), 0, 12).Draw(t, "words")
		width := rapid.Float64Range(10, 400).Draw(t, "width")
		lines := paint.Type{}.Wrap(strings.Join(words, "  "), 18, false, width)
		require.Equal(t, strings.Join(words, " "), strings.Join(lines, " "), "no word is lost")
		for _, l := range lines {
			if strings.Contains(l, " ") {
				require.LessOrEqual(t, paint.Type{}.Width(l, 18, false), width)
			}
		}
	})
}

func TestBoldIsWiderAndWidthGrowsWithSize(t *testing.T) {
	ty := paint.Type{}
	assert.Greater(t, ty.Width("Ask for a dose", 20, true), ty.Width("Ask for a dose", 20, false))
	assert.InDelta(t, 2*ty.Width("Ask", 20, true), ty.Width("Ask", 40, true), 1e-9)
}

// Overlapping pieces of a stroke would add up at their soft edges; the area of
// a stroke is its length times its width and its two half-round ends.
func TestAStrokeIsEvenlyWide(t *testing.T) {
	for name, c := range map[string]struct {
		path panel.Path
		area float64
	}{
		"line":   {panel.Path{}.M(10, 20).L(50, 20), 40*6 + 9*3.1416},
		"curve":  {panel.Arc(40, 40, 25, 0, 3.1416), 25*3.1416*6 + 9*3.1416},
		"circle": {panel.Circle(40, 40, 25), 2 * 3.1416 * 25 * 6},
		"corner": {panel.Path{}.M(10, 20).L(40, 20).L(40, 60), 70*6 + 9*3.1416 - 9 + 9*3.1416/4},
	} {
		for _, scale := range []float64{1, 2.5} {
			img := paint.Look(drawing(panel.Shape{Path: c.path, Edge: "ink", Width: 6}), 80, 80, scale, colours)
			assert.InEpsilon(t, c.area*scale*scale, covered(img), 0.015, "%s at %v", name, scale)
		}
	}
}

func TestALookIsPaintedAtTheScreensOwnPixels(t *testing.T) {
	img := paint.Look(panel.Look{Fill: "coral"}, 30, 20, 2.5, colours)
	assert.Equal(t, image.Rect(0, 0, 75, 50), img.Rect)
	assert.Equal(t, color.RGBA{200, 80, 60, 255}, img.RGBAAt(0, 0))
	round := paint.Look(panel.Look{Fill: "coral", Radius: 10}, 30, 20, 2.5, colours)
	assert.Equal(t, uint8(0), round.RGBAAt(0, 0).A, "a rounded corner is left out")
	assert.Equal(t, color.RGBA{200, 80, 60, 255}, round.RGBAAt(37, 25))
}

func TestFaintShapesLetTheGroundThrough(t *testing.T) {
	img := paint.Look(panel.Look{Fill: "paper", Drawing: &panel.Drawing{Shapes: []panel.Shape{
		{Path: panel.RoundRect(panel.Rect{W: 10, H: 10}, 0), Fill: "ink", Alpha: 0.25}}}}, 10, 10, 1, colours)
	assert.InDelta(t, 191, float64(img.RGBAAt(5, 5).R), 2)
}

func TestLettersStandInTheMiddleOfAButton(t *testing.T) {
	l := panel.Letters{Lines: []string{"HOH"}, Size: 20, Leading: 24, Colour: "ink", Align: panel.Middle}
	img := paint.Look(panel.Look{Letters: l}, 100, 48, 2, colours)
	box := image.Rectangle{}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y).A > 128 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	assert.InDelta(t, 100, float64(box.Min.X+box.Max.X)/2, 3)
	assert.InDelta(t, 48, float64(box.Min.Y+box.Max.Y)/2, 4)
}

func TestAColourThatCannotBeReadIsNamed(t *testing.T) {
	_, err := paint.ReadPalette([]panel.Token{"ink"}, func(string) string { return "rgb(1,2,3)" })
	assert.EqualError(t, err, `design token --ink: "rgb(1,2,3)" is not a colour; write it as #rrggbb`)
}
