package chart_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/site/chart"
)

// Each line is settings (scenario, series, from, to, by, names), the setting that
// is wrong, and a part of what is said.
const wrongSettings = `
day-flexx      rate        - - -    -    | scenario | there is no scenario "day-flexx"
day-flexx      rate        - - -    -    | scenario | day-flex
day-flex,day-flex rate     - - -    -    | scenario | is there twice
a,b,c,d,e      rate        - - -    -    | scenario | 5 scenarios in one chart
day-flex,busy  rate        - - -    -    | scenario | do not begin at the same time
busy,other-drug rate       - - -    -    | scenario | the series "rate" of morphine beside ziconotide
endless        rate        - - -    -    | scenario | does not run
day-flex       rated       - - -    -    | series   | unknown series "rated" (did you mean "rate"?
day-flex       rate,rate   - - -    -    | series   | is there twice
day-flex       rate,       - - -    -    | series   | unknown series ""
day-flex       boluses     - - -    -    | series   | no patient can ask for a dose here
other-drug     relief      - - -    -    | series   | drawn for morphine alone
day-flex       rate        6 - -    -    | from     | unit
day-flex       rate        25h - -  -    | from     | after the scenario's end
day-flex       rate        - 2d -   -    | to       | after the scenario's end (at most 1 d)
day-flex       rate        8h 6h -  -    | to       | from has to be before to
day-flex       rate        24h - -  -    | from     | from has to be before to
day-flex       rate        - - week -    | by       | unknown step "week"
last-months    rate        - - hour -    | by       | a table of 2208 rows
day-flex       rate        - - -    a,b  | names    | 2 names for 1 scenarios
`

func TestWhatIsWrongNamesItsSettingAndTheRemedy(t *testing.T) {
	s, w := studio(t), words(t)
	for _, line := range strings.Split(strings.TrimSpace(wrongSettings), "\n") {
		parts := strings.Split(line, "|")
		f := strings.Fields(parts[0])
		for i := range f {
			if f[i] == "-" {
				f[i] = ""
			}
		}
		_, err := s.Draw("en", chart.Settings{Scenario: f[0], Series: f[1], From: f[2], To: f[3], By: f[4], Names: f[5]}, w)
		var wrong *chart.Wrong
		if assert.ErrorAs(t, err, &wrong, line) {
			assert.Equal(t, strings.TrimSpace(parts[1]), wrong.Setting, line)
			assert.Contains(t, wrong.Error(), strings.TrimSpace(parts[2]), line)
		}
	}
	_, err := s.Draw("en", chart.Settings{Scenario: "broken", Series: "rate"}, w)
	assert.ErrorIs(t, err, chart.ErrUnread)
}

func FuzzSettings(f *testing.F) {
	for _, line := range strings.Split(strings.TrimSpace(wrongSettings), "\n") {
		w := strings.Fields(line)
		f.Add(w[0], w[1], w[2], w[3], w[4], w[5])
	}
	f.Add("busy", "rate,tip,given,reservoir,expected,boluses,events,relief,drowsiness", "1h", "31h", "day", "A")
	s, w := studio(f), words(f)
	f.Fuzz(func(t *testing.T, scenario, series, from, to, by, names string) {
		c, err := s.Draw("en", chart.Settings{Scenario: scenario, Series: series, From: from, To: to, By: by, Names: names}, w)
		if err == nil {
			wellFormed(t, c.Wide.Inside)
			assert.NotEmpty(t, c.Rows)
		}
	})
}
