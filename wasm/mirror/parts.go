//go:build js

package mirror

import (
	"syscall/js"

	"iddtestdrive/wasm/panel"
)

// parts are the elements that one node becomes.
type parts struct {
	role  panel.Role
	outer js.Value // stands for the node on the page
	inner js.Value // what a person acts on; the same where nothing is around it
	name  js.Value // shows the name, or all the words
	value js.Value // shows the value in words beside it
	note  js.Value // shows the description
}

// tagOf is the element of a role.
func tagOf(r panel.Role) string {
	switch r {
	case panel.Region:
		return "section"
	case panel.Heading:
		return "h2"
	case panel.Text:
		return "p"
	case panel.List:
		return "ul"
	case panel.Item:
		return "li"
	case panel.Button, panel.Toggle:
		return "button"
	case panel.Link:
		return "a"
	case panel.Radio, panel.Check, panel.Slider, panel.Field, panel.File:
		return "label"
	}
	return "div"
}

// inputOf is the type of the input that stands in a label of a role.
func inputOf(r panel.Role) string {
	switch r {
	case panel.Radio:
		return "radio"
	case panel.Check:
		return "checkbox"
	case panel.Slider:
		return "range"
	case panel.Field:
		return "text"
	case panel.File:
		return "file"
	}
	return ""
}

// heardAs is the ARIA role of what no element is by itself. A list without
// bullets is none to some browsers unless it is called one.
func heardAs(r panel.Role) string {
	switch r {
	case panel.Group:
		return "group"
	case panel.Radios:
		return "radiogroup"
	case panel.List:
		return "list"
	case panel.Picture:
		return "img"
	case panel.Progress:
		return "progressbar"
	case panel.Polite:
		return "status"
	case panel.Urgent:
		return "alert"
	}
	return ""
}

// mostText is how many characters a Field takes.
const mostText = 200

// create makes the elements of a node, without what may change later.
func (p *Page) create(patch Patch) *parts {
	n := patch.Node
	outer := p.make(tagOf(n.Role), "node "+string(n.Role))
	outer.Set("id", n.ID)
	if role := heardAs(n.Role); role != "" {
		outer.Call("setAttribute", "role", role)
	}
	e := &parts{role: n.Role, outer: outer, inner: outer, name: outer}
	switch n.Role {
	case panel.Picture:
		e.name = p.unheard(outer, "words")
	case panel.Progress:
		outer.Call("setAttribute", "aria-valuemin", "0")
		outer.Call("setAttribute", "aria-valuemax", "100")
		e.value, e.note = p.unheard(outer, "value"), p.unheard(outer, "part")
	case panel.Polite:
		outer.Call("setAttribute", "aria-live", "polite")
	case panel.Link:
		if p.framed {
			outer.Set("target", "_top")
		}
	case panel.Button, panel.Toggle:
		outer.Set("type", "button")
	}
	if n.Role.Operable() {
		p.furnish(e, n.ID, patch.Parent)
	}
	return e
}

// furnish gives what is operated its name, its description and its input. Only
// the name is read from its contents; the rest is said in other ways.
func (p *Page) furnish(e *parts, id, parent string) {
	kind := inputOf(e.role)
	choice := e.role == panel.Radio || e.role == panel.Check
	if choice {
		e.inner = p.input(kind, "choice", id)
		e.outer.Call("append", e.inner)
	}
	e.name = p.make("span", "label")
	e.outer.Call("append", e.name)
	if e.role == panel.Slider {
		e.value = p.unheard(e.outer, "value")
	}
	if kind != "" && !choice {
		e.inner = p.input(kind, "entry", id)
		e.outer.Call("append", e.inner)
	}
	e.note = p.unheard(e.outer, "note")
	e.note.Set("id", id+"-note")
	switch e.role {
	case panel.Radio:
		e.inner.Set("name", parent)
	case panel.Field:
		e.inner.Set("maxLength", mostText)
		e.inner.Set("autocomplete", "off")
	}
}

func (p *Page) input(kind, class, id string) js.Value {
	e := p.make("input", class)
	e.Set("type", kind)
	e.Get("dataset").Set("id", id)
	return e
}

func (p *Page) make(tag, class string) js.Value {
	e := p.document.Call("createElement", tag)
	e.Set("className", class)
	return e
}

// unheard appends an element for the eye alone.
func (p *Page) unheard(to js.Value, class string) js.Value {
	e := p.make("span", class)
	e.Call("setAttribute", "aria-hidden", "true")
	to.Call("append", e)
	return e
}
