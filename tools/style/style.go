// Package style holds the habits of this project's Go that a program can see
// and that the compiler, gofmt, vet and staticcheck do not look at:
//
//   - every exported name says in a comment what it is;
//   - what doses knows no floating-point number;
//   - a function fits on a screen, a file is about one thing;
//   - no package is a drawer for what has no place (util, common, helper);
//   - tests stand outside the package they test, none is skipped and none
//     waits for a length of time;
//   - nothing is marked as to be done later.
package style

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
)

// The lengths past which reading gets hard. Tests, which are often tables,
// have no limit.
const (
	MaxFunction = 70  // lines of one function
	MaxFile     = 500 // lines of one file
)

// Check returns a line for each habit that a Go file breaks: its place, and
// what is wrong. The name is the file's path from the root of the module, with
// forward slashes.
func Check(name string, src []byte) ([]string, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	c := &checker{name: name, fset: fset, file: f, test: strings.HasSuffix(name, "_test.go")}
	c.drawers()
	c.later()
	c.calls()
	if c.test {
		c.outside()
		return c.found, nil
	}
	c.lengths()
	c.documented()
	if doses(name) {
		c.floats()
	}
	return c.found, nil
}

type checker struct {
	name  string
	fset  *token.FileSet
	file  *ast.File
	test  bool
	found []string
}

func (c *checker) say(at token.Pos, format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf("%s:%d: %s", c.name, c.fset.Position(at).Line, fmt.Sprintf(format, args...)))
}

// drawer names say nothing of what is inside.
var drawer = []string{"util", "utils", "common", "helper", "helpers", "manager", "misc", "base"}

func (c *checker) drawers() {
	if slices.Contains(drawer, strings.TrimSuffix(c.file.Name.Name, "_test")) {
		c.say(c.file.Name.Pos(), "package %s: a name that does not say what is inside", c.file.Name.Name)
	}
}

// unfinished marks are written in capitals, or they are words like any other.
var unfinished = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X|HA` + `CK)\b`)

func (c *checker) later() {
	for _, group := range c.file.Comments {
		for _, line := range group.List {
			if mark := unfinished.FindString(line.Text); mark != "" {
				c.say(line.Pos(), "%s: do it, or file it where such things are kept", mark)
			}
		}
	}
}

// banned are calls, by what they are called on and their name.
var banned = map[string]string{
	"time.Sleep": "wait for a condition",
	"t.Skip":     "a test that does not run proves nothing",
	"t.Skipf":    "a test that does not run proves nothing",
	"t.SkipNow":  "a test that does not run proves nothing",
}

func (c *checker) calls() {
	ast.Inspect(c.file, func(n ast.Node) bool {
		if call, ok := n.(*ast.SelectorExpr); ok {
			if on, ok := call.X.(*ast.Ident); ok {
				if instead := banned[on.Name+"."+call.Sel.Name]; instead != "" {
					c.say(call.Pos(), "%s.%s: %s", on.Name, call.Sel.Name, instead)
				}
			}
		}
		return true
	})
}

// outside holds for every test file but the one that hands a test what the
// package keeps to itself.
func (c *checker) outside() {
	if !strings.HasSuffix(c.file.Name.Name, "_test") && path.Base(c.name) != "export_test.go" {
		c.say(c.file.Name.Pos(), "a test of package %s stands in package %s_test", c.file.Name.Name, c.file.Name.Name)
	}
}

func (c *checker) lengths() {
	if n := c.lines(c.file.FileStart, c.file.FileEnd); n > MaxFile {
		c.say(c.file.Package, "the file has %d lines; %d are plenty", n, MaxFile)
	}
	for _, d := range c.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			if n := c.lines(f.Pos(), f.End()); n > MaxFunction {
				c.say(f.Pos(), "%s has %d lines; %d are plenty", f.Name.Name, n, MaxFunction)
			}
		}
	}
}

func (c *checker) lines(from, to token.Pos) int {
	return c.fset.Position(to).Line - c.fset.Position(from).Line + 1
}

// doses says whether a file is of the engine's exact part.
func doses(name string) bool {
	for _, p := range []string{"units", "therapy", "pump", "session", "scenario"} {
		if strings.HasPrefix(name, "engine/"+p+"/") {
			return true
		}
	}
	return false
}

func (c *checker) floats() {
	ast.Inspect(c.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if n.Name == "float64" || n.Name == "float32" {
				c.say(n.Pos(), "%s: a dose is a whole number of its smallest unit", n.Name)
			}
		case *ast.BasicLit:
			if n.Kind == token.FLOAT {
				c.say(n.Pos(), "%s: a dose is a whole number of its smallest unit", n.Value)
			}
		}
		return true
	})
}
