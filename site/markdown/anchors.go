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
	words := strings.FieldsFunc(strings.ToLower(string(value)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
	stem := strings.NewReplacer("'", "", "’", "").Replace(strings.Join(words, "-"))
	if stem == "" {
		stem = "part"
	}
	id := stem
	for n := 2; a.used[id]; n++ {
		id = stem + "-" + strconv.Itoa(n)
	}
	a.used[id] = true
	return []byte(id)
}

// Put implements parser.IDs.
func (a *anchors) Put(value []byte) { a.used[string(value)] = true }
