package site

import (
	"path"
	"sync"

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

// shares are what pages of a language share. They stay for as long as the menu and
// the foot stay the same.
type shares struct {
	at sync.Map // a place -> *theme.Shared
}

// share returns what a page shares with others, as seen from its address: made
// once for each place. p is nil for pages that are not the content's.
func (w *work) share(l *language, p *page, address string) (*theme.Shared, error) {
	at := place{folder: path.Dir(address)}
	if p != nil {
		at.audience, at.section, at.home = p.front.Audience, p.front.Section, p == l.home
	}
	known, ok := l.shared.at.Load(at)
	if !ok {
		fresh, err := w.freshShare(l, p, at, address)
		if err != nil {
			return nil, err
		}
		known, _ = l.shared.at.LoadOrStore(at, fresh)
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
