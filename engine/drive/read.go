package drive

import (
	"fmt"
	"slices"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/units"
)

// The lengths of what people read, in characters [design].
const (
	maxTitle  = 80
	maxName   = 60
	maxLine   = 200
	maxWords  = 300
	mostOrder = 1_000_000
)

// example is a plain name.
const example = "first-day"

// Parse reads a drive. The file, with or without a folder before it and .yaml
// after it, is the drive's name and stands for it in errors, which are all of
// type *Error.
func Parse(file string, src []byte) (*Drive, error) {
	root, err := document.Form{Holds: "test drive", MaxBytes: MaxBytes}.Open(file, src)
	if err != nil {
		return nil, err
	}
	d := readDrive(root)
	d.Name = strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".yaml")
	if !document.IsPlain(d.Name) {
		root.Find("").Fail(document.Shorten(d.Name), "this is not a name for the file of a test drive", document.AllowedPlain(example))
	}
	if err := root.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

func readDrive(root document.Value) *Drive {
	k := root.Open("title", "summary", "minutes", "order", "lanes", "shows", "belief", "flares", "beside",
		"steps", "learnt", "ask", "page")
	d := &Drive{
		Title:   readWords(k.Must("title"), "a name for the test drive", maxTitle),
		Summary: readWords(k.Must("summary"), "one or two plain sentences", maxWords),
		Minutes: k.Must("minutes").Between(1, MaxMinutes),
		Order:   k.Must("order").Between(0, mostOrder),
		Lanes:   readLanes(k.Must("lanes")),
		Shows:   readShows(k.Get("shows")),
		Belief:  k.Get("belief").Boolean(),
		Beside:  readBeside(k.Get("beside")),
	}
	d.Flares = readFlares(k.Get("flares"), d.Shows)
	d.Steps = readSteps(k.Must("steps"), d.Shows)
	d.Learnt = readLines(k.Must("learnt"), "three lines that say what was learnt", Learnt, Learnt, maxLine)
	d.Ask = readLines(k.Must("ask"), "questions for the team", 2, MaxToAsk, maxLine)
	if page := k.Get("page"); page.Given() {
		d.Page = page.Plain(example)
	}
	return d
}

func readLanes(v document.Value) []Lane {
	var lanes []Lane
	for _, entry := range v.Some("a list of lanes such as {scenario: first-day, name: Steady dose and remote}", "lanes", 1, MaxLanes) {
		k := entry.Open("scenario", "name")
		name := k.Must("name")
		l := Lane{
			Scenario: k.Must("scenario").Plain(example),
			Name:     readWords(name, "a name for the lane", maxName),
		}
		if slices.ContainsFunc(lanes, func(other Lane) bool { return other.Name == l.Name }) {
			name.Fail(name.Written(), "two lanes have the same name", "a name that tells the lanes apart")
		}
		lanes = append(lanes, l)
	}
	return lanes
}

// readShows reads what is on the screen.
func readShows(v document.Value) []Part {
	if !v.Given() {
		return []Part{Body, Remote, Timeline}
	}
	var shown []Part
	for _, entry := range v.Some("a list of some of "+document.List(places.Words()), "parts", 1, len(places)) {
		p := document.Word(entry, places, Body)
		if slices.Contains(shown, p) {
			entry.Fail(p.String(), "this is shown already", "each part once")
		}
		shown = append(shown, p)
	}
	return shown
}

func readFlares(v document.Value, shown []Part) []Flare {
	var flares []Flare
	for _, entry := range v.Some("a list of flares such as {at: 7 h, lasts: 90 min, strength: 6}", "flares", 1, MaxFlares) {
		k := entry.Open("at", "lasts", "strength")
		at, lasts := k.Must("at"), k.Must("lasts")
		f := Flare{At: readInstant(at), Lasts: readSpan(lasts), Strength: k.Must("strength").Between(1, MaxStrength)}
		if f.Lasts == 0 {
			lasts.Fail(lasts.Written(), "a flare lasts some time", "more than 0 min")
		}
		if n := len(flares); n > 0 && f.At < flares[n-1].At {
			at.Fail(at.Written(), "the flares are not in order of time", "not before the flare above it, at "+flares[n-1].At.String())
		}
		flares = append(flares, f)
	}
	if v.Given() && !slices.Contains(shown, Feeling) {
		v.Fail("", "flares are part of the illustrative picture, which is not on the screen", "no flares, or feeling among shows")
	}
	return flares
}

func readBeside(v document.Value) *Beside {
	if !v.Given() {
		return nil
	}
	k := v.Open("title", "lines")
	return &Beside{
		Title: readWords(k.Must("title"), "a heading", maxTitle),
		Lines: readLines(k.Must("lines"), "lines told beside the lanes", 1, MaxLines, maxLine),
	}
}

// readLines reads a list of lines for people.
func readLines(v document.Value, wanted string, least, most, long int) []string {
	var lines []string
	for _, entry := range v.Some("a list of "+wanted, "lines", least, most) {
		lines = append(lines, readWords(entry, "words for the reader", long))
	}
	return lines
}

// readWords reads words for people.
func readWords(v document.Value, what string, most int) string {
	return v.Line(fmt.Sprintf("%s, in one line of at most %d characters", what, most), most)
}

func readInstant(v document.Value) units.Instant { return units.Instant(readSpan(v)) }

// readSpan reads a length of time that a session can have.
func readSpan(v document.Value) units.Span {
	return document.AtMost(v, document.Quantity(v, units.ParseSpan, 0), maxLength)
}
