package main

import (
	"embed"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// hugoFiles are a site of Hugo with what our pages have at the least: a title, a
// description, a table of contents, the text, the pages before and after.
//
//go:embed all:hugo
var hugoFiles embed.FS

// writeHugo writes the same pages as a site of Hugo.
func (b *building) writeHugo() error {
	files, err := fs.Sub(hugoFiles, "hugo")
	if err != nil {
		return err
	}
	if err := os.CopyFS(b.hugoSite, files); err != nil {
		return err
	}
	pages := filepath.Join(b.hugoSite, "content")
	if err := os.CopyFS(pages, os.DirFS(filepath.Join(b.content, "en"))); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(pages, "glossary.yaml")); err != nil {
		return err
	}
	// What is called so is the home page, beside which there can be others.
	return os.Rename(filepath.Join(pages, "index.md"), filepath.Join(pages, "_index.md"))
}

// runHugo builds with Hugo, if there is one.
func (b *building) runHugo() (cost, error) {
	if b.hugo == "" {
		return cost{}, nil
	}
	out := filepath.Join(b.hugoSite, "public")
	return b.afresh(out, exec.Command(b.hugo, "--quiet", "--source", b.hugoSite))
}
