package markdown

import (
	"errors"
	"fmt"

	"github.com/yuin/goldmark/util"

	"iddtestdrive/site/chart"
)

// chartBlock is a drawing of what happens in a scenario over time, made by
// running the engine when the site is built (package chart, whose comment lists
// the series). What the block holds is its caption.
//
//	::: chart scenario=day-flex series=rate,given title="A day with flex dosing"
//	More is given before the hours at which pain is expected.
//	:::
//
// scenario may name up to four, with commas and no spaces between, to compare;
// names="Steady,Flex" gives them short names. from=6h and to=18h show a part of
// the time, by=hour or by=day sets the steps of the table. Under the drawing stand
// what its numbers mean, and, when asked for, all of it in words and as a table.
var chartBlock = Kind{
	Name:     "chart",
	Settings: []string{"scenario", "series", "title", "names", "from", "to", "by"},
	Needs:    []string{"scenario", "series", "title"},
	read:     readChart,
	open:     openChart,
	close:    closeChart,
}

// chartParts is what a chart block shows.
type chartParts struct {
	chart.Chart
	id       string // the beginning of its ids
	title    string
	note     string
	numbers  string // what opens the words and the table
	numbered string
}

func readChart(p *page, b *Block) {
	p.charts++
	parts := &chartParts{id: fmt.Sprintf("chart%d-", p.charts), title: b.get("title")}
	b.found = parts
	drawn, err := p.around.Chart(chart.Settings{
		Scenario: b.get("scenario"), Series: b.get("series"), Names: b.get("names"),
		From: b.get("from"), To: b.get("to"), By: b.get("by"),
	})
	var wrong *chart.Wrong
	switch {
	case errors.As(err, &wrong):
		p.wrong(b.at(wrong.Setting), wrong.What, wrong.Remedy)
	case err != nil:
		p.wrong(b.Pos(), err.Error(), "")
	}
	parts.Chart = drawn
	for _, id := range []string{"title", "said"} {
		p.body.Anchors[parts.id+id] = true
	}
	parts.note = p.word(b.Pos(), "site.chart.note")
	parts.numbers = p.word(b.Pos(), "site.chart.numbers")
	parts.numbered = p.word(b.Pos(), "site.chart.numbered")
}

// openChart writes the block up to its caption.
func openChart(w util.BufWriter, b *Block) {
	c := b.found.(*chartParts)
	write(w, "<figure class=\"figure chart\">\n<", tag(b.level), ` class="chart-name-of" id="`, c.id, `title">`, escaped(c.title), "</", tag(b.level), ">\n")
	c.drawing(w, "chart-wide", c.Wide)
	c.drawing(w, "chart-narrow", c.Narrow)
	write(w, "<figcaption>\n")
	if len(c.Events) > 0 {
		write(w, `<ol class="chart-events" aria-label="`, escaped(c.numbered), "\">\n")
		for _, event := range c.Events {
			write(w, "<li>", escaped(event), "</li>\n")
		}
		write(w, "</ol>\n")
	}
}

// drawing writes one of the two drawings; styles show that which suits the width.
func (c *chartParts) drawing(w util.BufWriter, class string, d chart.Drawing) {
	write(w, `<svg class="`, class, `" viewBox="`, d.ViewBox, `" role="img" aria-labelledby="`, c.id, `title" aria-describedby="`, c.id, `said">`, d.Inside, "</svg>\n")
}

func closeChart(w util.BufWriter, b *Block) {
	c := b.found.(*chartParts)
	write(w, `<p class="chart-source">`, escaped(c.note), "</p>\n</figcaption>\n",
		`<details class="chart-numbers"><summary>`, escaped(c.numbers), "</summary>\n", `<div id="`, c.id, "said\">\n")
	for _, said := range c.Said {
		write(w, "<p>", escaped(said), "</p>\n")
	}
	write(w, "</div>\n")
	c.table(w)
	if c.Note != "" {
		write(w, "<p>", escaped(c.Note), "</p>\n")
	}
	write(w, "</details>\n</figure>\n")
}

// fewColumns is how many columns of numbers stay side by side on a telephone.
const fewColumns = 3

// table writes the table: where it has few columns plainly, to save its many
// cells their labels, otherwise in the shape of those in the text (tableRenderer).
func (c *chartParts) table(w util.BufWriter) {
	role := func(name string) string { return ` role="` + name + `"` }
	class := "table"
	if len(c.Columns) <= fewColumns {
		role, class = func(string) string { return "" }, "chart-table"
	}
	write(w, `<table class="`, class, `"`, role("table"), ` aria-labelledby="`, c.id, "title\">\n<thead", role("rowgroup"), "><tr", role("row"), ">")
	for _, column := range c.Columns {
		write(w, "<th", role("columnheader"), ` scope="col">`, escaped(column), "</th>")
	}
	write(w, "</tr></thead>\n<tbody", role("rowgroup"), ">\n")
	for _, row := range c.Rows {
		write(w, "<tr", role("row"), "><th", role("rowheader"), ` scope="row">`, escaped(row[0]), "</th>")
		for i, cell := range row[1:] {
			label := ""
			if len(c.Columns) > fewColumns {
				label = ` data-label="` + escaped(c.Columns[i+1]) + `"`
			}
			write(w, "<td", role("cell"), label, ">", escaped(cell), "</td>")
		}
		write(w, "</tr>\n")
	}
	write(w, "</tbody></table>\n")
}
