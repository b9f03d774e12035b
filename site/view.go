package site

import (
	"slices"
	"strconv"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/markdown"
	"iddtestdrive/site/settings"
	"iddtestdrive/site/theme"
)

// view makes everything ready that the template of a page shows. card is the
// address of its social card, or "".
func (w *work) view(p *page, body markdown.Body, card string) (*theme.Page, error) {
	home := p == p.language.home
	shared, err := w.share(p.language, p, p.address)
	if err != nil {
		return nil, err
	}
	v := &theme.Page{
		Shared:      shared,
		Styles:      slices.Clone(shared.Frame.Styles),
		Title:       p.front.Title,
		Description: p.front.Description,
		Social:      w.social(p, card),
		Text:        told(body.HTML), // written by package markdown, which lets no raw HTML pass
	}
	if !w.without(settings.SourceLinks) {
		v.SourceFile = relative(p.address, sourceAddress(p))
	}
	if v.Reviewed, err = dateText(p.language, p.front.Reviewed); err != nil {
		return v, err
	}
	if v.NextReview, err = dateText(p.language, p.front.NextReview); err != nil {
		return v, err
	}
	if p.shown {
		v.Own = relative(p.address, p.address)
	}
	v.Languages = w.languages(p.language, p, p.address)
	if p.lists.Any() {
		v.Styles = append(v.Styles, relative(p.address, w.common.lists))
	}
	w.blocks(v, body.Blocks, p.address)
	if v.Sources, err = w.sources(p, body.Cited); err != nil {
		return v, err
	}
	v.Canonical, v.Alternates = w.whole(p.address), w.alternates(p)
	if v.About, err = w.about(p, v.Sources); err != nil {
		return v, err
	}
	if home {
		v.Picture = w.common.opening
		return v, nil
	}
	v.Contents = contents(body.Headings)
	v.Previous, v.Next = neighbours(p)
	return v, nil
}

// longPage is the number of sections from which a page has a table of
// contents.
const longPage = 3

// contents makes the table of contents of a long page, two levels deep.
func contents(headings []markdown.Heading) []theme.Heading {
	var list []theme.Heading
	for _, h := range headings {
		switch {
		case h.Level == 2:
			list = append(list, theme.Heading{ID: h.ID, Text: h.Text})
		case h.Level == 3 && len(list) > 0:
			last := &list[len(list)-1]
			last.Under = append(last.Under, theme.Heading{ID: h.ID, Text: h.Text})
		}
	}
	if len(list) < longPage {
		return nil
	}
	return list
}

// dateText writes a date as the language's readers do, with the month in
// letters, so that it cannot be misread. No date is no text.
func dateText(l *language, d frontmatter.Date) (string, error) {
	if d.IsZero() {
		return "", nil
	}
	month, err := l.words.Word("site.month." + monthKeys[d.Month()-1])
	if err != nil {
		return "", err
	}
	return l.words.Word("site.date", "day", strconv.Itoa(d.Day()), "month", month, "year", strconv.Itoa(d.Year()))
}

var monthKeys = [12]string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}
