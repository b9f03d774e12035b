package site

import (
	"html/template"
	"path"
	"reflect"
	"slices"

	"golang.org/x/sync/errgroup"

	"iddtestdrive/site/card"
	"iddtestdrive/site/chart"
	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/survey"
	"iddtestdrive/site/theme"
)

// ground is all that pages stand on: everything but their own texts. Once it is
// laid it does not change, and it serves one build after another until something
// of it does. Where only front matter changed, the next ground differs from it in
// its tree alone, and is its kin.
type ground struct {
	host  *host
	tree  *tree
	theme *theme.Theme

	common    common
	artist    *card.Artist
	scenarios starts
	drives    starts
	cases     starts
	library   library
	studio    *chart.Studio

	files []string // those of the site that were written when it was laid
}

// sight is what the files are that a site is made of, at one look.
type sight struct {
	content, theme *survey.Survey
}

// look looks at all files.
func (b *Builder) look() (sight, error) {
	content, err := survey.Take(b.options.Content, b.memory.seen.content)
	if err != nil {
		return sight{}, err
	}
	look, err := survey.Take(b.options.Theme, b.memory.seen.theme)
	return sight{content, look}, err
}

// read notes the sums of all files but those with Markdown or of all, where that is
// not done yet. What is noted before anybody reads a file makes sure that a change
// in the meantime is seen at the next look.
func (s sight) read(markdown bool) error {
	for _, files := range []*survey.Survey{s.content, s.theme} {
		for _, name := range files.Names() {
			if !markdown && path.Ext(name) == ".md" {
				continue // the tree notes it when it reads the page
			}
			if _, err := files.Sum(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// standing returns the ground of the last build, or its kin, where nothing but
// pages changed since, and their files; nil where a new ground has to be laid.
func (b *Builder) standing(now sight) (*ground, map[string]bool) {
	g := b.memory.ground
	if g == nil {
		return nil, nil
	}
	if changed, same, err := now.theme.Changed(); err != nil || !same || len(changed) > 0 {
		return nil, nil
	}
	changed, same, err := now.content.Changed()
	if err != nil || !same {
		return nil, nil
	}
	fronts, files := map[string]frontmatter.Page{}, map[string]bool{}
	for _, file := range changed {
		files[file] = true
		p := g.tree.byFile[file]
		if p == nil {
			return nil, nil
		}
		src, err := now.content.Read(file)
		if err != nil {
			return nil, nil
		}
		front, body, mistakes := frontmatter.Parse(file, src)
		if len(mistakes) > 0 || !reflect.DeepEqual(markdown.ListsIn(src[body:]), p.lists) {
			return nil, nil
		}
		if !reflect.DeepEqual(front, p.front) {
			fronts[file] = front
		}
	}
	return g.with(fronts), files
}

// with returns a ground on which the front matter of some pages says something
// else, or nil where more than the tree may be another then.
func (g *ground) with(fronts map[string]frontmatter.Page) *ground {
	if len(fronts) == 0 {
		return g
	}
	if out := g.host.LeaveOut; len(out.Audiences)+len(out.Pages) > 0 {
		return nil
	}
	kin := *g
	kin.tree = g.tree.with(fronts)
	if kin.tree == nil {
		return nil
	}
	return &kin
}

// with returns the tree with other front matter of some pages, or nil where a
// translation is not there. What pages of a language share stays where the menu
// and the foot are as they were.
func (t *tree) with(fronts map[string]frontmatter.Page) *tree {
	next := &tree{byFile: make(map[string]*page, len(t.byFile)), leftOut: t.leftOut}
	languages := map[*language]*language{}
	for _, l := range t.languages {
		languages[l] = &language{code: l.code, words: l.words, lists: map[string]template.HTML{}}
		next.languages = append(next.languages, languages[l])
	}
	for _, was := range t.pages {
		p := &page{file: was.file, language: languages[was.language], address: was.address, front: was.front, lists: was.lists}
		if front, ok := fronts[p.file]; ok {
			p.front = front
		}
		next.add(p)
	}
	for _, l := range next.languages {
		l.sort()
	}
	if len(next.readTranslations(nil)) > 0 {
		return nil
	}
	for was, l := range languages {
		if l.shared = was.shared; !sameMenus(was, l) {
			l.shared = new(shares)
		}
	}
	return next
}

// sameMenus reports whether what every page of a language lists is the same.
func sameMenus(a, b *language) bool {
	for _, audience := range append(slices.Clone(frontmatter.Audiences), frontmatter.Everyone) {
		if len(a.audiences[audience]) != len(b.audiences[audience]) {
			return false
		}
		if !slices.EqualFunc(a.inMenu[audience], b.inMenu[audience], func(p, q *page) bool {
			return p.file == q.file && p.front.Title == q.front.Title && p.front.Section == q.front.Section
		}) {
			return false
		}
	}
	return true
}

// stands reports whether all that a page shows of the site around it is as it was
// when it was rendered.
func (w *work) stands(p *page, known *remembered) bool {
	former := w.Builder.memory.ground
	if w.ground == former || !w.kin {
		return w.ground == former
	}
	was := former.tree.byFile[p.file]
	if p.language.shared != was.language.shared {
		return false
	}
	for _, audience := range known.listed {
		one, errA := cards(was, audience)
		other, errB := cards(p, audience)
		if errA != nil || errB != nil || !slices.Equal(one, other) {
			return false
		}
	}
	wasBefore, wasAfter := neighbours(was)
	before, after := neighbours(p)
	return sameLink(wasBefore, before) && sameLink(wasAfter, after) &&
		slices.EqualFunc(was.translations, p.translations, func(a, b *page) bool { return a.file == b.file })
}

func sameLink(a, b *theme.Link) bool { return a == b || (a != nil && b != nil && *a == *b) }

// lay makes the ground, all but its tree, which is read before: what comes from the
// theme beside what comes from the content.
func (w *work) lay() error {
	var beside errgroup.Group
	beside.Go(w.publishCommon)
	err := w.layContent()
	if wrong := beside.Wait(); wrong != nil {
		err = wrong
	}
	w.ground.files = w.stage.Files()
	return err
}

func (w *work) layContent() error {
	scenarios, err := w.readScenarios()
	if err != nil {
		return err
	}
	w.newStudio(scenarios)
	if err := w.readDrives(scenarios); err != nil {
		return err
	}
	if err := w.readCases(scenarios); err != nil {
		return err
	}
	if err := w.readLibrary(); err != nil {
		return err
	}
	for _, l := range w.tree.languages {
		if err := w.publish(wordsAddress(l), l.words.Simulator()); err != nil {
			return err
		}
		if err := w.publish(wardAddress(l), l.words.Ward()); err != nil {
			return err
		}
	}
	return w.publishExample()
}
