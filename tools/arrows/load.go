package arrows

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

const module = "iddtestdrive/"

// Load asks the go command for the project's packages, built for this machine
// or for the browser. A package without a file for that platform has no
// imports there.
func Load(forBrowser bool) (Graph, error) {
	cmd := exec.Command("go", "list", "-e",
		"-json=ImportPath,Imports,TestImports,XTestImports", module+"...")
	cmd.Env = os.Environ()
	if forBrowser {
		cmd.Env = append(cmd.Env, "GOOS=js", "GOARCH=wasm")
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return Graph{}, fmt.Errorf("listing the project's packages: %w", err)
	}
	g := Graph{Browser: forBrowser}
	for list := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath                         string
			Imports, TestImports, XTestImports []string
		}
		if err := list.Decode(&p); errors.Is(err, io.EOF) {
			return g, nil
		} else if err != nil {
			return Graph{}, fmt.Errorf("reading the list of packages: %w", err)
		}
		g.Packages = append(g.Packages, Package{
			Path:        strings.TrimPrefix(p.ImportPath, module),
			Imports:     local(p.Imports),
			TestImports: local(append(p.TestImports, p.XTestImports...)),
		})
	}
}

// local gives project packages their path from the root of the module.
func local(paths []string) []string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = strings.TrimPrefix(p, module)
	}
	return out
}
