package theme

import (
	"bytes"
	"html/template"
	"io"
	"sync"
	"sync/atomic"
)

// memo keeps small pieces of HTML that many pages have, such as a source as their
// lists say it. It keeps no more than mostKept: what a large site has in
// thousands of forms is made anew.
type memo struct {
	pieces sync.Map // a key -> template.HTML
	count  atomic.Int64
}

const mostKept = 4000

// get returns the piece of a key, which write writes if it is not kept.
func (m *memo) get(key string, write func(io.Writer) error) (template.HTML, error) {
	if known, ok := m.pieces.Load(key); ok {
		return known.(template.HTML), nil
	}
	var html bytes.Buffer
	if err := write(&html); err != nil {
		return "", err
	}
	piece := template.HTML(html.String()) // a template has made it
	if m.count.Load() < mostKept {
		m.count.Add(1)
		m.pieces.Store(key, piece)
	}
	return piece, nil
}
