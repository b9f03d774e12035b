package main

import (
	_ "embed"
	"encoding/binary"
	"fmt"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:embed licence.txt
var licence string

// Letters makes the content of the file.
func Letters() ([]byte, error) {
	out := append([]byte(licence), 0)
	for _, ttf := range [][]byte{goregular.TTF, gobold.TTF} {
		f, err := sfnt.Parse(ttf)
		if err != nil {
			return nil, err
		}
		t := &typeface{font: f, em: fixed.Int26_6(f.UnitsPerEm())}
		if out, err = t.appendTo(out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// wanted says whether a character is one that words and signs are made of.
func wanted(r rune) bool {
	switch {
	case r < ' ': // what steers old machines
		return false
	case 0x2300 <= r && r < 0x2700: // technical signs, boxes, blocks and ornaments
		return false
	case 0xe000 <= r && r < 0xf900: // the foundry's own
		return false
	}
	return true
}

// lastRune is past every character that the fonts have.
const lastRune = 0xffff

// typeface is one font. At a size of as many pixels as it has units in an em,
// lengths come out in its units.
type typeface struct {
	font *sfnt.Font
	em   fixed.Int26_6
	buf  sfnt.Buffer
}

func (t *typeface) appendTo(out []byte) ([]byte, error) {
	m, err := t.font.Metrics(&t.buf, t.em, font.HintingNone)
	if err != nil {
		return nil, err
	}
	glyphs, count, last := []byte(nil), 0, rune(0)
	for r := range rune(lastRune) {
		index, err := t.font.GlyphIndex(&t.buf, r)
		if err != nil {
			return nil, err
		}
		switch {
		case r == 0:
			index = 0 // the sign for what is missing
		case index == 0, !wanted(r):
			continue
		}
		glyphs = binary.AppendUvarint(glyphs, uint64(r-last))
		if glyphs, err = t.appendGlyph(glyphs, r, index); err != nil {
			return nil, fmt.Errorf("%U: %w", r, err)
		}
		count, last = count+1, r
	}
	for _, n := range []uint64{uint64(t.em), uint64(m.Ascent), uint64(m.Descent), uint64(count)} {
		out = binary.AppendUvarint(out, n)
	}
	return append(out, glyphs...), nil
}

func (t *typeface) appendGlyph(out []byte, r rune, index sfnt.GlyphIndex) ([]byte, error) {
	width, err := t.font.GlyphAdvance(&t.buf, index, t.em, font.HintingNone)
	if err != nil {
		return nil, err
	}
	segments, err := t.font.LoadGlyph(&t.buf, index, 2*t.em, nil)
	if err != nil {
		return nil, err
	}
	outline, err := contours(segments)
	if err != nil {
		return nil, err
	}
	if r == '0' {
		outline = withoutStroke(outline)
	}
	out = binary.AppendUvarint(out, uint64(width))
	out = binary.AppendUvarint(out, uint64(len(outline)))
	last := point{}
	for _, c := range outline {
		out = binary.AppendUvarint(out, uint64(len(c)))
		for _, p := range c {
			on := int64(0)
			if p.on {
				on = 1
			}
			out = binary.AppendVarint(out, 2*int64(p.x-last.x)+on)
			out = binary.AppendVarint(out, int64(p.y-last.y))
			last = p
		}
	}
	return out, nil
}
