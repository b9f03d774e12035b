package site

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/reference"
	"iddtestdrive/site/theme"
)

// What the site says to machines: where a page is and in which languages, what
// it is about, and which pages there are. Where a page is they want to know
// whole, so much of this is there only where the host has given the site's
// address (package settings).

// whole returns the whole address of a file of the site, or "" where the site's
// own is not known. A home page is its folder.
func (w *work) whole(address string) string {
	if w.host.Address == "" {
		return ""
	}
	if address == "index.html" || strings.HasSuffix(address, "/index.html") {
		address = strings.TrimSuffix(address, "index.html")
	}
	return w.host.Address + address
}

// alternates are the whole addresses of a page in all languages that it is in,
// its own among them, and that for readers of any other language.
func (w *work) alternates(p *page) []theme.Alternate {
	if w.host.Address == "" || len(p.translations) == 0 {
		return nil
	}
	var all []theme.Alternate
	for _, l := range w.tree.languages {
		if other := p.in(l); other != nil || l == p.language {
			if other == nil {
				other = p
			}
			all = append(all, theme.Alternate{Language: l.code, Address: w.whole(other.address)})
		}
	}
	if at := slices.IndexFunc(all, func(a theme.Alternate) bool { return a.Language == DefaultLanguage }); at >= 0 {
		all = append(all, theme.Alternate{Language: "x-default", Address: all[at].Address})
	}
	return all
}

// medicalPage is what a page is, in the words of schema.org.
type medicalPage struct {
	Context     string           `json:"@context"`
	Type        string           `json:"@type"`
	Audience    *medicalAudience `json:"audience,omitempty"`
	Citation    []string         `json:"citation,omitempty"` // addresses in a register
	Description string           `json:"description"`
	Language    string           `json:"inLanguage"`
	Reviewed    string           `json:"lastReviewed,omitempty"`
	Name        string           `json:"name"`
	URL         string           `json:"url,omitempty"`
}

type medicalAudience struct {
	Type   string `json:"@type"`
	Reader string `json:"audienceType"`
}

// readers are what schema.org calls the audiences.
var readers = map[frontmatter.Audience]string{
	frontmatter.Patients: "Patient", frontmatter.Nurses: "Nurse", frontmatter.Educators: "Educator",
}

// about says what a page is, as schema.org has words for it.
func (w *work) about(p *page, sources []theme.Source) (template.JS, error) {
	said := medicalPage{
		Context: "https://schema.org", Type: "MedicalWebPage",
		Description: p.front.Description, Language: p.language.code, Name: p.front.Title, URL: w.whole(p.address),
	}
	if !p.front.Reviewed.IsZero() {
		said.Reviewed = p.front.Reviewed.String()
	}
	if reader, ok := readers[p.front.Audience]; ok {
		said.Audience = &medicalAudience{Type: "MedicalAudience", Reader: reader}
	}
	for _, s := range sources {
		if reference.Registered(s.Address) { // the page itself has them all
			said.Citation = append(said.Citation, s.Address)
		}
	}
	data, err := json.Marshal(said) // < and > are escaped: nothing in it ends the script
	return template.JS(data), err
}

// mapSize is the most addresses that one site map may have.
const mapSize = 50_000

// siteMaps writes the lists of all pages for machines that look for them, and
// where those lists are. robots.txt is only asked for at the root of a host.
func (w *work) siteMaps() error {
	if w.host.Address == "" {
		return nil
	}
	robots := "User-agent: *\nAllow: /\n"
	for i, run := range slices.Collect(slices.Chunk(w.tree.pages, mapSize)) {
		name := "sitemap.xml"
		if i > 0 {
			name = fmt.Sprintf("sitemap-%d.xml", i+1)
		}
		text := []byte(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
		for _, p := range run {
			text = append(text, "<url><loc>"+template.HTMLEscapeString(w.whole(p.address))+"</loc>"...)
			if !p.front.Reviewed.IsZero() {
				text = append(text, "<lastmod>"+p.front.Reviewed.String()+"</lastmod>"...)
			}
			text = append(text, "</url>\n"...)
		}
		if err := w.stage.Write(name, append(text, "</urlset>\n"...)); err != nil {
			return err
		}
		robots += "Sitemap: " + w.whole(name) + "\n"
	}
	return w.stage.Write("robots.txt", []byte(robots))
}

// addressed are the attributes of the page for what is missing that hold an
// address of the site, from its own root.
var addressed = regexp.MustCompile(`\b(href|src|action|data-index|data-root)="([^"#:][^":]*)?"`)

// fromHost makes the addresses of a page at the root of the site begin at the
// root of the host. A host shows the page for what is missing under any address,
// however deep, and there only such addresses lead where they should. Where the
// site's address is not known they stay as they are, which is right for missing
// addresses at the root of the site alone.
func (w *work) fromHost(html []byte) []byte {
	u, err := url.Parse(w.host.Address)
	if err != nil || w.host.Address == "" {
		return html
	}
	return addressed.ReplaceAll(html, []byte(`$1="`+strings.ReplaceAll(u.EscapedPath(), "$", "$$")+`$2"`))
}
