package settings

import (
	"fmt"
	"io/fs"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"iddtestdrive/site/strict"
)

// Text is a text that readers see, in one language or in several.
type Text struct {
	texts []inLanguage // with an empty language where it is one text for all
}

type inLanguage struct{ language, text string }

// IsZero reports whether there is no text.
func (t Text) IsZero() bool { return len(t.texts) == 0 }

// In returns the text in a language: its own, else the first.
func (t Text) In(language string) string {
	for _, one := range t.texts {
		if one.language == language {
			return one.text
		}
	}
	if t.IsZero() {
		return ""
	}
	return t.texts[0].text
}

// text reads a text of at most so many characters in each language.
func (r reader) text(v strict.Value, most int) Text {
	if !v.IsMap() {
		return Text{}.with("", line(v, most))
	}
	var t Text
	v.Map().Each(func(language string, inner strict.Value) {
		if info, err := fs.Stat(r.content, language); err != nil || !info.IsDir() || strings.ContainsAny(language, "/.") {
			inner.WrongKey(fmt.Sprintf("there are no pages in the language %q", language), "name a language by its folder, such as en")
			return
		}
		t = t.with(language, line(inner, most))
	})
	return t
}

func (t Text) with(language, text string) Text {
	if text != "" {
		t.texts = append(t.texts, inLanguage{language, text})
	}
	return t
}

// line reads one line of text.
func line(v strict.Value, most int) string {
	word, ok := v.Text()
	if !ok {
		return ""
	}
	word = strings.TrimSpace(word)
	switch n := utf8.RuneCountInString(word); {
	case n > most:
		v.Wrong(fmt.Sprintf("the text has %d characters", n), fmt.Sprintf("write at most %d", most))
	case strings.Contains(word, "\n"):
		v.Wrong("the text has more than one line", "")
	default:
		return word
	}
	return ""
}

// Telephone is a telephone number as people write it: "+44 1632 960001".
type Telephone string

var telephones = regexp.MustCompile(`^\+?[0-9][0-9 ()./-]{1,23}$`)

// Link returns the address that calls the number.
func (t Telephone) Link() string {
	return "tel:" + strings.Map(func(c rune) rune {
		if c == '+' || ('0' <= c && c <= '9') {
			return c
		}
		return -1
	}, string(t))
}

func telephone(v strict.Value) Telephone {
	word := line(v, 24)
	if word != "" && !telephones.MatchString(word) {
		v.Wrong(fmt.Sprintf("not a telephone number: %q", word), "write digits and spaces, such as 112 or +44 1632 960001")
		return ""
	}
	return Telephone(word)
}

func mailbox(v strict.Value) string {
	word := line(v, 120)
	if word == "" {
		return ""
	}
	if a, err := mail.ParseAddress(word); err != nil || a.Address != word {
		v.Wrong(fmt.Sprintf("not a mail address: %q", word), "write it plain, such as pump@example.org")
		return ""
	}
	return word
}

// address reads the address of the site itself.
func address(v strict.Value) string {
	u := web(v)
	switch {
	case u == nil:
		return ""
	case u.RawQuery != "" || u.Fragment != "" || strings.HasSuffix(u.Path, ".html"):
		v.Wrong(fmt.Sprintf("not the address of a site: %q", u), "write that of the folder it stands in, such as https://pump.example.org/school/")
		return ""
	}
	return strings.TrimSuffix(u.String(), "/") + "/"
}

// web reads an address that begins with https, or returns nil.
func web(v strict.Value) *url.URL {
	word := line(v, 300)
	if word == "" {
		return nil
	}
	u, err := url.Parse(word)
	if err != nil || u.Scheme != "https" || u.Hostname() == "" || u.User != nil || strings.ContainsAny(word, " \"'<>\\") {
		v.Wrong(fmt.Sprintf("not an address that begins with https: %q", word), "write it whole, such as https://pump.example.org/")
		return nil
	}
	return u
}
