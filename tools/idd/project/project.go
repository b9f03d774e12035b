// Package project knows where the project's folders are, from wherever in it a
// command is run, and how a folder is called in what a command says.
package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// At is the folder of the project, in full.
type At string

// Root is the folder at or above the working directory that holds the project:
// the one with the sources of the simulator.
func Root() (At, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for folder := here; ; folder = filepath.Dir(folder) {
		if info, err := os.Stat(filepath.Join(folder, "wasm", "simulator")); err == nil && info.IsDir() {
			return At(folder), nil
		}
		if folder == filepath.Dir(folder) {
			return "", errors.New("this is no folder of the project: run idd in the project's folder, or in one below it")
		}
	}
}

// Folder is a folder as a flag names it: from the project's folder, or in full.
func (a At) Folder(named string) string {
	if filepath.IsAbs(named) {
		return filepath.Clean(named)
	}
	return filepath.Join(string(a), named)
}

// Content is the folder of the content as a flag names it. It has to be there.
func (a At) Content(named string) (string, error) {
	folder := a.Folder(named)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", fmt.Errorf("there is no folder %s; name the folder of the content with --content", Shown(folder))
	}
	return folder, nil
}

// Theme is the project's theme as it is now.
func (a At) Theme() fs.FS { return os.DirFS(filepath.Join(string(a), "site", "theme")) }

// Cache is the folder that keeps what took long to make.
func (a At) Cache() string { return filepath.Join(string(a), "build", "cache") }

// Shown is how a file or folder is called in messages, with slashes: from the
// working directory, if that is shorter.
func Shown(name string) string {
	here, err := os.Getwd()
	if err != nil {
		return filepath.ToSlash(name)
	}
	if near, err := filepath.Rel(here, name); err == nil && len(near) < len(name) {
		name = near
	}
	return filepath.ToSlash(name)
}
