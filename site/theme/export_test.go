package theme

import "io"

// Whole writes a page by executing its template for it alone.
func (t *Theme) Whole(w io.Writer, p *Page) error { return t.whole(w, p) }

// Moulded reports whether pages like p are poured into a mould.
func (t *Theme) Moulded(p *Page) (bool, error) {
	m, err := t.mouldOf(p)
	return m != nil, err
}
