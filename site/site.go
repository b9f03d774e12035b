// Package site makes the web site: Markdown, scenarios and words go in, plain
// files come out that work on any static host, in any subfolder.
//
//	content/en/*.md          pages            ->  *.html, source/en/*.md
//	content/<lang>/*.md      other languages  ->  <lang>/*.html
//	content/references.yaml  sources          ->  what pages cite and list
//	content/<lang>/glossary.yaml  words       ->  what pages explain and list
//	content/scenarios/*.yaml scenarios        ->  scenarios/*.yaml
//	content/drives/*.yaml    test drives      ->  drives/*.json
//	content/cases/*.yaml     practice cases   ->  cases/*.json
//	content/messages/*.yaml  interface words  ->  messages/*.json
//	content/site.yaml        the host's own   (package settings)
//	all pages of a language                   ->  search.html, assets/search-*.<hash>.json
//	all pages, where the address is known     ->  sitemap.xml, robots.txt
//	the theme                                 ->  assets/*.<hash>.css, .js, .svg, example/
//	the simulator's program                   ->  assets/sim.<hash>.wasm, sim.html
//
// Addresses are relative to their page, but for what machines want to know whole
// and for 404.html, which hosts show under any address: both are there as they
// should be where the host says where the site will stand. Without that, 404.html
// leads on only from addresses at the root of the site.
//
// A page's language is the folder it lies in. English stands at the root of
// the site, every other language in a folder of its own; index.md is a
// language's home page. All addresses are relative. What pages ask for carries
// a hash of its contents in its name, so that a host may let browsers keep it
// for good.
//
// A build goes through rooms of their own packages: frontmatter and markdown
// read a page, figure and theme give it its look, output writes the files. It
// first reads the front matter of every page (a small index: titles, order,
// addresses), then turns pages into HTML in parallel, each straight to its
// file, and at last checks links between pages. Pages that list what others use,
// such as the glossary, come after those others, and are made anew only when what
// is used changes. The mistakes of all files are
// gathered, those of the index and then those of the texts, before a build gives
// up, and a build that gives up leaves the former site as it was. The same input
// gives the same bytes.
package site

import (
	"context"
	"fmt"
	"io/fs"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/messages"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/output"
	"iddtestdrive/site/program"
	"iddtestdrive/site/search"
	"iddtestdrive/site/theme"
)

// Options say what to build from, and where to.
type Options struct {
	// Content is the folder of the content.
	Content fs.FS
	// ContentName is what the author calls that folder; mistakes name files
	// beginning with it. It may be empty.
	ContentName string
	// Theme holds the theme's files; nil means the theme compiled in.
	Theme fs.FS
	// Out is the folder the site is written to.
	Out string
	// Press makes compressed sisters of the files; nil makes none.
	Press *output.Press
	// Program returns the simulator's program. It is asked only when every
	// page is right.
	Program func(context.Context) (program.Program, error)
	// Each is told of every page that was rendered without a mistake, of one at
	// a time, in any order. It may be nil.
	Each func(Rendered)
}

// Rendered is a page as it was rendered.
type Rendered struct {
	File, Address string // "en/personal-remote.md" in the content, "personal-remote.html" in the site
	Front         frontmatter.Page
	Body          markdown.Body
}

// DefaultLanguage is the language that stands at the root of the site.
const DefaultLanguage = messages.Default

// Report is what a build has done.
type Report struct {
	Pages    int // pages of the site
	Rendered int // those among them that were rendered anew
	output.Change
	// Address is where the site will stand; "" where the host has not said.
	// Without it there is no site map, and the page for what is missing leads on
	// only from addresses at the root of the site.
	Address string
	// Missing are the words that languages have not got; the site shows those
	// of the default language in their place.
	Missing []MissingWord
}

// Builder builds one site, again and again: what pages stand on is made anew only
// when something of it changed (ground.go), and a page is rendered again only when
// its source or what it shows of the site around it did. What was changed is told
// by the sizes and times of files (package survey). It is not for several
// goroutines.
type Builder struct {
	options   Options
	converter *markdown.Converter
	reader    *search.Reader
	memory    memory
	out       output.Known
}

// New returns a builder.
func New(o Options) *Builder {
	if o.Theme == nil {
		o.Theme = theme.Files
	}
	return &Builder{options: o, converter: markdown.New(markdown.Blocks()...), reader: search.NewReader()}
}

// Build builds the site. The error is a mistake.List where the content is
// wrong, a *program.Failed where the simulator does not compile. After an error
// the former site is still there, whole; the report says how far the build came:
// where mistakes are in the index, it knows of no pages.
func (b *Builder) Build(ctx context.Context) (Report, error) {
	report, err := b.build(ctx)
	if list, ok := err.(mistake.List); ok && b.options.ContentName != "" {
		for _, m := range list {
			m.File = b.options.ContentName + "/" + m.File
		}
	}
	return report, err
}

func (b *Builder) build(ctx context.Context) (Report, error) {
	stage, err := output.Begin(b.options.Out, b.options.Press, &b.out)
	if err != nil {
		return Report{}, err
	}
	defer stage.Discard()
	seen, err := b.look()
	if err != nil {
		return Report{}, err
	}
	w := &work{Builder: b, seen: seen, stage: stage, assets: newAssets(b.options.Content, stage, b.memory.assets)}
	if w.ground, w.changed = b.standing(seen); w.ground != nil {
		w.kin = true
	} else {
		if w.ground, err = b.fresh(seen); err != nil {
			return Report{}, err
		}
	}
	defer makeRoom(len(w.tree.pages))()
	if err := w.all(ctx); err != nil {
		return Report{Pages: len(w.tree.pages), Rendered: len(w.rendered)}, err
	}
	change, err := w.stage.Commit()
	if err != nil {
		return Report{}, fmt.Errorf("the site cannot be put into place: %w", err)
	}
	b.memory = w.remember()
	return Report{Pages: len(w.tree.pages), Rendered: len(w.rendered), Change: change, Address: w.host.Address, Missing: w.tree.missing()}, nil
}
