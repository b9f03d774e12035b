package reading_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/site/reading"
)

// counted are words with the number of their syllables.
const counted = `
1 pump dose tube skin pain spine nurse hour the through strength press please made times asked stopped lived one eye once friend breathe health weighed eight clear real walked scale whole safe home drugs pumps
2 remote tablet needle table bottle little water patient doctor fluid button before after inside alarm trial lockout needed started added waited changes pieces nurses watches houses careful useful safety quiet people going being reading sleepy belly about away answer under only many very morphine
3 catheter medicine hospital battery different tolerance infection addition withdrawal reservoir medical already another remember important several period radio area idea drowsiness
4 operation information emergency opioid continuous television society anxiety
`

func TestSyllablesAreCounted(t *testing.T) {
	n := 0
	for _, line := range strings.Split(strings.TrimSpace(counted), "\n") {
		fields := strings.Fields(line)
		want, err := strconv.Atoi(fields[0])
		assert.NoError(t, err)
		for _, w := range fields[1:] {
			{
				assert.Equal(t, want, reading.Syllables(w), w)
				n++
			}
		}
	}
	assert.Greater(t, n, 100)
	assert.Equal(t, 3, reading.Syllables("MRI"))
	assert.Equal(t, 1, reading.Syllables("0.3"))
}

func TestWhatIsCountedIsWhatIsReadAsSentences(t *testing.T) {
	r := reading.HTML([]byte(`<h2>An unread heading</h2><p>The pump gives a dose. It takes 0.3 mg, e.g. at night!</p>
<ul><li>One short line</li><li>Two <button type="button" class="word" popovertarget="x">catheters</button><span class="meaning" id="x">A tube.</span></li></ul>
<table><tr><td>Not this.</td></tr></table><button type="button">Start</button><p>Is it so?</p>`))
	assert.Equal(t, reading.Report{Sentences: 5, Words: 5 + 7 + 3 + 2 + 3, Syllables: 5 + 7 + 3 + 3 + 3, Long: 0}, r)
}

func TestTheFormulas(t *testing.T) {
	r := reading.Report{Sentences: 10, Words: 150, Syllables: 210, Long: 12}
	assert.InDelta(t, 0.39*15+11.8*1.4-15.59, r.Grade(), 1e-9)
	assert.InDelta(t, 1.0430*6+3.1291, r.SMOG(), 1e-9)
	assert.InDelta(t, 15, r.PerSentence(), 1e-9)
	assert.NotPanics(t, func() { reading.HTML(nil).Grade() })
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<p>The <b>pump</b>.</p>`))
	f.Add([]byte(`</p><svg/><input><button type="button"`))
	f.Fuzz(func(t *testing.T, page []byte) {
		r := reading.HTML(page)
		assert.GreaterOrEqual(t, r.Syllables, r.Words)
	})
}
