package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"iddtestdrive/site/output"
	"iddtestdrive/tools/stage"
)

// The budgets of the simulator's size, compressed with brotli at its best.
const (
	mostBytes     = 2_400_000
	mostTimesBare = 1.35
)

// sizes measures the simulator as a reader downloads it.
func sizes(site, bare string) (table, error) {
	t := table{title: "Size of the simulator, in bytes", beside: "bare program"}
	path, err := theOnly(site, ".wasm")
	if err != nil {
		return t, err
	}
	sim, err := os.ReadFile(path)
	if err != nil {
		return t, err
	}
	least, err := os.ReadFile(filepath.Join(bare, "bare.wasm"))
	if err != nil {
		return t, err
	}
	s, b := brotlied(sim), brotlied(least)
	ratio := float64(s) / float64(b)
	t.rows = []row{
		{what: "raw", is: count(len(sim)), beside: count(len(least))},
		{what: "gzip", is: count(gzipped(sim)), beside: count(gzipped(least))},
		{what: "brotli 11", is: count(s), beside: count(b),
			budget: "at most " + count(mostBytes), holds: within(float64(s), mostBytes)},
		{what: "brotli 11, times bare", is: fmt.Sprintf("%.2f", ratio), beside: "1",
			budget: fmt.Sprintf("at most %.2f", mostTimesBare), holds: within(ratio, mostTimesBare)},
	}
	return t, nil
}

// theOnly finds the one file below a folder whose name ends so.
func theOnly(folder, suffix string) (string, error) {
	var found []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, suffix) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%s has %d files that end in %s; one is expected", folder, len(found), suffix)
	}
	return found[0], nil
}

func brotlied(data []byte) int {
	out, _ := output.Brotli(data) // to memory, which does not fail
	return len(out)
}

func gzipped(data []byte) int {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = w.Write(data) // to memory, which does not fail
	_ = w.Close()
	return out.Len()
}

// count is a number with its thousands apart.
func count(n int) string {
	s := fmt.Sprint(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// buildBare builds the bare program and its page into a folder.
func buildBare(folder string) error {
	root, err := stage.Root()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w",
		"-o", filepath.Join(folder, "bare.wasm"), "./tools/bench/bare")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building the bare program: %w\n%s", err, out)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("asking go for its folder: %w", err)
	}
	support, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "wasm_exec.js"), support, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "bare.html"), barePage, 0o644)
}
