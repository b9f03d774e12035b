package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"iddtestdrive/tools/idd/check"
	"iddtestdrive/tools/idd/create"
	"iddtestdrive/tools/idd/pages"
	"iddtestdrive/tools/idd/practise"
	"iddtestdrive/tools/idd/simulate"
)

// newRootCommand is idd itself with all its commands.
func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "idd",
		Short: "Begin, build, show, check and simulate IDD Test Drive",
		Long: "IDD Test Drive is a site about intrathecal drug delivery with a simulator of the pump and the patient's remote.\n" +
			"Training simulation. Not for dosing a real patient.",
		SilenceErrors:              true, // run prints them, with nothing before them
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			if near := c.SuggestionsFor(args[0]); len(near) > 0 {
				return fmt.Errorf("idd has no command %q; did you mean %s?", args[0], near[0])
			}
			return fmt.Errorf("idd has no command %q; idd --help lists those there are", args[0])
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w; %s --help lists what there is", err, c.CommandPath())
	})
	root.AddCommand(
		pages.NewBuildCommand(),
		pages.NewServeCommand(),
		check.NewCommand(),
		create.NewCommand(),
		simulate.NewCommand(),
		practise.NewCommand(),
	)
	return root
}
