package check

import (
	"io/fs"
	"path"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
)

// scenarios runs every scenario and tells which steps did not do what they
// expect, and counts the drives and the cases. Files that cannot be read the
// build has told already.
func (l *look) scenarios() error {
	for folder, n := range map[string]*int{"scenarios": &l.report.Scenarios, "drives": &l.report.Drives, "cases": &l.report.Cases} {
		files, err := fs.Glob(l.Content, folder+"/*.yaml")
		if err != nil {
			return err
		}
		*n = len(files)
	}
	files, err := fs.Glob(l.Content, "scenarios/*.yaml")
	if err != nil {
		return err
	}
	for _, file := range files {
		src, err := fs.ReadFile(l.Content, file)
		if err != nil {
			return err
		}
		if s, err := scenario.Parse(file, src); err == nil {
			l.run(s, file, src)
		}
	}
	return nil
}

func (l *look) run(s *scenario.Scenario, file string, src []byte) {
	failures, err := s.Run(nowhere{}, 0)
	if err != nil {
		l.wrong(mistake.InFile(file, err.Error(), ""))
	}
	for _, f := range failures {
		l.wrong(mistake.OnLine(file, src, strict.ItemLine(src, "steps", f.Step), 1, f.String(),
			"see what happens with idd simulate --format text "+path.Join(l.ContentName, file)))
	}
}

// nowhere is where the log goes of which only the expectations matter.
type nowhere struct{}

func (nowhere) Entry(session.Entry) error { return nil }
func (nowhere) State(pump.Status) error   { return nil }
