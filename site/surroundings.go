package site

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"iddtestdrive/site/chart"
	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
)

// asked is what a page has asked of the site.
type asked struct {
	published []string // the files that it has published by asking
	listed    []string // the audiences whose pages it lists
}

// surroundings returns what a page may ask of the site, and a note that fills
// with what it has asked for.
func (w *work) surroundings(p *page) (markdown.Surroundings, *asked, error) {
	asked := new(asked)
	help, err := w.calls(p.language)
	folder := path.Dir(p.file)
	return markdown.Surroundings{
		Word:    p.language.lentWord,
		Number:  p.language.words.Number,
		Picture: w.theme.Drawing,
		Page: func(file string) (string, string, error) {
			full := path.Join(folder, file)
			target, ok := w.tree.byFile[full]
			if !ok {
				return "", "", w.noPage(full)
			}
			return relative(p.address, target.address), full, nil
		},
		File: func(file string) (markdown.Asset, error) {
			full := path.Join(folder, file)
			if example := strings.TrimPrefix(full, p.language.code+"/"); w.isExample(example) {
				return markdown.Asset{Address: relative(p.address, example)}, nil
			}
			made, err := w.assets.file(full)
			if err != nil {
				return markdown.Asset{}, err
			}
			asked.published = append(asked.published, made.address)
			return markdown.Asset{Address: relative(p.address, made.address), Width: made.width, Height: made.height}, nil
		},
		Figure: func(file string) (string, []byte, error) {
			full := path.Join(folder, file)
			svg, err := readContent(w.options.Content, full)
			return full, svg, err
		},
		Chart:    func(set chart.Settings) (chart.Chart, error) { return w.chart(p, set) },
		Scenario: func(name string) (markdown.Start, error) { return w.scenarios.start(p, name) },
		Drive:    func(name string) (markdown.Start, error) { return w.drives.start(p, name) },
		Case:     func(name string) (markdown.Start, error) { return w.cases.start(p, name) },
		Exam:     func(count string) (markdown.Start, error) { return w.exam(p, count) },
		LeftOut:  w.leaving(p),
		Help:     help,
		Pages: func(audience string) ([]markdown.Card, error) {
			asked.listed = append(asked.listed, audience)
			return cards(p, audience)
		},
		Reference: func(key string) error {
			_, err := w.library.references.Get(key)
			return err
		},
		Meaning:    func(form string) (markdown.Meaning, error) { return w.meaning(p, form) },
		References: func(kinds []string) ([]markdown.ReferenceGroup, error) { return w.listReferences(p, kinds) },
		Glossary:   func() ([]markdown.Entry, error) { return w.listWords(p) },
	}, asked, err
}

func (w *work) noPage(full string) error {
	files := make([]string, 0, len(w.tree.pages))
	for _, p := range w.tree.pages {
		files = append(files, p.file)
	}
	if near := mistake.Nearest(full, files); near != "" {
		return fmt.Errorf("there is no page %s; did you mean %s?", full, near)
	}
	return fmt.Errorf("there is no page %s", full)
}

// cards lists the pages of an audience as seen from a page.
func cards(p *page, audience string) ([]markdown.Card, error) {
	if !slices.Contains(frontmatter.Audiences, frontmatter.Audience(audience)) {
		return nil, fmt.Errorf("unknown audience %q: patients, nurses or educators", audience)
	}
	var list []markdown.Card
	for _, other := range p.language.audiences[frontmatter.Audience(audience)] {
		list = append(list, markdown.Card{Section: other.front.Section, Title: other.front.Title, Description: other.front.Description, Address: relative(p.address, other.address)})
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("there are no pages for %s yet", audience)
	}
	return list, nil
}
