package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// The spine is seen from near through a round lens, in a square of spineBox
// units: from the left the skin of the back, the spines of the vertebrae, the
// fluid with the cord and the nerves, and the bodies of the vertebrae with the
// discs between.
const spineBox = 600.0

var window = lens{300, 300, 284}

// sac is the middle line of the fluid-filled space, and nearRoute the last of
// the catheter, from below up to the tip.
var (
	sac       = []int16{292, -20, 284, 150, 282, 300, 290, 450, 306, 620}
	nearRoute = []int16{255, 576, 248, 530, 240, 470, 236, 400, 236, 330, 238, 262}
	nearTip   = panel.Point{X: 238, Y: 262}
)

// flesh is what lies behind all.
var flesh = []mark{
	{aBox, "skin", "", 0, 0, []int16{0, 0, 600, 600, 0}},
	{aLoop, "skin-line", "", 0, 0.22, []int16{-60, -60, -60, -60, 30, -60, 30, -60, 14, 150, 10, 300, 20, 450, 40, 660, 40, 660, -60, 660, -60, 660}},
}

// vertebra is a vertebra around the middle of the sac beside it: the disc below
// it, its body, its spine, and the nerves that leave the cord there. A mark
// with an outline is cut off at the lens with it.
var vertebra = []mark{
	{aBox, "metal-soft", "metal-deep", 7, 0, []int16{78, 56, 170, 36, 16}},
	{aLoop, "bone", "bone-line", 7, 0, []int16{76, -56, 100, -60, 160, -52, 220, -60, 246, -56, 252, -44, 242, 0, 252, 44, 246, 56, 220, 60,
		160, 52, 100, 60, 76, 56, 72, 44, 74, 0, 72, -44}},
	{aLoop, "bone-line", "", 0, 0.2, []int16{214, -59, 214, -59, 244, -55, 250, -44, 241, 0, 250, 44, 244, 55, 214, 59, 214, 59, 222, 0}},
	{aLoop, "bone", "bone-line", 7, 0, []int16{-80, -34, -110, -30, -190, 18, -226, 50, -232, 72, -214, 78, -170, 62, -108, 30, -80, 22, -80, 22, -72, -6}},
	{aLoop, "bone-line", "", 0, 0.2, []int16{-226, 62, -232, 72, -214, 78, -170, 62, -108, 30, -80, 22, -80, 22, -110, 14, -180, 44}},
}

var roots = []mark{
	{aCurve, "", "bone-line", 9, 0, []int16{30, -30, 44, -6, 60, 30, 64, 58}},
	{aCurve, "", "nerve", 5, 0, []int16{30, -30, 44, -6, 60, 30, 64, 58}},
	{aCurve, "", "bone-line", 9, 0, []int16{30, -4, 44, 20, 60, 44, 64, 58}},
	{aCurve, "", "nerve", 5, 0, []int16{30, -4, 44, 20, 60, 44, 64, 58}},
	{aCircle, "nerve", "bone-line", 7, 0, []int16{66, 60, 9}},
}

// drawSpineNear draws all of the spine from near that stands still.
func drawSpineNear(p *pen) {
	p.lens = &window
	p.draw(flesh)
	t := trackOf(through(sac, false))
	p.levels(t, vertebra)
	p.band("bone-line", t, 0, 142)
	p.band("fluid", t, 0, 128)
	p.levels(t, roots)
	p.band("bone-line", t, 12, 58)
	p.band("nerve", t, 12, 50)
	p.band("bone-line", t, 12, 2)
	p.lens = nil
}

// levels draws marks at each vertebra that the lens shows.
func (p *pen) levels(t track, marks []mark) {
	for part := -0.06; part < 1; part += 0.23 {
		at, way := t.along(part)
		if part < 0 { // above the line's beginning
			at.Y += part * t.length()
		}
		for i := range marks {
			m := &marks[i]
			path := turned(m.path(), at, way-math.Pi/2)
			if m.edge != "" {
				p.cutLine(m.edge, float64(m.width), path)
			}
			if m.fill != "" {
				p.add(m.fill, "", 0, float64(m.fade), path)
			}
		}
	}
}

// cutLine strokes the part of a path that lies within the lens.
func (p *pen) cutLine(colour panel.Token, width float64, path panel.Path) {
	for _, ring := range rings(path) {
		var run panel.Path
		for _, q := range ring {
			if math.Hypot(q.X-p.lens.x, q.Y-p.lens.y) <= p.lens.r-width/2 {
				run = onTo(run, q.X, q.Y)
				continue
			}
			if len(run) > 0 {
				p.line(colour, width, run)
			}
			run = nil
		}
		if len(run) > 0 {
			p.line(colour, width, run)
		}
	}
}

// band fills a band along a track, moved to its right by so much.
func (p *pen) band(colour panel.Token, t track, aside, wide float64) {
	const steps = 40
	var path panel.Path
	for i := range 2 * (steps + 1) { // down one side and up the other
		part, off := float64(i)/steps, -aside-wide/2
		if i > steps {
			part, off = float64(2*steps+1-i)/steps, -aside+wide/2
		}
		at, way := t.along(part)
		sin, cos := math.Sincos(way)
		path = onTo(path, at.X-sin*off, at.Y+cos*off)
	}
	p.fill(colour, path)
}

// drawRim draws the rim of the lens.
func drawRim(p *pen) {
	p.tube("metal-deep", "metal", 12, 3.5, circle(window.x, window.y, window.r))
}

// drawNearTube draws the catheter's wall.
func drawNearTube(p *pen) {
	p.lens = &window
	for _, wall := range []struct {
		colour panel.Token
		width  float64
	}{{"metal-deep", 26}, {"paper-raised", 19}} {
		p.cutLine(wall.colour, wall.width, through(nearRoute, false))
	}
	p.lens = nil
}
