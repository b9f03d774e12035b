//go:build js

package errands

import (
	"syscall/js"

	"iddtestdrive/wasm/message"
)

// Download gives the reader a file.
func (e *Errands) Download(d message.Download) {
	data := window.Get("Uint8Array").New(len(d.Data))
	js.CopyBytesToJS(data, d.Data)
	give(d.Name, window.Get("Blob").New([]any{data}, map[string]any{"type": d.Type}))
}

// keep is how long the browser may take to fetch a file it was given, in ms.
const keep = 60_000

// give has the browser put a blob among the reader's files.
func give(name string, blob js.Value) {
	address := window.Get("URL").Call("createObjectURL", blob)
	link := element("a", "", "")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	var forget js.Func
	forget = js.FuncOf(func(js.Value, []js.Value) any {
		window.Get("URL").Call("revokeObjectURL", address)
		forget.Release()
		return nil
	})
	window.Call("setTimeout", forget, keep)
}

// Picture is a PNG file for the reader in the making: it takes the pixels band
// by band, as opaque RGBA row by row.
type Picture struct {
	name        string
	canvas, pen js.Value
}

// Picture begins a PNG file of that name.
func (e *Errands) Picture(name string) *Picture { return &Picture{name: name} }

// Begin gives the size of the picture in pixels.
func (p *Picture) Begin(width, height int) {
	p.canvas = element("canvas", "", "")
	p.canvas.Set("width", width)
	p.canvas.Set("height", height)
	p.pen = p.canvas.Call("getContext", "2d")
}

// Band takes rows of pixels, the first of them so many from the top.
func (p *Picture) Band(pixels []byte, top, width, height int) {
	raw := window.Get("Uint8ClampedArray").New(len(pixels))
	js.CopyBytesToJS(raw, pixels)
	p.pen.Call("putImageData", window.Get("ImageData").New(raw, width, height), 0, top)
}

// End gives the reader the file, unless it is larger than the browser can make
// one of.
func (p *Picture) End() {
	var got js.Func
	got = js.FuncOf(func(_ js.Value, args []js.Value) any {
		got.Release()
		if args[0].Truthy() {
			give(p.name, args[0])
		}
		return nil
	})
	p.canvas.Call("toBlob", got, "image/png")
}

// MostFile is how many bytes of a reader's file are read.
const MostFile = 1 << 20

// Open brings the app the file that the reader chose in an input of type file,
// as the message of the node with the ID. Nothing was chosen: nothing comes.
func (e *Errands) Open(id string, input js.Value) {
	file := input.Get("files").Index(0)
	if !file.Truthy() {
		return
	}
	opened := message.Opened{ID: id, Name: file.Get("name").String()}
	if file.Get("size").Float() > MostFile {
		opened.TooLarge = true
		e.send(opened)
	} else {
		when(file.Call("arrayBuffer"), func(buffer js.Value) {
			bytes := window.Get("Uint8Array").New(buffer)
			opened.Data = make([]byte, bytes.Length())
			js.CopyBytesToGo(opened.Data, bytes)
			e.send(opened)
		}, func() { e.send(opened) }) // gone, or not to be read: a file without contents
	}
	input.Set("value", "") // so that the same file can be chosen again
}
