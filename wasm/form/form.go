// Package form lays out what screens are made of: texts, buttons, boxes, sliders,
// cards, rows and columns. A Sheet is a screen in the making with its measures; a
// Paper is what is remembered from one screen to the next, so that a text is
// broken into lines and a picture drawn only when it is new. Words is one
// language, and Speech is what is said aloud.
//
// A Block lays one thing out at a place of which the height is not known yet.
// Everything that a person operates is at least as large as a finger needs.
package form

import (
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/panel"
)

// Measure knows how wide text is. It is asked in CSS pixels.
type Measure interface {
	Width(text string, size float64, bold bool) float64
	Wrap(text string, size float64, bold bool, width float64) []string
}

// Paper is what is remembered from one screen to the next.
type Paper struct {
	Measure Measure
	broken  broken
	kept    sketches
}

// Sheet is a screen in the making: what it is made on, and the measures it is
// laid out by.
type Sheet struct {
	*Paper
	Style panel.Style
	Em    float64 // the size of ordinary type, so that layout follows it
	Gap   float64 // around and between the parts
}

// Sheet begins a screen for a window, and forgets what was not on the one before
// the latest.
func (p *Paper) Sheet(window message.Resize) Sheet {
	st := window.Style.Scaled(enlarged(window))
	s := Sheet{Paper: p, Style: st, Em: st.Small, Gap: st.Space[4]}
	if window.Width < 30*window.Style.Small {
		s.Gap = st.Space[3]
	}
	return s
}

// enlarged is how much larger than usual everything is drawn, so that a wall
// screen is filled and not lost on: up to four times, in windows of our own.
func enlarged(window message.Resize) float64 {
	if window.Embedded {
		return 1
	}
	const width, height = 1600, 1000
	return max(1, min(4, window.Width/width, window.Height/height))
}

// Screen is a whole screen: across its top the words that say what this is, below
// them its parts. Embedded it is as high as they need, else at least as high as
// the window.
func (s *Sheet) Screen(window message.Resize, words Words, parts func(at panel.Rect) []panel.Node) *panel.Node {
	s.kept.turn()
	root := &panel.Node{ID: "simulator", Role: panel.Region, Name: words.Say("simulator.name")}
	bar := s.bar(words.Say("bar.safety"), panel.Rect{W: window.Width})
	in := panel.Rect{X: s.Gap, Y: bar.Bounds.Bottom() + s.Gap, W: window.Width - 2*s.Gap}
	if most := 85 * s.Em; in.W > most {
		in.X, in.W = (window.Width-most)/2, most
	}
	root.Children = append([]panel.Node{bar}, parts(in)...)
	root.Bounds = panel.Rect{W: window.Width, H: Lowest(in.Y, root.Children) + s.Gap}
	if !window.Embedded {
		root.Bounds.H = max(root.Bounds.H, window.Height)
	}
	root.Look.Fill = "paper"
	return root
}

// bar is the band across the top that says what this is.
func (s *Sheet) bar(safety string, at panel.Rect) panel.Node {
	n := panel.Node{ID: "bar", Role: panel.Group, Bounds: at}
	pad := s.Style.Space[2]
	lines, h := s.Text("bar.words", safety, panel.Rect{X: at.X + s.Gap, Y: at.Y + pad, W: at.W - 2*s.Gap},
		Letters{s.Style.Small, true, "ink", panel.Middle})
	n.Bounds.H = h + 2*pad
	n.Look = panel.Look{Fill: "amber-soft"}
	n.Children = []panel.Node{lines}
	return n
}

// Letters is how a text is set.
type Letters struct {
	Size   float64 // CSS pixels
	Bold   bool
	Colour panel.Token
	Align  panel.Align
}

// Set breaks text into lines for a width and says how high they are.
func (s *Sheet) Set(text string, width float64, l Letters) (panel.Letters, float64) {
	leading := l.Size * s.Leading(l.Size)
	set := panel.Letters{
		Lines: s.broken.lines(s.Measure, text, l.Size, l.Bold, width),
		Size:  l.Size, Leading: leading, Bold: l.Bold, Colour: l.Colour, Align: l.Align,
	}
	return set, leading * float64(len(set.Lines))
}

// broken remembers how texts were broken into lines, since most of a screen is
// the same from one to the next.
type broken map[brokenText][]string

type brokenText struct {
	text        string
	size, width float64
	bold        bool
}

// mostBroken bounds what is remembered; past it, remembering starts anew.
const mostBroken = 500

func (b *broken) lines(m Measure, text string, size float64, bold bool, width float64) []string {
	key := brokenText{text, size, width, bold}
	if lines, ok := (*b)[key]; ok {
		return lines
	}
	if *b == nil || len(*b) >= mostBroken {
		*b = broken{}
	}
	(*b)[key] = m.Wrap(text, size, bold, width)
	return (*b)[key]
}

// Leading is how far apart lines of a size stand, as a part of it: it is tighter for large type.
func (s *Sheet) Leading(size float64) float64 {
	if size > s.Style.Medium {
		return 1.25
	}
	return min(s.Style.Leading, 1.4)
}

// Text is a Text node at the top of a place, as high as it needs.
func (s *Sheet) Text(id, value string, at panel.Rect, l Letters) (panel.Node, float64) {
	set, h := s.Set(value, at.W, l)
	at.H = h
	return panel.Node{ID: id, Role: panel.Text, Value: value, Bounds: at, Look: panel.Look{Letters: set}}, h
}

// Highest is the height of the highest of some texts, so that room is kept and
// nothing below jumps when one takes another's place.
func (s *Sheet) Highest(width float64, l Letters, texts ...string) float64 {
	most := 0.0
	for _, t := range texts {
		_, h := s.Set(t, width, l)
		most = max(most, h)
	}
	return most
}

// Button is a pressable with its label in its middle, as high as asked for or
// as its label needs.
func (s *Sheet) Button(id, label string, at panel.Rect, l Letters, look panel.Look) panel.Node {
	set, h := s.Set(label, at.W-2*s.Style.Space[2], l)
	at.H = max(at.H, h+2*s.Style.Space[2])
	look.Letters = set
	look.Letters.Align = panel.Middle
	return panel.Node{ID: id, Role: panel.Button, Name: label, Bounds: at, Look: look}
}
