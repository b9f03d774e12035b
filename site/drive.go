package site

import (
	"bytes"
	"encoding/json"
	"fmt"

	"iddtestdrive/engine/drive"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
)

// readDrives reads the guided test drives and what pages may show of each, and
// publishes each for the simulator as one file with all its scenarios. A drive
// in which a reader would get stuck is a mistake.
func (w *work) readDrives(scenarios map[string]scenarioFile) error {
	w.drives = starts{kind: "drive", folder: "drives", known: map[string]markdown.Start{}}
	known := drive.Scenarios{}
	for name, s := range scenarios {
		known[name] = s.Scenario
	}
	return w.eachFile("drives", func(file, name string, src []byte) error {
		w.drives.known[name] = markdown.Start{}
		d, err := drive.Parse(file, src)
		if err != nil {
			return w.note(file, src, err)
		}
		if broken(d, scenarios) {
			return nil // the mistakes in its scenario are told already
		}
		if err := drive.Walk(d, known); err != nil {
			return w.note(file, src, err)
		}
		w.checkPage(file, src, d.Page)
		w.drives.known[name] = markdown.Start{Title: d.Title, Summary: d.Summary, Minutes: d.Minutes}
		return w.publish("drives/"+name+".json", packed(d, w.reading(src, d.Page), scenarios))
	})
}

// broken reports whether a scenario of a drive is there and cannot be read.
func broken(d *drive.Drive, scenarios map[string]scenarioFile) bool {
	for _, lane := range d.Lanes {
		if s, ok := scenarios[lane.Scenario]; ok && s.Scenario == nil {
			return true
		}
	}
	return false
}

// checkPage looks for the page that a drive or a case names to read on, in every
// language.
func (w *work) checkPage(file string, src []byte, page string) {
	if page == "" {
		return
	}
	for _, l := range w.tree.languages {
		if full := l.code + "/" + page + ".md"; w.tree.byFile[full] == nil && !w.tree.leftOut[full] {
			w.mistakes = append(w.mistakes, mistake.At(file, src, max(0, bytes.Index(src, []byte("\npage:"))+1),
				w.noPage(full).Error(), "name a page by its file without .md, or leave page out"))
		}
	}
}

// packed is a drive as the simulator fetches it: its own text, and that of its
// scenarios in the order of its lanes.
//
//	{"drive": "title: …", "scenarios": {"first-day": "title: …"}}
func packed(d *drive.Drive, src []byte, scenarios map[string]scenarioFile) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, `{"drive":%s,"scenarios":{`, quoted(src))
	seen := map[string]bool{}
	for _, lane := range d.Lanes {
		if seen[lane.Scenario] {
			continue
		}
		if len(seen) > 0 {
			out.WriteByte(',')
		}
		seen[lane.Scenario] = true
		fmt.Fprintf(&out, "%s:%s", quoted([]byte(lane.Scenario)), quoted(scenarios[lane.Scenario].source))
	}
	out.WriteString("}}\n")
	return out.Bytes()
}

// quoted is a text as a JSON string.
func quoted(text []byte) []byte {
	out, _ := json.Marshal(string(text)) // a string is always possible
	return out
}
