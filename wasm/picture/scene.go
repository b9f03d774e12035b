package picture

import (
	"math"
	"strconv"

	"iddtestdrive/wasm/panel"
)

// scene is one picture in the making.
type scene struct {
	painter *Painter
	plan    *plan
	m       Moment
	look    Look
	shown   Views
	out     []panel.Node
}

// draw adds all nodes, from the ground up.
func (s *scene) draw() {
	s.ties()
	if s.shown&Body != 0 {
		s.person()
	}
	if s.shown&Spine != 0 {
		s.near()
	}
	if s.shown&Pump != 0 {
		s.machine()
	}
	s.legend()
	s.pointed()
	s.labels()
}

// add adds a node that is a mere look; the look is still to be given.
//
//go:noinline
func (s *scene) add(id string, at panel.Rect) *panel.Node {
	s.out = append(s.out, panel.Node{})
	n := &s.out[len(s.out)-1]
	n.ID, n.Bounds = s.painter.name(id), at
	return n
}

// show adds a drawing at a place; the pen stands x and y from its corner, and
// its unit is f CSS pixels.
//
//go:noinline
func (s *scene) show(at panel.Rect, key *sketchKey, f, x, y float64, draw func(*pen)) *panel.Node {
	n := s.add(key.what, at)
	n.Look.Drawing = s.painter.drawn(*key, func(p *pen) {
		p.f, p.x, p.y = f, x, y
		draw(p)
	})
	return n
}

// put adds a part of a view, drawn in its units: a rectangle of the view, and
// what state of it is shown.
func (s *scene) put(id string, v *view, r panel.Rect, state int, draw func(*pen)) *panel.Node {
	at, dx, dy := snapped(v.rect(r))
	return s.show(at, &sketchKey{id, [4]float64{v.f, dx, dy}, state}, v.f, dx-r.X*v.f, dy-r.Y*v.f, draw)
}

// over adds a drawing in the CSS pixels of the screen, within a place. The key
// is what else it depends on.
func (s *scene) over(id string, within panel.Rect, key [4]float64, draw func(*pen)) {
	at, _, _ := snapped(within)
	s.show(at, &sketchKey{id, key, int(at.W)<<16 + int(at.H)}, 1, -at.X, -at.Y, draw)
}

// marks draws what is written down.
func marks(m []mark) func(*pen) { return func(p *pen) { p.draw(m) } }

// The boxes of the views, and the places in them where something may change.
var (
	bodyBox    = panel.Rect{W: bodyW, H: bodyH}
	nearBox    = panel.Rect{W: spineBox, H: spineBox}
	pumpBox    = panel.Rect{W: pumpW, H: pumpH}
	bodyTubes  = panel.Rect{X: 60, Y: 440, W: 180, H: 250}
	bodyCloud  = panel.Rect{X: 50, Y: 380, W: 64, H: 120}
	bodySound  = panel.Rect{X: 270, Y: 590, W: 110, H: 160}
	nearCloud  = panel.Rect{X: 216, Y: 30, W: 92, H: 400}
	nearTube   = panel.Rect{X: 216, Y: 240, W: 60, H: 350}
	pumpTubes  = panel.Rect{Y: 20, W: 320, H: 500}
	pumpSound  = panel.Rect{X: 440, Y: 44, W: 180, H: 230}
	pumpRadio  = panel.Rect{X: 550, Y: 290, W: 70, H: 180}
	wheelPlace = panel.Rect{X: 130, Y: 192, W: 148, H: 148}
)

// person adds the person, with the drug on its way.
func (s *scene) person() {
	v, m := &s.plan.body, &s.m
	s.put("ground", v, bodyBox, 0, marks(ground))
	if m.InMRI {
		s.put("field", v, bodyBox, 0, drawField)
	}
	s.put("body", v, bodyBox, 0, drawBody)
	way := bodyTrack()
	s.lumen("body.drug", v, way, bodyTubes, m.Inside, 1, 7)
	s.cloud("body.cloud", v, bodyCloud, panel.Point{X: 85, Y: 446}, 8, 52)
	s.beads("body.bead", v, way, m.Inside, 1, way.length()/10, 4.2)
	if m.Alarm != Silent {
		s.put("body.sound", v, bodySound, int(m.Alarm), func(p *pen) { s.m.Alarm.waves(p, 238, 669, 62, 17, -0.5, 0.5) })
	}
	if m.Updating {
		s.put("body.radio", v, bodySound, 0, func(p *pen) { drawRadio(p, 238, 669, 62, 0.5) })
	}
}

// near adds the spine from near, with the end of the catheter.
func (s *scene) near() {
	v, m := &s.plan.spine, &s.m
	way := nearTrack()
	from := m.Inside + (1-m.Inside)*(1-nearShare)
	s.put("spine", v, nearBox, 0, drawSpineNear)
	s.cloud("spine.cloud", v, nearCloud, panel.Point{X: 262, Y: 262}, 42, 180)
	s.put("spine.tube", v, nearTube, 0, drawNearTube)
	s.lumen("spine.drug", v, way, nearTube, from, 1, 12)
	s.beads("spine.bead", v, way, from, 1, way.length()/4, 8)
	s.leaving(v)
	s.put("spine.rim", v, nearBox, 0, drawRim)
}

// machine adds the pump cut open.
func (s *scene) machine() {
	v, m := &s.plan.pump, &s.m
	way := pumpTrack()
	s.put("pump", v, pumpBox, 0, drawPump)
	to := m.Inside / pumpInside()
	s.lumen("pump.drug", v, way, pumpTubes, 0, to, 13)
	s.beads("pump.bead", v, way, 0, to, 2*math.Pi*rotorAt.r/rollers, 7)
	s.rotor(v)
	s.put("pump.liquid", v, chamber, 0, drawLiquid).Look.From = 1 - m.True/m.Capacity
	s.put("pump.front", v, pumpBox, 0, marks(front))
	s.levels(v)
	s.put("pump.battery", v, batteryAt, int(m.Battery), marks(charges[min(int(m.Battery), len(charges)-1)]))
	s.badge(v)
	if m.Updating {
		s.put("pump.radio", v, pumpRadio, 0, func(p *pen) { drawRadio(p, 440, 380, 132, 0.42) })
	}
	if m.Alarm != Silent {
		s.put("pump.sound", v, pumpSound, int(m.Alarm), s.m.Alarm.draw)
	}
}

// rotor adds the wheel. Its place is not put on whole pixels and has an even
// side, so that it turns about its axle and does not sway.
func (s *scene) rotor(v *view) {
	at := v.point(panel.Point{X: rotorAt.x, Y: rotorAt.y})
	half := math.Ceil(rotorAt.r * v.f)
	n := s.show(panel.Rect{X: at.X - half, Y: at.Y - half, W: 2 * half, H: 2 * half},
		&sketchKey{what: "pump.rotor", size: [4]float64{v.f}}, v.f, half-rotorAt.x*v.f, half-rotorAt.y*v.f, drawRotor)
	n.Look.Turn = math.Mod(s.m.Phase, 1) * 2 * math.Pi
}

// levels adds the lines of what the reservoir holds and what the pump counts.
func (s *scene) levels(v *view) {
	if s.m.True > 0 {
		s.level("pump.level", v, s.m.True, func(p *pen) { p.line("drug-deep", 5, straight(10, 0, chamber.W-10, 0)) })
	}
	if s.m.ShowBelief {
		s.level("pump.count", v, s.m.Believed, func(p *pen) { drawCountLine(p, chamber.W, 6) })
	}
}

func (s *scene) level(id string, v *view, holds float64, draw func(*pen)) {
	const aside, up = 18, 14
	y := chamber.Y + chamber.H*(1-holds/s.m.Capacity)
	at := v.rect(panel.Rect{X: chamber.X - aside, Y: y - up, W: chamber.W + 2*aside, H: 2 * up})
	s.show(at, &sketchKey{what: id, size: [4]float64{v.f}}, v.f, aside*v.f, up*v.f, draw)
}

// drawCountLine draws the line of the pump's count: dashed, with a ring at its
// end.
func drawCountLine(p *pen, w, thick float64) {
	p.line("paper-raised", 2*thick, straight(-6, 0, w, 0))
	dash := 3.4 * thick
	for x := -6.0; x < w-dash/2; x += 1.9 * dash {
		p.line("ink", thick*0.8, straight(x, 0, min(w, x+dash), 0))
	}
	p.shape("paper-raised", "ink", thick*0.7, circle(w+6, 0, 1.4*thick))
}

func itoa(n int) string { return strconv.Itoa(n) }
