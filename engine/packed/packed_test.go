package packed_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/packed"
)

func TestATextComesBackAndNothingElseDoes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.SliceOfN(rapid.Byte(), 0, 400).Draw(r, "text")
		letters := packed.Pack(text)
		back, ok := packed.Unpack(letters, len(text))
		require.True(r, ok)
		require.Equal(r, string(text), string(back))
		require.Regexp(r, `^[A-Za-z0-9_-]+$`, letters, "it stands in an address as it is")

		i := rapid.IntRange(0, len(letters)-1).Draw(r, "at")
		other := rapid.SampledFrom(strings.Split("AZaz09-_=. ", "")).Draw(r, "letter")
		if changed := letters[:i] + other + letters[i+1:]; changed != letters {
			same, ok := packed.Unpack(changed, len(text))
			require.True(r, !ok || string(same) == string(text), "another text came back")
		}
		_, ok = packed.Unpack(letters[:i], len(text))
		require.False(r, ok, "cut short")
		_, ok = packed.Unpack(letters+"A", len(text))
		require.False(r, ok, "longer")
		if len(text) > 0 {
			_, ok = packed.Unpack(letters, len(text)-1)
			require.False(r, ok, "more than is wanted")
		}
	})
}

// A few letters that would become very much are not unpacked to their end.
func TestWhatWouldBecomeVeryMuchIsRefused(t *testing.T) {
	letters := packed.Pack(make([]byte, 64<<20))
	assert.Less(t, len(letters), 100_000)
	text, ok := packed.Unpack(letters, 1000)
	assert.False(t, ok)
	assert.LessOrEqual(t, len(text), 1001)
}

func FuzzUnpack(f *testing.F) {
	f.Add(packed.Pack([]byte("a text")))
	f.Add("")
	f.Fuzz(func(t *testing.T, letters string) {
		if text, ok := packed.Unpack(letters, 1<<16); ok {
			back, ok := packed.Unpack(packed.Pack(text), 1<<16)
			require.True(t, ok)
			require.Equal(t, string(text), string(back))
		}
	})
}
