// Package htmlcheck looks at a built site as a strict reader of its HTML would,
// and says what is wrong with it. It knows nothing of how the site was made.
//
// It checks, page by page: that elements are closed in the order in which they
// were opened and no id is given twice; that nothing stands where HTML has no
// place for it, such as a block in running text or a link in a button; that there
// is a language, a title, one h1, one main and no skipped heading level; that
// every picture has a text alternative, every control a name and every table
// headers; that what names another element by its id (labels, aria-*, popovers)
// names one that is there; that there is a Content-Security-Policy that lets
// no foreign origin in, and no script, style or event handler in the page; that
// no address is absolute or leads out of the site, but for links that a reader
// may follow to https and that say so (rel="noopener external"); and, over all
// pages, that every internal link leads to a file, and its anchor to an id.
package htmlcheck

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// Finding is one thing wrong.
type Finding struct {
	File string // the page, from the root of the site
	Line int    // of the page, from 1; 0 for the page as a whole
	What string
}

// String returns the finding as file:line: what.
func (f Finding) String() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.What) }

// Site checks every page of a site, and the links between them. Findings come
// in the order of files and lines.
func Site(site fs.FS) ([]Finding, error) {
	pages := map[string]*page{}
	err := fs.WalkDir(site, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		src, err := fs.ReadFile(site, name)
		pages[name] = read(name, src)
		return err
	})
	if err != nil {
		return nil, err
	}
	var all []Finding
	for name, p := range pages {
		p.links(site, pages)
		for _, f := range p.findings {
			f.File = name
			all = append(all, f)
		}
	}
	slices.SortFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.What, b.What))
	})
	return all, nil
}

// page is a page being checked.
type page struct {
	name      string
	findings  []Finding
	open      []element // from the root down to where the reader is
	ids       map[string]bool
	refs      []reference
	level     int    // of the last heading
	headings  int    // of level 1
	root      string // from the root of the host to the site, where 404.html says it
	mains     int    // elements main
	mentioned []mention
	unnamed   []tag // controls without a name of their own
	language  bool
	title     bool
	policy    bool
}

// element is an element that is open.
type element struct {
	name   string
	kind   string // its type, as a script has one
	line   int
	headed bool         // a table with a header
	named  bool         // it has a name of its own: label, title, labelled by
	text   bytes.Buffer // what it says, alternatives of pictures included
}

// reference is an address that the page names.
type reference struct {
	line    int
	address string
	loads   bool // the browser fetches it by itself, or a script does
	asked   bool // only when a reader asks: a script does, or a telephone's home screen
}

func (p *page) wrong(line int, format string, values ...any) {
	p.findings = append(p.findings, Finding{Line: line, What: fmt.Sprintf(format, values...)})
}
