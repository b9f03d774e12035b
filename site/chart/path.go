package chart

import (
	"math"
	"strconv"
	"strings"

	"iddtestdrive/engine/units"
)

// spot is a place in the drawing.
type spot struct{ x, y float64 }

// trace is a line as it is drawn: corner by corner.
func trace(points []point, steps bool, x func(units.Instant) float64, y func(point) float64) []spot {
	var all []spot
	for i, p := range points {
		to := spot{x(p.at), y(p)}
		if steps && i > 0 {
			all = append(all, spot{to.x, all[len(all)-1].y})
		}
		all = append(all, to)
	}
	return straightened(thinned(all))
}

// thinned leaves of what stands in one narrow column of the drawing its first,
// lowest, highest and last spot, so that a year of steps is no more to draw than
// a day.
func thinned(all []spot) []spot {
	const column = 0.7
	var out []spot
	for len(all) > 0 {
		n := 1
		low, high := 0, 0
		for n < len(all) && all[n].x-all[0].x < column {
			if all[n].y < all[low].y {
				low = n
			}
			if all[n].y > all[high].y {
				high = n
			}
			n++
		}
		kept := -1
		for _, i := range []int{0, min(low, high), max(low, high), n - 1} {
			if i > kept {
				out, kept = append(out, all[i]), i
			}
		}
		all = all[n:]
	}
	return out
}

// straightened leaves out the spots that lie on the way between others.
func straightened(all []spot) []spot {
	const near = 0.2
	if len(all) < 3 {
		return all
	}
	first, last := all[0], all[len(all)-1]
	far, worst := 0, near
	for i, s := range all[1 : len(all)-1] {
		if d := distance(s, first, last); d > worst {
			far, worst = i+1, d
		}
	}
	if far == 0 {
		return []spot{first, last}
	}
	head := straightened(all[:far+1])
	return append(head[:len(head)-1:len(head)-1], straightened(all[far:])...)
}

// distance is how far a spot lies from the way between two others.
func distance(s, a, b spot) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return math.Hypot(s.x-a.x, s.y-a.y)
	}
	return math.Abs(dx*(s.y-a.y)-dy*(s.x-a.x)) / length
}

// path writes a line as the d of a path.
func path(line []spot) string {
	var b strings.Builder
	last := ""
	for i, s := range line {
		x, y := tenth(s.x), tenth(s.y)
		switch {
		case i == 0:
			b.WriteString("M" + x + " " + y)
		case last == x+" "+y:
		case strings.HasPrefix(last, x+" "):
			b.WriteString("V" + y)
		case strings.HasSuffix(last, " "+y):
			b.WriteString("H" + x)
		default:
			b.WriteString("L" + x + " " + y)
		}
		last = x + " " + y
	}
	return b.String()
}

// tenth writes a length in tenths.
func tenth(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}
