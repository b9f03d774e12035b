package frontmatter

import (
	"net/url"
	"regexp"
	"strings"

	"iddtestdrive/site/strict"
)

// Source is a publication that the page's facts rest on. At most one of DOI,
// PMID and URL is there: where the same text has several addresses, the first
// of them that it has.
type Source struct {
	Title string // required
	By    string // author, publisher or journal; required
	Year  string // may be empty where the source is undated
	DOI   string // as "10.1200/JCO.2002.02.118", with nothing before it
	PMID  string // the number in PubMed, 1 to 99999999, as "12351602"
	URL   string // whole and https, as "https://rapm.bmj.com/content/40/4/369"
}

// Address is where a reader finds the source, an https address, or "" where
// none is known.
func (s Source) Address() string {
	switch {
	case s.DOI != "":
		return "https://" + doiHost + "/" + s.DOI
	case s.PMID != "":
		return "https://" + pubMedHost + "/" + s.PMID + "/"
	}
	return s.URL
}

// Where says in a few words where the address leads: "doi:10.1200/…", "PubMed
// 12351602" or the name of the host. It is "" where there is no address.
func (s Source) Where() string {
	switch {
	case s.DOI != "":
		return "doi:" + s.DOI
	case s.PMID != "":
		return "PubMed " + s.PMID
	}
	u, err := url.Parse(s.URL)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// The hosts of the two registers of publications.
const (
	doiHost    = "doi.org"
	pubMedHost = "pubmed.ncbi.nlm.nih.gov"
)

// sourceAddresses are the keys under which a source may have its address.
var sourceAddresses = []struct {
	key  string
	read func(strict.Value) string
	to   func(*Source) *string
}{
	{"doi", doi, func(s *Source) *string { return &s.DOI }},
	{"pmid", pmid, func(s *Source) *string { return &s.PMID }},
	{"url", webAddress, func(s *Source) *string { return &s.URL }},
}

func sources(v strict.Value) []Source {
	var list []Source
	for _, item := range v.List() {
		m := item.Map()
		if m == nil {
			continue
		}
		list = append(list, source(m))
		m.Close()
	}
	return list
}

func source(m *strict.Map) Source {
	var s Source
	if v, ok := m.Need("title", "Infusion devices in cancer pain"); ok {
		s.Title, _ = v.Text()
	}
	if v, ok := m.Need("by", "the authors, publisher or journal"); ok {
		s.By, _ = v.Text()
	}
	if v, ok := m.Get("year"); ok {
		year, _ := v.Int(1800, 2999)
		s.Year = yearText(year)
	}
	first := ""
	for _, a := range sourceAddresses {
		v, ok := m.Get(a.key)
		if !ok {
			continue
		}
		if first != "" {
			v.WrongKey("a second address of the source: "+a.key+" beside "+first, "leave out "+a.key)
			continue
		}
		first = a.key
		*a.to(&s) = a.read(v)
	}
	return s
}

// isDOI is narrower than what the register would take: the characters that its
// agencies hand out today, so that none of them needs a disguise in an address.
var isDOI = regexp.MustCompile(`^10\.[0-9]{4,9}/[-._;()/:A-Za-z0-9]*[A-Za-z0-9)]$`)

func doi(v strict.Value) string {
	return matching(v, isDOI, "not a DOI", `write it as it begins after "https://doi.org/", such as 10.1200/JCO.2002.02.118`)
}

var isPMID = regexp.MustCompile(`^[1-9][0-9]{0,7}$`)

func pmid(v strict.Value) string {
	return matching(v, isPMID, "not a number of PubMed", "write the number alone, such as 12351602")
}

func matching(v strict.Value, form *regexp.Regexp, what, remedy string) string {
	word, ok := v.Text()
	if !ok {
		return ""
	}
	if !form.MatchString(word) {
		v.Wrong(what+": "+quote(word), remedy)
		return ""
	}
	return word
}

// webAddress reads a whole address. One that leads to a register has a key of
// its own, so that every source is written in one way.
func webAddress(v strict.Value) string {
	word, ok := v.Text()
	if !ok {
		return ""
	}
	u, err := url.Parse(word)
	if err != nil || u.Scheme != "https" || u.User != nil || !strings.Contains(u.Hostname(), ".") || u.String() != word {
		v.Wrong("not a web address: "+quote(word), "write a whole address that begins with https:// and has no spaces or accents")
		return ""
	}
	switch u.Hostname() {
	case doiHost, "dx." + doiHost:
		v.WrongKey("an address of "+doiHost, "write doi: "+strings.TrimPrefix(u.Path, "/"))
		return ""
	case pubMedHost:
		v.WrongKey("an address of PubMed", "write pmid: "+strings.Trim(u.Path, "/"))
		return ""
	}
	return word
}
