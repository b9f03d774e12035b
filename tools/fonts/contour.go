package main

import (
	"errors"

	"golang.org/x/image/font/sfnt"
)

// point is a point of a contour, on the curve or one that controls it.
type point struct {
	x, y int
	on   bool
}

// contours are the closed lines of an outline of twice the size, at which no
// middle had to be rounded. Points on the curve that lie at the middle of the
// two that control it are left out.
func contours(segments sfnt.Segments) ([][]point, error) {
	var all [][]point
	for _, s := range segments {
		at := func(i int, on bool) point { return point{int(s.Args[i].X), int(s.Args[i].Y), on} }
		last := len(all) - 1
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			all = append(all, []point{at(0, true)})
		case sfnt.SegmentOpLineTo:
			all[last] = append(all[last], at(0, true))
		case sfnt.SegmentOpQuadTo:
			all[last] = append(all[last], at(0, false), at(1, true))
		default:
			return nil, errors.New("the outline has a cubic curve, which the file cannot hold")
		}
	}
	for i, c := range all {
		n := len(c) - 1
		if n < 1 || c[0] != c[n] {
			return nil, errors.New("the outline has a line that is not closed")
		}
		all[i] = withoutMiddles(c[:n])
		for j, p := range all[i] {
			if p.x%2 != 0 || p.y%2 != 0 {
				return nil, errors.New("the outline has a point between two units")
			}
			all[i][j].x, all[i][j].y = p.x/2, p.y/2
		}
	}
	return all, nil
}

// withoutMiddles leaves the first point of a contour, which is on the curve,
// and of the others those that do not follow from the rest.
func withoutMiddles(c []point) []point {
	out := c[:1:1]
	for i := 1; i < len(c); i++ {
		before, p, after := c[i-1], c[i], c[(i+1)%len(c)]
		if p.on && !before.on && !after.on && middle(before.x, p.x, after.x) && middle(before.y, p.y, after.y) {
			continue
		}
		out = append(out, p)
	}
	return out
}

// middle says whether a length is at the middle of others, to within the half
// unit to which the font's maker had to round it.
func middle(a, m, b int) bool {
	off := 2*m - a - b
	return -2 <= off && off <= 2
}

// withoutStroke is a zero without the stroke through it. The stroke parts the
// counter in two; each keeps one of its rounded ends, from which the whole
// follows, since it is even. The counter's bounds and the two middles at which
// it touches them say all.
func withoutStroke(zero [][]point) [][]point {
	inner := append(append([]point(nil), zero[1]...), zero[2]...)
	low, high := inner[0], inner[0]
	for _, p := range inner {
		low.x, low.y = min(low.x, p.x), min(low.y, p.y)
		high.x, high.y = max(high.x, p.x), max(high.y, p.y)
	}
	var middle point
	for _, p := range inner {
		if p.on && p.y == high.y {
			middle.x = p.x
		}
		if p.on && p.x == high.x {
			middle.y = p.y
		}
	}
	corner := func(x, y int) point { return point{x: x, y: y} }
	on := func(x, y int) point { return point{x, y, true} }
	counter := []point{
		on(middle.x, high.y), corner(high.x, high.y), on(high.x, middle.y), corner(high.x, low.y),
		on(middle.x, low.y), corner(low.x, low.y), on(low.x, middle.y), corner(low.x, high.y),
	}
	return [][]point{zero[0], counter}
}
