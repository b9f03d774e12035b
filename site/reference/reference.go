// Package reference reads the publications that the pages rest on, all of them
// in one file, references.yaml:
//
//	smith2002:
//	  title: Randomized clinical trial of an implantable drug delivery system
//	  by: Smith and others
//	  where: Journal of Clinical Oncology
//	  year: 2002
//	  doi: 10.1200/JCO.2002.02.118
//	  kind: study
//	  about: A trial with 202 people that compares pumps with tablets. It cannot show longer life.
//
// The key is what pages cite: lower-case letters and digits, in parts joined by
// single hyphens. title, by, kind and about are required; where is the journal
// or publisher, left out where by names it; year is left out where it is not
// known. A source has a doi, a pmid, a url, or several of them; one that has none
// has a note that says why. about says in one or two plain sentences what the
// source is and how much it can show. Any other key, and a value of another
// shape, is a mistake with its place.
package reference

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
)

// Kind is what sort of publication a source is.
type Kind string

// Kinds lists the kinds in the order in which readers meet them: studies,
// reviews of them, guidelines, labels of drugs, the maker's manuals, safety
// notices, and pages and news.
var Kinds = []Kind{"study", "review", "guideline", "label", "manual", "notice", "page"}

// Reference is one publication.
type Reference struct {
	Key   string
	Title string
	By    string // the authors, or who publishes it
	Where string // the journal or publisher; may be empty
	Year  string // "" where it is not known
	DOI   string // as "10.1200/JCO.2002.02.118", with nothing before it
	PMID  string // the number in PubMed, 1 to 99999999, as "12351602"
	URL   string // whole and https, as "https://rapm.bmj.com/content/40/4/369"
	Note  string // what else must be known of it, such as why it has no address
	Kind  Kind
	About string // what it is and how much it can show
}

// MaxAbout is the most characters of what is said about a source, so that the
// page of all sources stays small.
const MaxAbout = 160

// Place is one address of a source.
type Place struct {
	Address string // https
	Label   string // where it leads: "doi:10.1200/…", "PubMed 12351602", the name of the host
}

// Places returns the addresses of a source, the most lasting one first.
func (r Reference) Places() []Place {
	var places []Place
	if r.DOI != "" {
		places = append(places, Place{"https://" + doiHost + "/" + r.DOI, "doi:" + r.DOI})
	}
	if r.PMID != "" {
		places = append(places, Place{"https://" + pubMedHost + "/" + r.PMID + "/", "PubMed " + r.PMID})
	}
	if u, err := url.Parse(r.URL); err == nil && r.URL != "" {
		places = append(places, Place{r.URL, strings.TrimPrefix(u.Hostname(), "www.")})
	}
	return places
}

// Short names the source in a few words: "Smith and others 2002". What By says
// after a comma is left out.
func (r Reference) Short() string {
	by, _, _ := strings.Cut(r.By, ",")
	return strings.TrimSpace(by + " " + r.Year)
}

// List is the publications by key.
type List struct {
	byKey map[string]Reference
	keys  []string // in the order of the file
}

// Get returns a source. The error of a key that is not there names the nearest.
func (l *List) Get(key string) (Reference, error) {
	if r, ok := l.byKey[key]; ok {
		return r, nil
	}
	if near := mistake.Nearest(key, l.keys); near != "" {
		return Reference{}, fmt.Errorf("references.yaml has no source %q; did you mean %q?", key, near)
	}
	return Reference{}, fmt.Errorf("references.yaml has no source %q", key)
}

// Of returns the sources of a kind, by author, year and title.
func (l *List) Of(kind Kind) []Reference {
	var list []Reference
	for _, key := range l.keys {
		if r := l.byKey[key]; r.Kind == kind {
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b Reference) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.By), strings.ToLower(b.By)), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Title, b.Title))
	})
	return list
}

// Parse reads references.yaml. With mistakes, the list holds what could be
// read.
func Parse(file string, src []byte) (*List, mistake.List) {
	l := &List{byKey: map[string]Reference{}}
	doc, top := strict.Parse(file, src, 0, len(src))
	if top == nil {
		return l, doc.Mistakes
	}
	top.Each(func(key string, v strict.Value) {
		if !isKey.MatchString(key) {
			v.WrongKey(strconv.Quote(key)+" is not a key", "use lower-case letters and digits, and single hyphens between them, such as smith2002")
			return
		}
		m := v.Map()
		if m == nil {
			return
		}
		l.byKey[key] = read(key, v, m)
		l.keys = append(l.keys, key)
		m.Close()
	})
	return l, doc.Mistakes
}

func read(key string, at strict.Value, m *strict.Map) Reference {
	r := Reference{Key: key}
	for _, need := range []struct {
		key, example string
		to           *string
	}{
		{"title", "Infusion devices in cancer pain", &r.Title},
		{"by", "Smith and others", &r.By},
		{"about", "A trial with 202 people. It cannot show longer life.", &r.About},
	} {
		if v, ok := m.Need(need.key, need.example); ok {
			*need.to, _ = v.Text()
		}
	}
	if n := utf8.RuneCountInString(r.About); n > MaxAbout {
		v, _ := m.Get("about")
		v.Wrong(fmt.Sprintf("the text has %d characters", n), fmt.Sprintf("at most %d, so that the page of all sources stays small", MaxAbout))
	}
	if v, ok := m.Need("kind", string(Kinds[0])); ok {
		r.Kind = kind(v)
	}
	if v, ok := m.Get("year"); ok {
		if year, ok := v.Int(1800, 2999); ok {
			r.Year = strconv.Itoa(year)
		}
	}
	for _, may := range []struct {
		key  string
		read func(strict.Value) string
		to   *string
	}{
		{"where", text, &r.Where}, {"doi", doi, &r.DOI}, {"pmid", pmid, &r.PMID}, {"url", webAddress, &r.URL}, {"note", text, &r.Note},
	} {
		if v, ok := m.Get(may.key); ok {
			*may.to = may.read(v)
			at = v // the nearest thing to point at
		}
	}
	if !m.Has("doi", "pmid", "url", "note") {
		at.WrongKey("the source "+strconv.Quote(key)+" has no address", "write its doi, pmid or url, or a note that says why it has none")
	}
	return r
}

func text(v strict.Value) string {
	word, _ := v.Text()
	return word
}

func kind(v strict.Value) Kind {
	word, ok := v.Text()
	if !ok || slices.Contains(Kinds, Kind(word)) {
		return Kind(word)
	}
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		names[i] = string(k)
	}
	v.Wrong("unknown kind "+strconv.Quote(word), mistake.Choice(word, names))
	return ""
}
