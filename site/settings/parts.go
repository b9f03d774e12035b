package settings

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/strict"
)

func (r reader) contact(v strict.Value) Contact {
	var c Contact
	m := v.Map()
	if m == nil {
		return c
	}
	if v, ok := m.Get("name"); ok {
		c.Name = r.text(v, 80)
	}
	if v, ok := m.Get("telephone"); ok {
		c.Telephone = telephone(v)
	}
	if v, ok := m.Get("mail"); ok {
		c.Mail = mailbox(v)
	}
	if v, ok := m.Get("hours"); ok {
		c.Hours = r.text(v, 120)
	}
	m.Close()
	return c
}

// emergency reads one number or a list of them.
func (r reader) emergency(v strict.Value) []Emergency {
	items := []strict.Value{v}
	if !v.IsMap() {
		items = v.List()
	}
	var all []Emergency
	for _, item := range items {
		m := item.Map()
		if m == nil {
			continue
		}
		var e Emergency
		if v, ok := m.Need("number", "112"); ok {
			e.Number = telephone(v)
		}
		if v, ok := m.Get("country"); ok {
			e.Country = r.text(v, 60)
		} else if len(items) > 1 {
			item.Wrong("one of several emergency numbers without its country", "write, for example, country: Germany")
		}
		m.Close()
		all = append(all, e)
	}
	return all
}

// maxFooter is the most lines that a host may add to the foot of a page.
const maxFooter = 6

func (r reader) footer(v strict.Value) []Line {
	items := v.List()
	if len(items) > maxFooter {
		items[maxFooter].Wrong(fmt.Sprintf("the foot of a page has %d lines of yours", len(items)), fmt.Sprintf("write at most %d", maxFooter))
	}
	var all []Line
	for _, item := range items {
		if !item.IsMap() {
			all = append(all, Line{Text: r.text(item, 160)})
			continue
		}
		m := item.Map()
		var l Line
		if v, ok := m.Need("text", "Legal notice"); ok {
			l.Text = r.text(v, 160)
		}
		page, hasPage := m.Get("page")
		out, hasURL := m.Get("url")
		switch {
		case hasPage && hasURL:
			out.WrongKey("a line leads to one place", "keep page or url")
		case hasPage:
			l.Page = r.page(page)
		case hasURL:
			if u := web(out); u != nil {
				l.URL = u.String()
			}
		}
		m.Close()
		all = append(all, l)
	}
	return all
}

// page reads the file of a page, which must be there in one language at least.
func (r reader) page(v strict.Value) string {
	word, ok := v.Text()
	if !ok {
		return ""
	}
	var files []string
	_ = fs.WalkDir(r.content, ".", func(name string, e fs.DirEntry, err error) error {
		if _, inner, deep := strings.Cut(name, "/"); err == nil && deep && path.Ext(name) == ".md" {
			files = append(files, inner)
		}
		return nil // what cannot be read is told by those who need it
	})
	if slices.Contains(files, word) {
		return word
	}
	remedy := "name a page by its file from the folder of its language, such as personal-remote.md"
	if near := mistake.Nearest(word, files); near != "" {
		remedy = fmt.Sprintf("did you mean %q?", near)
	}
	v.Wrong("there is no page "+word, remedy)
	return ""
}

func (r reader) leaveOut(v strict.Value) LeaveOut {
	var l LeaveOut
	m := v.Map()
	if m == nil {
		return l
	}
	if v, ok := m.Get("audiences"); ok {
		var allowed []string
		for _, a := range frontmatter.Audiences {
			allowed = append(allowed, string(a))
		}
		l.Audiences = chosen(v, "audience", allowed)
		if len(l.Audiences) == len(allowed) {
			v.Wrong("nobody is left whom the site is for", "keep one audience")
		}
	}
	if v, ok := m.Get("pages"); ok {
		for _, item := range v.List() {
			page := r.page(item)
			if page == "index.md" {
				item.Wrong("a site without its home page", "change index.md instead")
			}
			l.Pages = append(l.Pages, page)
		}
	}
	if v, ok := m.Get("parts"); ok {
		l.Parts = chosen(v, "part that can be left out", []string{Simulator, PracticeWard, SourceLinks})
	}
	m.Close()
	return l
}

// chosen reads a list of words of those allowed, each once.
func chosen(v strict.Value, what string, allowed []string) []string {
	var all []string
	for _, item := range v.List() {
		word, ok := item.Text()
		switch {
		case !ok:
		case !slices.Contains(allowed, word):
			item.Wrong(fmt.Sprintf("no %s: %q", what, word), mistake.Choice(word, allowed))
		case slices.Contains(all, word):
			item.Wrong(fmt.Sprintf("%q stands here twice", word), "")
		default:
			all = append(all, word)
		}
	}
	return all
}
