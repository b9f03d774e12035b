// Package theme is the look of the site: the design tokens (tokens.css), the
// styles and the one script of the pages (the files of styles/ and scripts/, joined
// in the order of their names), the further styles of the pages that hold the
// glossary or the list of all sources (lists.css) and of what a host makes its own
// (host.css), those of single kinds of block (blocks/), the styles and the script of
// the pages that search (search/, joined), those of the simulator's page (sim.css,
// sim.js), the templates of the pages, the drawings that belong to the theme and
// not to the content, and an example of a page that embeds the simulator,
// published as it is for educators to copy.
//
// A template is given everything ready: addresses relative to its page, dates
// as the reader writes them, links in their order. It chooses nothing and
// computes nothing. Interface words come from the language's message file; a
// word that the file lacks stops the build.
package theme

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"sync"

	"iddtestdrive/site/figure"
	"iddtestdrive/site/messages"
	"iddtestdrive/site/tokens"
)

// Files are the theme's files as they were when the program was compiled.
//
//go:embed *.css *.js styles/*.css scripts/*.js search/* blocks/* pages/*.html pictures/*.svg example/*
var Files embed.FS

// IDs are the ids that the templates give to parts of a page.
var IDs = []string{"text", "contents", "about-this-page"}

// Theme is a theme that has been read.
type Theme struct {
	files     fs.FS
	templates *template.Template
	drawings  sync.Map // a name -> *figure.Drawing
	spoken    sync.Map // *messages.Catalogue -> *template.Template, with its words
	kept      memo
}

// Load reads a theme.
func Load(files fs.FS) (*Theme, error) {
	t, err := template.ParseFS(files, "pages/*.html")
	if err != nil {
		return nil, fmt.Errorf("theme: %w", err)
	}
	return &Theme{files: files, templates: t}, nil
}

// Picture returns a drawing of the theme by its name without ".svg".
func (t *Theme) Picture(name string) ([]byte, error) {
	return fs.ReadFile(t.files, "pictures/"+name+".svg")
}

// Drawing returns a drawing of the theme that has been read, by the same name.
func (t *Theme) Drawing(name string) (*figure.Drawing, error) {
	if known, ok := t.drawings.Load(name); ok {
		return known.(*figure.Drawing), nil
	}
	svg, err := t.Picture(name)
	if err != nil {
		return nil, err
	}
	d, err := figure.Read(svg, false)
	if err != nil {
		return nil, fmt.Errorf("theme: pictures/%s.svg: %w", name, err)
	}
	t.drawings.Store(name, d)
	return d, nil
}

// File returns a file of the theme. site.css and site.js are the styles and the
// scripts of the pages joined, search.js the scripts of those that search.
func (t *Theme) File(name string) ([]byte, error) {
	switch name {
	case "site.css":
		return t.joined("styles/*.css")
	case "site.js":
		return t.joined("scripts/*.js")
	case "search.css":
		return t.joined("search/*.css")
	case "search.js":
		return t.joined("search/*.js")
	}
	return fs.ReadFile(t.files, name)
}

// Tokens returns the theme's design tokens.
func (t *Theme) Tokens() (tokens.Theme, error) {
	css, err := t.File("tokens.css")
	if err != nil {
		return tokens.Theme{}, errors.New("the theme has no tokens.css")
	}
	set, err := tokens.Parse(css)
	if err != nil {
		return tokens.Theme{}, fmt.Errorf("theme: %w", err)
	}
	return set, nil
}

// joined returns the files of a pattern in the order of their names.
func (t *Theme) joined(pattern string) ([]byte, error) {
	names, err := fs.Glob(t.files, pattern)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("the theme has no %s", pattern)
	}
	var all bytes.Buffer
	for _, name := range names {
		data, err := fs.ReadFile(t.files, name)
		if err != nil {
			return nil, err
		}
		all.Write(data)
		all.WriteByte('\n')
	}
	return all.Bytes(), nil
}

// Frame is what every page has.
type Frame struct {
	*messages.Catalogue           // for {{.Word "site.skip"}}
	Language            string    // "en"
	Direction           string    // in which the language is written: "ltr" or "rtl"
	Root                string    // from the page to the folder of its language: "", "../"
	Policy              string    // the Content-Security-Policy
	Styles              []string  // addresses of the style sheets
	Script              string    // address of the script
	Icon, Touch         string    // addresses of the site's icon, and of that for a telephone's home screen
	Paper               [2]string // the colour of the paper by day and by night
	Mark                template.HTML
	OwnMark             bool   // the mark is the host's own
	Contact             []Fact // how readers reach the host, and whom they call
	Lines               []Link // the host's own lines at the foot; one without an address is a text
	Search              string // address of the page that searches and lists all pages
	SearchStyle         string // address of the styles of what searches and marks
	SearchScript        string // address of the script that searches, and marks what was found
}

// Fact is something about the host, under its label: "Telephone".
type Fact struct {
	Label, Text string
	Address     template.URL // where it leads, tel: and mailto: among others; may be ""
}

// Word returns an interface word as HTML. One that is lent by another language
// says so; where a template puts it into an attribute, that falls away.
func (f Frame) Word(key string, pairs ...string) (template.HTML, error) {
	found, err := f.Catalogue.Find(key, pairs...)
	return Words(found), err
}

// Words is a word as it was found, as HTML.
func Words(found messages.Found) template.HTML {
	text := template.HTMLEscapeString(found.Text)
	if found.Lent {
		text = `<span lang="` + template.HTMLEscapeString(found.Language) + `" dir="ltr">` + text + "</span>"
	}
	return template.HTML(text)
}

// Link is a page that another page leads to.
type Link struct {
	Title, Description, Address string
	Outside                     bool // it leads to another site
}

// Group is the pages of one audience in the navigation.
type Group struct {
	Audience string        // "patients"
	Label    template.HTML // "For patients"
	Sections []Section
	Current  bool   // the page itself is among them
	All      string // address of the list of all of them, where the group shows only some
	Count    string // how many they are then
}

// Section is pages of a group under a heading of their own; "" is none.
type Section struct {
	Title string
	Pages []Link
}

// Crumb is a step from the home page to a page. Without an address it is words.
type Crumb struct {
	Title   template.HTML
	Address string
}

// Language is the way to another language of the site.
type Language struct {
	Code, Direction string
	Name            string // what the language calls itself
	Address         string
	Same            bool // it leads to the same page, not to the home page
}

// Heading is a line of the table of contents with those under it.
type Heading struct {
	ID, Text string
	Under    []Heading
}

// Source is a publication that a page's facts rest on.
type Source struct {
	ID                     string
	Title, By, Where, Year string // Where and Year may be ""
	Address, At            string // where it is found, and in a few words where that is; both may be ""
	Listed                 string // its place in the list of all sources; "" where the language has none
	Back                   []Back // the places in the text that cite it
}

// Back leads from a source to a place that cites it.
type Back struct {
	Address, Number string
	Name            string // for those who hear the page
}

// Social is what others show beside a link to a page.
type Social struct {
	Site, Title, Description string
	Home                     bool
	Address, Image           string // whole addresses
}

// Page is what the template of a page shows.
type Page struct {
	*Shared
	Own                string   // its address as the menu or the foot has it; "" where it is in neither
	Styles             []string // addresses of the style sheets
	Scripts            []string // addresses of the scripts of its blocks
	Social             *Social  // nil where the site's own address is not known
	Title, Description string
	Canonical          string // the page's own whole address; "" where it is not known
	Alternates         []Alternate
	About              template.JS // what the page is, for machines
	Finds              bool        // the page itself searches: its head has no field for it
	Languages          []Language
	Contents           []Heading
	Picture            template.HTML // beside the title of the home page
	Text               []byte        // HTML
	Reviewed           string        // as the reader writes dates
	NextReview         string        // "" where there is none
	Sources            []Source
	SourceFile         string // address of the page's own Markdown; "" where there is no link
	Previous, Next     *Link
}

// Alternate is a page in one of its languages: "fr", or "x-default" for readers
// of any language that it is not in.
type Alternate struct {
	Language, Address string
}

// Finder is what the template of a page shows that searches and lists pages. Its
// Title and Description are the template's own.
type Finder struct {
	Page
	Missing bool          // it stands where an address leads nowhere
	Index   string        // address of the first file of the index
	Site    string        // from the page to the root of the site, with a slash at its end
	List    template.HTML // of pages
}

// Simulator is what the template of the simulator's page shows.
type Simulator struct {
	Frame
	Program   string // address of sim.wasm
	Size      int    // of sim.wasm in bytes, as it is before any compression
	Support   string // address of Go's wasm_exec.js
	Scenarios string // folder of the scenario files, with a slash at its end
	Drives    string // folder of the test drives, likewise
	Cases     string // folder of the practice cases, likewise
	Words     string // address of the simulator's words
	Ward      string // address of the further words of the practice ward
}

// Simulator writes the simulator's page.
func (t *Theme) Simulator(w io.Writer, s Simulator) error {
	return t.execute(w, "simulator.html", s.Catalogue, s)
}

func (t *Theme) execute(w io.Writer, name string, words *messages.Catalogue, view any) error {
	templates, err := t.in(words)
	if err != nil {
		return err
	}
	return templates.ExecuteTemplate(w, name, view)
}
