// Package chart draws what happens in scenarios over time: it runs the engine,
// reads states and log, and makes of them a drawing (SVG), the same in words, and
// a table of numbers.
//
// A chart shows one scenario, or up to four that begin at the same civil time.
// What it can show of each:
//
//	rate        the dose that the pump is told to give, per day
//	tip         the dose that leaves the catheter's tip, per day
//	given       the drug that has left the tip since the chart's beginning
//	reservoir   what is truly in the reservoir
//	expected    what the pump believes is in it
//	boluses     the patient's requests: given, and not given
//	events      alarms, refills and the like, numbered, with a list of words
//	relief      an illustrative picture (package body), no prediction,
//	drowsiness  and likewise; both for morphine alone
//
// All of it is the engine's own: what was told and what is true come from its
// states, numbers are printed by its units. Nothing is dosed here. Numbers are
// rounded to what their range can show, and where one was, the table says so. The
// illustrative pictures have no numbers at all.
//
// # The drawing
//
// Panels stand above one another over one axis of time. Lines that count in the
// same unit share one: of a single scenario its quantities, of several scenarios
// the same quantity. A dose that the pump is told steps from value to value; a
// volume runs. While an extra dose flows the rate is many times the usual one: it
// then goes over a break in the scale and is not to scale, which is said.
//
// Lines are told apart by their dashes, and each has its name beside it where
// there is room, otherwise in a row above with a piece of the line. Nothing in
// the drawing is told by colour alone, and it has no colours of its own: its
// parts have classes (blocks/chart.css of the theme). It is drawn twice, for a wide page
// and for a narrow one, so that its letters are readable on both; the width of
// words is estimated with room to spare, since pages choose their own letters.
//
// # The same input, the same bytes
//
// Positions are rounded to tenths. Only the illustrative pictures rest on numbers
// that may differ in their last digits from one processor to another; they are
// rounded to a thousandth of their height.
package chart

import "fmt"

// Settings are what an author asks for, as it is written.
type Settings struct {
	Scenario string // names of scenarios with commas between
	Series   string // names of series with commas between
	Names    string // what the scenarios are called, with commas between; "" for their titles
	From, To string // spans since the scenarios' beginning; "" for all of the time
	By       string // the steps of the table: hour or day; "" for what suits the time
}

// Wrong is what is wrong in settings.
type Wrong struct {
	Setting string // "scenario", "series", "names", "from", "to" or "by"
	What    string
	Remedy  string // may be empty
}

// Error gives both in one sentence.
func (w *Wrong) Error() string {
	if w.Remedy == "" {
		return w.What
	}
	return w.What + " (" + w.Remedy + ")"
}

func wrong(setting, remedy, format string, a ...any) *Wrong {
	return &Wrong{Setting: setting, What: fmt.Sprintf(format, a...), Remedy: remedy}
}

// Words are the words and the numbers of the language of a chart.
type Words struct {
	Word   func(key string, pairs ...string) (string, error) // an interface word
	Number func(plain string) (string, error)                // a number such as "0.25"
}

// Chart is a chart in all its forms. The texts are plain, not HTML.
type Chart struct {
	Wide, Narrow Drawing
	Said         []string // what it shows, in sentences
	Events       []string // what the numbers in the drawing stand for, from 1
	Columns      []string // of the table; the first is the time
	Rows         [][]string
	Note         string // on the table's numbers; may be empty
}

// Drawing is the inside of an SVG element with its view box.
type Drawing struct {
	ViewBox string
	Inside  string
}
