package site_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site"
	"iddtestdrive/site/program"
	"iddtestdrive/site/theme"
)

// desk is a content and a theme in folders, as an author has them, and a builder
// that builds them again and again.
type desk struct {
	t              *testing.T
	content, theme string
	out            string
	program        program.Program
	builder        *site.Builder
	clock          time.Time // of the last change, long past
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	folder := t.TempDir()
	d := &desk{
		t: t, content: filepath.Join(folder, "content"), theme: filepath.Join(folder, "theme"), out: filepath.Join(folder, "public"),
		program: program.Program{Wasm: []byte("\x00asm"), Support: []byte("class Go {}")}, clock: time.Now().Add(-24 * time.Hour),
	}
	content := grown(t)
	for i := range 12 {
		put(content, fmt.Sprintf("en/p%d.md", i), fmt.Sprintf("---\ntitle: Educating %d\naudience: educators\norder: %d\n%s---\n## First\n\nText.\n", i, i, head))
	}
	put(content, "en/cards.md", "---\ntitle: All for nurses\naudience: everyone\n"+head+"---\n::: pages audience=nurses\n:::\n")
	put(content, "en/charted.md", "---\ntitle: Charted\naudience: educators\norder: 99\n"+head+"---\n::: chart scenario=first-hours series=rate title=\"A day\"\n:::\n")
	put(content, "logo.svg", `<svg viewBox="0 0 9 9"><circle class="fill-drug" r="4"/></svg>`)
	put(content, "README.md", "No page.\n")
	require.NoError(t, os.CopyFS(d.content, content))
	require.NoError(t, os.CopyFS(d.theme, theme.Files))
	for _, at := range []string{d.content, d.theme} {
		require.NoError(t, filepath.WalkDir(at, func(name string, _ fs.DirEntry, err error) error {
			require.NoError(t, err)
			return os.Chtimes(name, d.clock, d.clock)
		}))
	}
	d.builder = d.another(d.out)
	return d
}

func (d *desk) another(out string) *site.Builder {
	return site.New(site.Options{Content: os.DirFS(d.content), Theme: os.DirFS(d.theme), Out: out, Program: func(context.Context) (program.Program, error) {
		return d.program, nil
	}})
}

// write writes a file of the content whose change is past.
func (d *desk) write(name, text string) { d.put(filepath.Join(d.content, name), text) }

func (d *desk) put(file, text string) {
	d.t.Helper()
	d.clock = d.clock.Add(time.Minute)
	require.NoError(d.t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(d.t, os.WriteFile(file, []byte(text), 0o600))
	require.NoError(d.t, os.Chtimes(file, d.clock, d.clock))
}

// edit changes a file of the content.
func (d *desk) edit(name, from, to string) { d.change(filepath.Join(d.content, name), from, to) }

func (d *desk) change(file, from, to string) {
	d.t.Helper()
	src, err := os.ReadFile(file)
	require.NoError(d.t, err)
	require.Contains(d.t, string(src), from, file)
	d.put(file, strings.Replace(string(src), from, to, 1))
}

// build builds, and holds the site against one that is built from nothing. It
// returns how many pages were rendered.
func (d *desk) build(what string) int {
	d.t.Helper()
	r, err := d.builder.Build(d.t.Context())
	require.NoError(d.t, err, what)
	fresh := filepath.Join(d.t.TempDir(), "public")
	_, err = d.another(fresh).Build(d.t.Context())
	require.NoError(d.t, err, what)
	want, got := tree(d.t, fresh), tree(d.t, d.out)
	for name := range want {
		require.Equal(d.t, want[name], got[name], "%s: %s", what, name)
	}
	require.Len(d.t, got, len(want), what)
	return r.Rendered
}

// Whatever changes while a site is served, it is what a build from nothing gives,
// and what does not concern a page does not have it rendered again.
func TestEveryChangeReachesThePagesThatItConcerns(t *testing.T) {
	d := newDesk(t)
	all := d.build("at first")
	for _, c := range []struct {
		what     string
		rendered int // all of them by -1
		do       func()
	}{
		{"nothing", 0, func() {}},
		{"a file that is no page", -1, func() { d.write("README.md", "Still none.\n") }},
		{"the text of a page", 1, func() { d.edit("en/p3.md", "Text.", "Another text.") }},
		{"a page that is written anew as it was", 0, func() { d.edit("en/p3.md", "text.", "text.") }},
		{"a page that cites and explains more", 2, func() { d.edit("en/p3.md", "Another", "After a [[catheter tip]] [@leaflet] another") }},
		{"a page that explains the same once more", 1, func() { d.edit("en/p3.md", "another", "a [[catheter tip]] another") }},
		{"a page that leads to a place of another", 1, func() { d.edit("en/p3.md", "another", "[there](p4.md#first) another") }},
		{"a title in the menu of one language", all - 2, func() { d.edit("en/pump.md", "title: The pump", "title: A pump") }},
		{"a title in no menu, with one before and one after, in the list of a source", 4, func() { d.edit("en/p10.md", "Educating 10", "Teaching") }},
		{"a description in a list of pages", 2, func() { d.edit("en/n3.md", "What it is about", "Something else") }},
		{"the day of a check", 1, func() { d.edit("en/n3.md", "2026-03-02", "2026-04-02") }},
		{"an order", -2, func() { d.edit("en/p10.md", "order: 10", "order: 1") }},
		{"a section", -2, func() { d.edit("en/n1.md", "audience: nurses\n", "audience: nurses\nsection: Later\n") }},
		{"an audience", -2, func() { d.edit("en/p9.md", "educators", "patients") }},
		{"a translation", 2, func() { d.edit("en/p8.md", "---\n##", "translations: {fr: index.md}\n---\n##") }},
		{"a page that lists words", -1, func() { d.edit("en/p5.md", "Text.", "::: references\n:::") }},
		{"a new page", -1, func() { d.write("en/new.md", "---\ntitle: New\naudience: nurses\n"+head+"---\nNew.\n") }},
		{"a page that goes", -1, func() { require.NoError(t, os.Remove(filepath.Join(d.content, "en", "new.md"))) }},
		{"a scenario", -1, func() { d.edit("scenarios/first-hours.yaml", "title: ", "title: Other ") }},
		{"a dose of a scenario, of which there is a chart", -1, func() { d.edit("scenarios/first-hours.yaml", "continuous: 3 mg/day", "continuous: 4 mg/day") }},
		{"a drive", -1, func() { d.edit("drives/first-day.yaml", "Ask once", "Ask twice") }},
		{"a case", -1, func() { d.edit("cases/a-look.yaml", "Read the pump", "Read it") }},
		{"a word of the glossary", -1, func() { d.edit("en/glossary.yaml", "A wait.", "A long wait.") }},
		{"a source", -1, func() { d.edit("references.yaml", "A <trial>", "A second trial") }},
		{"a word of the interface", -1, func() { d.edit("messages/fr.yaml", "Skip to", "Go to") }},
		{"a word of the simulator", -1, func() { d.edit("messages/en.yaml", "\nsimulator:\n", "\nsimulator:\n  # a remark\n") }},
		{"a figure", -1, func() { d.edit("en/deep/a.svg", `r="4"`, `r="3"`) }},
		{"a file that pages lead to", -1, func() { d.edit("en/list.csv", "a,b", "a,b,c") }},
		{"a style of the theme", -1, func() { d.change(filepath.Join(d.theme, "lists.css"), "{", "{opacity:1;") }},
		{"a template of the theme", -1, func() {
			d.change(filepath.Join(d.theme, "pages", "page.html"), `<section class="about">`, `<section class="about" >`)
		}},
		{"a picture of the theme", -1, func() { d.change(filepath.Join(d.theme, "pictures", "mark.svg"), "</svg>", `<circle r="1"/></svg>`) }},
		{"the host's own name", -1, func() { d.write("site.yaml", "name: A clinic\naddress: https://example.org/a/\n") }},
		{"the day of a check, where there is a map of the site", 1, func() { d.edit("en/n3.md", "2026-04-02", "2026-05-02") }},
		{"a title, where pages have cards and two list its source", 5, func() { d.edit("en/p11.md", "Educating 11", "Card") }},
		{"the host's logo and a number", -1, func() {
			d.edit("site.yaml", "name:", "logo: logo.svg\ncontact: {name: A clinic, telephone: +44 1632 960001}\nname:")
		}},
		{"the drawing of the logo", -1, func() { d.edit("logo.svg", `r="4"`, `r="2"`) }},
		{"what the host leaves out", -1, func() {
			d.edit("site.yaml", "address:", "leave_out: {pages: [p7.md], parts: [source-links]}\naddress:")
		}},
		{"a text, where something is left out", 1, func() { d.edit("en/p6.md", "Text.", "More text.") }},
		{"the text of a page that is left out", -1, func() { d.edit("en/p7.md", "Text.", "More text.") }},
		{"a title, where something is left out", -1, func() { d.edit("en/p6.md", "Educating 6", "Sixth") }},
		{"an audience that the host leaves out", -1, func() { d.edit("site.yaml", "{pages: [p7.md]", "{audiences: [patients], pages: [p7.md]") }},
		{"a page for an audience that is left out", -1, func() { d.edit("en/p6.md", "audience: educators", "audience: patients") }},
		{"an empty folder that is no language", -1, func() { require.NoError(t, os.Mkdir(filepath.Join(d.content, "assets"), 0o755)) }},
		{"another program", 0, func() { d.program.Wasm = []byte("\x00asm2") }},
		{"another support of it", 0, func() { d.program.Support = []byte("class Go2 {}") }},
		{"a page's file that is gone", 1, func() { require.NoError(t, os.Remove(filepath.Join(d.out, "p4.html"))) }},
		{"a common file that is gone", -1, func() { require.NoError(t, os.Remove(filepath.Join(d.out, "messages", "en.json"))) }},
		{"the simulator's page that is gone", 0, func() { require.NoError(t, os.Remove(filepath.Join(d.out, "sim.html"))) }},
		{"the whole site that is gone", -1, func() { require.NoError(t, os.RemoveAll(d.out)) }},
	} {
		c.do()
		rendered := d.build(c.what)
		switch c.rendered {
		case -1, -2:
			assert.Positive(t, rendered, c.what)
		default:
			assert.Equal(t, c.rendered, rendered, c.what)
		}
		r, err := d.builder.Build(t.Context())
		require.NoError(t, err)
		assert.Equal(t, [3]int{}, [3]int{r.Rendered, r.Written, r.Removed}, "%s, and then nothing", c.what)
	}
}

// A build that failed leaves nothing behind that the next one takes for what is
// published.
func TestAfterAMistakeIsMendedAllIsAsIfItHadNotBeen(t *testing.T) {
	d := newDesk(t)
	d.build("at first")
	for _, c := range []struct{ file, from, to string }{
		{"en/p3.md", "Text.", "A [[lokcout]]."},
		{"en/p3.md", "title: Educating 3", "titel: Educating 3"},
		{"en/pump.md", "title: The pump", "title: A pump\nsection: " + strings.Repeat("long ", 20)},
		{"en/p4.md", "## First", "## Second"},
		{"references.yaml", "kind: study", "kind: story"},
		{"scenarios/first-hours.yaml", "title: ", "titel: "},
		{"messages/en.yaml", "site:", "sight:"},
	} {
		d.edit("en/p5.md", "First", "First and [other](p4.md#first)")
		d.build("a good change")
		d.edit(c.file, c.from, c.to)
		d.edit("en/p6.md", "## First\n", "## First\n\nMore.\n") // a good change beside the mistake
		_, err := d.builder.Build(t.Context())
		require.Error(t, err, c.file)
		d.edit(c.file, c.to, c.from)
		d.build("after a mistake in " + c.file)
		d.edit("en/p5.md", "First and [other](p4.md#first)", "First")
		d.build("at the end")
	}
}
