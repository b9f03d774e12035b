// Package program makes the simulator's program: it compiles wasm/simulator to
// WebAssembly when one of its sources has changed, and takes from the Go
// toolchain the script that such a program needs in a browser (wasm_exec.js).
//
// What the program is made of is asked of the toolchain: every source and
// embedded file of the packages of this module that it imports, go.mod, go.sum
// and the toolchain's version. The hash of all that names the compiled program
// in the cache, so an unchanged program is not compiled again.
package program

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Program is the simulator's program with its support.
type Program struct {
	Wasm    []byte // sim.wasm
	Support []byte // wasm_exec.js, of the toolchain that compiled it
}

// Compiler compiles the simulator.
type Compiler struct {
	Root     string       // the folder of go.mod
	Cache    string       // where compiled programs are kept
	Progress func(string) // told before work that takes long; may be nil
}

// Failed is the error of a program that does not compile: what the toolchain
// said.
type Failed struct {
	Output string
}

// Error returns what the toolchain said.
func (f *Failed) Error() string {
	return "the simulator does not compile:\n" + strings.TrimSpace(f.Output)
}

const target = "./wasm/simulator"

// compact are the packages in which a call stays a call, so that the program
// stays small: their code runs when something changes. Not among them are the
// pump, which works long, and what paints and mirrors a screen, which the first
// frame waits for.
var compact = []string{
	"iddtestdrive/engine/body", "iddtestdrive/engine/document", "iddtestdrive/engine/drive", "iddtestdrive/engine/packed",
	"iddtestdrive/engine/practice", "iddtestdrive/engine/scenario", "iddtestdrive/engine/session", "iddtestdrive/engine/therapy",
	"iddtestdrive/wasm/app", "iddtestdrive/wasm/errands", "iddtestdrive/wasm/form", "iddtestdrive/wasm/keep",
	"iddtestdrive/wasm/picture", "iddtestdrive/wasm/simulator", "iddtestdrive/wasm/timeline", "iddtestdrive/wasm/ward",
}

// flags are how the program is compiled.
func flags() []string {
	all := []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w"}
	for _, p := range compact {
		all = append(all, "-gcflags="+p+"=-l")
	}
	return all
}

// maxKept is the number of compiled programs that the cache keeps.
const maxKept = 4

// Compile returns the program, from the cache where its sources are unchanged.
func (c *Compiler) Compile(ctx context.Context) (Program, error) {
	name, err := c.name(ctx)
	if err != nil {
		return Program{}, err
	}
	support, err := c.support(ctx)
	if err != nil {
		return Program{}, err
	}
	kept := filepath.Join(c.Cache, "program", name+".wasm")
	if wasm, err := os.ReadFile(kept); err == nil {
		return Program{Wasm: wasm, Support: support}, nil
	}
	if c.Progress != nil {
		c.Progress("compiling the simulator; this takes a minute the first time, and only happens when its sources change")
	}
	wasm, err := c.build(ctx, kept)
	return Program{Wasm: wasm, Support: support}, err
}

// build compiles into the cache.
func (c *Compiler) build(ctx context.Context, kept string) ([]byte, error) {
	folder := filepath.Dir(kept)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp(folder, "new-*")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	made := filepath.Join(temp, "sim.wasm")
	_, err = c.run(ctx, slices.Concat([]string{"build"}, flags(), []string{"-o", made, target})...)
	if err != nil {
		return nil, err
	}
	wasm, err := os.ReadFile(made)
	if err != nil {
		return nil, err
	}
	if err := os.Rename(made, kept); err != nil {
		return nil, err
	}
	return wasm, prune(folder, kept)
}

// prune removes all but the newest programs, of which the one just made is one.
func prune(folder, made string) error {
	names, err := filepath.Glob(filepath.Join(folder, "*.wasm"))
	if err != nil {
		return err
	}
	age := map[string]time.Time{}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil {
			age[name] = info.ModTime()
		}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == made })
	slices.SortFunc(names, func(a, b string) int { return age[b].Compare(age[a]) })
	for _, old := range names[min(maxKept-1, len(names)):] {
		if err := os.Remove(old); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// support reads wasm_exec.js of the toolchain in use.
func (c *Compiler) support(ctx context.Context) ([]byte, error) {
	root, err := c.run(ctx, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
}

// run runs the go command as for the browser.
func (c *Compiler) run(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = c.Root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=")
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			return nil, &Failed{Output: said.String()}
		}
		return nil, fmt.Errorf("the go command does not run: %w", err)
	}
	return out.Bytes(), nil
}

// listed is what go list says of a package.
type listed struct {
	Dir        string
	GoFiles    []string
	OtherFiles []string
	EmbedFiles []string
	Standard   bool
	Module     *struct{ Main bool }
}

// name returns the hash of everything the program is made of.
func (c *Compiler) name(ctx context.Context) (string, error) {
	files, err := c.Sources(ctx)
	if err != nil {
		return "", err
	}
	version, err := c.run(ctx, "env", "GOVERSION")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%s %q", version, flags())
	for _, file := range files {
		if err := add(sum, c.Root, file); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:32], nil
}

func add(sum io.Writer, root, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	name, err := filepath.Rel(root, file)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(sum, "%s %d\n%s", filepath.ToSlash(name), len(data), data)
	return err
}

// Sources returns the files that the program is made of, in order: those of
// this module, go.mod and go.sum.
func (c *Compiler) Sources(ctx context.Context) ([]string, error) {
	out, err := c.run(ctx, "list", "-deps", "-json=Dir,GoFiles,OtherFiles,EmbedFiles,Standard,Module", target)
	if err != nil {
		return nil, err
	}
	files := []string{filepath.Join(c.Root, "go.mod"), filepath.Join(c.Root, "go.sum")}
	d := json.NewDecoder(bytes.NewReader(out))
	for {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		if p.Standard || p.Module == nil || !p.Module.Main {
			continue
		}
		for _, name := range slices.Concat(p.GoFiles, p.OtherFiles, p.EmbedFiles) {
			files = append(files, filepath.Join(p.Dir, name))
		}
	}
	slices.Sort(files)
	return files, nil
}
