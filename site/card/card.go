// Package card draws the pictures that stand for the site elsewhere: the social
// card of a page (1200 x 630), which others show beside a link to it, and the
// sign on a telephone's home screen (180 x 180).
//
// Both are drawn from the theme's icon and the day's colours, in Go alone and
// with fonts that are compiled in, so that the same page has the same bytes on
// every machine. A title with letters that the fonts lack leaves its card with
// the mark and the name, and with the mark alone where they lack those too.
//
// A site may have many thousand pages. Everything but the title is drawn once; a
// card has sixteen colours, and only the lines that the title stands on are made
// smaller anew; those above and below are kept as they stand in the file. A card
// is some 15 kB and takes about a millisecond (BenchmarkACard), half of what
// making the whole picture smaller takes. The first build of 2,000 small pages takes
// 5.7 s with cards and 3.1 s without; later builds draw only what is new.
package card

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"

	"iddtestdrive/site/tokens"
)

// Size of a card, and the side of the sign, in pixels.
const (
	Width, Height = 1200, 630
	Side          = 180
)

// Artist draws the pictures of one site. It may be used by several goroutines.
type Artist struct {
	iconSVG       []byte
	icon          icon
	palette       color.Palette
	light         tokens.Set
	bold, regular *sfnt.Font

	mu    sync.Mutex
	bases map[words]*base
	faces map[int]*face // by size
}

// words are those that the cards of a language share.
type words struct{ name, tagline string }

// base is what such cards share: the lines that the title stands on, and those
// above and below as they stand in the file.
type base struct {
	strip        *canvas
	above, below pressed
}

// New returns an artist; icon is the theme's icon and light the day's colours.
func New(iconSVG []byte, light tokens.Set) (*Artist, error) {
	a := &Artist{iconSVG: iconSVG, light: light, bases: map[words]*base{}, faces: map[int]*face{}}
	var err error
	if a.icon, err = parseIcon(iconSVG); err != nil {
		return nil, err
	}
	if a.palette, err = palette(light); err != nil {
		return nil, err
	}
	if a.bold, err = opentype.Parse(gobold.TTF); err != nil {
		return nil, err
	}
	a.regular, err = opentype.Parse(goregular.TTF)
	return a, err
}

// drawing is the number of the way in which cards are drawn. Whoever draws them
// otherwise counts on, so that cards from earlier builds are drawn anew.
const drawing = 1

// Version says all that a card depends on beside its words.
func (a *Artist) Version() string { return fmt.Sprint(drawing, a.palette, a.iconSVG) }

// steps is the number of shades from the paper to the ink, both included. Where
// a letter covers part of a point, the point takes a shade between.
const steps = 8

// palette is the sixteen colours of a card: first the shades of the ink, then
// those of the mark.
func palette(light tokens.Set) (color.Palette, error) {
	var all color.Palette
	for _, ramp := range []struct {
		to     string
		shades int // after the paper
	}{{"ink", steps - 1}, {"teal-deep", 4}, {"drug", 3}} {
		paper, err := parseColour(light["paper"])
		if err != nil {
			return nil, err
		}
		to, err := parseColour(light[ramp.to])
		if err != nil {
			return nil, err
		}
		for n := min(1, len(all)); n <= ramp.shades; n++ {
			all = append(all, mixed(paper, to, n, ramp.shades))
		}
	}
	teal, err := parseColour(light["teal"])
	return append(all, teal), err
}

func mixed(from, to color.RGBA, n, of int) color.RGBA {
	part := func(a, b uint8) uint8 { return uint8((int(a)*(of-n) + int(b)*n + of/2) / of) }
	return color.RGBA{part(from.R, to.R), part(from.G, to.G), part(from.B, to.B), 255}
}

// parseColour reads a colour of the form #rrggbb.
func parseColour(value string) (color.RGBA, error) {
	v, err := strconv.ParseUint(strings.TrimPrefix(value, "#"), 16, 32)
	if err != nil || !tokens.IsColour(value) {
		return color.RGBA{}, fmt.Errorf("not a colour of the form #rrggbb: %q", value)
	}
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, nil
}

// Layout of a card.
const (
	margin    = 80
	markSide  = 120
	lineY     = 216 // the catheter, under the mark and the name
	lineThick = 8
	titleTop  = 250
	titleEnd  = 520
	footLine  = 574 // the tagline stands on it
)

// Card draws the card of a page with such a title, on a site of this name and
// tagline.
func (a *Artist) Card(title, name, tagline string) ([]byte, error) {
	b, err := a.base(words{name, tagline})
	if err != nil {
		return nil, err
	}
	lines, f, err := a.fit(title)
	if err != nil {
		return nil, err
	}
	strip := b.strip.copied()
	if f != nil {
		y := (strip.height-f.height()*len(lines))/2 + f.ascent()
		for _, line := range lines {
			f.write(strip, margin, y, line)
			y += f.height()
		}
	}
	between, err := press(strip.lines(), false)
	return encoded(a.palette, b.above, between, b.below), err
}

// base returns what the cards of a language share, drawn once.
func (a *Artist) base(of words) (*base, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if b, ok := a.bases[of]; ok {
		return b, nil
	}
	picture, err := a.ground()
	if err != nil {
		return nil, err
	}
	c := newCanvas(picture, a.palette)
	if err := a.writeWords(c, of); err != nil {
		return nil, err
	}
	b := &base{strip: c.strip(titleTop, titleEnd)}
	if b.above, err = press(c.strip(0, titleTop).lines(), false); err != nil {
		return nil, err
	}
	b.below, err = press(c.strip(titleEnd, Height).lines(), true)
	a.bases[of] = b
	return b, err
}

// ground draws the mark and the line under the head.
func (a *Artist) ground() (*image.RGBA, error) {
	picture := image.NewRGBA(image.Rect(0, 0, Width, Height))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(a.palette[0]), image.Point{}, draw.Src)
	a.icon.draw(picture, image.Rect(margin, 64, margin+markSide, 64+markSide))
	teal := image.NewUniform(a.palette[len(a.palette)-1])
	draw.Draw(picture, image.Rect(margin, lineY, Width-margin, lineY+lineThick), teal, image.Point{}, draw.Src)
	drug, err := parseColour(a.light["drug"])
	if err != nil {
		return nil, err
	}
	icon{box: 2, shapes: []shape{{fill: drug, circle: &circle{1, 1, 1}}}}.draw(picture, image.Rect(Width-margin-15, lineY-11, Width-margin+15, lineY+lineThick+11))
	return picture, nil
}

// writeWords writes the name and the tagline, where they have room and the font
// has their letters.
func (a *Artist) writeWords(c *canvas, of words) error {
	for _, line := range []struct {
		text string
		font *sfnt.Font
		size float64
		x, y int
	}{
		{of.name, a.bold, 52, margin + markSide + 32, 142},
		{of.tagline, a.regular, 34, margin, footLine},
	} {
		f, err := newFace(line.font, line.size)
		if err != nil {
			return err
		}
		if wide, ok := f.width(line.text); ok && line.x+wide <= Width-margin {
			f.write(c, line.x, line.y, line.text)
		}
	}
	return nil
}

// fit breaks a title into lines of the largest letters with which it has room.
// It returns no face where the font lacks a letter.
func (a *Artist) fit(title string) ([]string, *face, error) {
	for _, size := range []int{80, 66, 54, 44} {
		f, err := a.face(size)
		if err != nil {
			return nil, nil, err
		}
		if _, ok := f.width(title); !ok {
			return nil, nil, nil
		}
		lines := f.broken(title, Width-2*margin)
		if len(lines)*f.height() <= titleEnd-titleTop && lines != nil {
			return lines, f, nil
		}
	}
	return nil, nil, nil
}

func (a *Artist) face(size int) (*face, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if f, ok := a.faces[size]; ok {
		return f, nil
	}
	f, err := newFace(a.bold, float64(size))
	a.faces[size] = f
	return f, err
}
