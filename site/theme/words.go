package theme

import (
	"html/template"
	"text/template/parse"

	"iddtestdrive/site/messages"
)

// in returns the templates with the words of a language written into them, so
// that they are looked up once and not on every page. Words that another
// language lends depend on where they stand and are left to be looked up, and so
// are words that are not there, which is told only where they are asked for.
func (t *Theme) in(words *messages.Catalogue) (*template.Template, error) {
	if known, ok := t.spoken.Load(words); ok {
		return known.(*template.Template), nil
	}
	own, err := t.templates.Clone()
	if err != nil {
		return nil, err
	}
	for _, each := range own.Templates() {
		if each.Tree != nil {
			writeWords(each.Tree.Root, words)
		}
	}
	known, _ := t.spoken.LoadOrStore(words, own)
	return known.(*template.Template), nil
}

// writeWords goes through a template.
func writeWords(n parse.Node, words *messages.Catalogue) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for i, inner := range n.Nodes {
			if text, ok := constant(inner, words); ok {
				n.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: inner.Position(), Text: []byte(text)}
			}
			writeWords(inner, words)
		}
	case *parse.IfNode:
		writeWords(n.List, words)
		writeWords(n.ElseList, words)
	case *parse.RangeNode:
		writeWords(n.List, words)
		writeWords(n.ElseList, words)
	case *parse.WithNode:
		writeWords(n.List, words)
		writeWords(n.ElseList, words)
	}
}

// constant returns the text of {{.Word "key"}} and {{$.Word "key"}}.
func constant(n parse.Node, words *messages.Catalogue) (template.HTML, bool) {
	action, ok := n.(*parse.ActionNode)
	if !ok || len(action.Pipe.Decl) > 0 || len(action.Pipe.Cmds) != 1 || len(action.Pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	name := ""
	switch of := action.Pipe.Cmds[0].Args[0].(type) {
	case *parse.FieldNode:
		name = of.String()
	case *parse.VariableNode:
		name = of.String()
	}
	key, ok := action.Pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !ok || name != ".Word" && name != "$.Word" {
		return "", false
	}
	found, err := words.Find(key.Text)
	if err != nil || found.Lent {
		return "", false
	}
	return Words(found), true
}
