package site

import (
	"errors"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
)

// readScenario reads what pages show of a scenario file. A file that the
// engine refuses is a mistake like any other of the content.
func readScenario(file string, src []byte) (markdown.Scenario, error) {
	s, err := scenario.Parse(file, src)
	var wrong *scenario.Error
	if errors.As(err, &wrong) {
		what := wrong.Problem
		if wrong.Found != "" {
			what = "found \"" + wrong.Found + "\": " + what
		}
		if wrong.Key != "" {
			what = wrong.Key + ": " + what
		}
		remedy := ""
		if wrong.Allowed != "" {
			remedy = "allowed: " + wrong.Allowed
		}
		return markdown.Scenario{}, mistake.OnLine(file, src, wrong.Line, wrong.Column, what, remedy)
	}
	if err != nil {
		return markdown.Scenario{}, err
	}
	return markdown.Scenario{Title: s.Title, Summary: s.Summary}, nil
}
