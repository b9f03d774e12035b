package panel

// Token names a colour of the design tokens, as in tokens.css without the two
// dashes: "ink", "coral-deep". The empty token is no colour.
type Token string

// Look is how the canvas shows a node. The zero Look shows nothing.
type Look struct {
	Fill   Token   // the ground
	Edge   Token   // the outline
	Width  float64 // of the outline, CSS pixels
	Radius float64 // of the corners, CSS pixels

	Letters Letters

	Drawing *Drawing // painted over the whole of Bounds
	Turn    float64  // the drawing is turned by this about its middle, radians
	From    float64  // only what lies at or below this part of the height shows, 0 to 1
}

// Letters is text already broken into lines.
type Letters struct {
	Lines   []string
	Size    float64 // CSS pixels
	Leading float64 // distance between baselines, CSS pixels
	Bold    bool
	Colour  Token
	Align   Align
}

// Align says where in its bounds a line of text stands.
type Align uint8

// The alignments.
const (
	Start Align = iota
	Middle
)

// Drawing is a small picture made of shapes, in CSS pixels from its own top
// left. A drawing never changes once it is in a tree: the canvas paints it
// once and keeps it as long as the same pointer comes back.
type Drawing struct {
	Shapes []Shape
}

// Shape is a filled or stroked path. Ends and corners of strokes are round.
type Shape struct {
	Path  Path
	Fill  Token
	Edge  Token
	Width float64 // of the stroke
	Alpha float64 // 0 is taken as 1: opaque
}

// Add puts a filled shape on top.
//
//go:noinline
func (d *Drawing) Add(fill Token, p Path) { d.Shapes = append(d.Shapes, Shape{Path: p, Fill: fill}) }

// AddFaint puts a filled shape of the given opacity on top.
//
//go:noinline
func (d *Drawing) AddFaint(fill Token, alpha float64, p Path) {
	d.Shapes = append(d.Shapes, Shape{Path: p, Fill: fill, Alpha: alpha})
}

// Stroke puts a line on top.
//
//go:noinline
func (d *Drawing) Stroke(edge Token, width float64, p Path) {
	d.Shapes = append(d.Shapes, Shape{Path: p, Edge: edge, Width: width})
}
