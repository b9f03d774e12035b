package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"path"
	"slices"
	"strconv"
)

// Index is what Write makes files of.
type Index struct {
	Language string // "en"
	Labels   []Label
	Pages    []Page // in the order in which equally good ones are found
}

// Label is what an audience is called.
type Label struct {
	Audience, Text string
}

// The sizes, in bytes, up to which a site's index is one file, and at which a file
// of words is full.
const (
	small = 400 << 10
	full  = 96 << 10
)

// Write writes the files of an index by handing them to publish, which returns
// the address of each, and returns the address of the first file. The files of an
// index lie in one folder.
func (r *Reader) Write(x Index, publish func(name string, data []byte) (string, error)) (string, error) {
	name := "search-" + x.Language
	words := r.wordFiles(x.Pages)
	pages, err := pageFiles(x.Pages)
	if err != nil {
		return "", err
	}
	if total(words)+total(pages) > small {
		for _, files := range []struct {
			name  string
			files []file
		}{{name + "-words.json", words}, {name + "-pages.json", pages}} {
			for i, f := range files.files {
				address, err := publish(files.name, append(f.data, '\n'))
				if err != nil {
					return "", err
				}
				files.files[i].data = strconv.AppendQuote(nil, path.Base(address))
			}
		}
	} else {
		words = joined(words)
	}
	first, err := firstFile(x, words, pages)
	if err != nil {
		return "", err
	}
	return publish(name+".json", first)
}

// file is a file of an index, or what stands in the first file instead.
type file struct {
	first string // of words: the first
	data  []byte // JSON
}

func total(files []file) int {
	n := 0
	for _, f := range files {
		n += len(f.data)
	}
	return n
}

// joined makes one run of words of several.
func joined(files []file) []file {
	all := file{data: []byte("[")}
	for i, f := range files {
		if i > 0 {
			all.data = append(all.data, ",\n"...)
		}
		all.data = append(all.data, f.data[1:len(f.data)-1]...)
	}
	all.data = append(all.data, ']')
	return []file{all}
}

func firstFile(x Index, words, pages []file) ([]byte, error) {
	var out bytes.Buffer
	text := func(s string) error {
		data, err := json.Marshal(s)
		out.Write(data)
		return err
	}
	out.WriteString(`{"language":`)
	if err := text(x.Language); err != nil {
		return nil, err
	}
	places := 0
	for _, p := range x.Pages {
		places += 1 + min(len(p.Read.Headings), MaxPlaces-1)
	}
	out.WriteString(`,"places":` + strconv.Itoa(places) + `,"labels":{`)
	for i, l := range x.Labels {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := text(l.Audience); err != nil {
			return nil, err
		}
		out.WriteByte(':')
		if err := text(l.Text); err != nil {
			return nil, err
		}
	}
	out.WriteString("},\n\"words\":[")
	for i, f := range words {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('[')
		if err := text(f.first); err != nil {
			return nil, err
		}
		out.WriteByte(',')
		out.Write(f.data)
		out.WriteByte(']')
	}
	out.WriteString("],\n\"pages\":[")
	for i, f := range pages {
		if i > 0 {
			out.WriteByte(',')
		}
		out.Write(f.data)
	}
	out.WriteString("]}\n")
	return out.Bytes(), nil
}

// pageFiles describes the pages, so many to a file.
func pageFiles(pages []Page) ([]file, error) {
	var files []file
	for run := range slices.Chunk(pages, PagesPerFile) {
		lines := make([][]string, len(run))
		for i, p := range run {
			lines[i] = []string{p.Address, p.Title, p.Description, p.Audience}
			for _, h := range p.Read.Headings[:min(len(p.Read.Headings), MaxPlaces-1)] {
				lines[i] = append(lines[i], h.ID, h.Text)
			}
		}
		data, err := json.Marshal(lines)
		if err != nil {
			return nil, err
		}
		files = append(files, file{data: data})
	}
	return files, nil
}

// wordFiles lists the words in their order with the places they are in.
func (r *Reader) wordFiles(pages []Page) []file {
	found := r.invert(pages)
	order := make([]uint32, 0, len(found.starts))
	for n := range r.words {
		if found.starts[n] < found.starts[n+1] {
			order = append(order, uint32(n))
		}
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(r.words[a], r.words[b]) })
	var files []file
	data := []byte("[")
	first := ""
	for _, n := range order {
		if len(data) > full {
			files = append(files, file{first, append(data, ']')})
			first, data = r.words[n], []byte("[")
		}
		if len(data) > 1 {
			data = append(data, ",\n"...)
		}
		data = appendWord(data, r.words[n], found.places[found.starts[n]:found.starts[n+1]])
	}
	return append(files, file{first, append(data, ']')})
}

// appendWord writes a word and where it is. Words hold nothing that JSON would
// have to escape.
func appendWord(data []byte, word string, places []uint32) []byte {
	if len(places) > MostPlaces {
		places = best(places)
	}
	data = append(data, '[', '"')
	data = append(data, word...)
	data = append(data, '"')
	last := uint32(0)
	for _, p := range places {
		data = append(data, ',')
		data = strconv.AppendUint(data, uint64((p>>3-last)<<3|p&7), 10)
		last = p >> 3
	}
	return append(data, ']')
}

// best keeps those places in which a word counts most, in their order.
func best(places []uint32) []uint32 {
	var counts [8]int
	for _, p := range places {
		counts[p&7]++
	}
	least, room := 7, MostPlaces // of the least weight that is kept there may be more than there is room for
	for ; counts[least] <= room; least-- {
		room -= counts[least]
	}
	kept := make([]uint32, 0, MostPlaces)
	for _, p := range places {
		switch weight := int(p & 7); {
		case weight > least:
			kept = append(kept, p)
		case weight == least && room > 0:
			kept = append(kept, p)
			room--
		}
	}
	return kept
}

// inverted holds, for each word, the places it is in: those of the word with
// number n are places[starts[n]:starts[n+1]].
type inverted struct {
	starts []int
	places []uint32 // a place, times eight, plus the weight
}

// invert turns what is known by page into what is known by word.
func (r *Reader) invert(pages []Page) inverted {
	v := inverted{starts: make([]int, len(r.words)+1)}
	for _, p := range pages {
		p.Read.each(func(word, _ uint32) { v.starts[word+1]++ })
	}
	for n := range r.words {
		v.starts[n+1] += v.starts[n]
	}
	v.places = make([]uint32, v.starts[len(r.words)])
	next := slices.Clone(v.starts)
	for i, p := range pages {
		p.Read.each(func(word, place uint32) {
			v.places[next[word]] = uint32(i)*MaxPlaces<<3 + place
			next[word]++
		})
	}
	return v
}

// each calls do with the number of each word and its place, times eight, plus its
// weight there.
func (r Read) each(do func(word, place uint32)) {
	word := uint64(0)
	for data := r.entries; len(data) > 0; {
		v, n := binary.Uvarint(data)
		data = data[n:]
		word += v >> 9
		do(uint32(word), uint32(v&(MaxPlaces<<3-1)))
	}
}
