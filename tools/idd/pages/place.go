package pages

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"iddtestdrive/site"
	"iddtestdrive/site/output"
	"iddtestdrive/site/program"
	"iddtestdrive/tools/idd/project"
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
	root, err := project.Root()
	if err != nil {
		return site.Options{}, err
	}
	content, err := root.Content(p.content)
	if err != nil {
		return site.Options{}, err
	}
	p.root, p.contentAt = string(root), content
	say := func(what string) { fmt.Fprintln(progress, what+" …") }
	compiler := &program.Compiler{Root: p.root, Cache: root.Cache(), Progress: say}
	o := site.Options{
		Content:     os.DirFS(content),
		ContentName: project.Shown(content),
		Theme:       root.Theme(),
		Out:         root.Folder(p.out),
		Program:     func(ctx context.Context) (program.Program, error) { return compiler.Compile(ctx) },
	}
	if press {
		o.Press = &output.Press{Cache: root.Cache(), Progress: say}
	}
	return o, nil
}
