package tokens_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

func TestOwnColoursTakeThePlaceOfTheThemesByDayAndByNight(t *testing.T) {
	css, err := theme.Files.ReadFile("tokens.css")
	require.NoError(t, err)
	changed, err := tokens.Replace(css, tokens.Theme{Light: tokens.Set{"teal": "#123456"}, Dark: tokens.Set{"teal": "#abcdef", "focus": "#ffffff"}})
	require.NoError(t, err)
	want := ours(t)
	want.Light["teal"] = "#123456"
	want.Dark["teal"], want.Dark["focus"] = "#abcdef", "#ffffff"
	got, err := tokens.Parse(changed)
	require.NoError(t, err)
	assert.Equal(t, want, got)
	_, err = tokens.Replace(css, tokens.Theme{Light: tokens.Set{"pink": "#ffc0cb"}})
	assert.ErrorContains(t, err, "has no --pink")
	same, err := tokens.Replace(css, tokens.Theme{})
	require.NoError(t, err)
	assert.Equal(t, string(css), string(same))
}

func TestTheNearestColourKeepsEveryPairAndIsNoFurtherAwayThanItMustBe(t *testing.T) {
	set := ours(t).Light
	near, ok := tokens.Nearest("teal", set)
	assert.True(t, ok)
	assert.Equal(t, set["teal"], near, "a colour that does is its own nearest")

	set["ink-faint"] = "#8a9ca0"
	near, ok = tokens.Nearest("ink-faint", set)
	require.True(t, ok)
	least := math.Inf(1)
	for _, ground := range []string{"paper", "paper-raised", "paper-sunk"} {
		ratio, err := tokens.Contrast(near, set[ground])
		require.NoError(t, err)
		least = min(least, ratio)
	}
	assert.GreaterOrEqual(t, least, 4.5)
	assert.Less(t, least, 4.6)

	set["paper"] = "#777777"
	_, ok = tokens.Nearest("ink-soft", set)
	assert.False(t, ok, "nothing stands out from both a grey paper and a white one")
}
