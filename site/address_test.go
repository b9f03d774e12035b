package site_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/site"
)

func TestARelativeAddressLeadsWhereItShould(t *testing.T) {
	for _, c := range [][3]string{
		{"index.html", "a.html", "a.html"},
		{"a/b.html", "a/c.html", "c.html"},
		{"a/b.html", "ab.html", "../ab.html"},
		{"ab/c.html", "a/c.html", "../a/c.html"},
		{"a/b/c.html", "a/d/c.html", "../d/c.html"},
		{"a/b/c.html", "index.html", "../../index.html"},
		{"a/b.html", "a/b.html", "b.html"},
	} {
		assert.Equal(t, c[2], site.Relative(c[0], c[1]), c)
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`([abc]{1,2}/){0,3}[abc]{1,2}`)
		from, to := name.Draw(t, "from"), name.Draw(t, "to")
		base, err := url.Parse("https://example.org/" + from)
		require.NoError(t, err)
		way, err := base.Parse(site.Relative(from, to))
		require.NoError(t, err)
		require.Equal(t, "https://example.org/"+to, way.String())
	})
}
