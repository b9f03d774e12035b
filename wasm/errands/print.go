//go:build js

package errands

import (
	"syscall/js"

	"iddtestdrive/wasm/message"
)

// Print has the browser print a report: a document of its own, which the
// screen never shows and which is gone once it is printed.
func (e *Errands) Print(r message.Report) {
	unprint()
	paper := element("article", "report", "")
	paper.Set("id", "report")
	paper.Call("append", element("p", "report-safety", e.words.Say("bar.safety")), element("h1", "", r.Title))
	for _, part := range r.Parts {
		paper.Call("append", reportPart(part))
	}
	paper.Call("append", element("p", "report-end", document.Get("title").String()+" · "+e.words.Say("bar.safety")))
	document.Get("body").Call("append", paper)
	root.Get("dataset").Set("printing", "report")
	// A browser without a printer, or a frame that may not print, does nothing.
	_ = try(func() { window.Call("print") })
}

// unprint takes the latest report away.
func unprint() {
	if paper := document.Call("getElementById", "report"); paper.Truthy() {
		paper.Call("remove")
	}
	root.Call("removeAttribute", "data-printing")
}

func reportPart(p message.ReportPart) js.Value {
	out := element("section", "", "")
	if p.Heading != "" {
		out.Call("append", element("h2", "", p.Heading))
	}
	for _, words := range p.Words {
		out.Call("append", element("p", "", words))
	}
	if len(p.Ticks) > 0 {
		out.Call("append", list("report-ticks", p.Ticks))
	}
	if len(p.Lines) > 0 {
		out.Call("append", list("", p.Lines))
	}
	if len(p.Rows) > 0 {
		out.Call("append", table(p.Head, p.Rows))
	}
	return out
}

func list(class string, lines []string) js.Value {
	out := element("ul", class, "")
	for _, line := range lines {
		out.Call("append", element("li", "", line))
	}
	return out
}

func table(head []string, rows [][]string) js.Value {
	row := func(tag string, cells []string) js.Value {
		out := element("tr", "", "")
		for _, text := range cells {
			out.Call("append", element(tag, "", text))
		}
		return out
	}
	out, body := element("table", "", ""), element("tbody", "", "")
	if len(head) > 0 {
		top := element("thead", "", "")
		top.Call("append", row("th", head))
		out.Call("append", top)
	}
	for _, cells := range rows {
		body.Call("append", row("td", cells))
	}
	out.Call("append", body)
	return out
}
