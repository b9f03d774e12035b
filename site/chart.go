package site

import (
	"errors"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/site/chart"
)

// newStudio makes ready to draw charts of the build's scenarios.
func (w *work) newStudio(files map[string]scenarioFile) {
	all := make(map[string]*scenario.Scenario, len(files))
	for name, file := range files {
		all[name] = file.Scenario
	}
	w.studio = chart.NewStudio(all)
}

// chart draws a chart for a page. A scenario that is wrong itself gives an empty
// one: its mistakes are told already, and no page is written.
func (w *work) chart(p *page, set chart.Settings) (chart.Chart, error) {
	l := p.language
	drawn, err := w.studio.Draw(l.code, set, chart.Words{Word: l.lentWord, Number: l.words.Number})
	if errors.Is(err, chart.ErrUnread) {
		return chart.Chart{}, nil
	}
	return drawn, err
}
