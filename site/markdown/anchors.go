package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// anchors makes the ids of a page's headings. It keeps letters and digits of
// every script, where goldmark's own would keep ASCII alone and call a Greek
// heading "heading".
type anchors struct {
	used map[string]bool
}

func newAnchors(used map[string]bool) *anchors { return &anchors{used: used} }

// Generate implements parser.IDs.
func (a *anchors) Generate(value []byte, _ ast.NodeKind) []byte {
	stem := stemOf(value)
	id := stem
	for n := 2; a.used[id]; n++ {
		id = stem + "-" + strconv.Itoa(n)
	}
	a.used[id] = true
	return []byte(id)
}

// stemOf joins the words of a heading with hyphens. Apostrophes fall away.
func stemOf(heading []byte) string {
	var stem strings.Builder
	between := false // after a word
	for _, r := range string(heading) {
		switch {
		case r == '\'' || r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if between && stem.Len() > 0 {
				stem.WriteByte('-')
			}
			between = false
			stem.WriteRune(unicode.ToLower(r))
		default:
			between = true
		}
	}
	if stem.Len() == 0 {
		return "part"
	}
	return stem.String()
}

// Put implements parser.IDs.
func (a *anchors) Put(value []byte) { a.used[string(value)] = true }
