package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"iddtestdrive/site"
	"iddtestdrive/site/output"
	"iddtestdrive/site/program"
)

// place is where a site is built: what the flags of build and serve say, and
// the folders found from them.
type place struct {
	content, out string
	root         string // the folder of the project
	contentAt    string // the content's folder in full
}

func (p *place) flags(c *cobra.Command, out string) {
	c.Flags().StringVar(&p.content, "content", "content", "folder of the content")
	c.Flags().StringVar(&p.out, "out", out, "folder to write the site to")
}

func buildCommand() *cobra.Command {
	var p place
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the site into plain files",
		Long: "Build the site from the content into plain files that work on any static host, in any folder.\n" +
			"The simulator is compiled when its sources have changed. The same content gives the same files.\n" +
			"When something in the content is wrong, every mistake is shown, and the files stay as they were.",
		Example: "  idd build\n  idd build --out /var/www/pump",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			began := time.Now()
			options, err := p.options(c.OutOrStdout(), true)
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
	return c
}

// tell says what was done, where it is and what to do next.
func tell(w io.Writer, out string, r site.Report, took time.Duration) {
	fmt.Fprintf(w, "Built %s in %s: %s written, %d unchanged, %d removed.\n",
		count(r.Pages, "page"), took.Round(10*time.Millisecond), count(r.Written, "file"), r.Same, r.Removed)
	fmt.Fprintf(w, "The site is in %s. Copy that folder to any web host, or look at it with: idd serve\n", out)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// options makes what a build needs to know of the flags. Folders are those of
// the project, from wherever in it the command is run.
func (p *place) options(progress io.Writer, press bool) (site.Options, error) {
	root, err := projectRoot()
	if err != nil {
		return site.Options{}, err
	}
	content := fromRoot(root, p.content)
	p.root, p.contentAt = root, content
	if info, err := os.Stat(content); err != nil || !info.IsDir() {
		return site.Options{}, fmt.Errorf("there is no folder %s; name the folder of the content with --content", shown(content))
	}
	say := func(what string) { fmt.Fprintln(progress, what+" …") }
	compiler := &program.Compiler{Root: root, Cache: filepath.Join(root, "build", "cache"), Progress: say}
	o := site.Options{
		Content:     os.DirFS(content),
		ContentName: filepath.ToSlash(shown(content)),
		Theme:       os.DirFS(filepath.Join(root, "site", "theme")),
		Out:         fromRoot(root, p.out),
		Program:     func(ctx context.Context) (program.Program, error) { return compiler.Compile(ctx) },
	}
	if press {
		o.Press = &output.Press{Cache: filepath.Join(root, "build", "cache"), Progress: say}
	}
	return o, nil
}

// projectRoot is the folder at or above the working directory that holds the
// project: the one with the sources of the simulator.
func projectRoot() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for folder := here; ; folder = filepath.Dir(folder) {
		if info, err := os.Stat(filepath.Join(folder, "wasm", "simulator")); err == nil && info.IsDir() {
			return folder, nil
		}
		if folder == filepath.Dir(folder) {
			return "", errors.New("this is no folder of the project: run idd in the project's folder, or in one below it")
		}
	}
}

func fromRoot(root, folder string) string {
	if filepath.IsAbs(folder) {
		return filepath.Clean(folder)
	}
	return filepath.Join(root, folder)
}

// shown is how a folder is called in messages: from the working directory, if
// that is shorter.
func shown(folder string) string {
	here, err := os.Getwd()
	if err != nil {
		return folder
	}
	if near, err := filepath.Rel(here, folder); err == nil && len(near) < len(folder) {
		return near
	}
	return folder
}
