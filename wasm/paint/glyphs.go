package paint

import (
	_ "embed"
	"encoding/binary"
	"strings"
)

// The outlines of the letters, written by tools/fonts, which says how.
//
//go:embed go-fonts.bin
var fontFile string

// glyph is the shape of a character.
type glyph struct {
	width   int32 // in units of the face
	outline []contour
}

// contour is a closed line.
type contour []knot

// knot is a point of a contour, in units of the face from the pen's place on
// the baseline, downwards; or, off the curve, one that controls a quadratic
// one. Between two of those lies one on the curve, at the middle.
type knot struct {
	x, y int16
	on   bool
}

// readFaces reads the font file: the regular and the bold face.
func readFaces() [2]*face {
	_, numbers, _ := strings.Cut(fontFile, "\x00") // before it stands the licence
	r := numberReader{[]byte(numbers)}
	return [2]*face{r.face(), r.face()}
}

// numberReader reads the numbers that the font file is made of.
type numberReader struct{ left []byte }

// count reads a number that is never negative.
func (r *numberReader) count() int {
	n, size := binary.Uvarint(r.left)
	r.left = r.left[size:]
	return int(n)
}

// step reads a number that may be negative.
func (r *numberReader) step() int {
	n, size := binary.Varint(r.left)
	r.left = r.left[size:]
	return int(n)
}

func (r *numberReader) face() *face {
	em := float64(r.count())
	f := &face{em: em, ascent: float64(r.count()) / em, descent: float64(r.count()) / em}
	n, char := r.count(), rune(0)
	f.glyphs = make(map[rune]glyph, n)
	for range n {
		char += rune(r.count())
		f.glyphs[char] = r.glyph()
	}
	return f
}

func (r *numberReader) glyph() glyph {
	g := glyph{width: int32(r.count())}
	g.outline = make([]contour, r.count())
	x, y := 0, 0
	for i := range g.outline {
		c := make(contour, r.count())
		for j := range c {
			dx := r.step()
			x, y = x+dx>>1, y+r.step()
			c[j] = knot{int16(x), int16(y), dx&1 == 1}
		}
		g.outline[i] = c
	}
	return g
}
