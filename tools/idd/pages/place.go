package pages

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

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
