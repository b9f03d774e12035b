//go:build js

package mirror

import (
	"math"
	"strconv"
	"syscall/js"

	"iddtestdrive/wasm/panel"
)

// update sets all that may change of a node's elements. Was is what they show
// so far, nil for new ones.
func (e *parts) update(was, n *panel.Node, ground panel.Token) {
	e.look(n, ground)
	switch n.Role {
	case panel.Heading:
		set(e.name, "textContent", n.Name)
	case panel.Text, panel.Item:
		set(e.name, "textContent", n.Value)
	case panel.Region, panel.Radios, panel.Group, panel.List:
		attribute(e.outer, "aria-label", n.Name)
	case panel.Picture:
		attribute(e.outer, "aria-label", n.Name+". "+n.Description)
		set(e.name, "textContent", n.Name+". "+n.Description)
	case panel.Progress:
		e.progress(n)
	}
	if !n.Role.Operable() {
		return
	}
	set(e.name, "textContent", n.Name)
	set(e.note, "textContent", n.Description)
	described := ""
	if n.Description != "" {
		described = n.ID + "-note"
	}
	attribute(e.inner, "aria-describedby", described)
	if n.Role == panel.Field {
		e.write(was, n)
	}
	e.state(n)
}

func (e *parts) progress(n *panel.Node) {
	percent := strconv.Itoa(int(math.Round(n.Part * 100)))
	attribute(e.outer, "aria-label", n.Name)
	attribute(e.outer, "aria-valuenow", percent)
	attribute(e.outer, "aria-valuetext", n.Value)
	set(e.value, "textContent", n.Value)
	e.note.Get("style").Set("width", percent+"%")
}

// state sets what a person changes too: whether and how a thing is operated.
// What only presses keeps the keyboard while it cannot be pressed.
func (e *parts) state(n *panel.Node) {
	switch n.Role {
	case panel.Radio, panel.Check:
		set(e.inner, "checked", n.Checked)
	case panel.Toggle:
		attribute(e.inner, "aria-pressed", strconv.FormatBool(n.Checked))
	case panel.Slider:
		e.slide(n)
	case panel.Field:
		if !e.writing() {
			set(e.inner, "value", n.Value)
		}
	}
	disabled := ""
	switch n.Role {
	case panel.Button, panel.Toggle, panel.Link:
		address := n.Address
		if n.Disabled {
			disabled, address = "true", ""
		}
		attribute(e.inner, "aria-disabled", disabled)
		attribute(e.inner, "href", address)
	case panel.Radio, panel.Check, panel.Slider, panel.Field, panel.File:
		set(e.inner, "disabled", n.Disabled)
	}
}

func (e *parts) slide(n *panel.Node) {
	for _, bound := range []struct {
		name string
		v    float64
	}{{"min", n.Range.Least}, {"max", n.Range.Most}, {"step", n.Range.Step}} {
		set(e.inner, bound.name, number(bound.v))
	}
	set(e.inner, "value", number(n.Range.Now))
	set(e.value, "textContent", n.Value)
	attribute(e.inner, "aria-valuetext", n.Value)
	part := 0.0
	if n.Range.Most > n.Range.Least {
		part = (n.Range.Now - n.Range.Least) / (n.Range.Most - n.Range.Least)
	}
	e.inner.Get("style").Call("setProperty", "--part", number(part))
}

// write lets the app change what a person is writing, but only where the app
// says something new; that it says the same as before is no reason.
func (e *parts) write(was, n *panel.Node) {
	if was != nil && was.Value != n.Value && e.writing() {
		set(e.inner, "value", n.Value)
	}
}

// writing tells whether a person is in the middle of this field.
func (e *parts) writing() bool {
	return js.Global().Get("document").Get("activeElement").Equal(e.inner)
}

// look lays the element where the canvas draws its node, and says what the
// plain view shows of the node's look. Elements that hold others stay in the
// flow of the page and have no place of their own, so every place counts from
// the mount.
func (e *parts) look(n *panel.Node, ground panel.Token) {
	style := e.outer.Get("style")
	if !holds(n.Role) {
		for property, v := range map[string]float64{
			"left": n.Bounds.X, "top": n.Bounds.Y, "width": n.Bounds.W, "height": n.Bounds.H,
		} {
			style.Set(property, pixels(v))
		}
	}
	if n.Role == panel.Slider {
		style.Call("setProperty", "--knob", pixels(n.Bounds.H))
	}
	set := letters(n)
	if set.Size > 0 {
		style.Call("setProperty", "--type", pixels(set.Size))
	}
	attribute(e.outer, "data-ground", string(ground))
	bold := ""
	if set.Bold {
		bold = "yes"
	}
	attribute(e.outer, "data-bold", bold)
}

func pixels(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) + "px" }

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// set sets a property where it differs.
func set(e js.Value, property string, value any) {
	if !e.Get(property).Equal(js.ValueOf(value)) {
		e.Set(property, value)
	}
}

// attribute sets an attribute, and takes an empty one off.
func attribute(e js.Value, name, value string) {
	if value == "" {
		e.Call("removeAttribute", name)
		return
	}
	e.Call("setAttribute", name, value)
}
