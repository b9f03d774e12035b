// Package check is the command that looks for what is wrong with the content.
// What is looked at is the work of site/check; here are flags, exit status and
// print.
package check

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"time"

	"github.com/spf13/cobra"

	"iddtestdrive/site/check"
	"iddtestdrive/tools/idd/project"
)

// NewCommand makes the command "check".
func NewCommand() *cobra.Command {
	var o options
	c := &cobra.Command{
		Use:   "check",
		Short: "Look for what is wrong with the content, and what could be better",
		Long: `Look for what is wrong with the content, and what could be better: links and their anchors, headings, text
alternatives, the dates of pages, their sizes, what pages for patients should have, words and pages that are not
translated. Every scenario is run and has to do what it expects, every test drive is walked through, every practice
case is read. To try the cases with their scripts takes longer: idd practise does it.

The site is built into a temporary folder without the simulator; the folder public stays as it is. Other sites are not
asked for anything.

The exit status is 0 where there are no errors, 1 where there are, 2 where nothing could be checked.`,
		Example: "  idd check\n" +
			"  idd check --reading\n" +
			"  idd check --today 2027-03-01",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return o.run(c) },
	}
	c.Flags().StringVar(&o.content, "content", "content", "folder of the content")
	c.Flags().BoolVar(&o.reading, "reading", false, "tell how easy each English page is to read")
	c.Flags().Var(&o.today, "today", "hold the dates of pages against this `day`, such as 2026-03-02 (default: the day it is)")
	return c
}

// options are what the flags say.
type options struct {
	content string
	reading bool
	today   day
}

func (o *options) run(c *cobra.Command) error {
	root, err := project.Root()
	if err != nil {
		return err
	}
	content, err := root.Content(o.content)
	if err != nil {
		return err
	}
	today := o.today.Time
	if today.IsZero() {
		today = time.Now()
	}
	name := project.Shown(content)
	found, err := check.Run(c.Context(), check.Options{
		Content: os.DirFS(content), ContentName: name, Theme: root.Theme(), Today: civil(today),
	})
	if err != nil {
		return err
	}
	if o.reading {
		ease(c.OutOrStdout(), found.Reading)
	}
	tell(c.OutOrStdout(), found, name)
	if found.Errors > 0 {
		return notAsItShouldBe{}
	}
	return nil
}

// ease tells how easy pages are to read.
func ease(w io.Writer, pages []check.Reading) {
	fmt.Fprintln(w, "With the words that a page explains taken as easy, and as they are:")
	fmt.Fprintln(w, "     Grade        SMOG  Words a sentence  Words  Page")
	for _, p := range pages {
		easy, all := p.WithoutKnown, p.Grades
		fmt.Fprintf(w, "%4.1f (%4.1f) %4.1f (%4.1f)  %16.1f  %5d  %s (%s)\n",
			easy.FleschKincaid, all.FleschKincaid, easy.SMOG, all.SMOG, p.MeanWords, p.Words, p.File, p.Audience)
	}
	fmt.Fprintln(w)
}

// civil is the day of an instant where it is looked at.
func civil(t time.Time) time.Time {
	year, month, date := t.Date()
	return time.Date(year, month, date, 0, 0, 0, 0, time.UTC)
}

// tell says what was found, what was checked and what to do next.
func tell(w io.Writer, r check.Report, content string) {
	for _, f := range r.Findings {
		fmt.Fprintln(w, f)
	}
	if len(r.Findings) > 0 {
		fmt.Fprintln(w)
	}
	if !r.Whole {
		fmt.Fprintf(w, "%s. These mistakes stood in the way of the texts, which were not looked at.\n", verdict(r))
		fmt.Fprintln(w, "Mend them and check again.")
		return
	}
	fmt.Fprintf(w, "Checked %s in %s with %s, and %s, %s, %s: %s.\n",
		count(r.Pages, "page"), count(r.Languages, "language"), count(r.Links, "link"),
		count(r.Scenarios, "scenario"), count(r.Drives, "test drive"), count(r.Cases, "practice case"), verdict(r))
	if r.Foreign > 0 {
		fmt.Fprintf(w, "Not asked: %s to other sites.\n", count(r.Foreign, "link"))
	}
	switch {
	case r.Errors > 0:
		fmt.Fprintln(w, "Mend the errors and check again.")
	case r.Cases > 0:
		fmt.Fprintf(w, "Next, try the cases with their scripts: idd practise %s\n", path.Join(content, "cases", "*.yaml"))
	default:
		fmt.Fprintln(w, "Next, build the site: idd build")
	}
}

// verdict counts what was found.
func verdict(r check.Report) string {
	errors, warnings := "no errors", "no warnings"
	if r.Errors > 0 {
		errors = count(r.Errors, "error")
	}
	if r.Warnings > 0 {
		warnings = count(r.Warnings, "warning")
	}
	return errors + ", " + warnings
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// day is a date as a flag's value.
type day struct{ time.Time }

func (d *day) String() string { return "" }

func (d *day) Type() string { return "day" }

func (d *day) Set(text string) error {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return errors.New("write year, month and day, such as 2026-03-02")
	}
	d.Time = t
	return nil
}

// notAsItShouldBe is returned when what is wrong has been said already.
type notAsItShouldBe struct{}

func (notAsItShouldBe) Error() string   { return "" }
func (notAsItShouldBe) ExitStatus() int { return 1 }
