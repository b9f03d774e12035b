package htmlcheck

import "slices"

// Addresses are what a page names.
type Addresses struct {
	Fetched []string // what a browser asks for by itself to show the page, each once
	Links   []string // where a reader may go from it, as often as they stand there
}

// Named returns the addresses that a page names.
func Named(src []byte) Addresses {
	p := read("", src)
	var a Addresses
	for _, ref := range p.refs {
		switch {
		case !ref.loads:
			a.Links = append(a.Links, ref.address)
		case !ref.asked && !slices.Contains(a.Fetched, ref.address):
			a.Fetched = append(a.Fetched, ref.address)
		}
	}
	return a
}
