//go:build js

package mirror

import (
	"math"
	"strconv"
	"syscall/js"

	"iddtestdrive/wasm/panel"
)

// Page is the part of the document that mirrors a panel.
type Page struct {
	document js.Value
	mount    js.Value
	elements map[string]js.Value
	shown    *panel.Node
}

// NewPage mirrors into the mount element, which is empty.
func NewPage(mount js.Value) *Page {
	return &Page{document: js.Global().Get("document"), mount: mount, elements: map[string]js.Value{}}
}

// Show brings the page to the panel.
func (p *Page) Show(tree *panel.Node) {
	for _, patch := range Diff(p.shown, tree) {
		p.apply(patch)
	}
	p.shown = tree
}

func (p *Page) apply(patch Patch) {
	switch patch.Kind {
	case Insert:
		e := p.create(patch.Node)
		p.elements[patch.ID] = e
		p.update(e, patch.Node)
		p.place(e, patch)
	case Move:
		p.place(p.elements[patch.ID], patch)
	case Remove:
		p.elements[patch.ID].Call("remove")
		p.shown.Find(patch.ID).Walk(func(n *panel.Node) { delete(p.elements, n.ID) })
	case Update:
		p.update(p.elements[patch.ID], patch.Node)
	}
}

func (p *Page) place(e js.Value, patch Patch) {
	parent := p.mount
	if patch.Parent != "" {
		parent = p.elements[patch.Parent]
	}
	before := js.Null()
	if patch.Before != "" {
		before = p.elements[patch.Before]
	}
	parent.Call("insertBefore", e, before)
}

// create makes the element of a node's role, without what may change later.
func (p *Page) create(n *panel.Node) js.Value {
	e := p.document.Call("createElement", tag(n.Role))
	e.Set("id", n.ID)
	e.Set("className", "node "+string(n.Role))
	switch n.Role {
	case panel.Radios:
		e.Call("setAttribute", "role", "radiogroup")
	case panel.Picture:
		e.Call("setAttribute", "role", "img")
	case panel.Progress:
		e.Call("setAttribute", "role", "progressbar")
		e.Call("setAttribute", "aria-valuemin", "0")
		e.Call("setAttribute", "aria-valuemax", "100")
		e.Call("append", p.child("span", "value"), p.child("span", "part"))
	case panel.Polite:
		e.Call("setAttribute", "role", "status")
		e.Call("setAttribute", "aria-live", "polite")
	case panel.Urgent:
		e.Call("setAttribute", "role", "alert")
	case panel.Button:
		e.Set("type", "button")
	case panel.Radio:
		e.Call("append", p.radio(n.ID), p.child("span", "label"))
	}
	return e
}

func (p *Page) radio(id string) js.Value {
	input := p.child("input", "choice")
	input.Set("type", "radio")
	input.Set("name", "radio")
	input.Get("dataset").Set("id", id)
	return input
}

func (p *Page) child(name, class string) js.Value {
	e := p.document.Call("createElement", name)
	e.Set("className", class)
	return e
}

func tag(r panel.Role) string {
	switch r {
	case panel.Region:
		return "section"
	case panel.Heading:
		return "h2"
	case panel.Text:
		return "p"
	case panel.Button:
		return "button"
	case panel.Radio:
		return "label"
	}
	return "div"
}

// update sets all that may change of an element.
func (*Page) update(e js.Value, n *panel.Node) {
	if !holds(n.Role) {
		place(e.Get("style"), n)
	}
	switch n.Role {
	case panel.Heading, panel.Button:
		set(e, "textContent", n.Name)
	case panel.Text:
		set(e, "textContent", n.Value)
	case panel.Region, panel.Radios, panel.Group:
		label(e, n.Name)
	case panel.Picture:
		label(e, n.Name+". "+n.Description)
	case panel.Progress:
		label(e, n.Name)
		percent := strconv.Itoa(int(math.Round(n.Part * 100)))
		e.Call("setAttribute", "aria-valuenow", percent)
		e.Call("setAttribute", "aria-valuetext", n.Value)
		set(e.Get("firstChild"), "textContent", n.Value)
		e.Get("lastChild").Get("style").Set("width", percent+"%")
	case panel.Radio:
		set(e.Get("firstChild"), "checked", n.Checked)
		set(e.Get("lastChild"), "textContent", n.Name)
	}
	if n.Role == panel.Button {
		set(e, "disabled", n.Disabled)
	}
}

func set(e js.Value, property string, value any) {
	if !e.Get(property).Equal(js.ValueOf(value)) {
		e.Set(property, value)
	}
}

func label(e js.Value, name string) {
	if name != "" {
		e.Call("setAttribute", "aria-label", name)
	}
}

// place lays an element where the canvas draws its node. Elements that hold
// others stay in the flow of the page and have no place of their own, so every
// place counts from the mount.
func place(style js.Value, n *panel.Node) {
	for property, v := range map[string]float64{
		"left": n.Bounds.X, "top": n.Bounds.Y, "width": n.Bounds.W, "height": n.Bounds.H,
	} {
		style.Set(property, strconv.FormatFloat(v, 'f', 2, 64)+"px")
	}
}

// holds tells whether elements of a role hold others.
func holds(r panel.Role) bool {
	switch r {
	case panel.Region, panel.Group, panel.Radios, panel.Polite, panel.Urgent:
		return true
	}
	return false
}
