package card

import (
	"image"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is a font in one size. Each of its letters is drawn once and kept.
type face struct {
	font    *sfnt.Font
	metrics font.Metrics

	mu      sync.Mutex
	face    font.Face
	buffer  sfnt.Buffer
	letters map[rune]letter
}

// letter is a letter as it is drawn.
type letter struct {
	known   bool
	advance fixed.Int26_6
	mask    *image.Alpha // its shades; nil for a space
	at      image.Point  // where the mask lies, from the letter's place on the line
}

func newFace(f *sfnt.Font, size float64) (*face, error) {
	made, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, err
	}
	return &face{font: f, face: made, metrics: made.Metrics(), letters: map[rune]letter{}}, nil
}

func (f *face) ascent() int { return f.metrics.Ascent.Ceil() }
func (f *face) height() int { return f.metrics.Height.Ceil() }

// letter returns a letter, drawn at a whole point.
func (f *face) letter(r rune) letter {
	f.mu.Lock()
	defer f.mu.Unlock()
	if l, ok := f.letters[r]; ok {
		return l
	}
	var l letter
	if index, err := f.font.GlyphIndex(&f.buffer, r); err == nil && index != 0 {
		box, mask, from, advance, ok := f.face.Glyph(fixed.Point26_6{}, r)
		l = letter{known: ok, advance: advance, at: box.Min}
		if shades, is := mask.(*image.Alpha); ok && is && !box.Empty() {
			l.mask = image.NewAlpha(image.Rectangle{Max: box.Size()}) // the face uses its own again
			for y := range box.Dy() {
				copy(l.mask.Pix[y*l.mask.Stride:], shades.Pix[shades.PixOffset(from.X, from.Y+y):][:box.Dx()])
			}
		}
	}
	f.letters[r] = l
	return l
}

// width returns the width of a text in pixels, and whether the font has all of
// its letters.
func (f *face) width(text string) (int, bool) {
	var wide fixed.Int26_6
	for _, r := range text {
		l := f.letter(r)
		if !l.known {
			return 0, false
		}
		wide += l.advance
	}
	return wide.Ceil(), true
}

// broken breaks a text at its spaces into lines of at most such a width. It
// returns nil where a word has no room.
func (f *face) broken(text string, most int) []string {
	var lines []string
	now := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(now + " " + word)
		if wide, _ := f.width(longer); wide <= most {
			now = longer
			continue
		}
		if wide, _ := f.width(word); wide > most {
			return nil
		}
		lines, now = append(lines, now), word
	}
	lines = append(lines, now)
	if lines[0] == "" {
		return lines[1:]
	}
	return lines
}

// write writes a text onto a canvas, standing on the line y. Edges of letters
// that lie on one another keep the darker shade.
func (f *face) write(c *canvas, x, y int, text string) {
	at := fixed.I(x)
	for _, r := range text {
		l := f.letter(r)
		if l.mask != nil {
			c.shade(l.mask, at.Round()+l.at.X, y+l.at.Y)
		}
		at += l.advance
	}
}
