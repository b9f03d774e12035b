package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// checklistBlock is a list to tick off, which is printed with its ticks. With
// lines=yes each item has a line on paper to write on.
//
//	::: checklist title="Before you leave the room" lines=yes
//	- The pump runs.
//	:::
var checklistBlock = Kind{
	Name:     "checklist",
	Settings: []string{"title", "lines"},
	read: func(p *page, b *Block) {
		title := b.get("title")
		if title == "" {
			title = p.word(b.Pos(), "site.checklist.title")
		}
		if lines := b.get("lines"); lines != "" && lines != "yes" {
			p.wrong(b.at("lines"), "unknown setting "+quoted(lines), "allowed: yes, or no lines")
		}
		if !holds(b, func(n ast.Node) bool { return n.Kind() == ast.KindList }) {
			p.wrong(b.Pos(), "a checklist without a list", `write each thing on a line of its own after "- "`)
		}
		tickItems(b)
		b.found = [2]string{title, p.word(b.Pos(), "site.checklist.clear")}
	},
	open: func(w util.BufWriter, b *Block) {
		write(w, `<section class="checklist`)
		if b.get("lines") == "yes" {
			write(w, " lines")
		}
		write(w, "\">\n")
		heading(w, b.level, "checklist-title", "", b.found.([2]string)[0])
	},
	close: func(w util.BufWriter, b *Block) {
		write(w, `<p><button type="button" class="quiet" data-untick hidden>`, escaped(b.found.([2]string)[1]), "</button></p>\n</section>\n")
	},
}

// diaryBlock is an empty table to print and to fill in by hand, with a row for
// each of some days or times.
//
//	::: diary rows=14 columns="Date and time, Pain (0 to 10), What I did, Remote"
//	:::
var diaryBlock = Kind{
	Name:     "diary",
	Settings: []string{"title", "rows", "columns"},
	Needs:    []string{"columns"},
	read:     readDiary,
	open:     openDiary,
	close:    func(w util.BufWriter, _ *Block) { write(w, "</section>\n") },
}

// The bounds of a diary, so that it fits a page of paper.
const (
	usualRows   = 14
	mostRows    = 31
	mostColumns = 7
)

type diary struct {
	title   string
	columns []string
	rows    int
}

func readDiary(p *page, b *Block) {
	d := &diary{title: b.get("title"), rows: usualRows}
	if d.title == "" {
		d.title = p.word(b.Pos(), "site.diary.title")
	}
	if rows := b.get("rows"); rows != "" {
		n, err := strconv.Atoi(rows)
		if err != nil || n < 1 || n > mostRows {
			p.wrong(b.at("rows"), "not a number of rows: "+quoted(rows), "1 to "+strconv.Itoa(mostRows))
		}
		d.rows = n
	}
	for _, c := range strings.Split(b.get("columns"), ",") {
		d.columns = append(d.columns, strings.TrimSpace(c))
		if d.columns[len(d.columns)-1] == "" {
			p.wrong(b.at("columns"), "a column without a name", `write columns="Time, Pain, What I did"`)
		}
	}
	if len(d.columns) > mostColumns {
		p.wrong(b.at("columns"), "too many columns for a page of paper", "at most "+strconv.Itoa(mostColumns))
	}
	b.found = d
}

func openDiary(w util.BufWriter, b *Block) {
	d := b.found.(*diary)
	write(w, "<section class=\"diary\">\n")
	heading(w, b.level, "diary-title", "", d.title)
	write(w, `<div class="diary-sheet"><table class="diary-table"><thead><tr>`)
	for _, c := range d.columns {
		write(w, `<th scope="col">`, escaped(c), "</th>")
	}
	write(w, "</tr></thead>\n<tbody>\n")
	for range d.rows {
		write(w, "<tr>", strings.Repeat("<td></td>", len(d.columns)), "</tr>\n")
	}
	write(w, "</tbody></table></div>\n")
}
