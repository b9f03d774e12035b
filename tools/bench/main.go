// Command bench measures the project and says which of its budgets hold.
//
//	make bench
//	go run ./tools/bench -only start -runs 15
//
// It measures the dosing engine natively and in the browser, beside a bare
// loop that adds the same flows and does nothing else; the size of the
// simulator, its start and its frames, beside the least program that draws
// with the same library, built the same way, in the same run and by turns;
// and what a page costs before its simulator is asked for. Times are medians.
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
	only := flag.String("only", "", "measure this alone: engine, size, start, frame or page")
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
	if site == "" {
		site = filepath.Join(scratch, "site")
		if err := stage.Build(site); err != nil {
			return 0, err
		}
	}
	bare := filepath.Join(scratch, "bare")
	if err := buildBare(bare); err != nil {
		return 0, err
	}

	broken := 0
	for _, m := range []struct {
		name    string
		measure func() (table, error)
	}{
		{"engine", func() (table, error) { return engine(scratch) }},
		{"size", func() (table, error) { return sizes(site, bare) }},
		{"start", func() (table, error) { return starts(site, bare, runs) }},
		{"frame", func() (table, error) { return frames(site, bare) }},
		{"page", func() (table, error) { return pages(site) }},
	} {
		if only != "" && only != m.name {
			continue
		}
		t, err := m.measure()
		if err != nil {
			return broken, err
		}
		broken += t.print(os.Stdout)
	}
	return broken, nil
}
