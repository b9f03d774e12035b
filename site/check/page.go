package check

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"iddtestdrive/site"
	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/reading"
)

// page looks at what a page says of itself and what it gives its reader.
func (l *look) page(p site.Rendered) error {
	src, err := fs.ReadFile(l.Content, p.File)
	if err != nil {
		return err
	}
	at := func(key, what, remedy string) *mistake.Mistake {
		return mistake.At(p.File, src, keyAt(src, key), what, remedy)
	}
	if p.Front.Reviewed.After(l.Today) {
		l.wrong(at("reviewed", "reviewed on "+p.Front.Reviewed.String()+", which is after today ("+day(l.Today)+")", "write the day on which its facts were checked"))
	}
	if next := p.Front.NextReview; !next.IsZero() && next.Before(l.Today) {
		l.warn(at("next_review", "was to be checked again by "+next.String(), "check its facts, then write new dates for reviewed and next_review"))
	}
	if bytes.Contains(p.Body.HTML, []byte(`scope="col"></th>`)) {
		where := namelessColumn.FindIndex(src)
		l.wrong(mistake.At(p.File, src, append(where, 0)[0], "a column of a table has no name", "name it in the first line, such as | What | Before | After |: whoever hears a cell hears its column first"))
	}
	if strings.HasPrefix(p.File, site.DefaultLanguage+"/") {
		l.read(p, src, at)
	}
	if p.Front.Audience != frontmatter.Patients {
		return nil
	}
	if !slices.Contains(p.Body.Blocks, "summary") {
		l.warn(at("audience", "a page for patients without a summary", "begin it with ::: summary and a few short lines"))
	}
	if !slices.ContainsFunc(p.Body.Blocks, lively) && !bytes.Contains(p.Body.HTML, []byte("<img ")) {
		l.warn(at("audience", "a page for patients with nothing to do and no picture", "give it a ::: simulator, figure, or questions to ::: ask"))
	}
	return nil
}

// namelessColumn is the first line of a table in which a cell is empty.
var namelessColumn = regexp.MustCompile(`(?m)^\|(?:.*\|)?[ \t]*\|.*\n\|[ \t]*:?-`)

// What an English page for patients should not be harder than.
const (
	hardestGrade = 7  // Flesch-Kincaid: a reading age of 12
	longestMean  = 20 // words in a sentence
)

// read measures how easy an English page is to read. The words that it explains
// are taken as known.
func (l *look) read(p site.Rendered, src []byte, at func(key, what, remedy string) *mistake.Mistake) {
	r := reading.Measure(p.Body.Prose, p.Body.Explained...)
	if r.Words < reading.Enough {
		return
	}
	l.report.Reading = append(l.report.Reading, Reading{p.File, p.Front.Audience, r})
	if p.Front.Audience != frontmatter.Patients {
		return
	}
	if grade := r.WithoutKnown.FleschKincaid; grade > hardestGrade {
		l.warn(at("audience", fmt.Sprintf("hard to read for patients: Flesch-Kincaid grade %.1f", grade), fmt.Sprintf("at most %d: shorter sentences and words, or explain long words with [[word]]", hardestGrade)))
	}
	if r.MeanWords > longestMean {
		longest := r.Longest[0]
		line := mistake.At(p.File, src, longest.Offset, "", "").Line
		l.warn(at("audience", fmt.Sprintf("sentences of %.0f words on average", r.MeanWords),
			fmt.Sprintf("at most %d; the longest has %d and begins in line %d", longestMean, longest.Words, line)))
	}
}

// lively are the blocks in which a reader does or sees something.
func lively(block string) bool {
	return slices.Contains([]string{"simulator", "quiz", "ask", "checklist", "diary", "worked", "figure", "chart", "bars"}, block)
}

// keyAt is where a key of the front matter stands, or 0.
func keyAt(src []byte, key string) int {
	return max(0, bytes.Index(src, []byte("\n"+key+":"))+1)
}
