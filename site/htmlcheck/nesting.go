package htmlcheck

import (
	"slices"
	"strings"
)

// blocks are the elements that stand by themselves; running text cannot hold
// them, and a browser that meets one there ends the text.
var blocks = strings.Fields(`address article aside blockquote details dialog div dl fieldset figcaption figure
	footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre search section table ul`)

// running are the elements that hold running text alone.
var running = strings.Fields(`p h1 h2 h3 h4 h5 h6 span strong em b i u s small code cite q sub sup mark abbr dfn
	time kbd samp var label button summary pre dt legend caption`)

// pressed are the elements that a reader presses; one in another cannot be
// pressed alone.
var pressed = strings.Fields("a button summary label select textarea")

// under says what an element must stand in.
var under = map[string][]string{
	"li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "summary": {"details"},
	"figcaption": {"figure"}, "legend": {"fieldset"}, "caption": {"table"}, "source": {"picture", "audio", "video"},
	"option": {"select", "optgroup", "datalist"}, "thead": {"table"}, "tbody": {"table"}, "tfoot": {"table"},
	"tr": {"table", "thead", "tbody", "tfoot"}, "td": {"tr"}, "th": {"tr"},
	"title": {"head"},
}

// only says what alone may stand in an element.
var only = map[string][]string{
	"ul": {"li"}, "ol": {"li"}, "dl": {"div", "dt", "dd"}, "tr": {"td", "th"}, "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
}

// nesting checks where an element stands.
func (p *page) nesting(t tag) {
	parent := ""
	if len(p.open) > 0 {
		parent = p.open[len(p.open)-1].name
	}
	if allowed, ok := under[t.name]; ok && parent != "" && !slices.Contains(allowed, parent) {
		p.wrong(t.line, "<%s> in <%s>: it stands in %s", t.name, parent, strings.Join(allowed, ", "))
	}
	if allowed, ok := only[parent]; ok && !slices.Contains(append(allowed, "script", "template"), t.name) {
		p.wrong(t.line, "<%s> in <%s>, which holds only %s", t.name, parent, strings.Join(allowed, ", "))
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		outer := p.open[i].name
		if outer != "summary" && outer != "label" || t.name[0] != 'h' { // a heading may name what opens
			p.inside(t, outer)
		}
	}
	switch t.name {
	case "main":
		p.mains++
		if p.mains > 1 {
			p.wrong(t.line, "a second main")
		}
	case "th":
		for i := range p.open {
			p.open[i].headed = p.open[i].headed || p.open[i].name == "table"
		}
	}
}

// inside checks an element against one that is open around it.
func (p *page) inside(t tag, outer string) {
	if slices.Contains(blocks, t.name) && slices.Contains(running, outer) {
		p.wrong(t.line, "<%s> in <%s>, which holds running text alone", t.name, outer)
	}
	kind, _ := t.has("type")
	isPressed := slices.Contains(pressed, t.name) || (t.name == "input" && kind != "hidden") || t.name == "iframe"
	ofLabel := outer == "label" && t.name != "label" && t.name != "a" && t.name != "button"
	if isPressed && slices.Contains(pressed, outer) && !ofLabel {
		p.wrong(t.line, "<%s> in <%s>: one cannot be pressed without the other", t.name, outer)
	}
}
