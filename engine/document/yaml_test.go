package document_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/document"
)

var wide = document.Form{Holds: "file", MaxBytes: 1 << 20}

// files are all the YAML of the project.
func files(t require.TestingT) map[string]string {
	all := map[string]string{}
	for _, folder := range []string{"..", filepath.Join("..", "..", "content")} {
		require.NoError(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".yaml" {
				return err
			}
			src, err := os.ReadFile(path)
			all[filepath.ToSlash(path)] = string(src)
			return err
		}))
	}
	return all
}

func TestEveryFileOfTheProjectIsReadAsALibraryReadsIt(t *testing.T) {
	agreed := 0
	for name, src := range files(t) {
		want, err := dumpOfLibrary([]byte(src))
		if err != nil || strings.ContainsAny(src, "&*!<") && strings.Contains(name, "/bad/") {
			_, err := wide.Dump([]byte(src))
			assert.Error(t, err, name)
			continue
		}
		got, err := wide.Dump([]byte(src))
		if assert.NoError(t, err, name) && assert.Equal(t, want, got, name) {
			agreed++
		}
	}
	assert.Greater(t, agreed, 100)
}

// Ways to write things, parted by lines of ====.
const styles = `a:
  - b
  - c: d
    e: f
  -
  - - x
    - y
====
a:
- b
- c
d: e
====
- a: b
  c: d
-   e: f
    g: h
- - i
-
  j: k
====
  - a
  - b
====
-
  - a
-
 - b
====
a: >-
  one
  two

  three
    more
  four
b: |
  x
   y

  z


c: |+
  keep

d: >
  fold

e: f
====
a: >2
   three
  two
====
a: >

  x

   further
  back
====
a: |-
  # no comment
  x
 # comment
b: c
====
a: |
====
a: |
b: c
====
- |
 x
- >+
 y

====
a: |
 no line end at the end
====
a: "x\n\t\"y\"\\ \/ \e\N"
====
a: 'it''s'
====
a: "one
  two

  three"
b: 'one
  two

  three'
====
a: "one \
  two"
====
a: one
  two

  three
b: c
====
a: [1, 2.5, true, ~, "x", 'y', {b: c}]
====
a: {b: c, d: [e, f], g: }
====
a: {b, c}
====
a: {b: c,}
====
a: [b,]
====
a: [b: c, d]
====
a: {at:3 h, b: 08:00}
====
a: [08:00, b:c]
====
{"a":1, 'b':2, c:3}
====
a: http://x.y
====
a: {u: http://x.y, http://z: 3}
====
a: [b, # c
  d]
====
a: {b: c
}
====
a:
  {b: c,
  d: e}
====
a: [b c
  d, e]
====
a: {
  b: c,
  # x
  d: e
  }
====
---
a: b
====
--- a
====
a: b
...
====
# c
---
a: b
====
a: b # comment
# comment
c: d#no comment
====
a: "x" # c
====
a: 0x1f
b: 0o7
c: 0b1
d: 017
e: 1_000
f: +1
g: -1
h: 1e3
i: 1.5e3
j: .5
k: 5.
l: -.inf
m: .NaN
n: 99999999999999999999
o: 08
p: 1.2.3
q: 0.
r: "1"
s: Null
t: yes
u: TRUE
v: 3 h
w: _1
x: 2026-03-02T08:00
y: +12 %
z: 0x
aa: -0b11
ab: --1
ac: 1.5e
====
a b: c
====
a : b
====
"a": b
'c' : d
'': e
====
1: a
true: b
1.5: c
~: d
====
a:  
  b
====
a:

  b:

    c
====
a: b   
c: d
====
é: ü "x"
b:  é  
====
 a: b
 c: d
====
a: b
  # c
d: e
====
a: b:c
d: -e
f: :g
h: ?i
j: k?
l: m,
n: o]p}
====
a: ''
b: {}
c: []
====
{}
====
[[], [[a]]]
====
~
====
just text
`

func TestEveryWayToWriteIsReadAsALibraryReadsIt(t *testing.T) {
	for _, src := range strings.Split(styles, "\n====\n") {
		want, err := dumpOfLibrary([]byte(src))
		require.NoError(t, err, src)
		got, err := wide.Dump([]byte(src))
		require.NoError(t, err, src)
		assert.Equal(t, want, got, src)
	}
}

func TestWhatIsNoYAMLIsRefusedWhereItStands(t *testing.T) {
	const (
		bracket, comma = "this bracket is not closed", "a comma or the closing bracket is missing"
		belongs, deep  = "this does not belong to what stands before it", "the line is indented more than those that it seems to belong to"
		colon, quote   = "a key is missing its colon, or the space after it", "the quote that ends this text is missing"
		twoColons      = "a text with a colon and a space in it stands in quotes"
		escape         = `after a backslash stands one of n t " \ or u and four digits`
		foreign        = "anchors (&), aliases (*), tags (!), merge keys (<<) and ? are not used in files"
		documents      = "the file holds more than one YAML document"
	)
	for _, c := range []struct{ src, at, problem string }{
		{"a: [b", "1:4", bracket}, {"a: {b: c\nd: e", "2:2", comma}, {"{", "1:1", bracket}, {"[a\n---\n]", "1:1", bracket}, {"{a:", "1:1", bracket},
		{"a: {b: [c}", "1:10", comma}, {`a: {b: "c"d}`, "1:11", comma}, {"a: [b: c: d]", "1:9", comma}, {"a: {b c\n d}", "2:2", comma},
		{"a: [,]", "1:5", belongs}, {"a: [b, - c]", "1:8", belongs}, {`a: "b" c`, "1:8", belongs}, {"a: [b] c", "1:8", belongs},
		{"a: [b]#c", "1:7", belongs}, {": b", "1:1", belongs}, {"- a\nb: c", "2:1", belongs}, {"{a\n: b}", "2:1", belongs},
		{"a: b\n...\nc: d", "3:1", belongs}, {"a: ]", "1:4", "a text that begins with ] stands in quotes"},
		{"a: @b", "1:4", "a text that begins with @ stands in quotes"}, {"a: %b", "1:4", "a text that begins with % stands in quotes"},
		{"a: - b", "1:4", "a list begins on a line of its own"}, {"a: b\n- c", "2:1", "an entry of a list stands among keys"},
		{"a: b\n c: d", "2:2", deep}, {"a:\n  b: c\n d: e", "3:2", deep}, {"- a\n - b: c", "2:2", deep}, {"a:\n  - b\n - c", "3:2", deep},
		{"a: b\n  # c\n  d", "3:3", deep}, {"a: |9\n  b\n", "2:3", deep},
		{"a: b\nc\nd: e", "2:1", colon}, {"a: b\nc:d", "2:1", colon}, {"a:b\nc: d", "1:1", colon}, {"- a\n  b: c", "1:3", colon}, {"a: b\n\"c\nd\": e", "2:1", colon},
		{"a: b: c", "1:5", twoColons}, {"é: \"b\": c", "1:7", twoColons}, {"a: b ::", "1:7", twoColons}, {"a: [b]: c", "1:7", twoColons},
		{"a: 'b", "1:4", quote}, {"a: \"b\n\nc", "1:4", quote}, {"a: \"b\n---\n\"", "1:4", quote}, {"a: \"b\\", "1:4", quote},
		{`a: "b\q"`, "1:6", escape}, {`a: "\u12"`, "1:5", escape}, {`a: "\uD800"`, "1:5", escape}, {`a: "\U00110000"`, "1:5", escape}, {`a: "\xg0"`, "1:5", escape},
		{"a: |x\n  b", "1:4", "after | and > stand at most a digit and a sign"}, {"a: |--\n  b", "1:4", "after | and > stand at most a digit and a sign"},
		{"a: &b c", "1:4", foreign}, {"&a b: c", "1:1", foreign}, {"a: [*b]", "1:5", foreign}, {"a: !b c", "1:4", foreign}, {"? a", "1:1", foreign},
		{"a:\n  <<: {b: c}", "2:3", foreign}, {"{<<: a}", "1:2", foreign},
		{"a: b\n---\nc: d", "2:1", documents}, {"a: b\n---", "2:1", documents}, {"---\n---\na", "2:1", documents},
		{"%YAML 1.2\n---\na", "1:1", "a line that begins with % is not used in files"},
		{strings.Repeat(" ", 200) + "a: b", "1:201", "the file is nested too deeply"}, {"a:\n" + strings.Repeat(" ", 200) + "b: c", "2:201", "the file is nested too deeply"},
		{strings.Repeat("[", 33), "1:33", "the file is nested too deeply"}, {"# none", "", "the file is empty"}, {"---\n...", "", "the file is empty"},
	} {
		_, err := wide.Dump([]byte(c.src))
		if assert.Error(t, err, c.src) {
			place, problem, _ := strings.Cut(strings.Split(strings.TrimPrefix(err.Error(), "dump.yaml:"), "\n")[0], ": ")
			if c.at == "" {
				place, problem = "", strings.TrimPrefix(strings.Split(err.Error(), "\n")[0], "dump.yaml: ")
			}
			assert.Equal(t, c.at, place, c.src)
			assert.Contains(t, problem, c.problem, c.src)
		}
	}
}

// TestWhatTheLibraryHasWrong is what is read as YAML has it, otherwise than the
// library does.
func TestWhatTheLibraryHasWrong(t *testing.T) {
	for src, want := range map[string]string{
		"a: 0.\t5":                       "plain \"0.\\t5\" 1:4",
		">+\n\n\n":                       "block \"\\n\\n\" 1:1",
		"a:\tb":                          "plain \"b\" 1:4",
		"[b: , c:]":                      "  - mapping 1:2\n    key plain \"b\" 1:2\n    absent\n  - mapping 1:7\n",
		"[b:, c]":                        "  - mapping 1:2\n    key plain \"b\" 1:2\n    absent\n  - plain",
		"{a: [b:c]}":                     "plain \"b:c\" 1:6",
		"a:\n  - b\n   - c":              "plain \"b - c\" 2:5",
		"a: {b c: d\n  e}":               "plain \"d e\" 1:10",
		"a: \"\\u00e9\\x41\\U0001F600\"": "quoted \"éA😀\" 1:4",
	} {
		got, err := wide.Dump([]byte(src))
		require.NoError(t, err, src)
		assert.Contains(t, got, want, src)
	}
}

// Files as a slip of the hand leaves them: where both take one, they agree on
// it, and what only the library takes is no YAML.
func TestSlipsOfTheHandAreTakenAsTheLibraryTakesThem(t *testing.T) {
	all := files(t)
	names := make([]string, 0, len(all))
	for name, src := range all {
		if !strings.ContainsAny(src, "\\\t!") {
			names = append(names, name)
		}
	}
	pieces := []string{":", ": ", " ", "\n", "- ", "-", "#", " #", "[", "]", "{", "}", ",", "\"", "'", "  ", "\n\n", "a: b", "---\n", "0", "x"}
	rapid.Check(t, func(t *rapid.T) {
		src := all[rapid.SampledFrom(names).Draw(t, "file")]
		for range rapid.IntRange(1, 3).Draw(t, "slips") {
			at := rapid.IntRange(0, len(src)).Draw(t, "at")
			if rapid.Bool().Draw(t, "cut") {
				src = src[:at] + src[min(len(src), at+rapid.IntRange(1, 20).Draw(t, "length")):]
			} else {
				src = src[:at] + rapid.SampledFrom(pieces).Draw(t, "piece") + src[at:]
			}
		}
		want, wrong := dumpOfLibrary([]byte(src))
		got, err := wide.Dump([]byte(src))
		if wrong == nil && err == nil {
			require.Equal(t, want, got, src)
		}
	})
}

// unlike is what the library is known to read otherwise: tabs, spaces at the end
// of lines, an empty entry of a list, a last line without its end, doubled
// quotes, + and digits after | and >; and what no file needs.
var unlike = regexp.MustCompile(`(?m)[ -]$|[^\n]\z|''|[|>][-+]*[0-9]|[\t\\+!&*?]|<<`)

func FuzzWhereBothReadATextTheyAgree(f *testing.F) {
	for _, src := range strings.Split(styles, "\n====\n") {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		got, err := wide.Dump([]byte(src))
		if err != nil || unlike.MatchString(src) {
			return
		}
		if want, wrong := dumpOfLibrary([]byte(src)); wrong == nil {
			require.Equal(t, texts(want), texts(got), src)
		}
	})
}

// texts is a dump without places.
func texts(dump string) string {
	lines := strings.Split(dump, "\n")
	for i, l := range lines {
		if at := strings.LastIndexByte(l, ' '); at >= 0 && strings.Contains(l[at:], ":") {
			lines[i] = l[:at]
		}
	}
	return strings.Join(lines, "\n")
}

// A reader that looked at anything over and over would be at these for hours.
func TestALargeFileIsReadInATimeInProportion(t *testing.T) {
	const size = 128 << 10
	for _, piece := range []string{"a: [\nb,", "- a\n", "a: b\n", "  b\n", "\n", "''", "\"\n", "[]", "a:", "#\n", " x", "{b: c,\n", "|\n b\n"} {
		for _, start := range []string{"", "a: [", "a: \"", "a: >\n", "a:\n"} {
			src := start + strings.Repeat(piece, size/len(piece)+1)
			_, _ = wide.Dump([]byte(src[:size]))
		}
	}
}
