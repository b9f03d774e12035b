//go:build js

// Package canvas shows a panel with Ebiten. It only shows: it takes no input,
// and a frame is drawn when the panel changed and at no other time.
//
// Each node's look is painted once into a texture at the screen's own pixels
// and kept until the look changes; a frame is then a handful of textures put in
// their places. What only moves or turns is never painted again.
package canvas

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
)

// Screen is an ebiten.Game that shows the latest panel it was given.
type Screen struct {
	// Drawn is called after each frame, with how many there were.
	Drawn func(frames int)

	tree     *panel.Node
	scroll   float64
	scale    float64
	limit    float64 // pixels in either direction of a texture
	colours  paint.Palette
	ring     panel.Look
	textures map[string]*texture
	frames   int
	sheet    Sheet // wants the whole screen
}

// texture is the painted look of a node.
type texture struct {
	look  panel.Look
	w, h  float64
	image *ebiten.Image
	used  int // the latest frame it was in
}

// New makes a screen that draws scale device pixels for each CSS pixel, on
// graphics that can draw limit pixels in either direction.
func New(scale float64, limit int) *Screen {
	return &Screen{scale: scale, limit: float64(limit) - margin, textures: map[string]*texture{}}
}

// margin is how many pixels of a texture Ebiten keeps for itself.
const margin = 4

// Colour gives the colours to paint with; all that was painted is forgotten.
func (s *Screen) Colour(p paint.Palette, style panel.Style) {
	s.colours = p
	s.ring = panel.Look{Edge: "focus", Width: style.Bold, Radius: style.RadiusM + ringGap}
	s.forget(func(*texture) bool { return true })
	askForFrame()
}

// Show asks for a frame with this panel, its part from scroll CSS pixels down.
func (s *Screen) Show(tree *panel.Node, scroll float64) {
	s.tree, s.scroll = tree, scroll
	askForFrame()
}

// askForFrame has the browser draw once. What Ebiten offers in its place draws
// at every refresh of the screen, changed or not.
func askForFrame() {
	//lint:ignore SA1019 see above
	ebiten.ScheduleFrame()
}

// Update implements ebiten.Game. Nothing here depends on time.
func (s *Screen) Update() error { return nil }

// Layout implements ebiten.Game; LayoutF takes its place.
func (s *Screen) Layout(w, h int) (int, int) { return w, h }

// LayoutF makes one pixel of the screen one device pixel.
func (s *Screen) LayoutF(w, h float64) (float64, float64) {
	return math.Ceil(w * s.scale), math.Ceil(h * s.scale)
}

// Draw implements ebiten.Game.
func (s *Screen) Draw(dst *ebiten.Image) {
	if s.tree == nil || s.colours == nil {
		return
	}
	s.frames++
	dst.Fill(s.colours["paper"])
	s.node(dst, s.tree)
	s.forget(func(t *texture) bool { return t.used != s.frames })
	s.keep()
	if s.frames == 1 {
		askForFrame() // with the drawings: what can be used is there before them
	}
	if s.Drawn != nil {
		s.Drawn(s.frames)
	}
}

func (s *Screen) node(dst *ebiten.Image, n *panel.Node) {
	if n != s.tree && s.visible(n, dst) && (s.frames > 1 || n.Look.Drawing == nil) {
		s.put(dst, n.ID, n.Look, n.Bounds)
	}
	for i := range n.Children {
		s.node(dst, &n.Children[i])
	}
	if n.Focused && s.sheet == nil {
		s.put(dst, n.ID+" focus", s.ring, n.Bounds.Inset(-ringGap-s.ring.Width))
	}
}

// ringGap is the space between a thing and the ring that shows its focus.
const ringGap = 2.0

func (s *Screen) visible(n *panel.Node, dst *ebiten.Image) bool {
	top, bottom := n.Bounds.Y-s.scroll, n.Bounds.Bottom()-s.scroll
	return bottom > 0 && top*s.scale < float64(dst.Bounds().Dy())
}

// put draws a look at its place, on whole device pixels.
func (s *Screen) put(dst *ebiten.Image, id string, l panel.Look, at panel.Rect) {
	if empty(l) || at.W <= 0 || at.H <= 0 {
		return
	}
	img := s.paint(id, l, at.W, at.H)
	op := &ebiten.DrawImageOptions{}
	if stretch := s.scale / s.scaleOf(at.W, at.H); stretch > 1 {
		op.GeoM.Scale(stretch, stretch)
		op.Filter = ebiten.FilterLinear
	}
	y := at.Y - s.scroll
	switch {
	case l.Turn != 0:
		w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
		op.GeoM.Translate(-w/2, -h/2)
		op.GeoM.Rotate(l.Turn)
		op.GeoM.Translate((at.X+at.W/2)*s.scale, (y+at.H/2)*s.scale)
		op.Filter = ebiten.FilterLinear
	case l.From > 0:
		b := img.Bounds()
		from := int(math.Round(min(1, l.From) * float64(b.Dy())))
		b.Min.Y += from
		img = img.SubImage(b).(*ebiten.Image)
		op.GeoM.Translate(math.Round(at.X*s.scale), math.Round(y*s.scale)+float64(from)*s.scale/s.scaleOf(at.W, at.H))
	case l.Drawing != nil && at.W*s.scale < 64:
		op.GeoM.Translate(at.X*s.scale, y*s.scale)
		op.Filter = ebiten.FilterLinear
	default:
		op.GeoM.Translate(math.Round(at.X*s.scale), math.Round(y*s.scale))
	}
	dst.DrawImage(img, op)
}

// scaleOf is how many pixels a texture of that size has for each CSS pixel: as
// many as the screen, unless it would be too large.
func (s *Screen) scaleOf(w, h float64) float64 {
	return min(s.scale, s.limit/max(w, h))
}

func empty(l panel.Look) bool {
	return l.Fill == "" && l.Edge == "" && l.Drawing == nil && len(l.Letters.Lines) == 0
}

// paint gives the texture of a look, painted anew only where it changed.
func (s *Screen) paint(id string, l panel.Look, w, h float64) *ebiten.Image {
	l.Turn, l.From = 0, 0
	t, ok := s.textures[id]
	if ok && t.w == w && t.h == h && t.look.Equal(l) {
		t.used = s.frames
		return t.image
	}
	pixels := paint.Look(l, w, h, s.scaleOf(w, h), s.colours)
	if ok && t.image.Bounds() == pixels.Rect {
		t.look, t.w, t.h, t.used = l, w, h, s.frames
		t.image.WritePixels(pixels.Pix)
		return t.image
	}
	if ok {
		t.image.Deallocate()
	}
	img := ebiten.NewImage(pixels.Rect.Dx(), pixels.Rect.Dy())
	img.WritePixels(pixels.Pix)
	s.textures[id] = &texture{l, w, h, img, s.frames}
	return img
}

func (s *Screen) forget(unwanted func(*texture) bool) {
	for id, t := range s.textures {
		if unwanted(t) {
			t.image.Deallocate()
			delete(s.textures, id)
		}
	}
}
