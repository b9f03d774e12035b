// Package reading measures how easy an English text is to read.
//
// Two formulas estimate the school grade (of the United States) that a reader
// needs. They see long sentences and long words and nothing else, so they find
// what may be hard and never prove that a text is easy.
//
// The Flesch-Kincaid grade level [J. P. Kincaid, R. P. Fishburne, R. L. Rogers,
// B. S. Chissom: Derivation of new readability formulas (Automated Readability
// Index, Fog Count and Flesch Reading Ease Formula) for Navy enlisted personnel.
// Research Branch Report 8-75, Naval Technical Training, Millington, 1975]:
//
//	0.39 × words ÷ sentences + 11.8 × syllables ÷ words - 15.59
//
// The SMOG grade [G. H. McLaughlin: SMOG grading – a new readability formula.
// Journal of Reading 12 (1969), 639-646], from the words of three and more
// syllables, each counted as often as it stands there:
//
//	3.1291 + 1.0430 × √(30 × long words ÷ sentences)
//
// It was made for 30 sentences or more. From fewer it is a rough guess.
//
// # What is counted
//
// A passage is a heading, a paragraph, a line of a list. Its end is the end of a
// sentence, with or without a full stop. Elsewhere a sentence ends with . ! ? or …
// before a space, except where the next word begins with a small letter (myPTM, with
// a capital inside, begins one), after a title, an initial or an abbreviation
// such as "e.g.", and after a number that begins a sentence, as in "1. Sit down".
//
// A word is a row of letters and digits. Hyphens and apostrophes join, and so do
// the points in 0.3, 8:00, 10,000 and e.g. Parts of a word that stand for
// themselves, such as the slash in mL/day, divide.
//
// Syllables are those spoken. What is written shorter than it is spoken is short
// to read: figures and units (0.3, mL) count as one syllable [design]. Capitals
// that are spelled out count as they are spelled: MRI has three.
//
// # Known words
//
// A page that explains a word may use it. For the second pair of grades the known
// words are no long words, and syllables per word are those of the other words
// alone; sentences keep their length.
package reading

import (
	"cmp"
	"math"
	"slices"
)

// Passage is a piece of text that stands by itself: a heading, a paragraph, a
// line of a list.
type Passage struct {
	Text  string
	Marks []Mark // in the order of At; the first has At 0
}

// Mark says where a part of a passage stands in its source.
type Mark struct {
	At     int // in the text of the passage, in bytes
	Offset int // in the source
}

// Offset is where a place in the text stands in the source. Without marks it is
// the place itself.
func (p Passage) Offset(at int) int {
	i, _ := slices.BinarySearchFunc(p.Marks, at+1, func(m Mark, at int) int { return cmp.Compare(m.At, at) })
	if i == 0 {
		return at
	}
	return p.Marks[i-1].Offset + at - p.Marks[i-1].At
}

// Report is what was counted and what follows from it.
type Report struct {
	Sentences, Words, Syllables int
	Long                        int // words of three and more syllables
	Known                       int // words that are known
	MeanWords                   float64
	Grades                      Grades
	// WithoutKnown are the grades with the known words taken as easy.
	WithoutKnown Grades
	// Longest are the longest sentences, the longest first, at most MostLongest.
	Longest []Sentence
}

// Grades are the two estimates of the school grade that a text needs. A text
// without words has 0.
type Grades struct {
	FleschKincaid float64 // may be below 0
	SMOG          float64
}

// Sentence is a sentence and where it stands in the source.
type Sentence struct {
	Text   string
	Offset int
	Words  int
}

// MostLongest is how many of the longest sentences a report names, and Enough the
// fewest words about which the formulas say anything.
const (
	MostLongest = 5
	Enough      = 100
)

// longWord is the number of syllables from which the SMOG grade counts a word.
const longWord = 3

// Measure counts the passages of a text. known are words and groups of words that
// its readers know or that it explains; capitals make no difference.
func Measure(passages []Passage, known ...string) Report {
	var r Report
	glossary := newGlossary(known)
	syllables := map[string]int{} // of words met before
	var knownSyllables, knownLong int
	for _, p := range passages {
		words := wordsOf(p.Text)
		isKnown := glossary.find(p.Text, words)
		for i, w := range words {
			text := p.Text[w.from:w.to]
			n, met := syllables[text]
			if !met {
				n = Syllables(text)
				syllables[text] = n
			}
			r.Syllables += n
			if n >= longWord {
				r.Long++
			}
			if isKnown[i] {
				r.Known++
				knownSyllables += n
				if n >= longWord {
					knownLong++
				}
			}
		}
		r.Words += len(words)
		for _, s := range sentencesOf(p.Text, words) {
			r.Sentences++
			r.Longest = append(r.Longest, Sentence{Text: p.Text[s.from:s.to], Offset: p.Offset(s.from), Words: s.words})
		}
	}
	slices.SortStableFunc(r.Longest, func(a, b Sentence) int { return cmp.Compare(b.Words, a.Words) })
	r.Longest = slices.Clip(r.Longest[:min(len(r.Longest), MostLongest)])
	if r.Sentences > 0 {
		r.MeanWords = float64(r.Words) / float64(r.Sentences)
	}
	r.Grades = grades(r.Sentences, r.Words, r.Words, r.Syllables, r.Long)
	r.WithoutKnown = grades(r.Sentences, r.Words, r.Words-r.Known, r.Syllables-knownSyllables, r.Long-knownLong)
	return r
}

// grades works the formulas out. The syllables are those of some of the words.
// Products are rounded one by one, so that every machine comes to the same.
func grades(sentences, words, some, syllables, long int) Grades {
	if sentences == 0 {
		return Grades{}
	}
	perWord := 0.0
	if some > 0 {
		perWord = float64(syllables) / float64(some)
	}
	perSentence := float64(words) / float64(sentences)
	return Grades{
		FleschKincaid: float64(0.39*perSentence) + float64(11.8*perWord) - 15.59,
		SMOG:          3.1291 + float64(1.0430*math.Sqrt(30*float64(long)/float64(sentences))),
	}
}
