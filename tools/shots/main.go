// Command shots pictures every page of the site and the simulator's main
// states, on a phone, a tablet and a desktop, light and dark, into
// build/shots/, with a sheet of all of them in index.html.
//
//	make shots
//
// It is how we look at our work: after a change to anything that is seen, look
// at the pictures of it at every size.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"iddtestdrive/tools/browser"
	"iddtestdrive/tools/stage"
)

func main() {
	out := flag.String("out", filepath.Join("build", "shots"), "folder to write")
	flag.Parse()
	n, err := run(*out)
	if err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
	fmt.Printf("%d pictures; look at %s\n", n, filepath.Join(*out, "index.html"))
}

// withSimulator is a page that has the simulator in it.
const withSimulator = "personal-remote.html"

// glass is a kind of screen.
type glass struct {
	name string
	browser.Screen
}

// glasses are every screen pictured on: three sizes by two schemes.
func glasses() []glass {
	var all []glass
	for _, g := range []glass{
		{"phone", browser.Screen{Width: 360, Height: 740, Scale: 1.5, Touch: true}}, // sharper, its longest picture would be too high to draw
		{"tablet", browser.Screen{Width: 820, Height: 1180, Touch: true}},
		{"desktop", browser.Screen{Width: 1440, Height: 900}},
	} {
		light, dark := g, g
		light.name += "-light"
		dark.name += "-dark"
		dark.Dark = true
		all = append(all, light, dark)
	}
	return all
}

// run takes all the pictures and returns how many there are.
func run(out string) (int, error) {
	site, err := os.MkdirTemp("", "idd-shots-")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(site) }()
	if err := stage.Build(site); err != nil {
		return 0, err
	}
	pages, err := stage.Pages(site)
	if err != nil {
		return 0, err
	}
	if err := addAlmostEmpty(site); err != nil {
		return 0, err
	}
	if err := os.RemoveAll(out); err != nil {
		return 0, err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return 0, err
	}
	server, home := stage.Serve(site)
	defer server.Close()
	a := &album{folder: out}
	for _, g := range glasses() {
		if err := a.page(g, home, pages); err != nil {
			return 0, fmt.Errorf("%s: %w", g.name, err)
		}
		if err := a.simulator(g, home+"sim.html"); err != nil {
			return 0, fmt.Errorf("%s: %w", g.name, err)
		}
		if err := a.started(g, home, withSimulator); err != nil {
			return 0, fmt.Errorf("%s: %w", g.name, err)
		}
	}
	return len(a.shots), a.sheet()
}

// on opens a browser's tab on such a screen.
func (g glass) on(use func(*browser.Page) error) error {
	b, err := browser.Start(context.Background(), browser.Options{})
	if err != nil {
		return err
	}
	defer b.Close()
	p, err := b.Tab()
	if err != nil {
		return err
	}
	if err := p.Show(g.Screen); err != nil {
		return err
	}
	return use(p)
}

// page pictures each page to its end.
func (a *album) page(g glass, home string, pages []string) error {
	return g.on(func(p *browser.Page) error {
		for _, page := range pages {
			if err := p.Open(home + page); err != nil {
				return err
			}
			if err := a.take(p, "page "+title(page), g, true); err != nil {
				return err
			}
		}
		return nil
	})
}
