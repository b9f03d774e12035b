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
//
//	::: diary days=7 lines=4 columns="Time, Pain (0 to 10), What I did"
//	:::
//
// With days there is a first column for the day and its date, and for each day a
// few lines; lines=4 is usual. With script the diary can be printed alone.
var diaryBlock = Kind{
	Name:     "diary",
	Settings: []string{"title", "rows", "days", "lines", "columns"},
	Needs:    []string{"columns"},
	read:     readDiary,
	open:     openDiary,
	close: func(w util.BufWriter, b *Block) {
		write(w, `<p><button type="button" class="quiet" data-print-diary hidden>`, escaped(b.found.(*diary).print), "</button></p>\n</section>\n")
	},
}

// The bounds of a diary, so that it fits a page of paper: a week of days on one.
const (
	usualRows   = 14
	mostRows    = 31
	usualLines  = 4
	mostLines   = 12
	mostColumns = 7
)

type diary struct {
	title, print string
	columns      []string
	days         []string // names of the days; none where it is not divided by days
	rows         int      // of a day, or of all
}

func readDiary(p *page, b *Block) {
	d := &diary{title: b.get("title")}
	if d.title == "" {
		d.title = p.word(b.Pos(), "site.diary.title")
	}
	d.print = p.word(b.Pos(), "site.diary.print")
	if b.get("days") != "" {
		p.diaryDays(b, d)
	} else {
		d.rows = p.count(b, "rows", usualRows, mostRows)
		if b.get("lines") != "" {
			p.wrong(b.at("lines"), "lines without days", "write days=7 too, or rows=… alone")
		}
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

// diaryDays divides a diary by days.
func (p *page) diaryDays(b *Block, d *diary) {
	if b.get("rows") != "" {
		p.wrong(b.at("rows"), "a diary with both rows and days", "leave one of the two out")
	}
	d.rows = p.count(b, "lines", usualLines, mostLines)
	for n := range p.count(b, "days", 1, mostRows) {
		d.days = append(d.days, p.word(b.Pos(), "site.diary.number", "number", strconv.Itoa(n+1)))
	}
	d.columns = append(d.columns, p.word(b.Pos(), "site.diary.day"))
}

// count reads a setting that is a number from 1 to most.
func (p *page) count(b *Block, name string, usual, most int) int {
	written := b.get(name)
	if written == "" {
		return usual
	}
	n, err := strconv.Atoi(written)
	if err != nil || n < 1 || n > most {
		p.wrong(b.at(name), "not a number of "+name+": "+quoted(written), "1 to "+strconv.Itoa(most))
		return usual
	}
	return n
}

func openDiary(w util.BufWriter, b *Block) {
	d := b.found.(*diary)
	write(w, "<section class=\"diary\">\n")
	heading(w, b.level, "diary-title", "", d.title)
	write(w, `<div class="diary-sheet"><table class="diary-table"><thead><tr>`)
	for _, c := range d.columns {
		write(w, `<th scope="col">`, escaped(c), "</th>")
	}
	write(w, "</tr></thead>\n")
	if len(d.days) == 0 {
		d.part(w, "", len(d.columns))
	}
	for _, day := range d.days {
		head := `<th scope="rowgroup" rowspan="` + strconv.Itoa(d.rows) + `">` + escaped(day) + "</th>"
		d.part(w, head, len(d.columns)-1)
	}
	write(w, "</table></div>\n")
}

// part writes empty rows, the first of which begins with a heading.
func (d *diary) part(w util.BufWriter, head string, columns int) {
	write(w, "<tbody>\n")
	for range d.rows {
		write(w, "<tr>", head, strings.Repeat("<td></td>", columns), "</tr>\n")
		head = ""
	}
	write(w, "</tbody>\n")
}
