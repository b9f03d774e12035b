package site

import (
	"errors"
	"slices"
	"strconv"

	"iddtestdrive/site/markdown"
	"iddtestdrive/site/mistake"
	"iddtestdrive/site/reference"
	"iddtestdrive/site/theme"
)

// named returns the keys of the sources that a page's front matter names, and
// what is wrong with them.
func (w *work) named(p *page, src []byte) ([]string, mistake.List) {
	var list []string
	var mistakes mistake.List
	for _, s := range p.front.Sources {
		if _, err := w.library.references.Get(s.Key); err != nil {
			mistakes = append(mistakes, mistake.OnLine(p.file, src, s.Line, s.Column, err.Error(), ""))
			continue
		}
		list = append(list, s.Key)
	}
	return list, mistakes
}

// sources returns the list of a page's sources.
func (w *work) sources(p *page, cited []markdown.Cited) ([]theme.Source, error) {
	var list []theme.Source
	for i, c := range cited {
		r, err := w.library.references.Get(c.Key)
		if err != nil {
			return nil, err
		}
		s := theme.Source{ID: markdown.SourceID(c.Key), Title: r.Title, By: r.By, Where: r.Where, Year: r.Year, Listed: w.listedAt(p, r)}
		if places := r.Places(); len(places) > 0 {
			s.Address, s.At = places[0].Address, places[0].Label
		}
		for n := 1; n <= c.Places; n++ {
			place := strconv.Itoa(n)
			name, err := p.language.words.Word("site.source.back", "place", place, "number", strconv.Itoa(i+1))
			if err != nil {
				return nil, err
			}
			s.Back = append(s.Back, theme.Back{Address: "#" + markdown.PlaceID(c.Key, n), Number: place, Name: name})
		}
		list = append(list, s)
	}
	return list, nil
}

// listedAt returns where the language lists a source, as seen from a page, or
// "" where it does not.
func (w *work) listedAt(p *page, r reference.Reference) string {
	listed := p.language.listing(func(l markdown.Lists) bool {
		return l.References && (len(l.Kinds) == 0 || slices.Contains(l.Kinds, string(r.Kind)))
	})
	if listed == nil {
		return ""
	}
	return there(p, listed) + "#" + markdown.ReferenceID(r.Key)
}

// there is the address of a page as seen from another; from itself it is "".
func there(from, to *page) string {
	if from == to {
		return ""
	}
	return relative(from.address, to.address)
}

// listReferences returns the sources of some kinds, or of all.
func (w *work) listReferences(p *page, kinds []string) ([]markdown.ReferenceGroup, error) {
	var names []string
	for _, k := range reference.Kinds {
		names = append(names, string(k))
	}
	for _, k := range kinds {
		if !slices.Contains(names, k) {
			return nil, errors.New("unknown kind of source " + strconv.Quote(k) + ": " + mistake.Choice(k, names))
		}
	}
	var groups []markdown.ReferenceGroup
	for _, k := range reference.Kinds {
		if len(kinds) > 0 && !slices.Contains(kinds, string(k)) {
			continue
		}
		group := markdown.ReferenceGroup{Kind: string(k)}
		for _, r := range w.library.references.Of(k) {
			group.Sources = append(group.Sources, w.listedSource(p, r))
		}
		if len(group.Sources) > 0 {
			groups = append(groups, group)
		}
	}
	return groups, nil
}

// listedSource makes a source ready for the list of all.
func (w *work) listedSource(p *page, r reference.Reference) markdown.Reference {
	made := markdown.Reference{Key: r.Key, Title: r.Title, By: r.By, Where: r.Where, Year: r.Year, About: r.About, Note: r.Note}
	for _, place := range r.Places() {
		made.Places = append(made.Places, markdown.Spot{Label: place.Label, Address: place.Address})
	}
	for _, user := range w.uses[p.language.code].cited[r.Key] {
		made.Pages = append(made.Pages, markdown.Spot{Label: user.front.Title, Address: relative(p.address, user.address) + "#" + markdown.SourceID(r.Key)})
	}
	return made
}
