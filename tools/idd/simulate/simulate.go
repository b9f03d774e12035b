// Package simulate is the command that runs scenario files and prints what
// happens in them. What a scenario means and what its lines say is the work of
// engine/scenario; here are files, flags and exit status.
package simulate

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
)

// NewCommand makes the command "simulate".
func NewCommand() *cobra.Command {
	var o options
	c := &cobra.Command{
		Use:   "simulate FILE...",
		Short: "Run scenario files and print what happens",
		Long: `Run scenario files and print their log, one JSON object per line, and then one line with the state at the end.
A file named - is standard input. Several files print one after the other, each headed by its name.

A length of time is written as in scenario files; the spaces may be left out: 6h, 30d, 1d6h, 90min.

The exit status is 0 when all went well, 1 where a step did not do what its file expects (standard error names it),
2 where a file is not valid; then nothing is printed but what is wrong, and where.`,
		Example: "  idd simulate content/scenarios/first-hours.yaml\n" +
			"  idd simulate --every 6h --until 2d --format text content/scenarios/first-hours.yaml\n" +
			"  idd simulate - < my-scenario.yaml",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("name the scenario file to run: idd simulate FILE..., or - for standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, files []string) error {
			return o.run(files, c.InOrStdin(), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().VarP(&length{to: &o.every, least: 1}, "every", "", "also print the state at 0 and at each multiple of this `time`")
	c.Flags().VarP(&length{to: &o.until, given: &o.untilGiven}, "until", "", "run until this `time` since the start, whatever the file says")
	c.Flags().VarP(&o.format, "format", "", "how to print: `json` for programs, text for people")
	return c
}

// options are what the flags say.
type options struct {
	every      units.Span // 0: no state lines but the last
	until      units.Span
	untilGiven bool
	format     format
}

// run reads every file before it runs the first, so that a mistake in one of
// them leaves nothing half printed.
func (o *options) run(files []string, in io.Reader, out, errs io.Writer) error {
	scenarios, err := readAll(files, in)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(out, 1<<16)
	failed := 0
	for i, sc := range scenarios {
		if o.untilGiven {
			sc.Until = o.until
		}
		heading := ""
		if len(files) > 1 {
			heading = files[i]
		}
		failures, err := o.one(buffered, heading, sc)
		if flushed := buffered.Flush(); err == nil {
			err = flushed
		}
		if err != nil {
			return fmt.Errorf("%s: %w", files[i], err)
		}
		for _, f := range failures {
			fmt.Fprintf(errs, "%s: %s\n", files[i], f)
		}
		failed += len(failures)
	}
	if failed > 0 {
		return expectationsFailed{}
	}
	return nil
}

// one runs one scenario. A heading of "" stands for none.
func (o *options) one(out io.Writer, heading string, sc *scenario.Scenario) ([]scenario.Failure, error) {
	if o.format == asText {
		if heading != "" {
			fmt.Fprintf(out, "== %s ==\n", heading)
		}
		text := scenario.NewText(out, sc.Start)
		if err := text.Heading(sc); err != nil {
			return nil, err
		}
		return sc.Run(text, o.every)
	}
	lines := scenario.NewJSON(out)
	if heading != "" {
		if err := lines.Heading(heading); err != nil {
			return nil, err
		}
	}
	return sc.Run(lines, o.every)
}

// expectationsFailed is returned when the failures have been named already.
type expectationsFailed struct{}

func (expectationsFailed) Error() string   { return "" }
func (expectationsFailed) ExitStatus() int { return 1 }

// format is how to print. It is a flag's value.
type format string

const (
	asJSON format = "json"
	asText format = "text"
)

func (f *format) String() string {
	if *f == "" {
		return string(asJSON)
	}
	return string(*f)
}

func (f *format) Type() string { return "json" }

func (f *format) Set(text string) error {
	if *f = format(text); *f != asJSON && *f != asText {
		return errors.New("it is json or text")
	}
	return nil
}

// length is a length of time as a flag's value.
type length struct {
	to    *units.Span
	least units.Span
	given *bool // set when the flag is; may be nil
}

func (l *length) String() string { return "" }

func (l *length) Type() string { return "time" }

func (l *length) Set(text string) error {
	s, err := units.ParseSpanArgument(strings.TrimSpace(text))
	switch {
	case err != nil:
		return err
	case s < l.least || s > scenario.MaxLength:
		return errors.New("it is from " + l.least.String() + " to " + scenario.MaxLength.String() +
			" (" + strconv.Itoa(int(scenario.MaxLength/units.Day)/365) + " years)")
	}
	*l.to = s
	if l.given != nil {
		*l.given = true
	}
	return nil
}
