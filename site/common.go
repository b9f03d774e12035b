package site

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"iddtestdrive/site/figure"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

// common is what every page asks for: addresses from the root of the site.
type common struct {
	tokens, style, script           string
	icon, touch                     string
	hostStyle                       string // the styles of what a host makes its own
	lists                           string // the styles of pages that list what others use
	simulatorStyle, simulatorScript string
	searchStyle, searchScript       string
	blocks                          map[string]string // what single kinds of block need, by the name of the theme's file
	paper                           [2]string         // its colour by day and by night
	mark, opening                   template.HTML
}

// policy is the Content-Security-Policy of every page: nothing but the site's
// own files, no script or style in the page itself, no plug-in, no form sent but
// to the site's own page that searches.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
	"frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"

// simulatorPolicy is that of the simulator's page, which may run WebAssembly
// and show pictures that it has drawn itself.
const simulatorPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'"

// publishCommon publishes the theme's own files.
func (w *work) publishCommon() error {
	c := &w.common
	for name, to := range map[string]*string{
		"tokens.css": &c.tokens, "site.css": &c.style, "lists.css": &c.lists, "host.css": &c.hostStyle, "sim.css": &c.simulatorStyle, "search.css": &c.searchStyle,
		"site.js": &c.script, "sim.js": &c.simulatorScript, "search.js": &c.searchScript,
	} {
		source, err := w.theme.File(name)
		if err != nil {
			return fmt.Errorf("the theme has no %s", name)
		}
		if name == "tokens.css" {
			if source, err = tokens.Replace(source, w.host.Colours); err != nil {
				return fmt.Errorf("theme: %w", err)
			}
		}
		if *to, err = w.assets.shrunk(name, source); err != nil {
			return err
		}
	}
	if err := w.publishBlocks(); err != nil {
		return err
	}
	if err := w.publishSigns(); err != nil {
		return err
	}
	var err error
	if c.mark, err = w.drawing("mark", "mark"); err != nil {
		return err
	}
	c.opening, err = w.drawing("opening", "drawing")
	return err
}

// publishExample publishes the files of the example for educators as they are,
// under their own names.
func (w *work) publishExample() error {
	if w.without(settings.Simulator) {
		return nil
	}
	files, err := fs.Glob(w.options.Theme, "example/*")
	if err != nil {
		return err
	}
	for _, file := range files {
		data, err := fs.ReadFile(w.options.Theme, file)
		if err != nil {
			return err
		}
		if err := w.stage.Write(file, data); err != nil {
			return err
		}
	}
	return nil
}

// isExample reports whether a file of the site is one of the example's, which
// pages may link to.
func (w *work) isExample(file string) bool {
	if path.Dir(file) != "example" {
		return false
	}
	_, err := fs.Stat(w.options.Theme, file)
	return err == nil
}

// drawing returns a picture of the theme to stand in a page, where words say
// all that it shows.
func (w *work) drawing(name, class string) (template.HTML, error) {
	d, err := w.theme.Drawing(name)
	if err != nil {
		return "", err
	}
	return template.HTML(d.Inline(figure.Options{Class: class, Prefix: name + "-"})), nil // checked and written anew by package figure
}

// styles are the style sheets of every page. That of a host's own parts is asked
// for only where there are any.
func (w *work) styles(at func(string) string) []string {
	all := []string{at(w.common.tokens), at(w.common.style)}
	h := w.host
	if !h.Logo.IsZero() || !h.Contact.IsZero() || len(h.Emergency) > 0 || len(h.Footer) > 0 {
		all = append(all, at(w.common.hostStyle))
	}
	return all
}

// frame returns what every page has, as seen from an address.
func (w *work) frame(l *language, address string) (theme.Frame, error) {
	mark, err := w.mark(address)
	if err != nil {
		return theme.Frame{}, err
	}
	contact, err := w.facts(l)
	at := func(to string) string { return relative(address, to) }
	return theme.Frame{
		Catalogue:    l.words,
		Language:     l.code,
		Direction:    l.direction(),
		Root:         strings.TrimSuffix(at(l.folder()+"index.html"), "index.html"),
		Policy:       policy,
		Styles:       w.styles(at),
		Script:       at(w.common.script),
		Icon:         at(w.common.icon),
		Touch:        at(w.common.touch),
		Paper:        w.common.paper,
		Mark:         mark,
		OwnMark:      !w.host.Logo.IsZero(),
		Contact:      contact,
		Lines:        w.lines(l, address),
		Search:       at(l.folder() + searchPage),
		SearchStyle:  at(w.common.searchStyle),
		SearchScript: at(w.common.searchScript),
	}, err
}
