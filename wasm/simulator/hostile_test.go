//go:build js

package main_test

import (
	"math/rand/v2"
	"strings"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/content/scenarios"
	"iddtestdrive/wasm/app"
	"iddtestdrive/wasm/form"
	"iddtestdrive/wasm/message"
	"iddtestdrive/wasm/mirror"
	"iddtestdrive/wasm/paint"
	"iddtestdrive/wasm/panel"
)

// start starts the app with what an address and the browser's storage hold.
func start(t *testing.T, shared string, saved []byte) *app.Model {
	file, err := scenarios.FS.ReadFile("first-hours.yaml")
	require.NoError(t, err)
	m, err := app.New(app.Config{Words: form.Words{}, Measure: paint.Type{}, Shared: shared, Saved: saved,
		Scenarios: map[string][]byte{"first-hours": file}})
	require.NoError(t, err)
	m.Update(message.Resize{Width: 360, Height: 700, Style: panel.Style{Small: 16, Medium: 18, Large: 22, XLarge: 28, XXLarge: 36,
		Leading: 1.5, Space: [7]float64{0, 4, 8, 12, 16, 24, 40}, RadiusS: 6, RadiusM: 14, RadiusL: 28, Thin: 1.5, Bold: 3, Target: 48}})
	return m
}

// spoiled is a text with one to three things done to it: a letter changed, put
// in or left out, the end cut off, a part said twice.
func spoiled(r *rand.Rand, text string) string {
	letters := "A_-Zz09%+/=#\x00\n{}:é𝄞" + text[:min(len(text), 20)]
	for range 1 + r.IntN(3) {
		at := r.IntN(len(text) + 1)
		put := letters[r.IntN(len(letters)):][:1]
		switch rest := text[min(at+1, len(text)):]; r.IntN(5) {
		case 0:
			text = text[:at] + put + rest
		case 1:
			text = text[:at] + put + text[at:]
		case 2:
			text = text[:at] + rest
		case 3:
			text = text[:at]
		case 4:
			text += text[at:]
		}
	}
	return text
}

func TestAThousandSpoiledLinksAndSavesLeaveTheSimulatorAsGoodAsEver(t *testing.T) {
	good := start(t, "", nil)
	good.Update(message.Press{ID: "remote.request"})
	for range 100 {
		good.Update(message.Tick{Elapsed: 100})
	}
	var link string
	for _, e := range good.Update(message.Press{ID: "keep.share"}) {
		link = e.(message.ShareLink).Packed
	}
	require.NotEmpty(t, link)
	save := string(good.Save())

	mount := js.Global().Get("document").Call("createElement", "div")
	page := mirror.NewPage(mount, false)
	r := rand.New(rand.NewPCG(1, 2))
	taken := 0
	for i := range 1000 {
		var m *app.Model
		if i%2 == 0 {
			m = start(t, spoiled(r, link), nil)
		} else if m = start(t, "", []byte(spoiled(r, save))); !m.PutAside() {
			taken++
		}
		page.Show(m.View())
		assert.True(t, strings.Contains(mount.Get("textContent").String(), "remote.ask"), "there is a button to press")
	}
	assert.Less(t, taken, 20, "what was changed is not taken for what was kept")
}
