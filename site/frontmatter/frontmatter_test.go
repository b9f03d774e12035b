package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/frontmatter"
)

const good = `---
title: The personal remote
description: What it does.
audience: patients
order: 20
reviewed: 2026-03-02
next_review: 2027-03-02
sources: [trial2002, guide]
translations:
  fr: telecommande.md
---
## The text
`

func TestFrontMatterIsRead(t *testing.T) {
	p, body, mistakes := frontmatter.Parse("en/a.md", []byte(good))
	require.Empty(t, mistakes)
	assert.Equal(t, "## The text\n", good[body:])
	assert.Equal(t, "The personal remote", p.Title)
	assert.Equal(t, "What it does.", p.Description)
	assert.Equal(t, frontmatter.Patients, p.Audience)
	assert.Equal(t, 20, p.Order)
	assert.Equal(t, "2026-03-02", p.Reviewed.String())
	assert.Equal(t, "2027-03-02", p.NextReview.String())
	assert.Equal(t, []frontmatter.Source{{Key: "trial2002", Line: 8, Column: 11}, {Key: "guide", Line: 8, Column: 22}}, p.Sources)
	assert.Equal(t, []frontmatter.Translation{{Language: "fr", Path: "telecommande.md"}}, p.Translations)
}

func TestLinesMayEndAsOnWindows(t *testing.T) {
	p, body, mistakes := frontmatter.Parse("en/a.md", []byte(strings.ReplaceAll(good, "\n", "\r\n")))
	require.Empty(t, mistakes)
	assert.Equal(t, "The personal remote", p.Title)
	assert.Equal(t, "## The text", strings.TrimSpace(strings.ReplaceAll(good, "\n", "\r\n")[body:]))
}

// Each case changes one line of the good front matter, and says where the
// mistake must be and what must be said of it.
const cases = `
title: The personal remote | titel: The personal remote        | 2:1  | unknown key "titel"
title: The personal remote |                                   | 3:1  | the key "title" is missing
title: The personal remote | title:                            | 2:1  | "title" is empty, not text
title: The personal remote | title: [a, b]                     | 2:8  | "title" is a list, not text
title: The personal remote | title: "a                         | 2:8  | not valid YAML
title: The personal remote | title: *a                         | 2:8  | "title" is an anchor, alias or tag, not text
title: The personal remote | title: &a b                       | 2:8  | "title" is an anchor, alias or tag, not text
title: The personal remote | title: !!str b                    | 2:8  | "title" is an anchor, alias or tag, not text
order: 20                  | title: Again                      | 5:1  | not valid YAML
order: 20                  | section: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | 5:10 | the text has 41 characters
order: 20                  | section: [a]                      | 5:10 | "section" is a list
audience: patients         | audience: patient                 | 4:11 | unknown audience "patient"
audience: patients         | audience: {a: b}                  | 4:11 | "audience" is a group of keys, not text
order: 20                  | order: -1                         | 5:8  | "order" is -1
order: 20                  | order: first                      | 5:8  | "order" is text
order: 20                  | order: 1.5                        | 5:8  | "order" is a number
order: 20                  | order: 99999999999999999999       | 5:8  | "order" is
reviewed: 2026-03-02       | reviewed: 2.3.2026                | 6:11 | not a date: "2.3.2026"
reviewed: 2026-03-02       | reviewed: 2026-02-30              | 6:11 | not a date: "2026-02-30"
next_review: 2027-03-02    | next_review: 2026-03-02           | 7:14 | next_review is not after reviewed
fr: telecommande.md        | fr: ../en/a.md                    | 10:7 | not a page of that language
fr: telecommande.md        | fr: /etc/passwd                   | 10:7 | not a page of that language
sources: [trial2002, guide] | sauces: [guide]                   | 8:1  | unknown key "sauces"
sources: [trial2002, guide] | sources: guide                    | 8:10 | "sources" is text, not a list
sources: [trial2002, guide] | sources: [{title: A trial}]       | 8:11 | "sources" is a group of keys, not text
sources: [trial2002, guide] | sources: [guide, guide]           | 8:18 | the source "guide" is named twice
`

func TestAMistakeInFrontMatterHasItsPlace(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		f := strings.Split(line, "|")
		require.Len(t, f, 4, line)
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		src := strings.Replace(good, f[0], f[1], 1)
		require.NotEqual(t, good, src, line)
		_, _, mistakes := frontmatter.Parse("en/a.md", []byte(src))
		require.NotEmpty(t, mistakes, line)
		assert.Contains(t, mistakes.Err().Error(), "en/a.md:"+f[2], line)
		assert.Contains(t, mistakes.Err().Error(), f[3], line)
	}
}

func TestAPageMayStandInASectionUnlessItIsForEveryone(t *testing.T) {
	src := strings.Replace(good, "order: 20", "section: Living with it", 1)
	p, _, mistakes := frontmatter.Parse("en/a.md", []byte(src))
	require.Empty(t, mistakes)
	assert.Equal(t, "Living with it", p.Section)
	_, _, mistakes = frontmatter.Parse("en/a.md", []byte(strings.Replace(src, "patients", "everyone", 1)))
	assert.ErrorContains(t, mistakes.Err(), "en/a.md:5:1: a page for everyone has no section")
}

func TestAllMistakesAreFoundAtOnce(t *testing.T) {
	src := "---\ntitel: A\naudience: people\nreviewed: soon\n---\n"
	_, _, mistakes := frontmatter.Parse("en/a.md", []byte(src))
	assert.Len(t, mistakes, 6, "%v", mistakes.Err())
}

func TestAPageNeedsFrontMatter(t *testing.T) {
	for src, said := range map[string]string{
		"":                                     "does not begin with front matter",
		"# Title\n":                            "does not begin with front matter",
		" ---\ntitle: A\n---\n":                "does not begin with front matter",
		"---\ntitle: A\n":                      "no closing line",
		"---":                                  "no closing line",
		"---\n---\n":                           `the key "title" is missing`,
		"---\n- a\n---\n":                      "not a list of keys and values",
		"---\n\x00\n---\n":                     "",
		"---\ntitle: A\n...\nb: c\n---\n---\n": "",
	} {
		_, _, mistakes := frontmatter.Parse("en/a.md", []byte(src))
		if assert.NotEmpty(t, mistakes, "%q", src) {
			assert.Contains(t, mistakes.Err().Error(), said, "%q", src)
		}
	}
}

func TestTextsHaveBounds(t *testing.T) {
	src := strings.Replace(good, "What it does.", strings.Repeat("é", frontmatter.MaxDescription), 1)
	_, _, mistakes := frontmatter.Parse("en/a.md", []byte(src))
	assert.Empty(t, mistakes)
	src = strings.Replace(good, "What it does.", strings.Repeat("é", frontmatter.MaxDescription+1), 1)
	_, _, mistakes = frontmatter.Parse("en/a.md", []byte(src))
	require.Len(t, mistakes, 1)
	assert.Contains(t, mistakes[0].What, "201 characters")
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("---\na: [b, {c: d}]\n---\n"))
	f.Add([]byte("---\n? a\n: b\n---\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		_, body, mistakes := frontmatter.Parse("a.md", src)
		assert.LessOrEqual(t, body, len(src))
		for _, m := range mistakes {
			assert.NotEmpty(t, m.Error())
		}
	})
}
