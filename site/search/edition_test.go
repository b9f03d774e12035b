package search_test

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/search"
)

// shelf is a folder of files that are called by what is in them.
type shelf struct {
	files map[string]string
	kept  int
}

// write writes an index of a language beside what was there, and returns all its
// files.
func (s *shelf) write(t *testing.T, r *search.Reader, language string, pages []search.Page) map[string]string {
	t.Helper()
	now := map[string]string{}
	_, err := r.Write(search.Index{Language: language, Pages: slices.Clone(pages)}, search.Shelf{
		Publish: func(name string, data []byte) (string, error) {
			address := fmt.Sprintf("assets/%x.%s", sha256.Sum256(data), name)
			now[address] = string(data)
			return address, nil
		},
		Keep: func(address string) bool {
			was, ok := s.files[address]
			if ok {
				s.kept++
				now[address] = was
			}
			return ok
		},
	})
	require.NoError(t, err)
	s.files = maps.Clone(now)
	return now
}

// draft is a page that can be changed and read again.
type draft struct {
	title string
	text  []string
}

func (d draft) read(r *search.Reader, i int) search.Page {
	text := []byte("<p>" + strings.Join(d.text, " ") + "</p>")
	if len(d.text) > 4 {
		text = append(text, "<h2 id=\"x\">"+d.text[0]+"</h2><p>"+d.text[1]+"</p>"...)
	}
	return search.Page{Address: fmt.Sprintf("page-%d.html", i), Title: d.title, Description: "About.", Audience: "nurses", Read: r.Page(d.title, "About.", text)}
}

// An index that is written from what changed since the last one is the one that is
// written from nothing.
func TestWhatIsKeptOfAnIndexGivesTheSameBytes(t *testing.T) {
	for _, size := range []struct {
		pages, words int
		large        bool
	}{{12, 8, false}, {900, 160, true}} {
		chance := rand.New(rand.NewPCG(1, uint64(size.pages)))
		word := func() string { return fmt.Sprintf("word%d", chance.IntN(size.pages*3)) }
		drafts := make([]draft, size.pages)
		for i := range drafts {
			drafts[i].title = fmt.Sprintf("Page %d", i)
			for range size.words {
				drafts[i].text = append(drafts[i].text, word())
			}
		}
		reader := search.NewReader()
		pages := make([]search.Page, size.pages)
		for i, d := range drafts {
			pages[i] = d.read(reader, i)
		}
		var s shelf
		change := func(i int) { pages[i] = drafts[i].read(reader, i) }
		for step, do := range []func(i int){
			func(int) {},
			func(int) {}, // nothing changed
			func(i int) { drafts[i].text[3] = "unheard"; change(i) },
			func(i int) { drafts[i].text = drafts[i].text[:3]; change(i) }, // words that may be nowhere now
			func(i int) { drafts[i].title = "Another title"; change(i) },
			func(i int) { drafts[i].text[1], drafts[i].text[2] = "aaa", word(); change(i) },
			func(i int) { pages = slices.Delete(pages, i, i+1) },
			func(i int) { pages = slices.Insert(pages, i, drafts[0].read(reader, 7000)) },
			func(i int) { pages[0], pages[1] = pages[1], pages[0] },
		} {
			do(chance.IntN(size.pages - 2))
			got := s.write(t, reader, "en", pages)
			fresh, again := search.NewReader(), slices.Clone(pages)
			for i, p := range pages { // the same pages, read by one who knows nothing yet
				var number int
				_, err := fmt.Sscanf(p.Address, "page-%d.html", &number)
				require.NoError(t, err)
				if number == 7000 {
					number = 0
				}
				again[i].Read = drafts[number].read(fresh, number).Read
			}
			var empty shelf
			require.Equal(t, size.large, len(got) > 1)
			require.Equal(t, names(empty.write(t, fresh, "en", again)), names(got), "step %d with %d pages", step, size.pages)
		}
		assert.Equal(t, size.large, s.kept > 0, "files are kept where there are several")
	}
}

// names are the files; they are called by what is in them.
func names(files map[string]string) []string {
	var all []string
	for address := range files {
		all = append(all, path.Base(address))
	}
	slices.Sort(all)
	return all
}

func TestLanguagesAreKeptApart(t *testing.T) {
	reader := search.NewReader()
	var s shelf
	for range 2 {
		for _, language := range []string{"en", "fr"} {
			d := draft{title: "Title", text: []string{language}}
			files := s.write(t, reader, language, []search.Page{d.read(reader, 0)})
			require.Len(t, files, 1)
			for _, text := range files {
				assert.Contains(t, text, `["`+language+`",0]`)
			}
		}
	}
}

func TestAFileThatIsGoneIsWrittenAgain(t *testing.T) {
	reader := search.NewReader()
	var pages []search.Page
	for i := range 3000 {
		pages = append(pages, draft{title: strings.Repeat("long ", 40), text: []string{fmt.Sprint("w", i)}}.read(reader, i))
	}
	var s shelf
	first := s.write(t, reader, "en", pages)
	for address := range s.files {
		if strings.Contains(address, "-pages") {
			delete(s.files, address)
		}
	}
	assert.Equal(t, first, s.write(t, reader, "en", pages))
}
