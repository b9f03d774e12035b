package document

import (
	"fmt"
	"strings"
)

// Dump writes the tree of a text in lines: of each node what it is, its text
// and where it begins.
func (f Form) Dump(src []byte) (string, error) {
	root, err := f.Open("dump.yaml", src)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	root.text.dump(&b, root.node, 0, "")
	return b.String(), nil
}

var kindNames = [...]string{
	plain: "plain", quoted: "quoted", block: "block", integer: "integer", literal: "literal",
	absent: "absent", null: "null", mapping: "mapping", list: "list",
}

func (t *text) dump(b *strings.Builder, n *node, depth int, as string) {
	fmt.Fprintf(b, "%s%s%s", strings.Repeat("  ", depth), as, kindNames[n.kind])
	switch n.kind {
	case plain, quoted, block, integer, literal, null:
		fmt.Fprintf(b, " %q", n.text)
	}
	if n.kind != absent {
		at := t.placeOf(n.at)
		fmt.Fprintf(b, " %d:%d", at.line, at.column)
	}
	b.WriteByte('\n')
	for _, p := range n.pairs {
		glued := ""
		if p.glued {
			glued = "glued "
		}
		t.dump(b, p.key, depth+1, glued+"key ")
		t.dump(b, p.value, depth+1, "")
	}
	for _, e := range n.entries {
		t.dump(b, e, depth+1, "- ")
	}
}
