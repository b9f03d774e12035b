package paint

// Point is a point that a drawn curve goes through or, off it, is drawn to.
type Point struct {
	X, Y float64 // in units
	On   bool
}

// Outline is a character's outline with its points on the curve all told, and
// its width, in units.
func Outline(r rune, bold bool) (outline [][]Point, width int) {
	g := faceOf(bold).glyph(r)
	for _, c := range g.outline {
		var line []Point
		for i, k := range c {
			line = append(line, Point{float64(k.x), float64(k.y), k.on})
			next := c[(i+1)%len(c)]
			if !k.on && !next.on {
				line = append(line, Point{(float64(k.x) + float64(next.x)) / 2, (float64(k.y) + float64(next.y)) / 2, true})
			}
		}
		outline = append(outline, line)
	}
	return outline, int(g.width)
}
