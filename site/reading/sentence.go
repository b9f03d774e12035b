package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is where a word stands in a text.
type word struct{ from, to int }

// wordsOf finds the words of a text.
func wordsOf(text string) []word {
	var all []word
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		w := word{from: at, to: at + size}
		for w.to < len(text) {
			r, size := utf8.DecodeRuneInString(text[w.to:])
			if !inWord(r) && !joins(r, text[w.from:w.to], text[w.to+size:]) {
				break
			}
			w.to += size
		}
		all = append(all, w)
		at = w.to
	}
	return all
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// joins reports whether a sign joins what stands before it and after it to one
// word.
func joins(sign rune, before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if !inWord(next) || !inWord(last) {
		return false
	}
	switch sign {
	case '\'', '’', '-', '\u2010', '\u2011', '.':
		return true
	case ',', ':':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return false
}

// stretch is where a sentence stands in a text, and how many words it has.
type stretch struct{ from, to, words int }

// sentencesOf divides a text with its words into sentences.
func sentencesOf(text string, words []word) []stretch {
	var all []stretch
	from, first := 0, 0
	for i, w := range words {
		next, to := len(text), len(text)
		if i+1 < len(words) {
			gap := text[w.to:words[i+1].from]
			end := ending.FindStringIndex(gap)
			if end == nil || !divides(text, words, i, first, gap[end[0]:]) {
				continue
			}
			next, to = w.to+end[1], w.to+end[1]
		}
		from += len(text[from:to]) - len(strings.TrimLeftFunc(text[from:to], unicode.IsSpace))
		all = append(all, stretch{from: from, to: from + len(strings.TrimSpace(text[from:to])), words: i + 1 - first})
		from, first = next, i+1
	}
	return all
}

// ending is the end of a sentence, with what closes after it and a space.
var ending = regexp.MustCompile(`[.!?…][.!?…"'”’»)\]*]*\s`)

// divides reports whether the sign at the beginning of a gap, after the word at
// index i, ends the sentence that begins with the word at index first.
func divides(text string, words []word, i, first int, gap string) bool {
	before, after := text[words[i].from:words[i].to], text[words[i+1].from:words[i+1].to]
	if start, _ := utf8.DecodeRuneInString(after); unicode.IsLower(start) && strings.ToLower(after) == after {
		return false
	}
	if gap[0] != '.' || strings.HasPrefix(gap, "..") {
		return true
	}
	switch number := isNumber(after); {
	case shortened[before], number && shortenedBeforeNumber[before]:
		return false
	case isInitial(before) && !number:
		return false
	}
	return i > first || !isNumber(before)
}

// isInitial reports whether a word is the first letter of a name. I is the
// writer.
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) && r != 'I'
}

func isNumber(word string) bool { return strings.Trim(word, "0123456789.,:-") == "" }

// shortened are words with a point after which a sentence goes on;
// shortenedBeforeNumber are such words where a number follows.
var (
	shortened             = setOf("e.g i.e Dr Mr Mrs Ms Prof St cf vs approx eg ie al viz Jr Sr")
	shortenedBeforeNumber = setOf("No no Nos nos Fig fig Figs figs p pp vol Vol ca c ch Ch sec Sec para art Art")
)

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for one := range strings.FieldsSeq(list) {
		set[one] = true
	}
	return set
}
