package drive_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/drive"
	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/scenario"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/units"
)

// reader is a person at a simulator that shows a drive: the first lane, and the
// player told of all that happens in it.
type reader struct {
	player  *drive.Player
	session *session.Session
	plan    []scenario.Step
	told    int
}

func newReader(t require.TestingT, d *drive.Drive, scenarios drive.Scenarios) *reader {
	sc := scenarios[d.Lanes[0].Scenario]
	s, err := sc.Session()
	require.NoError(t, err)
	return &reader{player: drive.New(d), session: s, plan: sc.Steps}
}

func (r *reader) tell() {
	for _, e := range r.session.Log()[r.told:] {
		r.player.Heard(e)
		r.told++
	}
	r.player.Reached(r.session.Now())
}

// pass lets time pass as the comment of Player has it.
func (r *reader) pass(t require.TestingT, to units.Instant) {
	for now := r.session.Now(); now < to; now = r.session.Now() {
		next := to
		if at, stops := r.player.Target(now); stops {
			next = min(next, at)
		}
		if due, any := r.session.NextDue(); any && r.player.AwaitsEvent() {
			next = min(next, due)
		}
		if len(r.plan) > 0 {
			next = max(now, min(next, r.plan[0].At))
		}
		require.NoError(t, r.session.AdvanceTo(next))
		for len(r.plan) > 0 && r.plan[0].At <= next {
			r.session.Do(r.plan[0].Command)
			r.plan = r.plan[1:]
		}
		waited := !r.player.Ready()
		if r.tell(); waited && r.player.Ready() {
			return
		}
	}
}

func (r *reader) do(t require.TestingT, d drive.Deed) {
	switch d.Act {
	case drive.AskForDose:
		r.session.Do(pump.RequestPatientBolus{Link: d.Link})
	case drive.AskPump:
		r.session.Do(pump.QueryPump{})
	case drive.OpenPage:
		r.player.Viewed(d.View)
	case drive.WriteDiary:
		r.player.Wrote()
	case drive.PlaySound:
		r.player.SoundHeard(d.Sound)
	case drive.RunTo:
		r.pass(t, d.At)
	}
	r.tell()
}

// finish lets everything be shown, and skips what cannot be.
func (r *reader) finish(t require.TestingT) (skipped int) {
	for n := 0; !r.player.Done(); n++ {
		require.Less(t, n, 2*r.player.Count())
		for round := 0; !r.player.Ready() && round < drive.MaxRounds; round++ {
			deeds := r.player.ShowMe(r.session)
			for _, d := range deeds {
				r.do(t, d)
			}
			if len(deeds) == 0 {
				break
			}
		}
		if step, _ := r.player.Step(); !r.player.Ready() && step.Kind != drive.Asking {
			require.NotEqual(t, drive.Running, step.Kind, "a run always ends")
			skipped++
		}
		r.player.Next(r.session.Now())
	}
	return skipped
}

func TestAReaderWhoLetsAllBeShownMissesNothing(t *testing.T) {
	known := allScenarios(t)
	for name, src := range allDrives(t) {
		d, err := drive.Parse(name, src)
		require.NoError(t, err)
		require.Zero(t, newReader(t, d, known).finish(t), name)
	}
}

// TestNobodyGetsStuck: a reader who presses this and that, lets time pass and
// skips, comes to the end of every drive all the same.
func TestNobodyGetsStuck(t *testing.T) {
	known := allScenarios(t)
	var all []*drive.Drive
	texts := allDrives(t)
	for _, name := range keysOf(texts) {
		d, err := drive.Parse(name, texts[name])
		require.NoError(t, err)
		all = append(all, d)
	}
	rapid.Check(t, func(t *rapid.T) {
		r := newReader(t, rapid.SampledFrom(all).Draw(t, "drive"), known)
		for range rapid.IntRange(0, 12).Draw(t, "doings") {
			switch rapid.IntRange(0, 5).Draw(t, "doing") {
			case 0:
				r.player.Next(r.session.Now())
			case 1:
				r.player.Back()
			case 2:
				r.session.Do(pump.RequestPatientBolus{Link: r.player.Link()})
			case 3:
				r.session.Do(rapid.SampledFrom([]pump.Command{pump.Stop{}, pump.Restart{}, pump.BeginStall{}, pump.QueryPump{}}).Draw(t, "command"))
			case 4:
				r.pass(t, r.session.Now()+units.Instant(rapid.Int64Range(1, 600).Draw(t, "minutes"))*minute)
			case 5:
				again := drive.New(r.player.Drive())
				require.NoError(t, again.Restore(r.player.Mark()))
				r.player = again
			}
			r.tell()
		}
		r.finish(t)
	})
}
