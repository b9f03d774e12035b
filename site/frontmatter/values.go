package frontmatter

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"iddtestdrive/site/strict"
)

// text reads one line of text of at most so many characters.
func text(v strict.Value, most int) string {
	word, ok := v.Text()
	if !ok {
		return ""
	}
	word = strings.TrimSpace(word)
	switch n := utf8.RuneCountInString(word); {
	case n > most:
		v.Wrong(fmt.Sprintf("the text has %d characters", n), fmt.Sprintf("at most %d, so that lists and search results show it whole", most))
	case strings.Contains(word, "\n"):
		v.Wrong("the text has more than one line", "")
	}
	return word
}

// date reads a date such as 2026-03-02. Other ways of writing one are refused
// because readers in different countries read them differently.
func date(v strict.Value) Date {
	word, ok := v.Text()
	if !ok {
		return Date{}
	}
	t, err := time.Parse(time.DateOnly, word)
	if err != nil {
		v.Wrong("not a date: "+quote(word), "write year, month and day, such as 2026-03-02")
		return Date{}
	}
	return Date{t}
}

func quote(word string) string { return strconv.Quote(word) }
