package site

import (
	"path"

	"iddtestdrive/site/frontmatter"
	"iddtestdrive/site/theme"
)

// place is what the parts that pages share depend on.
type place struct {
	folder   string
	audience frontmatter.Audience
	home     bool
}

// shared is what pages in one place share.
type shared struct {
	frame theme.Frame
	parts theme.Shared
}

// share returns what a page shares with others, as seen from its address: made
// once for each place. p is nil for pages that are not the content's.
func (w *work) share(l *language, p *page, address string) (theme.Frame, theme.Shared, error) {
	at := place{folder: path.Dir(address)}
	if p != nil {
		at.audience, at.home = p.front.Audience, p == l.home
	}
	known, ok := l.shared.Load(at)
	if !ok {
		fresh, err := w.freshShare(l, at, address)
		if err != nil {
			return theme.Frame{}, theme.Shared{}, err
		}
		known, _ = l.shared.LoadOrStore(at, fresh)
	}
	s := *known.(*shared)
	if p != nil && p.shown {
		own := relative(address, p.address)
		s.parts.Top, s.parts.Bottom = theme.Current(s.parts.Top, own), theme.Current(s.parts.Bottom, own)
	}
	return s.frame, s.parts, nil
}

func (w *work) freshShare(l *language, at place, address string) (*shared, error) {
	frame, err := w.frame(l, address)
	if err != nil {
		return nil, err
	}
	groups, err := menu(l, at.audience, address)
	if err != nil {
		return nil, err
	}
	c := theme.Common{Frame: frame, Home: at.home, Menu: groups}
	for _, p := range inFoot(l) {
		c.Foot = append(c.Foot, theme.Link{Title: p.front.Title, Address: relative(address, p.address)})
	}
	parts, err := w.theme.Share(c)
	return &shared{frame, parts}, err
}
