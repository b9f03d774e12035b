// Package create holds the commands that write the beginnings of new content:
// a page, a scenario, a test drive, a practice case, a language, a whole site.
// What they write builds and is found without error by idd check, and never
// takes the place of a file that is there.
package create

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"time"

	"github.com/spf13/cobra"

	"iddtestdrive/tools/idd/project"
)

//go:embed templates
var files embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{"yaml": yamlText}).ParseFS(files, "templates/*"))

// NewCommand makes the command "new" with one below it for each kind.
func NewCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "Begin a page, scenario, test drive, practice case, language or site",
		Long: "Begin something new: a file with all that it must have, to write your own words over. What is written builds\n" +
			"as it is. A file that is there already is never touched.",
		Example: "  idd new page \"Living with a pump\" --audience patients\n  idd new scenario my-day",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("idd new knows no %q; it begins: page, scenario, drive, case, language, site", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newPage(), newScenario(), newDrive(), newCase(), newLanguage(), newSite())
	return c
}

// begin is what every kind needs: where the content is, and the day.
type begin struct {
	content string // as the flag names it
	root    project.At
	folder  string // the content's, in full
}

func (b *begin) flags(c *cobra.Command) {
	c.Flags().StringVar(&b.content, "content", "content", "folder of the content")
}

func (b *begin) find() (err error) {
	if b.root, err = project.Root(); err != nil {
		return err
	}
	b.folder, err = b.root.Content(b.content)
	return err
}

// facts are what a template is filled with.
type facts struct {
	Title, Name, Audience, Scenario string
	Order                           int
	Pages                           bool // there are pages for patients
	Today, NextYear                 string
}

func (f facts) dated() facts {
	now := time.Now()
	f.Today, f.NextYear = now.Format(time.DateOnly), now.AddDate(1, 0, 0).Format(time.DateOnly)
	return f
}

// made makes the text of a file from a template.
func made(name string, f facts) (string, error) {
	var b strings.Builder
	err := templates.ExecuteTemplate(&b, name, f.dated())
	return b.String(), err
}

// file is a file to be written, by its name below a folder.
type file struct{ name, text string }

// write writes files below a folder, all of them or, where one is there
// already, none.
func write(folder string, all ...file) error {
	for _, f := range all {
		at := filepath.Join(folder, filepath.FromSlash(f.name))
		if _, err := os.Lstat(at); err == nil {
			return fmt.Errorf("%s is there already, and was left as it is", project.Shown(at))
		}
	}
	for _, f := range all {
		at := filepath.Join(folder, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		w, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		_, err = w.WriteString(f.text)
		if closing := w.Close(); err == nil {
			err = closing
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// also is what a command has to be told besides, to work on the same content.
func (b *begin) also() string {
	if b.content == "content" {
		return ""
	}
	return " --content " + b.content
}

// say tells what was written, what it is and what is next.
func say(c *cobra.Command, folder, name, what string, next ...string) {
	fmt.Fprintf(c.OutOrStdout(), "Wrote %s: %s.\n", project.Shown(filepath.Join(folder, filepath.FromSlash(name))), what)
	for _, line := range next {
		fmt.Fprintln(c.OutOrStdout(), line)
	}
}

// one returns the check of a command's only argument.
func one(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return fmt.Errorf("%s; such as:\n%s", what, c.Example)
		}
		return nil
	}
}

var plainName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// checkName looks at the name of a file without its end.
func checkName(name string) error {
	if plainName.MatchString(name) {
		return nil
	}
	return fmt.Errorf("%q is not a name for a file of the content; use lower-case letters, digits and single hyphens, such as my-day", name)
}

// titleOf makes a title of a name: my-day is "My day".
func titleOf(name string) string {
	words := strings.ReplaceAll(name, "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

var plainText = regexp.MustCompile(`^[\p{L}][\p{L}\p{N} .,;()’–-]*$`)

// yamlText writes a text as a value of YAML, in quotes where it needs them.
func yamlText(text string) string {
	switch strings.ToLower(text) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return strconv.Quote(text)
	}
	if plainText.MatchString(text) && !strings.HasSuffix(text, " ") {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
