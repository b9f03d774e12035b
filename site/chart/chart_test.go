package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/site/chart"
	"iddtestdrive/site/messages"
)

// two days with boluses, a refusal, an alarm and a refill, and more of some drug
// in truth than is believed.
const busy = `title: "Days: a busy one"
audience: nurse
summary: Much happens.
start: 2026-12-31T08:00
pump:
  model: 8637-20
  age: 30 d
  reservoir: {volume: 2.2 mL, filled: 3 d}
  low_reservoir_alarm: 2 mL
prescription:
  drug: DRUG
  concentration: STRENGTH
  infusion: {continuous: DAILY}
  BOLUS
steps:
  - {at: 1 h, do: request_patient_bolus}
  - {at: 2 h, do: request_patient_bolus}
  - {at: 30 h, do: aspirate}
  - {at: 30 h 5 min, do: inject, site: reservoir, volume: 18 mL, drug: DRUG, concentration: STRENGTH}
  - {at: 30 h 10 min, do: set_reservoir, volume: 18 mL}
until: 2 d
`

func parse(t testing.TB, name, src string) *scenario.Scenario {
	t.Helper()
	sc, err := scenario.Parse(name, []byte(src))
	require.NoError(t, err)
	return sc
}

func busyDays(t testing.TB, drug, strength, daily, bolus string) *scenario.Scenario {
	return parse(t, "busy", strings.NewReplacer("DRUG", drug, "STRENGTH", strength, "DAILY", daily, "BOLUS", bolus).Replace(busy))
}

// studio has the scenarios of the content, and some of its own.
func studio(t testing.TB) *chart.Studio {
	t.Helper()
	all := map[string]*scenario.Scenario{"broken": nil}
	files, err := filepath.Glob("../../content/scenarios/*.yaml")
	require.NoError(t, err)
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		all[strings.TrimSuffix(filepath.Base(file), ".yaml")] = parse(t, file, string(src))
	}
	all["busy"] = busyDays(t, "morphine", "10 mg/mL", "3 mg/day", "patient_bolus: {dose: 0.3 mg, over: 10 min, lockout: 3 h, per_day: 4}")
	all["other-drug"] = busyDays(t, "ziconotide", "25 mcg/mL", "2.4 mcg/day", "")
	endless := *all["day-flex"]
	endless.Until = scenario.MaxLength + 1
	all["endless"] = &endless
	return chart.NewStudio(all)
}

func words(t testing.TB) chart.Words {
	t.Helper()
	src, err := os.ReadFile("../../content/messages/en.yaml")
	require.NoError(t, err)
	c, mistakes := messages.Parse("en.yaml", "en", src)
	require.NoError(t, mistakes.Err())
	return chart.Words{Word: c.Word, Number: c.Number}
}

func draw(t testing.TB, set chart.Settings) chart.Chart {
	t.Helper()
	c, err := studio(t).Draw("en", set, words(t))
	require.NoError(t, err)
	return c
}

func TestFlexAndSteadyGiveTheSameInADay(t *testing.T) {
	c := draw(t, chart.Settings{Scenario: "day-steady,day-flex", Series: "rate,given", Names: "Steady,Flex", By: "hour"})
	assert.Equal(t, []string{
		"From Mon 05:00 to Tue 05:00.",
		"Dose set at the pump: Steady: 3 mg a day all the time.",
		"Dose set at the pump: Flex: 2.18 mg a day at the start, 2.18 mg a day at the end. Lowest: 1.8 mg a day, Mon 20:00. Highest: 4.8 mg a day, Mon 05:30.",
		"Drug given so far: Steady: from 0 mg to 3 mg.",
		"Drug given so far: Flex: from 0 mg to 3 mg.",
	}, plain(c.Said))
	require.Len(t, c.Rows, 25)
	assert.Equal(t, []string{"Mon 05:00", "3", "2.18", "0", "0"}, c.Rows[0])
	assert.Equal(t, []string{"Mon 06:00", "3", "4.8", "0.13", "0.14"}[:3], c.Rows[1][:3])
	assert.Equal(t, []string{"Tue 05:00", "3", "2.18", "3", "3"}, c.Rows[24])
	assert.Equal(t, "Numbers are rounded.", c.Note)
}

// plain puts common spaces in the place of those at which no line breaks.
func plain(lines []string) []string {
	var all []string
	for _, line := range lines {
		all = append(all, strings.ReplaceAll(line, "\u00a0", " "))
	}
	return all
}

// A language that writes numbers otherwise must find all of them so: here each
// number that was given to the language is in angle brackets.
func TestEveryNumberIsWrittenByTheLanguage(t *testing.T) {
	w := words(t)
	w.Number = func(plain string) (string, error) { return "⟨" + strings.ReplaceAll(plain, ".", ",") + "⟩", nil }
	c, err := studio(t).Draw("en", chart.Settings{Scenario: "busy", Series: "rate,tip,given,reservoir,expected,boluses,events"}, w)
	require.NoError(t, err)
	shown := append(plain(c.Said), c.Note)
	for _, row := range c.Rows {
		shown = append(shown, row...)
	}
	for _, d := range []chart.Drawing{c.Wide, c.Narrow} {
		for _, m := range regexp.MustCompile(`<text class="([^"]*)"[^>]*>([^<]+)<`).FindAllStringSubmatch(d.Inside, -1) {
			if m[1] != "chart-number" { // of an event in the list
				shown = append(shown, m[2])
			}
		}
	}
	assert.Contains(t, strings.Join(shown, "\n"), "⟨6,29⟩")
	others := regexp.MustCompile(`⟨[^⟩]*⟩|\d\d:\d\d`)
	for _, text := range shown {
		assert.NotRegexp(t, `\d`, others.ReplaceAllString(text, ""), text)
	}
}

func TestRequestsEventsAndExtraDosesAreTold(t *testing.T) {
	c := draw(t, chart.Settings{Scenario: "busy", Series: "rate,tip,reservoir,expected,boluses,events"})
	assert.Equal(t, []string{
		"Thu 21:36: Alarm: the reservoir is low",
	}, c.Events[:1])
	assert.Contains(t, c.Events[len(c.Events)-1], "The pump is refilled")
	said := strings.Join(plain(c.Said), "\n")
	assert.Contains(t, said, "Dose set at the pump: 3 mg a day all the time. Extra doses are not counted here.")
	assert.Contains(t, said, "Extra doses asked for: 1 given, 1 not given.")
	assert.Contains(t, said, "Above the break in the scale: extra doses, not to scale.")
	assert.Contains(t, c.Wide.Inside, "chart-refused")
	assert.Equal(t, 2*len(c.Events), strings.Count(c.Wide.Inside+c.Narrow.Inside, "chart-badge"))
	assert.Contains(t, c.Note, "mean up to the next row")
}

func TestWhatIsIllustrativeSaysSoAndHasNoNumbers(t *testing.T) {
	c := draw(t, chart.Settings{Scenario: "weekday-and-weekend", Series: "relief,drowsiness"})
	assert.Contains(t, c.Wide.Inside, "Relief and drowsiness (illustrative, predicts nothing)")
	assert.Contains(t, c.Columns[1], "illustrative")
	assert.Contains(t, c.Said, "The lines of relief and drowsiness are illustrative. They predict nothing.")
	for _, row := range c.Rows {
		for _, cell := range row[1:] {
			assert.NotRegexp(t, `\d`, cell)
		}
	}
}

func TestEveryScenarioOfTheContentCanBeDrawnWithinItsBox(t *testing.T) {
	s, w := studio(t), words(t)
	files, _ := filepath.Glob("../../content/scenarios/*.yaml")
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		series := "rate,tip,given,reservoir,expected,events,relief,drowsiness"
		if name == "ward-ziconotide" {
			series = "rate,tip,given,reservoir,expected,events"
		}
		c, err := s.Draw("en", chart.Settings{Scenario: name, Series: series}, w)
		require.NoError(t, err, name)
		for _, d := range []chart.Drawing{c.Wide, c.Narrow} {
			assert.Less(t, len(d.Inside), 24<<10, name)
			assert.NotContains(t, d.Inside, "NaN", name)
			assert.NotContains(t, d.Inside, "Inf", name)
			wellFormed(t, d.Inside)
			apart(t, name, d)
		}
		again, err := studio(t).Draw("en", chart.Settings{Scenario: name, Series: series}, w)
		require.NoError(t, err)
		assert.Equal(t, c, again, "the same input gives the same bytes: %s", name)
	}
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<svg>" + svg + "</svg>"))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if !assert.NoError(t, err) {
			return
		}
	}
}

func TestAStudioRunsAScenarioOnceForAllPages(t *testing.T) {
	s, w := studio(t), words(t)
	var all sync.WaitGroup
	drawn := make([]chart.Chart, 16)
	for i := range drawn {
		all.Add(1)
		go func() {
			defer all.Done()
			set := chart.Settings{Scenario: "day-steady,day-flex", Series: "rate"}
			if i%2 == 1 {
				set = chart.Settings{Scenario: "day-flex", Series: "given,tip"}
			}
			drawn[i], _ = s.Draw("en", set, w)
		}()
	}
	all.Wait()
	assert.Equal(t, 2, s.Runs())
	for i := range drawn {
		assert.Equal(t, drawn[i%2], drawn[i])
	}
}

func TestNamesComeFromWhatTellsTitlesApart(t *testing.T) {
	c := draw(t, chart.Settings{Scenario: "day-steady,day-flex,day-with-remote", Series: "given"})
	assert.Equal(t, []string{"Time", "Drug given so far: A steady dose, mg", "Drug given so far: Flex dosing, mg", "Drug given so far: Steady dose with the remote, mg"}, c.Columns)
}

func TestEveryEventHasAWord(t *testing.T) {
	w := words(t)
	known := 0
	see := func(e pump.Event) {
		key := chart.EventWord(session.Entry{Seq: 2, Event: e})
		if key == "" {
			return
		}
		known++
		_, err := w.Word("site.chart.event." + key)
		assert.NoError(t, err)
	}
	for _, kind := range pump.EventKinds() {
		switch kind {
		case pump.AlarmRaised:
			for _, alarm := range pump.Alarms() {
				see(pump.Event{Kind: kind, Alarm: alarm})
			}
		case pump.Injected:
			for _, site := range []pump.Site{pump.ReservoirPort, pump.CatheterPort, pump.Pocket} {
				see(pump.Event{Kind: kind, Site: site})
			}
		case pump.BolusStarted:
			for _, bolus := range []pump.BolusKind{pump.ClinicianDose, pump.PeriodicDose, pump.PrimingBolus, pump.BridgeBolus} {
				see(pump.Event{Kind: kind, Bolus: bolus})
			}
		default:
			see(pump.Event{Kind: kind})
		}
	}
	assert.Equal(t, 21, known)
}

func TestAWordThatIsLackingIsAnError(t *testing.T) {
	w := words(t)
	w.Word = func(string, ...string) (string, error) { return "", errors.New("no such word") }
	_, err := studio(t).Draw("en", chart.Settings{Scenario: "day-flex", Series: "rate"}, w)
	assert.ErrorContains(t, err, "no such word")
}
