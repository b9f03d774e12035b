package site

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/messages"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/survey"
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
	pages []*page // by audience, section, order and file; the home page is not among them

	audiences map[frontmatter.Audience][]*page // the same pages by audience
	inMenu    map[frontmatter.Audience][]*page // those that the menu lists, or the foot those for everyone
	listings  []*page                          // those among them that list what others use
	shared    *shares                          // what its pages have in common
	lists     map[string]template.HTML         // of its pages, as pages that search show them, by their addresses
}

// page is what is known of a page before it is rendered.
type page struct {
	file     string // "en/personal-remote.md"
	language *language
	address  string // "personal-remote.html", from the root of the site
	front    frontmatter.Page
	lists    markdown.Lists
	place    int  // among the pages of its audience
	shown    bool // in the menu or at the foot of every page

	translations []*page // the same page in other languages, in the order of their codes
}

var (
	languageName = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
	fileName     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.md$`)
	folderName   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// reserved are the names at the root of the site that pages may not take.
var reserved = []string{"sim.md", "404.md", "search.md", "assets", "cases", "drives", "example", "messages", "scenarios", "source"}

// readTree reads the front matter of every page, and the words of every
// language. pages is where pages are read, which notes their sums.
func readTree(content fs.FS, pages *survey.Survey) (*tree, error) {
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
		found, err := t.readLanguage(content, pages, e.Name())
		if err != nil {
			return nil, err
		}
		mistakes = append(mistakes, found...)
	}
	if len(t.languages) == 0 {
		return nil, errors.New("the content has no folder of a language, such as en, with pages in it")
	}
	t.fallBack(content)
	mistakes = append(mistakes, t.readTranslations(content)...)
	return t, mistakes.Err()
}

func (t *tree) readLanguage(content fs.FS, pages *survey.Survey, code string) (mistake.List, error) {
	l := &language{code: code, shared: new(shares), lists: map[string]template.HTML{}}
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
	var files []string
	err = fs.WalkDir(content, code, func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		isPage, found, err := l.isPage(file, e)
		if isPage {
			files = append(files, file)
		}
		mistakes = append(mistakes, found...)
		return err
	})
	if err != nil {
		return nil, err
	}
	found, err := t.readPages(pages, l, files)
	mistakes = append(mistakes, found...)
	if err != nil {
		return nil, err
	}
	l.sort()
	if l.home == nil {
		mistakes = append(mistakes, mistake.InFile(code+"/index.md", "the language "+code+" has no home page", "write this file"))
	}
	return mistakes, nil
}

// isPage reports whether a file is a page; other files wait until a page asks
// for them.
func (l *language) isPage(file string, e fs.DirEntry) (bool, mistake.List, error) {
	name, inLanguage := e.Name(), strings.TrimPrefix(file, l.code+"/")
	hidden := strings.HasPrefix(name, ".")
	switch {
	case file == l.code:
		return false, nil, nil
	case e.IsDir() && hidden:
		return false, nil, fs.SkipDir
	case hidden || (!e.IsDir() && path.Ext(name) != ".md"):
		return false, nil, nil
	case slices.Contains(reserved, inLanguage):
		return false, mistake.List{mistake.InFile(file, "the site itself has a place called "+inLanguage, "choose another name")}, skipDir(e)
	case e.IsDir() && !folderName.MatchString(name), !e.IsDir() && !fileName.MatchString(name):
		return false, mistake.List{mistake.InFile(file, "not a name for an address", "use lower-case letters, digits and single hyphens, such as personal-remote.md")}, skipDir(e)
	}
	return !e.IsDir(), nil, nil
}

// readPages reads the front matter of pages, of as many at once as there are
// processors.
func (t *tree) readPages(read *survey.Survey, l *language, files []string) (mistake.List, error) {
	pages, wrong := make([]*page, len(files)), make([]mistake.List, len(files))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range files {
		g.Go(func() error {
			src, err := read.Read(file)
			if err != nil {
				return err
			}
			front, body, mistakes := frontmatter.Parse(file, src)
			address := l.folder() + strings.TrimSuffix(strings.TrimPrefix(file, l.code+"/"), ".md") + ".html"
			pages[i] = &page{file: file, language: l, address: address, front: front, lists: markdown.ListsIn(src[body:])}
			wrong[i] = mistakes
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	for _, p := range pages {
		t.add(p)
	}
	return slices.Concat(wrong...), nil
}

// add adds a page to the tree and to its language.
func (t *tree) add(p *page) {
	t.pages, t.byFile[p.file] = append(t.pages, p), p
	if l := p.language; p.file == l.code+"/index.md" {
		l.home = p
	} else {
		l.pages = append(l.pages, p)
	}
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

// sort puts the pages in their order, those of a section side by side.
func (l *language) sort() {
	slices.SortStableFunc(l.pages, func(a, b *page) int {
		return cmp.Or(
			cmp.Compare(slices.Index(frontmatter.Audiences, a.front.Audience), slices.Index(frontmatter.Audiences, b.front.Audience)),
			cmp.Compare(a.front.Order, b.front.Order),
			cmp.Compare(a.file, b.file),
		)
	})
	// Sections come as their first pages do; what belongs to none is first of all.
	type section struct {
		audience frontmatter.Audience
		name     string
	}
	ranks := map[section]int{}
	for i, p := range l.pages {
		s := section{p.front.Audience, p.front.Section}
		if _, known := ranks[s]; !known && s.name != "" {
			ranks[s] = i + 1
		}
	}
	rank := func(p *page) int { return ranks[section{p.front.Audience, p.front.Section}] }
	slices.SortStableFunc(l.pages, func(a, b *page) int {
		if a.front.Audience != b.front.Audience {
			return 0
		}
		return cmp.Compare(rank(a), rank(b))
	})
	l.audiences, l.listings, l.inMenu = map[frontmatter.Audience][]*page{}, nil, map[frontmatter.Audience][]*page{}
	for _, p := range l.pages {
		p.shown = false
		p.place = len(l.audiences[p.front.Audience])
		l.audiences[p.front.Audience] = append(l.audiences[p.front.Audience], p)
		if p.lists.Any() {
			l.listings = append(l.listings, p)
		}
	}
	l.inMenu[frontmatter.Everyone] = inFoot(l)
	for _, audience := range frontmatter.Audiences {
		l.inMenu[audience] = inMenu(l.audiences[audience])
	}
	for _, pages := range l.inMenu {
		for _, p := range pages {
			p.shown = true
		}
	}
}
