package drive_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/units"
)

// halfway is a reader of the drive with every key, at the question.
func halfway(t testing.TB) *drive.Player {
	p := drive.New(parse(t, everything))
	p.Next(0)
	p.Reached(hours(8))
	for range 10 {
		p.Next(hours(9))
	}
	p.Answer(1)
	p.Answer(0)
	return p
}

func TestAPlaceIsKeptInOneLineAndFoundAgain(t *testing.T) {
	p := halfway(t)
	assert.Regexp(t, `^a-drive [0-9a-f]{8} 11 32400000 \+\+---------l$`, p.Mark())
	again := drive.New(parse(t, everything))
	require.NoError(t, again.Restore(p.Mark()))
	assert.Equal(t, p, again)
	assert.Equal(t, "a-drive", drive.DriveOf(p.Mark()))
}

func TestAPlaceIsFoundInAnEditionWithOtherWords(t *testing.T) {
	again := drive.New(parse(t, strings.ReplaceAll(everything, "Read this.", "Read that.")))
	require.NoError(t, again.Restore(halfway(t).Mark()))
	assert.Equal(t, 11, again.Index())
}

func TestAForeignOrDamagedPlaceStartsTheDriveAnew(t *testing.T) {
	good := halfway(t).Mark()
	place := good[strings.Index(good, " 11 "):]
	head := strings.TrimSuffix(good, place)
	fresh := drive.New(parse(t, everything))
	for _, c := range []struct {
		mark string
		want error
	}{
		{"", drive.ErrForeign},
		{"first-day" + strings.TrimPrefix(good, "a-drive"), drive.ErrForeign},
		{"a-drive 00000000" + place, drive.ErrForeign},
		{head, drive.ErrForeign},
		{head + " ", drive.ErrDamaged},
		{good + " ", drive.ErrDamaged},
		{good + "+", drive.ErrDamaged},
		{good[:len(good)-1], drive.ErrDamaged},
		{good[:len(good)-1] + "+", drive.ErrDamaged},
		{good[:len(good)-1] + "b", drive.ErrDamaged},                  // a last answer without a first
		{good[:len(good)-1] + "o", drive.ErrDamaged},                  // an answer there is not
		{good[:len(good)-1] + "~", drive.ErrDamaged},                  // a letter past all answers
		{head + " 11 32400000 -+---------l", drive.ErrDamaged},        // a caption that was not read
		{head + " 011 32400000 ++---------l", drive.ErrDamaged},       // another way to write a number
		{head + " -1 32400000 ", drive.ErrDamaged},                    // before the beginning
		{head + " 14 32400000 ++---------l+", drive.ErrDamaged},       // past the end
		{head + " 11 -1 ++---------l", drive.ErrDamaged},              // before the session
		{head + " 11 999999999999999 ++---------l", drive.ErrDamaged}, // past the longest session
		{head + " 11 99999999999999999999 ++---------l", drive.ErrDamaged},
		{head + " 0 0 +" + strings.Repeat("+", 300), drive.ErrDamaged},
	} {
		p := halfway(t)
		assert.ErrorIs(t, p.Restore(c.mark), c.want, c.mark)
		assert.Equal(t, fresh, p, c.mark)
	}
}

func TestAMarkNamesItsDriveIfItIsOne(t *testing.T) {
	for mark, want := range map[string]string{
		"": "", " ": "", "first-day": "first-day", "first-day 4": "first-day", "First 4": "", "../x 4": "",
		strings.Repeat("a", 65): "", "a " + strings.Repeat("+", 200): "",
	} {
		assert.Equal(t, want, drive.DriveOf(mark), mark)
	}
}

func TestTheLongestMarkFits(t *testing.T) {
	d, err := drive.Parse(strings.Repeat("a", 64), []byte(strings.Replace(spare, "  - say: Read this.\n", strings.Repeat("  - say: Read this.\n", drive.MaxSteps), 1)))
	require.NoError(t, err)
	p := drive.New(d)
	for range drive.MaxSteps {
		p.Next(units.Instant(3653 * units.Day))
	}
	assert.Less(t, len(p.Mark()), drive.MaxMark)
	assert.NoError(t, drive.New(d).Restore(p.Mark()))
}

func FuzzAnyMarkIsAPlaceOrRefused(f *testing.F) {
	d := parse(f, everything)
	good := halfway(f).Mark()
	f.Add(good)
	f.Add(drive.New(d).Mark())
	f.Add(good[:len(good)-2])
	f.Fuzz(func(t *testing.T, mark string) {
		p := drive.New(d)
		if err := p.Restore(mark); err != nil {
			require.Equal(t, drive.New(d), p)
			return
		}
		require.Equal(t, mark, p.Mark())
		for !p.Done() {
			p.Next(0)
		}
	})
}

// doings are what a reader or a session can do to a player.
var doings = map[string]func(*rapid.T, *drive.Player, *units.Instant){
	"continue": func(_ *rapid.T, p *drive.Player, now *units.Instant) { p.Next(*now) },
	"back":     func(_ *rapid.T, p *drive.Player, _ *units.Instant) { p.Back() },
	"answer":   func(t *rapid.T, p *drive.Player, _ *units.Instant) { p.Answer(rapid.IntRange(-1, 4).Draw(t, "answer")) },
	"view": func(t *rapid.T, p *drive.Player, _ *units.Instant) {
		p.Viewed(drive.View(rapid.IntRange(0, 4).Draw(t, "view")))
	},
	"write": func(_ *rapid.T, p *drive.Player, _ *units.Instant) { p.Wrote() },
	"sound": func(t *rapid.T, p *drive.Player, _ *units.Instant) {
		p.SoundHeard(rapid.SampledFrom([]pump.AlarmClass{pump.NonCritical, pump.Critical}).Draw(t, "class"))
	},
	"event": func(t *rapid.T, p *drive.Player, _ *units.Instant) {
		p.Heard(heard(rapid.SampledFrom(pump.EventKinds()).Draw(t, "event")))
	},
	"denial": func(t *rapid.T, p *drive.Player, _ *units.Instant) {
		p.Heard(denied(rapid.SampledFrom(pump.Denials()).Draw(t, "denial")))
	},
	"time": func(t *rapid.T, p *drive.Player, now *units.Instant) {
		*now += units.Instant(rapid.Int64Range(0, 60).Draw(t, "minutes")) * minute
		p.Reached(*now)
	},
	"target": func(_ *rapid.T, p *drive.Player, now *units.Instant) {
		if at, stops := p.Target(*now); stops {
			*now = at
			p.Reached(*now)
		}
	},
}

// TestWhateverAReaderDoesNothingDoneIsLost: no order of doings panics, takes
// back what was done or where the reader has come to, or leaves a place that
// cannot be kept; and the end can be had from anywhere.
func TestWhateverAReaderDoesNothingDoneIsLost(t *testing.T) {
	d := parse(t, everything)
	rapid.Check(t, func(t *rapid.T) {
		p, now := drive.New(d), units.Instant(0)
		names := rapid.SliceOfN(rapid.SampledFrom(keysOf(doings)), 0, 60).Draw(t, "doings")
		for _, name := range names {
			before := p.Mark()
			doings[name](t, p, &now)
			require.GreaterOrEqual(t, p.Index(), 0)
			require.LessOrEqual(t, p.Index(), p.Count())
			noLess(t, d, before, p.Mark())
			again := drive.New(d)
			require.NoError(t, again.Restore(p.Mark()))
			require.Equal(t, p.Mark(), again.Mark())
			require.Equal(t, p.Done(), again.Done())
		}
		for n := 0; !p.Done(); n++ {
			require.Less(t, n, 2*p.Count())
			p.Next(now)
		}
	})
}

// noLess holds two marks against each other: the later is as far, and what was
// done is.
func noLess(t require.TestingT, d *drive.Drive, before, after string) {
	a, b := strings.Fields(before), strings.Fields(after)
	require.GreaterOrEqual(t, len(b[4]), len(a[4]))
	for i := range a[4] {
		if d.Steps[i].Kind == drive.Asking {
			require.False(t, a[4][i] != 'a' && b[4][i] == 'a', "an answer is not taken back")
		} else if a[4][i] == '+' {
			require.Equal(t, byte('+'), b[4][i])
		}
	}
}
