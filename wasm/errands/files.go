//go:build js

package errands

import (
	"strconv"
	"syscall/js"

	"iddtestdrive/wasm/app"
)

// Download gives the reader a file.
func (e *Errands) Download(d app.Download) {
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

// Picture gives the reader a PNG file of a frame: its pixels as opaque RGBA
// from the top left, row by row. The safety words stand below it, for they may
// have been scrolled away.
func (e *Errands) Picture(name string, pixels []byte, width, height int) {
	raw := window.Get("Uint8ClampedArray").New(len(pixels))
	js.CopyBytesToJS(raw, pixels)
	scale := window.Get("devicePixelRatio").Float()
	band := 40 * scale
	canvas := element("canvas", "", "")
	canvas.Set("width", width)
	canvas.Set("height", float64(height)+band)
	pen := canvas.Call("getContext", "2d")
	pen.Call("putImageData", window.Get("ImageData").New(raw, width, height), 0, 0)
	colour := window.Call("getComputedStyle", root)
	pen.Set("fillStyle", colour.Call("getPropertyValue", "--amber-soft"))
	pen.Call("fillRect", 0, height, width, band)
	pen.Set("fillStyle", colour.Call("getPropertyValue", "--ink"))
	pen.Set("font", "bold "+strconv.FormatFloat(16*scale, 'f', 1, 64)+"px system-ui, sans-serif")
	pen.Set("textAlign", "center")
	pen.Set("textBaseline", "middle")
	pen.Call("fillText", e.words.Say("bar.safety"), float64(width)/2, float64(height)+band/2, float64(width)*0.94)
	var got js.Func
	got = js.FuncOf(func(_ js.Value, args []js.Value) any {
		got.Release()
		if args[0].Truthy() { // else the frame is larger than the browser can make a file of
			give(name, args[0])
		}
		return nil
	})
	canvas.Call("toBlob", got, "image/png")
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
	opened := app.Opened{ID: id, Name: file.Get("name").String()}
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
