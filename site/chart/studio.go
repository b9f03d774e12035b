package chart

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/site/mistake"
)

// ErrUnread says that the file of a scenario is wrong itself, which its author is
// told elsewhere.
var ErrUnread = errors.New("the scenario's own file is wrong")

// Studio draws the charts of one build: it runs each scenario once, and draws
// each chart once in each language. It serves many pages at once.
type Studio struct {
	scenarios map[string]*scenario.Scenario
	runs      atomic.Int64

	mu     sync.Mutex
	tracks map[string]func() (*track, error)
	drawn  map[drawn]func() (Chart, error)
}

// drawn is a chart in a language.
type drawn struct {
	language string
	settings Settings
}

// NewStudio returns a studio for scenarios by name; those that could not be read
// are nil.
func NewStudio(scenarios map[string]*scenario.Scenario) *Studio {
	return &Studio{scenarios: scenarios, tracks: map[string]func() (*track, error){}, drawn: map[drawn]func() (Chart, error){}}
}

// Runs is how many scenarios were run so far.
func (s *Studio) Runs() int { return int(s.runs.Load()) }

// Draw draws a chart with the words of a language. The error is a *Wrong where
// the settings are wrong, ErrUnread, or a word that is lacking.
func (s *Studio) Draw(language string, set Settings, words Words) (Chart, error) {
	key := drawn{language, set}
	s.mu.Lock()
	draw, known := s.drawn[key]
	if !known {
		draw = sync.OnceValues(func() (Chart, error) { return s.draw(set, words) })
		s.drawn[key] = draw
	}
	s.mu.Unlock()
	return draw()
}

func (s *Studio) draw(set Settings, words Words) (Chart, error) {
	names := list(set.Scenario)
	if len(names) > mostScenarios {
		return Chart{}, wrong("scenario", fmt.Sprintf("at most %d can be told apart", mostScenarios), "%d scenarios in one chart", len(names))
	}
	var tracks []*track
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			return Chart{}, wrong("scenario", "name each once", "the scenario %q is there twice", name)
		}
		t, err := s.track(name)
		if err != nil {
			return Chart{}, err
		}
		tracks = append(tracks, t)
	}
	r, err := read(set, tracks, words)
	if err != nil {
		return Chart{}, err
	}
	return r.chart()
}

// track runs a scenario, once.
func (s *Studio) track(name string) (*track, error) {
	sc, known := s.scenarios[name]
	if !known {
		var all []string
		for other := range s.scenarios {
			all = append(all, other)
		}
		slices.Sort(all)
		return nil, wrong("scenario", mistake.Choice(name, all), "there is no scenario %q", name)
	}
	if sc == nil {
		return nil, ErrUnread
	}
	s.mu.Lock()
	get, known := s.tracks[name]
	if !known {
		get = sync.OnceValues(func() (*track, error) {
			s.runs.Add(1)
			t, err := run(sc)
			if err != nil {
				return nil, wrong("scenario", "idd simulate "+name+".yaml shows how far it runs", "the scenario %q does not run: %s", name, strings.TrimSpace(err.Error()))
			}
			return t, nil
		})
		s.tracks[name] = get
	}
	s.mu.Unlock()
	return get()
}

// note tells how the numbers of the table came about.
func (r *request) note() string {
	var all []string
	if slices.Contains(r.series, tip) {
		all = append(all, r.speech.say("means"))
	}
	if r.speech.rounded {
		all = append(all, r.speech.say("rounded"))
	}
	return strings.Join(all, " ")
}

// chart draws a request.
func (r *request) chart() (Chart, error) {
	panels, err := r.panels()
	if err != nil {
		return Chart{}, err
	}
	c := Chart{
		Wide: r.draw(panels, wideWidth, wideSize), Narrow: r.draw(panels, narrowWidth, narrowSize),
		Said: r.said(panels), Events: r.eventList(panels),
	}
	c.Columns, c.Rows = r.table(panels)
	c.Note = r.note()
	return c, r.speech.err
}
