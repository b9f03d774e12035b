// Package paint turns the looks of a panel into pixels, without a screen: it
// measures and breaks text, and rasterises shapes and letters at any pixel
// ratio. The canvas shows what it paints; tests run it natively.
//
// Letters are the outlines of the Go fonts, which tools/fonts has written into
// one small file. They are rasterised at the size they are shown at and set at
// fractions of a pixel, so that text is as sharp as the screen allows.
package paint

import (
	"strings"
	"sync"
)

// face is one weight of the type.
type face struct {
	em      float64 // units in one em
	ascent  float64 // in em
	descent float64 // in em
	glyphs  map[rune]glyph
}

// faces are the regular and the bold face, read once.
var faces = sync.OnceValue(readFaces)

func faceOf(bold bool) *face {
	if bold {
		return faces()[1]
	}
	return faces()[0]
}

// glyph is the shape of a character, or of the sign for one that the font lacks.
func (f *face) glyph(r rune) glyph {
	g, ok := f.glyphs[r]
	if !ok {
		g = f.glyphs[0]
	}
	return g
}

// advance is the width of a character in em.
func (f *face) advance(r rune) float64 { return float64(f.glyph(r).width) / f.em }

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
