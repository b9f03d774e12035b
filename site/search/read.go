package search

import (
	"bytes"
	"html"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Reader reads pages. It may read many at once, and keeps the words that it knows
// from one build to the next.
type Reader struct {
	known atomic.Pointer[map[string]uint32] // the numbers of most words; what is in it does not change

	mu    sync.Mutex
	fresh map[string]uint32 // the numbers of the rest
	words []string          // by number

	editions map[string]*edition // the index as it was written last, by language
}

// NewReader returns a reader that knows no words yet.
func NewReader() *Reader {
	r := &Reader{fresh: map[string]uint32{}, editions: map[string]*edition{}}
	r.known.Store(&map[string]uint32{})
	return r
}

// Page reads a page: its title, its description and its text as package markdown
// writes it. It does not read drawings, buttons, what is offered only without
// a script, and what stands in the same words under every simulator.
func (r *Reader) Page(title, description string, text []byte) Read {
	p := readings.Get().(*reading)
	defer readings.Put(p)
	p.reader, p.known, p.headings, p.seen = r, *r.known.Load(), nil, p.seen[:0]
	p.say([]byte(title), inTitle)
	p.say([]byte(description), inDescription)
	p.html(text)
	p.sort()
	p.packed = pack(p.packed[:0], p.seen)
	return Read{Headings: p.headings, entries: slices.Clone(p.packed)}
}

// readings are kept for their buffers.
var readings = sync.Pool{New: func() any { return new(reading) }}

// number returns the number of a word that a reading does not find among those
// that it knows. Only here pages wait for each other, and once most words are
// known hardly ever.
func (r *Reader) number(word []byte) uint32 {
	r.mu.Lock()
	defer r.mu.Unlock()
	if n, ok := (*r.known.Load())[string(word)]; ok {
		return n // it has become one of them
	}
	if n, ok := r.fresh[string(word)]; ok {
		return n
	}
	n, own := uint32(len(r.words)), string(word)
	r.fresh[own], r.words = n, append(r.words, own)
	if len(r.fresh) > 100+len(r.words)/4 {
		all := maps.Clone(*r.known.Load())
		maps.Copy(all, r.fresh)
		r.known.Store(&all)
		r.fresh = map[string]uint32{}
	}
	return n
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
	reader   *Reader
	known    map[string]uint32 // as the reader had it when the reading began
	speller  speller
	headings []Heading
	seen     []uint64 // each word that was met: its number, its place, its field
	spare    []uint64
	packed   []uint16
}

// say notes the words of a text.
func (p *reading) say(text []byte, in field) {
	place := uint64(min(len(p.headings), MaxPlaces-1))
	p.speller.read(text, func(word []byte) {
		n, ok := p.known[string(word)]
		if !ok {
			n = p.reader.number(word)
		}
		p.seen = append(p.seen, uint64(n)<<8|place<<2|uint64(in))
	})
}

// unread reports whether an element is not read.
func unread(name, tag []byte) bool {
	switch string(name) {
	case "svg", "button", "noscript", "script", "style", "math", "iframe":
		return true
	}
	return len(tag) > len(name) && bytes.Contains(tag, []byte(`class="simulator-note"`))
}

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
		case len(name) == 2 && name[0] == 'h' && '2' <= name[1] && name[1] <= '6':
			if id := attribute(tag, "id"); id != "" && name[1] < '4' {
				p.headings = append(p.headings, Heading{ID: id})
			}
			in, heading = inHeading, heading[:0]
		case in == inHeading && len(name) == 3 && name[0] == '/' && name[1] == 'h':
			p.say(heading, in)
			if last := len(p.headings) - 1; last >= 0 && p.headings[last].Text == "" {
				p.headings[last].Text = strings.TrimSpace(string(heading))
			}
			in = inText
		case unread(name, tag):
			text = after(text, name)
		}
	}
}

func tagName(tag []byte) []byte {
	for i, c := range tag {
		if c == ' ' || c == '\n' {
			return tag[:i]
		}
	}
	return tag
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
func after(text, name []byte) []byte {
	open, closing := slices.Concat([]byte("<"), name), slices.Concat([]byte("</"), name, []byte(">"))
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

// sort puts the words that were met in their order: a run over them for each
// eleven bits, which is many times faster than comparing a thousand numbers.
func (p *reading) sort() {
	const bits = 11
	all := uint64(0)
	for _, met := range p.seen {
		all |= met
	}
	p.spare = slices.Grow(p.spare[:0], len(p.seen))[:len(p.seen)]
	for shift := 0; all>>shift > 0; shift += bits {
		var starts [1<<bits + 1]int32
		for _, met := range p.seen {
			starts[met>>shift&(1<<bits-1)+1]++
		}
		for i := range 1 << bits {
			starts[i+1] += starts[i]
		}
		for _, met := range p.seen {
			digit := met >> shift & (1<<bits - 1)
			p.spare[starts[digit]] = met
			starts[digit]++
		}
		p.seen, p.spare = p.spare, p.seen
	}
}

// The entry of a word at a place is the step in the words' numbers, the place and
// the weight in sixteen bits. A step that has no room there, or that is all ones, is
// written out after it, in sixteen bits or, after all ones, in twice as many: few
// are that large, and one length for nearly all is what makes reading fast.
const (
	stepBits  = 7
	largeStep = 1<<stepBits - 1
	hugeStep  = 1<<16 - 1
)

// pack adds, in few bytes, the words that were met, which are in their order.
func pack(out []uint16, seen []uint64) []uint16 {
	last := uint64(0)
	for i := 0; i < len(seen); {
		word, place := seen[i]>>8, seen[i]>>2&(MaxPlaces-1)
		var counts [4]int
		for ; i < len(seen) && seen[i]>>2 == word<<6|place; i++ {
			counts[seen[i]&3]++
		}
		step, at := word-last, uint16(place<<3|uint64(weigh(counts)))
		switch {
		case step < largeStep:
			out = append(out, uint16(step)<<9|at)
		case step < hugeStep:
			out = append(out, largeStep<<9|at, uint16(step))
		default:
			out = append(out, largeStep<<9|at, hugeStep, uint16(step), uint16(step>>16))
		}
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
