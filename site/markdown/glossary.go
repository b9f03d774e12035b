package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// glossaryBlock is the whole glossary of the page's language, from A to Z, with
// a line of letters to go by: each word with its plain and its exact sentence,
// words near to it, its sources, and pages that use it.
//
//	::: glossary
//	:::
//
// A word has the anchor word-key.
var glossaryBlock = Kind{
	Name: "glossary",
	read: func(p *page, b *Block) {
		words, err := p.around.Glossary()
		if err != nil {
			p.wrong(b.Pos(), err.Error(), "")
		}
		parts := glossaryParts{
			index: p.word(b.Pos(), "site.glossary.letters"),
			see:   p.word(b.Pos(), "site.glossary.see"), sources: p.word(b.Pos(), "site.glossary.sources"), used: p.word(b.Pos(), "site.glossary.used"),
		}
		for _, e := range words {
			p.claim(b.Pos(), WordID(e.Key))
			l := letter(e.Word)
			if n := len(parts.letters); n == 0 || parts.letters[n-1].name != l {
				id := "letter-" + strings.ToLower(l)
				if l == noLetter {
					id = "letter-none"
				}
				p.claim(b.Pos(), id)
				parts.letters = append(parts.letters, letterWords{name: l, id: id})
			}
			last := &parts.letters[len(parts.letters)-1]
			last.words = append(last.words, e)
		}
		b.found = parts
	},
	open: func(util.BufWriter, *Block) {},
	close: func(w util.BufWriter, b *Block) {
		parts := b.found.(glossaryParts)
		write(w, `<nav class="letters" aria-label="`, escaped(parts.index), "\"><ul>\n")
		for _, l := range parts.letters {
			write(w, `<li><a href="#`, l.id, `">`, l.name, "</a></li>\n")
		}
		write(w, "</ul></nav>\n")
		for _, l := range parts.letters {
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
	letters                   []letterWords
	index, see, sources, used string // words before the lists
}

// letterWords is the words of a letter.
type letterWords struct {
	name, id string
	words    []Entry
}

// Entry is a word as the glossary shows it.
type Entry struct {
	Key, Word, Plain, Exact string
	See, Sources, Pages     []Spot
}

const noLetter = "#"

// letter is the capital letter under which a word stands; a word that does not
// begin with a letter stands under #.
func letter(word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(first) {
		return noLetter
	}
	return string(unicode.ToUpper(first))
}

// entry writes one word.
func (parts glossaryParts) entry(w util.BufWriter, e Entry) {
	write(w, `<div id="`, WordID(e.Key), `"><dt>`, escaped(e.Word), "</dt>\n<dd>", escaped(e.Plain), "</dd>\n<dd class=\"exact\">", escaped(e.Exact), "</dd>\n")
	if len(e.See)+len(e.Sources)+len(e.Pages) > 0 {
		write(w, `<dd class="near">`)
		spots(w, parts.see, e.See)
		spots(w, parts.sources, e.Sources)
		spots(w, parts.used, e.Pages)
		write(w, "</dd>\n")
	}
	write(w, "</div>\n")
}
