// Package pages holds the commands that make the site and show it: build and
// serve. Both work from any folder of the project.
package pages

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"iddtestdrive/site"
)

// NewBuildCommand is idd build.
func NewBuildCommand() *cobra.Command {
	var p place
	var compress bool
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the site into plain files",
		Long: "Build the site from the content into plain files that work on any static host, in any folder.\n" +
			"The simulator is compiled when its sources have changed. The same content gives the same files.\n" +
			"When something in the content is wrong, every mistake is shown, and the files stay as they were.",
		Example: "  idd build\n  idd build --out /var/www/pump\n  idd build --compress=false",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			began := time.Now()
			options, err := p.options(c.OutOrStdout(), compress)
			if err != nil {
				return err
			}
			report, err := site.New(options).Build(c.Context())
			if err != nil {
				return err
			}
			tell(c.OutOrStdout(), options.Out, report, time.Since(began))
			return nil
		},
	}
	p.flags(c, "public")
	c.Flags().BoolVar(&compress, "compress", true, "write .br and .gz files beside the others, for hosts that send them")
	return c
}

// tell says what was done, where it is and what to do next.
func tell(w io.Writer, out string, r site.Report, took time.Duration) {
	fmt.Fprintf(w, "Built %s in %s: %s written, %d unchanged, %d removed.\n",
		count(r.Pages, "page"), took.Round(10*time.Millisecond), count(r.Written, "file"), r.Same, r.Removed)
	if r.Address == "" {
		fmt.Fprintln(w, "There is no site map, because the site's address is not known: say it in site.yaml, with address.")
	}
	for code, n := range lacking(r.Missing) {
		fmt.Fprintf(w, "The language %s lacks %s, shown in %s; idd check lists them.\n", code, count(n, "word"), site.DefaultLanguage)
	}
	fmt.Fprintf(w, "The site is in %s. Copy that folder to any web host, or look at it with: idd serve\n", out)
}

// lacking yields each language that lacks words, and how many.
func lacking(words []site.MissingWord) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for len(words) > 0 {
			code := words[0].Language
			n := slices.IndexFunc(words, func(w site.MissingWord) bool { return w.Language != code })
			if n < 0 {
				n = len(words)
			}
			if !yield(code, n) {
				return
			}
			words = words[n:]
		}
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
