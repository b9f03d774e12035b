package paint_test

import (
	"image"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
)

// lettering is the font that letters were taken from, read by another hand.
type lettering struct {
	*sfnt.Font
	buf sfnt.Buffer
}

func letterings(t *testing.T) map[bool]*lettering {
	all := map[bool]*lettering{}
	for bold, ttf := range map[bool][]byte{false: goregular.TTF, true: gobold.TTF} {
		f, err := sfnt.Parse(ttf)
		require.NoError(t, err)
		all[bold] = &lettering{Font: f}
	}
	return all
}

func (l *lettering) index(t *testing.T, r rune) sfnt.GlyphIndex {
	if r == 0 {
		return 0 // the sign for what is missing
	}
	i, err := l.GlyphIndex(&l.buf, r)
	require.NoError(t, err)
	return i
}

// shape paints a character in black.
func (l *lettering) shape(t *testing.T, r rune, size int, w, h int, baseline float32) *image.Alpha {
	outline, err := l.LoadGlyph(&l.buf, l.index(t, r), fixed.I(size), nil)
	require.NoError(t, err)
	area := vector.NewRasterizer(w, h)
	at := func(p fixed.Point26_6) (float32, float32) { return float32(p.X) / 64, baseline + float32(p.Y)/64 }
	for _, s := range outline {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			area.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			area.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(s.Args[1])
			area.QuadTo(x, y, x2, y2)
		}
	}
	img := image.NewAlpha(image.Rect(0, 0, w, h))
	area.Draw(img, img.Rect, image.Opaque, image.Point{})
	return img
}

// painted paints a character as the simulator does.
func painted(r rune, bold bool, size, w, h float64) *image.RGBA {
	l := panel.Letters{Lines: []string{string(r)}, Size: size, Leading: h, Bold: bold, Colour: "ink", Align: panel.Start}
	return paint.Look(panel.Look{Letters: l}, w, h, 1, colours)
}

// inUse says whether the letters are to have a character.
func inUse(r rune) bool {
	steers, signs, own := r < ' ', r >= 0x2300 && r < 0x2700, r >= 0xe000 && r < 0xf900
	return !steers && !signs && !own
}

// each calls a function with every character that is to be there, but the zero.
func (l *lettering) each(t *testing.T, do func(r rune)) {
	count := 0
	for r := range rune(0x10000) {
		if r == 0 || r != '0' && inUse(r) && l.index(t, r) != 0 {
			do(r)
			count++
		}
	}
	assert.Greater(t, count, 600)
}

// outline is the font's own at twice the size, at which no point on a curve
// had to be rounded; the last point of a line is its first.
func (l *lettering) outline(t *testing.T, r rune) (outline [][]paint.Point) {
	segments, err := l.LoadGlyph(&l.buf, l.index(t, r), 2*fixed.Int26_6(l.UnitsPerEm()), nil)
	require.NoError(t, err)
	at := func(p fixed.Point26_6, on bool) paint.Point {
		return paint.Point{X: float64(p.X) / 2, Y: float64(p.Y) / 2, On: on}
	}
	for _, s := range segments {
		switch last := len(outline) - 1; s.Op {
		case sfnt.SegmentOpMoveTo:
			outline = append(outline, []paint.Point{at(s.Args[0], true)})
		case sfnt.SegmentOpLineTo:
			outline[last] = append(outline[last], at(s.Args[0], true))
		case sfnt.SegmentOpQuadTo:
			outline[last] = append(outline[last], at(s.Args[0], false), at(s.Args[1], true))
		}
	}
	return outline
}

// A point at the middle of two others may be half a unit off, which is what it
// was rounded by when the font was made.
func TestEveryOutlineIsThatOfTheFont(t *testing.T) {
	for bold, l := range letterings(t) {
		l.each(t, func(r rune) {
			want := l.outline(t, r)
			got, width := paint.Outline(r, bold)
			advance, err := l.GlyphAdvance(&l.buf, l.index(t, r), fixed.Int26_6(l.UnitsPerEm()), font.HintingNone)
			require.NoError(t, err)
			require.Equal(t, int(advance), width, "%U", r)
			require.Len(t, got, len(want), "%U", r)
			for i, line := range got {
				require.Len(t, append(line, line[0]), len(want[i]), "%U", r)
				for j, p := range line {
					w := want[i][j]
					require.True(t, p.On == w.On && math.Abs(p.X-w.X) <= 0.5 && math.Abs(p.Y-w.Y) <= 0.5, "%U: %v is not %v", r, p, w)
				}
			}
		})
	}
}

// How many straight pieces a curve is drawn in hangs on its last fraction of a
// pixel, so single pixels may differ.
func TestEveryLetterIsPaintedAsTheFontHasIt(t *testing.T) {
	const size, w, h = 32, 70, 50
	for bold, l := range letterings(t) {
		m, err := l.Metrics(&l.buf, fixed.I(size), font.HintingNone)
		require.NoError(t, err)
		ascent, descent := float64(m.Ascent)/64, float64(m.Descent)/64
		baseline := float32(int((h-(ascent+descent))/2 + ascent + 0.5))
		l.each(t, func(r rune) {
			want, got := l.shape(t, r, size, w, h, baseline), painted(r, bold, size, w, h)
			ink := 0.0
			for i, a := range want.Pix {
				ink += float64(a) / 255
				if off := int(a) - int(got.Pix[4*i+3]); off < -32 || off > 32 {
					t.Errorf("%U, bold %t: at %d, %d the ink is %d, not %d", r, bold, i%w, i/w, got.Pix[4*i+3], a)
				}
			}
			assert.InDelta(t, ink, covered(got), 0.004*ink, "%U, bold %t", r, bold)
		})
	}
}

func TestACharacterThatTheFontLacksIsASign(t *testing.T) {
	for _, bold := range []bool{false, true} {
		sign := painted(0, bold, 40, 60, 60)
		assert.Positive(t, covered(sign))
		for _, r := range "漢\u2592\uf800😀" {
			assert.Equal(t, sign, painted(r, bold, 40, 60, 60))
		}
	}
}

// The font's own zero has a stroke through it, which some take for an eight.
func TestAZeroIsEmptyInside(t *testing.T) {
	const size, w, h = 96, 70, 160
	for _, bold := range []bool{false, true} {
		zero := painted('0', bold, size, w, h)
		box := image.Rectangle{}
		for y := range h {
			for x := range w {
				if zero.RGBAAt(x, y).A > 128 {
					box = box.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		middle := (box.Min.X + box.Max.X) / 2
		for y := range box.Dy() {
			inked := zero.RGBAAt(middle, box.Min.Y+y).A > 0
			wall := y < box.Dy()/4 || y > box.Dy()*3/4
			assert.True(t, wall || !inked, "bold %t: ink at %d of %d", bold, y, box.Dy())
		}
		assert.InDelta(t, 0, covered(zero)-2*halfInk(zero, middle), 0.06*covered(zero), "the same to the left and to the right")
		assert.Equal(t, paint.Type{}.Width("8", size, bold), paint.Type{}.Width("0", size, bold))
	}
}

// halfInk is the ink to the left of a column, and half of that in it.
func halfInk(img *image.RGBA, column int) float64 {
	left := img.SubImage(image.Rect(0, 0, column, img.Rect.Dy())).(*image.RGBA)
	sum := 0.0
	for y := range left.Rect.Dy() {
		for x := range left.Rect.Dx() {
			sum += float64(left.RGBAAt(x, y).A) / 255
		}
	}
	return sum
}
