package mistake_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/site/mistake"
)

func TestAMistakeShowsItsPlace(t *testing.T) {
	src := []byte("first\r\nzwölf words\nlast")
	m := mistake.At("a.md", src, strings.Index(string(src), "words"), "wrong word", "write another")
	assert.Equal(t, "a.md:2:7: wrong word\n  2 | zwölf words\n    |       ^\n    write another", m.Error())
}

func TestAPlaceOutsideTheFileIsItsNearestEnd(t *testing.T) {
	src := []byte("one\ntwo")
	assert.Equal(t, "a.md:2:4", mistake.At("a.md", src, 99, "x", "").Place())
	assert.Equal(t, "a.md:1:1", mistake.At("a.md", src, -1, "x", "").Place())
	assert.Equal(t, "a.md:1:1", mistake.At("a.md", nil, 0, "x", "").Place())
	assert.Equal(t, "two", mistake.OnLine("a.md", src, 9, 0, "x", "").Text)
}

func TestAMistakeOfAWholeFileHasNoPicture(t *testing.T) {
	assert.Equal(t, "a.md: too large\n    split it", mistake.InFile("a.md", "too large", "split it").Error())
}

func TestALongLineIsCutInItsPicture(t *testing.T) {
	m := mistake.At("a.md", []byte(strings.Repeat("x", 5000)), 4000, "wrong", "")
	assert.Less(t, len(m.Error()), 250)
	assert.Contains(t, m.Error(), "…")
}

func TestAListIsInTheOrderOfFilesAndLines(t *testing.T) {
	list := mistake.List{
		{File: "b", Line: 1, What: "3"}, {File: "a", Line: 2, Column: 9, What: "2"}, {File: "a", Line: 2, Column: 1, What: "1"},
	}
	assert.EqualError(t, list.Err(), "a:2:1: 1\n\na:2:9: 2\n\nb:1: 3")
	assert.NoError(t, mistake.List(nil).Err())
}

func TestANearWordIsSuggested(t *testing.T) {
	words := []string{"title", "audience", "order"}
	for got, want := range map[string]string{
		"titel": "title", "tilte": "title", "Title": "title", "audence": "audience", "odrer": "order",
		"sources": "", "t": "", "": "",
	} {
		assert.Equal(t, want, mistake.Nearest(got, words), got)
	}
	assert.Equal(t, `did you mean "title"? allowed: title, audience, order`, mistake.Choice("titel", words))
	assert.Equal(t, "allowed: title, audience, order", mistake.Choice("zebra", words))
}
