package site

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"iddtestdrive/engine/practice"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/settings"
)

// readCases reads the practice cases and what pages may show of each, and
// publishes each for the simulator as one file with its scenario, and all of
// them as one file for exams. That a case does what it says is for idd practise
// to try: it takes longer than a page may.
func (w *work) readCases(scenarios map[string]scenarioFile) error {
	w.cases = starts{kind: "case", folder: "cases", known: map[string]markdown.Start{}}
	type packedCase struct {
		order int
		name  string
		text  []byte
	}
	var all []packedCase
	err := w.eachFile("cases", func(file, name string, src []byte) error {
		w.cases.known[name] = markdown.Start{}
		c, err := practice.Parse(file, src)
		if err != nil {
			return w.note(file, src, err)
		}
		sc, ok := scenarios[c.Scenario]
		switch {
		case !ok:
			w.mistakes = append(w.mistakes, mistake.At(file, src, max(0, bytes.Index(src, []byte("\nscenario:"))+1),
				w.scenarios.none(c.Scenario).Error(), "name a scenario by its file without .yaml"))
			return nil
		case sc.Scenario == nil:
			return nil // the mistakes in its scenario are told already
		}
		w.checkPage(file, src, c.Page)
		w.cases.known[name] = markdown.Start{Title: c.Title, Summary: c.Summary, Minutes: c.Minutes}
		text := fmt.Appendf(nil, `{"name":%s,"case":%s,"scenario":%s}`, quoted([]byte(name)), quoted(w.reading(src, c.Page)), quoted(sc.source))
		all = append(all, packedCase{c.Order, name, text})
		if w.without(settings.PracticeWard) {
			return nil
		}
		return w.publish("cases/"+name+".json", slices.Concat([]byte("["), text, []byte("]\n")))
	})
	if err != nil || len(all) == 0 || w.without(settings.PracticeWard) {
		return err
	}
	slices.SortFunc(all, func(a, b packedCase) int {
		if a.order != b.order {
			return a.order - b.order
		}
		return bytes.Compare([]byte(a.name), []byte(b.name))
	})
	texts := make([][]byte, len(all))
	for i, c := range all {
		texts[i] = c.text
	}
	return w.publish(allCases, slices.Concat([]byte("["), bytes.Join(texts, []byte(",\n")), []byte("]\n")))
}

// allCases is where all cases are, for exams. No case can have its name.
const allCases = "cases/all_cases.json"

// exam is what a page shows of an exam of so many cases.
func (w *work) exam(p *page, count string) (markdown.Start, error) {
	n, err := strconv.Atoi(count)
	if most := len(w.cases.known); err != nil || n < 1 || n > most {
		return markdown.Start{}, fmt.Errorf("an exam has 1 to %d cases, not %q", most, count)
	}
	return markdown.Start{Address: relative(p.address, p.language.folder()+"sim.html") + "?exam=" + strconv.Itoa(n)}, nil
}
