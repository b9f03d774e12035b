package document

import "strings"

// block reads a text in lines of its own, after | or >, which are indented by
// more than outer.
func (y *yaml) block(outer int) (*node, error) {
	row, at := y.row, y.at
	header, _, _ := strings.Cut(y.rest(), " #")
	header = strings.TrimRight(header, " \t")
	indent, ends := 0, byte(0)
	for _, c := range []byte(header[1:]) {
		switch {
		case c >= '1' && c <= '9' && indent == 0:
			indent = max(outer, 0) + int(c-'0')
		case (c == '+' || c == '-') && ends == 0:
			ends = c
		default:
			return nil, y.invalid(y.sign(), "after | and > stand at most a digit and a sign")
		}
	}
	lines := y.indented(outer, indent)
	text := strings.Join(lines, "\n")
	if header[0] == '>' {
		text = folded(lines)
	}
	if y.row < len(y.lines) {
		text += "\n"
	}
	switch whole := strings.TrimRight(text, "\n"); {
	case ends == '-' || ends == 0 && whole == "":
		text = whole
	case ends == 0 && len(text) > len(whole):
		text = whole + "\n"
	}
	return &node{kind: block, text: text, at: spot{row, at, at + len(header)}}, nil
}

// indented takes the lines below that are indented by at least so much, or,
// where that is 0, as much as the first of them is, which is more than outer;
// without their indentation.
func (y *yaml) indented(outer, indent int) []string {
	var lines []string
	for y.row, y.at = y.row+1, 0; y.row < len(y.lines) && !y.ended(); y.row++ {
		line := y.lines[y.row]
		depth := len(line) - len(strings.TrimLeft(line, " "))
		if depth < len(line) {
			if indent == 0 && depth > outer {
				indent = depth
			}
			if indent == 0 || depth < indent {
				break
			}
		}
		if indent == 0 {
			line = ""
		}
		lines = append(lines, line[min(indent, len(line)):])
	}
	return lines
}

// folded joins lines with spaces; empty lines are line ends, and lines that are
// indented further stay as they are.
func folded(lines []string) string {
	var b strings.Builder
	blank, before := 0, ""
	for _, l := range lines {
		if l == "" {
			blank++
			continue
		}
		switch {
		case before == "":
		case isSpace(l[0]) || isSpace(before[0]):
			blank++
		case blank == 0:
			b.WriteByte(' ')
		}
		b.WriteString(strings.Repeat("\n", blank))
		b.WriteString(l)
		blank, before = 0, l
	}
	if before == "" {
		blank = max(0, blank-1) // parted by line ends, as lines of text are
	}
	return b.String() + strings.Repeat("\n", blank)
}
