package reference

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"iddtestdrive/site/strict"
)

// The hosts of the two registers of publications.
const (
	doiHost    = "doi.org"
	pubMedHost = "pubmed.ncbi.nlm.nih.gov"
)

// Registered reports whether a place of a source is in one of these registers,
// which keep it for good.
func Registered(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Hostname() == doiHost || u.Hostname() == pubMedHost)
}

var isKey = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

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
		v.Wrong(what+": "+strconv.Quote(word), remedy)
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
		v.Wrong("not a web address: "+strconv.Quote(word), "write a whole address that begins with https:// and has no spaces or accents")
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
