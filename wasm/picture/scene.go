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
	out     []panel.Node
}

// draw adds all nodes, from the ground up.
func (s *scene) draw() {
	s.ties()
	if s.plan.body.f > 0 {
		s.person()
	}
	if s.plan.spine.f > 0 {
		s.near()
	}
	if s.plan.pump.f > 0 {
		s.machine()
	}
	s.legend()
	s.pointed()
	s.labels()
}

// put adds a part of a view, drawn in its units: a rectangle of the view, and
// what state of it is shown. It gives the node, which may still be turned.
func (s *scene) put(id string, v view, r panel.Rect, state int, draw func(*pen)) *panel.Node {
	at, dx, dy := snapped(v.rect(r))
	drawing := s.painter.drawn(sketchKey{id, v.f, dx, dy, state}, func(p *pen) {
		p.x, p.y = dx-r.X*v.f, dy-r.Y*v.f
		draw(p)
	})
	s.out = append(s.out, panel.Node{ID: s.painter.name(id), Bounds: at, Look: panel.Look{Drawing: drawing}})
	return &s.out[len(s.out)-1]
}

// whole is the box of a view.
func whole(w, h float64) panel.Rect { return panel.Rect{W: w, H: h} }

// person adds the person, with the drug on its way.
func (s *scene) person() {
	v, m := s.plan.body, &s.m
	s.put("ground", v, whole(bodyW, bodyH), 0, drawGround)
	if m.InMRI {
		s.put("field", v, whole(bodyW, bodyH), 0, drawField)
	}
	s.put("body", v, whole(bodyW, bodyH), 0, drawBody)
	way := bodyTrack()
	s.lumen("body.drug", v, way, panel.Rect{X: 60, Y: 440, W: 180, H: 250}, m.Inside, 1, 7)
	s.cloud("body.cloud", v, panel.Rect{X: 50, Y: 380, W: 64, H: 120}, panel.Point{X: 85, Y: 446}, 8, 52)
	s.beads("body.bead", v, way, m.Inside, 1, 52, 4.2)
	if m.Alarm != Silent {
		s.put("body.sound", v, panel.Rect{X: 270, Y: 590, W: 110, H: 160}, int(m.Alarm), m.Alarm.atBelly)
	}
	if m.Updating {
		s.put("body.radio", v, panel.Rect{X: 270, Y: 590, W: 110, H: 160}, 0, radioAtBelly)
	}
}

// near adds the spine from near, with the end of the catheter.
func (s *scene) near() {
	v, m := s.plan.spine, &s.m
	box := whole(spineBox, spineBox)
	way := nearTrack()
	from := m.Inside + (1-m.Inside)*(1-nearShare)
	s.put("spine", v, box, 0, drawSpineNear)
	s.cloud("spine.cloud", v, panel.Rect{X: 216, Y: 30, W: 92, H: 400}, panel.Point{X: 262, Y: 262}, 42, 180)
	tube := panel.Rect{X: 216, Y: 240, W: 60, H: 350}
	s.put("spine.tube", v, tube, 0, drawNearTube)
	s.lumen("spine.drug", v, way, tube, from, 1, 12)
	s.beads("spine.bead", v, way, from, 1, 76, 8)
	s.leaving(v)
	s.put("spine.rim", v, box, 0, drawRim)
}

// machine adds the pump cut open.
func (s *scene) machine() {
	v, m := s.plan.pump, &s.m
	box := whole(pumpW, pumpH)
	way := pumpTrack()
	s.put("pump", v, box, 0, drawPump)
	tubes := panel.Rect{X: 0, Y: 20, W: 320, H: 390}
	inside := pumpInside()
	s.lumen("pump.drug", v, way, tubes, 0, m.Inside/inside, 13)
	s.beads("pump.bead", v, way, 0, m.Inside/inside, 2*math.Pi*rotorAt.r/rollers, 7)
	s.rotor(v)
	s.put("pump.liquid", v, chamber, 0, drawLiquid).Look.From = 1 - m.True/m.Capacity
	s.put("pump.front", v, box, 0, drawFront)
	s.levels(v)
	s.put("pump.battery", v, batteryAt, int(m.Battery), m.Battery.draw)
	s.badge(v)
	if m.Updating {
		s.put("pump.radio", v, panel.Rect{X: 550, Y: 290, W: 70, H: 180}, 0, drawRadio)
	}
	if m.Alarm != Silent {
		s.put("pump.sound", v, panel.Rect{X: 440, Y: 44, W: 180, H: 230}, int(m.Alarm), m.Alarm.draw)
	}
}

// rotor adds the wheel. Its place is not put on whole pixels and has an even
// side, so that it turns about its axle and does not sway.
func (s *scene) rotor(v view) {
	at := v.point(xy(rotorAt.x, rotorAt.y))
	half := math.Ceil(rotorAt.r * v.f)
	drawing := s.painter.drawn(sketchKey{what: "pump.rotor", f: v.f}, func(p *pen) {
		p.x, p.y = half-rotorAt.x*v.f, half-rotorAt.y*v.f
		drawRotor(p)
	})
	s.out = append(s.out, panel.Node{ID: s.painter.name("pump.rotor"),
		Bounds: panel.Rect{X: at.X - half, Y: at.Y - half, W: 2 * half, H: 2 * half},
		Look:   panel.Look{Drawing: drawing, Turn: math.Mod(s.m.Phase, 1) * 2 * math.Pi}})
}

// levels adds the lines of what the reservoir holds and what the pump counts.
func (s *scene) levels(v view) {
	line := func(id string, part float64, draw func(*pen)) {
		r := panel.Rect{X: chamber.X - 18, Y: -14, W: chamber.W + 36, H: 28}
		r.Y += chamber.Y + chamber.H*(1-part)
		at := v.rect(r)
		drawing := s.painter.drawn(sketchKey{what: id, f: v.f}, func(p *pen) {
			p.x, p.y = 18*v.f, 14*v.f
			draw(p)
		})
		s.out = append(s.out, panel.Node{ID: s.painter.name(id), Bounds: at, Look: panel.Look{Drawing: drawing}})
	}
	if s.m.True > 0 {
		line("pump.level", s.m.True/s.m.Capacity, func(p *pen) { p.line("drug-deep", 5, panel.Path{}.M(10, 0).L(chamber.W-10, 0)) })
	}
	if s.m.ShowBelief {
		line("pump.count", s.m.Believed/s.m.Capacity, func(p *pen) { drawCountLine(p, chamber.W, 6) })
	}
}

// drawCountLine draws the line of the pump's count: dashed, with a ring at its
// end.
func drawCountLine(p *pen, w, thick float64) {
	p.line("paper-raised", 2*thick, panel.Path{}.M(-6, 0).L(w, 0))
	dash := 3.4 * thick
	for x := -6.0; x < w-dash/2; x += 1.9 * dash {
		p.line("ink", thick*0.8, panel.Path{}.M(x, 0).L(min(w, x+dash), 0))
	}
	p.shape("paper-raised", "ink", thick*0.7, panel.Circle(w+6, 0, 1.4*thick))
}

func itoa(n int) string { return strconv.Itoa(n) }
