// Package glossary reads the words that a language's pages explain,
// <language>/glossary.yaml:
//
//	lockout:
//	  word: lockout
//	  plain: The time after a dose in which the pump gives no other one.
//	  exact: The programmed minimum interval between two doses that the patient starts.
//	  also: [lockouts, lockout time, minimum interval]
//	  see: [bolus]
//	  sources: [pacc2017]
//
// The key is the plain word: lower-case letters and digits, in parts joined by
// single hyphens. word is how the glossary writes it, plain one sentence for a
// reader of eleven, exact one for a professional; all three are required. also
// are further forms by which pages may name it: plurals, synonyms. The key, with
// hyphens or with spaces, and the word are forms by themselves. Capitals make no
// difference, and no form may belong to two words. see are keys of words near
// to it, sources keys of references.yaml. Anything else is a mistake with its
// place.
package glossary

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
)

// Word is a word and what it means.
type Word struct {
	Key     string
	Word    string   // as the glossary writes it
	Plain   string   // one plain sentence
	Exact   string   // one exact sentence
	See     []string // keys of other words
	Sources []string // keys of references.yaml
}

// Bounds of the sentences in characters, so that a definition fits beside the
// text and the whole glossary into a page.
const (
	MaxPlain = 140
	MaxExact = 180
)

// Glossary is the words of one language.
type Glossary struct {
	Words  []Word // in the order of the file
	byForm map[string]int
	forms  []string // in the order of the file
}

// Find returns the word that a page means by a form of it. The error of a form
// that no word has names the nearest.
func (g *Glossary) Find(form string) (Word, error) {
	form = folded(form)
	if i, ok := g.byForm[form]; ok {
		return g.Words[i], nil
	}
	if near := mistake.Nearest(form, g.forms); near != "" {
		return Word{}, fmt.Errorf("the glossary has no word %q; did you mean %q?", form, near)
	}
	return Word{}, fmt.Errorf("the glossary has no word %q", form)
}

// folded makes forms of a word that differ only in capitals and spaces equal.
func folded(form string) string { return strings.ToLower(strings.Join(strings.Fields(form), " ")) }

var isKey = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Parse reads a glossary. source says of a key of references.yaml why there is
// no such source, or nil. With mistakes, the glossary holds what could be read.
func Parse(file string, src []byte, source func(key string) error) (*Glossary, mistake.List) {
	g := &Glossary{byForm: map[string]int{}}
	doc, top := strict.Parse(file, src, 0, len(src))
	if top == nil {
		return g, doc.Mistakes
	}
	keys := map[string]bool{}
	var see []func() // looked at when all words are known
	top.Each(func(key string, v strict.Value) {
		if !isKey.MatchString(key) {
			v.WrongKey(strconv.Quote(key)+" is not a key", "use lower-case letters and digits, and single hyphens between them, such as catheter-tip")
			return
		}
		keys[key] = true
		m := v.Map()
		if m == nil {
			return
		}
		w, also := read(key, m, source)
		if v, ok := m.Get("see"); ok {
			w.See = texts(v, func(item strict.Value, other string) {
				see = append(see, func() { checkSee(item, key, other, keys) })
			})
		}
		m.Close()
		g.add(w, v, also)
	})
	for _, check := range see {
		check()
	}
	return g, doc.Mistakes
}

// read reads a word but for its neighbours, and its further forms.
func read(key string, m *strict.Map, source func(string) error) (w Word, also []form) {
	w.Key = key
	for _, need := range []struct {
		key, example string
		most         int
		to           *string
	}{
		{"word", "lockout", 40, &w.Word},
		{"plain", "The time after a dose in which the pump gives no other one.", MaxPlain, &w.Plain},
		{"exact", "The programmed minimum interval between two doses.", MaxExact, &w.Exact},
	} {
		v, ok := m.Need(need.key, need.example)
		if !ok {
			continue
		}
		*need.to, _ = v.Text()
		if n := utf8.RuneCountInString(*need.to); n > need.most {
			v.Wrong(fmt.Sprintf("%q has %d characters", need.key, n), fmt.Sprintf("at most %d", need.most))
		}
	}
	if v, ok := m.Get("also"); ok {
		texts(v, func(item strict.Value, text string) { also = append(also, form{text, item}) })
	}
	if v, ok := m.Get("sources"); ok {
		w.Sources = texts(v, func(item strict.Value, key string) {
			if err := source(key); err != nil {
				item.Wrong(err.Error(), "")
			}
		})
	}
	return w, also
}

// texts reads a list of texts and looks at each.
func texts(v strict.Value, look func(strict.Value, string)) []string {
	var list []string
	for _, item := range v.List() {
		if text, ok := item.Text(); ok {
			list = append(list, text)
			look(item, text)
		}
	}
	return list
}

func checkSee(item strict.Value, key, other string, keys map[string]bool) {
	if other == key {
		item.Wrong("the word "+strconv.Quote(key)+" names itself", "")
		return
	}
	if keys[other] {
		return
	}
	all := make([]string, 0, len(keys))
	for k := range keys {
		all = append(all, k)
	}
	slices.Sort(all)
	remedy := ""
	if near := mistake.Nearest(other, all); near != "" {
		remedy = "did you mean " + strconv.Quote(near) + "?"
	}
	item.Wrong("there is no word with the key "+strconv.Quote(other), remedy)
}

// form is a form that a word is given, and where.
type form struct {
	text string
	at   strict.Value
}

// add puts a word among the others under all of its forms.
func (g *Glossary) add(w Word, at strict.Value, also []form) {
	mine := len(g.Words)
	g.Words = append(g.Words, w)
	own := []form{{w.Key, at}, {strings.ReplaceAll(w.Key, "-", " "), at}, {w.Word, at}}
	for i, f := range append(own, also...) {
		text := folded(f.text)
		holder, taken := g.byForm[text]
		switch {
		case text == "" || taken && holder == mine && i < len(own):
		case taken && i < len(own):
			f.at.WrongKey("the form "+strconv.Quote(f.text)+" belongs to the word "+strconv.Quote(g.Words[holder].Key), "a form may belong to one word only")
		case taken && holder == mine:
			f.at.Wrong("the form "+strconv.Quote(f.text)+" is one already", "leave it out")
		case taken:
			f.at.Wrong("the form "+strconv.Quote(f.text)+" belongs to the word "+strconv.Quote(g.Words[holder].Key), "a form may belong to one word only")
		default:
			g.byForm[text] = mine
			g.forms = append(g.forms, text)
		}
	}
}
