package document_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/document"
	"iddtestdrive/engine/units"
)

// recipe is a kind of file with one key of every sort.
type recipe struct {
	Title  string
	Notes  string
	Rest   units.Span
	Eggs   uint64
	Vegan  bool
	Tin    int
	Oven   string
	Layers []string
	Sauces map[string]string
}

var (
	form = document.Form{Holds: "recipe", MaxBytes: 4 << 10}
	tins = document.Vocabulary[int]{{"round", 1}, {"square", 2}}
)

func readRecipe(src string) (recipe, error) {
	root, err := form.Open("r.yaml", []byte(src))
	if err != nil {
		return recipe{}, err
	}
	k := root.Open("title", "notes", "rest", "eggs", "vegan", "tin", "oven", "layers", "sauces")
	rest := k.Get("rest")
	r := recipe{
		Title:  k.Must("title").Line("a name for the recipe", 20),
		Notes:  k.Get("notes").Prose("what to look out for", 60),
		Rest:   document.AtMost(rest, document.Quantity(rest, units.ParseSpan, units.Hour), units.Day),
		Eggs:   k.Get("eggs").Number(12),
		Vegan:  k.Get("vegan").Boolean(),
		Tin:    document.Word(k.Get("tin"), tins, 1),
		Sauces: map[string]string{},
	}
	kinds := []string{"gas", "electric"}
	r.Oven, _ = k.Get("oven").Open(kinds...).One(kinds)
	for _, entry := range k.Get("layers").Items("a list of layers") {
		r.Layers = append(r.Layers, entry.Text("the name of a layer"))
	}
	sauces := k.Get("sauces").Entries("sauces by name")
	for _, name := range sauces.Names() {
		r.Sauces[name] = sauces.Get(name).Text("how it is made")
	}
	return r, root.Err()
}

func TestAFileIsReadAsItIsMeant(t *testing.T) {
	r, err := readRecipe(`# A comment.
title: 'Sponge: a cake'
notes: >
  Never open
  the door.
rest: 1 h 30 min
eggs: 3
vegan: false
tin: square
oven: {gas: "4"}
layers: [jam, "2", cream]
sauces: {custard: "true"}
`)
	require.NoError(t, err)
	assert.Equal(t, recipe{
		Title: "Sponge: a cake", Notes: "Never open the door.", Rest: 90 * units.Minute, Eggs: 3, Tin: 2, Oven: "gas",
		Layers: []string{"jam", "2", "cream"}, Sauces: map[string]string{"custard": "true"},
	}, r)
}

func TestWhatIsLeftOutHasItsDefault(t *testing.T) {
	r, err := readRecipe("title: Toast\noven: {gas: low}\n")
	require.NoError(t, err)
	assert.Equal(t, recipe{Title: "Toast", Rest: units.Hour, Tin: 1, Oven: "gas", Sauces: map[string]string{}}, r)
}

// TestEachMistakeHasItsPlaceItsNameAndItsRemedy: the message's first line and
// its last, without the word that goes before each.
func TestEachMistakeHasItsPlaceItsNameAndItsRemedy(t *testing.T) {
	for _, c := range []struct{ src, first, allowed string }{
		{"notes: x", "1:1: title: the key is missing", "title: and its value; it is required here"},
		{"title: x\ntilte: y", "2:1: tilte: the key is not known here; did you mean title?", "title, notes, rest, eggs, vegan, tin, oven, layers or sauces"},
		{"title: x\nzzzzzz: y", "2:1: zzzzzz: the key is not known here", "title, notes, rest, eggs, vegan, tin, oven, layers or sauces"},
		{"title: x\ntitle: y", "2:1: title: the key is given twice", "each key once; it stands in line 1 already"},
		{"{title:x}", `1:2: title: the space after the colon is missing`, "a word, a colon and a space"},
		{"title: x\n3: y", `2:1: found "3": a key is a word; a number is one only in quotes`, "a word, a colon and a space"},
		{"title: x\n<<: y", `2:1: anchors (&), aliases (*), tags (!), merge keys (<<) and ? are not used in recipes`, lines},
		{"title: x\n[y]: z", `2:1: this cannot be a key`, "a word, a colon and a space"},
		{"title:", "1:1: title: nothing is written here", "a name for the recipe"},
		{"title: ~", `1:1: title: found "~": a key without a value is left out`, "a name for the recipe"},
		{"title: [x]", "1:8: title: found a list", "a name for the recipe"},
		{"title: {x: y}", "1:8: title: found keys of its own", "a name for the recipe"},
		{"title: &a x", "1:8: anchors (&), aliases (*), tags (!), merge keys (<<) and ? are not used in recipes", lines},
		{"title: 7", `1:8: title: found "7": this is text only in quotes`, "a name for the recipe"},
		{"title: true", `1:8: title: found "true": this is text only in quotes`, "a name for the recipe"},
		{"title: ' '", "1:8: title: no words are written here", "a name for the recipe"},
		{"title: a name that is much too long", `1:8: title: found "a name that is much too long": the text is too long`, "a name for the recipe"},
		{"title: \"a\\nb\"", `1:8: title: found "a\nb": the text has more than one line`, "a name for the recipe"},
		{"title: \"a\\eb\"", `1:8: title: found "a\x1bb": there is a character that cannot be printed`, "a name for the recipe"},
		{"title: x\nrest: 2 d", `2:7: rest: found "2 d": this is out of range`, "at most 1 d"},
		{"title: x\nrest: 2d", `2:7: rest: found "2d": the space between number and unit is missing`, "a length of time made of d, h, min, s and ms, each at most once and in this order, such as 90 min or 1 d 6 h 30 min"},
		{"title: x\nrest: {}", `2:7: rest: found keys of its own`, "a length of time made of d, h, min, s and ms, each at most once and in this order, such as 90 min or 1 d 6 h 30 min"},
		{"title: x\neggs: 13", `2:7: eggs: found "13": the number is too large`, "a whole number from 0 to 12"},
		{"title: x\neggs: -1", `2:7: eggs: found "-1": this cannot be negative`, "a whole number from 0 to 12"},
		{"title: x\neggs: 1.5", `2:7: eggs: found "1.5": this is not a whole number`, "a whole number from 0 to 12"},
		{"title: x\neggs: 0x1", `2:7: eggs: found "0x1": this is not a whole number`, "a whole number from 0 to 12"},
		{"title: x\neggs: \"3\"", `2:7: eggs: found "3": a number is written without quotes`, "a whole number from 0 to 12"},
		{"title: x\nvegan: \"true\"", `2:8: vegan: found "true": true and false are written without quotes`, "true or false"},
		{"title: x\nvegan: yes", `2:8: vegan: found "yes": this word is not known here`, "true or false"},
		{"title: x\ntin: sqare", `2:6: tin: found "sqare": this word is not known here; did you mean square?`, "round or square"},
		{"title: x\noven: {}", `2:7: oven: 0 keys stand here`, "exactly one of gas or electric"},
		{"title: x\noven: {gas: a, electric: b}", `2:7: oven: 2 keys stand here`, "exactly one of gas or electric"},
		{"title: x\noven: {gas: a}\nlayers: jam", `3:9: layers: found "jam": this is not what belongs here`, "a list of layers"},
		{"title: x\noven: {gas: a}\nlayers: [jam, 2]", `3:15: layers.2: found "2": this is text only in quotes`, "the name of a layer"},
		{"title: x\noven: {gas: a}\nlayers:\n  - jam\n  -", `4:3: layers.2: nothing is written here`, "the name of a layer"},
		{"title: x\noven: {gas: a}\nsauces: {a.b: 3}", `3:15: sauces.a.b: found "3": this is text only in quotes`, "how it is made"},
		{"", "the file is empty", "a recipe, which begins with title: and a name for it"},
		{"title: x\n---\ntitle: y", "2:1: the file holds more than one YAML document", "one recipe in one file"},
		{"%YAML 1.2\n---\ntitle: y", "1:1: a line that begins with % is not used in recipes", lines},
		{"title: [x", "1:8: the file is not valid YAML here: this bracket is not closed", lines},
		{strings.Repeat("#", 4097), "the file is too large", "at most 4 KiB"},
		{"title: x\n\tnotes: y", "2:1: the line is indented with a tab", "spaces only"},
		{"title: \x01", "1:8: there is a control character (U+0001)", "printable text"},
		{"title: \xff", "1:8: this is not text in UTF-8", "a YAML file saved as UTF-8"},
		{"title: " + strings.Repeat("[", 33), "1:40: the file is nested too deeply", "at most 32 brackets within brackets, and 200 spaces at the beginning of a line"},
		{strings.Repeat("- ", 101), "1:201: the file is nested too deeply", "at most 32 brackets within brackets, and 200 spaces at the beginning of a line"},
	} {
		_, err := readRecipe(c.src)
		var wrong *document.Error
		if !assert.ErrorAs(t, err, &wrong, c.src) {
			continue
		}
		message := strings.Split(err.Error(), "\n")
		assert.Equal(t, c.first, strings.TrimLeft(strings.TrimPrefix(message[0], "r.yaml"), ": "), c.src)
		assert.Equal(t, "    allowed: "+c.allowed, message[len(message)-1], c.src)
		assert.Equal(t, wrong.Column > 0, wrong.Picture != "", c.src)
	}
}

const lines = `lines of "key: value", lists with "- " before each entry, {braces} around keys and [brackets] around entries`

func TestOnlyTheFirstMistakeIsTold(t *testing.T) {
	_, err := readRecipe("title: 7\neggs: 99\n")
	require.ErrorContains(t, err, "title")
	assert.NotContains(t, err.Error(), "eggs:")
}

func TestTheMarkStandsBelowTheMistake(t *testing.T) {
	_, err := readRecipe("title: x   # a comment\ntin:   sqare   # another\n")
	var wrong *document.Error
	require.ErrorAs(t, err, &wrong)
	assert.Equal(t, "  2 | tin:   sqare   # another\n    |        ^^^^^", wrong.Picture)
	_, err = readRecipe("title: x\ntin: sqare   \n")
	require.ErrorAs(t, err, &wrong)
	assert.Equal(t, "  2 | tin: sqare\n    |      ^^^^^", wrong.Picture, "spaces after it do not move it")
}

func TestAMistakeFoundLaterIsPointedAtByItsKey(t *testing.T) {
	const src = "title: x\nsauces:\n  a: b\n  a.b: {c: [1, 22]}\n  ab: c\n"
	for key, want := range map[string]string{
		"title": "1:8", "sauces.a": "3:6", "sauces.ab": "5:7", "sauces.a.b": "3:6", "sauces.a.b.c.2": "3:6",
		"sauces.none": "3:3", "none": "1:1", "": "1:1",
	} {
		root, err := form.Open("r.yaml", []byte(src))
		require.NoError(t, err)
		root.Find(key).Fail("", "found later", "")
		root.Find("sauces.ab").Fail("", "found later still", "")
		place := "r.yaml:" + want + ": "
		if key != "" {
			place += key + ": "
		}
		assert.Equal(t, place+"found later", strings.Split(root.Err().Error(), "\n")[0])
	}
	root, err := form.Open("r.yaml", []byte("a.b: {c: [1, 22]}"))
	require.NoError(t, err)
	assert.Equal(t, "22", root.Find("a.b.c.2").Written())
	assert.Equal(t, "", root.Find("a.b.c").Written())
	assert.Equal(t, "", root.Find("a.b.c.3").Written())
}

func TestTheWordsOfAListAreReadAndWrittenAlike(t *testing.T) {
	for _, w := range tins.Words() {
		meaning, ok := tins.Meaning(w)
		assert.True(t, ok)
		assert.Equal(t, w, tins.Word(meaning))
	}
	_, ok := tins.Meaning("oval")
	assert.False(t, ok)
	assert.Panics(t, func() { tins.Word(3) })
}

// FuzzAnyTextIsReadOrRefused takes any tree apart as far as it goes.
func FuzzAnyTextIsReadOrRefused(f *testing.F) {
	for _, src := range []string{
		"title: x", "- a\n- b: {c: [1, ~]}\n", "? [a]\n: b", "a: &b c\nd: *b", "a: |\n  text\n\n  more", "<<: {a: b}", "%YAML 1.2\n---\n", "a: !t b",
		"a: 'b", "a: [b", "\ufeffa: b\r\n", "[a: b, c]", "{a:3}", "- - - a", "a: .inf", "--- a", "a:\n - b\n -", "\"a\\u0000\": b",
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, read := range []func(document.Value){
			func(v document.Value) { v.Text("text") },
			func(v document.Value) { v.Number(7) },
			func(v document.Value) {
				for _, entry := range v.Items("entries") {
					entry.Entries("keys")
				}
			},
			func(v document.Value) {
				m := v.Entries("keys")
				for _, name := range m.Names() {
					m.Get(name).OneOf([]string{"a", "b"})
				}
			},
		} {
			root, err := form.Open("fuzz.yaml", src)
			if err == nil {
				read(root)
				err = root.Err()
			}
			if err != nil {
				var wrong *document.Error
				require.ErrorAs(t, err, &wrong)
				require.Less(t, len(err.Error()), 3000)
			}
		}
		_, _ = readRecipe(string(src))
	})
}
