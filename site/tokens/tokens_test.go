package tokens_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/site/theme"
	"iddtestdrive/site/tokens"
)

func ours(t *testing.T) tokens.Theme {
	t.Helper()
	css, err := theme.Files.ReadFile("tokens.css")
	require.NoError(t, err)
	set, err := tokens.Parse(css)
	require.NoError(t, err)
	return set
}

func TestEveryPairInUseKeepsItsContrastByDayAndByNight(t *testing.T) {
	set := ours(t)
	for name, colours := range map[string]tokens.Set{"day": set.Light, "night": set.Dark} {
		for _, p := range tokens.Pairs() {
			require.Contains(t, colours, p.Front)
			require.Contains(t, colours, p.Ground)
			ratio, err := tokens.Contrast(colours[p.Front], colours[p.Ground])
			require.NoError(t, err)
			assert.GreaterOrEqual(t, ratio, p.Least, "%s: %s on %s", name, p.Front, p.Ground)
		}
	}
}

// The canvas reads these names at run time.
const names = `
	paper paper-raised paper-sunk ink ink-soft ink-faint line
	teal teal-deep teal-soft on-teal coral coral-deep coral-soft on-coral
	amber amber-soft plum plum-soft drug drug-deep drug-soft
	skin skin-line bone bone-line fluid nerve metal metal-deep metal-soft device on-device focus`

func TestEveryColourIsPlainHexByDayAndByNight(t *testing.T) {
	set := ours(t)
	hex := regexp.MustCompile(`^#[0-9a-f]{6}$`)
	for _, name := range strings.Fields(names) {
		assert.Regexp(t, hex, set.Light[name], name)
		assert.Regexp(t, hex, set.Dark[name], name)
		assert.NotEqual(t, set.Light[name], set.Dark[name], "%s has no colour of its own by night", name)
	}
}

func TestSizesAndTimesAreThere(t *testing.T) {
	set := ours(t)
	for name, want := range map[string]string{
		"text-s": "1rem", "target": "48px", "leading": "1.5", "line-bold": "3px", "motion-fast": "140ms", "space-6": "2.5rem",
	} {
		assert.Equal(t, want, set.Light[name], name)
		assert.Equal(t, want, set.Dark[name], name)
	}
}

// A drawing's stretches of time, such as the remote's waiting times, tell by
// their fill alone what each of them is.
func TestStretchesOfADrawingStandApartFromTheirGroundByDayAndByNight(t *testing.T) {
	drawings, err := filepath.Glob("../../content/*/figures/lockout.svg")
	require.NoError(t, err)
	require.NotEmpty(t, drawings)
	set := ours(t)
	filled := regexp.MustCompile(`<(?:rect|path) class="fill-([a-z-]+)" (?:x="[^"]*" y="86"|d="M[0-9.]+ 86)`)
	lined := regexp.MustCompile(`<path class="line-([a-z-]+) w3" fill="none" d="M[0-9.]+ 116`)
	for _, name := range drawings {
		svg, err := os.ReadFile(name)
		require.NoError(t, err)
		var fills []string // the ground first, then what lies on it from left to right
		for _, m := range filled.FindAllSubmatch(svg, -1) {
			fills = append(fills, string(m[1]))
		}
		require.Greater(t, len(fills), 2, name)
		stripes := lined.FindSubmatch(svg)
		require.NotNil(t, stripes, name)
		for when, colours := range map[string]tokens.Set{"day": set.Light, "night": set.Dark} {
			apart := func(a, b string) {
				t.Helper()
				ratio, err := tokens.Contrast(colours[a], colours[b])
				require.NoError(t, err)
				assert.GreaterOrEqual(t, ratio, 3.0, "%s by %s: %s beside %s", name, when, a, b)
			}
			ground, last := fills[0], len(fills)-1
			for _, waiting := range fills[1:last] {
				apart(waiting, ground)
			}
			apart(fills[last-1], fills[last])
			apart(string(stripes[1]), fills[last])
		}
	}
}

func TestContrastIsThatOfTheStandard(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#777777", "#ffffff", 4.48},
		{"#ffffff", "#ffffff", 1},
		{"#0000ff", "#ffffff", 8.59},
	} {
		got, err := tokens.Contrast(c.a, c.b)
		require.NoError(t, err)
		assert.InDelta(t, c.want, got, 0.005, "%s on %s", c.a, c.b)
	}
	_, err := tokens.Contrast("#fff", "#000000")
	assert.Error(t, err)
}

func TestNightSetsThatDifferAreRefused(t *testing.T) {
	const head = ":root { --ink: #000000; } @media (x) { :root:not([data-theme=light]) { --ink: #ffffff; } } "
	_, err := tokens.Parse([]byte(head + ":root[data-theme=dark] { --ink: #ffffff; }"))
	assert.NoError(t, err)
	_, err = tokens.Parse([]byte(head + ":root[data-theme=dark] { --ink: #fffffe; }"))
	assert.ErrorContains(t, err, "differ")
	_, err = tokens.Parse([]byte(head))
	assert.ErrorContains(t, err, "no rule")
}
