package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"iddtestdrive/engine/pump"
	"iddtestdrive/engine/session"
	"iddtestdrive/engine/therapy"
	"iddtestdrive/engine/units"
)

// What the remote may promise: whatever was asked before, a request one
// millisecond before the promised instant is refused and one at it is granted.
func TestReadinessIsWhatTheNextAnswerWillBe(t *testing.T) {
	seen := map[pump.Denial]int{}
	rapid.Check(t, func(t *rapid.T) {
		setup := teaching()
		setup.Reservoir, setup.Truth.Reservoir = 20_000_000, 20_000_000
		b := &therapy.PatientBolus{
			Dose: times(t, "dose", 1, 5, units.Mass(100_000)), Over: times(t, "over", 5, 60, units.Minute),
			Lockout: times(t, "lockout", 1, 8, units.Hour), PerDay: 1 + even(t, "per day", 6),
		}
		if chance(t, "limited", 60) {
			b.DailyLimit = mass(3_000_000 + times(t, "limit", 0, 20, units.Mass(100_000)))
		}
		setup.Prescription.PatientBolus, setup.Prescription.Acknowledge = b, true
		s, err := session.New(setup)
		require.NoError(t, err)
		for range even(t, "requests", 12) {
			require.NoError(t, s.AdvanceTo(s.Now()+units.Instant(times(t, "wait", 0, 40, 10*units.Minute))))
			s.Do(ask)
		}
		require.NoError(t, s.AdvanceTo(s.Now()+units.Instant(times(t, "look", 0, 20, units.Minute))))
		ready := s.Status().Readiness
		seen[ready.Longest]++
		answer := func(at units.Instant) pump.Event {
			twin, err := session.Replay(setup, s.Commands())
			require.NoError(t, err)
			require.NoError(t, twin.AdvanceTo(at))
			return twin.Do(ask)[0].Event
		}
		now := answer(s.Now())
		require.Equal(t, now.Denial, ready.Denial)
		if ready.Passes {
			require.GreaterOrEqual(t, ready.From, now.RetryAt, "it waits for every reason, not for the first")
			require.Equal(t, pump.PatientBolusDenied, answer(ready.From-1).Kind)
			require.Equal(t, pump.PatientBolusStarted, answer(ready.From).Kind)
		} else if ready.Denial != pump.NotDenied {
			require.Equal(t, pump.DeniedLimit, ready.Longest)
			require.Equal(t, pump.PatientBolusDenied, answer(s.Now()+units.Instant(3*units.Day)).Kind)
		}
	})
	for _, d := range []pump.Denial{pump.NotDenied, pump.DeniedLockout, pump.DeniedCount, pump.DeniedLimit} {
		assert.NotZero(t, seen[d], "no world was drawn in which %q holds longest", d)
	}
}

// With the last dose of the day just started, the lockout ends long before
// another dose can be had.
func TestALockoutDoesNotHideAUsedUpDay(t *testing.T) {
	b := open(t, remote(&therapy.PatientBolus{Dose: 300_000, Over: 10 * units.Minute, Lockout: 3 * units.Hour, PerDay: 2}))
	b.at(0, ask).at(4*units.Hour, ask).at(5*units.Hour, ask)
	r := b.s.Status().Readiness
	assert.Equal(t, pump.Readiness{Denial: pump.DeniedLockout, Longest: pump.DeniedCount, Passes: true, From: units.Instant(24 * units.Hour)}, r)
}

func TestAPumpThatCannotGivePromisesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		edit    func(*pump.Setup)
		command pump.Command
		want    pump.Denial
	}{
		"stopped":        {remote(&therapy.PatientBolus{Dose: 300_000, Over: 10 * units.Minute, Lockout: 3 * units.Hour, PerDay: 2}), pump.Stop{}, pump.DeniedUnavailable},
		"empty":          {holding(0), nil, pump.DeniedUnavailable},
		"not prescribed": {remote(nil), nil, pump.DeniedNotPrescribed},
	} {
		b := open(t, c.edit)
		if c.command != nil {
			b.at(units.Hour, ask, c.command)
		}
		assert.Equal(t, pump.Readiness{Denial: c.want, Longest: c.want}, b.s.Status().Readiness, name)
	}
}

// What turns and what flows: the programmed rate is neither.
func TestFlowIsWhatTrulyComes(t *testing.T) {
	faster := func(s *pump.Setup) { s.Truth.FlowErrorPerMille = 100 }
	b := open(t, faster)
	flow := func() [2]units.FlowRate { s := b.s.Status(); return [2]units.FlowRate{s.Rotor, s.Flow} }
	assert.Equal(t, [2]units.FlowRate{300_000, 330_000}, flow())
	b.at(units.Hour, pump.BeginStall{})
	assert.Equal(t, [2]units.FlowRate{0, 0}, flow(), "a rotor that stands moves nothing")
	b.at(2*units.Hour, pump.EndStall{}, pump.Aspirate{})
	assert.Equal(t, [2]units.FlowRate{300_000, 0}, flow(), "a rotor turns on over an empty reservoir")
	assert.False(t, b.s.Status().InMRI)
	b.at(3*units.Hour, pump.EnterMRI{})
	assert.True(t, b.s.Status().InMRI)
}
