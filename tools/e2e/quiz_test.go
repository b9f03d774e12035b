package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/tools/browser"
)

// explained is what a quiz shows of its explanations, by how they begin.
const explained = `[...document.querySelectorAll('.quiz-key li')].filter((e) => e.checkVisibility()).map((e) => e.querySelector('.verdict').textContent).join('|')`

func TestAQuizAnswersWhoeverChoosesAndCanBeTriedAgain(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("refills.html")
	assert.Empty(t, r.evaluates(explained), "nothing is said before an answer is chosen")
	assert.Equal(t, "true", r.evaluates(`String(document.querySelector('.quiz legend').textContent.length > 0)`))

	r.tabsTo("radio", "")
	r.presses(browser.Space)
	first := r.evaluates(explained)
	assert.Contains(t, []string{"That is right.", "That is not right."}, first)
	r.presses(browser.Down)
	assert.NotEqual(t, "", r.evaluates(explained))
	right := r.evaluates(`String([...document.querySelectorAll('.quiz-key li')].findIndex((e) => e.className.includes('right')))`)
	require.NotEqual(t, "-1", right)
	r.evaluates(`(document.querySelectorAll('.quiz input')[` + right + `].click(), '')`)
	assert.Equal(t, "That is right.", r.evaluates(explained))

	r.tabsTo("button", "Try again")
	r.presses(browser.Enter)
	assert.Empty(t, r.evaluates(explained))
	assert.Equal(t, "radio", r.focused().Role, "the focus does not go with the button")
}

// What is closed on the screen is open on paper, and closed again afterwards.
func TestTheNumbersOfAChartArePrinted(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("steady-or-flex.html")
	open := `document.querySelectorAll('main .chart-numbers[open]').length + ' of ' + document.querySelectorAll('main .chart-numbers').length`
	assert.Equal(t, "0 of 3", r.evaluates(open))
	r.evaluates(`(dispatchEvent(new Event('beforeprint')), '')`)
	assert.Equal(t, "3 of 3", r.evaluates(open))
	r.evaluates(`(dispatchEvent(new Event('afterprint')), '')`)
	assert.Equal(t, "0 of 3", r.evaluates(open))
}

func TestADiaryIsPrintedAlone(t *testing.T) {
	t.Parallel()
	r := newReader(t, browser.Options{})
	r.goes("questions-and-diary.html")
	r.evaluates(`(window.print = () => { window.printed = document.querySelectorAll('.print-diary .printed').length; }, '')`)
	r.operates("Print this sheet")
	assert.Equal(t, "1", r.evaluates(`String(window.printed)`))
	r.evaluates(`(dispatchEvent(new Event('afterprint')), '')`)
	assert.Equal(t, "0", r.evaluates(`String(document.querySelectorAll('.print-diary, .printed').length)`))
}
