//go:build js

package mirror_test

import (
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/mirror"
	"iddtestdrive/wasm/panel"
)

var document = js.Global().Get("document")

// sheet is a page in the browser that shows the nodes in a region of its own.
type sheet struct {
	t *testing.T
	*mirror.Page
}

func newSheet(t *testing.T, framed bool) *sheet {
	mount := document.Call("createElement", "div")
	document.Get("body").Call("append", mount)
	t.Cleanup(func() { mount.Call("remove") })
	return &sheet{t, mirror.NewPage(mount, framed)}
}

func (s *sheet) show(nodes ...panel.Node) {
	s.Show(&panel.Node{ID: "screen", Role: panel.Region, Name: "Screen", Children: nodes})
}

func (s *sheet) find(selector string) js.Value {
	s.t.Helper()
	e := document.Call("querySelector", selector)
	require.True(s.t, e.Truthy(), selector)
	return e
}

// has asserts properties and attributes (those with a hyphen, or href) of an
// element; "" is an attribute that is not there.
func (s *sheet) has(selector string, want map[string]any) {
	s.t.Helper()
	e := s.find(selector)
	for name, value := range want {
		is := e.Get(name)
		if got := e.Call("getAttribute", name); name == "href" || name == "role" || len(name) > 4 && name[4] == '-' {
			is = got
			if got.IsNull() {
				is = js.ValueOf("")
			}
		}
		assert.True(s.t, is.Equal(js.ValueOf(value)), "%s of %s is %v, not %v", name, selector, is, value)
	}
}

func TestEveryRoleIsAnElementOfTheBrowsersOwn(t *testing.T) {
	s := newSheet(t, true)
	s.show(
		panel.Node{ID: "toggle", Role: panel.Toggle, Name: "Labels", Checked: true},
		panel.Node{ID: "check", Role: panel.Check, Name: "Read it", Checked: true},
		panel.Node{ID: "slider", Role: panel.Slider, Name: "Dose", Value: "0.5 mg", Range: panel.Range{Least: 0.1, Most: 2, Step: 0.1, Now: 0.5}},
		panel.Node{ID: "field", Role: panel.Field, Name: "Note", Value: "fine", Description: "What you felt"},
		panel.Node{ID: "file", Role: panel.File, Name: "Open"},
		panel.Node{ID: "link", Role: panel.Link, Name: "More", Address: "refill.html"},
		panel.Node{ID: "list", Role: panel.List, Name: "Today", Children: []panel.Node{{ID: "item", Role: panel.Item, Value: "08:00 given"}}},
	)
	s.has("button#toggle", map[string]any{"type": "button", "aria-pressed": "true", "textContent": "Labels"})
	s.has("label#check > input", map[string]any{"type": "checkbox", "checked": true})
	s.has("label#slider > input", map[string]any{"type": "range", "min": "0.1", "max": "2", "step": "0.1", "value": "0.5", "aria-valuetext": "0.5 mg"})
	s.has("label#field > input", map[string]any{"type": "text", "value": "fine", "aria-describedby": "field-note"})
	s.has("[id=field-note]", map[string]any{"textContent": "What you felt", "aria-hidden": "true"})
	s.has("label#file > input", map[string]any{"type": "file", "aria-describedby": ""})
	s.has("a#link", map[string]any{"href": "refill.html", "target": "_top"})
	s.has("ul#list", map[string]any{"role": "list", "aria-label": "Today"})
	s.has("ul#list > li#item", map[string]any{"textContent": "08:00 given"})
}

func TestAStateThatChangesReachesTheElement(t *testing.T) {
	s := newSheet(t, false)
	at := func(pressed, disabled bool, now float64) {
		s.show(
			panel.Node{ID: "toggle", Role: panel.Toggle, Name: "Labels", Checked: pressed, Disabled: disabled},
			panel.Node{ID: "check", Role: panel.Check, Name: "Read it", Checked: pressed, Disabled: disabled},
			panel.Node{ID: "slider", Role: panel.Slider, Name: "Dose", Range: panel.Range{Most: 10, Step: 1, Now: now}, Disabled: disabled},
			panel.Node{ID: "link", Role: panel.Link, Name: "More", Address: "refill.html", Disabled: disabled},
		)
	}
	at(false, false, 3)
	s.has("#toggle", map[string]any{"aria-pressed": "false", "aria-disabled": ""})
	s.has("#check input", map[string]any{"checked": false, "disabled": false})
	s.has("a#link", map[string]any{"href": "refill.html", "target": ""})
	at(true, true, 7)
	s.has("#toggle", map[string]any{"aria-pressed": "true", "aria-disabled": "true"})
	s.has("#check input", map[string]any{"checked": true, "disabled": true})
	s.has("#slider input", map[string]any{"value": "7", "disabled": true})
	s.has("a#link", map[string]any{"href": "", "aria-disabled": "true"})
}

func TestRadiosOfTwoGroupsLeaveOneAnotherAlone(t *testing.T) {
	s := newSheet(t, false)
	group := func(id string) panel.Node {
		return panel.Node{ID: id, Role: panel.Radios, Name: id, Children: []panel.Node{
			{ID: id + ".one", Role: panel.Radio, Name: "One", Checked: true}, {ID: id + ".two", Role: panel.Radio, Name: "Two"}}}
	}
	s.show(group("speed"), group("view"))
	s.has("[id='speed.one'] input", map[string]any{"checked": true})
	s.has("[id='view.one'] input", map[string]any{"checked": true})
}

// What a person sets and the app does not take does not stay.
func TestAnElementSettlesOnWhatTheAppSays(t *testing.T) {
	s := newSheet(t, false)
	s.show(
		panel.Node{ID: "check", Role: panel.Check, Name: "Read it"},
		panel.Node{ID: "slider", Role: panel.Slider, Name: "Dose", Range: panel.Range{Most: 10, Step: 1, Now: 3}},
	)
	s.find("#check input").Set("checked", true)
	s.find("#slider input").Set("value", "9")
	s.Settle("check")
	s.Settle("slider")
	s.Settle("nothing of the sort")
	s.has("#check input", map[string]any{"checked": false})
	s.has("#slider input", map[string]any{"value": "3"})
}

func TestWhatIsBeingWrittenIsLeftAloneUntilTheAppSaysSomethingNew(t *testing.T) {
	s := newSheet(t, false)
	field := func(value string, y float64) {
		s.show(panel.Node{ID: "field", Role: panel.Field, Name: "Note", Value: value, Bounds: panel.Rect{Y: y}})
	}
	field("a", 0)
	entry := s.find("#field input")
	entry.Call("focus")
	entry.Set("value", "ab")
	field("a", 1) // something else about it changed
	s.has("#field input", map[string]any{"value": "ab"})
	field("ab", 1) // the app heard it
	s.has("#field input", map[string]any{"value": "ab"})
	field("AB", 1) // the app says something new
	s.has("#field input", map[string]any{"value": "AB"})
	entry.Set("value", "ABC")
	s.Settle("field")
	s.has("#field input", map[string]any{"value": "ABC"})
	entry.Call("blur")
	s.Settle("field")
	s.has("#field input", map[string]any{"value": "AB"})
}

func TestTheKeyboardIsNeverLost(t *testing.T) {
	s := newSheet(t, false)
	guide := func(nodes ...panel.Node) {
		s.show(panel.Node{ID: "guide", Role: panel.Region, Name: "Guide", Children: nodes})
	}
	on := func() string { return mirror.ID(document.Get("activeElement")) }
	next := panel.Node{ID: "next", Role: panel.Button, Name: "Continue"}
	answer := panel.Node{ID: "answer", Role: panel.Check, Name: "Yes"}

	guide(next, answer)
	s.find("#next").Call("focus")
	guide(answer, next)
	assert.Equal(t, "next", on(), "it only moved")
	s.find("#answer input").Call("focus")
	answer.Disabled = true
	guide(answer, next)
	assert.Equal(t, "guide", on(), "it cannot be operated any more")
	s.find("#next").Call("focus")
	next.Disabled = true
	guide(next)
	assert.Equal(t, "next", on(), "a button keeps it")
	guide()
	assert.Equal(t, "guide", on())
	s.show()
	assert.Equal(t, "screen", on())
	s.find("#screen").Call("blur")
	guide(answer)
	assert.Equal(t, "", on(), "nobody had it")
}

func TestThePlainViewIsToldOfTheLooks(t *testing.T) {
	s := newSheet(t, false)
	s.show(panel.Node{ID: "ask", Role: panel.Button, Name: "Ask", Bounds: panel.Rect{X: 1, Y: 2, W: 90, H: 44},
		Look: panel.Look{Fill: "coral", Letters: panel.Letters{Size: 22, Bold: true}}})
	s.has("#ask", map[string]any{"data-ground": "coral", "data-bold": "yes"})
	style := s.find("#ask").Get("style")
	assert.Equal(t, "22.00px", style.Call("getPropertyValue", "--type").String())
	assert.Equal(t, "90px", style.Get("width").String())
}

func TestThousandsOfScreensLeaveNoElementBehind(t *testing.T) {
	s := newSheet(t, false)
	for i := range 2000 {
		picture := panel.Node{ID: "picture", Role: panel.Picture, Name: "Body", Description: "A body"}
		if i%3 == 0 {
			picture.Role = panel.Region
		}
		picture.Children = []panel.Node{{ID: "tip", Role: panel.Button, Name: "Tip"}}
		s.show(picture)
	}
	s.show()
	assert.Equal(t, 0, s.find("#screen").Get("childElementCount").Int())
}
