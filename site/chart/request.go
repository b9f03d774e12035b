package chart

import (
	"slices"
	"strings"
	"unicode"

	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// mostScenarios is how many a chart compares: as many as there are dashes that
// can be told apart.
const mostScenarios = 4

// request is a chart that can be drawn.
type request struct {
	tracks   []*track
	names    []string // of the tracks
	series   []series
	from, to units.Instant
	step     units.Span // of the table
	speech   *speech
	calendar calendar
}

// read makes a request of settings and the scenarios that they name.
func read(set Settings, tracks []*track, words Words) (*request, error) {
	r := &request{tracks: tracks, speech: &speech{Words: words}}
	for _, read := range []func(Settings) error{r.readSeries, r.readNames, r.readTime, r.readStep, r.fits} {
		if err := read(set); err != nil {
			return nil, err
		}
	}
	r.calendar = newCalendar(r.speech, tracks[0].Start, r.from, r.to)
	return r, nil
}

func (r *request) readSeries(set Settings) (err error) {
	r.series, err = readSeries(set.Series)
	return err
}

// readNames takes the names given, or makes some of the titles: what stands
// before a colon in all of them tells none apart.
func (r *request) readNames(set Settings) error {
	for _, t := range r.tracks {
		r.names = append(r.names, t.Title)
	}
	if set.Names != "" {
		if r.names = list(set.Names); len(r.names) != len(r.tracks) || slices.Contains(r.names, "") {
			return wrong("names", "give one for each scenario, with commas between", "%d names for %d scenarios", len(r.names), len(r.tracks))
		}
		return nil
	}
	head, _, _ := strings.Cut(r.names[0], ": ")
	for _, name := range r.names {
		if !strings.HasPrefix(name, head+": ") {
			return nil
		}
	}
	for i, name := range r.names {
		rest := []rune(strings.TrimPrefix(name, head+": "))
		rest[0] = unicode.ToUpper(rest[0])
		r.names[i] = string(rest)
	}
	return nil
}

func (r *request) readTime(set Settings) error {
	length := r.tracks[0].Until
	for _, t := range r.tracks {
		length = min(length, t.Until)
		if t.Start != r.tracks[0].Start {
			return wrong("scenario", "compare scenarios with the same start", "they do not begin at the same time: %s and %s", r.tracks[0].Start.Long(), t.Start.Long())
		}
	}
	r.to = units.Instant(length)
	for _, end := range []struct {
		setting, text string
		at            *units.Instant
	}{{"from", set.From, &r.from}, {"to", set.To, &r.to}} {
		if end.text == "" {
			continue
		}
		span, err := units.ParseSpanArgument(end.text)
		if err != nil {
			return wrong(end.setting, "", "%s", err.Error())
		}
		if *end.at = units.Instant(span); span > length {
			return wrong(end.setting, "at most "+length.String(), "%s is after the scenario's end", span)
		}
	}
	const least = units.Minute
	if units.Span(r.to-r.from) < least {
		setting := "from"
		if set.To != "" {
			setting = "to"
		}
		return wrong(setting, "from has to be before to", "the chart would go from %s to %s", r.from, r.to)
	}
	return nil
}

// steps are those of tables, the first that gives few rows is taken.
var steps = []units.Span{
	units.Hour, 2 * units.Hour, 3 * units.Hour, 6 * units.Hour, 12 * units.Hour, units.Day, 2 * units.Day,
	7 * units.Day, 14 * units.Day, 28 * units.Day, 91 * units.Day, 364 * units.Day,
}

const (
	fewRows  = 13
	mostRows = 200
)

func (r *request) readStep(set Settings) error {
	length := units.Span(r.to - r.from)
	switch set.By {
	case "":
		at := slices.IndexFunc(steps, func(s units.Span) bool { return length/s < fewRows })
		r.step = steps[at]
	case "hour":
		r.step = units.Hour
	case "day":
		r.step = units.Day
	default:
		return wrong("by", "allowed: hour, day", "unknown step %q", set.By)
	}
	if n := length / r.step; n > mostRows {
		return wrong("by", "choose by=day, or show less with from=… and to=…", "a table of %d rows, more than %d", n, mostRows)
	}
	return nil
}

// fits looks whether the scenarios have what is asked for.
func (r *request) fits(Settings) error {
	takes := slices.ContainsFunc(r.tracks, (*track).takesRequests)
	for _, s := range r.series {
		for i, t := range r.tracks {
			switch {
			case s.ofMass() && t.drug != r.tracks[0].drug:
				return wrong("scenario", "compare scenarios with the same drug", "the series %q of %s beside %s", s, r.tracks[0].drug, t.drug)
			case s.counts() == level && t.drug != therapy.Morphine:
				return wrong("series", "it is drawn for morphine alone", "the series %q is not there for %q, which gives %s", s, r.names[i], t.drug)
			}
		}
		if s == boluses && !takes {
			return wrong("series", "leave it out, or choose a scenario with a patient_bolus", "the series %q is not there: no patient can ask for a dose here", s)
		}
	}
	return nil
}
