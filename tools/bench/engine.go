package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"iddtestdrive/tools/stage"
)

// The budgets of a whole life, in ms.
const (
	mostNative  = 25
	mostBrowser = 100
)

// engine measures a pump's whole life, natively and in the browser, through
// the engine's own benchmarks of it and of the floor beneath it.
func engine(scratch string) (table, error) {
	t := table{
		title:  fmt.Sprintf("The dosing engine: seven years, thirteen steps and six patient boluses a day (best of %d)", times),
		beside: "in the browser",
	}
	runner := filepath.Join(scratch, "wasmtest")
	if _, err := printed(nil, "go", "build", "-o", runner, "./tools/wasmtest"); err != nil {
		return t, err
	}
	native, err := benchmarks(nil)
	if err != nil {
		return t, err
	}
	wasm, err := benchmarks([]string{"GOOS=js", "GOARCH=wasm"}, "-exec", "'"+runner+"'")
	if err != nil {
		return t, err
	}
	both := func(what, format string, of func(figures) float64) row {
		return row{what: what, is: fmt.Sprintf(format, of(native)), beside: fmt.Sprintf(format, of(wasm))}
	}
	whole := both("the whole life, ms", "%.1f", figures.life)
	whole.budget = fmt.Sprintf("at most %d and %d", mostNative, mostBrowser)
	whole.holds = max(within(native.life(), mostNative), within(wasm.life(), mostBrowser))
	t.rows = []row{
		whole,
		both("what happens in it, events", "%.0f", func(f figures) float64 { return f[life]["events"] }),
		both("events a second", "%.2g", func(f figures) float64 { return 1e9 / f[life]["ns/event"] }),
		both("allocations an event", "%.3f", func(f figures) float64 { return f[life]["allocs/op"] / f[life]["events"] }),
		both("a bare loop that adds the same flows, ms", "%.2f", func(f figures) float64 { return f[adds]["ns/op"] / 1e6 }),
		both("one that logs as much besides, ms", "%.2f", func(f figures) float64 { return f[logs]["ns/op"] / 1e6 }),
		both("the life, times the first", "%.0f", func(f figures) float64 { return f[life]["ns/op"] / f[adds]["ns/op"] }),
		both("and times the second", "%.1f", func(f figures) float64 { return f[life]["ns/op"] / f[logs]["ns/op"] }),
	}
	return t, nil
}

// times is how often each benchmark runs.
const times = 5

// The benchmarks that are read, without the word Benchmark.
const (
	life = "SevenYears"
	adds = "SevenYearsFloor/adds"
	logs = "SevenYearsFloor/adds_and_logs"
)

// figures are a benchmark's figures by its name and their unit.
type figures map[string]map[string]float64

// life is the time of a whole life, in ms.
func (f figures) life() float64 { return f[life]["ns/op"] / 1e6 }

// benchmarks runs them for a platform.
func benchmarks(env []string, flags ...string) (figures, error) {
	args := append([]string{"test", "-run", "^$", "-bench", "^BenchmarkSevenYears(Floor)?$",
		"-benchmem", "-count", strconv.Itoa(times)}, flags...)
	out, err := printed(env, "go", append(args, "./engine/session")...)
	if err != nil {
		return nil, err
	}
	f := read(out)
	for _, name := range []string{life, adds, logs} {
		if f[name]["ns/op"] == 0 {
			return nil, fmt.Errorf("no figures of Benchmark%s in:\n%s", name, out)
		}
	}
	return f, nil
}

var processors = regexp.MustCompile(`-\d+$`)

// read takes the figures out of what go test -bench prints, of each benchmark
// those of its fastest run, since whatever else the machine does only adds:
//
//	BenchmarkSevenYears-2   42   26418101 ns/op   15330 events   0 allocs/op
func read(out string) figures {
	f := figures{}
	for _, line := range strings.Split(out, "\n") {
		words := strings.Fields(line)
		if len(words) < 4 || !strings.HasPrefix(words[0], "Benchmark") {
			continue
		}
		name := processors.ReplaceAllString(strings.TrimPrefix(words[0], "Benchmark"), "")
		one := map[string]float64{}
		for i := 2; i+1 < len(words); i += 2 {
			if v, err := strconv.ParseFloat(words[i], 64); err == nil {
				one[words[i+1]] = v
			}
		}
		if f[name] == nil || one["ns/op"] < f[name]["ns/op"] {
			f[name] = one
		}
	}
	return f
}

// printed runs a command at the root of the project and returns what it printed.
func printed(env []string, name string, args ...string) (string, error) {
	root, err := stage.Root()
	if err != nil {
		return "", err
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out), nil
}
