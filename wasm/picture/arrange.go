package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// view is a view at its place.
type view struct {
	at panel.Rect
	f  float64 // CSS pixels in a unit; 0: it is not shown
}

// point is the place of a point of the view.
func (v *view) point(p panel.Point) panel.Point {
	return panel.Point{X: v.at.X + p.X*v.f, Y: v.at.Y + p.Y*v.f}
}

// rect is the place of a rectangle of the view.
func (v *view) rect(r panel.Rect) panel.Rect {
	return panel.Rect{X: v.at.X + r.X*v.f, Y: v.at.Y + r.Y*v.f, W: r.W * v.f, H: r.H * v.f}
}

// views are the three at their places.
type views struct{ body, spine, pump view }

func (v *views) of(which Views) *view {
	switch which {
	case Body:
		return &v.body
	case Spine:
		return &v.spine
	}
	return &v.pump
}

// shown are those that are there.
func (v *views) shown() Views {
	var all Views
	for _, w := range []Views{Body, Spine, Pump} {
		if v.of(w).f > 0 {
			all |= w
		}
	}
	return all
}

// ends are where the views begin at the left and end at the right.
func (v *views) ends() (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, w := range []view{v.body, v.spine, v.pump} {
		if w.f > 0 {
			left, right = min(left, w.at.X), max(right, w.at.Right())
		}
	}
	return left, right
}

// leastLens is how small the spine from near may be, in CSS pixels, and still
// be made out; smaller, it is left out.
const leastLens = 112.0

// sizes are the widths and heights of the views relative to one another, and
// the space between them; a view that is not shown has none.
type sizes struct {
	bodyW, bodyH, spine, pumpW, pumpH, gap float64
}

// proportions are how large the views are beside a person of height 1.
func proportions(which Views, spine, pump float64) sizes {
	z := sizes{gap: 0.05}
	if which&Body != 0 {
		z.bodyW, z.bodyH = bodyW/bodyH, 1
	}
	if which&Spine != 0 {
		z.spine = spine
	}
	if which&Pump != 0 {
		z.pumpW, z.pumpH = pump*pumpW/pumpH, pump
	}
	return z
}

// fit places the views in a room, as large as it allows: in a row, the person
// with the others in a column beside, or the person with the spine above the
// pump. plain leaves the second out, whose lens stands on the far side.
func fit(room panel.Rect, which Views, plain bool) views {
	v, lensWide := fitAll(room, which, plain)
	if which&Spine != 0 && which&Body != 0 && lensWide < leastLens {
		v, _ = fitAll(room, which&^Spine, plain)
	}
	return v
}

func fitAll(room panel.Rect, which Views, plain bool) (views, float64) {
	row := proportions(which, 0.76, 0.98)
	side := proportions(which, 0.42, 0.6)
	over := proportions(which, 0.66, 0.84)
	type way struct {
		z    sizes
		w, h float64
		put  func(sizes, panel.Rect, float64) views
	}
	ways := []way{
		{row, row.spine + row.bodyW + row.pumpW + 2*row.gap, max(row.spine, row.bodyH, row.pumpH), inRow},
		{over, max(over.spine+over.bodyW+over.gap, over.pumpW), max(over.spine, over.bodyH) + over.pumpH + over.gap, inRows},
	}
	if !plain || which&Spine == 0 {
		ways = append(ways, way{side, side.bodyW + max(side.spine, side.pumpW) + side.gap,
			max(side.bodyH, side.spine+side.pumpH+side.gap/2), inColumn})
	}
	best, bestArea, bestScale := ways[0], 0.0, 0.0
	for _, w := range ways {
		s := min(room.W/w.w, room.H/w.h)
		if area := s * s * (w.z.bodyW*w.z.bodyH + w.z.spine*w.z.spine + w.z.pumpW*w.z.pumpH); area > bestArea {
			best, bestArea, bestScale = w, area, s
		}
	}
	return best.put(best.z, room, bestScale), best.z.spine * bestScale
}

// spread is the space at the ends and between n things that leave so much room;
// it does not tear them apart.
func spread(left float64, n int, most float64) (end, between float64) {
	if n < 2 {
		return left / 2, 0
	}
	between = min(left/float64(n+1), most)
	return (left - between*float64(n-1)) / 2, between
}

func count(lengths ...float64) int {
	n := 0
	for _, l := range lengths {
		if l > 0 {
			n++
		}
	}
	return n
}

// stand puts a view of so many units in the middle of a cell of the room.
func stand(cell panel.Rect, w, h, units float64) view {
	if w == 0 {
		return view{}
	}
	at := panel.Rect{X: cell.X + (cell.W-w)/2, Y: cell.Y + (cell.H-h)/2, W: w, H: h}
	return view{at, h / units}
}

func inRow(z sizes, room panel.Rect, s float64) views {
	n := count(z.spine, z.bodyW, z.pumpW)
	end, gap := spread(room.W-s*(z.spine+z.bodyW+z.pumpW), n, 0.4*s)
	x := room.X + end
	var v views
	cell := func(w float64) panel.Rect {
		c := panel.Rect{X: x, Y: room.Y, W: s * w, H: room.H}
		if w > 0 {
			x += s*w + gap
		}
		return c
	}
	v.spine = stand(cell(z.spine), s*z.spine, s*z.spine, spineBox)
	v.body = stand(cell(z.bodyW), s*z.bodyW, s*z.bodyH, bodyH)
	v.pump = stand(cell(z.pumpW), s*z.pumpW, s*z.pumpH, pumpH)
	return v
}

func inColumn(z sizes, room panel.Rect, s float64) views {
	wide := max(z.spine, z.pumpW)
	end, gap := spread(room.W-s*(z.bodyW+wide), count(z.bodyW, wide), 0.3*s)
	column := panel.Rect{X: room.X + end + s*z.bodyW + gap, Y: room.Y, W: s * wide}
	top, between := spread(room.H-s*(z.spine+z.pumpH), count(z.spine, z.pumpH), 0.2*s)
	if z.bodyW == 0 {
		column.X = room.X + end
	}
	var v views
	v.body = stand(panel.Rect{X: room.X + end, Y: room.Y, W: s * z.bodyW, H: room.H}, s*z.bodyW, s*z.bodyH, bodyH)
	column.Y, column.H = room.Y+top, s*z.spine
	v.spine = stand(column, s*z.spine, s*z.spine, spineBox)
	if z.spine > 0 {
		column.Y += s*z.spine + between
	}
	column.H = s * z.pumpH
	v.pump = stand(column, s*z.pumpW, s*z.pumpH, pumpH)
	return v
}

func inRows(z sizes, room panel.Rect, s float64) views {
	high := max(z.spine, z.bodyH)
	top, between := spread(room.H-s*(high+z.pumpH), count(high, z.pumpH), 0.2*s)
	v := inRow(sizes{bodyW: z.bodyW, bodyH: z.bodyH, spine: z.spine}, panel.Rect{X: room.X, Y: room.Y + top, W: room.W, H: s * high}, s)
	y := room.Y + top
	if high > 0 {
		y += s*high + between
	}
	v.pump = stand(panel.Rect{X: room.X, Y: y, W: room.W, H: s * z.pumpH}, s*z.pumpW, s*z.pumpH, pumpH)
	return v
}

// snapped is a place on whole CSS pixels, and how far the drawing in it is
// moved for that.
func snapped(r panel.Rect) (at panel.Rect, dx, dy float64) {
	x, y := math.Floor(r.X), math.Floor(r.Y)
	return panel.Rect{X: x, Y: y, W: math.Ceil(r.Right()) - x, H: math.Ceil(r.Bottom()) - y}, r.X - x, r.Y - y
}
