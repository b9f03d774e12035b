package create

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"iddtestdrive/tools/idd/project"
)

// firstScenario is the scenario of a new site.
const firstScenario = "first-try"

func newSite() *cobra.Command {
	return &cobra.Command{
		Use:   "site FOLDER",
		Short: "Begin a content of your own, with a home page, a page and a scenario",
		Long: "Begin a content of your own: a folder with a home page, a page with the simulator in it, a scenario, the\n" +
			"interface words, and a file for your name, colours and contact. It builds as it is.",
		Example: "  idd new site my-content\n  idd build --content my-content",
		Args:    one("say which folder to write to"),
		RunE: func(c *cobra.Command, args []string) error {
			root, err := project.Root()
			if err != nil {
				return err
			}
			folder := root.Folder(args[0])
			entries, err := os.ReadDir(folder)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if len(entries) > 0 {
				return fmt.Errorf("%s is there already and is not empty; name another folder", project.Shown(folder))
			}
			all, err := siteFiles(root)
			if err != nil {
				return err
			}
			if err := write(folder, all...); err != nil {
				return err
			}
			for _, f := range all {
				fmt.Fprintf(c.OutOrStdout(), "  %s\n", project.Shown(filepath.Join(folder, filepath.FromSlash(f.name))))
			}
			say(c, folder, "", "a content of your own, with the files above",
				"Look at it with: idd serve --content "+args[0], "Make it your own in site.yaml, and add pages with: idd new page TITLE --content "+args[0])
			return nil
		},
	}
}

func siteFiles(root project.At) ([]file, error) {
	words, err := os.ReadFile(root.Folder("content/messages/en.yaml"))
	if err != nil {
		return nil, fmt.Errorf("the project's own interface words are not there: %w", err)
	}
	all := []file{{"messages/en.yaml", string(words)}}
	for _, f := range []struct {
		name, template string
		facts          facts
	}{
		{"en/index.md", "home.md", facts{Title: "Welcome", Pages: true}},
		{"en/try-the-pump.md", "try.md", facts{Name: firstScenario}},
		{"scenarios/" + firstScenario + ".yaml", "scenario.yaml", facts{Title: titleOf(firstScenario), Audience: "patient"}},
		{"site.yaml", "site.yaml", facts{}},
	} {
		text, err := made(f.template, f.facts)
		if err != nil {
			return nil, err
		}
		all = append(all, file{f.name, text})
	}
	return all, nil
}
