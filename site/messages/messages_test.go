package messages_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/messages"
)

const good = `
site:
  skip: Skip to the text
  reviewed: "Last checked: {date}."
simulator:
  remote:
    ready: Ready
    left: "{left} of {all}"
  bar: "A & <b>"
ward:
  seed: Draw {seed}
`

func TestWordsAreFoundByTheirDottedKey(t *testing.T) {
	c, mistakes := messages.Parse("messages/en.yaml", "en", []byte(good))
	require.Empty(t, mistakes)
	word, err := c.Word("site.reviewed", "date", "2 March 2026")
	require.NoError(t, err)
	assert.Equal(t, "Last checked: 2 March 2026.", word)
	assert.Equal(t, []string{"simulator.bar", "simulator.remote.left", "simulator.remote.ready", "site.reviewed", "site.skip", "ward.seed"}, c.Keys())
}

func TestAPageNeverShowsARawKeyOrPlaceholder(t *testing.T) {
	c, _ := messages.Parse("messages/en.yaml", "en", []byte(good))
	for _, try := range [][]string{{"site.unknown"}, {"site.reviewed"}, {"site.skip", "date", "x"}} {
		_, err := c.Word(try[0], try[1:]...)
		assert.Error(t, err, try)
	}
}

func TestTheSimulatorGetsItsOwnWordsInOrder(t *testing.T) {
	c, _ := messages.Parse("messages/en.yaml", "en", []byte(good))
	assert.Equal(t, "{\n\"bar\": \"A & <b>\",\n\"remote.left\": \"{left} of {all}\",\n\"remote.ready\": \"Ready\"\n}\n", string(c.Simulator()))
	var words map[string]string
	require.NoError(t, json.Unmarshal(c.Simulator(), &words))
	empty, mistakes := messages.Parse("messages/en.yaml", "en", []byte("site: {}\nsimulator: {}\nward: {}\n"))
	require.Empty(t, mistakes)
	require.NoError(t, json.Unmarshal(empty.Simulator(), &words))
	assert.Equal(t, "{\n\"ward.seed\": \"Draw {seed}\"\n}\n", string(c.Ward()), "the ward's go with the name of their group")
}

func TestALanguageFallsBackToTheOneBehindItAndSaysSo(t *testing.T) {
	en, _ := messages.Parse("messages/en.yaml", "en", []byte(good))
	fr, mistakes := messages.Parse("messages/fr.yaml", "fr", []byte("site: {skip: Aller au texte}\nsimulator: {bar: Barre}\nward: {}\n"))
	require.Empty(t, mistakes)
	_, err := fr.Word("site.reviewed", "date", "1 mai")
	require.ErrorContains(t, err, `messages/fr.yaml has no "site.reviewed"`)

	fr.Behind(en)
	own, err := fr.Find("site.skip")
	require.NoError(t, err)
	assert.Equal(t, messages.Found{Text: "Aller au texte", Language: "fr"}, own)
	lent, err := fr.Find("site.reviewed", "date", "1 mai")
	require.NoError(t, err)
	assert.Equal(t, messages.Found{Text: "Last checked: 1 mai.", Language: "en", Lent: true}, lent)
	assert.Equal(t, []string{"simulator.remote.left", "simulator.remote.ready", "site.reviewed", "ward.seed"}, fr.Missing())
	assert.Equal(t, "{\n\"bar\": \"Barre\",\n\"remote.left\": \"{left} of {all}\",\n\"remote.ready\": \"Ready\"\n}\n", string(fr.Simulator()))
	_, its := fr.Own("site.reviewed")
	assert.False(t, its)
	_, err = fr.Word("site.unknown")
	assert.ErrorContains(t, err, `messages/en.yaml has no "site.unknown"`, "the last one has to be complete")
	assert.Empty(t, en.Missing())
}

func TestNumbersHaveTheSignsOfTheLanguage(t *testing.T) {
	for signs, want := range map[string][]string{
		`{decimal: ".", group: ","}`:   {"0.5", "1440", "12,345.60", "−1,234,567", "about 3", "1e9", "-", ".5", ""},
		`{decimal: ",", group: space}`: {"0,5", "1440", "12\u202f345,60", "−1\u202f234\u202f567", "about 3", "1e9", "-", ".5", ""},
		`{decimal: ",", group: none}`:  {"0,5", "1440", "12345,60", "−1234567", "about 3", "1e9", "-", ".5", ""},
	} {
		c, mistakes := messages.Parse("messages/x.yaml", "x", []byte("site: {number: "+signs+"}\nsimulator: {}\nward: {}\n"))
		require.Empty(t, mistakes)
		for i, plain := range []string{"0.5", "1440", "12345.60", "-1234567", "about 3", "1e9", "-", ".5", ""} {
			got, err := c.Number(plain)
			require.NoError(t, err)
			assert.Equal(t, want[i], got)
		}
	}
}

// Each line of YAML, with \n for a new line, and what must be said of it.
const cases = `
site: {}                                      | 1:1: the key "simulator" is missing
site: {}\nsimulator: {}                             | 1:1: the key "ward" is missing
site: {}\nsimulator: {}\nward: {}\nother: {} | 4:1: unknown key "other"
site: {}\nsimulator:                          | 2:1: "simulator" is empty
site: words\nsimulator: {}                    | 1:7: "site" is text, not a group of keys
site: {}\nsimulator: {Skip: a}                | 2:13: "Skip" is not a key
site: {}\nsimulator: {a: "{b"}                | 2:16: a brace that belongs to no placeholder
site: {}\nsimulator: {a: "{B}"}               | 2:16: a brace that belongs to no placeholder
site: {}\nsimulator: {a: [b]}                 | "a" is a list
site: {}\nsimulator: {a: b, a: c}             | not valid YAML
- a                                           | not a list of keys and values
`

func TestAMistakeInAMessageFileHasItsPlace(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		src, said, _ := strings.Cut(line, "|")
		src = strings.ReplaceAll(strings.TrimSpace(src), `\n`, "\n")
		_, mistakes := messages.Parse("messages/en.yaml", "en", []byte(src))
		if assert.NotEmpty(t, mistakes, line) {
			assert.Contains(t, mistakes.Err().Error(), strings.TrimSpace(said), line)
		}
	}
}

func TestALanguageIsLoadedFromItsFile(t *testing.T) {
	c, err := messages.Load(fstest.MapFS{"messages/fr.yaml": {Data: []byte(good)}}, "fr")
	require.NoError(t, err)
	assert.Equal(t, "fr", c.Language)
	_, err = messages.Load(fstest.MapFS{}, "fr")
	assert.ErrorIs(t, err, os.ErrNotExist)
}

func TestTheProjectsOwnWordsAreRight(t *testing.T) {
	c, err := messages.Load(os.DirFS("../../content"), "en")
	require.NoError(t, err)
	assert.NotEmpty(t, c.Keys())
}

func TestAWordThatIsNotTranslatedYetMayStandThereEmpty(t *testing.T) {
	en, mistakes := messages.Parse("messages/en.yaml", "en", []byte("site: {skip: Skip, menu: Pages}\nsimulator: {remote: {ready: Ready}}\nward: {}\n"))
	require.Empty(t, mistakes)
	fr, mistakes := messages.Parse("messages/fr.yaml", "fr", []byte("site:\n  skip: Aller\n  menu:\nsimulator:\n  remote:\nward:\n"))
	require.Empty(t, mistakes)
	fr.Behind(en)
	assert.Equal(t, []string{"simulator.remote.ready", "site.menu"}, fr.Missing())
	found, err := fr.Find("site.menu")
	require.NoError(t, err)
	assert.True(t, found.Lent)
}
