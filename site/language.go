package site

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"iddtestdrive/site/messages"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/theme"
)

// MissingWord is an interface word that a language has not got; the site shows
// that of the default language.
type MissingWord struct {
	Language string // "fr"
	Key      string // "site.skip"
}

// fallBack puts the words of the default language behind those of all others.
func (t *tree) fallBack(content fs.FS) {
	at := slices.IndexFunc(t.languages, func(l *language) bool { return l.code == DefaultLanguage })
	var behind *messages.Catalogue
	if at >= 0 {
		behind = t.languages[at].words
	} else {
		behind, _ = messages.Load(content, DefaultLanguage) // a site without that language may do without
	}
	for i, l := range t.languages {
		if i != at && l.words != nil && behind != nil {
			l.words.Behind(behind)
		}
	}
}

// missing lists the words that languages have not got.
func (t *tree) missing() []MissingWord {
	var all []MissingWord
	for _, l := range t.languages {
		for _, key := range l.words.Missing() {
			all = append(all, MissingWord{l.code, key})
		}
	}
	return all
}

// readTranslations joins pages with the same pages in other languages, both
// ways, and looks for translations that are not there. content may be nil: then
// mistakes show no line of it.
func (t *tree) readTranslations(content fs.FS) mistake.List {
	var mistakes mistake.List
	for _, p := range t.pages {
		for _, tr := range p.front.Translations {
			file := path.Join(tr.Language, tr.Path)
			other := t.byFile[file]
			if other == nil || other.language == p.language {
				var src []byte // for the picture only
				if content != nil {
					src, _ = fs.ReadFile(content, p.file)
				}
				at := max(strings.Index(string(src), "translations:"), 0)
				what := "there is no page " + file
				if other != nil {
					what = file + " is in the same language as this page"
				}
				mistakes = append(mistakes, mistake.At(p.file, src, at, what, ""))
				continue
			}
			p.translates(other)
			other.translates(p)
		}
	}
	// Home pages are each other's, whether they say so or not.
	for _, l := range t.languages {
		for _, other := range t.languages {
			if l != other && l.home != nil && other.home != nil {
				l.home.translates(other.home)
			}
		}
	}
	return mistakes
}

// translates notes that a page is the same in another language. The first that
// says so is right.
func (p *page) translates(other *page) {
	if p.in(other.language) != nil {
		return
	}
	p.translations = append(p.translations, other)
	slices.SortFunc(p.translations, func(a, b *page) int { return cmp.Compare(a.language.code, b.language.code) })
}

// in returns the same page in another language, or nil.
func (p *page) in(l *language) *page {
	for _, t := range p.translations {
		if t.language == l {
			return t
		}
	}
	return nil
}

// name is what a language calls itself.
func (l *language) name() string {
	if own, ok := l.words.Own("site.language.name"); ok {
		return own
	}
	return l.code
}

// rightToLeft are the languages that are written from right to left.
var rightToLeft = []string{"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}

// direction is "rtl" or "ltr". A script in the language's code, such as the Arab
// of ku-Arab, says more than the language.
func (l *language) direction() string {
	parts := strings.Split(l.code, "-")
	rtl := slices.Contains(rightToLeft, parts[0])
	if len(parts) > 1 && len(parts[1]) == 4 {
		rtl = slices.Contains([]string{"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"}, parts[1])
	}
	if rtl {
		return "rtl"
	}
	return "ltr"
}

// languages are the ways from a page to the other languages of the site: to the
// same page where there is one, else to the home page.
func (w *work) languages(l *language, p *page, from string) []theme.Language {
	var all []theme.Language
	for _, other := range w.tree.languages {
		if other == l {
			continue
		}
		way := theme.Language{Code: other.code, Name: other.name(), Direction: other.direction(), Address: relative(from, other.home.address)}
		if p != nil && p.in(other) != nil {
			way.Address, way.Same = relative(from, p.in(other).address), true
		}
		all = append(all, way)
	}
	return all
}
