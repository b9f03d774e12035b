// Package picture draws what happens inside: a person from the side with the
// pump in the belly and the thin tube to the back, the spine from near with the
// end of the tube, and the pump cut open.
//
// A Painter turns a Moment, which is plain numbers, into one Picture node. What
// it shows it also says in the node's description. What stands still is drawn
// once for a size and kept; what moves is a small node of its own that only
// changes place, turns, or shows less of itself, so that a frame costs little.
//
// The three views are arranged as the room allows: side by side, or the person
// with the two others beside or below. Where the room is small, the spine from
// near is left out; the person shows its parts too.
//
// With labels, every part has a Button that is called by the part's name. Wide
// pictures have the names at both sides, each with a line to its part. Narrower
// ones have numbers on the parts and numbered names below; where even that is
// too high, the numbers alone. Height says how much room a width asks for.
//
// What is drawn is schematic: the figure's pump, tube and spine stand where
// they do in many people, and the pump cut open shows what its parts do, not
// how any maker builds them. [design]
package picture

import (
	"math"

	"iddtestdrive/wasm/panel"
)

// Moment is what there is to see at one instant.
type Moment struct {
	Capacity float64 // of the reservoir, mL, above 0
	True     float64 // what it holds, mL
	Believed float64 // what the pump counts, mL; shown with ShowBelief alone

	ShowBelief bool // both levels are shown, told apart by line and word

	Rotor float64 // what the rotor turns for, mL a day; 0 while it stands
	Flow  float64 // what truly flows, mL a day; 0 when dry or stalled
	Phase float64 // turns of the rotor for the eye; grows with time
	Bolus bool    // an extra dose is being given

	Path   []Stretch // what the drug path holds, from the pump to the tip
	Inside float64   // the part of the path's volume that lies within the pump, 0 to 1
	Tip    float64   // the strength of what leaves the tip, 0 to 1

	Alarm    Alarm
	Battery  Battery
	InMRI    bool // in a scanner's field, or held by it afterwards
	Stalled  bool // the rotor stands although it should turn
	Stopped  bool // told to give nothing
	Updating bool // being spoken to by the clinic's tablet; it stands until that ends
}

// Stretch is a part of the drug path that holds one strength.
type Stretch struct {
	Part     float64 // of the path's volume, 0 to 1; all stretches add up to 1
	Strength float64 // of the strongest that is shown, 0 to 1; 0 is salt water
}

// Alarm is the graver class of the alarms that sound.
type Alarm uint8

// The alarms.
const (
	Silent Alarm = iota
	NonCritical
	Critical
)

// Battery is the condition of the battery.
type Battery uint8

// The conditions of the battery.
const (
	BatteryOK Battery = iota
	ReplaceSoon
	BatteryEnded
)

// Views are the views of a picture; several may be joined with |.
type Views uint8

// The views. None asked for stands for all.
const (
	Body Views = 1 << iota
	Spine
	Pump
)

// Measure tells how wide words are and breaks them into lines.
type Measure interface {
	Width(text string, size float64, bold bool) float64
	Wrap(text string, size float64, bold bool, width float64) []string
}

// Look is how a moment is shown.
type Look struct {
	Style   panel.Style
	Words   func(key string, values ...string) string // values are name and value by turns
	Measure Measure
	Views   Views
	Labels  bool   // every part has a button with its name
	Pointed string // the part that has a ring around it: one of Parts, or empty
}

// Painter draws one picture again and again and keeps what stays the same. Its
// zero value is ready. Two pictures on one screen want a Painter each, with IDs
// of their own.
type Painter struct {
	ID string // of the node, and with a dot before those in it; empty: "picture", and the buttons "part"

	turn     int // counts the pictures
	sketches map[sketchKey]*sketch
	plan     plan
	nodes    int // of the latest picture
}

// Draw is the picture of a moment. It fills the place given, which is at least
// 280 CSS pixels wide and 240 high. With labels, a place as high as Height says
// has room for all names.
func (p *Painter) Draw(at panel.Rect, m Moment, l Look) panel.Node {
	p.begin()
	m = m.sound()
	if key := keyOf(at, &m, &l); key != p.plan.key {
		p.plan = l.planned(at, &m)
		p.plan.key = key
	}
	s := &scene{painter: p, plan: &p.plan, m: m, look: l, shown: p.plan.shown(), out: make([]panel.Node, 0, p.nodes+8)}
	s.draw()
	p.nodes = len(s.out)
	return panel.Node{ID: p.name(""), Role: panel.Picture, Name: l.Words("picture.name"), Description: s.description(),
		Bounds: at, Children: s.out}
}

// name is the ID of a node in the picture.
//
//go:noinline
func (p *Painter) name(what string) string {
	switch {
	case p.ID == "" && what == "":
		return "picture"
	case p.ID == "":
		return "picture." + what
	case what == "":
		return p.ID
	}
	return p.ID + "." + what
}

// sound is the moment with nothing in it that cannot be drawn.
func (m Moment) sound() Moment {
	m.Capacity = max(0.1, finite(m.Capacity))
	m.True = max(0, min(m.Capacity, finite(m.True)))
	m.Believed = max(0, min(m.Capacity, finite(m.Believed)))
	m.Rotor, m.Flow, m.Phase = max(0, finite(m.Rotor)), max(0, finite(m.Flow)), finite(m.Phase)
	m.Inside, m.Tip = share(m.Inside), share(m.Tip)
	left, sound := 1.0, m.Path[:0:0]
	for _, s := range m.Path[:min(len(m.Path), mostStretches)] {
		s.Part, s.Strength = min(left, share(s.Part)), share(s.Strength)
		left -= s.Part
		sound = append(sound, s)
	}
	if len(sound) > 0 {
		sound[len(sound)-1].Part += left // whatever is missing
	}
	m.Path = sound
	return m
}

// mostStretches is how many stretches of the path are drawn.
const mostStretches = 24

func share(v float64) float64 { return max(0, min(1, finite(v))) }

func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}
