package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"iddtestdrive/tools/stage"
)

//go:embed run.html run.js
var page embed.FS

// handler serves the program, its arguments, what starts it, and the project's
// files.
func handler(program string, args []string) (http.Handler, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("asking go for its folder: %w", err)
	}
	support := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")
	project, err := stage.Root()
	if err != nil {
		return nil, err
	}
	start, err := start(project, program, args)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServerFS(page))
	mux.HandleFunc("/args.json", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(start) })
	mux.HandleFunc("/wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, support) })
	mux.HandleFunc("/program.wasm", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, program)
	})
	mux.HandleFunc("/files/", func(w http.ResponseWriter, r *http.Request) {
		file(w, filepath.Join(project, filepath.FromSlash(path.Clean(strings.TrimPrefix(r.URL.Path, "/files")))))
	})
	return mux, nil
}

// start is what the page needs to know to start the program: its arguments,
// and the folder it is in, with the project's root as the root of all.
func start(project, program string, args []string) ([]byte, error) {
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	folder, err := filepath.Rel(project, here)
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]any{
		"argv":   append([]string{filepath.Base(program)}, args...),
		"folder": path.Join("/", filepath.ToSlash(folder)),
	})
}

// file sends a file's bytes, or a folder's names as a list with a header that
// tells it from a file.
func file(w http.ResponseWriter, name string) {
	entries, err := os.ReadDir(name)
	if err == nil {
		names := make([]string, len(entries))
		for i, e := range entries {
			names[i] = e.Name()
		}
		w.Header().Set("X-Folder", "yes")
		_ = json.NewEncoder(w).Encode(names)
		return
	}
	data, err := os.ReadFile(name)
	if err != nil {
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	_, _ = w.Write(data)
}
