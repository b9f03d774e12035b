//go:build js

package errands

import (
	"strings"
	"syscall/js"

	"iddtestdrive/wasm/message"
)

// Copy puts a text on the clipboard and says that it is there, or that the
// browser refused.
func (e *Errands) Copy(text string) {
	refused := func() { e.send(message.CopyRefused{Text: text}) }
	var writing js.Value
	asked := try(func() { writing = window.Get("navigator").Get("clipboard").Call("writeText", text) })
	if !asked {
		refused()
		return
	}
	when(writing, func(js.Value) { e.send(message.Copied{}) }, refused)
}

// Share copies the address of this page with a packed session in it.
func (e *Errands) Share(link message.ShareLink) {
	e.Copy(Link(window.Get("location").Get("href").String(), link))
}

// SharedMark is what stands before a packed session in an address.
const SharedMark = "#s="

// Link is the address of the simulator's page, as it is now, with a packed
// session in it. Of what the address asks, only what it starts from stays.
func Link(address string, link message.ShareLink) string {
	address, _, _ = strings.Cut(address, "#")
	page, question, _ := strings.Cut(address, "?")
	if link.Starts != "" {
		return page + "?" + link.Starts + SharedMark + link.Packed
	}
	for part := range strings.SplitSeq(question, "&") {
		if name, _, _ := strings.Cut(part, "="); name == "drive" || name == "scenario" {
			return page + "?" + part + SharedMark + link.Packed
		}
	}
	return page + SharedMark + link.Packed
}
