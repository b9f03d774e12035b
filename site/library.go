package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"golang.org/x/text/collate"
	tongue "golang.org/x/text/language"

	"iddtestdrive/site/glossary"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/reference"
	"iddtestdrive/site/survey"
)

// library is what all pages share: the sources of references.yaml and the
// glossary of each language.
type library struct {
	references *reference.List
	glossaries map[string]*glossary.Glossary // by language
}

// uses are the pages that cite a source or use a word, by key and in the order
// of the language's pages. Pages that list them are not among them.
type uses struct {
	cited, words map[string][]*page
	sum          [sha256.Size]byte
}

// readLibrary reads the sources and the glossaries. A site may be without them.
func (w *work) readLibrary() error {
	l := &w.library
	l.glossaries = map[string]*glossary.Glossary{}
	var mistakes mistake.List
	src, err := optional(w.options.Content, "references.yaml")
	if err != nil {
		return err
	}
	l.references, mistakes = reference.Parse("references.yaml", src)
	known := func(key string) error {
		_, err := l.references.Get(key)
		return err
	}
	for _, lang := range w.tree.languages {
		file := lang.code + "/glossary.yaml"
		if src, err = optional(w.options.Content, file); err != nil {
			return err
		}
		words, found := glossary.Parse(file, src, known)
		l.glossaries[lang.code] = words
		mistakes = append(mistakes, found...)
	}
	w.mistakes = append(w.mistakes, mistakes...)
	return nil
}

// optional reads a file of the content, which may be absent.
func optional(content fs.FS, file string) ([]byte, error) {
	src, err := fs.ReadFile(content, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return src, err
}

// gatherUses notes which page uses what, once all pages but those that list it
// are read. A language without such lists does without.
func (w *work) gatherUses() {
	w.uses = map[string]uses{}
	for _, l := range w.tree.languages {
		if len(l.listings) == 0 {
			continue
		}
		u := uses{cited: map[string][]*page{}, words: map[string][]*page{}}
		hash := sha256.New()
		for _, p := range append([]*page{l.home}, l.pages...) {
			if p.lists.Any() {
				continue
			}
			known := w.pages[p.file]
			for _, c := range known.cited {
				u.cited[c.Key] = append(u.cited[c.Key], p)
			}
			for _, key := range known.words {
				u.words[key] = append(u.words[key], p)
			}
			fmt.Fprintf(hash, "%q %q %q %q\n", p.file, p.front.Title, keys(known.cited), slices.Sorted(slices.Values(known.words)))
		}
		u.sum = [sha256.Size]byte(hash.Sum(nil))
		w.uses[l.code] = u
	}
}

// sameUses reports whether a page uses what it did. The order of first use makes
// no difference to lists.
func sameUses(a, b *remembered) bool {
	return b != nil && slices.Equal(keys(a.cited), keys(b.cited)) &&
		slices.Equal(slices.Sorted(slices.Values(a.words)), slices.Sorted(slices.Values(b.words)))
}

func keys(cited []markdown.Cited) []string {
	list := make([]string, len(cited))
	for i, c := range cited {
		list[i] = c.Key
	}
	slices.Sort(list)
	return list
}

// listed is the hash of what other pages use, for a page that lists that.
func (w *work) listed(p *page) survey.Sum {
	if !p.lists.Any() {
		return survey.Sum{}
	}
	return w.uses[p.language.code].sum
}

// listing returns the page of a language that lists such a thing, or nil.
func (l *language) listing(is func(markdown.Lists) bool) *page {
	i := slices.IndexFunc(l.listings, func(p *page) bool { return is(p.lists) })
	if i < 0 {
		return nil
	}
	return l.listings[i]
}

// explains returns the page of a language that lists a word, or nil.
func (l *language) explains(word glossary.Word) *page {
	return l.listing(func(lists markdown.Lists) bool { return lists.HasWord(word.Word) })
}

// meaning returns what a page shows of a word.
func (w *work) meaning(p *page, form string) (markdown.Meaning, error) {
	word, err := w.library.glossaries[p.language.code].Find(form)
	if err != nil {
		return markdown.Meaning{}, err
	}
	m := markdown.Meaning{Key: word.Key, Word: word.Word, Plain: word.Plain}
	if listed := p.language.explains(word); listed != nil {
		m.Address, m.Page = wordAt(p, listed, word.Key), listed.file
	}
	return m, nil
}

// wordAt is the place of a word in the page that lists it, as seen from another.
func wordAt(from, listed *page, key string) string {
	return there(from, listed) + "#" + markdown.WordID(key)
}

// usersNamed is how many pages the glossary names at a word: some to read on, and
// not all, so that it stays small.
const usersNamed = 3

// listWords returns the words of a page's language that pages list, by the
// alphabet.
func (w *work) listWords(p *page) ([]markdown.Entry, error) {
	g := w.library.glossaries[p.language.code]
	if len(g.Words) == 0 {
		return nil, fmt.Errorf("there is no glossary: write %s/glossary.yaml", p.language.code)
	}
	words := map[string]glossary.Word{}
	for _, word := range g.Words {
		words[word.Key] = word
	}
	var list []markdown.Entry
	for _, word := range g.Words {
		listed := p.language.explains(word)
		if listed == nil {
			continue
		}
		e := markdown.Entry{Key: word.Key, Word: word.Word, Plain: word.Plain, Exact: word.Exact, Listed: there(p, listed)}
		for _, key := range word.See {
			if listed := p.language.explains(words[key]); listed != nil {
				e.See = append(e.See, markdown.Spot{Label: words[key].Word, Address: wordAt(p, listed, key)})
			}
		}
		for _, key := range word.Sources {
			r, err := w.library.references.Get(key)
			if at := w.listedAt(p, r); err == nil && at != "" {
				e.Sources = append(e.Sources, markdown.Spot{Label: r.Short(), Address: at})
			}
		}
		users := w.uses[p.language.code].words[word.Key]
		for _, user := range users[:min(len(users), usersNamed)] {
			e.Pages = append(e.Pages, markdown.Spot{Label: user.front.Title, Address: relative(p.address, user.address)})
		}
		list = append(list, e)
	}
	alphabet := collate.New(tongue.Make(p.language.code), collate.Loose)
	slices.SortStableFunc(list, func(a, b markdown.Entry) int { return alphabet.CompareString(a.Word, b.Word) })
	return list, nil
}
