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
//
// A picture is made of many small shapes, and filling costs what the area
// costs, so what is traced is kept until its extent is known.
type brush struct {
	dst    *image.RGBA
	scale  float64
	area   vector.Rasterizer
	traced []stretch
	extent extent
}

// stretch is a piece of a traced outline, in device pixels.
type stretch struct {
	verb verb
	p    [3]panel.Point
}

type verb uint8

const (
	move verb = iota // takes one point
	line             // takes one
	quad             // takes two
	cube             // takes three
	shut             // takes none
)

// extent is how far an outline reaches, in device pixels.
type extent struct{ left, top, right, bottom float64 }

var nowhere = extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func newBrush(dst *image.RGBA, scale float64) *brush {
	return &brush{dst: dst, scale: scale, extent: nowhere}
}

// add adds a piece by its points in device pixels. A curve stays within its
// handles, so that they tell how far it reaches.
func (b *brush) add(v verb, points ...panel.Point) {
	s := stretch{verb: v}
	for i, p := range points {
		s.p[i] = p
		b.extent = extent{min(b.extent.left, p.X), min(b.extent.top, p.Y), max(b.extent.right, p.X), max(b.extent.bottom, p.Y)}
	}
	b.traced = append(b.traced, s)
}

func (b *brush) at(p panel.Point) panel.Point { return panel.Point{X: p.X * b.scale, Y: p.Y * b.scale} }

// trace adds a path to the area that paint will fill.
func (b *brush) trace(p panel.Path) {
	for _, s := range p {
		switch s.Verb {
		case panel.Move:
			b.add(move, b.at(s.P[0]))
		case panel.Line:
			b.add(line, b.at(s.P[0]))
		case panel.Curve:
			b.add(cube, b.at(s.P[0]), b.at(s.P[1]), b.at(s.P[2]))
		case panel.Close:
			b.add(shut)
		}
	}
}

// paint fills what was traced and starts anew.
func (b *brush) paint(c color.RGBA, alpha float64) {
	if alpha != 0 && alpha != 1 {
		c = color.RGBA{part(c.R, alpha), part(c.G, alpha), part(c.B, alpha), part(c.A, alpha)}
	}
	if r := b.extent.pixels().Intersect(b.dst.Rect); !r.Empty() {
		b.outline(r)
		b.area.Draw(b.dst, r, image.NewUniform(c), image.Point{})
	}
	b.traced, b.extent = b.traced[:0], nowhere
}

// pixels are those that an outline touches.
func (e extent) pixels() image.Rectangle {
	if e.left > e.right {
		return image.Rectangle{}
	}
	whole := func(v float64) int { return int(max(-math.MaxInt32, min(math.MaxInt32, v))) }
	return image.Rect(whole(math.Floor(e.left)), whole(math.Floor(e.top)), whole(math.Ceil(e.right)), whole(math.Ceil(e.bottom)))
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

// outline hands what was traced to the rasterizer, as it stands in a part of
// the image.
func (b *brush) outline(in image.Rectangle) {
	b.area.Reset(in.Dx(), in.Dy())
	at := func(p panel.Point) (x, y float32) {
		return float32(p.X - float64(in.Min.X)), float32(p.Y - float64(in.Min.Y))
	}
	for _, s := range b.traced {
		x, y := at(s.p[0])
		x2, y2 := at(s.p[1])
		x3, y3 := at(s.p[2])
		switch s.verb {
		case move:
			b.area.MoveTo(x, y)
		case line:
			b.area.LineTo(x, y)
		case quad:
			b.area.QuadTo(x, y, x2, y2)
		case cube:
			b.area.CubeTo(x, y, x2, y2, x3, y3)
		case shut:
			b.area.ClosePath()
		}
	}
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
	at := func(k knot) panel.Point {
		return panel.Point{X: dx + float64(k.x)*unit, Y: dy + float64(k.y)*unit}
	}
	b.add(move, at(c[0]))
	for i := 1; i < len(c); i++ {
		p := at(c[i])
		if c[i].on {
			b.add(line, p)
			continue
		}
		k := c[(i+1)%len(c)]
		next := at(k)
		if k.on {
			i++
		} else {
			next = panel.Point{X: (p.X + next.X) / 2, Y: (p.Y + next.Y) / 2}
		}
		b.add(quad, p, next)
	}
	b.add(shut)
}
