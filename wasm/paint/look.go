package paint

import (
	"image"
	"math"

	"iddtestdrive/wasm/panel"
)

// Look paints what a node itself looks like, without its children, on a new
// image of w by h CSS pixels at scale device pixels each. The drawing is
// painted as it is: Turn and From are for whoever shows it.
func Look(l panel.Look, w, h, scale float64, colours Palette) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, device(w, scale), device(h, scale)))
	b := newBrush(img, scale)
	b.ground(l, w, h, colours)
	if l.Drawing != nil {
		for _, s := range l.Drawing.Shapes {
			b.shape(s, colours)
		}
	}
	if len(l.Letters.Lines) > 0 {
		b.letters(l.Letters, w, h, colours[l.Letters.Colour])
	}
	return img
}

// ground paints the rounded ground and edge of a look. All its rows between the
// corners are alike: one of them is painted, and the others are copies.
func (b *brush) ground(l panel.Look, w, h float64, colours Palette) {
	corner := int(math.Ceil((max(l.Radius, 0)+l.Width)*b.scale)) + 1
	rows := b.dst.Rect.Dy()
	left := max(0, rows-2*corner-1)
	h -= float64(left) / b.scale
	if l.Fill != "" {
		b.trace(panel.RoundRect(panel.Rect{W: w, H: h}, l.Radius))
		b.paint(colours[l.Fill], 1)
	}
	if l.Edge != "" {
		b.stroke(panel.RoundRect(panel.Rect{W: w, H: h}.Inset(l.Width/2), l.Radius-l.Width/2), l.Width)
		b.paint(colours[l.Edge], 1)
	}
	if left == 0 {
		return
	}
	row := func(y int) []uint8 { return b.dst.Pix[y*b.dst.Stride:][:b.dst.Stride] }
	for y := rows - 1; y > corner; y-- {
		copy(row(y), row(max(corner, y-left)))
	}
}

func (b *brush) shape(s panel.Shape, colours Palette) {
	if s.Fill != "" {
		b.trace(s.Path)
		b.paint(colours[s.Fill], s.Alpha)
	}
	if s.Edge != "" {
		b.stroke(s.Path, s.Width)
		b.paint(colours[s.Edge], s.Alpha)
	}
}

// device is a length in device pixels, at least 1.
func device(css, scale float64) int { return max(1, int(math.Ceil(css*scale-0.01))) }
