// Command fonts writes the letters that the simulator paints: wasm/paint/go-fonts.bin.
//
//	go run ./tools/fonts
//
// They are the outlines of Go Regular and Go Bold, of the fonts that the Bigelow
// & Holmes foundry made for the Go project, without what a rasteriser of smooth
// shapes has no use for: instructions for coarse screens, names, tables for
// other systems, technical signs and ornaments. One letter is changed: the
// zero loses its stroke, which ill eyes take for that of an eight or of a
// crossed-out nought.
//
// # The file
//
// First stands the fonts' licence, as its terms want it, and a zero byte; then
// the two faces, the regular one first. All that follows are numbers as package
// encoding/binary writes them, "signed" being zigzag:
//
//	face:    units in one em, ascent, descent, number of glyphs, the glyphs
//	glyph:   character minus the one before, width, number of contours, the contours
//	contour: number of points, the points
//	point:   2 x (X minus that of the point before) + 1 if it is on the curve, signed;
//	         Y minus that of the point before, signed
//
// Lengths are in units; Y grows downwards from the baseline. The point before a
// glyph's first is the origin. Glyphs stand in order of their characters; the
// first, of character 0, stands in for those that are missing. Points off the
// curve control a quadratic one; between two of them lies one on the curve, at
// the middle. A contour is closed.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"iddtestdrive/tools/stage"
)

// File is where the letters stand, from the root of the module.
const File = "wasm/paint/go-fonts.bin"

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "fonts:", err)
		os.Exit(1)
	}
}

func write() error {
	root, err := stage.Root()
	if err != nil {
		return err
	}
	letters, err := Letters()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, filepath.FromSlash(File)), letters, 0o644)
}
