package site

import (
	"bytes"
	"strings"

	"iddtestdrive/site/messages"
	"iddtestdrive/site/theme"
)

// A word of a block that another language lends is marked with two characters
// that no text can hold, and the page's HTML is gone through afterwards: so every
// block puts its words where it likes, and in the page each says its language.
const (
	lentBegins = "\ufdd0"
	lentEnds   = "\ufdd1"
)

// lentWord is Word for the blocks of a page.
func (l *language) lentWord(key string, pairs ...string) (string, error) {
	found, err := l.words.Find(key, pairs...)
	if !found.Lent {
		return found.Text, err
	}
	return lentBegins + found.Text + lentEnds, err
}

// told gives each word of a page's HTML that is lent its language where it is an
// element's text. In an attribute or a drawing, where no element can be put
// around it, the marks go.
func told(html []byte) []byte {
	if !bytes.Contains(html, []byte(lentBegins)) {
		return html
	}
	opening, closing := around()
	var out bytes.Buffer
	inTag, drawings := false, 0
	for len(html) > 0 {
		at := bytes.IndexAny(html, "<>"+lentBegins+lentEnds)
		if at < 0 {
			break
		}
		out.Write(html[:at])
		html = html[at:]
		plain := inTag || drawings > 0
		switch {
		case html[0] == '<' || html[0] == '>':
			inTag = html[0] == '<'
			if bytes.HasPrefix(html, []byte("<svg")) {
				drawings++
			} else if bytes.HasPrefix(html, []byte("</svg")) {
				drawings--
			}
			out.WriteByte(html[0])
			html = html[1:]
			continue
		case plain:
		case bytes.HasPrefix(html, []byte(lentBegins)):
			out.WriteString(opening)
		default:
			out.WriteString(closing)
		}
		html = html[len(lentBegins):]
	}
	out.Write(html)
	return out.Bytes()
}

// around is what stands before and after a word of the default language.
func around() (opening, closing string) {
	const end = "</span>"
	return strings.TrimSuffix(string(theme.Words(messages.Found{Language: DefaultLanguage, Lent: true})), end), end
}
