package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

func TestTimeRunsForwardAndNotForEver(t *testing.T) {
	s, err := session.New(teaching())
	require.NoError(t, err)
	at(t, s, units.Hour)
	assert.ErrorIs(t, s.AdvanceTo(units.Instant(units.Hour-1)), session.ErrBackward)
	assert.ErrorIs(t, s.AdvanceTo(units.Instant(session.MaxLength+1)), session.ErrTooLong)
	assert.EqualValues(t, units.Hour, s.Now())
	at(t, s, session.MaxLength)
}

func TestALogThatIsFullStopsTheSessionWhereItStands(t *testing.T) {
	defer session.LimitEntries(100)()
	setup := teaching()
	infusion(periodic())(&setup)
	s, err := session.New(setup)
	require.NoError(t, err)
	assert.ErrorIs(t, s.AdvanceTo(units.Instant(100*units.Day)), session.ErrLogFull)
	assert.Len(t, s.Log(), 100)
	assert.Equal(t, s.Log()[99].At, s.Now())
	assert.ErrorIs(t, s.AdvanceTo(units.Instant(100*units.Day)), session.ErrLogFull)
}

// A pump that is to give a bolus every few milliseconds, and is stopped, has
// nothing to do for years.
func TestWhatPassesUnnoticedCostsNothing(t *testing.T) {
	setup := teaching()
	i := periodic()
	i.Periodic.Give, i.Periodic.Over, i.Periodic.Every = 10, 5, 5
	infusion(i)(&setup)
	s, err := session.New(setup)
	require.NoError(t, err)
	s.Do(pump.Stop{})
	at(t, s, 3_000*units.Day)
	assert.Less(t, len(s.Log()), 20)
}

func TestACommandIsKeptAsItWasGiven(t *testing.T) {
	s, err := session.New(teaching())
	require.NoError(t, err)
	p := plain(3_000_000)
	p.Infusion = therapy.Infusion{Mode: therapy.Flex, Patterns: []therapy.Pattern{{Name: "day", Steps: []therapy.FlexStep{{Give: 3_000_000}}}}}
	v := units.Volume(20_000_000)
	s.Do(pump.Program{Change: pump.Change{Prescription: p, Reservoir: &v}})
	v = 0
	p.Infusion.Patterns[0].Steps[0].Give = 1
	kept := s.Commands()[0].Command.(pump.Program).Change
	assert.EqualValues(t, 20_000_000, *kept.Reservoir)
	assert.EqualValues(t, 3_000_000, kept.Prescription.Infusion.Patterns[0].Steps[0].Give)
	assert.EqualValues(t, 3_000_000, s.Prescription().Infusion.Patterns[0].Steps[0].Give)
}

func TestWhatACommandCausedIsAPartOfTheLog(t *testing.T) {
	s, err := session.New(teaching())
	require.NoError(t, err)
	caused := s.Do(pump.Stop{})
	assert.Equal(t, s.Log()[1:], caused)
	_ = append(caused, session.Entry{Cause: "mine"})
	assert.Equal(t, "restart", s.Do(pump.Restart{})[0].Cause)
	assert.Len(t, s.Log(), 3)
	assert.Empty(t, s.Do(pump.Inject{Drug: therapy.Morphine}), "an empty syringe")
}

func TestNextDueIsWhenThePumpNextActs(t *testing.T) {
	s, err := session.New(teaching())
	require.NoError(t, err)
	s.Do(ask)
	due, ok := s.NextDue()
	assert.True(t, ok)
	assert.EqualValues(t, 10*units.Minute, due)
}

func TestLookingOutsideASessionShowsItsNearerEnd(t *testing.T) {
	s, err := session.New(teaching())
	require.NoError(t, err)
	at(t, s, units.Day)
	assert.Equal(t, state(s.Status()), state(s.StatusAt(units.Instant(2*units.Day))))
	assert.EqualValues(t, 0, s.StatusAt(-1).At)
}

func TestLogsThatDifferHaveDifferentDigests(t *testing.T) {
	a, err := session.New(teaching())
	require.NoError(t, err)
	b, err := session.New(teaching())
	require.NoError(t, err)
	assert.Equal(t, a.Digest(), b.Digest())
	a.Do(ask)
	assert.NotEqual(t, a.Digest(), b.Digest())
	assert.Len(t, a.Digest(), 32)
}

func TestReplayRefusesTimeThatRunsBackwards(t *testing.T) {
	_, err := session.Replay(teaching(), []session.Timed{{At: 2, Command: ask}, {At: 1, Command: ask}})
	assert.ErrorIs(t, err, session.ErrBackward)
	bad := teaching()
	bad.Age = -1
	_, err = session.Replay(bad, nil)
	assert.Error(t, err)
}

// A bolus over months, with its amounts beyond 128 bits at times, is as exact
// as any.
func TestABolusMayLastForMonths(t *testing.T) {
	b := open(t, remote(nil), continuous(1_000_000), holding(20_000_000), func(s *pump.Setup) { s.Truth.FlowErrorPerMille = 1 })
	b.at(0, pump.ClinicianBolus{Dose: 70_000_000, Over: 100*units.Day + 7}).at(50*units.Day, pump.BeginStall{})
	assert.EqualValues(t, 20_000_000-5_000_000-3_500_000, b.s.Status().ComputedReservoir)
	b.at(50*units.Day+units.Minute, pump.EndStall{}).at(101 * units.Day)
	assert.EqualValues(t, 20_000_000-10_100_000-7_000_000, b.s.Status().ComputedReservoir)
	// 17.1 mL and 1 per mille more, but for a minute of 0.17 mL a day.
	assert.EqualValues(t, 20_000_000-17_117_100+118, b.s.Status().TrueReservoir)
}

// Injections into a reservoir that is never drawn make fractions finer and
// finer; that ends, and nothing is lost or slow.
func TestEndlessMixingStaysQuick(t *testing.T) {
	b := open(t, continuous(7_000_000))
	for i := range units.Span(400) {
		b.at(i*7*units.Hour,
			pump.ClinicianBolus{Dose: 100_000, Over: units.Span(600_000 + 2*i + 1)},
			pump.Inject{Volume: 200_001, Drug: therapy.Drug(i % 3), Concentration: 7_001})
		b.at(i*7*units.Hour+units.Minute+i, pump.Stop{}, pump.Restart{})
	}
	now := b.s.State()
	a := now.Account()
	assert.Zero(t, a.Put.Volume.Cmp(a.Sum().Volume))
	assert.Less(t, a.InReservoir.Mass[0].Denom().BitLen(), 20_000)
	for d, m := range a.Sum().Mass {
		put, _ := a.Put.Mass[d].Float64()
		sum, _ := m.Float64()
		assert.InDelta(t, put, sum, put/1e15)
	}
}
