package panel

import (
	"fmt"
	"strings"
)

// Dump writes a tree as text, a line per node, as a listener would meet it:
// role, name, value and state, without places and looks.
func Dump(root *Node) string {
	var b strings.Builder
	dump(&b, root, 0)
	return b.String()
}

func dump(b *strings.Builder, n *Node, depth int) {
	if n.Role == None {
		for i := range n.Children {
			dump(b, &n.Children[i], depth)
		}
		return
	}
	fmt.Fprintf(b, "%s%s", strings.Repeat("  ", depth), n.Role)
	for _, field := range []struct{ name, text string }{
		{"", n.Name}, {"=", n.Value}, {"# ", n.Description},
	} {
		if field.text != "" {
			fmt.Fprintf(b, " %s%q", field.name, field.text)
		}
	}
	if n.Role == Progress {
		fmt.Fprintf(b, " %.0f%%", n.Part*100)
	}
	if n.Role == Slider {
		fmt.Fprintf(b, " %g to %g", n.Range.Least, n.Range.Most)
	}
	if n.Address != "" {
		fmt.Fprintf(b, " -> %s", n.Address)
	}
	for _, state := range []struct {
		on   bool
		word string
	}{{n.Checked, "checked"}, {n.Disabled, "disabled"}, {n.Focused, "focused"}} {
		if state.on {
			b.WriteString(" " + state.word)
		}
	}
	b.WriteByte('\n')
	for i := range n.Children {
		dump(b, &n.Children[i], depth+1)
	}
}
