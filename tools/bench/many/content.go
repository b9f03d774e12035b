package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"iddtestdrive/tools/stage"
)

// writeContent writes a content of so many pages, each of about 800 words with
// all that pages have: headings, lists, a table, call-outs, links, a footnote,
// sources, words of the glossary and a chart. The same number gives the same bytes.
func writeContent(folder string, pages int) error {
	root, err := stage.Root()
	if err != nil {
		return err
	}
	for _, file := range append(scenarioFiles(), "messages/en.yaml") {
		text, err := os.ReadFile(filepath.Join(root, "content", filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		if err := writeFile(folder, file, string(text)); err != nil {
			return err
		}
	}
	files := map[string]string{
		"references.yaml": manyReferences(), "en/glossary.yaml": manyWords(),
		"en/index.md": frontMatter("Many pages", "everyone", 0) + "## Begin\n\nWith [the first](" + pageFile(0) + ").\n",
	}
	for name, text := range files {
		if err := writeFile(folder, name, text); err != nil {
			return err
		}
	}
	for i := range pages {
		if err := writeFile(folder, "en/"+pageFile(i), manyPage(i, pages)); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(folder, name, text string) error {
	at := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	return os.WriteFile(at, []byte(text), 0o644)
}

// perFolder is how many pages lie in a folder.
const perFolder = 100

// pageFile is the file of a page, from the folder of its language.
func pageFile(i int) string {
	return fmt.Sprintf("part-%d/page-%d.md", i/perFolder, i)
}

// frontMatter is the head of a page.
func frontMatter(title, audience string, order int) string {
	return fmt.Sprintf("---\ntitle: %s\ndescription: What this page is about, in one plain sentence of a usual length.\naudience: %s\norder: %d\n"+
		"reviewed: 2026-03-02\nnext_review: 2027-03-02\nsources: [source-1, source-2]\n---\n", title, audience, order)
}

// The vocabulary is of the length of plain English, which is what counts.
var vocabulary = strings.Fields("the a of to and in your pump dose is it that you for not can with when more less care team pain gives medicine " +
	"small under skin body hours day night ask remote limit safe wait again after before every slowly fast steady extra amount nurse doctor " +
	"hospital visit refill needle port tube catheter fluid back spine brain signal alarm battery years months weeks never always often rarely " +
	"because although however strength water syringe screen button number answer question written read tell family driving sleeping walking")

// writer writes the text of one page.
type writer struct {
	strings.Builder
	chance *rand.Rand
}

func (w *writer) pick(from []string) string { return from[w.chance.IntN(len(from))] }

// sentence writes words with now and then something in bold, italics or code.
func (w *writer) sentence(words int) {
	for i := range words {
		word := w.pick(vocabulary)
		switch {
		case i == 0:
			word = strings.ToUpper(word[:1]) + word[1:]
		case w.chance.IntN(40) == 0:
			word = "**" + word + "**"
		case w.chance.IntN(60) == 0:
			word = "*" + word + "*"
		case w.chance.IntN(120) == 0:
			word = "`" + word + "`"
		}
		if i > 0 {
			w.WriteByte(' ')
		}
		w.WriteString(word)
	}
	w.WriteByte('.')
}

func (w *writer) paragraph() {
	for i := range 4 {
		if i > 0 {
			w.WriteByte(' ')
		}
		w.sentence(8 + w.chance.IntN(10))
	}
	w.WriteString("\n\n")
}

func (w *writer) list(mark string) {
	for range 4 {
		w.WriteString(mark)
		w.sentence(5 + w.chance.IntN(5))
		w.WriteByte('\n')
	}
	w.WriteByte('\n')
}

func (w *writer) table() {
	w.WriteString("| What | When | How much |\n|---|:-:|--:|\n")
	for i := range 5 {
		fmt.Fprintf(w, "| %s %s | %s | %d |\n", w.pick(vocabulary), w.pick(vocabulary), w.pick(vocabulary), i*w.chance.IntN(90))
	}
	w.WriteByte('\n')
}

// block writes a block of the site.
func (w *writer) block(head string, mark string) {
	w.WriteString("::: " + head + "\n")
	w.list(mark)
	w.WriteString(":::\n\n")
}

// What the charts show: every scenario by every choice of series, so that there are
// as many charts as a large site may have scenarios to tell of.
var (
	charted = []string{"day-flex", "day-steady", "day-with-remote", "first-day", "first-hours", "weekday-and-weekend"}
	shown   = []string{"rate", "given", "rate,given", "reservoir,events"}
)

// scenarioFiles are the scenarios of the charts, from the folder of the content.
func scenarioFiles() []string {
	var files []string
	for _, name := range charted {
		files = append(files, "scenarios/"+name+".yaml")
	}
	return files
}

// chart writes a chart.
func (w *writer) chart() {
	fmt.Fprintf(w, "::: chart scenario=%s series=%s title=\"A chart of %s\"\n", w.pick(charted), w.pick(shown), w.pick(vocabulary))
	w.sentence(12)
	w.WriteString("\n:::\n\n")
}

// link writes a sentence that leads to another page.
func (w *writer) link(to int) {
	fmt.Fprintf(w, "See also [%s %s](../%s). ", w.pick(vocabulary), w.pick(vocabulary), pageFile(to))
}

// manyPage is the file of a page.
func manyPage(i, pages int) string {
	w := &writer{chance: rand.New(rand.NewPCG(1, uint64(i)))}
	w.WriteString(frontMatter(fmt.Sprintf("Page %d about %s", i, w.pick(vocabulary)), audienceOf(i), i%1000))
	w.block("summary", "- ")
	for section := range 4 {
		fmt.Fprintf(w, "## %s %s %s\n\n", w.pick(vocabulary), w.pick(vocabulary), w.pick(vocabulary))
		w.paragraph()
		w.link(w.chance.IntN(pages))
		fmt.Fprintf(w, "This rests on a trial [@source-%d]. ", 1+w.chance.IntN(manySources))
		fmt.Fprintf(w, "It has to do with [[word-%d]]. ", 1+w.chance.IntN(manyWordsOf))
		w.paragraph()
		switch section {
		case 0:
			w.table()
			w.block(`warning title="Do not drive"`, "- ")
		case 1:
			w.WriteString("### A closer look\n\nThere is more to it.[^1]\n\n[^1]: ")
			w.paragraph()
			w.list("1. ")
			w.chart()
		case 2:
			w.list("- ")
			w.block("steps", "1. ")
		}
		w.paragraph()
	}
	w.block("ask", "- ")
	return w.String()
}

func audienceOf(i int) string { return [...]string{"patients", "nurses", "educators"}[i%3] }

// How many sources and words the content has.
const (
	manySources = 40
	manyWordsOf = 60
)

func manyReferences() string {
	var b strings.Builder
	for i := 1; i <= manySources; i++ {
		fmt.Fprintf(&b, "source-%d:\n  title: A trial of something, number %d\n  by: Some people\n  year: 2020\n  doi: 10.1000/%d\n  kind: study\n  about: A trial.\n", i, i, i)
	}
	return b.String()
}

func manyWords() string {
	var b strings.Builder
	for i := 1; i <= manyWordsOf; i++ {
		fmt.Fprintf(&b, "word-%d:\n  word: word %d\n  plain: What this word means, for a reader of eleven.\n  exact: What this word means, exactly.\n", i, i)
	}
	return b.String()
}
