package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// measure is how wide a text is at most, in a size: pages choose their letters
// from many, and no word may run into another in any.
func measure(text string, size float64) float64 {
	w := 0.0
	for _, c := range text {
		w += broad(c)
	}
	return w * size
}

// broad is the width of a letter in parts of its height, that of the wider faces
// in bold.
func broad(c rune) float64 {
	switch {
	case c >= '\ufdd0' && c <= '\ufdef' || unicode.Is(unicode.Mn, c):
		return 0 // marks that are not shown, or stand over a letter
	case strings.ContainsRune("iljIft.,:;'’|!()[] \u00a0", c):
		return 0.38
	case strings.ContainsRune("mwMW@%–—", c):
		return 1
	case unicode.IsUpper(c):
		return 0.76
	case c > 0x2e80:
		return 1.1
	}
	return 0.63
}

// wrapped divides a text into lines that are not wider than a width, between
// words where that can be.
func wrapped(text string, width, size float64) []string {
	var lines []string
	now := ""
	for _, word := range strings.Split(text, " ") {
		for i, piece := range pieces(word, width, size) {
			switch {
			case now == "" && len(lines) == 0:
				now = piece
			case i == 0 && measure(now+" "+piece, size) <= width:
				now += " " + piece
			default:
				lines, now = append(lines, now), piece
			}
		}
	}
	return append(lines, now)
}

// pieces are a word, divided where it is wider than a line.
func pieces(word string, width, size float64) []string {
	var all []string
	from := 0
	for at, c := range word {
		if measure(word[from:at+utf8.RuneLen(c)], size) > width && at > from {
			all = append(all, word[from:at])
			from = at
		}
	}
	return append(all, word[from:])
}
