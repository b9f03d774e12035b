//go:build js

package errands_test

import (
	"math"
	"strings"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/wasm/errands"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
)

var (
	window   = js.Global()
	document = window.Get("document")
)

// evaluate is the value of a JavaScript expression, awaited where it is a
// promise.
func evaluate(t *testing.T, expression string) js.Value {
	t.Helper()
	return await(t, window.Call("eval", expression))
}

func await(t *testing.T, v js.Value) js.Value {
	t.Helper()
	type end struct {
		v  js.Value
		ok bool
	}
	ended := make(chan end, 1)
	finish := func(ok bool) js.Func {
		f := js.FuncOf(func(_ js.Value, args []js.Value) any {
			ended <- end{args[0], ok}
			return nil
		})
		t.Cleanup(f.Release)
		return f
	}
	window.Get("Promise").Call("resolve", v).Call("then", finish(true), finish(false))
	e := <-ended
	require.True(t, e.ok, "%v", e.v)
	return e.v
}

// instead puts something in the place of a property of the browser's for one
// test.
func instead(t *testing.T, of js.Value, name string, value any) {
	define := func(v any) {
		window.Get("Object").Call("defineProperty", of, name, map[string]any{"value": v, "configurable": true, "writable": true})
	}
	was := of.Get(name)
	define(value)
	t.Cleanup(func() { define(was) })
}

func function(t *testing.T, f func(args []js.Value) any) js.Func {
	made := js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) })
	t.Cleanup(made.Release)
	return made
}

// newErrands are errands with the messages that come of them.
func newErrands() (*errands.Errands, chan message.Message) {
	heard := make(chan message.Message, 10)
	words := form.Words{"bar.safety": "Training simulation. Not for dosing a real patient."}
	return errands.New(words, func(m message.Message) { heard <- m }), heard
}

// given catches the files that the browser is given.
func given(t *testing.T) chan js.Value {
	files := make(chan js.Value, 10)
	anchor := window.Get("HTMLAnchorElement").Get("prototype")
	instead(t, anchor, "click", js.FuncOf(func(this js.Value, _ []js.Value) any {
		files <- this
		return nil
	}))
	return files
}

func TestADownloadIsTheSameBytes(t *testing.T) {
	e, _ := newErrands()
	files := given(t)
	data := []byte("log\n\x00\xff§")
	e.Download(message.Download{Name: "log.csv", Type: "text/csv", Data: data})
	link := <-files
	assert.Equal(t, "log.csv", link.Get("download").String())
	answer := await(t, window.Call("fetch", link.Get("href")))
	assert.Equal(t, "text/csv", answer.Get("headers").Call("get", "Content-Type").String())
	got := window.Get("Uint8Array").New(await(t, answer.Call("arrayBuffer")))
	back := make([]byte, got.Length())
	js.CopyBytesToGo(back, got)
	assert.Equal(t, data, back)
}

func TestAPictureIsPutTogetherFromItsBands(t *testing.T) {
	e, _ := newErrands()
	files := given(t)
	band := func(red byte, rows int) []byte {
		pixels := make([]byte, 60*rows*4)
		for i := range 60 * rows {
			copy(pixels[4*i:], []byte{red, 100, 50, 255})
		}
		return pixels
	}
	picture := e.Picture("picture.png")
	picture.Begin(60, 50)
	picture.Band(band(200, 40), 0, 60, 40)
	picture.Band(band(10, 10), 40, 60, 10)
	picture.End()
	link := <-files
	assert.Equal(t, "picture.png", link.Get("download").String())
	window.Set("kept", link.Get("href"))
	drawn := evaluate(t, `(async () => {
		const picture = await createImageBitmap(await (await fetch(kept)).blob());
		const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
		pen.drawImage(picture, 0, 0);
		const at = (x, y) => [...pen.getImageData(x, y, 1, 1).data].join();
		return [picture.width, picture.height, at(0, 0), at(59, 39), at(0, 40), at(59, 49)].join(' ');
	})()`).String()
	assert.Equal(t, "60 50 200,100,50,255 200,100,50,255 10,100,50,255 10,100,50,255", drawn)
}

func TestAFileThatIsOpenedComesWholeOrNotAtAll(t *testing.T) {
	e, heard := newErrands()
	choose := func(expression string) js.Value {
		return evaluate(t, `(() => {
			const input = document.createElement('input');
			input.type = 'file';
			const chosen = new DataTransfer();
			for (const file of [`+expression+`]) chosen.items.add(file);
			input.files = chosen.files;
			return input;
		})()`)
	}
	input := choose(`new File(['a: 1'], 'session.yaml')`)
	e.Open("open", input)
	assert.Equal(t, message.Opened{ID: "open", Name: "session.yaml", Data: []byte("a: 1")}, <-heard)
	assert.Equal(t, "", input.Get("value").String(), "it can be chosen again")

	e.Open("open", choose(`new File([new Uint8Array(1 << 20)], 'full')`))
	assert.Len(t, (<-heard).(message.Opened).Data, 1<<20)
	e.Open("open", choose(`new File([new Uint8Array((1 << 20) + 1)], 'over')`))
	assert.Equal(t, message.Opened{ID: "open", Name: "over", TooLarge: true}, <-heard)

	gone := choose(`new File(['a'], 'gone')`)
	instead(t, window.Get("Blob").Get("prototype"), "arrayBuffer",
		function(t, func([]js.Value) any { return window.Get("Promise").Call("reject", "gone") }))
	e.Open("open", gone)
	assert.Equal(t, message.Opened{ID: "open", Name: "gone"}, <-heard)
	e.Open("open", choose(``))
	assert.Empty(t, heard)
}

func TestWhatCannotBeCopiedIsHandedBack(t *testing.T) {
	e, heard := newErrands()
	navigator := window.Get("navigator")
	answer := func(how string) any {
		return map[string]any{"writeText": function(t, func(args []js.Value) any {
			return window.Get("Promise").Call(how, args[0])
		})}
	}
	instead(t, navigator, "clipboard", answer("resolve"))
	e.Copy("words")
	assert.Equal(t, message.Copied{}, <-heard)
	instead(t, navigator, "clipboard", answer("reject"))
	e.Copy("words")
	assert.Equal(t, message.CopyRefused{Text: "words"}, <-heard)
	instead(t, navigator, "clipboard", nil)
	e.Copy("words")
	assert.Equal(t, message.CopyRefused{Text: "words"}, <-heard)
	e.Share(message.ShareLink{Packed: "abc"})
	link := (<-heard).(message.CopyRefused).Text
	assert.True(t, strings.HasPrefix(link, window.Get("location").Get("origin").String()))
	assert.True(t, strings.HasSuffix(link, "run.html#s=abc"))
}

func TestALinkKeepsWhatThePageStartsFromAndNothingElse(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.example/b/sim.html":                               "https://a.example/b/sim.html#s=P",
		"https://a.example/sim.html?scenario=flex#x":                 "https://a.example/sim.html?scenario=flex#s=P",
		"https://a.example/sim.html?utm=1&drive=night&plain=1#s=old": "https://a.example/sim.html?drive=night#s=P",
		"https://a.example/sim.html?plain=1":                         "https://a.example/sim.html#s=P",
		"file:///home/sim.html?drive=a?b":                            "file:///home/sim.html?drive=a?b#s=P",
	} {
		assert.Equal(t, want, errands.Link(address, message.ShareLink{Packed: "P"}))
	}
	assert.Equal(t, "https://a.example/sim.html?case=refill#s=P",
		errands.Link("https://a.example/sim.html?exam=3&seed=2#s=old", message.ShareLink{Packed: "P", Starts: "case=refill"}))
}

func TestAReportIsPrintedAsWordsAndThenGone(t *testing.T) {
	e, _ := newErrands()
	printed := ""
	instead(t, window, "print", function(t, func([]js.Value) any {
		printed = document.Call("getElementById", "report").Get("outerHTML").String()
		assert.Equal(t, "report", document.Get("documentElement").Get("dataset").Get("printing").String())
		return nil
	}))
	e.Print(message.Report{Title: "An <b>alarm</b>", Parts: []message.ReportPart{{
		Heading: "Learnt", Words: []string{"<img src=x onerror=alert(1)>"}, Ticks: []string{"Ask"}, Lines: []string{"08:00"},
		Head: []string{"When", "What"}, Rows: [][]string{{"08:00", "given"}},
	}, {}}})
	for _, part := range []string{
		"<h1>An &lt;b&gt;alarm&lt;/b&gt;</h1>", "<h2>Learnt</h2>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
		`<ul class="report-ticks"><li>Ask</li></ul>`, "<ul><li>08:00</li></ul>", "<section></section>",
		"<thead><tr><th>When</th><th>What</th></tr></thead><tbody><tr><td>08:00</td><td>given</td></tr></tbody>",
		`<p class="report-safety">Training simulation. Not for dosing a real patient.</p>`,
	} {
		assert.Contains(t, printed, part)
	}
	window.Call("dispatchEvent", window.Get("Event").New("afterprint"))
	assert.True(t, document.Call("getElementById", "report").IsNull())

	instead(t, window, "print", js.Null())
	e.Print(message.Report{Title: "A browser that cannot print"})
	assert.True(t, document.Get("documentElement").Get("dataset").Get("printing").Truthy())
	e.Print(message.Report{Title: "Another"})
	assert.Equal(t, 1, document.Call("querySelectorAll", ".report").Length())
	window.Call("dispatchEvent", window.Get("Event").New("afterprint"))
}

// A sound is rendered and looked at: how loud it is where, and its steepest
// step from one sample to the next.
func TestTonesSoundWhenTheyShallAndSoftly(t *testing.T) {
	e, _ := newErrands()
	audio := window.Get("OfflineAudioContext").New(1, 44100, 44100)
	instead(t, window, "AudioContext", function(t, func([]js.Value) any { return audio }))
	e.Play([]message.Tone{
		{Hertz: math.NaN(), Last: 100}, {Hertz: 880, From: 100, Last: 200}, {Hertz: 660, From: 500, Last: 200},
		{Hertz: 5, Last: 100}, {Hertz: 440, From: 1e9, Last: 100}, {Hertz: 440, Last: math.Inf(1)}, {Hertz: 440, From: -1, Last: 1},
	})
	rendered := await(t, audio.Call("startRendering")).Call("getChannelData", 0)
	window.Set("samples", rendered)
	loudest := func(from, to float64) float64 {
		window.Set("from", from*44.1)
		window.Set("to", to*44.1)
		return evaluate(t, "samples.slice(from, to).reduce((most, v) => Math.max(most, Math.abs(v)), 0)").Float()
	}
	assert.Zero(t, loudest(0, 100))
	assert.InDelta(t, 0.16, loudest(200, 300), 0.01)
	assert.Zero(t, loudest(420, 500), "silence between the tones")
	assert.InDelta(t, 0.16, loudest(600, 700), 0.01)
	assert.Zero(t, loudest(820, 1000))
	click := evaluate(t, "samples.reduce((most, v, i) => Math.max(most, Math.abs(v - (samples[i - 1] ?? 0))), 0)").Float()
	assert.Less(t, click, 0.16*2*math.Pi*880/44100*1.05, "no steeper than the tone itself: nothing clicks")
}

func TestABrowserWithoutSoundStaysSilent(t *testing.T) {
	e, _ := newErrands()
	opened := 0
	instead(t, window, "AudioContext", function(t, func([]js.Value) any {
		opened++
		return nil
	}))
	e.Play(nil)
	assert.Zero(t, opened, "silence needs no audio")
	instead(t, window, "AudioContext", js.Undefined())
	e.Play([]message.Tone{{Hertz: 440, Last: 100}})
	window.Call("eval", "AudioContext = class { constructor() { throw new Error('no device') } }")
	e.Play([]message.Tone{{Hertz: 440, Last: 100}})
}
