package reference_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/reference"
)

const good = `trial2002:
  title: A trial
  by: Some people
  where: A journal
  year: 2002
  url: https://example.org/trial
  kind: study
  about: Few people.
guide:
  title: A guide
  by: The maker
  kind: manual
  note: It is printed only.
  about: It praises.
`

func TestReferencesAreRead(t *testing.T) {
	l, mistakes := reference.Parse("references.yaml", []byte(good))
	require.Empty(t, mistakes)
	r, err := l.Get("trial2002")
	require.NoError(t, err)
	assert.Equal(t, reference.Reference{Key: "trial2002", Title: "A trial", By: "Some people", Where: "A journal", Year: "2002",
		URL: "https://example.org/trial", Kind: "study", About: "Few people."}, r)
	assert.Equal(t, "Some people 2002", r.Short())
	assert.Equal(t, "Some people", reference.Reference{By: "Some people, of the maker"}.Short())
	_, err = l.Get("trail2002")
	assert.EqualError(t, err, `references.yaml has no source "trail2002"; did you mean "trial2002"?`)
	_, err = l.Get("nothing-like-it")
	assert.EqualError(t, err, `references.yaml has no source "nothing-like-it"`)
}

func TestSourcesOfAKindComeByAuthorAndYear(t *testing.T) {
	src := ""
	for _, s := range []string{"c Zoe 2001", "a adam 2002", "b Adam 2001"} {
		f := strings.Fields(s)
		src += f[0] + ": {title: T, by: " + f[1] + ", year: " + f[2] + ", kind: study, about: A., note: N.}\n"
	}
	l, mistakes := reference.Parse("references.yaml", []byte(src))
	require.Empty(t, mistakes)
	var keys []string
	for _, r := range l.Of("study") {
		keys = append(keys, r.Key)
	}
	assert.Equal(t, []string{"b", "a", "c"}, keys)
	assert.Empty(t, l.Of("label"))
}

func TestASourceMayHaveSeveralAddressesTheMostLastingFirst(t *testing.T) {
	for written, want := range map[string][]reference.Place{
		"doi: 10.1200/JCO.2002.02.118":      {{"https://doi.org/10.1200/JCO.2002.02.118", "doi:10.1200/JCO.2002.02.118"}},
		"doi: 10.1016/0304-3959(83)90100-8": {{"https://doi.org/10.1016/0304-3959(83)90100-8", "doi:10.1016/0304-3959(83)90100-8"}},
		"url: https://www.example.org/?a=b&c=d\n  pmid: 12351602\n  doi: 10.1000/456": {{"https://doi.org/10.1000/456", "doi:10.1000/456"},
			{"https://pubmed.ncbi.nlm.nih.gov/12351602/", "PubMed 12351602"}, {"https://www.example.org/?a=b&c=d", "example.org"}},
		"note: None.": nil,
	} {
		l, mistakes := reference.Parse("references.yaml", []byte(strings.Replace(good, "url: https://example.org/trial", written, 1)))
		require.Empty(t, mistakes, written)
		r, err := l.Get("trial2002")
		require.NoError(t, err)
		assert.Equal(t, want, r.Places(), written)
	}
}

// Each case changes one line of the good file, and says where the mistake must
// be and what must be said of it.
const cases = `
trial2002:                     | Trial2002:                            | 1:1  | "Trial2002" is not a key
trial2002:                     | trial_2002:                           | 1:1  | "trial_2002" is not a key
trial2002:                     | guide:                                | 9:1  | not valid YAML
title: A trial                 |                                       | 3:3  | the key "title" is missing
title: A trial                 | title: [a]                            | 2:10 | "title" is a list, not text
by: Some people                | bye: Some people                      | 3:3  | unknown key "bye"
year: 2002                     | year: 20022                           | 5:9  | "year" is 20022
kind: study                    | kind: studies                         | 7:9  | unknown kind "studies"
kind: study                    |                                       | 2:3  | the key "kind" is missing
about: Few people.             |                                       | 2:3  | the key "about" is missing
about: Few people.             | about: *                              | 8:10 | the text has 161 characters
note: It is printed only.      |                                       | 9:1  | the source "guide" has no address
url: https://example.org/trial | url: http://example.org               | 6:8  | not a web address
url: https://example.org/trial | url: javascript:alert(1)              | 6:8  | not a web address
url: https://example.org/trial | url: https://example                  | 6:8  | not a web address
url: https://example.org/trial | url: https://me@example.org/a         | 6:8  | not a web address
url: https://example.org/trial | url: https://example.org/a b          | 6:8  | not a web address
url: https://example.org/trial | url: https://example.org/ü            | 6:8  | not a web address
url: https://example.org/trial | url: https://doi.org/10.1000/a        | 6:3  | write doi: 10.1000/a
url: https://example.org/trial | url: https://pubmed.ncbi.nlm.nih.gov/1/ | 6:3  | write pmid: 1
url: https://example.org/trial | doi: https://doi.org/10.1000/a        | 6:8  | not a DOI: "https://doi.org/10.1000/a"
url: https://example.org/trial | doi: doi:10.1000/a                    | 6:8  | not a DOI
url: https://example.org/trial | doi: 10.1000                          | 6:8  | not a DOI: "10.1000"
url: https://example.org/trial | doi: 10.1000/                         | 6:8  | not a DOI
url: https://example.org/trial | doi: 10.1000/a.                       | 6:8  | not a DOI
url: https://example.org/trial | doi: 10.1000/a b                      | 6:8  | not a DOI
url: https://example.org/trial | doi: 10.1000/a?b=c                    | 6:8  | not a DOI
url: https://example.org/trial | doi: 11.1000/a                        | 6:8  | not a DOI
url: https://example.org/trial | doi: [10.1000/a]                      | 6:8  | "doi" is a list, not text
url: https://example.org/trial | pmid: PMID 12351602                   | 6:9  | not a number of PubMed: "PMID 12351602"
url: https://example.org/trial | pmid: 012351602                       | 6:9  | not a number of PubMed
url: https://example.org/trial | pmid: 123456789                       | 6:9  | not a number of PubMed
url: https://example.org/trial | pmid: -1                              | 6:9  | not a number of PubMed
url: https://example.org/trial | pmid: 0                               | 6:9  | not a number of PubMed
`

func TestAMistakeHasItsPlace(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		f := strings.Split(line, "|")
		require.Len(t, f, 4, line)
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		changed := strings.Replace(f[1], "*", strings.Repeat("x", reference.MaxAbout+1), 1)
		_, mistakes := reference.Parse("references.yaml", []byte(strings.Replace(good, f[0], changed, 1)))
		require.NotEmpty(t, mistakes, line)
		assert.Contains(t, mistakes.Err().Error(), "references.yaml:"+f[2], line)
		assert.Contains(t, mistakes.Err().Error(), f[3], line)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("a: [b, {c: d}]\n"))
	f.Add([]byte("? a\n: b\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		l, mistakes := reference.Parse("references.yaml", src)
		for _, m := range mistakes {
			assert.NotEmpty(t, m.Error())
		}
		for _, k := range reference.Kinds {
			for _, r := range l.Of(k) {
				assert.NotEmpty(t, r.Key)
			}
		}
	})
}
