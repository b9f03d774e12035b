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

// spot is where a part is seen in a view.
type spot struct {
	view  Views
	at    panel.Point // where a line to it ends
	mark  panel.Point // where its number stands, if it has one
	ring  panel.Rect  // around it, when it is pointed at
	round float64     // radius of the ring's corners
}

func xy(x, y float64) panel.Point { return panel.Point{X: x, Y: y} }

// spots are where each part is seen, the best view first.
var spots = map[string][]spot{
	PartPump: {
		{Pump, xy(520, 478), xy(481, 541), around(pumpCase, 8), 300},
		{Body, xy(246, 690), xy(340, 700), smallPump.Inset(-12), 60}},
	PartReservoir: {{Pump, xy(400, 478), xy(260, 600), chamber.Inset(-20), 24}},
	PartRotor:     {{Pump, xy(260, 318), xy(53, 262), around(rotorAt, 30), 200}},
	PartBattery:   {{Pump, xy(398, 192), xy(481, 151), panel.Rect{X: 326, Y: 144, W: 104, H: 146}, 24}},
	PartAntenna:   {{Pump, xy(512, 390), xy(567, 369), panel.Rect{X: 464, Y: 306, W: 72, H: 146}, 36}},
	PartRefill:    {{Pump, xy(338, 348), xy(66, 450), around(portAt, 12), 200}},
	PartPort:      {{Pump, xy(312, 108), xy(366, 74), around(sideAt, 16), 200}},
	PartCatheter: {
		{Spine, xy(238, 446), xy(212, 570), panel.Rect{X: 204, Y: 240, W: 76, H: 340}, 40},
		{Body, xy(98, 646), xy(6, 590), panel.Rect{X: 48, Y: 446, W: 190, H: 238}, 50}},
	PartTip: {
		{Spine, xy(238, 268), xy(17, 275), panel.Rect{X: 198, Y: 224, W: 80, H: 80}, 60},
		{Body, tip, xy(2, 466), panel.Rect{X: 56, Y: 434, W: 56, H: 56}, 40}},
	PartFluid: {
		{Spine, xy(246, 150), xy(67, 137), panel.Rect{X: 204, Y: 40, W: 164, H: 520}, 60},
		{Body, xy(98, 682), xy(2, 706), panel.Rect{X: 48, Y: 150, W: 128, H: 560}, 60}},
	PartSpine: {
		{Spine, xy(110, 392), xy(59, 450), panel.Rect{X: 38, Y: 336, W: 530, H: 146}, 50},
		{Body, xy(104, 380), xy(4, 350), panel.Rect{X: 36, Y: 150, W: 160, H: 640}, 70}},
	PartCord: {
		{Spine, xy(296, 110), xy(349, 20), panel.Rect{X: 262, Y: 30, W: 80, H: 540}, 40},
		{Body, xy(152, 206), xy(22, 232), panel.Rect{X: 56, Y: 140, W: 120, H: 420}, 60}},
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
