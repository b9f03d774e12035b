package reading

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Syllables counts the syllables of an English word as it is spoken, at least 1.
// Parts joined by hyphens are counted one by one. Letters in capitals that are
// spelled out (MRI) count as they are spelled. Accents make no difference.
func Syllables(word string) int {
	sum := 0
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if name := nameInWord.FindStringSubmatchIndex(part); name != nil {
			sum += ofPart(part[:name[2]])
			part = part[name[2]:]
		}
		sum += ofPart(part)
	}
	return max(1, sum)
}

// nameInWord is where a word goes on with a capital, as in myPTM.
var nameInWord = regexp.MustCompile(`\p{Ll}(\p{Lu}\pL)`)

func ofPart(part string) int {
	if n := spelled(part); n > 0 {
		return n
	}
	word := plainLetters(part)
	if n, ok := exceptions[word]; ok {
		return n
	}
	stem, tail := strings.CutSuffix(word, "'s")
	stem = strings.ReplaceAll(stem, "'", "")
	if n, ok := exceptions[stem]; ok {
		return n + sibilant(stem, tail)
	}
	if stem == "" {
		return 0
	}
	return inflected(stem) + sibilant(stem, tail)
}

// sibilant is 1 where an 's is a syllable of its own: nurse's, clinic's has none.
func sibilant(stem string, tail bool) int {
	if tail && hissing.MatchString(stem) {
		return 1
	}
	return 0
}

var hissing = regexp.MustCompile(`(s|x|z|ch|sh|[csgz]e)$`)

// spelled counts the names of the letters of a word such as MRI or PTM, of two
// to five capitals, perhaps with the s of a plural. A longer one is a word
// written large. 0 is no such word.
func spelled(word string) int {
	letters := strings.TrimSuffix(word, "s")
	if len(letters) < 2 || len(letters) > 5 || strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return 0
	}
	if _, known := exceptions[strings.ToLower(letters)]; known {
		return 0
	}
	return len(letters) + 2*strings.Count(letters, "W") // double-u
}

// plainLetters is the word in small letters without accents, and with a straight
// apostrophe.
func plainLetters(word string) string {
	word = strings.ReplaceAll(strings.ToLower(word), "’", "'")
	plain := true
	for i := range len(word) {
		plain = plain && word[i] < 0x80
	}
	if plain {
		return word
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// longest is the length above which a row of letters is no word with endings.
const longest = 40

// inflected counts a word whose ending may hide an exception or a silent e:
// safely is safe and ly.
func inflected(word string) int {
	if len(word) > longest {
		return byLetters(word)
	}
	for _, e := range suffixes {
		stem, found := strings.CutSuffix(word, e.letters)
		if !found || !vowels.MatchString(stem) {
			continue
		}
		for _, dropped := range e.dropped {
			if n, ok := exceptions[stem+dropped]; ok {
				return n + e.count(stem)
			}
		}
	}
	for _, e := range suffixes {
		stem, found := strings.CutSuffix(word, e.letters)
		if found && e.whole && len(stem) > 1 && vowels.MatchString(stem) {
			return inflected(stem) + e.count(stem)
		}
	}
	if first, second := compound(word); first != "" {
		return byLetters(first) + byLetters(second)
	}
	return byLetters(word)
}

// suffix is an ending of a word and what it adds.
type suffix struct {
	letters string
	adds    int
	whole   bool           // what stands before it is counted as a word of its own
	also    *regexp.Regexp // stems to which it adds one more
	dropped []string       // letters that a stem may have lost before it
}

func (e suffix) count(stem string) int {
	if e.also != nil && e.also.MatchString(stem) {
		return e.adds + 1
	}
	return e.adds
}

var suffixes = []suffix{
	{letters: "ically", adds: 2, whole: true}, // basically has three
	{letters: "lessness", adds: 2, whole: true, dropped: []string{""}},
	{letters: "fulness", adds: 2, whole: true, dropped: []string{""}},
	{letters: "fully", adds: 2, whole: true, dropped: []string{""}},
	{letters: "lessly", adds: 2, whole: true, dropped: []string{""}},
	{letters: "less", adds: 1, whole: true, dropped: []string{""}},
	{letters: "ness", adds: 1, whole: true, dropped: []string{""}},
	{letters: "ment", adds: 1, whole: true, dropped: []string{""}},
	{letters: "ments", adds: 1, whole: true, dropped: []string{""}},
	{letters: "ful", adds: 1, whole: true, dropped: []string{""}},
	{letters: "some", adds: 1, whole: true, dropped: []string{""}},
	{letters: "ly", adds: 1, whole: true, dropped: []string{"", "l", "le"}},
	{letters: "ings", adds: 1, dropped: []string{"", "e"}},
	{letters: "ing", adds: 1, dropped: []string{"", "e"}},
	{letters: "ers", adds: 1, dropped: []string{"", "e"}},
	{letters: "er", adds: 1, dropped: []string{"", "e"}},
	{letters: "ed", also: regexp.MustCompile(`[td]$`), dropped: []string{"", "e"}},
	{letters: "es", also: regexp.MustCompile(`(s|x|z|ch|sh|c|g)$`), dropped: []string{"", "e"}},
	{letters: "s", dropped: []string{""}},
}

var vowels = regexp.MustCompile(`[aeiouy]`)
