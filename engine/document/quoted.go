package document

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoted reads a text in quotes, which may go over several lines: a line end
// is a space, or nothing after a backslash, and an empty line is a line end.
func (y *yaml) quoted() (*node, error) {
	row, at, quote := y.row, y.at, y.rest()[0]
	open := y.sign()
	y.at++
	var text []byte
	for {
		joined := false
		for line := y.lines[y.row]; y.at < len(line); y.at++ {
			c := line[y.at]
			switch {
			case c == '\\' && quote == '"' && y.at == len(line)-1:
				joined = true
				continue
			case c == quote && quote == '\'' && strings.HasPrefix(line[y.at+1:], "'"):
				y.at++
			case c == quote:
				y.at++
				return &node{kind: quoted, text: string(text), at: y.since(row, at)}, nil
			case c == '\\' && quote == '"':
				var err error
				if text, err = y.escape(text); err != nil {
					return nil, err
				}
				continue
			}
			text = append(text, c)
		}
		if !joined {
			text = bytes.TrimRight(text, " \t")
		}
		blank, ok := y.nextQuoted()
		if !ok {
			return nil, y.invalid(open, "the quote that ends this text is missing")
		}
		if blank > 0 || !joined {
			text = appendFold(text, blank)
		}
	}
}

// nextQuoted goes to the next line in which a text in quotes goes on, and
// counts the empty ones before it.
func (y *yaml) nextQuoted() (blank int, ok bool) {
	for y.row++; y.row < len(y.lines); y.row++ {
		if y.at = 0; y.ended() {
			return 0, false
		}
		if y.spaces(); y.rest() != "" {
			return blank, true
		}
		blank++
	}
	return 0, false
}

// escapes are the letters that stand after a backslash, and what they mean.
const (
	escapeLetters = "0abtnvfre \"/\\N_LP\t"
	escapeMeant   = "\x00\a\b\t\n\v\f\r\x1b \"/\\\u0085\u00a0\u2028\u2029\t"
)

// escape reads a backslash and what comes after it, up to the last byte of
// that.
func (y *yaml) escape(text []byte) ([]byte, error) {
	rest := y.rest()
	digits := 0
	if len(rest) > 1 {
		if i := strings.IndexByte(escapeLetters, rest[1]); i >= 0 {
			y.at++
			return utf8.AppendRune(text, []rune(escapeMeant)[i]), nil
		}
		digits = map[byte]int{'x': 2, 'u': 4, 'U': 8}[rest[1]]
	}
	if digits > 0 && len(rest) >= 2+digits {
		if code, err := strconv.ParseUint(rest[2:2+digits], 16, 32); err == nil && utf8.ValidRune(rune(code)) {
			y.at += 1 + digits
			return utf8.AppendRune(text, rune(code)), nil
		}
	}
	return nil, y.invalid(y.sign(), "after a backslash stands one of n t \" \\ or u and four digits")
}
