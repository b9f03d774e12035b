//go:build js

package canvas

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// Sheet takes the whole screen, pixels as opaque RGBA row by row: first its
// size in pixels, then band after band from the top, then that there is no more.
type Sheet interface {
	Begin(width, height int)
	Band(pixels []byte, top, width, height int)
	End()
}

// bandHeight is how many rows of pixels are handed over at once: a long screen
// is larger than what a browser can draw or a small device can hold.
const bandHeight = 512

// Keep hands the whole screen over with the next frame, also what is scrolled
// away, without the ring that shows the focus. It asks for that frame.
func (s *Screen) Keep(sheet Sheet) {
	s.sheet = sheet
	askForFrame()
}

// keep draws the screen for the sheet that waits for it, if one does. It is
// done within a frame: outside of one, nothing can be read.
func (s *Screen) keep() {
	sheet := s.sheet
	if sheet == nil {
		return
	}
	scroll := s.scroll
	width, height := int(math.Ceil(s.tree.Bounds.W*s.scale)), int(math.Ceil(s.tree.Bounds.H*s.scale))
	sheet.Begin(width, height)
	pixels := make([]byte, 4*width*bandHeight)
	for top := 0; top < height; top += bandHeight {
		rows := min(bandHeight, height-top)
		band := ebiten.NewImage(width, rows)
		band.Fill(s.colours["paper"])
		s.scroll = float64(top) / s.scale
		s.node(band, s.tree)
		band.ReadPixels(pixels[:4*width*rows])
		band.Deallocate()
		sheet.Band(pixels[:4*width*rows], top, width, rows)
	}
	s.scroll, s.sheet = scroll, nil
	sheet.End()
}
