package site

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
)

// scenarioFile is a scenario of the content.
type scenarioFile struct {
	*scenario.Scenario
	source []byte
}

// readScenarios reads the scenarios, what pages may show of each, and
// publishes them for the simulator under their own names. Files that are wrong
// are among the scenarios without being read, so that nobody misses them.
func (w *work) readScenarios() (map[string]scenarioFile, error) {
	all := map[string]scenarioFile{}
	w.scenarios = starts{kind: "scenario", folder: "scenarios", known: map[string]markdown.Start{}}
	err := w.eachFile("scenarios", func(file, name string, src []byte) error {
		s, err := scenario.Parse(file, src)
		if err != nil {
			all[name], w.scenarios.known[name] = scenarioFile{source: src}, markdown.Start{}
			return w.note(file, src, err)
		}
		all[name] = scenarioFile{s, src}
		w.scenarios.known[name] = markdown.Start{Title: s.Title, Summary: s.Summary}
		return w.publish(file, src)
	})
	return all, err
}

// eachFile calls read for every YAML file in a folder of the content, in the
// order of their names.
func (w *work) eachFile(folder string, read func(file, name string, src []byte) error) error {
	files, err := fs.Glob(w.options.Content, folder+"/*.yaml")
	if err != nil {
		return err
	}
	for _, file := range files {
		src, err := fs.ReadFile(w.options.Content, file)
		if err != nil {
			return err
		}
		if err := read(file, strings.TrimSuffix(path.Base(file), ".yaml"), src); err != nil {
			return err
		}
	}
	return nil
}

// note keeps what is wrong with a file that the engine refuses, a mistake like
// any other of the content; any other error is returned.
func (w *work) note(file string, src []byte, err error) error {
	var wrong *document.Error
	var misfit *drive.Misfit
	switch {
	case errors.As(err, &wrong):
		what := wrong.Problem
		if wrong.Found != "" {
			what = "found \"" + wrong.Found + "\": " + what
		}
		if wrong.Key != "" {
			what = wrong.Key + ": " + what
		}
		w.mistakes = append(w.mistakes, mistake.OnLine(file, src, wrong.Line, wrong.Column, what, allowed(wrong.Allowed)))
	case errors.As(err, &misfit):
		w.mistakes = append(w.mistakes, mistake.OnLine(file, src, strict.ItemLine(src, "steps", misfit.Step), 0, misfit.Problem, allowed(misfit.Allowed)))
	default:
		return err
	}
	return nil
}

func allowed(what string) string {
	if what == "" {
		return ""
	}
	return "allowed: " + what
}

// starts are the scenarios or the drives that pages may start, by name.
type starts struct {
	kind   string // "scenario", as the address asks for it
	folder string
	known  map[string]markdown.Start // addresses are filled in per page
}

// start returns what a page shows of one of them.
func (s starts) start(p *page, name string) (markdown.Start, error) {
	found, ok := s.known[name]
	if !ok {
		return markdown.Start{}, s.none(name)
	}
	found.Address = relative(p.address, p.language.folder()+"sim.html") + "?" + s.kind + "=" + name
	return found, nil
}

func (s starts) none(name string) error {
	names := make([]string, 0, len(s.known))
	for known := range s.known {
		names = append(names, known)
	}
	slices.Sort(names)
	if len(names) == 0 {
		return fmt.Errorf("there is no %s %q: the folder %s holds none", s.kind, name, s.folder)
	}
	return fmt.Errorf("there is no %s %q; there are: %s", s.kind, name, strings.Join(names, ", "))
}
