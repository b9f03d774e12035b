package search

import (
	"runtime"
	"slices"
	"sync"
)

// inverted holds, for each word that was asked for, the places that it is kept for:
// those of the word with number n are places[starts[n]:starts[n+1]].
type inverted struct {
	starts []int
	places []uint32 // a place, times eight, plus the weight
}

func (v *inverted) of(word int) []uint32 { return v.places[v.starts[word]:v.starts[word+1]] }

// invert turns what is known by page into what is known by word, for some words. It
// goes through the pages in as many parts at once as there are processors; how
// many makes no difference to the outcome. It goes through them twice, so that
// places that a frequent word is not kept for take no room.
func invert(pages []Page, words []bool) inverted {
	parts := make([]part, max(1, min(runtime.GOMAXPROCS(0), len(pages))))
	for i := range parts {
		from, to := i*len(pages)/len(parts), (i+1)*len(pages)/len(parts)
		parts[i] = part{pages: pages[from:to], from: from, counts: make([]counts, len(words))}
	}
	each := func(do func(*part)) {
		var all sync.WaitGroup
		for i := range parts {
			all.Go(func() { do(&parts[i]) })
		}
		all.Wait()
	}
	each(func(p *part) { p.count(words) })
	v := inverted{starts: make([]int, len(words)+1)}
	at := 0
	for n := range words {
		v.starts[n] = at
		at = share(parts, n, at)
	}
	v.starts[len(words)], v.places = at, make([]uint32, at)
	each(func(p *part) { p.fill(words, v.places) })
	return v
}

// part is some of the pages, one after the other.
type part struct {
	pages  []Page
	from   int // the number of the first
	counts []counts
}

// counts are how many places a word has in a part, by their weights; and then, of
// those that it is kept for, where the next goes.
type counts struct {
	of    [TitleAndText + 1]int32
	next  int32
	least Weight // places of less weight are not kept
	room  int32  // for places of that weight
}

// share decides which places a word is kept for: those in which it counts most, and
// of equal ones the first. Each part is told where its own begin, since they stand in
// the order of the parts. It returns where they end.
func share(parts []part, word, at int) int {
	room := int32(MostPlaces)
	least := TitleAndText
	for ; least > 0; least-- {
		all := int32(0)
		for i := range parts {
			all += parts[i].counts[word].of[least]
		}
		if all > room {
			break // there are more of them than there is room for
		}
		room -= all
	}
	for i := range parts {
		c := &parts[i].counts[word]
		c.next, c.least, c.room = int32(at), least, min(room, c.of[least])
		room -= c.room
		at += int(c.room)
		for _, more := range c.of[least+1:] {
			at += int(more)
		}
	}
	return at
}

func (p *part) count(words []bool) {
	for i := range p.pages {
		p.pages[i].Read.each(words, func(word, place uint32) { p.counts[word].of[place&7]++ })
	}
}

func (p *part) fill(words []bool, places []uint32) {
	for i := range p.pages {
		first := uint32(p.from+i) * MaxPlaces << 3
		p.pages[i].Read.each(words, func(word, place uint32) {
			c := &p.counts[word]
			switch weight := Weight(place & 7); {
			case weight < c.least:
				return
			case weight == c.least && c.room == 0:
				return
			case weight == c.least:
				c.room--
			}
			places[c.next] = first + place
			c.next++
		})
	}
}

// each calls do with the number of each of some words (nil means all) and its
// place, times eight, plus its weight there. Of a large site it reads millions of
// entries to find a few: what it does for each is little.
func (r Read) each(words []bool, do func(word, place uint32)) {
	word := uint32(0)
	for i, e := 0, r.entries; i < len(e); i++ {
		place := uint32(e[i]) & (MaxPlaces<<3 - 1)
		if step := e[i] >> 9; step < largeStep {
			word += uint32(step)
		} else if i++; e[i] < hugeStep {
			word += uint32(e[i])
		} else {
			word += uint32(e[i+1]) | uint32(e[i+2])<<16
			i += 2
		}
		if words == nil || words[word] {
			do(word, place)
		}
	}
}

// markChanged marks the words that are not in the same places of a page, with the
// same weights, as before. It reports whether there is any.
func markChanged(words []bool, before, now Read) bool {
	if same(before.entries, now.entries) {
		return false
	}
	if len(before.entries) == 0 {
		now.each(nil, func(word, _ uint32) { words[word] = true })
		return true
	}
	a, b := before.all(), now.all()
	mark := func(entry uint64) { words[entry>>9] = true }
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			mark(a[0])
			a = a[1:]
		default:
			mark(b[0])
			b = b[1:]
		}
	}
	for _, entry := range append(a, b...) {
		mark(entry)
	}
	return true
}

// same reports whether two are the same, at once where they are the same memory.
func same(a, b []uint16) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || slices.Equal(a, b))
}

// all are the words with their places and weights, in their order.
func (r Read) all() []uint64 {
	var all []uint64
	r.each(nil, func(word, place uint32) { all = append(all, uint64(word)<<9|uint64(place)) })
	return all
}
