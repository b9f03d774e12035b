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

// spot is where a part is seen in a view, in its units.
type spot struct {
	part       string
	view       Views
	x, y       int16    // where a line to it ends
	markX      int16    // where its number stands, if it has one
	markY      int16    //
	ring       [4]int16 // around it, when it is pointed at: x, y, width, height
	ringCorner int16    // radius of the ring's corners
}

// spots are where each part is seen, the best view first.
var spots = []spot{
	{PartPump, Pump, 520, 478, 481, 541, [4]int16{42, 82, 528, 528}, 300},
	{PartPump, Body, 246, 690, 340, 700, [4]int16{196, 618, 84, 102}, 60},
	{PartReservoir, Pump, 360, 484, 260, 600, [4]int16{154, 376, 304, 162}, 24},
	{PartRotor, Pump, 260, 318, 53, 262, [4]int16{100, 162, 208, 208}, 200},
	{PartBattery, Pump, 398, 192, 481, 151, [4]int16{326, 144, 104, 146}, 24},
	{PartAntenna, Pump, 512, 390, 567, 369, [4]int16{464, 306, 72, 146}, 36},
	{PartRefill, Pump, 338, 348, 66, 450, [4]int16{256, 298, 100, 100}, 200},
	{PartPort, Pump, 312, 108, 366, 74, [4]int16{234, 70, 100, 100}, 200},
	{PartCatheter, Spine, 238, 446, 212, 570, [4]int16{204, 240, 76, 340}, 40},
	{PartCatheter, Body, 98, 646, 6, 590, [4]int16{48, 446, 190, 238}, 50},
	{PartTip, Spine, 238, 268, 17, 275, [4]int16{198, 224, 80, 80}, 60},
	{PartTip, Body, 84, 462, 2, 466, [4]int16{56, 434, 56, 56}, 40},
	{PartFluid, Spine, 246, 150, 67, 137, [4]int16{204, 40, 164, 520}, 60},
	{PartFluid, Body, 98, 682, 2, 706, [4]int16{48, 150, 128, 560}, 60},
	{PartSpine, Spine, 110, 392, 59, 450, [4]int16{38, 336, 530, 146}, 50},
	{PartSpine, Body, 104, 380, 4, 350, [4]int16{36, 150, 160, 640}, 70},
	{PartCord, Spine, 296, 110, 349, 20, [4]int16{262, 30, 80, 540}, 40},
	{PartCord, Body, 152, 206, 22, 232, [4]int16{56, 140, 120, 420}, 60},
}

// spotOf is where a part is seen in the views at hand.
func spotOf(part string, shown Views) (*spot, bool) {
	for i := range spots {
		if s := &spots[i]; s.part == part && s.view&shown != 0 {
			return s, true
		}
	}
	return nil, false
}

func (s *spot) at() panel.Point   { return panel.Point{X: float64(s.x), Y: float64(s.y)} }
func (s *spot) mark() panel.Point { return panel.Point{X: float64(s.markX), Y: float64(s.markY)} }
func (s *spot) around() panel.Rect {
	r := s.ring
	return panel.Rect{X: float64(r[0]), Y: float64(r[1]), W: float64(r[2]), H: float64(r[3])}
}
