package strict_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/site/strict"
)

// told says all that can be asked of a mapping, with the place of each value.
func told(d *strict.Document, m *strict.Map) string {
	var b strings.Builder
	m.Each(func(key string, v strict.Value) {
		before := len(d.Mistakes)
		v.Wrong("here", "")
		v.WrongKey("here", "")
		for _, m := range d.Mistakes[before:] {
			fmt.Fprint(&b, m.Line, ":", m.Column, " ")
		}
		d.Mistakes = d.Mistakes[:before]
		text, isText := v.Text()
		number, isNumber := v.Int(0, 1<<40)
		fmt.Fprintf(&b, "%s: %q %v %d %v %v %v", key, text, isText, number, isNumber, v.IsEmpty(), v.IsMap())
		for _, item := range v.List() {
			word, ok := item.Text()
			item.Wrong("item", "")
			last := d.Mistakes[len(d.Mistakes)-1]
			fmt.Fprintf(&b, " [%q %v %d:%d]", word, ok, last.Line, last.Column)
		}
		d.Mistakes = nil
		b.WriteByte('\n')
	})
	m.Need("nothing of that name", "")
	for _, m := range d.Mistakes {
		fmt.Fprint(&b, m.Line, ":", m.Column)
	}
	return b.String()
}

// compare reads a text in both ways. It reports whether the plain one took it.
func compare(t *testing.T, src string) bool {
	own, m, ok := strict.Plain([]byte(src))
	if !ok {
		return false
	}
	d, parsed := strict.Parsed([]byte(src))
	require.NotNil(t, parsed, "the library refuses %q: %v", src, d.Mistakes)
	assert.Equal(t, told(d, parsed), told(own, m), "%q", src)
	return true
}

func TestPlainLinesAreReadAsTheLibraryReadsThem(t *testing.T) {
	for _, src := range []string{
		"title: The personal remote (myPTM)\ndescription: What it does, and what for.\naudience: patients\norder: 20\nreviewed: 2026-03-02\nsources: [smith2002, a-b-1]\n",
		"sources: []",
		"a: 0\nb: 999999999\n",
		"a: Ärger – „so“, it’s 5 €; (yes)\n",
		"a: e5\nb: Infinity\nc: nan\nd: x-1.5\n",
	} {
		assert.True(t, compare(t, src), "%q is plain", src)
	}
	for _, src := range []string{
		"", "a:\n", "a: \n", "a: yes\n", "a: Null\n", "true: b\n", "a: 'b'\n", "a: b: c\n", "a: b #c\n", "a: b \n", "a: b\r\n", "a: b\n  c\n", "a: b\na: c\n",
		"a: 010\n", "a: 1.5\n", "a: 0x1f\n", "a: 1_000\n", "a: [b,c]\n", "a: [b, ]\n", "a: [1]\n", "a: [true]\n", "a: - b\n", "a: 2026-03-02T08:00\n", "---\na: b\n", "# a\n", "a: >\n", "a: b\\n\n", "a: b\tc\n",
	} {
		assert.False(t, compare(t, src), "%q is the library's to read", src)
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("title: The pump\nsources: [a, b]\norder: 7\nreviewed: 2026-03-02\n")
	f.Add("a: b\u0085c\nb: \u00a0x\n")
	f.Add("a: b\u2028c\xff\n")
	f.Fuzz(func(t *testing.T, src string) { compare(t, src) })
}

func TestWhateverStandsInALineIsReadAlike(t *testing.T) {
	signs := []rune("aByZ09 -_:#'\"[],{}.()!?/;é’~<=>|&*%@\u00a0\u0085\ufeff")
	rapid.Check(t, func(r *rapid.T) {
		var src strings.Builder
		for range rapid.IntRange(1, 3).Draw(r, "lines") {
			src.WriteString(rapid.StringMatching(`[a-z_0-9]{1,4}`).Draw(r, "key") + ": " + rapid.StringOfN(rapid.RuneFrom(signs), 1, 9, -1).Draw(r, "value") + "\n")
		}
		compare(t, src.String())
	})
}
