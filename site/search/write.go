package search

import (
	"bytes"
	"encoding/json"
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

// Shelf is where the files of an index are put, all into one folder.
type Shelf struct {
	// Publish puts a file there and returns its address.
	Publish func(name string, data []byte) (string, error)
	// Keep leaves a file there that was published earlier. It reports false where
	// it cannot. nil keeps nothing.
	Keep func(address string) bool
}

// Write writes the files of an index and returns the address of the first. What is
// as it was in the last index of the language is not made again.
func (r *Reader) Write(x Index, shelf Shelf) (string, error) {
	e, err := r.edition(x)
	if err != nil {
		return "", err
	}
	name := "search-" + x.Language
	var words, pages []file
	if e.size() > small {
		if words, err = e.publishWords(name+"-words.json", shelf); err != nil {
			return "", err
		}
		if pages, err = e.publishPages(name+"-pages.json", shelf); err != nil {
			return "", err
		}
	} else {
		words = []file{{data: e.list(nil, e.order)}}
		if pages, err = e.describedPages(); err != nil {
			return "", err
		}
	}
	first, err := firstFile(x, words, pages)
	if err != nil {
		return "", err
	}
	r.editions[x.Language] = e
	return shelf.Publish(name+".json", first)
}

// file is a file of an index as the first file has it: what is in it, or its name.
type file struct {
	first string // of words: the first
	data  []byte // JSON
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
		places += 1 + len(p.headings())
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

// appendWord writes a word and where it is. Words hold nothing that JSON would
// have to escape.
func appendWord(data []byte, word string, places []uint32) []byte {
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
