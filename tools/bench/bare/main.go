//go:build js

// Command bare is the least program with a window of its own: the same library
// the simulator draws with, one coloured rectangle, nothing else. What it
// costs is what anything drawn this way costs, so the simulator's size, start
// and frames are told as multiples of it.
//
// Like the simulator it counts its frames in window.iddFrames and notes the
// time of the first in window.iddFirstFrame.
package main

import (
	"image/color"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

type game struct{ frames int }

// Update does nothing: there is no game.
func (g *game) Update() error { return nil }

// Draw draws one rectangle and counts.
func (g *game) Draw(screen *ebiten.Image) {
	screen.Fill(color.RGBA{0x1d, 0x4e, 0x55, 0xff})
	g.frames++
	window := js.Global()
	window.Set("iddFrames", g.frames)
	if g.frames == 1 {
		window.Set("iddFirstFrame", window.Get("performance").Call("now"))
	}
}

// Layout asks for the size of the window.
func (g *game) Layout(w, h int) (int, int) { return w, h }

func main() {
	if err := ebiten.RunGame(&game{}); err != nil {
		panic(err)
	}
}
