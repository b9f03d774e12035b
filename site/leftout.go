package site

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/settings"
)

// leaveOut takes the pages out of the index that the host leaves out. They stay
// known by their files, so that what leads to them can be told from what is
// mistyped.
func (t *tree) leaveOut(out settings.LeaveOut) {
	t.leftOut = map[string]bool{}
	for _, p := range t.pages {
		inLanguage := strings.TrimPrefix(p.file, p.language.code+"/")
		if slices.Contains(out.Pages, inLanguage) || (slices.Contains(out.Audiences, string(p.front.Audience)) && p != p.language.home) {
			t.leftOut[p.file] = true
			delete(t.byFile, p.file)
		}
	}
	gone := func(p *page) bool { return t.leftOut[p.file] }
	t.pages = slices.DeleteFunc(t.pages, gone)
	for _, l := range t.languages {
		l.pages = slices.DeleteFunc(l.pages, gone)
		l.sort()
	}
	for _, p := range t.pages {
		p.front.Translations = slices.DeleteFunc(p.front.Translations, func(tr frontmatter.Translation) bool {
			return t.leftOut[path.Join(tr.Language, tr.Path)]
		})
		p.translations = slices.DeleteFunc(p.translations, gone)
	}
}

// without reports whether the host leaves a part out.
func (w *work) without(part string) bool { return slices.Contains(w.host.LeaveOut.Parts, part) }

// leaving returns what tells a page what is left out, or nil where nothing is.
func (w *work) leaving(p *page) func(kind, name string) bool {
	if out := w.host.LeaveOut; len(out.Audiences)+len(out.Pages)+len(out.Parts) == 0 {
		return nil
	}
	return func(kind, name string) bool { return w.leftOut(p, kind, name) }
}

// leftOut says what a page asks about (markdown.Surroundings).
func (w *work) leftOut(p *page, kind, name string) bool {
	switch kind {
	case "page":
		full := path.Join(path.Dir(p.file), name)
		return w.tree.leftOut[full] || (w.without(settings.Simulator) && w.isExample(strings.TrimPrefix(full, p.language.code+"/")))
	case "audience":
		return slices.Contains(w.host.LeaveOut.Audiences, name)
	case "case", "exam":
		return w.without(settings.Simulator) || w.without(settings.PracticeWard)
	}
	return w.without(settings.Simulator)
}

// publish writes a file that only the simulator asks for.
func (w *work) publish(file string, data []byte) error {
	if w.without(settings.Simulator) {
		return nil
	}
	return w.stage.Write(file, data)
}

var pageLine = regexp.MustCompile(`(?m)^page:.*\n?`)

// reading returns the text of a drive or a case as it is handed to the
// simulator: without the page to read on, if the site leaves that page out.
func (w *work) reading(src []byte, page string) []byte {
	for _, l := range w.tree.languages {
		if page != "" && w.tree.leftOut[l.code+"/"+page+".md"] {
			return pageLine.ReplaceAll(src, nil)
		}
	}
	return src
}
