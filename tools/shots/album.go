package main

import (
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"iddtestdrive/tools/browser"
)

// album is a folder of pictures.
type album struct {
	folder string
	shots  []shot
}

type shot struct{ Subject, Glass, File string }

// take pictures what the page shows now; whole, to its end.
func (a *album) take(p *browser.Page, subject string, g glass, whole bool) error {
	png, err := p.Picture(whole)
	if err != nil {
		return err
	}
	s := shot{Subject: subject, Glass: g.name, File: strings.ReplaceAll(subject, " ", "-") + "-" + g.name + ".png"}
	if err := os.WriteFile(filepath.Join(a.folder, s.File), png, 0o644); err != nil {
		return err
	}
	a.shots = append(a.shots, s)
	fmt.Println(s.File)
	return nil
}

// title is what a page is called in file names: its path, and the first page
// home.
func title(page string) string {
	name := strings.Trim(strings.TrimSuffix(page, ".html"), "/")
	if name == "" {
		return "home"
	}
	return strings.ReplaceAll(name, "/", " ")
}

var sheet = template.Must(template.New("sheet").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures</title>
<style>
body { font: 16px/1.4 sans-serif; margin: 1rem; background: #777; color: #fff }
section { display: flex; gap: 1rem; align-items: start; overflow-x: auto }
figure { margin: 0 } figcaption { font-size: 0.85rem }
img { height: 20rem; background: #fff }
</style>
<h1>{{len .}} subjects</h1>
{{range .}}<h2>{{.Subject}}</h2>
<section>{{range .Shots}}
<figure><a href="{{.File}}"><img src="{{.File}}" alt="{{.Subject}}, {{.Glass}}" loading="lazy"></a><figcaption>{{.Glass}}</figcaption></figure>{{end}}
</section>
{{end}}</html>
`))

// sheet writes the page that shows all pictures, a row for each subject.
func (a *album) sheet() error {
	type row struct {
		Subject string
		Shots   []shot
	}
	var rows []row
	at := map[string]int{}
	for _, s := range a.shots {
		i, ok := at[s.Subject]
		if !ok {
			i = len(rows)
			at[s.Subject] = i
			rows = append(rows, row{Subject: s.Subject})
		}
		rows[i].Shots = append(rows[i].Shots, s)
	}
	f, err := os.Create(filepath.Join(a.folder, "index.html"))
	if err != nil {
		return err
	}
	if err := sheet.Execute(f, rows); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
