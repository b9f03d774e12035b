package chart

import (
	"slices"
	"strings"

	"iddtestdrive/site/mistake"
)

// series is one thing that a chart shows of a scenario.
type series uint8

const (
	rate series = iota
	tip
	given
	reservoir
	expected
	boluses
	events
	relief
	drowsiness
)

var seriesNames = []string{"rate", "tip", "given", "reservoir", "expected", "boluses", "events", "relief", "drowsiness"}

func (s series) String() string { return seriesNames[s] }

// counts is what the numbers of a series count.
type counts uint8

const (
	perDay  counts = iota // ng per day
	amount                // ng
	volume                // nL
	level                 // thousandths, illustrative
	nothing               // it has marks and no numbers
)

var seriesCount = [...]counts{rate: perDay, tip: perDay, given: amount, reservoir: volume, expected: volume, boluses: nothing, events: nothing, relief: level, drowsiness: level}

func (s series) counts() counts { return seriesCount[s] }

// ofMass tells whether a series counts a drug, which charts of several drugs
// cannot compare.
func (s series) ofMass() bool { return s.counts() == perDay || s.counts() == amount }

// steps tells whether a value stands until the next; otherwise it runs there.
func (s series) steps() bool { return s.counts() == perDay }

// readSeries reads the setting.
func readSeries(setting string) ([]series, error) {
	var all []series
	for _, name := range list(setting) {
		at := slices.Index(seriesNames, name)
		switch {
		case at < 0:
			return nil, wrong("series", mistake.Choice(name, seriesNames), "unknown series %q", name)
		case slices.Contains(all, series(at)):
			return nil, wrong("series", "name each once", "the series %q is there twice", name)
		}
		all = append(all, series(at))
	}
	return all, nil
}

// list takes a setting apart at its commas.
func list(setting string) []string {
	parts := strings.Split(setting, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
