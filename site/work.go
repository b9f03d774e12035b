package site

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/output"
	"iddtestdrive/site/search"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/survey"
	"iddtestdrive/site/theme"
)

// work is one build under way.
type work struct {
	*Builder
	*ground
	seen   sight
	kin    bool // the ground is that of the last build or its kin
	assets *assets
	stage  *output.Stage
	// changed are the files of pages that changed since the last build, where the
	// ground is its kin.
	changed map[string]bool

	mu        sync.Mutex
	mistakes  mistake.List
	pages     map[string]*remembered
	rendered  map[string]bool // files of pages that were rendered
	uses      map[string]uses // by language
	usesNew   bool            // a page uses others than at the last build
	simulator simulator
}

// memory is what a builder knows of its last build.
type memory struct {
	seen      sight
	ground    *ground
	pages     map[string]*remembered // by file
	uses      map[string]uses        // by language
	assets    map[string]bool        // published, by address
	simulator simulator
}

// remember is what is to be known of this build.
func (w *work) remember() memory {
	w.seen.content.Settle()
	w.seen.theme.Settle()
	return memory{seen: w.seen, ground: w.ground, pages: w.pages, uses: w.uses, assets: w.assets.published, simulator: w.simulator}
}

// remembered is what is known of a page that was rendered.
type remembered struct {
	uses   survey.Sum // of what other pages use, where it lists that
	places string     // every id that a link may name, a line each, in their order
	links  []markdown.Link
	cited  []markdown.Cited
	words  []string
	found  search.Read
	asked
}

// all does the whole work up to the commit.
func (w *work) all(ctx context.Context) error {
	former := w.Builder.memory
	if w.kin && !w.assets.keep(w.ground.files...) {
		ground, err := w.fresh(w.seen)
		if err != nil {
			return err
		}
		w.ground, w.kin = ground, false
	}
	w.pages, w.rendered = maps.Clone(former.pages), map[string]bool{}
	if !w.kin {
		w.pages = make(map[string]*remembered, len(w.tree.pages))
		if err := w.lay(); err != nil {
			return err
		}
	}
	if err := w.renderPages(ctx, func(p *page) bool { return !p.lists.Any() }); err != nil {
		return err
	}
	w.uses = former.uses
	if w.ground != former.ground || w.usesNew {
		w.gatherUses()
	}
	if err := w.renderPages(ctx, func(p *page) bool { return p.lists.Any() }); err != nil {
		return err
	}
	w.checkAnchors()
	if err := w.mistakes.Err(); err != nil {
		return err
	}
	for _, l := range w.tree.languages {
		if err := w.finderPages(l); err != nil {
			return err
		}
	}
	if err := w.siteMaps(); err != nil {
		return err
	}
	return w.simulatorPages(ctx)
}

// renderPages turns those of some pages into files that the last build did not
// make as they are to be, as many at once as there are processors.
func (w *work) renderPages(ctx context.Context, some func(*page) bool) error {
	var stale []*page
	for _, p := range w.tree.pages {
		if some(p) && !w.unchanged(p) {
			stale = append(stale, p)
		}
	}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, p := range stale {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return w.renderPage(p)
		})
	}
	return g.Wait()
}

func (w *work) renderPage(p *page) error {
	src, err := w.seen.content.Read(p.file)
	if err != nil {
		return err
	}
	around, asked, err := w.surroundings(p)
	if err != nil {
		return err
	}
	named, mistakes := w.named(p, src)
	var into *bytes.Buffer // who is told of the page may keep its HTML
	if w.options.Each == nil {
		into = buffers.Get().(*bytes.Buffer)
		defer buffers.Put(into)
	}
	body := w.converter.Convert(markdown.Source{File: p.file, Text: src, Body: frontmatter.Body(src), Into: into, Taken: theme.IDs, Sources: named, WantProse: w.options.Each != nil}, around)
	mistakes = append(mistakes, body.Mistakes...)
	found := w.reader.Page(p.front.Title, p.front.Description, body.HTML)
	card, err := w.card(p)
	if err != nil {
		return err
	}
	if card != "" {
		asked.published = append(asked.published, card)
	}
	known := &remembered{uses: w.listed(p), places: joined(body.Anchors), links: body.Links, cited: body.Cited, words: body.Words, found: found, asked: *asked}
	w.mu.Lock()
	w.mistakes = append(w.mistakes, mistakes...)
	w.pages[p.file], w.rendered[p.file] = known, true
	w.usesNew = w.usesNew || !sameUses(known, w.Builder.memory.pages[p.file])
	if w.options.Each != nil && len(body.Mistakes) == 0 {
		w.options.Each(Rendered{File: p.file, Address: p.address, Front: p.front, Body: body})
	}
	w.mu.Unlock()
	if len(mistakes) > 0 {
		return nil
	}
	return w.writePage(p, src, body, card)
}

// writePage writes a page and its Markdown into their files.
func (w *work) writePage(p *page, src []byte, body markdown.Body, card string) error {
	view, err := w.view(p, body, card)
	if err != nil {
		return err
	}
	html := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(html)
	html.Reset()
	if err := w.theme.Page(html, view); err != nil {
		return err
	}
	if err := w.stage.Write(p.address, html.Bytes()); err != nil {
		return err
	}
	if w.without(settings.SourceLinks) {
		return nil
	}
	return w.stage.Write(sourceAddress(p), src)
}

// buffers are used for one page after another.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// sourceAddress is where a page's own Markdown is published.
func sourceAddress(p *page) string { return "source/" + p.file }

// unchanged keeps a page as the last build made it, if it can be kept.
func (w *work) unchanged(p *page) bool {
	former, ok := w.Builder.memory.pages[p.file]
	if !ok || !w.kin || w.changed[p.file] || !w.stands(p, former) || w.listed(p) != former.uses {
		return false
	}
	own := []string{p.address, sourceAddress(p)}
	if w.without(settings.SourceLinks) {
		own = own[:1]
	}
	return (len(former.published) == 0 || w.assets.keep(former.published...)) && w.stage.Keep(own...)
}

// joined makes one text of ids: there are many of them.
func joined(ids map[string]bool) string {
	return strings.Join(slices.Sorted(maps.Keys(ids)), "\n")
}

// checkAnchors looks for links to places that pages do not have. Between two pages
// that are as they were nothing can have gone wrong.
func (w *work) checkAnchors() {
	for _, p := range w.tree.pages {
		for _, link := range w.pages[p.file].links {
			if !w.rendered[link.Page] && !w.rendered[p.file] {
				continue
			}
			target := w.pages[link.Page]
			places := strings.Split(target.places, "\n")
			if _, found := slices.BinarySearch(places, link.Anchor); found || target.places == "" {
				continue
			}
			src, _ := fs.ReadFile(w.options.Content, p.file) // for the picture only
			w.mistakes = append(w.mistakes, mistake.At(p.file, src, link.Offset,
				link.Page+" has no place called "+link.Anchor, mistake.Choice(link.Anchor, places)))
		}
	}
}
