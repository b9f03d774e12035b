package create

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"iddtestdrive/engine/scenario"
	"iddtestdrive/site/mistake"
	"iddtestdrive/tools/idd/project"
)

// kind is a kind of YAML file: a scenario, a test drive, a practice case.
type kind struct {
	name, folder string
	use, example string
	audience     string // of the scenario that it runs in; "" for any
	onScenario   bool   // it needs a scenario to run in
	try          string // the command that tries it
	tryFile      bool   // which is told the file
}

func newScenario() *cobra.Command {
	return newYAML(kind{
		name: "scenario", folder: "scenarios", use: "what pump it is, and what happens in the world",
		example: "  idd new scenario my-day\n  idd new scenario my-ward --audience nurse", try: "idd simulate --format text ", tryFile: true,
	})
}

func newDrive() *cobra.Command {
	return newYAML(kind{
		name: "drive", folder: "drives", use: "a guided way through a scenario",
		example: "  idd new drive my-first-day --scenario first-hours", onScenario: true, try: "idd check",
	})
}

func newCase() *cobra.Command {
	return newYAML(kind{
		name: "case", folder: "cases", use: "a patient, a task and what is wanted, for nurses",
		example: "  idd new case my-refill --scenario ward-refill", onScenario: true, audience: "nurse", try: "idd practise ", tryFile: true,
	})
}

func newYAML(k kind) *cobra.Command {
	var b begin
	var on, audience string
	c := &cobra.Command{
		Use:     k.name + " NAME",
		Short:   "Begin a " + k.name + ": " + k.use,
		Long:    "Begin a " + k.name + ": " + k.use + ". NAME is that of its file, without .yaml.",
		Example: k.example,
		Args:    one("say what its file is called"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := b.find(); err != nil {
				return err
			}
			if err := checkName(args[0]); err != nil {
				return err
			}
			if err := b.checkScenario(k, on); err != nil {
				return err
			}
			if audience != "patient" && audience != "nurse" {
				return fmt.Errorf("unknown audience %q of a scenario: patient or nurse", audience)
			}
			text, err := made(k.name+".yaml", facts{Title: titleOf(args[0]), Scenario: on, Audience: audience})
			if err != nil {
				return err
			}
			at := k.folder + "/" + args[0] + ".yaml"
			if err := write(b.folder, file{at, text}); err != nil {
				return err
			}
			try := k.try + b.also()
			if k.tryFile {
				try = k.try + project.Shown(filepath.Join(b.folder, filepath.FromSlash(at)))
			}
			say(c, b.folder, at, "a page shows it with  ::: simulator "+k.name+"="+args[0], "Write your own into it, and try it with: "+try)
			return nil
		},
	}
	b.flags(c)
	if k.name == "scenario" {
		c.Flags().StringVar(&audience, "audience", "patient", "whom it is for: patient, or nurse where a practice case is to run in it")
	} else {
		audience = "patient"
		c.Flags().StringVar(&on, "scenario", "", "the scenario that it runs in, by its file without .yaml")
	}
	return c
}

// checkScenario looks for the scenario that a kind needs.
func (b *begin) checkScenario(k kind, name string) error {
	if !k.onScenario {
		return nil
	}
	known := b.scenarios(k.audience)
	switch {
	case len(known) == 0 && k.audience != "":
		return fmt.Errorf("the content has no scenario for a %s yet; begin one with: idd new scenario my-ward --audience %s", k.audience, k.audience)
	case len(known) == 0:
		return errors.New("the content has no scenario yet; begin one with: idd new scenario my-day")
	case name == "":
		return fmt.Errorf("a %s runs in a scenario; name it with --scenario: %s", k.name, strings.Join(known, ", "))
	case !slices.Contains(known, name):
		return fmt.Errorf("a %s cannot run in %q; %s", k.name, name, mistake.Choice(name, known))
	}
	return nil
}

// scenarios lists the scenarios of the content that can be read and are for an
// audience, or for any.
func (b *begin) scenarios(audience string) []string {
	content := os.DirFS(b.folder)
	files, _ := fs.Glob(content, "scenarios/*.yaml") // the pattern is right
	var names []string
	for _, name := range files {
		src, err := fs.ReadFile(content, name)
		if err != nil {
			continue
		}
		if s, err := scenario.Parse(name, src); err == nil && (audience == "" || s.Audience.String() == audience) {
			names = append(names, strings.TrimSuffix(path.Base(name), ".yaml"))
		}
	}
	return names
}
