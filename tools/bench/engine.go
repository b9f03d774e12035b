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

// engine measures a pump's whole life, natively and in the browser, through
// the benchmarks of tools/bench/life.
func engine(scratch string) (table, error) {
	t := table{title: "The dosing engine: seven years, six patient boluses a day", beside: "in the browser"}
	runner := filepath.Join(scratch, "wasmtest")
	if err := inRoot(nil, "go", "build", "-o", runner, "./tools/wasmtest"); err != nil {
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
	t.rows = []row{
		both("the whole life, ms", "%.1f", func(f figures) float64 { return f["SevenYears"]["ns/op"] / 1e6 }),
		both("what happens in it, events", "%.0f", func(f figures) float64 { return f["SevenYears"]["events"] }),
		both("events a second", "%.2e", func(f figures) float64 {
			return f["SevenYears"]["events"] / f["SevenYears"]["ns/op"] * 1e9
		}),
		both("allocations an event", "%.3f", func(f figures) float64 {
			return f["SevenYears"]["allocs/op"] / f["SevenYears"]["events"]
		}),
		both("a bare loop adding the flows, ms", "%.2f", func(f figures) float64 { return f["BareLoop"]["ns/op"] / 1e6 }),
		both("times the bare loop", "%.1f", func(f figures) float64 {
			return f["SevenYears"]["ns/op"] / f["BareLoop"]["ns/op"]
		}),
	}
	return t, nil
}

// figures are a benchmark's figures by its name and their unit.
type figures map[string]map[string]float64

// benchmarks runs the benchmarks of a pump's life for a platform.
func benchmarks(env []string, flags ...string) (figures, error) {
	args := append([]string{"test", "-run", "^$", "-bench", ".", "-benchmem", "-count", "1"}, flags...)
	out, err := output(env, "go", append(args, "./tools/bench/life")...)
	if err != nil {
		return nil, err
	}
	f := read(out)
	for _, name := range []string{"SevenYears", "BareLoop"} {
		if f[name]["ns/op"] == 0 {
			return nil, fmt.Errorf("no figures of Benchmark%s in:\n%s", name, out)
		}
	}
	return f, nil
}

var processors = regexp.MustCompile(`-\d+$`)

// read takes the figures out of what go test -bench prints:
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
		f[name] = map[string]float64{}
		for i := 2; i+1 < len(words); i += 2 {
			if v, err := strconv.ParseFloat(words[i], 64); err == nil {
				f[name][words[i+1]] = v
			}
		}
	}
	return f
}

func inRoot(env []string, name string, args ...string) error {
	_, err := output(env, name, args...)
	return err
}

// output runs a command at the root of the project and returns what it printed.
func output(env []string, name string, args ...string) (string, error) {
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
