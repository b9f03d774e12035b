package picture

import "iddtestdrive/wasm/panel"

// The parts that can be pointed at.
const (
	PartPump      = "pump"
	PartReservoir = "reservoir"
	PartRotor     = "rotor"
	PartBattery   = "battery"
	PartAntenna   = "antenna"
	PartRefill    = "refill" // the refill port
	PartPort      = "port"   // the catheter port
	PartCatheter  = "catheter"
	PartTip       = "tip"
	PartFluid     = "fluid"
	PartSpine     = "spine" // the vertebrae
	PartCord      = "cord"
)

// Parts are all the parts, in the order in which they are met. A part's button
// is "part." and its name here, and so are its words: "part.tip.name" and, for
// the app to show, "part.tip.about".
var Parts = []string{PartPump, PartReservoir, PartRotor, PartBattery, PartAntenna, PartRefill, PartPort,
	PartCatheter, PartTip, PartFluid, PartSpine, PartCord}

// spot is where a part is seen in a view: the place a line to it ends, and the
// ring around it.
type spot struct {
	view  Views
	at    panel.Point
	ring  panel.Rect
	round float64 // radius of the ring's corners
}

// spots are where each part is seen, the best view first.
var spots = map[string][]spot{
	PartPump: {
		{Pump, panel.Point{X: 524, Y: 474}, around(pumpCase, 8), 300},
		{Body, panel.Point{X: 246, Y: 690}, smallPump.Inset(-12), 60}},
	PartReservoir: {{Pump, panel.Point{X: 400, Y: 470}, chamber.Inset(-20), 24}},
	PartRotor:     {{Pump, panel.Point{X: 262, Y: 320}, around(rotorAt, 30), 200}},
	PartBattery:   {{Pump, panel.Point{X: 394, Y: 192}, panel.Rect{X: 326, Y: 144, W: 104, H: 146}, 24}},
	PartAntenna:   {{Pump, panel.Point{X: 512, Y: 390}, panel.Rect{X: 464, Y: 306, W: 72, H: 146}, 36}},
	PartRefill:    {{Pump, panel.Point{X: 344, Y: 348}, around(portAt, 12), 200}},
	PartPort:      {{Pump, panel.Point{X: 312, Y: 108}, around(sideAt, 16), 200}},
	PartCatheter: {
		{Spine, panel.Point{X: 236, Y: 450}, panel.Rect{X: 204, Y: 240, W: 76, H: 340}, 40},
		{Body, panel.Point{X: 160, Y: 642}, panel.Rect{X: 48, Y: 446, W: 190, H: 238}, 50}},
	PartTip: {
		{Spine, panel.Point{X: 238, Y: 268}, panel.Rect{X: 198, Y: 224, W: 80, H: 80}, 60},
		{Body, tip, panel.Rect{X: 56, Y: 434, W: 56, H: 56}, 40}},
	PartFluid: {
		{Spine, panel.Point{X: 246, Y: 176}, panel.Rect{X: 204, Y: 40, W: 164, H: 520}, 60},
		{Body, panel.Point{X: 130, Y: 258}, panel.Rect{X: 48, Y: 150, W: 128, H: 560}, 60}},
	PartSpine: {
		{Spine, panel.Point{X: 110, Y: 392}, panel.Rect{X: 38, Y: 336, W: 530, H: 146}, 50},
		{Body, panel.Point{X: 104, Y: 380}, panel.Rect{X: 36, Y: 150, W: 160, H: 640}, 70}},
	PartCord: {
		{Spine, panel.Point{X: 296, Y: 110}, panel.Rect{X: 262, Y: 30, W: 80, H: 540}, 40},
		{Body, panel.Point{X: 152, Y: 206}, panel.Rect{X: 56, Y: 140, W: 120, H: 420}, 60}},
}

// around is the square around a circle, larger by so much.
func around(l lens, more float64) panel.Rect {
	return panel.Rect{X: l.x - l.r - more, Y: l.y - l.r - more, W: 2 * (l.r + more), H: 2 * (l.r + more)}
}

// spotOf is where a part is seen in the views at hand.
func spotOf(part string, shown Views) (spot, bool) {
	for _, s := range spots[part] {
		if s.view&shown != 0 {
			return s, true
		}
	}
	return spot{}, false
}
