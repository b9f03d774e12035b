package practice_test

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/practice"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// packed is the code that a text has.
func packed(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(text))))
	w, err := flate.NewWriter(&b, flate.BestCompression)
	require.NoError(t, err)
	_, err = w.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return "p1." + base64.RawURLEncoding.EncodeToString(b.Bytes())
}

// replayed does an attempt again from its code and holds the two against each
// other.
func replayed(t require.TestingT, a *practice.Attempt, c *practice.Case, again func(code string) (*practice.Attempt, error)) {
	code := a.Code()
	require.LessOrEqual(t, len(code), practice.MaxCode)
	require.Regexp(t, `^p1\.[A-Za-z0-9_-]+$`, code)
	name, err := practice.CaseOf(code)
	require.NoError(t, err)
	require.Equal(t, c.Name, name)
	b, err := again(code)
	require.NoError(t, err)
	require.Equal(t, a.Acts(), b.Acts())
	require.Equal(t, a.Score(), b.Score())
	require.Equal(t, a.Session().Digest(), b.Session().Digest())
	require.Equal(t, a.Session().Now(), b.Session().Now())
	require.Equal(t, code, b.Code())
}

func TestACodeWithMoreOrOtherLettersIsRefused(t *testing.T) {
	c, world := parse(t, level), scenarioOf(t, refill)
	a := told(t, level, "{do: ask, about: pain}, "+inside)
	code := a.Code()
	for _, more := range []string{"A", "AA", "AAA", "AAAA", "AAAAAAAA", "_", "=", "==", ".", " ", "%", code, code[3:]} {
		_, err := practice.Replay(c, world, code+more)
		assert.ErrorIs(t, err, practice.ErrDamagedCode, more)
		_, err = practice.CaseOf(code + more)
		assert.ErrorIs(t, err, practice.ErrDamagedCode, more)
	}
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	harmless := 0 // changes of bits that fill up a byte
	for at := len("p1."); at < len(code); at++ {
		for _, other := range letters {
			changed := code[:at] + string(other) + code[at+1:]
			b, err := practice.Replay(c, world, changed)
			if err != nil {
				require.ErrorIs(t, err, practice.ErrDamagedCode, changed)
				continue
			}
			require.Equal(t, a.Acts(), b.Acts(), changed)
			harmless++
		}
	}
	assert.LessOrEqual(t, harmless, len(code)+len(letters))

	// The last letter counts whole, however many bits of it are needed.
	lengths := map[int]bool{}
	for _, about := range practice.Topics {
		code := told(t, level, "{do: ask, about: "+about+"}").Code()
		lengths[len(code[3:])%4] = true
		for _, other := range strings.ReplaceAll(letters, code[len(code)-1:], "") {
			_, err := practice.Replay(c, world, code[:len(code)-1]+string(other))
			require.ErrorIs(t, err, practice.ErrDamagedCode, code)
		}
	}
	assert.Len(t, lengths, 3)
}

func TestWhatIsNoCodeIsRefused(t *testing.T) {
	c, world := parse(t, level), scenarioOf(t, refill)
	for _, code := range []string{"", "p", "p1", "p2.AAAA", "hello", " " + told(t, level, look).Code(), "p1." + strings.Repeat("A", practice.MaxCode)} {
		_, err := practice.Replay(c, world, code)
		assert.ErrorIs(t, err, practice.ErrNotACode)
	}
	for _, code := range []string{"p1.", "p1.AAA", "p1.AAAAAA", "p1.AAAAAAAAAAAA", "p1.ä", packed(t, "\x00"), packed(t, "a: [")} {
		_, err := practice.Replay(c, world, code)
		assert.ErrorIs(t, err, practice.ErrDamagedCode, code)
	}
	for text, said := range map[string]string{
		"seed: 1":        "case: the key is missing",
		"case: Any Case": "this is not a plain name",
		"case: a-case":   "the attempt does not fit this edition of the case: the code:1:1: seed: the key is missing",
		"{case: a-case, seed: 18446744073709551616}":                             "the number is too large",
		"{case: a-case, seed: 1, with: luck}":                                    "with: the key is not known here",
		"{case: a-case, seed: 1, acts: []}":                                      "0 acts stand here",
		"{case: a-case, seed: 1, acts: [{do: ask, about: weather}]}":             `acts.1.about: found "weather"`,
		"{case: a-case, seed: 1, acts: [{do: draw_up, vial: eleven}]}":           `acts.1.vial: found "eleven"`,
		"{case: a-case, seed: 1, acts: [{do: interrogate}, {do: empty}]}":        "act 2: empty is impossible now: no_needle",
		"{case: a-case, seed: 1, acts: [{do: wait, for: 5 d}]}":                  "act 1: wait is impossible now: over",
		"case: a-case\nseed: 1\nacts:\n" + strings.Repeat("- {do: stop}\n", 401): "401 acts stand here",
	} {
		_, err := practice.Replay(c, world, packed(t, text))
		assert.ErrorContains(t, err, said)
	}
}

// TestACodeThatGrowsWithoutEndIsRefusedEarly: 16 MiB that are made small to less
// than a code may have.
func TestACodeThatGrowsWithoutEndIsRefusedEarly(t *testing.T) {
	c, world := parse(t, level), scenarioOf(t, refill)
	bomb := packed(t, strings.Repeat(" ", 16<<20))
	require.Less(t, len(bomb), practice.MaxCode)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := practice.Replay(c, world, bomb)
	runtime.ReadMemStats(&after)
	assert.ErrorIs(t, err, practice.ErrDamagedCode)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(4<<20), "bytes of memory")
}

func TestAnAttemptOfAsManyActsAsThereCanBeHasACode(t *testing.T) {
	c, world := parse(t, level), scenarioOf(t, refill)
	for _, act := range []practice.Act{
		{Verb: practice.CheckIt, Word: "second_person"},
		{Verb: practice.Wait, For: 13*units.Minute + 59*units.Second + 999},
		{Verb: practice.Answer, Word: "drawn", Value: practice.Amount{Millionths: 999_999_999_999_999, Unit: "mcg/day"}},
		{Verb: "clinician_bolus", Command: pump.ClinicianBolus{Dose: 1<<63 - 1, Over: 1<<63 - 1}},
		{Verb: "program", Command: pump.Program{Change: pump.Change{Bridge: true, Prescription: c.Prescribed.Prescription}}},
	} {
		a, err := practice.New(c, world, 1<<64-1)
		require.NoError(t, err)
		for range practice.MaxActs {
			_, err := a.Do(act)
			require.NoError(t, err)
		}
		_, err = a.Do(practice.Act{Verb: practice.Ask, Word: "pain"})
		over(t, err)
		replayed(t, a, c, func(code string) (*practice.Attempt, error) { return practice.Replay(c, world, code) })
	}
}

// over holds an error to be that of a case that has come to its end.
func over(t *testing.T, err error) {
	t.Helper()
	var no *practice.Impossible
	require.ErrorAs(t, err, &no)
	assert.Equal(t, practice.Over, no.Why)
}

// TestAnAttemptOfTheLargestActsIsOverBeforeItsCodeIsTooLarge: prescriptions of
// which no two are alike, so that they can hardly be made small.
func TestAnAttemptOfTheLargestActsIsOverBeforeItsCodeIsTooLarge(t *testing.T) {
	c, world := parse(t, level), scenarioOf(t, refill)
	chance := rand.New(rand.NewPCG(1, 2))
	a, err := practice.New(c, world, 1<<64-1)
	require.NoError(t, err)
	for n := 0; err == nil; n++ {
		require.Less(t, n, practice.MaxActs)
		_, err = a.Do(practice.Act{Verb: "program", Command: pump.Program{Change: pump.Change{Prescription: largest(chance)}}})
	}
	over(t, err)
	assert.Greater(t, len(a.Acts()), 20)
	_, err = a.Do(practice.Act{Verb: practice.Ask, Word: "pain"})
	assert.NoError(t, err, "there is room for a small act")
	replayed(t, a, c, func(code string) (*practice.Attempt, error) { return practice.Replay(c, world, code) })
}

// largest is a prescription as large as can be written.
func largest(chance *rand.Rand) therapy.Prescription {
	p := therapy.Prescription{Concentration: 25_000, Infusion: therapy.Infusion{Mode: therapy.Flex}, Acknowledge: true}
	for range 7 {
		d := therapy.Pattern{}
		for range 40 {
			d.Name += string(rune(0x4e00 + chance.IntN(0x5000)))
		}
		for i := range 13 {
			d.Steps = append(d.Steps, therapy.FlexStep{From: units.Span(i) * 7 * units.Minute, Give: units.Mass(chance.Uint64() >> 1)})
		}
		p.Infusion.Patterns = append(p.Infusion.Patterns, d)
	}
	for i := range p.Infusion.Week {
		p.Infusion.Week[i] = 6 - i
	}
	return p
}

// TestAnInfusionThatDoesTooMuchEndsTheAttempt: something every tenth of a second
// would fill any log.
func TestAnInfusionThatDoesTooMuchEndsTheAttempt(t *testing.T) {
	c, world := parse(t, strings.Replace(level, "{log: injected, site: pocket}", "{not: {ends: steady}}", 1)), scenarioOf(t, refill)
	a, err := practice.New(c, world, 1)
	require.NoError(t, err)
	often := pump.Program{Change: pump.Change{Prescription: therapy.Prescription{Concentration: 10_000, Acknowledge: true, Infusion: therapy.Infusion{
		Mode: therapy.Periodic, Periodic: therapy.PeriodicBolus{Give: 100, Over: 100, Every: 100, Background: 500_000}}}}}
	o, err := a.Do(practice.Act{Verb: "program", Command: often})
	require.NoError(t, err)
	require.False(t, o.Wrong)
	_, err = a.Do(practice.Act{Verb: practice.Wait, For: 2 * units.Day})
	require.NoError(t, err)
	assert.Less(t, a.Session().Now(), units.Instant(2*units.Day), "where it came to")
	assert.Less(t, len(a.Session().Log()), 200_000)
	_, err = a.Do(practice.Act{Verb: practice.Ask, Word: "pain"})
	over(t, err)
	assert.Less(t, len(a.Aftermath()), 48)
	assert.True(t, a.Score().Mistakes[0].So, "what cannot be followed is not steady")
	replayed(t, a, c, func(code string) (*practice.Attempt, error) { return practice.Replay(c, world, code) })
}
