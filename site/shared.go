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
	section  string
	home     bool
}

// share returns what a page shares with others, as seen from its address: made
// once for each place. p is nil for pages that are not the content's.
func (w *work) share(l *language, p *page, address string) (*theme.Shared, error) {
	at := place{folder: path.Dir(address)}
	if p != nil {
		at.audience, at.section, at.home = p.front.Audience, p.front.Section, p == l.home
	}
	known, ok := l.shared.Load(at)
	if !ok {
		fresh, err := w.freshShare(l, p, at, address)
		if err != nil {
			return nil, err
		}
		known, _ = l.shared.LoadOrStore(at, fresh)
	}
	return known.(*theme.Shared), nil
}

func (w *work) freshShare(l *language, p *page, at place, address string) (*theme.Shared, error) {
	c := theme.Common{Home: at.home}
	var err error
	if c.Frame, err = w.frame(l, address); err != nil {
		return nil, err
	}
	if c.Menu, err = menu(l, at.audience, address); err != nil {
		return nil, err
	}
	for _, p := range l.inMenu[frontmatter.Everyone] {
		c.Foot = append(c.Foot, theme.Link{Title: p.front.Title, Address: relative(address, p.address)})
	}
	if p != nil && !at.home {
		if c.Trail, err = trail(p); err != nil {
			return nil, err
		}
	}
	return w.theme.Share(c)
}
