package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is the most letters of a word; what is longer is no word of any
// language but an address or a line of code.
const maxWord = 40

// letters that do not come apart into a plain letter and an accent, and what they
// are looked for by. The script has the same list.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ς': "σ",
}

// Words calls do with each word of a text, as the index has it. The bytes are
// valid until do returns.
func Words(text []byte, do func(word []byte)) {
	var s speller
	s.read(text, do)
}

// speller takes words out of texts. It keeps its buffers for the next text.
type speller struct {
	word   []byte
	apart  []byte // a letter and its accents
	length int    // of the word, in letters
	broken bool   // the last sign was an apostrophe
}

func (s *speller) read(text []byte, do func([]byte)) {
	for i := 0; i < len(text); {
		if s.length == 0 {
			if n := plain(text[i:]); n > 0 {
				if n > 1 && n <= maxWord {
					do(text[i : i+n])
				} else if n == 1 && '0' <= text[i] && text[i] <= '9' {
					do(text[i : i+1])
				}
				i += n + 1
				continue
			}
		}
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(text[i:])
			switch {
			case r == '’' && s.length > 0 && !s.broken:
				s.broken = true
			case r >= '‐' && r <= '…' && r != '’': // dashes and quotes, the most frequent
				s.flush(do)
			default:
				s.foreign(text[i:i+size], do)
			}
			i += size
			continue
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			s.add(c)
		case 'A' <= c && c <= 'Z':
			s.add(c | 0x20)
		case c == '\'' && s.length > 0 && !s.broken:
			s.broken = true
		default:
			s.flush(do)
		}
		i++
	}
	s.flush(do)
}

// plain is the length of a word that a text begins with, with a plain sign after
// it, and that the index has as it is written; 0 where there is none.
func plain(text []byte) int {
	for i, c := range text {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		case c >= utf8.RuneSelf || c == '\'' || 'A' <= c && c <= 'Z':
			return 0 // it may go on
		default:
			return i
		}
	}
	return 0
}

func (s *speller) add(c byte) {
	s.word = append(s.word, c)
	s.length++
	s.broken = false
}

// foreign reads a sign that is not ASCII.
func (s *speller) foreign(sign []byte, do func([]byte)) {
	s.apart = norm.NFKD.Append(s.apart[:0], sign...)
	for rest := s.apart; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		low := unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r):
		case alone(r):
			s.flush(do)
			s.word = utf8.AppendRune(s.word, r)
			do(s.word)
			s.word = s.word[:0]
		case r == '’' && s.length > 0 && !s.broken:
			s.broken = true
		case letters[low] != "":
			s.word = append(s.word, letters[low]...)
			s.length += utf8.RuneCountInString(letters[low])
			s.broken = false
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			s.word = utf8.AppendRune(s.word, low)
			s.length++
			s.broken = false
		default:
			s.flush(do)
		}
	}
}

// alone reports whether a sign is a word by itself.
func alone(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// flush ends a word.
func (s *speller) flush(do func([]byte)) {
	single := s.length == 1 && !(s.word[0] >= '0' && s.word[0] <= '9')
	if s.length > 0 && !single && s.length <= maxWord {
		do(s.word)
	}
	s.word, s.length, s.broken = s.word[:0], 0, false
}
