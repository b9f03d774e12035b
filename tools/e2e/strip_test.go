package e2e_test

import (
	"bytes"
	"fmt"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// The canvas, in JavaScript, and what of its frame can be seen.
const canvasCovers = `(() => {
	const frame = document.querySelector('iframe');
	const at = frame.getBoundingClientRect();
	const canvas = frame.contentDocument.querySelector('canvas');
	const box = canvas.getBoundingClientRect();
	const from = Math.max(0, -at.top), to = Math.min(at.height, innerHeight - at.top);
	if (box.top > from + 1 || box.bottom < to - 1) return 'from ' + box.top + ' to ' + box.bottom + ', but seen is ' + from + ' to ' + to;
	if (Math.abs(canvas.height - box.height * devicePixelRatio) > devicePixelRatio) return 'it is drawn ' + canvas.height + ' high and shown ' + box.height;
	return '';
})()`

// A phone's frame is higher than its graphics can draw once all is open that
// can be: the canvas then moves along with what is in sight.
func TestThePictureIsThereHoweverHighItsFrame(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	require.NoError(t, r.Show(browser.Screen{Width: 360, Height: 740, Scale: 3, Touch: true, Still: true}))
	r.goes("personal-remote.html")
	r.starts()
	for _, panel := range []string{"Try changes", "Keep and share", "How it may feel"} {
		r.operates("^" + panel + "$")
	}
	require.NoError(t, r.UntilTrue(`document.querySelector('iframe').clientHeight * devicePixelRatio > 8192`))
	for _, place := range []string{"bar.again", "remote.request", "bar.again"} {
		toIt := fmt.Sprintf(`(document.querySelector('iframe').contentDocument.getElementById(%q).scrollIntoView({ block: 'center', behavior: 'instant' }), '')`, place)
		require.NoError(t, r.Until("a canvas behind all that is seen", func() (bool, error) {
			r.evaluates(toIt) // a press before it may scroll late, to where its focus went
			wrong, err := browser.Eval[string](r.Page, canvasCovers)
			if err == nil && wrong != "" {
				err = fmt.Errorf("the canvas is %s", wrong)
			}
			return err == nil, err
		}))
		require.NoError(t, r.Until("a drawn "+place, func() (bool, error) {
			r.evaluates(toIt) // the frame may have grown meanwhile
			return r.isDrawn(place)
		}))
	}
}

// The first frame has what can be used, and leaves the drawings to the next.
func TestTheDrawingsComeByThemselves(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.plays("?scenario=first-hours")
	require.NoError(t, r.UntilTrue(`window.iddFrames >= 2`))
}

// isDrawn says whether a control of the frame's picture differs from the paper
// beside it.
func (r *reader) isDrawn(id string) (bool, error) {
	at, err := browser.Eval[[3]float64](r.Page, fmt.Sprintf(`(() => {
		const frame = document.querySelector('iframe');
		const { left, top } = frame.getBoundingClientRect();
		const box = frame.contentDocument.getElementById(%q).getBoundingClientRect();
		return [left + box.left + 12, left + box.left - 6, top + box.top + box.height / 2].map((v) => v * devicePixelRatio);
	})()`, id))
	if err != nil {
		return false, err
	}
	shot, err := r.Picture(false)
	if err != nil {
		return false, err
	}
	screen, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		return false, err
	}
	inside, beside := screen.At(int(at[0]), int(at[2])), screen.At(int(at[1]), int(at[2]))
	if inside == beside {
		return false, fmt.Errorf("it looks like the paper beside it: %v at %v of %v", inside, at, screen.Bounds())
	}
	return true, nil
}
