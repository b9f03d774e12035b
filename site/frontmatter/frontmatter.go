// Package frontmatter reads what stands between the two lines of "---" at the
// head of a page:
//
//	---
//	title: The personal remote (myPTM)
//	description: What the remote does, and what its safety limits are for.
//	audience: patients
//	section: Living with the pump
//	order: 20
//	reviewed: 2026-03-02
//	next_review: 2027-03-02
//	sources: [smith2002, maker-patient-pages]
//	translations:
//	  fr: telecommande.md
//	---
//
// title, description, audience, reviewed and sources are required. An unknown
// key, a missing one or an ill-formed value is a mistake with its place;
// nothing is guessed. See Page for what each key means.
package frontmatter

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"time"

	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
)

// Page is what the front matter says about its page.
type Page struct {
	Title        string        // the page's name, as in its heading and in the navigation; at most 80 characters
	Description  string        // one or two sentences for lists of pages and for search engines; at most 200 characters
	Audience     Audience      // whom the page is for
	Section      string        // heading under which lists of its audience's pages have it; at most 40 characters, may be empty
	Order        int           // place among the pages of its audience, 0 to 9999; equal orders go by file name
	Reviewed     Date          // when its facts were last checked
	NextReview   Date          // when they are to be checked again; may be absent, else after Reviewed
	Sources      []Source      // what its facts rest on beside what its text cites; an empty list where there is nothing
	Translations []Translation // the same page in other languages, by language
}

// Audience is whom a page is for. It decides where navigation lists the page.
type Audience string

// The audiences. A page for everyone belongs to no group of the navigation.
const (
	Everyone  Audience = "everyone"
	Patients  Audience = "patients"
	Nurses    Audience = "nurses"
	Educators Audience = "educators"
)

// Audiences lists the groups of the navigation in their order.
var Audiences = []Audience{Patients, Nurses, Educators}

// Source is a source by its key in references.yaml, and the place where the page
// names it.
type Source struct {
	Key          string
	Line, Column int
}

// Translation names the file of the same page in another language.
type Translation struct {
	Language string // as the folder of that language is called: "fr", "pt-BR"
	Path     string // the file, relative to the folder of that language
}

// Date is a civil date. The zero value means that there is none.
type Date struct{ time.Time }

// String returns the date as "2026-03-02".
func (d Date) String() string { return d.Format(time.DateOnly) }

// Bounds of the texts, so that lists of pages and search results stay whole.
const (
	MaxTitle       = 80
	MaxDescription = 200
	MaxSection     = 40
	MaxOrder       = 9999
)

const fence = "---"

// Parse reads the front matter of a page. It returns what it says, the offset
// at which the Markdown begins, and the mistakes found; with mistakes, the
// page is as far as it could be read.
func Parse(file string, src []byte) (Page, int, mistake.List) {
	from, to, body := cut(src)
	if from < 0 {
		return Page{}, 0, mistake.List{mistake.OnLine(file, src, 1, 1, "the page does not begin with front matter",
			`write "---", then title, description, audience, reviewed and sources, then "---"`)}
	}
	if to < 0 {
		return Page{}, 0, mistake.List{mistake.OnLine(file, src, 1, 1, `the front matter has no closing line "---"`, "")}
	}
	doc, m := strict.Parse(file, src, from, to)
	if m == nil {
		return Page{}, body, doc.Mistakes
	}
	p := read(m)
	m.Close()
	return p, body, doc.Mistakes
}

// Body is the offset at which the Markdown of a page begins: that of Parse, for a
// page that has been parsed before.
func Body(src []byte) int {
	_, _, body := cut(src)
	return body
}

// cut finds the YAML between the two fences and the start of the Markdown. It
// returns -1 for from where there is no front matter, for to where it has no
// end.
func cut(src []byte) (from, to, body int) {
	from = lineOf(src, 0)
	if from < 0 {
		return -1, -1, 0
	}
	for at := from; at < len(src); {
		if end := lineOf(src, at); end >= 0 {
			return from, at, end
		}
		next := bytes.IndexByte(src[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return from, -1, 0
}

// lineOf returns where the line after a fence at the given offset begins, or
// -1 where no fence stands there.
func lineOf(src []byte, at int) int {
	line, _, _ := bytes.Cut(src[at:], []byte("\n"))
	if strings.TrimRight(string(line), " \t\r") != fence {
		return -1
	}
	return min(at+len(line)+1, len(src))
}

func read(m *strict.Map) Page {
	var p Page
	if v, ok := m.Need("title", "The personal remote"); ok {
		p.Title = text(v, MaxTitle)
	}
	if v, ok := m.Need("description", "What the remote does, in one sentence."); ok {
		p.Description = text(v, MaxDescription)
	}
	if v, ok := m.Need("audience", string(Patients)); ok {
		p.Audience = audience(v)
	}
	if v, ok := m.Get("section"); ok {
		p.Section = text(v, MaxSection)
		if p.Audience == Everyone {
			v.WrongKey("a page for everyone has no section: it stands at the foot of every page", "leave section out, or choose another audience")
		}
	}
	if v, ok := m.Get("order"); ok {
		p.Order, _ = v.Int(0, MaxOrder)
	}
	if v, ok := m.Need("reviewed", "2026-03-02"); ok {
		p.Reviewed = date(v)
	}
	if v, ok := m.Get("next_review"); ok {
		p.NextReview = date(v)
		if !p.NextReview.IsZero() && !p.NextReview.After(p.Reviewed.Time) {
			v.Wrong("next_review is not after reviewed", "")
		}
	}
	if v, ok := m.Need("sources", "[smith2002], keys of references.yaml, or [] where the page needs none"); ok {
		p.Sources = sources(v)
	}
	if v, ok := m.Get("translations"); ok {
		p.Translations = translations(v)
	}
	return p
}

func audience(v strict.Value) Audience {
	allowed := []string{string(Everyone)}
	for _, a := range Audiences {
		allowed = append(allowed, string(a))
	}
	word, ok := v.Text()
	if !ok {
		return ""
	}
	for _, a := range allowed {
		if a == word {
			return Audience(a)
		}
	}
	v.Wrong("unknown audience "+quote(word), mistake.Choice(word, allowed))
	return ""
}

func sources(v strict.Value) []Source {
	var list []Source
	for _, item := range v.List() {
		key, ok := item.Text()
		if !ok {
			continue
		}
		if slices.ContainsFunc(list, func(s Source) bool { return s.Key == key }) {
			item.Wrong("the source "+quote(key)+" is named twice", "")
			continue
		}
		line, column := item.Place()
		list = append(list, Source{Key: key, Line: line, Column: column})
	}
	return list
}

func translations(v strict.Value) []Translation {
	var list []Translation
	m := v.Map()
	if m == nil {
		return nil
	}
	m.Each(func(language string, v strict.Value) {
		file, ok := v.Text()
		if !ok {
			return
		}
		if path.Clean(file) != file || path.IsAbs(file) || strings.HasPrefix(file, "..") || path.Ext(file) != ".md" {
			v.Wrong("not a page of that language: "+quote(file), "write the file's name from the folder of that language, such as telecommande.md")
			return
		}
		list = append(list, Translation{Language: language, Path: file})
	})
	return list
}
