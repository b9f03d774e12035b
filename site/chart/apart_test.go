package chart_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"

	"iddtestdrive/site/chart"
)

var written = regexp.MustCompile(`<text class="([a-z-]+)"(?: text-anchor="([a-z]+)")? x="([^"]+)" y="([^"]+)">([^<]*)</text>`)

// apart checks that no words of a drawing lie on one another or outside it, in
// letters as wide as those of the widest face that pages name.
func apart(t *testing.T, name string, d chart.Drawing) {
	t.Helper()
	box := strings.Fields(d.ViewBox)
	width, _ := strconv.ParseFloat(box[2], 64)
	height, _ := strconv.ParseFloat(box[3], 64)
	size := 16.0
	if width > 400 {
		size = 17
	}
	type place struct {
		left, right, top, bottom float64
		text                     string
	}
	var all []place
	for _, m := range written.FindAllStringSubmatch(d.Inside, -1) {
		x, _ := strconv.ParseFloat(m[3], 64)
		y, _ := strconv.ParseFloat(m[4], 64)
		w := 0.0
		for _, c := range m[5] {
			switch {
			case unicode.IsUpper(c):
				w += 0.68 * size
			case unicode.IsDigit(c) || unicode.IsLetter(c):
				w += 0.56 * size
			default:
				w += 0.33 * size
			}
		}
		switch m[2] {
		case "middle":
			x -= w / 2
		case "end":
			x -= w
		}
		p := place{x, x + w, y - 0.75*size, y + 0.2*size, m[5]}
		assert.True(t, p.left >= -1 && p.right <= width+1 && p.top >= 0 && p.bottom <= height, "%s: outside: %q", name, p.text)
		for _, o := range all {
			on := p.left < o.right && o.left < p.right && p.top < o.bottom && o.top < p.bottom
			assert.False(t, on, "%s: %q lies on %q", name, p.text, o.text)
		}
		all = append(all, p)
	}
	assert.NotEmpty(t, all)
}
