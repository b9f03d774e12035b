package markdown_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/markdown"
)

const proseSource = "---\ntitle: A\n---\n" + `## Your *new* pump

It gives **0.3 mL** & more [@smith2002]. Not ` + "`code`" + `, not https://example.org, not ![a picture](photo.png).
Read [the page](other.md) of [[lockout|the wait]].[^1]

::: warning title="Take care"
- Two \* words &amp; a star
- ` + "`only code`" + `

  A second paragraph.
:::

::: ask
- Why *me*?
:::

| Number | Text |
|---|---|
| 12 | Cells that end like a sentence are read. |
| 13 | Others |

` + "```\nA block of code.\n```" + `

[^1]: A note.
`

func prose(wanted bool) markdown.Body {
	source := markdown.Source{File: "en/page.md", Text: []byte(proseSource), Body: strings.Index(proseSource, "## "), WantProse: wanted}
	return markdown.New(markdown.Blocks()...).Convert(source, surroundings())
}

func TestTheRunningTextIsGatheredWhereItIsWanted(t *testing.T) {
	body := prose(true)
	require.Empty(t, body.Mistakes)
	var texts []string
	for _, p := range body.Prose {
		texts = append(texts, p.Text)
	}
	assert.Equal(t, []string{
		"Your new pump",
		"It gives 0.3 mL & more . Not , not , not . Read the page of the wait.",
		"Take care",
		"Two * words & a star", "A second paragraph.",
		"Why me?",
		"Cells that end like a sentence are read.",
		"A note.",
	}, texts)
	assert.Equal(t, []string{"the wait"}, body.Explained)
	assert.Empty(t, prose(false).Prose)
}

func TestEveryPartOfTheRunningTextKnowsItsPlaceInTheFile(t *testing.T) {
	for _, p := range prose(true).Prose {
		for _, word := range []string{"Your", "new", "pump", "gives", "0.3", "Read", "page", "wait", "Take", "second", "Why", "Cells", "note"} {
			if at := strings.Index(p.Text, word); at >= 0 {
				assert.Equal(t, strings.Index(proseSource, word), p.Offset(at), word)
			}
		}
	}
}
