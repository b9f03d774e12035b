package reading_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/site/reading"
)

// passages are texts that each stand by themselves.
func passages(texts ...string) []reading.Passage {
	var all []reading.Passage
	for _, t := range texts {
		all = append(all, reading.Passage{Text: t})
	}
	return all
}

// counted are sentences, words, syllables and long words.
func counted(texts ...string) [4]int {
	r := reading.Measure(passages(texts...))
	return [4]int{r.Sentences, r.Words, r.Syllables, r.Long}
}

func TestTextsOfKnownCounts(t *testing.T) {
	for text, want := range map[string][4]int{
		"":                             {0, 0, 0, 0},
		" … – 50 ":                     {1, 1, 1, 0},
		"The pump gives a dose.":       {1, 5, 5, 0},
		"The reservoir holds medicine": {1, 4, 8, 2},
		"The pump gives a dose. You can ask for more!": {2, 10, 10, 0},
		"Is it low? Call at once… Then wait.":          {3, 8, 8, 0},
		"“Not yet.” It is your limit.":                 {2, 6, 7, 0},
		"(See the page.) Then go on.":                  {2, 6, 6, 0},
	} {
		assert.Equal(t, want, counted(text), text)
	}
}

func TestASentenceEndsOnlyWhereItEnds(t *testing.T) {
	for text, want := range map[string]int{
		"It gives 0.3 mL a day at 8:00, and 10.5 mg/mL is in it.":      1,
		"It holds 20 mL. Then 2 mL are left.":                          2,
		"It holds 2 mL. 3 mL were in it.":                              2,
		"Some drugs, e.g. morphine, i.e. Opioids, e.g. Morphine.":      1,
		"Take water, salt, etc. and wait. Take water, etc. Then wait.": 3,
		"Dr. Smith and J. R. Jones came. So did I. We sat.":            3,
		"See Fig. 3 and No. 5 on p. 7. Is it No. He said so.":          3,
		"“Stop!” she said. “Why?” he asked.":                           2,
		"1. Sit down. 2. Wait.":                                        2,
		"The remote helps. myPTM is its name.":                         2,
		"Look at example.org. There it is.":                            2,
		"It was found (Smith et al. 2002). We read it.":                2,
		"Wait ... and see. Wait... Then go.":                           3,
		"Really?! Yes.":                                                2,
		"One line\nand its next. Two.":                                 2,
	} {
		assert.Equal(t, want, counted(text)[0], text)
	}
	assert.Equal(t, 3, counted("You may", "ask", "and wait")[0], "every passage ends a sentence")
}

func TestAWordIsARowOfLettersAndDigits(t *testing.T) {
	for text, want := range map[string]int{
		"a 24-hour day, day-by-day": 4,
		"don't, the nurse’s":        3,
		"0.3 mL/day at 8:00":        5,
		"10,000 – e.g. “50 %”":      3,
		"one,two":                   2,
	} {
		assert.Equal(t, want, counted(text)[1], text)
	}
}

func TestTheGradesFollowTheFormulas(t *testing.T) {
	r := reading.Measure(passages("The pump gives a dose. You can ask for more."))
	assert.InDelta(t, 0.39*5+11.8*1-15.59, r.Grades.FleschKincaid, 1e-9)
	assert.InDelta(t, 3.1291, r.Grades.SMOG, 1e-9)
	assert.InDelta(t, 5, r.MeanWords, 1e-9)

	r = reading.Measure(passages("The reservoir holds medicine."))
	assert.InDelta(t, 9.57, r.Grades.FleschKincaid, 1e-9)
	assert.InDelta(t, 11.2082, r.Grades.SMOG, 1e-4)
	assert.Equal(t, r.Grades, r.WithoutKnown)

	texts := make([]string, 30)
	for i := range texts {
		texts[i] = "It is medicine."
		if i >= 16 {
			texts[i] = "It is good."
		}
	}
	assert.InDelta(t, 3.1291+1.0430*4, reading.Measure(passages(texts...)).Grades.SMOG, 1e-9)
	assert.Equal(t, reading.Grades{}, reading.Measure(nil).Grades)
}

func TestKnownWordsAreNotHard(t *testing.T) {
	r := reading.Measure(passages("The reservoir holds medicine."), "Reservoir")
	assert.Equal(t, 1, r.Known)
	assert.InDelta(t, 9.57, r.Grades.FleschKincaid, 1e-9)
	assert.InDelta(t, 0.39*4+11.8*5/3-15.59, r.WithoutKnown.FleschKincaid, 1e-9)
	assert.InDelta(t, 8.8419, r.WithoutKnown.SMOG, 1e-4)
	for form, known := range map[string]int{"daily limit": 2, "daily": 1, "Limit’s": 1, "daily limits": 0, "": 0, "opioid daily limit": 0, "is the daily limit": 4} {
		assert.Equal(t, known, reading.Measure(passages("That is the daily limit's end."), form).Known, form)
	}
	all := reading.Measure(passages("Reservoir!"), "reservoir")
	assert.InDelta(t, 0.39-15.59, all.WithoutKnown.FleschKincaid, 1e-9)
}

func TestTheLongestSentencesAreNamedWithTheirPlaces(t *testing.T) {
	source := "Go *on*. This one is **much longer**. So. At. By. Do. Me."
	text := "Go on. This one is much longer. So. At. By. Do. Me."
	p := reading.Passage{Text: text, Marks: []reading.Mark{{At: 0, Offset: 100}, {At: 3, Offset: 104}, {At: 5, Offset: 107}, {At: 19, Offset: 123}}}
	r := reading.Measure([]reading.Passage{p})
	require.Len(t, r.Longest, reading.MostLongest)
	assert.Equal(t, reading.Sentence{Text: "This one is much longer.", Offset: 100 + strings.Index(source, "This"), Words: 5}, r.Longest[0])
	assert.Equal(t, reading.Sentence{Text: "Go on.", Offset: 100, Words: 2}, r.Longest[1])
	assert.Equal(t, 7, reading.Passage{}.Offset(7))
}

func TestPassagesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOf(rapid.StringMatching(`([A-Za-z’'-]{1,9}[ .,!?…]{1,3}){0,8}`)).Draw(t, "texts")
		var sum [4]int
		for _, text := range texts {
			for i, n := range counted(text) {
				sum[i] += n
			}
		}
		assert.Equal(t, sum, counted(texts...))
	})
}

func FuzzMeasure(f *testing.F) {
	for _, seed := range []string{"Dr. A. B. 1. e.g. myPTM …", "a.b’c-d 0.3:4,5", "\xff. \xffa", "İ. ǅ. Straße’s", "“”’.’ a", "rhythms 's ’s s'"} {
		f.Add(seed, "e.g. daily limit")
	}
	f.Fuzz(func(t *testing.T, text, known string) {
		r := reading.Measure(passages(text), known)
		assert.LessOrEqual(t, r.Sentences, r.Words)
		assert.LessOrEqual(t, r.Words, r.Syllables)
		assert.LessOrEqual(t, r.Long, r.Words)
		assert.LessOrEqual(t, r.Known, r.Words)
		assert.Equal(t, r.Sentences > 0, r.Words > 0)
		for _, s := range r.Longest {
			assert.True(t, strings.HasPrefix(text[s.Offset:], s.Text))
			assert.LessOrEqual(t, s.Words, utf8.RuneCountInString(s.Text))
		}
	})
}
