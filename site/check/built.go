package check

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"

	"iddtestdrive/site/htmlcheck"
	"iddtestdrive/site/mistake"
)

// MostPage is what a page may cost its reader before its simulator is asked
// for, in bytes as a plain file server sends them without its headers: the page
// with its styles, scripts and pictures.
const MostPage = 60_000

// built looks at the pages as they are built.
func (l *look) built() error {
	out := os.DirFS(l.out)
	source := map[string]string{}
	for _, p := range l.pages {
		source[p.Address] = p.File
	}
	findings, err := htmlcheck.Site(out)
	if err != nil {
		return err
	}
	for _, f := range findings {
		what := fmt.Sprintf("in the page as it is built (%s:%d): %s", f.File, f.Line, f.What)
		if file, ok := source[f.File]; ok {
			l.wrong(mistake.InFile(file, what, ""))
		} else { // a page that the theme makes by itself
			l.report.Findings = append(l.report.Findings, Finding{Mistake: mistake.InFile(f.File, what, "")})
		}
	}
	for _, p := range l.pages {
		if err := l.weigh(out, p.Address, p.File); err != nil {
			return err
		}
	}
	return nil
}

// weigh adds up what a browser fetches to show a page, and counts its links.
func (l *look) weigh(out fs.FS, address, file string) error {
	src, err := fs.ReadFile(out, address)
	if err != nil {
		return err
	}
	named := htmlcheck.Named(src)
	rest := 0
	for _, to := range named.Fetched {
		u, err := url.Parse(to)
		if err != nil || u.Path == "" || u.Scheme != "" {
			continue // a part of the page itself
		}
		if info, err := fs.Stat(out, path.Join(path.Dir(address), u.Path)); err == nil {
			rest += int(info.Size())
		}
	}
	if sum := len(src) + rest; sum > MostPage {
		l.wrong(mistake.InFile(file, fmt.Sprintf("the page costs its reader %d bytes: %d itself, %d its styles, scripts and pictures", sum, len(src), rest),
			fmt.Sprintf("at most %d: divide it, or make its pictures smaller", MostPage)))
	}
	for _, to := range named.Links {
		if u, err := url.Parse(to); err == nil && u.Scheme == "" {
			l.report.Links++
		} else {
			l.report.Foreign++
		}
	}
	return nil
}
