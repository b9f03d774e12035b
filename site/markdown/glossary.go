package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"
)

// glossaryBlock is the glossary of the page's language, from A to Z, with a line
// of letters to go by: each word with its plain and its exact sentence, words
// near to it, its sources, and pages that use it.
//
//	::: glossary letters=a-l
//	:::
//
// Without letters it is the whole glossary. With them it is the words that begin
// with one of these letters, and the line leads to the pages that list the others.
// A word has the anchor word-key.
var glossaryBlock = Kind{
	Name:     "glossary",
	Settings: []string{"letters"},
	read: func(p *page, b *Block) {
		letters := b.get("letters")
		if letters != "" && !letterRange.MatchString(letters) {
			p.wrong(b.at("letters"), "not a range of letters: "+quoted(letters), "write the first and the last with a hyphen between, such as a-l")
			return
		}
		words, err := p.around.Glossary()
		if err != nil {
			p.wrong(b.Pos(), err.Error(), "")
		}
		parts := &glossaryParts{
			index: p.word(b.Pos(), "site.glossary.letters"),
			see:   p.word(b.Pos(), "site.glossary.see"), sources: p.word(b.Pos(), "site.glossary.sources"), used: p.word(b.Pos(), "site.glossary.used"),
		}
		for _, e := range words {
			here := letters == "" || inLetters(e.Word, letters)
			l := parts.under(e, here)
			if here {
				p.claim(b.Pos(), WordID(e.Key))
				l.words = append(l.words, e)
			}
		}
		for _, l := range parts.letters {
			if l.here {
				p.claim(b.Pos(), l.id)
			}
		}
		b.found = parts
	},
	open: func(util.BufWriter, *Block) {},
	close: func(w util.BufWriter, b *Block) {
		parts := b.found.(*glossaryParts)
		write(w, `<nav class="letters" aria-label="`, escaped(parts.index), "\"><ul>\n")
		for _, l := range parts.letters {
			write(w, `<li><a href="`, escaped(l.address), "#", l.id, `">`, l.name, "</a></li>\n")
		}
		write(w, "</ul></nav>\n")
		for _, l := range parts.letters {
			if !l.here {
				continue
			}
			h := tag(b.level)
			write(w, "<", h, ` class="letter" id="`, l.id, `">`, l.name, "</", h, ">\n<dl class=\"glossary\">\n")
			for _, e := range l.words {
				parts.entry(w, e)
			}
			write(w, "</dl>\n")
		}
	},
}

// glossaryParts is what the glossary shows.
type glossaryParts struct {
	letters                   []*letterWords
	index, see, sources, used string // words before the lists
}

// letterWords is the words of a letter.
type letterWords struct {
	name, id string
	here     bool   // the words stand in this block
	address  string // the page where they stand; "" for this one
	words    []Entry
}

// under returns the letter of a word, which comes by the alphabet.
func (parts *glossaryParts) under(e Entry, here bool) *letterWords {
	name := letter(e.Word)
	if n := len(parts.letters); n > 0 && parts.letters[n-1].name == name {
		return parts.letters[n-1]
	}
	l := &letterWords{name: name, id: "letter-" + strings.ToLower(name), here: here}
	if name == noLetter {
		l.id = "letter-none"
	}
	if !here {
		l.address = e.Listed
	}
	parts.letters = append(parts.letters, l)
	return l
}

// Entry is a word as the glossary shows it.
type Entry struct {
	Key, Word, Plain, Exact string
	See, Sources, Pages     []Spot
	Listed                  string // the page that lists it; "" for the page itself
}

var letterRange = regexp.MustCompile(`^\p{Ll}-\p{Ll}$`)

// inLetters reports whether a word begins with a letter of a range such as a-l.
// Words that begin with no letter are among those of the range that begins with
// the first one, a.
func inLetters(word, letters string) bool {
	first, last, _ := strings.Cut(letters, "-")
	name := strings.ToLower(letter(word))
	return name >= first && name <= last || name == noLetter && first == "a"
}

const noLetter = "#"

// letter is the capital letter, without accents, under which a word stands; a
// word that does not begin with a letter stands under #.
func letter(word string) string {
	first, _ := utf8.DecodeRuneInString(norm.NFD.String(word))
	if !unicode.IsLetter(first) {
		return noLetter
	}
	return string(unicode.ToUpper(first))
}

// entry writes one word.
func (parts *glossaryParts) entry(w util.BufWriter, e Entry) {
	write(w, `<div id="`, WordID(e.Key), `"><dt>`, escaped(e.Word), "</dt>\n<dd>", escaped(e.Plain), "</dd>\n<dd class=\"exact\">", escaped(e.Exact), "</dd>\n")
	if len(e.See)+len(e.Sources)+len(e.Pages) > 0 {
		write(w, "<dd>")
		spots(w, parts.see, e.See)
		spots(w, parts.sources, e.Sources)
		spots(w, parts.used, e.Pages)
		write(w, "</dd>\n")
	}
	write(w, "</div>\n")
}
