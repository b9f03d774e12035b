// Command bench measures the project and says which of its budgets hold.
//
//	make bench
//	go run ./tools/bench -only start -runs 15
//
// It measures the dosing engine natively and in the browser, beside a bare
// loop that adds the same flows and does nothing else; the size of the
// simulator, its start and its frames, beside the least program that draws
// with the same library, built the same way, in the same run and by turns;
// what a page costs before its simulator is asked for; and the making of many
// pages, beside goldmark alone and, where it is installed, Hugo. Times are
// medians, or the best where it is said.
//
// It ends with exit code 1 when a budget does not hold.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"iddtestdrive/tools/stage"
)

func main() {
	runs := flag.Int("runs", 7, "how many times each start is measured")
	site := flag.String("site", "", "folder of a site built before; by default it is built anew")
	only := flag.String("only", "", "measure this alone: engine, size, start, frame, page or pages")
	flag.Parse()
	broken, err := run(*site, *runs, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	if broken > 0 {
		fmt.Printf("\n%d budgets do not hold.\n", broken)
		os.Exit(1)
	}
	fmt.Println("\nEvery budget holds.")
}

// run measures everything and returns how many budgets do not hold.
func run(site string, runs int, only string) (int, error) {
	scratch, err := os.MkdirTemp("", "idd-bench-")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	at := subjectsAt{scratch: scratch, site: site}
	broken := 0
	for _, m := range []struct {
		name    string
		measure func(subjectsAt) (table, error)
		site    bool // it looks at the site and the bare program
	}{
		{"engine", func(at subjectsAt) (table, error) { return engine(at.scratch) }, false},
		{"size", func(at subjectsAt) (table, error) { return sizes(at.site, at.bare) }, true},
		{"start", func(at subjectsAt) (table, error) { return starts(at.site, at.bare, runs) }, true},
		{"frame", func(at subjectsAt) (table, error) { return frames(at.site, at.bare) }, true},
		{"page", func(at subjectsAt) (table, error) { return pages(at.site) }, true},
		{"pages", func(at subjectsAt) (table, error) { return builds(at.scratch) }, false},
	} {
		if only != "" && only != m.name {
			continue
		}
		if m.site {
			if err := at.build(); err != nil {
				return broken, err
			}
		}
		t, err := m.measure(at)
		if err != nil {
			return broken, err
		}
		broken += t.print(os.Stdout)
	}
	return broken, nil
}

// subjectsAt is where things to be measured are.
type subjectsAt struct {
	scratch    string
	site, bare string // built when first asked for
}

// build builds the site and the bare program, if they are not there yet.
func (at *subjectsAt) build() error {
	if at.bare != "" {
		return nil
	}
	if at.site == "" {
		at.site = filepath.Join(at.scratch, "site")
		if err := stage.Build(at.site); err != nil {
			return err
		}
	}
	at.bare = filepath.Join(at.scratch, "bare")
	return buildBare(at.bare)
}
