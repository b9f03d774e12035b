// Package search makes the index by which a reader finds words in the site. There
// is no server that could be asked: the index is plain files, which the script of
// the page that searches fetches as far as it needs them.
//
// What is found is a page and the best place in it. A page's places are what
// stands before its first heading, and then each heading of the second or third
// level that has an id, with what stands under it; a page has at most MaxPlaces,
// and what is beyond belongs to the last. A word of the title and of the
// description belongs to the first place.
//
// A word is a run of letters and digits (Words). Case and accents do not count:
// "Über" is "uber". An apostrophe inside falls away. Single letters are no words,
// but digits are, and so is each sign of a script that sets no spaces between
// words (Han, Kana). The index holds words as they are written: what belongs
// together, such as dose, doses and dosing, is the business of the script, which
// also knows the beginnings of words and small slips. So one index serves while
// the rules of looking change.
//
// Reading is cheap and the outcome small, since a site may have ten thousand
// pages: a Reader gives each word a number once, and what it keeps of a page is
// about a thousand bytes. Write makes the files out of that, in one pass. A word
// that is in more than MostPlaces places says little; it is kept for those in
// which it counts most.
//
// # The files
//
// The first file is all there is of a small site, and of a large one it says where
// the rest is:
//
//	{"language": "en", "places": 310,
//	 "labels": {"patients": "For patients", …},
//	 "words": [["", […]]],   or   [["", "search-en-words.….json"], ["dos", "…"], …]
//	 "pages": [[…]],         or   ["search-en-pages.….json", …]}
//
// Each item of words is a run of the words in their order and the first word of
// it; a run, or the file that it is in, is a list of
//
//	["dose", 2050, 9, …]
//
// where each number is the step from one place to the next, times eight, plus how
// much the word counts there (a Weight). A place is the number of its page times
// MaxPlaces plus its number in the page. Each item of pages is PagesPerFile pages,
//
//	["personal-remote.html", "The personal remote", "What it does.", "patients", "first", "First steps", …]
//
// that is address, title, description, audience and then the id and text of each
// heading that begins a place. Addresses are from the root of the site.
package search

// The bounds of an index.
const (
	MaxPlaces    = 64   // places of a page
	MostPlaces   = 1000 // places that a word is kept for
	PagesPerFile = 64   // pages described in one file of a large site
)

// Weight is how much a word counts at a place.
type Weight uint8

// The weights, from the least.
const (
	InText        Weight = iota // once in the text
	TwiceInText                 // two or three times
	OftenInText                 // four times or more
	InDescription               // of the page
	InHeading                   // and not in the text under it
	HeadingAndText
	InTitle // of the page, and nowhere else before its first heading
	TitleAndText
)

// Heading is a heading that begins a place.
type Heading struct {
	ID, Text string
}

// Page is what is known of a page.
type Page struct {
	Address, Title, Description string
	Audience                    string
	Read                        Read // what a Reader found in it
}

// Read is what a Reader has found in a page.
type Read struct {
	Headings []Heading
	entries  []uint16 // of its words, packed by pack
}

// headings are those that begin a place.
func (p *Page) headings() []Heading {
	return p.Read.Headings[:min(len(p.Read.Headings), MaxPlaces-1)]
}
