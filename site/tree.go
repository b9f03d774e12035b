package site

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/messages"
	"iddtestdrive/site/mistake"
)

// tree is the index of the content: what pages there are, and what must be
// known of a page to make another.
type tree struct {
	languages []*language
	pages     []*page          // in the order of their files
	byFile    map[string]*page // "en/personal-remote.md"
	leftOut   map[string]bool  // files of pages that the host leaves out
}

// language is one language of the site.
type language struct {
	code  string
	words *messages.Catalogue
	home  *page
	pages []*page // by audience, order and file; the home page is not among them
}

// page is what is known of a page before it is rendered.
type page struct {
	file     string // "en/personal-remote.md"
	language *language
	address  string // "personal-remote.html", from the root of the site
	front    frontmatter.Page
	body     int // offset at which the Markdown begins
	lists    markdown.Lists
}

var (
	languageName = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	fileName     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.md$`)
	folderName   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// reserved are the names at the root of the site that pages may not take.
var reserved = []string{"sim.md", "404.md", "assets", "cases", "drives", "example", "messages", "scenarios", "source"}

// readTree reads the front matter of every page, and the words of every
// language.
func readTree(content fs.FS) (*tree, error) {
	entries, err := fs.ReadDir(content, ".")
	if err != nil {
		return nil, fmt.Errorf("the content cannot be read: %w", err)
	}
	t := &tree{byFile: map[string]*page{}}
	var mistakes mistake.List
	for _, e := range entries {
		if !e.IsDir() || !languageName.MatchString(e.Name()) {
			continue
		}
		found, err := t.readLanguage(content, e.Name())
		if err != nil {
			return nil, err
		}
		mistakes = append(mistakes, found...)
	}
	if len(t.languages) == 0 {
		return nil, errors.New("the content has no folder of a language, such as en, with pages in it")
	}
	mistakes = append(mistakes, t.checkTranslations(content)...)
	return t, mistakes.Err()
}

func (t *tree) readLanguage(content fs.FS, code string) (mistake.List, error) {
	l := &language{code: code}
	words, err := messages.Load(content, code)
	var mistakes mistake.List
	switch {
	case errors.As(err, &mistakes):
	case errors.Is(err, fs.ErrNotExist):
		mistakes = append(mistakes, mistake.InFile("messages/"+code+".yaml", "the language "+code+" has pages but no interface words", "write this file; messages/en.yaml shows what it holds"))
	case err != nil:
		return nil, err
	}
	l.words = words
	t.languages = append(t.languages, l)
	err = fs.WalkDir(content, code, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		found, err := t.readEntry(content, l, file, e)
		mistakes = append(mistakes, found...)
		return err
	})
	if err != nil {
		return nil, err
	}
	l.sort()
	if l.home == nil {
		mistakes = append(mistakes, mistake.InFile(code+"/index.md", "the language "+code+" has no home page", "write this file"))
	}
	return mistakes, nil
}

// readEntry reads a page; other files wait until a page asks for them.
func (t *tree) readEntry(content fs.FS, l *language, file string, e fs.DirEntry) (mistake.List, error) {
	name, inLanguage := e.Name(), strings.TrimPrefix(file, l.code+"/")
	hidden := strings.HasPrefix(name, ".")
	switch {
	case file == l.code:
		return nil, nil
	case e.IsDir() && hidden:
		return nil, fs.SkipDir
	case hidden || (!e.IsDir() && path.Ext(name) != ".md"):
		return nil, nil
	case slices.Contains(reserved, inLanguage):
		return mistake.List{mistake.InFile(file, "the site itself has a place called "+inLanguage, "choose another name")}, skipDir(e)
	case e.IsDir() && !folderName.MatchString(name), !e.IsDir() && !fileName.MatchString(name):
		return mistake.List{mistake.InFile(file, "not a name for an address", "use lower-case letters, digits and single hyphens, such as personal-remote.md")}, skipDir(e)
	case e.IsDir():
		return nil, nil
	}
	src, err := fs.ReadFile(content, file)
	if err != nil {
		return nil, err
	}
	front, body, mistakes := frontmatter.Parse(file, src)
	p := &page{file: file, language: l, address: l.folder() + strings.TrimSuffix(inLanguage, ".md") + ".html", front: front, body: body, lists: markdown.ListsIn(src[body:])}
	t.pages, t.byFile[file] = append(t.pages, p), p
	if inLanguage == "index.md" {
		l.home = p
	} else {
		l.pages = append(l.pages, p)
	}
	return mistakes, nil
}

func skipDir(e fs.DirEntry) error {
	if e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// folder is where the language's pages are: "" or "fr/".
func (l *language) folder() string {
	if l.code == DefaultLanguage {
		return ""
	}
	return l.code + "/"
}

func (l *language) sort() {
	slices.SortStableFunc(l.pages, func(a, b *page) int {
		return cmp.Or(
			cmp.Compare(slices.Index(frontmatter.Audiences, a.front.Audience), slices.Index(frontmatter.Audiences, b.front.Audience)),
			cmp.Compare(a.front.Order, b.front.Order),
			cmp.Compare(a.file, b.file),
		)
	})
}

// of returns the pages of an audience in their order.
func (l *language) of(a frontmatter.Audience) []*page {
	var pages []*page
	for _, p := range l.pages {
		if p.front.Audience == a {
			pages = append(pages, p)
		}
	}
	return pages
}

// checkTranslations looks for translations that are not there.
func (t *tree) checkTranslations(content fs.FS) mistake.List {
	var mistakes mistake.List
	for _, p := range t.pages {
		for _, tr := range p.front.Translations {
			if file := path.Join(tr.Language, tr.Path); t.byFile[file] == nil {
				src, _ := fs.ReadFile(content, p.file) // for the picture only
				at := max(strings.Index(string(src), "translations:"), 0)
				mistakes = append(mistakes, mistake.At(p.file, src, at, "there is no page "+file, ""))
			}
		}
	}
	return mistakes
}
