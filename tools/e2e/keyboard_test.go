package e2e_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// inside says whether the keyboard is in the page's frame.
func (r *reader) inside() bool {
	r.t.Helper()
	return r.evaluates(`document.activeElement.tagName`) == "IFRAME"
}

// walks presses a key until the keyboard has come into the frame and left it
// again, and returns the stops inside in their order and the one after them.
func (r *reader) walks(k browser.Key) (stops []string, after browser.Node) {
	r.t.Helper()
	const enough = 200
	for range enough {
		r.presses(k)
		switch at := r.focused(); {
		case r.inside():
			stops = append(stops, at.String())
		case len(stops) > 0:
			return stops, at
		}
	}
	require.Failf(r.t, "the keyboard is caught", "%d presses of %s stopped in the frame at %q", enough, k, stops)
	return nil, browser.Node{}
}

func TestTabGoesThroughTheSimulatorAndOutOnBothSides(t *testing.T) {
	t.Parallel()
	for _, o := range []browser.Options{{}, {NoWebGL: true}} {
		r := newReader(t, o)
		r.goes(remotePage)
		r.starts()
		_, _ = r.walks(browser.ShiftTab) // to the near side of it, wherever starting it led

		there, after := r.walks(browser.Tab)
		assert.NotEqual(t, "RootWebArea", after.Role, "behind the simulator comes something of the page")
		back, before := r.walks(browser.ShiftTab)
		assert.NotEqual(t, "RootWebArea", before.Role, "before the simulator comes something of the page")

		slices.Reverse(back)
		assert.Equal(t, there, back)
		assert.Contains(t, there, `button "Ask for a dose"`)
		for _, stop := range there {
			assert.NotContains(t, stop, `""`, "every stop has a name")
		}
	}
}

func TestTheWheelOverTheSimulatorScrollsThePage(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	require.NoError(t, r.Show(browser.Screen{Width: 1000, Height: 700}))
	r.goes(remotePage)
	r.starts()
	require.NoError(t, r.UntilTrue(settled))
	over, err := browser.Eval[[3]float64](r.Page, `(() => {
		const box = document.querySelector('iframe').getBoundingClientRect();
		return [box.x + box.width / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, scrollY];
	})()`)
	require.NoError(t, err)
	require.NoError(t, r.Wheel(over[0], over[1], -200))
	require.NoError(t, r.UntilTrue(fmt.Sprintf("Math.abs(scrollY - %v) < 1", over[2]-200)))
}

// settled brings the simulator to the top of the window, and is true when it
// has stayed there for a few frames: its page gives it room as it asks for it.
const settled = `(async () => {
	const frame = document.querySelector('iframe');
	const place = () => JSON.stringify([scrollY, frame.getBoundingClientRect()]);
	frame.scrollIntoView({ block: 'start', behavior: 'instant' });
	const before = place();
	for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
	return place() === before && frame.offsetHeight >= frame.contentDocument.documentElement.scrollHeight;
})()`
