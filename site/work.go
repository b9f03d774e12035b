package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"iddtestdrive/site/card"
	"iddtestdrive/site/chart"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/output"
	"iddtestdrive/site/search"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
)

// work is one build under way.
type work struct {
	*Builder
	host   *host
	tree   *tree
	theme  *theme.Theme
	assets *assets
	stage  *output.Stage

	common    common
	artist    *card.Artist
	scenarios starts
	drives    starts
	cases     starts
	library   library
	studio    *chart.Studio

	mu       sync.Mutex
	mistakes mistake.List
	memory   memory
	rendered int
}

// memory is what a builder knows of its last build.
type memory struct {
	shared [sha256.Size]byte // of everything that more than one page depends on
	pages  map[string]remembered
	assets map[string]bool // published, by address
}

// remembered is what is known of a page that was rendered.
type remembered struct {
	source    [sha256.Size]byte // of its text and, where it lists what other pages use, of that
	places    string            // every id that a link may name, a line each, in their order
	links     []markdown.Link
	cited     []markdown.Cited
	words     []string
	found     search.Read
	published []string // the files that it asks for
}

// all does the whole work up to the commit.
func (w *work) all(ctx context.Context) error {
	if err := w.publishCommon(); err != nil {
		return err
	}
	scenarios, err := w.readScenarios()
	if err != nil {
		return err
	}
	w.newStudio(scenarios)
	if err := w.readDrives(scenarios); err != nil {
		return err
	}
	if err := w.readCases(scenarios); err != nil {
		return err
	}
	if err := w.readLibrary(); err != nil {
		return err
	}
	shared, err := w.digest()
	if err != nil {
		return err
	}
	w.memory = memory{shared: shared, pages: map[string]remembered{}}
	if err := w.renderPages(ctx, func(p *page) bool { return !p.lists.Any() }); err != nil {
		return err
	}
	w.gatherUses()
	if err := w.renderPages(ctx, func(p *page) bool { return p.lists.Any() }); err != nil {
		return err
	}
	w.checkAnchors()
	if err := w.mistakes.Err(); err != nil {
		return err
	}
	for _, l := range w.tree.languages {
		if err := w.languageFiles(l); err != nil {
			return err
		}
	}
	if err := w.siteMaps(); err != nil {
		return err
	}
	if err := w.publishExample(); err != nil {
		return err
	}
	return w.simulatorPages(ctx)
}

// renderPages turns some of the pages into files, as many at once as there are
// processors.
func (w *work) renderPages(ctx context.Context, some func(*page) bool) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, p := range w.tree.pages {
		if !some(p) {
			continue
		}
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
	src, err := fs.ReadFile(w.options.Content, p.file)
	if err != nil {
		return err
	}
	sum := w.fingerprint(p, src)
	if w.unchanged(p, sum) {
		return nil
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
	body := w.converter.Convert(markdown.Source{File: p.file, Text: src, Body: p.body, Into: into, Taken: theme.IDs, Sources: named, WantProse: w.options.Each != nil}, around)
	mistakes = append(mistakes, body.Mistakes...)
	found := w.reader.Page(p.front.Title, p.front.Description, body.HTML)
	if p.card, err = w.card(p); err != nil {
		return err
	}
	if p.card != "" {
		*asked = append(*asked, p.card)
	}
	w.mu.Lock()
	w.mistakes = append(w.mistakes, mistakes...)
	w.memory.pages[p.file] = remembered{source: sum, places: joined(body.Anchors), links: body.Links, cited: body.Cited, words: body.Words, found: found, published: *asked}
	w.rendered++
	if w.options.Each != nil && len(body.Mistakes) == 0 {
		w.options.Each(Rendered{File: p.file, Address: p.address, Front: p.front, Body: body})
	}
	w.mu.Unlock()
	if len(mistakes) > 0 {
		return nil
	}
	return w.writePage(p, src, body)
}

// writePage writes a page and its Markdown into their files.
func (w *work) writePage(p *page, src []byte, body markdown.Body) error {
	view, err := w.view(p, body)
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
func sourceAddress(p *page) string { return path.Join("source", p.file) }

// unchanged keeps a page as the last build made it, if it can be kept.
func (w *work) unchanged(p *page, sum [sha256.Size]byte) bool {
	former, ok := w.Builder.memory.pages[p.file]
	if !ok || former.source != sum || w.Builder.memory.shared != w.memory.shared {
		return false
	}
	for _, name := range former.published {
		if !w.assets.keep(name) {
			return false
		}
	}
	if !w.stage.Keep(p.address) || (!w.without(settings.SourceLinks) && !w.stage.Keep(sourceAddress(p))) {
		return false
	}
	w.mu.Lock()
	w.memory.pages[p.file] = former
	w.mu.Unlock()
	return true
}

// joined makes one text of ids: there are many of them.
func joined(ids map[string]bool) string {
	return strings.Join(slices.Sorted(maps.Keys(ids)), "\n")
}

// checkAnchors looks for links to places that pages do not have.
func (w *work) checkAnchors() {
	for _, p := range w.tree.pages {
		for _, link := range w.memory.pages[p.file].links {
			target := w.memory.pages[link.Page]
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
