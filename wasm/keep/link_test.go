package keep_test

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/units"
	"iddtestdrive/wasm/keep"
)

func TestALinkShowsTheSessionAndNothingPrivate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t)
		link, err := keep.Pack(k)
		require.NoError(t, err)
		require.Regexp(t, `^A[A-Za-z0-9_-]+$`, link)
		got, err := keep.Unpack(link)
		require.NoError(t, err)
		require.Equal(t, keep.Kept{Scenario: k.Scenario, Drive: k.Drive}, got)

		others, err := got.Replay()
		require.NoError(t, err)
		own, err := k.Replay()
		require.NoError(t, err)
		require.Equal(t, own.Digest(), others.Digest())
	})
}

func TestALinkThatWasChangedIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKept(t).Shared()
		link, err := keep.Pack(k)
		require.NoError(t, err)
		for range 10 {
			if got, err := keep.Unpack(string(edit(t, []byte(link)))); err == nil {
				require.Equal(t, k, got)
			} else {
				require.Contains(t, []string{"foreign", "newer", "damaged"}, refused(t, err))
			}
		}
	})
}

// packed makes a link of any text.
func packed(text string) string {
	var b bytes.Buffer
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(text))))
	w, _ := flate.NewWriter(&b, flate.BestCompression)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return "A" + base64.RawURLEncoding.EncodeToString(b.Bytes())
}

func TestALinkIsRefusedForWhatIsWrongWithIt(t *testing.T) {
	good := packed(firstHours)
	_, err := keep.Unpack(good)
	require.NoError(t, err, "another program's base64 is ours")
	for name, c := range map[string]struct{ link, why string }{
		"nothing":          {"", "foreign"},
		"another address":  {"s=1", "foreign"},
		"another letter":   {"a" + good[1:], "foreign"},
		"a later version":  {"B" + good[1:], "newer"},
		"a letter alone":   {"A", "damaged"},
		"a short one":      {"AAAAA", "damaged"},
		"a full stop":      {good + ".", "damaged"},
		"padding":          {good + "=", "damaged"},
		"more":             {good + "AAAA", "damaged"},
		"less":             {good[:len(good)-2], "damaged"},
		"a line end":       {good[:9] + "\n" + good[9:], "damaged"},
		"too long":         {strings.Repeat("A", keep.MaxLink+1), "link_too_long"},
		"a bomb":           {packed(strings.Repeat("\n", 20<<20)), "damaged"},
		"a diary":          {packed("# idd session note 1 1 1\n" + firstHours), "damaged"},
		"settings":         {packed("# idd session settings plain\n" + firstHours), "damaged"},
		"no scenario":      {packed("hello"), "mistake"},
		"a step too late":  {packed(strings.Replace(firstHours, "until", "steps: [{at: 3 d, do: stop}]\nuntil", 1)), "damaged"},
		"a kept session":   {packed(string(sealed(head2, firstHours+end))), "damaged"},
		"a wrong scenario": {packed(strings.Replace(firstHours, "3 mg/day", "3 mg", 1)), "mistake"},
	} {
		require.LessOrEqual(t, len(c.link), keep.MaxLink+1, name)
		_, err := keep.Unpack(c.link)
		assert.Equal(t, c.why, refused(t, err), name)
	}
}

// A link has one form: the bits that its last letter has to spare are 0.
func TestEveryLetterOfALinkCounts(t *testing.T) {
	tried := 0
	for n := range 3 {
		link := packed(strings.Repeat("#", n) + "\n" + firstHours)
		last := strings.IndexByte(alphabet, link[len(link)-1])
		if len(link)%4 == 1 {
			continue
		}
		tried++
		_, err := keep.Unpack(link[:len(link)-1] + alphabet[last^1:last^1+1])
		assert.Equal(t, "damaged", refused(t, err), "%d letters", len(link))
	}
	assert.Positive(t, tried)
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func TestABombIsNotUnpackedToItsEnd(t *testing.T) {
	bomb := packed(strings.Repeat("\n", 20<<20))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := keep.Unpack(bomb)
	runtime.ReadMemStats(&after)
	assert.Equal(t, "damaged", refused(t, err))
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(10*keep.MaxBytes))
}

func TestASessionTooLongForALinkIsSaidToBe(t *testing.T) {
	k := kept(t, firstHours)
	at := units.Instant(0)
	for i := range keep.MaxSteps {
		at += units.Instant(i * 7919 % 3_600_000)
		k.Scenario.Steps = append(k.Scenario.Steps, scenario.Step{At: at, Command: pump.RequestPatientBolus{}})
	}
	k.Scenario.Until = units.Span(at)
	_, err := keep.Pack(k)
	assert.Equal(t, "link_too_long", refused(t, err))
	file, err := keep.Write(k)
	require.NoError(t, err, "a file holds it")
	got, err := keep.Read(file)
	require.NoError(t, err)
	_, err = got.Replay()
	require.NoError(t, err)

	k.Scenario.Steps = k.Scenario.Steps[:3000]
	link, err := keep.Pack(k)
	require.NoError(t, err, "months of use fit")
	assert.Less(t, len(link), keep.MaxLink)
}
