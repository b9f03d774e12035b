// Package reading measures how easy an English page is to read, by two formulas
// that are used for patients' texts:
//
//	Flesch-Kincaid grade  0.39 words/sentences + 11.8 syllables/words - 15.59
//	                      (Kincaid and others 1975)
//	SMOG grade            1.0430 sqrt(30 long words/sentences) + 3.1291
//	                      (McLaughlin 1969; long is three syllables or more)
//
// A grade is a school year; about five more is the age. Both know only lengths:
// a text with a good grade can still be hard. Counted is what stands in
// paragraphs and lists; not headings, tables, code, drawings, labels of buttons
// and numbers of sources. A word that the glossary explains on the spot is held
// for a word of two syllables: it has to stay, and the reader is told what it
// means. Syllables are counted by rules with exceptions, which is right for most
// words and near for all.
package reading

import (
	"math"
	"strings"
	"unicode"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"
)

// Report is what was counted.
type Report struct {
	Sentences, Words, Syllables int
	Long                        int // words of three syllables or more
}

// Enough is the fewest words about which the formulas say anything.
const Enough = 100

// PerSentence is the mean number of words in a sentence.
func (r Report) PerSentence() float64 { return float64(r.Words) / float64(max(1, r.Sentences)) }

// Grade is the Flesch-Kincaid grade.
func (r Report) Grade() float64 {
	return 0.39*r.PerSentence() + 11.8*float64(r.Syllables)/float64(max(1, r.Words)) - 15.59
}

// SMOG is the SMOG grade.
func (r Report) SMOG() float64 {
	return 1.0430*math.Sqrt(30*float64(r.Long)/float64(max(1, r.Sentences))) + 3.1291
}

// passages are the elements whose text is read as sentences.
var passages = map[string]bool{"p": true, "li": true, "dd": true, "label": true, "blockquote": true, "figcaption": true}

// unread are the elements whose text is not read.
var unread = map[string]bool{
	"svg": true, "table": true, "code": true, "pre": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"noscript": true, "script": true, "summary": true, "sup": true, "cite": true,
}

// empty are the elements that have no end.
var empty = map[string]bool{"br": true, "img": true, "input": true, "hr": true, "wbr": true}

// element is one that is open.
type element struct {
	name  string
	skip  bool // its text is not read
	known bool // it is a word that is explained
}

// HTML measures the text of a page as it is shown.
func HTML(page []byte) Report {
	var r Report
	var text strings.Builder
	end := func() {
		r.sentences(text.String())
		text.Reset()
	}
	var open []element
	l := html.NewLexer(parse.NewInputBytes(page))
	for {
		kind, data := l.Next()
		switch kind {
		case html.ErrorToken:
			end()
			return r
		case html.StartTagToken:
			name := strings.ToLower(string(data[1:]))
			e := element{name: name, skip: unread[name]}
			if n := len(open); n > 0 {
				e.skip, e.known = e.skip || open[n-1].skip, open[n-1].known
			}
			if passages[name] || unread[name] {
				end()
			}
			open = append(open, e)
		case html.AttributeToken:
			if e := &open[len(open)-1]; string(l.AttrKey()) == "class" {
				switch strings.Trim(string(l.AttrVal()), `"`) {
				case "word":
					e.known = true
				case "meaning", "cited", "simulator-note", "worked-note":
					e.skip = true
				}
			}
		case html.StartTagCloseToken, html.StartTagVoidToken:
			if n := len(open); n > 0 {
				e := &open[n-1]
				e.skip = e.skip || e.name == "button" && !e.known
			}
			if n := len(open); n > 0 && (empty[open[n-1].name] || kind == html.StartTagVoidToken) {
				open = open[:n-1]
			}
		case html.EndTagToken:
			name := strings.ToLower(strings.Trim(string(data), "</> \n"))
			if passages[name] {
				end()
			}
			for n := len(open) - 1; n >= 0; n-- {
				if open[n].name == name {
					open = open[:n]
					break
				}
			}
		case html.TextToken:
			if n := len(open); n > 0 && open[n-1].skip {
				continue
			} else if n > 0 && open[n-1].known {
				text.WriteString(mark)
			}
			text.Write(data)
		}
	}
}

// mark stands before a word that is explained.
const mark = "\x01"

// abbreviations end in a full stop that ends no sentence.
var abbreviations = map[string]bool{"e.g.": true, "i.e.": true, "dr.": true, "mr.": true, "mrs.": true, "no.": true, "vs.": true, "approx.": true, "etc.": true}

// sentences counts what is in a passage, which ends a sentence in any case.
func (r *Report) sentences(passage string) {
	words := 0
	for _, field := range strings.Fields(passage) {
		counted := false
		for _, part := range strings.FieldsFunc(field, func(c rune) bool { return c == '–' || c == '—' || c == '/' }) {
			if r.word(part) {
				counted = true
			}
		}
		if counted {
			words++
		}
		bare := strings.TrimRight(field, `"'”’)]*`)
		if words > 0 && strings.HasSuffix(bare, ".") && abbreviations[strings.ToLower(bare)] {
			continue
		}
		if words > 0 && strings.ContainsAny(bare[max(0, len(bare)-1):], ".!?:") {
			r.Sentences++
			words = 0
		}
	}
	if words > 0 {
		r.Sentences++
	}
}

// word counts one word, if it is one. A number is a word of one syllable.
func (r *Report) word(text string) bool {
	known := strings.Contains(text, mark)
	letters := strings.TrimFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if letters == "" {
		return false
	}
	r.Words++
	n := 0
	for _, part := range strings.Split(letters, "-") {
		n += Syllables(part)
	}
	if known {
		n = min(n, 2)
	}
	n = max(1, n)
	r.Syllables += n
	if n >= 3 && !strings.Contains(letters, "-") {
		r.Long++
	}
	return true
}
