package search

import (
	"cmp"
	"encoding/json"
	"path"
	"slices"
	"strconv"
)

// edition is an index as it is written, and what is kept of it so that the next
// one takes little work when few pages have changed.
type edition struct {
	pages []Page
	words []string // by number
	lines [][]byte // of the words, by number; nil of those that are nowhere
	order []uint32 // the words that are somewhere, in their order
	runs  []run    // of pages
}

// run is PagesPerFile pages in one file.
type run struct {
	size    int    // of its JSON
	data    []byte // its JSON, until it is published
	address string // where it was published; "" where it was not
}

// edition makes an index out of what has changed since the last one.
func (r *Reader) edition(x Index) (*edition, error) {
	e := &edition{pages: x.Pages, words: r.words, lines: make([][]byte, len(r.words))}
	former := r.editions[x.Language]
	if former == nil || len(former.pages) != len(x.Pages) {
		former = &edition{} // places have other numbers
	}
	e.writeLines(former)
	e.sort(former)
	return e, e.describe(former)
}

// writeLines writes the lines of the words that are not where they were.
func (e *edition) writeLines(former *edition) {
	changed := make([]bool, len(e.words))
	some := false
	for i := range e.pages {
		was := Read{}
		if len(former.pages) > 0 {
			was = former.pages[i].Read
		}
		some = markChanged(changed, was, e.pages[i].Read) || some
	}
	copy(e.lines, former.lines)
	if !some {
		return
	}
	found := invert(e.pages, changed)
	for n, is := range changed {
		if !is {
			continue
		}
		e.lines[n] = nil
		if places := found.of(n); len(places) > 0 {
			e.lines[n] = appendWord(nil, e.words[n], places)
		}
	}
}

// sort puts the words that are somewhere in their order.
func (e *edition) sort(former *edition) {
	compare := func(a, b uint32) int { return cmp.Compare(e.words[a], e.words[b]) }
	var fresh []uint32
	for n, line := range e.lines {
		if line != nil && (n >= len(former.lines) || former.lines[n] == nil) {
			fresh = append(fresh, uint32(n))
		}
	}
	slices.SortFunc(fresh, compare)
	e.order = make([]uint32, 0, len(former.order)+len(fresh))
	for _, n := range former.order {
		if e.lines[n] == nil {
			continue
		}
		for len(fresh) > 0 && compare(fresh[0], n) < 0 {
			e.order, fresh = append(e.order, fresh[0]), fresh[1:]
		}
		e.order = append(e.order, n)
	}
	e.order = append(e.order, fresh...)
}

// describe makes the JSON of each run of pages that was not published as it is.
func (e *edition) describe(former *edition) error {
	e.runs = make([]run, (len(e.pages)+PagesPerFile-1)/PagesPerFile)
	for i := range e.runs {
		if i < len(former.runs) && former.runs[i].address != "" && slices.EqualFunc(former.of(i), e.of(i), sameDescription) {
			e.runs[i] = former.runs[i]
			continue
		}
		data, err := described(e.of(i))
		if err != nil {
			return err
		}
		e.runs[i] = run{size: len(data), data: data}
	}
	return nil
}

// of returns the pages of a run.
func (e *edition) of(run int) []Page {
	return e.pages[run*PagesPerFile : min((run+1)*PagesPerFile, len(e.pages))]
}

func sameDescription(a, b Page) bool {
	return a.Address == b.Address && a.Title == b.Title && a.Description == b.Description && a.Audience == b.Audience &&
		slices.Equal(a.headings(), b.headings())
}

func described(pages []Page) ([]byte, error) {
	lines := make([][]string, len(pages))
	for i, p := range pages {
		lines[i] = []string{p.Address, p.Title, p.Description, p.Audience}
		for _, h := range p.headings() {
			lines[i] = append(lines[i], h.ID, h.Text)
		}
	}
	return json.Marshal(lines)
}

// files cuts the words into those of one file each.
func (e *edition) files() [][]uint32 {
	var all [][]uint32
	from, size := 0, -1
	for i, n := range e.order {
		if size > full {
			all = append(all, e.order[from:i])
			from, size = i, -1
		}
		size += len(e.lines[n]) + len(between)
	}
	return append(all, e.order[from:])
}

// between is what stands between the lines of a file of words.
const between = ",\n"

// list adds the lines of some words as a list.
func (e *edition) list(data []byte, words []uint32) []byte {
	data = append(data, '[')
	for i, n := range words {
		if i > 0 {
			data = append(data, between...)
		}
		data = append(data, e.lines[n]...)
	}
	return append(data, ']')
}

// size is what the lists of words and of pages take, in bytes.
func (e *edition) size() int {
	sum := 0
	for _, n := range e.order {
		sum += len(e.lines[n]) + len(between)
	}
	for _, r := range e.runs {
		sum += r.size
	}
	return sum
}

// publishWords publishes the files of words and returns their names.
func (e *edition) publishWords(name string, shelf Shelf) ([]file, error) {
	var all []file
	var data []byte
	for i, words := range e.files() {
		data = append(e.list(data[:0], words), '\n')
		address, err := shelf.Publish(name, data)
		if err != nil {
			return nil, err
		}
		f := file{data: quotedName(address)}
		if i > 0 {
			f.first = e.words[words[0]]
		}
		all = append(all, f)
	}
	return all, nil
}

// publishPages publishes the files of pages that are not published yet, and
// returns the names of all.
func (e *edition) publishPages(name string, shelf Shelf) ([]file, error) {
	all := make([]file, len(e.runs))
	for i := range e.runs {
		r := &e.runs[i]
		if r.address == "" || shelf.Keep == nil || !shelf.Keep(r.address) {
			data, err := e.json(i)
			if err != nil {
				return nil, err
			}
			if r.address, err = shelf.Publish(name, append(data, '\n')); err != nil {
				return nil, err
			}
			r.data = nil
		}
		all[i].data = quotedName(r.address)
	}
	return all, nil
}

// describedPages returns the runs of pages to stand in the first file.
func (e *edition) describedPages() ([]file, error) {
	all := make([]file, len(e.runs))
	for i := range e.runs {
		data, err := e.json(i)
		if err != nil {
			return nil, err
		}
		all[i].data, e.runs[i] = data, run{size: len(data)}
	}
	return all, nil
}

// json is the JSON of a run of pages.
func (e *edition) json(run int) ([]byte, error) {
	if data := e.runs[run].data; data != nil {
		return data, nil
	}
	return described(e.of(run))
}

// quotedName is the name of a file as JSON. Names of files hold nothing that would
// have to be escaped.
func quotedName(address string) []byte { return strconv.AppendQuote(nil, path.Base(address)) }
