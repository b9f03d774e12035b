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

// sac is the middle line of the fluid-filled space.
func sac() panel.Path { return curve(292, -20, 284, 150, 282, 300, 290, 450, 306, 620) }

// nearRoute is the last of the catheter, from below up to the tip.
func nearRoute() panel.Path {
	return curve(255, 576, 248, 530, 240, 470, 236, 400, 236, 330, 238, 262)
}

// nearTip is where the catheter ends.
var nearTip = panel.Point{X: 238, Y: 262}

// The vertebrae as the lens shows them: how high each stands on the sac's line.
var levels = []float64{-0.06, 0.17, 0.4, 0.63, 0.86}

const (
	sacWide  = 128.0
	cordWide = 50.0
)

// drawSpineNear draws all of the spine from near that stands still.
func drawSpineNear(p *pen) {
	p.lens = &window
	p.fill("paper-raised", panel.Circle(window.x, window.y, window.r))
	p.fill("skin", loop(-40, -40, 700, -40, 700, 700, -40, 700, -40, 700))
	p.faint("skin-line", 0.22, loop(-60, -60, -60, -60, 30, -60, 30, -60, 14, 150, 10, 300, 20, 450, 40, 660, 40, 660, -60, 660, -60, 660))
	t := trackOf(sac())
	for _, part := range levels {
		drawVertebra(p, t, part)
	}
	drawSac(p, t)
	p.lens = nil
}

// drawVertebra draws the body of a vertebra, the disc below it and its spine.
func drawVertebra(p *pen, t track, part float64) {
	at, way := t.along(part)
	turn := way - math.Pi/2
	up := func(path panel.Path) panel.Path { return turned(path, at, turn) }
	disc := panel.RoundRect(panel.Rect{X: 78, Y: 56, W: 170, H: 36}, 16)
	p.bone("metal-soft", "metal-deep", up(disc))
	body := loop(76, -56, 100, -60, 160, -52, 220, -60, 246, -56, 252, -44, 242, 0, 252, 44, 246, 56, 220, 60, 160, 52, 100, 60, 76, 56,
		72, 44, 74, 0, 72, -44)
	p.bone("bone", "bone-line", up(body))
	p.faint("bone-line", 0.2, up(loop(214, -59, 214, -59, 244, -55, 250, -44, 241, 0, 250, 44, 244, 55, 214, 59, 214, 59, 222, 0)))
	spike := loop(-80, -34, -110, -30, -190, 18, -226, 50, -232, 72, -214, 78, -170, 62, -108, 30, -80, 22, -80, 22, -72, -6)
	p.bone("bone", "bone-line", up(spike))
	p.faint("bone-line", 0.2, up(loop(-226, 62, -232, 72, -214, 78, -170, 62, -108, 30, -80, 22, -80, 22, -110, 14, -180, 44)))
}

// bone is a shape with an even rim that the lens cuts off cleanly: the rim is a
// larger shape below.
func (p *pen) bone(fill, edge panel.Token, path panel.Path) {
	p.cutLine(edge, 7, path)
	p.fill(fill, path)
}

// cutLine strokes the part of a path that lies within the lens.
func (p *pen) cutLine(colour panel.Token, width float64, path panel.Path) {
	inner := lens{p.lens.x, p.lens.y, p.lens.r - width/2}
	for _, ring := range rings(path) {
		run := panel.Path{}
		for _, q := range ring {
			switch inside := math.Hypot(q.X-inner.x, q.Y-inner.y) <= inner.r; {
			case inside && len(run) == 0:
				run = run.M(q.X, q.Y)
			case inside:
				run = run.L(q.X, q.Y)
			case len(run) > 0:
				p.line(colour, width, run)
				run = panel.Path{}
			}
		}
		if len(run) > 0 {
			p.line(colour, width, run)
		}
	}
}

// drawSac draws the fluid in its skin, and the cord with its nerves in it.
func drawSac(p *pen, t track) {
	p.cutBand("bone-line", t, 0, sacWide+14)
	p.cutBand("fluid", t, 0, sacWide)
	for _, part := range levels {
		at, way := t.along(part)
		for _, from := range []int16{-30, -4} {
			root := turned(curve(30, from, 44, from+24, 60, 44, 64, 58), at, way-math.Pi/2)
			p.cutLine("bone-line", 9, root)
			p.cutLine("nerve", 5, root)
		}
		end := turned(panel.Circle(66, 60, 9), at, way-math.Pi/2)
		p.bone("nerve", "bone-line", end)
	}
	p.cutBand("bone-line", t, 12, cordWide+8)
	p.cutBand("nerve", t, 12, cordWide)
	p.cutBand("bone-line", t, 12, 2)
}

// cutBand fills a band along a track, moved to its right by so much.
func (p *pen) cutBand(colour panel.Token, t track, aside, wide float64) {
	const steps = 40
	var there, back panel.Path
	for i := range steps + 1 {
		at, way := t.along(float64(i) / steps)
		nx, ny := -math.Sin(way), math.Cos(way)
		l, r := -aside-wide/2, -aside+wide/2
		there = append(there, panel.Step{Verb: panel.Line, P: [3]panel.Point{{X: at.X + nx*l, Y: at.Y + ny*l}}})
		back = append(back, panel.Step{Verb: panel.Line, P: [3]panel.Point{{X: at.X + nx*r, Y: at.Y + ny*r}}})
	}
	for i := range back {
		there = append(there, back[len(back)-1-i])
	}
	there[0].Verb = panel.Move
	p.fill(colour, there.Z())
}

// drawRim draws the rim of the lens and, over all, its light.
func drawRim(p *pen) {
	p.line("metal-deep", 12, panel.Circle(window.x, window.y, window.r))
	p.line("metal", 5, panel.Circle(window.x, window.y, window.r))
}

// drawNearTube draws the catheter's wall.
func drawNearTube(p *pen) {
	p.lens = &window
	p.cutLine("metal-deep", 26, nearRoute())
	p.cutLine("paper-raised", 19, nearRoute())
	p.lens = nil
}
