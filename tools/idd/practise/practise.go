// Package practise is the command that tries practice cases. What a case means
// is the work of engine/practice; here are files, flags, exit status and print.
package practise

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/tools/idd/input"
)

// NewCommand makes the command "practise".
func NewCommand() *cobra.Command {
	var o options
	c := &cobra.Command{
		Use:   "practise CASE...",
		Short: "Try practice cases, or do an attempt at one and print its debrief",
		Long: `Try practice cases: each has to be done with full marks by its right script, and each of its mistakes has to be made by
the script that shows it, with every chance that may be drawn. The scenario of a case is looked for in the folder
scenarios beside the folder of the case.

With --acts or --code an attempt at the one case named is done, and printed with what came of each act, the score, and
what the patient gets in the hours that follow. A file of acts says the case, a seed and the acts; a code comes from
whoever did the attempt.

The exit status is 0 when all went well, 1 where a case does not do what it says or an attempt was not safe, 2 where a
file is not valid.`,
		Example: "  idd practise content/cases/*.yaml\n" +
			"  idd practise --acts my-attempt.yaml content/cases/routine-refill.yaml",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return errors.New("name the case file to try: idd practise CASE")
			case len(args) > 1 && (o.acts != "" || o.code != ""):
				return errors.New("an attempt is at one case; name that one alone")
			case o.acts != "" && o.code != "":
				return errors.New("give --acts or --code, not both")
			}
			return nil
		},
		RunE: func(c *cobra.Command, files []string) error { return o.run(files, c.OutOrStdout(), c.ErrOrStderr()) },
	}
	c.Flags().StringVar(&o.acts, "acts", "", "do the acts of this `file`")
	c.Flags().StringVar(&o.code, "code", "", "do the attempt of this `code`")
	return c
}

// options are what the flags say.
type options struct{ acts, code string }

// one is a case and its scenario.
type one struct {
	file     string
	practice *practice.Case
	scenario *scenario.Scenario
}

// run reads every file before it tries the first.
func (o *options) run(files []string, out, errs io.Writer) error {
	var all []one
	var wrong []string
	for _, file := range files {
		c, err := read(file)
		if err != nil {
			wrong = append(wrong, err.Error())
		}
		all = append(all, c)
	}
	if len(wrong) > 0 {
		return errors.New(strings.Join(wrong, "\n"))
	}
	if o.acts != "" || o.code != "" {
		return o.attempt(all[0], out)
	}
	failed := false
	for _, c := range all {
		if err := practice.Walk(c.practice, c.scenario); err != nil {
			fmt.Fprintf(errs, "%s: %v\n", c.file, err)
			failed = true
			continue
		}
		fmt.Fprintf(out, "%s: done well by its right script; its mistakes (%d) show.\n", c.file, len(c.practice.Mistakes))
	}
	if failed {
		return notAsItShouldBe{}
	}
	return nil
}

// attempt does an attempt at a case and prints it.
func (o *options) attempt(c one, out io.Writer) error {
	a, err := o.do(c)
	if err != nil {
		return err
	}
	if err := debrief(out, c.scenario, a); err != nil {
		return err
	}
	if !a.Score().Safe {
		return notAsItShouldBe{}
	}
	return nil
}

func (o *options) do(c one) (*practice.Attempt, error) {
	if o.code != "" {
		return practice.Replay(c.practice, c.scenario, o.code)
	}
	src, err := input.File(o.acts, "attempt", practice.MaxBytes)
	if err != nil {
		return nil, err
	}
	return practice.Play(c.practice, c.scenario, o.acts, src)
}

// read reads a case and the scenario that it names.
func read(file string) (one, error) {
	src, err := input.File(file, "case", practice.MaxBytes)
	if err != nil {
		return one{}, err
	}
	c, err := practice.Parse(file, src)
	if err != nil {
		return one{}, err
	}
	at := filepath.Join(filepath.Dir(file), "..", "scenarios", c.Scenario+".yaml")
	src, err = input.File(at, "scenario", scenario.MaxBytes)
	if err != nil {
		return one{}, fmt.Errorf("%s: its scenario: %w", file, err)
	}
	sc, err := scenario.Parse(at, src)
	return one{file, c, sc}, err
}

// notAsItShouldBe is returned when what is wrong has been said already.
type notAsItShouldBe struct{}

func (notAsItShouldBe) Error() string   { return "" }
func (notAsItShouldBe) ExitStatus() int { return 1 }
