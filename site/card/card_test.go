package card_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/card"
	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

func light(t testing.TB) tokens.Set {
	t.Helper()
	css, err := theme.Files.ReadFile("tokens.css")
	require.NoError(t, err)
	set, err := tokens.Parse(css)
	require.NoError(t, err)
	return set.Light
}

func artist(t testing.TB) *card.Artist {
	t.Helper()
	icon, err := theme.Files.ReadFile("pictures/icon.svg")
	require.NoError(t, err)
	a, err := card.New(icon, light(t))
	require.NoError(t, err)
	return a
}

const tagline = "learn how a pain pump works by using one"

func drawn(t *testing.T, title, name string) image.Image {
	t.Helper()
	data, err := artist(t).Card(title, name, tagline)
	require.NoError(t, err)
	picture, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	return picture
}

// inked counts the points of a stretch of lines that are not paper.
func inked(picture image.Image, from, to int) int {
	n := 0
	paper := picture.At(0, 0)
	for y := from; y < to; y++ {
		for x := range card.Width {
			if picture.At(x, y) != paper {
				n++
			}
		}
	}
	return n
}

func TestACardHasTheTitleTheNameAndTheMarkInTheThemesColours(t *testing.T) {
	picture := drawn(t, "The personal remote (myPTM)", "IDD Test Drive")
	assert.Equal(t, image.Rect(0, 0, card.Width, card.Height), picture.Bounds())
	assert.Equal(t, light(t)["paper"], hex(picture.At(0, 0)))
	assert.Equal(t, light(t)["drug"], hex(picture.At(140, 130)), "the drop in the mark")
	assert.Equal(t, light(t)["teal"], hex(picture.At(600, 220)), "the line under the head")
	assert.Greater(t, inked(picture, 250, 520), 5000, "the title")
	assert.Greater(t, inked(picture, 530, 620), 2000, "the tagline")
	without := drawn(t, "The personal remote (myPTM)", "")
	assert.Greater(t, inked(picture, 0, 200), inked(without, 0, 200), "the name")
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	const digits = "0123456789abcdef"
	out := []byte("#")
	for _, v := range []uint32{r >> 8, g >> 8, b >> 8} {
		out = append(out, digits[v>>4], digits[v&15])
	}
	return string(out)
}

func TestTheSameWordsGiveTheSameBytes(t *testing.T) {
	one, err := artist(t).Card("A title", "A name", tagline)
	require.NoError(t, err)
	a := artist(t)
	_, err = a.Card("Another one", "A name", tagline)
	require.NoError(t, err)
	two, err := a.Card("A title", "A name", tagline)
	require.NoError(t, err)
	assert.Equal(t, one, two)
	other, err := a.Card("A titel", "A name", tagline)
	require.NoError(t, err)
	assert.NotEqual(t, one, other)
}

func TestALongTitleStaysInsideItsPlace(t *testing.T) {
	long := "What an intrathecal pump is, what it does all day long, and what it never does"
	picture := drawn(t, long, "IDD Test Drive")
	paper := picture.At(0, 0)
	for y := 240; y < card.Height; y++ {
		for _, x := range []int{40, 70, card.Width - 70, card.Width - 40} {
			require.Equal(t, paper, picture.At(x, y))
		}
	}
	assert.Greater(t, inked(picture, 250, 520), 10000)
}

func TestLettersThatTheFontLacksAreLeftOutWithTheirTitle(t *testing.T) {
	picture := drawn(t, "投薬ポンプ", "IDD Test Drive")
	assert.Zero(t, inked(picture, 250, 520))
	assert.Positive(t, inked(drawn(t, "Лечение боли, το φάρμακο, naïveté", "x"), 250, 520))
}

func TestTheSignIsTheMarkOnPaper(t *testing.T) {
	data, err := artist(t).Sign()
	require.NoError(t, err)
	picture, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, image.Rect(0, 0, card.Side, card.Side), picture.Bounds())
	assert.Equal(t, light(t)["paper"], hex(picture.At(2, 2)))
	assert.Equal(t, light(t)["drug"], hex(picture.At(90, 100)))
	assert.Equal(t, light(t)["teal-deep"], hex(picture.At(20, 90)))
}

func TestAnIconThatCannotBeDrawnIsRefused(t *testing.T) {
	for svg, said := range map[string]string{
		`<svg viewBox="0 0 4 4"><rect fill="#000000"/></svg>`:                         "a shape that cannot be drawn: rect",
		`<svg viewBox="0 0 4 5"/>`:                                                    "no viewBox",
		`<svg viewBox="0 0 4 4"><path fill="#000000" d="M1 1a2 2"/></svg>`:            "M, L, C and Z",
		`<svg viewBox="0 0 4 4"><path fill="#000000" d="M1"/></svg>`:                  "M takes 2 numbers, not 1",
		`<svg viewBox="0 0 4 4"><path fill="#000000" d="M1 x"/></svg>`:                "not a number",
		`<svg viewBox="0 0 4 4"><circle fill="red" r="1"/></svg>`:                     "not a colour",
		`<svg viewBox="0 0 4 4"><circle fill="#000000" r="1"/>`:                       "the icon:",
		`<svg viewBox="0 0 4 4"><path fill="#000000" d="1 1M1 1"/></svg>`:             "M, L, C and Z",
		`<svg viewBox="0 0 4 4"><path fill="#000000" d="M1 1L2 2 3 3L1 1Z"/></svg>`:   "L takes 2 numbers, not 4",
		`<svg viewBox="0 0 4 4"><path fill="#000000" d="M1 1C1 1 1 1 1 1ZL1"/></svg>`: "L takes 2 numbers",
	} {
		_, err := card.New([]byte(svg), light(t))
		assert.ErrorContains(t, err, said, svg)
	}
}

func BenchmarkACard(b *testing.B) {
	a := artist(b)
	size := 0
	for b.Loop() {
		data, err := a.Card("What an intrathecal pump is, and what it is not", "IDD Test Drive", tagline)
		if err != nil {
			b.Fatal(err)
		}
		size = len(data)
	}
	b.ReportMetric(float64(size), "bytes/card")
	if file := os.Getenv("CARD"); file != "" {
		_ = os.WriteFile(file, must(a.Card("What an intrathecal pump is, and what it is not", "IDD Test Drive", tagline)), 0o600)
		_ = os.WriteFile(file+"-sign.png", must(a.Sign()), 0o600)
	}
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

// Cards from earlier builds stay as long as their version does: when this fails
// because cards are drawn otherwise, count the number drawing in card.go on.
func TestCardsOfOneVersionAreDrawnInOneWay(t *testing.T) {
	a := artist(t)
	data, err := a.Card("The personal remote (myPTM)", "IDD Test Drive", tagline)
	require.NoError(t, err)
	picture, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	points := sha256.Sum256(picture.(*image.Paletted).Pix)
	assert.True(t, strings.HasPrefix(a.Version(), "1 "))
	assert.Equal(t, "5bf197fb1b44102c", fmt.Sprintf("%x", points[:8]))
	assert.Equal(t, a.Version(), artist(t).Version())
}
