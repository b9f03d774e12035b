package check

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"iddtestdrive/site"
	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/messages"
	"iddtestdrive/site/mistake"
)

// languages looks for what a language has not translated from the default one.
func (l *look) languages() error {
	pages := map[string][]site.Rendered{}
	for _, p := range l.pages {
		code, _, _ := strings.Cut(p.File, "/")
		pages[code] = append(pages[code], p)
	}
	l.report.Languages = len(pages)
	codes := make([]string, 0, len(pages))
	for code := range pages {
		if code != site.DefaultLanguage {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	for _, code := range codes {
		if err := l.words(code); err != nil {
			return err
		}
		l.translations(code, pages)
	}
	return nil
}

// words tells which interface words a language lacks, in a line for each group
// of them.
func (l *look) words(code string) error {
	all, err := l.catalogue(site.DefaultLanguage)
	if err != nil || all == nil {
		return err
	}
	own, err := l.catalogue(code)
	if err != nil || own == nil {
		return err
	}
	lacking := map[string][]string{} // by group
	var groups []string
	for _, key := range all.Keys() {
		if _, has := own.Own(key); has {
			continue
		}
		group := untranslated(key, own)
		if lacking[group] == nil {
			groups = append(groups, group)
		}
		lacking[group] = append(lacking[group], strings.TrimPrefix(key, group+"."))
	}
	for _, group := range groups {
		which := strings.Join(lacking[group], ", ")
		if len(lacking[group]) == count(all, group) {
			which = "none of them is yet"
		}
		l.warn(mistake.InFile(file(code), fmt.Sprintf("%s of %s not translated: %s", counted(len(lacking[group]), "word"), group, which),
			"readers see those of "+l.named(file(site.DefaultLanguage))))
	}
	return nil
}

// untranslated is the largest group around a word of which nothing is translated,
// or the group that it stands in.
func untranslated(key string, own *messages.Catalogue) string {
	parts := strings.Split(key, ".")
	for n := 1; n < len(parts); n++ {
		if group := strings.Join(parts[:n], "."); count(own, group) == 0 {
			return group
		}
	}
	return strings.Join(parts[:len(parts)-1], ".")
}

// count is how many words of a group a language has.
func count(c *messages.Catalogue, group string) int {
	n := 0
	for _, key := range c.Keys() {
		if strings.HasPrefix(key, group+".") {
			n++
		}
	}
	return n
}

func file(code string) string { return "messages/" + code + ".yaml" }

// named is a file of the content as the author calls it.
func (l *look) named(file string) string { return path.Join(l.ContentName, file) }

// catalogue reads the words of a language. It is nil where the build has told
// what is wrong with them.
func (l *look) catalogue(code string) (*messages.Catalogue, error) {
	c, err := messages.Load(l.Content, code)
	var mistakes mistake.List
	if errors.As(err, &mistakes) || errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return c, err
}

// translations tells which pages a language lacks. A page and its translation
// are one pair whichever of the two names the other.
func (l *look) translations(code string, pages map[string][]site.Rendered) {
	paired := map[string]bool{}
	for _, p := range pages[code] {
		for _, t := range p.Front.Translations {
			paired[path.Join(t.Language, t.Path)] = true
		}
	}
	for _, p := range pages[site.DefaultLanguage] {
		named := slices.ContainsFunc(p.Front.Translations, func(t frontmatter.Translation) bool { return t.Language == code })
		home := p.File == site.DefaultLanguage+"/index.md" // is every other's, whether it says so or not
		if !named && !paired[p.File] && !home {
			l.warn(mistake.InFile(p.File, "not translated into "+code, "write the page in "+l.named(code)+" and name it under translations"))
		}
	}
}
