package browser

import (
	"fmt"
	"regexp"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Key is a key, or keys held together, of the keyboard.
type Key string

// The keys a reader without a mouse uses.
const (
	Tab      Key = "Tab"
	ShiftTab Key = "Shift+Tab"
	Enter    Key = "Enter"
	Space    Key = "Space"
	Escape   Key = "Escape"
	Left     Key = "Left"
	Right    Key = "Right"
	Up       Key = "Up"
	Down     Key = "Down"
	Home     Key = "Home"
	End      Key = "End"
)

var codes = map[Key]string{
	Tab: kb.Tab, ShiftTab: kb.Tab, Enter: kb.Enter, Space: " ", Escape: kb.Escape,
	Left: kb.ArrowLeft, Right: kb.ArrowRight, Up: kb.ArrowUp, Down: kb.ArrowDown,
	Home: kb.Home, End: kb.End,
}

// Press presses and releases a key, wherever the keyboard's focus is.
func (p *Page) Press(k Key) error {
	code, ok := codes[k]
	if !ok {
		return fmt.Errorf("no key is called %q", k)
	}
	var held []chromedp.KeyOption
	if k == ShiftTab {
		held = append(held, chromedp.KeyModifiers(chromedp.ModifierShift))
	}
	if err := chromedp.Do(p.ctx, chromedp.KeyEvent(code, held...)); err != nil {
		return fmt.Errorf("pressing %s: %w", k, err)
	}
	return nil
}

// Type writes a text where the keyboard's focus is, as a person would, or the
// keyboard on a telephone's screen.
func (p *Page) Type(text string) error {
	if _, err := chromedp.Call(p.ctx, input.InsertText, input.InsertTextParams{Text: text}); err != nil {
		return fmt.Errorf("typing %q: %w", text, err)
	}
	return nil
}

// stops is how many presses of Tab are more than any page of ours needs.
const stops = 120

// TabTo presses Tab until the keyboard is on a node of that role with that
// name, as a reader would who can see none of it. The error lists the stops
// on the way.
func (p *Page) TabTo(role, name string) (Node, error) {
	return p.tabTo(Tab, role, "^"+regexp.QuoteMeta(name)+"$")
}

// TabBackTo is [Page.TabTo] with Shift+Tab.
func (p *Page) TabBackTo(role, name string) (Node, error) {
	return p.tabTo(ShiftTab, role, "^"+regexp.QuoteMeta(name)+"$")
}

// TabToLike is [Page.TabTo] for a name that matches a regular expression.
func (p *Page) TabToLike(role, pattern string) (Node, error) {
	return p.tabTo(Tab, role, pattern)
}

func (p *Page) tabTo(k Key, role, pattern string) (Node, error) {
	wanted, err := regexp.Compile(pattern)
	if err != nil {
		return Node{}, err
	}
	var passed []Node
	for range stops {
		if err := p.Press(k); err != nil {
			return Node{}, err
		}
		at, err := p.Focused()
		if err != nil {
			return Node{}, err
		}
		if at.Role == role && wanted.MatchString(at.Name) {
			return at, nil
		}
		passed = append(passed, at)
	}
	return Node{}, fmt.Errorf("%d presses of %s did not reach a %s named %s; they stopped at: %s",
		stops, k, role, pattern, names(passed))
}

// wheel is the protocol's turn of a wheel. Its own struct would leave out a
// sideways movement of nought, which the browser asks for.
type wheel struct {
	Type   string  `json:"type"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	DeltaX float64 `json:"deltaX"`
	DeltaY float64 `json:"deltaY"`
}

// Wheel turns the mouse's wheel by that many CSS pixels, downwards when
// positive, with the pointer at a point of the window.
func (p *Page) Wheel(x, y, by float64) error {
	turn := cdp.Command[wheel, cdp.Empty]{Method: input.CommandDispatchMouseEvent}
	if _, err := chromedp.Call(p.ctx, turn, wheel{Type: "mouseWheel", X: x, Y: y, DeltaY: by}); err != nil {
		return fmt.Errorf("turning the wheel: %w", err)
	}
	return nil
}
