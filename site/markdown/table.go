package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// tableRenderer writes tables so that they can be read on a narrow screen, by
// ear and without styles in the page: the first cell of a row is the row's
// heading, every other cell knows the heading of its column (data-label), and
// roles are written out because a table that is shown as blocks would lose
// them. goldmark's own renderer would align cells with style attributes, which
// the pages' policy forbids.
type tableRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (tableRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	around := func(open, shut string) renderer.NodeRendererFunc {
		return func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering {
				write(w, open)
			} else {
				write(w, shut)
			}
			return ast.WalkContinue, nil
		}
	}
	r.Register(extast.KindTable, around(`<table class="table" role="table">`+"\n", "</tbody></table>\n"))
	r.Register(extast.KindTableHeader, around(`<thead role="rowgroup"><tr role="row">`, "</tr></thead>\n"+`<tbody role="rowgroup">`+"\n"))
	r.Register(extast.KindTableRow, around(`<tr role="row">`, "</tr>\n"))
	r.Register(extast.KindTableCell, renderCell)
}

const columnAttribute = "data-label"

// table tells every cell of a table its column.
func (t *walk) table(table *extast.Table) {
	var columns []string
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		number := 0
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if row.Kind() == extast.KindTableHeader {
				columns = append(columns, plain(cell, t.source))
			} else if number < len(columns) {
				cell.SetAttributeString(columnAttribute, columns[number])
			}
			number++
		}
	}
}

func renderCell(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	cell := n.(*extast.TableCell)
	head := n.Parent().Kind() == extast.KindTableHeader
	first := n.PreviousSibling() == nil
	tag, attributes := "td", ` role="cell"`
	switch {
	case head:
		tag, attributes = "th", ` role="columnheader" scope="col"`
	case first:
		tag, attributes = "th", ` role="rowheader" scope="row"`
	}
	if !entering {
		write(w, "</", tag, ">")
		return ast.WalkContinue, nil
	}
	write(w, "<", tag, attributes)
	if cell.Alignment != extast.AlignNone {
		write(w, ` class="`, cell.Alignment.String(), `"`)
	}
	if label, ok := cell.AttributeString(columnAttribute); ok && !first {
		write(w, " ", columnAttribute, `="`, escaped(label.(string)), `"`)
	}
	write(w, ">")
	return ast.WalkContinue, nil
}
