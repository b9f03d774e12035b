package app

import (
	"strings"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/wasm/panel"
)

// draft is a screen in the making: the model it shows and the measures it is
// laid out by.
type draft struct {
	m   *Model
	now pump.Status // how the pump is at the instant on the screen
	st  panel.Style
	em  float64 // the size of ordinary type, so that layout follows it
	gap float64 // around and between the parts

	measuring bool // only heights are wanted: the picture is left out
}

func (m *Model) draft() *draft {
	st := m.window.Style.Scaled(m.enlarged())
	d := &draft{m: m, now: m.sight(), st: st, em: st.Small, gap: st.Space[4]}
	if m.window.Width < 30*st.Small {
		d.gap = st.Space[3]
	}
	return d
}

// sight is how the pump is at the instant on the screen.
func (m *Model) sight() pump.Status {
	if m.back {
		return m.lanes[0].session.StatusAt(m.backAt)
	}
	return m.lanes[0].session.Status()
}

// prescribed is the prescription in force at the instant on the screen.
func (m *Model) prescribed() therapy.Prescription {
	if m.back {
		state := m.lanes[0].session.StateAt(m.backAt)
		return state.Prescription()
	}
	return m.lanes[0].session.Prescription()
}

// start is the civil time of the session's first instant.
func (m *Model) start() scenario.Civil { return m.lanes[0].file.Start }

// enlarged is how much larger than usual everything is drawn, so that a wall
// screen is filled and not lost on: up to four times, in windows of our own.
func (m *Model) enlarged() float64 {
	if m.window.Embedded {
		return 1
	}
	const width, height = 1600, 1000
	return max(1, min(4, m.window.Width/width, m.window.Height/height))
}

func (d *draft) words(key string, values ...string) string { return d.m.words.Say(key, values...) }

// letters is how a text is set.
type letters struct {
	size   float64
	bold   bool
	colour panel.Token
	align  panel.Align
}

// set breaks text into lines for a width and says how high they are.
func (d *draft) set(text string, width float64, l letters) (panel.Letters, float64) {
	leading := l.size * d.leading(l.size)
	set := panel.Letters{
		Lines: d.m.broken.lines(d.m.measure, text, l.size, l.bold, width),
		Size:  l.size, Leading: leading, Bold: l.bold, Colour: l.colour, Align: l.align,
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

// leading is tighter for large type.
func (d *draft) leading(size float64) float64 {
	if size > d.st.Medium {
		return 1.25
	}
	return min(d.st.Leading, 1.4)
}

// text is a Text node at the top of a place, as high as it needs.
func (d *draft) text(id, value string, at panel.Rect, l letters) (panel.Node, float64) {
	set, h := d.set(value, at.W, l)
	at.H = h
	return panel.Node{ID: id, Role: panel.Text, Value: value, Bounds: at, Look: panel.Look{Letters: set}}, h
}

// highest is the height of the highest of some texts, so that room is kept and
// nothing below jumps when one takes another's place.
func (d *draft) highest(width float64, l letters, texts ...string) float64 {
	most := 0.0
	for _, t := range texts {
		_, h := d.set(t, width, l)
		most = max(most, h)
	}
	return most
}

// button is a pressable with its label in its middle, as high as asked for or
// as its label needs.
func (d *draft) button(id, label string, at panel.Rect, l letters, look panel.Look) panel.Node {
	set, h := d.set(label, at.W-2*d.st.Space[2], l)
	at.H = max(at.H, h+2*d.st.Space[2])
	look.Letters = set
	look.Letters.Align = panel.Middle
	return panel.Node{ID: id, Role: panel.Button, Name: label, Bounds: at, Look: look}
}

// sketches keeps the drawings of the latest screens by what they show, so that
// the canvas paints each only once.
type sketches struct {
	screen int // counts the screens
	kept   map[string]*sketch
}

type sketch struct {
	drawing *panel.Drawing
	screen  int // the latest it was on
}

// turn begins a new screen and drops what was not on the one before.
func (s *sketches) turn() {
	s.screen++
	for key, k := range s.kept {
		if k.screen < s.screen-1 {
			delete(s.kept, key)
		}
	}
}

// drawn gives the drawing of a place, made anew only where nothing with the
// same key was drawn there lately.
func (m *Model) drawn(place string, key []string, draw func() *panel.Drawing) *panel.Drawing {
	if m.sketch.kept == nil {
		m.sketch.kept = map[string]*sketch{}
	}
	name := place + " " + strings.Join(key, " ")
	k, ok := m.sketch.kept[name]
	if !ok {
		k = &sketch{drawing: draw()}
		m.sketch.kept[name] = k
	}
	k.screen = m.sketch.screen
	return k.drawing
}
