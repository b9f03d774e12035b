package session_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

const commands = 40 // of a random session

// state is the state line, for comparing.
func state(st pump.Status) string { return string(st.AppendJSON(nil)) }

func TestSplittingTimeChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := play(t, drawSetup(t), commands)
		split, err := session.New(whole.Setup())
		require.NoError(t, err)
		advance := func(to units.Instant) {
			for range rapid.IntRange(0, 3).Draw(t, "stops") {
				part := units.Instant(rapid.IntRange(0, 1000).Draw(t, "part"))
				require.NoError(t, split.AdvanceTo(split.Now()+(to-split.Now())*part/1000))
				split.Status()
			}
			require.NoError(t, split.AdvanceTo(to))
		}
		for _, c := range whole.Commands() {
			advance(c.At)
			split.Do(c.Command)
		}
		advance(whole.Now())
		require.Equal(t, lines(whole.Log()), lines(split.Log()))
		require.Equal(t, state(whole.Status()), state(split.Status()))
		require.Equal(t, whole.State(), split.State())
	})
}

func TestReplayingTheCommandsRebuildsLogAndState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := play(t, drawSetup(t), commands)
		again, err := session.Replay(s.Setup(), s.Commands())
		require.NoError(t, err)
		require.NoError(t, again.AdvanceTo(s.Now()))
		require.Equal(t, s.Digest(), again.Digest())
		require.Equal(t, lines(s.Log()), lines(again.Log()))
		require.Equal(t, state(s.Status()), state(again.Status()))
	})
}

func TestLookingBackShowsWhatWas(t *testing.T) {
	defer session.SpaceSnapshots(5)()
	rapid.Check(t, func(t *rapid.T) {
		s := play(t, drawSetup(t), commands)
		again, err := session.New(s.Setup())
		require.NoError(t, err)
		todo := s.Commands()
		for _, at := range append(instants(s.Log()), s.Now()) {
			for ; len(todo) > 0 && todo[0].At <= at; todo = todo[1:] {
				require.NoError(t, again.AdvanceTo(todo[0].At))
				again.Do(todo[0].Command)
			}
			require.NoError(t, again.AdvanceTo(at))
			require.Equal(t, state(again.Status()), state(s.StatusAt(at)), "at %s", units.Span(at))
		}
	})
}

func instants(log []session.Entry) []units.Instant {
	var all []units.Instant
	for _, e := range log {
		if len(all) == 0 || all[len(all)-1] != e.At {
			all = append(all, e.At)
		}
	}
	return all
}

func TestVolumeAndEachDrugAreConservedExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := play(t, drawSetup(t), commands)
		for range 5 {
			at := units.Instant(rapid.IntRange(0, 1000).Draw(t, "part")) * (s.Now() / 1000)
			then := s.StateAt(at)
			a := then.Account()
			sum := a.Sum()
			require.Zero(t, a.Put.Volume.Cmp(sum.Volume), "volume at %s", units.Span(at))
			for d, put := range a.Put.Mass {
				require.Zero(t, put.Cmp(sum.Mass[d]), "%s at %s", therapy.Drug(d), units.Span(at))
			}
			for _, part := range []pump.Amounts{a.InReservoir, a.InPath, a.LeftTip, a.Withdrawn, a.InPocket} {
				require.GreaterOrEqual(t, part.Volume.Sign(), 0)
				for _, m := range part.Mass {
					require.GreaterOrEqual(t, m.Sign(), 0)
				}
			}
			reported(t, then.Status(), a)
		}
	})
}

// reported holds the reported amounts to be the floors of the exact ones.
func reported(t *rapid.T, st pump.Status, a pump.Account) {
	floor := func(r *big.Rat) int64 { return new(big.Int).Div(r.Num(), r.Denom()).Int64() }
	ng := func(r *big.Rat) int64 { return floor(new(big.Rat).Quo(r, big.NewRat(1000, 1))) }
	require.Equal(t, floor(a.InReservoir.Volume), int64(st.TrueReservoir))
	require.Equal(t, floor(a.LeftTip.Volume), int64(st.Delivered))
	for d := range st.DeliveredMass {
		require.Equal(t, ng(a.LeftTip.Mass[d]), int64(st.DeliveredMass[d]))
		require.Equal(t, ng(a.InPocket.Mass[d]), int64(st.PocketMass[d]))
	}
}

func TestNothingButAProgrammingChangesAPrescription(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := session.New(drawSetup(t))
		require.NoError(t, err)
		for range commands {
			before := s.Prescription().Clone()
			require.NoError(t, s.AdvanceTo(min(drawWait(t, s), latest)))
			require.Equal(t, before, s.Prescription(), "time changed it")
			c := drawCommand(t, s)
			caused := s.Do(c)
			if len(caused) > 0 && caused[0].Event.Kind == pump.Programmed {
				require.Contains(t, []string{"program", "commit_update"}, c.Name())
				continue
			}
			require.Equal(t, before, s.Prescription(), "%s changed it", c.Name())
		}
	})
}

func TestARefusalChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, err := session.New(drawSetup(t))
		require.NoError(t, err)
		for range commands {
			require.NoError(t, s.AdvanceTo(min(drawWait(t, s), latest)))
			before := s.State()
			caused := s.Do(drawCommand(t, s))
			if len(caused) == 0 {
				continue
			}
			switch caused[0].Event.Kind {
			case pump.CommandRefused, pump.ProgramRefused, pump.PatientBolusDenied:
				if len(caused) == 1 {
					require.Equal(t, before, s.State())
				}
			}
		}
	})
}

// The pump has no volume sensor: whatever flows and whatever is in it, the pump
// says and does the same.
func TestBeliefNeverReadsTruth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := play(t, drawSetup(t), commands)
		other := s.Setup()
		telemetry := other.Truth.MRITelemetryMode // what the field does is no belief
		drawTruth(t, &other)
		other.Truth.MRITelemetryMode = telemetry
		other.Residual = times(t, "other residual", 0, 5, units.Volume(400_000))
		again, err := session.Replay(other, s.Commands())
		require.NoError(t, err)
		require.NoError(t, again.AdvanceTo(s.Now()))
		require.Equal(t, known(s.Log()), known(again.Log()))
		a, b := s.Status(), again.Status()
		require.Equal(t, a.ComputedReservoir, b.ComputedReservoir)
		require.Equal(t, a.Forecast, b.Forecast)
		require.Equal(t, a.Alarms, b.Alarms)
		require.Equal(t, a.LockoutUntil, b.LockoutUntil)
	})
}

// known is what pump and remote know of a log, without the numbers of its
// lines.
func known(log []session.Entry) []string {
	var all []string
	for _, e := range log {
		if e.Event.Log() != pump.TruthLog {
			e.Seq = 0
			all = append(all, string(e.AppendJSON(nil)))
		}
	}
	return all
}

func TestTheLogIsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := play(t, drawSetup(t), commands)
		assert.Equal(t, pump.Programmed, s.Log()[0].Event.Kind)
		for i, e := range s.Log() {
			require.Equal(t, i+1, e.Seq)
			require.True(t, i == 0 || s.Log()[i-1].At <= e.At)
		}
	})
}
