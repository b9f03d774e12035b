// Package check looks at a whole content as a careful editor would before it is
// published, and says what is wrong with it and what could be better.
//
// Errors are what a reader would stumble over:
//
//   - whatever stops a build: front matter, unknown blocks, settings, pages,
//     files and anchors, skipped headings, pictures without a text alternative,
//     test drives in which a reader would get stuck, cases that cannot be read;
//   - a scenario that does not do what its steps expect, when it is run;
//   - what package htmlcheck finds in the pages as they are built;
//   - a table with a column that has no name;
//   - a page that was reviewed in the future;
//   - a page that costs its reader more than MostPage bytes.
//
// Warnings are what an author should know of:
//
//   - a page whose next review is past;
//   - a page for patients without a summary, or without anything to do or to see;
//   - an English page for patients that is hard to read: a Flesch-Kincaid grade
//     above 7 (a reading age of 12), or sentences of more than 20 words on
//     average (package reading); words that the page explains are taken as known;
//   - words and pages that a language has not translated yet.
//
// The site is built into a temporary folder, with nothing in the place of the
// simulator's program, and compared with the rules. Nothing else is written, and
// no other site is asked for anything. Practice cases are only read: to try them
// with their scripts takes long, and idd practise does it. The same content on
// the same day gives the same report.
package check

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"iddtestdrive/site"
	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/program"
	"iddtestdrive/site/reading"
)

// Options say what to check.
type Options struct {
	Content     fs.FS     // the folder of the content
	ContentName string    // what the author calls it; findings name files beginning with it
	Theme       fs.FS     // the theme's files; nil means the theme compiled in
	Today       time.Time // the day against which dates are held
}

// Finding is one thing wrong, or one that could be better.
type Finding struct {
	Mistake *mistake.Mistake
	Warning bool // it could be better; otherwise it is wrong
}

// String returns the finding in one line, its place first as editors know it.
func (f Finding) String() string {
	level := "error"
	if f.Warning {
		level = "warning"
	}
	line := f.Mistake.Place() + ": " + level + ": " + f.Mistake.What
	if f.Mistake.Remedy != "" {
		line += "; " + f.Mistake.Remedy
	}
	return line
}

// Report is what was checked and found.
type Report struct {
	Findings []Finding // in the order of files, lines and columns
	Reading  []Reading // of every English page that is long enough, in the order of files
	Whole    bool      // all was looked at; otherwise mistakes in the index stood in the way of the texts
	Counts
}

// Reading is how easy a page is to read.
type Reading struct {
	File     string
	Audience frontmatter.Audience
	reading.Report
}

// Counts are how many of each kind there are.
type Counts struct {
	Pages, Languages, Scenarios, Drives, Cases int
	Links                                      int // to places in the site
	Foreign                                    int // to other sites, which were not asked
	Errors, Warnings                           int
}

// Run checks a content. The error is what kept it from that: a folder that
// cannot be read, or a content without a page.
func Run(ctx context.Context, o Options) (Report, error) {
	temp, err := os.MkdirTemp("", "idd-check-")
	if err != nil {
		return Report{}, err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	l := &look{Options: o, out: filepath.Join(temp, "site")}
	if err := l.all(ctx); err != nil {
		return Report{}, err
	}
	slices.SortStableFunc(l.report.Findings, func(one, other Finding) int {
		a, b := one.Mistake, other.Mistake
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.What, b.What))
	})
	for _, f := range l.report.Findings {
		if f.Warning {
			l.report.Warnings++
		} else {
			l.report.Errors++
		}
	}
	return l.report, nil
}

// look is one check under way.
type look struct {
	Options
	out    string // where the site is built
	pages  []site.Rendered
	report Report
}

func (l *look) all(ctx context.Context) error {
	built, err := site.New(site.Options{
		Content: l.Content, Theme: l.Theme, Out: l.out, Program: noProgram,
		Each: func(p site.Rendered) { l.pages = append(l.pages, p) },
	}).Build(ctx)
	var mistakes mistake.List
	if err != nil && !errors.As(err, &mistakes) {
		return err
	}
	for _, m := range mistakes {
		l.add(m, false)
	}
	l.report.Whole = built.Pages > 0
	l.report.Pages = built.Pages
	slices.SortFunc(l.pages, func(a, b site.Rendered) int { return cmp.Compare(a.File, b.File) })
	for _, p := range l.pages {
		if err := l.page(p); err != nil {
			return err
		}
	}
	if err := l.scenarios(); err != nil {
		return err
	}
	if err := l.languages(); err != nil {
		return err
	}
	if err == nil {
		return l.built()
	}
	return nil
}

// noProgram stands for the simulator, of which pages only need the address.
func noProgram(context.Context) (program.Program, error) {
	return program.Program{Wasm: []byte("\x00asm"), Support: []byte("class Go {}")}, nil
}

// add keeps a finding.
func (l *look) add(m *mistake.Mistake, warning bool) {
	if l.ContentName != "" {
		m.File = l.ContentName + "/" + m.File
	}
	l.report.Findings = append(l.report.Findings, Finding{m, warning})
}

func (l *look) wrong(m *mistake.Mistake) { l.add(m, false) }
func (l *look) warn(m *mistake.Mistake)  { l.add(m, true) }

// day writes a date as front matter has it.
func day(t time.Time) string { return t.Format(time.DateOnly) }

// counted is a number with what is counted.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
