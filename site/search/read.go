package search

import (
	"bytes"
	"encoding/binary"
	"html"
	"slices"
	"strings"
	"sync"
)

// Reader reads pages. It may read many at once, and keeps the words that it knows
// from one build to the next.
type Reader struct {
	mu      sync.Mutex
	numbers map[string]uint32
	words   []string // by number
}

// NewReader returns a reader that knows no words yet.
func NewReader() *Reader { return &Reader{numbers: map[string]uint32{}} }

// Page reads a page: its title, its description and its text as package markdown
// writes it. It does not read drawings, buttons, what is offered only without
// a script, and what stands in the same words under every simulator.
func (r *Reader) Page(title, description string, text []byte) Read {
	p := reading{known: map[string]uint64{}}
	p.say([]byte(title), inTitle)
	p.say([]byte(description), inDescription)
	p.html(text)
	numbers := r.number(p.words)
	for i, met := range p.seen {
		p.seen[i] = numbers[met>>8]<<8 | met&0xff
	}
	return Read{Headings: p.headings, entries: pack(p.seen)}
}

// number returns the number of each of a page's words. The words of a page are
// asked for together, so that pages do not wait for each other at every word.
func (r *Reader) number(words []string) []uint64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	numbers := make([]uint64, len(words))
	for i, word := range words {
		n, ok := r.numbers[word]
		if !ok {
			n = uint32(len(r.words))
			r.numbers[word] = n
			r.words = append(r.words, word)
		}
		numbers[i] = uint64(n)
	}
	return numbers
}

// field is the part of a page that a word stands in.
type field uint64

const (
	inTitle field = iota
	inDescription
	inHeading
	inText
)

// reading is the reading of one page.
type reading struct {
	speller  speller
	words    []string          // that were met
	known    map[string]uint64 // their numbers in that list
	headings []Heading
	seen     []uint64 // each word that was met: its number, its place, its field
}

// say notes the words of a text.
func (p *reading) say(text []byte, in field) {
	place := uint64(min(len(p.headings), MaxPlaces-1))
	p.speller.read(text, func(word []byte) {
		n, ok := p.known[string(word)]
		if !ok {
			n = uint64(len(p.words))
			own := string(word)
			p.known[own], p.words = n, append(p.words, own)
		}
		p.seen = append(p.seen, n<<8|place<<2|uint64(in))
	})
}

// unread are the elements that are not read.
var unread = []string{"svg", "button", "noscript", "script", "style", "math", "iframe"}

// html reads HTML that is known to be well formed. Headings with an id begin a
// new place.
func (p *reading) html(text []byte) {
	var heading []byte // what the heading that is being read says
	in := inText
	for len(text) > 0 {
		at := bytes.IndexByte(text, '<')
		if at < 0 {
			at = len(text)
		}
		if said := text[:at]; len(said) > 0 {
			if bytes.IndexByte(said, '&') >= 0 {
				said = []byte(html.UnescapeString(string(said)))
			}
			if in == inHeading {
				heading = append(heading, said...)
			} else {
				p.say(said, in)
			}
		}
		text = text[at:]
		end := bytes.IndexByte(text, '>')
		if end < 0 {
			return
		}
		tag := text[1:end]
		text = text[end+1:]
		name := tagName(tag)
		switch {
		case name == "h2" || name == "h3" || name == "h4" || name == "h5" || name == "h6":
			if id := attribute(tag, "id"); id != "" && name < "h4" {
				p.headings = append(p.headings, Heading{ID: id})
			}
			in, heading = inHeading, heading[:0]
		case in == inHeading && len(name) == 3 && name[:2] == "/h":
			p.say(heading, in)
			if last := len(p.headings) - 1; last >= 0 && p.headings[last].Text == "" {
				p.headings[last].Text = strings.TrimSpace(string(heading))
			}
			in = inText
		case slices.Contains(unread, name) || bytes.Contains(tag, []byte(`class="simulator-note"`)):
			text = after(text, name)
		}
	}
}

func tagName(tag []byte) string {
	if end := bytes.IndexAny(tag, " \n"); end >= 0 {
		tag = tag[:end]
	}
	return string(tag)
}

func attribute(tag []byte, name string) string {
	_, rest, ok := bytes.Cut(tag, []byte(" "+name+`="`))
	if !ok {
		return ""
	}
	value, _, _ := bytes.Cut(rest, []byte(`"`))
	return html.UnescapeString(string(value))
}

// after returns what follows the end of an element whose start was read.
func after(text []byte, name string) []byte {
	open, closing := []byte("<"+name), []byte("</"+name+">")
	for depth := 1; depth > 0; depth-- {
		end := bytes.Index(text, closing)
		if end < 0 {
			return nil
		}
		depth += bytes.Count(text[:end], open)
		text = text[end+len(closing):]
	}
	return text
}

// pack makes few bytes of the words that were met: for each word and place, the
// step in the words' numbers, the place and the weight.
func pack(seen []uint64) []byte {
	slices.Sort(seen)
	var out []byte
	last := uint64(0)
	for i := 0; i < len(seen); {
		word, place := seen[i]>>8, seen[i]>>2&(MaxPlaces-1)
		var counts [4]int
		for ; i < len(seen) && seen[i]>>2 == word<<6|place; i++ {
			counts[seen[i]&3]++
		}
		out = binary.AppendUvarint(out, (word-last)<<9|place<<3|uint64(weigh(counts)))
		last = word
	}
	return out
}

// weigh says how much a word counts that was met so many times in each field.
func weigh(counts [4]int) Weight {
	text := counts[inText]
	switch {
	case counts[inTitle] > 0 && text+counts[inHeading] > 0:
		return TitleAndText
	case counts[inTitle] > 0:
		return InTitle
	case counts[inHeading] > 0 && text > 0:
		return HeadingAndText
	case counts[inHeading] > 0:
		return InHeading
	case counts[inDescription] > 0:
		return InDescription
	case text >= 4:
		return OftenInText
	case text >= 2:
		return TwiceInText
	}
	return InText
}
