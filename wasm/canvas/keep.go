//go:build js

package canvas

import "github.com/hajimehoshi/ebiten/v2"

// Keep hands over the pixels of the next frame, opaque RGBA from the top left,
// row by row. It asks for that frame.
func (s *Screen) Keep(take func(pixels []byte, width, height int)) {
	s.take = take
	askForFrame()
}

// keep reads a frame while it is there: once the browser has shown it, the
// canvas is blank to all who read it.
func (s *Screen) keep(frame *ebiten.Image) {
	take := s.take
	if take == nil {
		return
	}
	s.take = nil
	size := frame.Bounds().Size()
	pixels := make([]byte, 4*size.X*size.Y)
	frame.ReadPixels(pixels)
	take(pixels, size.X, size.Y)
}
