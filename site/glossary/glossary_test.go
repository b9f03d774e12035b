package glossary_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/glossary"
)

const good = `lockout:
  word: Lockout
  plain: A wait.
  exact: An interval.
  also: [lockouts, minimum interval]
  see: [catheter-tip]
  sources: [trial]
catheter-tip:
  word: end of the catheter
  plain: Where it ends.
  exact: The distal end.
`

func source(key string) error {
	if key != "trial" {
		return fmt.Errorf("there is no source %q", key)
	}
	return nil
}

func TestAWordIsFoundByAnyOfItsForms(t *testing.T) {
	g, mistakes := glossary.Parse("en/glossary.yaml", []byte(good), source)
	require.Empty(t, mistakes)
	for form, key := range map[string]string{
		"lockout": "lockout", "LOCKOUTS": "lockout", " Minimum  interval ": "lockout",
		"catheter-tip": "catheter-tip", "catheter tip": "catheter-tip", "End of the catheter": "catheter-tip",
	} {
		w, err := g.Find(form)
		require.NoError(t, err, form)
		assert.Equal(t, key, w.Key, form)
	}
	assert.Equal(t, glossary.Word{Key: "lockout", Word: "Lockout", Plain: "A wait.", Exact: "An interval.", See: []string{"catheter-tip"}, Sources: []string{"trial"}}, g.Words[0])
	_, err := g.Find("lokcout")
	assert.EqualError(t, err, `the glossary has no word "lokcout"; did you mean "lockout"?`)
	_, err = g.Find("pump")
	assert.EqualError(t, err, `the glossary has no word "pump"`)
}

// Each case changes one line of the good file, and says where the mistake must
// be and what must be said of it.
const cases = `
lockout:                           | lock_out:                          | 1:1  | "lock_out" is not a key
word: Lockout                      | words: Lockout                     | 2:3  | unknown key "words"
plain: A wait.                     |                                    | 2:3  | the key "plain" is missing
plain: A wait.                     | plain: *                           | 3:10 | "plain" has 141 characters
exact: An interval.                | exact: [a]                         | 4:10 | "exact" is a list, not text
also: [lockouts, minimum interval] | also: lockouts                     | 5:9  | "also" is text, not a list
also: [lockouts, minimum interval] | also: [lockouts, Lockouts]         | 5:20 | the form "Lockouts" is one already
also: [lockouts, minimum interval] | also: [catheter tip]               | 8:1  | the form "catheter tip" belongs to the word "lockout"
word: end of the catheter          | word: minimum interval             | 8:1  | the form "minimum interval" belongs to the word "lockout"
see: [catheter-tip]                | see: [cathetertip]                 | 6:9  | did you mean "catheter-tip"?
see: [catheter-tip]                | see: [lockout]                     | 6:9  | the word "lockout" names itself
sources: [trial]                   | sources: [trail]                   | 7:13 | there is no source "trail"
`

func TestAMistakeHasItsPlace(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		f := strings.Split(line, "|")
		require.Len(t, f, 4, line)
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		changed := strings.Replace(f[1], "*", strings.Repeat("x", glossary.MaxPlain+1), 1)
		_, mistakes := glossary.Parse("en/glossary.yaml", []byte(strings.Replace(good, f[0], changed, 1)), source)
		require.NotEmpty(t, mistakes, line)
		assert.Contains(t, mistakes.Err().Error(), "en/glossary.yaml:"+f[2], line)
		assert.Contains(t, mistakes.Err().Error(), f[3], line)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("a: [b, {c: d}]\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		g, mistakes := glossary.Parse("en/glossary.yaml", src, source)
		for _, m := range mistakes {
			assert.NotEmpty(t, m.Error())
		}
		for _, w := range g.Words {
			_, err := g.Find(w.Key)
			assert.NoError(t, err)
		}
	})
}
