package htmlcheck_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/site/htmlcheck"
)

func TestWhatABrowserFetchesByItselfIsKeptApartFromWhereAReaderMayGo(t *testing.T) {
	named := htmlcheck.Named([]byte(page(`<h1>A</h1><script src="a.js"></script><img src="a.png" alt="a"><img src="a.png" alt="b">
		<figure data-src="sim.html"></figure><a href="b.html">b</a> <a href="b.html">b</a> <a href="https://example.org/">c</a>`)))
	assert.Equal(t, []string{"a.js", "a.png"}, named.Fetched)
	assert.Equal(t, []string{"b.html", "b.html", "https://example.org/"}, named.Links)
}
