package e2e_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// embeds opens the example page for educators with the simulator in it.
func embeds(t *testing.T, o browser.Options) *reader {
	r := newReader(t, o)
	r.goes("example/index.html")
	r.starts()
	r.told("ready", "It can be used")
	return r
}

// told waits until the page lists a message of that type with that pattern.
func (r *reader) told(kind, pattern string) {
	r.t.Helper()
	wanted := regexp.MustCompile("^" + kind + " .*" + pattern)
	require.NoError(r.t, r.Until("the message "+wanted.String(), func() (bool, error) {
		lines, err := browser.Eval[[]string](r.Page, `[...document.querySelectorAll('#told li')].map((line) => line.textContent)`)
		for _, line := range lines {
			if wanted.MatchString(line) {
				return true, nil
			}
		}
		if err == nil {
			err = fmt.Errorf("it lists %q", lines)
		}
		return false, err
	}))
}

// pressesHost presses a button of the embedding page.
func (r *reader) pressesHost(selector string) {
	r.t.Helper()
	r.evaluates(`(document.querySelector('` + selector + `').click(), '')`)
}

func (r *reader) becomes(expression string) {
	r.t.Helper()
	require.NoError(r.t, r.UntilTrue(expression))
}

const playLabel = `document.querySelector('iframe').contentDocument.getElementById('clock.play').textContent`

func TestTheEmbeddingPageSteersTheSimulator(t *testing.T) {
	t.Parallel()
	r := embeds(t, browser.Options{})
	r.pressesHost("[data-say=play]")
	r.becomes(playLabel + ` === 'Pause'`)
	r.pressesHost("[data-say=play]") // plays already
	r.pressesHost("[data-say=pause]")
	r.becomes(playLabel + ` === 'Play'`)
	r.pressesHost("[data-say=pause]")
	r.pressesHost("[data-view=plain]")
	r.becomes(simulator + `.dataset.view === 'plain'`)
	r.pressesHost("[data-view=plain]")
	r.pressesHost("[data-view=picture]")
	r.becomes(simulator + `.dataset.view === 'picture'`)
	before := len(r.Announcements())
	r.pressesHost("[data-say=restart]")
	r.hears(before, "back at the start")
	assert.Equal(t, "Play", r.evaluates(playLabel))
}

// A browser without WebGL has no picture to go to.
func TestAWishThatCannotBeMetIsLeftAlone(t *testing.T) {
	t.Parallel()
	r := embeds(t, browser.Options{NoWebGL: true})
	r.pressesHost("[data-view=picture]")
	r.pressesHost("[data-say=play]")
	r.becomes(playLabel + ` === 'Pause'`)
	assert.Equal(t, "plain", r.view())
}

// The drive of the example is walked to its end by "Go on", "Show me" and
// "Skip ahead" alone; the page hears of what happens on the way and of the end.
func TestTheEmbeddingPageHearsWhatHappensAndThatTheDriveIsFinished(t *testing.T) {
	t.Parallel()
	r := embeds(t, browser.Options{NoWebGL: true})
	r.told("size", `\d+ pixels`)
	const next = `[...document.querySelector('iframe').contentDocument.querySelectorAll('#guide button, [id="guide.ways"] button')]
		.find((button) => /^(Go on|Show me|Skip ahead)/.test(button.textContent))`
	for range 200 {
		more, err := browser.Eval[bool](r.Page, `(() => { const button = `+next+`; button?.click(); return button !== undefined; })()`)
		require.NoError(t, err)
		if !more {
			break
		}
	}
	r.told("finished", "the end of first-day")
	r.told("event", `patient_bolus_started`)
	r.finds("heading", "A first day with the remote")
	link := r.finds("link", "Read more about it")
	target, err := browser.On[string](r.Page, link, `function() { return this.target + ' ' + this.getAttribute('href') }`)
	require.NoError(t, err)
	assert.Equal(t, "_top personal-remote.html", target)
}

// hostile posts a thousand messages of many shapes to the simulator in the
// frame, some of them from a window that is not its parent.
const hostile = `(async () => {
	const frame = document.querySelector('iframe').contentWindow;
	const odd = [undefined, null, true, 0, NaN, Infinity, -1, '', 'Plays', 'idd-host', '\u0000', '\ud800', 10n, [], {}, [[]],
		new Date(0), /x/, new Map([['source', 'idd-host']]), new Set([1]), new ArrayBuffer(8), new Uint8Array(3),
		new Error('no'), { toString: 1 }, { length: 1e9 }, { source: 'idd-host' }, 'x'.repeat(100000)];
	const ring = {}; ring.ring = ring; odd.push(ring);
	let seed = 1;
	const any = () => odd[(seed = (seed * 16807) % 2147483647) % odd.length];
	const kinds = ['Play', 'play ', 'restart()', '__proto__', 'constructor', 'view', 'toString', 'size', 'ready'];
	for (let i = 0; i < 1000; i++) {
		const data = [any(), { source: any(), type: any(), view: any() }, { source: 'idd-host', type: any(), view: any() },
			{ source: 'idd-host', type: kinds[i % kinds.length], view: any() }][i % 4];
		frame.postMessage(data, '*');
	}
	// Windows that are not the parent say what only the parent may say.
	const other = document.body.appendChild(document.createElement('iframe'));
	for (const source of [frame, other.contentWindow, null]) {
		frame.dispatchEvent(new frame.MessageEvent('message', { data: { source: 'idd-host', type: 'play' }, source }));
	}
	other.remove();
	// All that was posted has come when this has.
	const done = new Promise((come) => { frame.addEventListener('message', ({ data }) => data === 'last' && come()); });
	frame.postMessage('last', '*');
	await done;
	return '';
})()`

// said is all that the simulator in the frame says.
const said = `document.querySelector('iframe').contentDocument.getElementById('sim').textContent`

func TestAThousandHostileMessagesChangeNothing(t *testing.T) {
	t.Parallel()
	r := embeds(t, browser.Options{})
	was := r.evaluates(said)
	r.evaluates(hostile)
	assert.Equal(t, was, r.evaluates(said))
	assert.Equal(t, "picture", r.view())
	r.pressesHost("[data-say=play]")
	r.becomes(playLabel + ` === 'Pause'`)
}

func TestASimulatorThatStandsAloneListensToNobody(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{NoWebGL: true})
	r.plays("?scenario=first-hours")
	r.evaluates(`(postMessage({ source: 'idd-host', type: 'play' }, '*'), '')`)
	r.becomes(`new Promise((come) => { addEventListener('message', ({ data }) => come(data === 'last')); postMessage('last', '*'); })`)
	r.finds("button", "Play")
}

// links are addresses that somebody could make up, each wrong in its own way.
func links() []string {
	long := make([]byte, 70_000)
	for i := range long {
		long[i] = 'A'
	}
	return []string{"", "A", "A!", "Z" + string(long[:40]), "A" + string(long[:40]), string(long), "%00%ff", "<script>alert(1)</script>",
		"A../../etc", "AAAAAAAAAAAAAAAA", "B.._-", "ü"}
}

func TestHostileAddressesStartTheSimulatorAllTheSame(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{NoWebGL: true})
	for _, link := range links() {
		r.goes("") // else only the part behind the # would be new
		before := len(r.Announcements())
		r.plays("?scenario=first-hours#s=" + link)
		if link != "" {
			r.hears(before, "(?i)cannot be opened|not a session|newer version|too long|cut short")
		}
		r.finds("button", "Ask for a dose")
	}
	for _, question := range []string{"?drive=../../x", "?scenario=%3Cb%3E", "?drive=", "?scenario=" + "a%00b"} {
		require.NoError(t, r.Open(home+"sim.html"+question))
		require.NoError(t, r.UntilTrue(`document.documentElement.dataset.sim === 'failed'`))
		assert.Contains(t, r.evaluates(`document.getElementById('sim-loading').textContent`), "could not start")
	}
}
