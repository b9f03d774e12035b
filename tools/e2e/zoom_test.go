package e2e_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// tooWide opens every menu of the page and names the innermost things that
// reach out of the window at either side, with what they say. Things without a
// box, such as what only those who listen meet, and the page's skip link above
// the window are no matter.
const tooWide = `(() => {
	for (const menu of document.querySelectorAll('.menu details')) menu.open = true;
	const width = document.documentElement.clientWidth;
	const out = [...document.body.querySelectorAll('*')].filter((thing) => {
		const box = thing.getBoundingClientRect();
		return box.width > 1 && box.bottom > 0 && (box.right > width + 0.5 || box.left < -0.5);
	});
	const inner = out.filter((thing) => !out.some((other) => other !== thing && thing.contains(other)));
	const said = inner.map((thing) => thing.tagName.toLowerCase() + '.' + thing.getAttribute('class') + ' ' +
		JSON.stringify(thing.textContent.trim().slice(0, 40)) + ' to ' + Math.round(thing.getBoundingClientRect().right));
	const scrolled = document.documentElement.scrollWidth;
	if (scrolled > width) said.unshift('the page is ' + scrolled + ' wide');
	return said;
})()`

// Readers who need large letters set them twice as large in their browser, and
// some do so on a small phone. A menu that is open must not widen the page
// either.
func TestNoPageScrollsSidewaysHoweverLargeItsLetters(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	for _, page := range pages(t) {
		r.goes(page)
		for _, look := range []struct {
			width   int64
			letters string
		}{{320, "100%"}, {360, "200%"}, {820, "200%"}, {1440, "200%"}} {
			require.NoError(t, r.Show(browser.Screen{Width: look.width, Height: 740, Touch: true}))
			require.NoError(t, r.UntilTrue(fmt.Sprintf(`document.documentElement.clientWidth === %d`, look.width)))
			r.evaluates(fmt.Sprintf(`document.documentElement.style.fontSize = %q`, look.letters))
			wide, err := browser.Eval[[]string](r.Page, tooWide)
			require.NoError(t, err)
			assert.Empty(t, wide, "%q on a screen of %d with letters of %s", page, look.width, look.letters)
		}
	}
}
