// Idd builds, shows and checks IDD Test Drive: the site about intrathecal drug
// delivery, its simulator, and the scenarios both run.
//
// Each of its commands is made by a function of its own and listed in
// newRootCommand; --help says what it does, with an example.
//
// The exit status is 0 when all went well, 1 where something that was looked
// at is not as it should be (an expectation of a scenario, a finding), and 2
// where the command could not do its work: a wrong argument, a file that is
// not valid.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs one command and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := newRootCommand()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	if text := err.Error(); text != "" {
		fmt.Fprintln(errs, text)
	}
	var status interface{ ExitStatus() int }
	if errors.As(err, &status) {
		return status.ExitStatus()
	}
	return 2
}
