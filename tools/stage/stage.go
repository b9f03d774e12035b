// Package stage builds the site and puts it where tests, pictures and
// measurements can use it as a reader would: in a subfolder of a plain file
// server that knows nothing about it, on this machine, at a port of its own.
package stage

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// Folder is where on its server the site lives. A site that works there works
// on any host, in any folder.
const Folder = "/some/where/"

// Root returns the root of the module, from any folder inside it.
func Root() (string, error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("asking go for the module: %w", err)
	}
	file := strings.TrimSpace(string(out))
	if filepath.Base(file) != "go.mod" {
		return "", fmt.Errorf("not inside the project: run this from a folder of it")
	}
	return filepath.Dir(file), nil
}

// Build builds the site into a folder, as make build does.
func Build(folder string) error {
	root, err := Root()
	if err != nil {
		return err
	}
	cmd := exec.Command("go", "run", "./tools/idd", "build", "--out", folder)
	cmd.Dir = root
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building the site: %w", err)
	}
	return nil
}

// Pages returns the addresses of a built site's pages below its home page,
// sorted, without the simulator's own page: "" and "remote/" for instance.
func Pages(folder string) ([]string, error) {
	var all []string
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".html" && name != "sim.html" {
			all = append(all, strings.TrimSuffix(name, "index.html"))
		}
		return err
	})
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("%s has no pages", folder)
	}
	return all, err
}

// Serve serves a built site until the server is closed, and returns the
// address of its home page. What is not there is answered with the page for
// that, as hosts of plain files do.
func Serve(folder string) (*httptest.Server, string) {
	files := http.FileServer(http.Dir(folder))
	server := httptest.NewServer(http.StripPrefix(strings.TrimSuffix(Folder, "/"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := fs.Stat(os.DirFS(folder), strings.Trim(path.Clean(r.URL.Path), "/"))
		missing, unread := os.ReadFile(filepath.Join(folder, "404.html"))
		if err == nil || unread != nil || path.Clean(r.URL.Path) == "/" {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(missing)
	})))
	return server, server.URL + Folder
}
