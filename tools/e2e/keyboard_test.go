package e2e_test

import (
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
	r := newReader(t, browser.Options{})
	require.NoError(t, r.Show(browser.Screen{Width: 1000, Height: 700}))
	r.goes(remotePage)
	r.starts()
	over, err := browser.Eval[[2]float64](r.Page, `(() => {
		const frame = document.querySelector('iframe');
		frame.scrollIntoView({ block: 'start', behavior: 'instant' });
		const box = frame.getBoundingClientRect();
		return [box.x + box.width / 2, Math.min(box.y + box.height, innerHeight) / 2];
	})()`)
	require.NoError(t, err)
	before, err := browser.Eval[float64](r.Page, "scrollY")
	require.NoError(t, err)
	require.NoError(t, r.Wheel(over[0], over[1], -200))
	require.NoError(t, r.Until("the page to scroll", func() (bool, error) {
		now, err := browser.Eval[float64](r.Page, "scrollY")
		return now < before-100, err
	}))
}
