// Package paint turns the looks of a panel into pixels, without a screen: it
// measures and breaks text, and rasterises shapes and letters at any pixel
// ratio. The canvas shows what it paints; tests run it natively.
//
// Letters are the outlines of the Go fonts, rasterised at the size they are
// shown at and set at fractions of a pixel, so that text is as sharp as the
// screen allows.
package paint

import (
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is one weight of the type.
type face struct {
	font     *sfnt.Font
	em       float64 // font units in one em
	ascent   float64 // in em
	descent  float64 // in em
	advances map[rune]float64
	buf      sfnt.Buffer
}

// faces are the regular and the bold face, read from the binary once.
var faces = sync.OnceValue(func() [2]*face {
	return [2]*face{readFace(goregular.TTF), readFace(gobold.TTF)}
})

func readFace(ttf []byte) *face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("paint: the embedded font is damaged: " + err.Error())
	}
	t := &face{font: f, em: float64(f.UnitsPerEm()), advances: map[rune]float64{}}
	m, err := f.Metrics(&t.buf, fixed.Int26_6(f.UnitsPerEm()), font.HintingNone)
	if err != nil {
		panic("paint: the embedded font has no metrics: " + err.Error())
	}
	t.ascent, t.descent = float64(m.Ascent)/t.em, float64(m.Descent)/t.em
	return t
}

func faceOf(bold bool) *face {
	if bold {
		return faces()[1]
	}
	return faces()[0]
}

// advance is the width of a rune in em. A rune the font lacks is as wide as
// the font's own sign for that.
func (f *face) advance(r rune) float64 {
	if a, ok := f.advances[r]; ok {
		return a
	}
	glyph, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil {
		glyph = 0
	}
	a, err := f.font.GlyphAdvance(&f.buf, glyph, fixed.Int26_6(f.font.UnitsPerEm()), font.HintingNone)
	if err != nil {
		a = 0
	}
	em := float64(a) / f.em
	f.advances[r] = em
	return em
}

// Type measures and breaks text. Its zero value is ready.
type Type struct{}

// Width is how wide one line of text is, in the unit of size.
func (Type) Width(text string, size float64, bold bool) float64 {
	f := faceOf(bold)
	w := 0.0
	for _, r := range text {
		w += f.advance(r)
	}
	return w * size
}

// Wrap breaks text at spaces into lines no wider than width. A single word
// that is wider stays whole. Text of no words gives no line.
func (t Type) Wrap(text string, size float64, bold bool, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && t.Width(longer, size, bold) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line == "" {
		return lines
	}
	return append(lines, line)
}
