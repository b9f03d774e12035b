package paint

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"iddtestdrive/wasm/panel"
)

// Palette has the colour of every token.
type Palette map[panel.Token]color.RGBA

// brush fills paths on an image. Its coordinates are CSS pixels from the
// image's top left; scale is the number of device pixels in one of them.
type brush struct {
	dst   *image.RGBA
	scale float64
	area  vector.Rasterizer
}

func newBrush(dst *image.RGBA, scale float64) *brush {
	b := &brush{dst: dst, scale: scale}
	b.area.Reset(dst.Rect.Dx(), dst.Rect.Dy())
	return b
}

func (b *brush) at(p panel.Point) (x, y float32) {
	return float32(p.X * b.scale), float32(p.Y * b.scale)
}

// trace adds a path to the area that paint will fill.
func (b *brush) trace(p panel.Path) {
	for _, s := range p {
		switch s.Verb {
		case panel.Move:
			x, y := b.at(s.P[0])
			b.area.MoveTo(x, y)
		case panel.Line:
			x, y := b.at(s.P[0])
			b.area.LineTo(x, y)
		case panel.Curve:
			x1, y1 := b.at(s.P[0])
			x2, y2 := b.at(s.P[1])
			x, y := b.at(s.P[2])
			b.area.CubeTo(x1, y1, x2, y2, x, y)
		case panel.Close:
			b.area.ClosePath()
		}
	}
}

// paint fills what was traced and starts anew.
func (b *brush) paint(c color.RGBA, alpha float64) {
	if alpha != 0 && alpha != 1 {
		c = color.RGBA{part(c.R, alpha), part(c.G, alpha), part(c.B, alpha), part(c.A, alpha)}
	}
	b.area.Draw(b.dst, b.dst.Rect, image.NewUniform(c), image.Point{})
	b.area.Reset(b.dst.Rect.Dx(), b.dst.Rect.Dy())
}

func part(v uint8, alpha float64) uint8 { return uint8(math.Round(float64(v) * alpha)) }

// letters sets lines of text in a box of the given size.
func (b *brush) letters(l panel.Letters, w, h float64, c color.RGBA) {
	f := faceOf(l.Bold)
	top := (h - float64(len(l.Lines))*l.Leading) / 2
	if l.Align == panel.Start {
		top = 0
	}
	for i, line := range l.Lines {
		x := 0.0
		if l.Align == panel.Middle {
			x = (w - Type{}.Width(line, l.Size, l.Bold)) / 2
		}
		baseline := top + float64(i)*l.Leading + (l.Leading-(f.ascent+f.descent)*l.Size)/2 + f.ascent*l.Size
		b.line(f, line, l.Size, x, baseline)
	}
	b.paint(c, 1)
}

// line traces one line of text with its pen at x on the baseline.
func (b *brush) line(f *face, text string, size, x, baseline float64) {
	unit := size * b.scale / f.em
	y := math.Round(baseline * b.scale)
	for _, r := range text {
		for _, c := range f.glyph(r).outline {
			b.contour(c, unit, x*b.scale, y)
		}
		x += f.advance(r) * size
	}
}

// contour traces a closed line whose first knot is on the curve, at a number
// of device pixels in its unit.
func (b *brush) contour(c contour, unit, dx, dy float64) {
	at := func(k knot) (x, y float32) {
		return float32(dx + float64(k.x)*unit), float32(dy + float64(k.y)*unit)
	}
	b.area.MoveTo(at(c[0]))
	for i := 1; i < len(c); i++ {
		x, y := at(c[i])
		if c[i].on {
			b.area.LineTo(x, y)
			continue
		}
		next := c[(i+1)%len(c)]
		nextX, nextY := at(next)
		if next.on {
			i++
		} else {
			nextX, nextY = (x+nextX)/2, (y+nextY)/2
		}
		b.area.QuadTo(x, y, nextX, nextY)
	}
	b.area.ClosePath()
}
