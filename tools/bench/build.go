package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"iddtestdrive/tools/stage"
)

// The budgets of building many pages.
const (
	mostGoldmark  = 1.6 // the time of a build, times that of goldmark alone
	leastHugo     = 3.0 // the time of Hugo, times that of a build
	mostKBPerPage = 8   // of memory that a further page takes
	mostRebuild   = 100 // ms from the change of a page to its being there
)

// amounts are the numbers of pages that are built.
var amounts = []int{1_000, 10_000}

// rounds is how often each is measured, by turns. The best counts, since
// whatever else the machine does only adds.
const rounds = 5

// builds measures the making of many pages, beside goldmark alone, which turns
// the same texts into HTML and forgets them, and beside Hugo where it is
// installed. Everything lies in memory where the machine has a folder for that,
// so that no disk is measured.
func builds(scratch string) (table, error) {
	t := table{title: fmt.Sprintf("Many pages of 1,000 words, without a simulator and without compression (best of %d)", rounds), beside: "reference"}
	many := filepath.Join(scratch, "many")
	if _, err := printed(nil, "go", "build", "-o", many, "./tools/bench/many"); err != nil {
		return t, err
	}
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		if scratch, err = os.MkdirTemp("/dev/shm", "idd-bench-"); err != nil {
			return t, err
		}
		defer func() { _ = os.RemoveAll(scratch) }()
	}
	var memory []float64
	for _, n := range amounts {
		b, err := newBuilding(many, scratch, n)
		if err != nil {
			return t, err
		}
		rows, site, err := b.measure()
		if err != nil {
			return t, err
		}
		t.rows, memory = append(t.rows, rows...), append(memory, site.kb)
	}
	more := float64(amounts[1] - amounts[0])
	perPage := (memory[1] - memory[0]) / more
	t.rows = append(t.rows, row{what: "memory that a further page takes, KB", is: fmt.Sprintf("%.1f", perPage),
		budget: fmt.Sprintf("at most %d", mostKBPerPage), holds: within(perPage, mostKBPerPage)})
	return t, nil
}

// building is a content of many pages and what it is built with.
type building struct {
	pages        int
	many, hugo   string // the programs; Hugo's is "" where it is not installed
	content, out string
	hugoSite     string
}

func newBuilding(many, scratch string, pages int) (*building, error) {
	at := func(name string) string { return filepath.Join(scratch, fmt.Sprintf("%s-%d", name, pages)) }
	b := &building{pages: pages, many: many, content: at("content"), out: at("out"), hugoSite: at("hugo")}
	root, err := stage.Root()
	if err != nil {
		return nil, err
	}
	write := exec.Command(many, "content", b.content, strconv.Itoa(pages))
	write.Dir = root
	if out, err := write.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("writing the pages: %w\n%s", err, out)
	}
	if b.hugo, err = exec.LookPath("hugo"); err != nil {
		b.hugo = ""
		return b, nil
	}
	return b, b.writeHugo()
}

// measure measures by turns.
func (b *building) measure() ([]row, cost, error) {
	var site, goldmark, hugo cost
	for range rounds {
		for _, m := range []struct {
			best *cost
			run  func() (cost, error)
		}{
			{&goldmark, func() (cost, error) { return timed(exec.Command(b.many, "goldmark", b.content)) }},
			{&site, func() (cost, error) { return b.afresh(b.out, exec.Command(b.many, "site", b.content, b.out)) }},
			{&hugo, b.runHugo},
		} {
			c, err := m.run()
			if err != nil {
				return nil, site, err
			}
			*m.best = m.best.least(c)
		}
	}
	rebuild, err := b.rebuild()
	if err != nil {
		return nil, site, err
	}
	return b.rows(site, goldmark, hugo, rebuild), site, nil
}

func (b *building) rows(site, goldmark, hugo cost, rebuild float64) []row {
	of := func(what string) string { return fmt.Sprintf("%s pages: %s", count(b.pages), what) }
	ratio := site.ms / goldmark.ms
	rows := []row{
		{what: of("a build, ms; goldmark alone"), is: fmt.Sprintf("%.0f", site.ms), beside: fmt.Sprintf("%.0f", goldmark.ms)},
		{what: of("times goldmark alone"), is: fmt.Sprintf("%.2f", ratio), beside: "1",
			budget: fmt.Sprintf("at most %.1f", mostGoldmark), holds: within(ratio, mostGoldmark)},
		{what: of("its memory, MB; goldmark alone"), is: fmt.Sprintf("%.0f", site.kb/1024), beside: fmt.Sprintf("%.0f", goldmark.kb/1024)},
	}
	if b.hugo == "" {
		rows = append(rows, row{what: of("Hugo"), is: "not installed"})
	} else {
		faster := hugo.ms / site.ms
		rows = append(rows,
			row{what: of("Hugo, ms, and its memory, MB"), is: fmt.Sprintf("%.0f", hugo.ms), beside: fmt.Sprintf("%.0f", hugo.kb/1024)},
			row{what: of("Hugo's time, times ours"), is: fmt.Sprintf("%.2f", faster), beside: "1",
				budget: fmt.Sprintf("at least %.0f", leastHugo), holds: within(leastHugo, faster)})
	}
	return append(rows, row{what: of("one page changed while serving, ms"), is: fmt.Sprintf("%.0f", rebuild),
		budget: fmt.Sprintf("at most %d", mostRebuild), holds: within(rebuild, mostRebuild)})
}

// rebuild is how long it takes from the change of a page to its being there, the
// median of several changes, in ms.
func (b *building) rebuild() (float64, error) {
	out, err := exec.Command(b.many, "serve", b.content, b.out).Output()
	if err != nil {
		return 0, fmt.Errorf("rebuilding: %w", err)
	}
	var all []float64
	for _, line := range strings.Fields(string(out)) {
		us, err := strconv.ParseFloat(line, 64)
		if err != nil {
			return 0, err
		}
		all = append(all, us/1000)
	}
	return median(all), nil
}

// afresh measures a run that writes into a folder, which is emptied before.
func (b *building) afresh(out string, c *exec.Cmd) (cost, error) {
	if err := os.RemoveAll(out); err != nil {
		return cost{}, err
	}
	return timed(c)
}

// timed runs a program to its end.
func timed(c *exec.Cmd) (cost, error) {
	began := time.Now()
	out, err := c.CombinedOutput()
	took := time.Since(began)
	if err != nil {
		return cost{}, fmt.Errorf("%s: %w\n%s", strings.Join(c.Args, " "), err, out)
	}
	return cost{ms: float64(took.Microseconds()) / 1000, kb: memory(c.ProcessState)}, nil
}

// cost is what one run takes.
type cost struct {
	ms, kb float64
}

// least is the best of two costs, each of their parts by itself.
func (c cost) least(d cost) cost {
	if c.ms == 0 {
		return d
	}
	return cost{min(c.ms, d.ms), min(c.kb, d.kb)}
}
